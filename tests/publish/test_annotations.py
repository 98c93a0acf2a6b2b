"""Against the normative rules of the Web Annotation Data Model (sections 3 to 5)."""

import json
from typing import Any

import pytest

from accord.publish.annotations import to_annotations
from tests.publish.accounts import summit

MOTIVATIONS = [
    "assessing",
    "bookmarking",
    "classifying",
    "commenting",
    "describing",
    "editing",
    "highlighting",
    "identifying",
    "linking",
    "moderating",
    "questioning",
    "replying",
    "tagging",
]


@pytest.fixture(scope="module")
def collection() -> dict[str, Any]:
    found: dict[str, Any] = json.loads(to_annotations(summit()))
    return found


def test_collection_and_page(collection: dict[str, Any]) -> None:
    assert collection["@context"] == "http://www.w3.org/ns/anno.jsonld"
    assert collection["type"] == "AnnotationCollection"
    assert collection["first"]["type"] == "AnnotationPage"
    assert collection["total"] == len(collection["first"]["items"])


def test_every_annotation_has_one_id_and_a_target(collection: dict[str, Any]) -> None:
    items = collection["first"]["items"]
    assert len({item["id"] for item in items}) == len(items)
    for item in items:
        assert item["type"] == "Annotation"
        assert item["motivation"] in MOTIVATIONS
        assert item["target"]
        assert all(body["type"] == "TextualBody" and body["value"] for body in item["body"])


def test_selectors_say_the_same_place(collection: dict[str, Any]) -> None:
    texts = {report.id: report.text for report in summit().reports}
    for item in collection["first"]["items"]:
        for target in item["target"]:
            position, quotation = target["selector"]
            text = texts[target["source"]["dc:identifier"]]
            around = quotation["prefix"] + quotation["exact"] + quotation["suffix"]
            assert position["type"] == "TextPositionSelector"
            assert quotation["type"] == "TextQuoteSelector"
            assert text.find(around) == position["start"] - len(quotation["prefix"])
            assert position["end"] - position["start"] == len(quotation["exact"])
