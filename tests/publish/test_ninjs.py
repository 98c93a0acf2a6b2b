"""Against the rules of ninjs 3.0 for the properties that are used."""

import json
from typing import Any

import pytest

from accord.publish.ninjs import to_ninjs
from tests.publish.accounts import hostile, summit

TEXT = {"type": "string"}
NAMED = {
    "type": "array",
    "items": {
        "type": "object",
        "properties": {key: TEXT for key in ("name", "rel", "uri", "literal", "role", "id")},
        "additionalProperties": False,
    },
}
VALUED = {
    "type": "array",
    "items": {
        "type": "object",
        "required": ["value"],
        "additionalProperties": False,
        "properties": {key: TEXT for key in ("role", "contentType", "value")}
        | {key: {"type": "integer"} for key in ("charCount", "wordCount")},
    },
}
ITEM: dict[str, Any] = {
    "type": "object",
    "required": ["uri"],
    "additionalProperties": False,
    "properties": {
        **{key: TEXT for key in ("uri", "name", "profile", "title", "language", "by", "located")},
        "type": {
            "enum": ["text", "audio", "video", "picture", "graphic", "composite", "component", "event", "planning"]
        },
        "representationType": {"enum": ["full", "partial"]},
        "pubStatus": {"enum": ["usable", "withheld", "canceled"]},
        "standard": {"type": "object", "properties": {key: TEXT for key in ("name", "version", "schema")}},
        "headlines": VALUED,
        "bodies": VALUED,
        **{key: NAMED for key in ("people", "organisations", "places", "events", "subjects", "infoSources")},
        "altIds": {"type": "array", "items": {"properties": {"role": TEXT, "value": TEXT}}},
        "renditions": {"type": "array", "items": {"required": ["name"], "properties": {"name": TEXT, "href": TEXT}}},
        "associations": {"type": "array", "items": {"$ref": "#", "required": ["name", "uri"]}},
    },
}


@pytest.mark.parametrize("account", [summit(), hostile()], ids=["summit", "hostile"])
def test_keeps_the_rules(account: Any) -> None:
    pytest.importorskip("jsonschema").validate(json.loads(to_ninjs(account)), ITEM)


def test_says_who_where_and_from_whom() -> None:
    item = json.loads(to_ninjs(summit()))
    assert "Grace Otieno" in [person["name"] for person in item["people"]]
    assert [place["name"] for place in item["places"]] == ["Arusha", "Holili"]
    assert {"name": "Rift News Agency", "role": "urn:accord:roles:agency"} in item["infoSources"]
    assert len(item["associations"]) == 5
    assert item["bodies"][0]["charCount"] == len(item["bodies"][0]["value"])
