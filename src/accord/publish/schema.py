from typing import Any

import msgspec

from accord.model.accounts import Account

TITLE = "accord/1: the record of one story"


def schema_of_account() -> dict[str, Any]:
    """Return the JSON Schema (2020-12) of the record, made from the nouns themselves."""
    (top,), definitions = msgspec.json.schema_components([Account], ref_template="#/$defs/{name}")
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": TITLE,
        **top,
        "$defs": definitions,
    }


def schema_json() -> bytes:
    """Return the schema as indented JSON, ending in a newline."""
    return msgspec.json.format(msgspec.json.encode(schema_of_account(), order="sorted"), indent=2) + b"\n"
