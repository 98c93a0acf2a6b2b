"""W3C Web Annotation Data Model (REC 2017-02-23) as JSON-LD."""

from collections.abc import Mapping
from typing import Any

import msgspec

from accord.model.accounts import Account
from accord.model.reports import Report
from accord.model.spans import Span
from accord.publish.items import Item, items_of
from accord.publish.lookups import Lookup
from accord.publish.uris import report_uri, uri

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
# Enough words on either side to find a short quotation again in a text that was edited a little.
AROUND = 32
MOTIVATIONS = {
    "times": "tagging",
    "figures": "tagging",
    "attributions": "describing",
    "actors": "identifying",
    "events": "classifying",
    "commitments": "classifying",
    "relations": "linking",
    "points": "linking",
    "omissions": "commenting",
    "origins": "linking",
}


def to_annotations(account: Account) -> bytes:
    """Return an annotation collection: each place by position (code points) and by quotation, with its meaning."""
    lookup = Lookup(account)
    items = [_annotation(lookup, item, number) for number, item in enumerate(items_of(lookup), start=1)]
    page = {"id": uri(account.story.id, "page", 1), "type": "AnnotationPage", "startIndex": 0, "items": items}
    collection = {
        "@context": CONTEXT,
        "id": uri(account.story.id),
        "type": "AnnotationCollection",
        "label": account.story.title,
        "total": len(items),
        "first": page,
    }
    return msgspec.json.format(msgspec.json.encode(collection), indent=1) + b"\n"


def read_spans(data: bytes) -> tuple[Span, ...]:
    """Return every span of an annotation collection that `to_annotations` made, in order."""
    found = []
    for annotation in msgspec.json.decode(data)["first"]["items"]:
        for target in annotation["target"]:
            position, quotation = target["selector"]
            report = target["source"]["dc:identifier"]
            found.append(Span(report, position["start"], position["end"], quotation["exact"]))
    return tuple(found)


def _annotation(lookup: Lookup, item: Item, number: int) -> dict[str, Any]:
    bodies = [_body("tagging", f"{item.section}/{item.part}"), _body("describing", item.note)]
    return {
        "id": uri(lookup.account.story.id, item.section, item.id, number),
        "type": "Annotation",
        "motivation": MOTIVATIONS[item.section],
        "body": [body for body in bodies if body["value"]],
        "target": [_target(lookup.reports, span) for span in item.spans],
    }


def _body(purpose: str, value: str) -> dict[str, str]:
    return {"type": "TextualBody", "purpose": purpose, "value": value, "format": "text/plain"}


def _target(reports: Mapping[str, Report], span: Span) -> dict[str, Any]:
    report = reports[span.report]
    quotation = {
        "type": "TextQuoteSelector",
        "exact": span.text,
        "prefix": report.text[max(0, span.start - AROUND) : span.start],
        "suffix": report.text[span.end : span.end + AROUND],
    }
    position = {"type": "TextPositionSelector", "start": span.start, "end": span.end}
    source = {"id": report_uri(report), "type": "Text", "format": "text/plain", "dc:identifier": report.id}
    language = {"language": report.language} if report.language else {}
    return {"type": "SpecificResource", "source": source | language, "selector": [position, quotation]}
