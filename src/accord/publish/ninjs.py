"""IPTC ninjs 3.0: the account as a news item, with its reports as associated items."""

from typing import Any

import msgspec

from accord.model.accounts import Account
from accord.model.reports import Report
from accord.publish.lookups import Lookup
from accord.publish.markdown import to_markdown
from accord.publish.plain import to_text
from accord.publish.uris import is_web, report_uri, uri

SCHEMA = "http://www.iptc.org/std/ninjs/ninjs-schema_3.0.json"


def to_ninjs(account: Account) -> bytes:
    """Return the account as one news item: text and Markdown bodies, who and where, its sources, its reports."""
    lookup = Lookup(account)
    events = [
        {"id": event.id, "name": event.evidence[0].text, "rel": event.status}
        for event in account.events
        if event.evidence
    ]
    item = {
        "uri": uri(account.story.id),
        "standard": {"name": "ninjs", "version": "3.0", "schema": SCHEMA},
        "type": "text",
        "representationType": "full",
        "profile": account.format,
        "pubStatus": "usable",
        "language": "en",
        "title": account.story.title,
        "headlines": [{"role": "main", "contentType": "text/plain", "value": account.story.title}],
        "bodies": [_body("text/plain", to_text(account)), _body("text/markdown", to_markdown(account))],
        "people": _named(lookup, "person"),
        "organisations": [*_named(lookup, "state"), *_named(lookup, "organization")],
        "places": _named(lookup, "place"),
        "events": events,
        "subjects": [{"name": topic} for topic in _topics(account)],
        "infoSources": _sources(lookup),
        "associations": [_association(lookup, report) for report in account.reports],
    }
    filled = {key: value for key, value in item.items() if value}
    return msgspec.json.format(msgspec.json.encode(filled), indent=1) + b"\n"


def _body(media: str, value: str) -> dict[str, Any]:
    words = len(value.split())
    return {"role": "main", "contentType": media, "charCount": len(value), "wordCount": words, "value": value}


def _named(lookup: Lookup, kind: str) -> list[dict[str, str]]:
    story = lookup.account.story.id
    return [
        {"name": actor.name, "uri": uri(story, "actors", actor.id)}
        for actor in lookup.account.actors
        if actor.type == kind
    ]


def _topics(account: Account) -> list[str]:
    return list(dict.fromkeys(topic for commitment in account.commitments for topic in commitment.topics))


def _sources(lookup: Lookup) -> list[dict[str, str]]:
    """List the outlets, then whom they lean on."""
    outlets = [{"name": label, "role": uri("roles", "outlet")} for label in lookup.labels.values()]
    origins = [
        {"name": lookup.name(origin.origin), "role": uri("roles", origin.kind)} for origin in lookup.account.origins
    ]
    return list({(source["name"], source["role"]): source for source in (*outlets, *origins)}.values())


def _association(lookup: Lookup, report: Report) -> dict[str, Any]:
    item: dict[str, Any] = {"uri": report_uri(report), "name": lookup.label(report.id), "type": "text"}
    if report.headline:
        item["headlines"] = [{"role": "main", "contentType": "text/plain", "value": report.headline.text}]
    if report.authors:
        item["by"] = ", ".join(report.authors)
    if report.dateline:
        item["located"] = report.dateline
    if report.language:
        item["language"] = report.language
    if report.url and is_web(report.url):
        item["renditions"] = [{"name": "original", "href": report.url}]
    item["altIds"] = [{"role": "report", "value": report.id}, {"role": "sha256", "value": report.sha256}]
    return item
