"""schema.org as JSON-LD: Claim, Quotation and NewsArticle. No rating: an account does not say what is true."""

from collections.abc import Iterator
from typing import Any

import msgspec

from accord.model.accounts import Account
from accord.model.findings import Attribution
from accord.model.points import Point
from accord.model.spans import Span
from accord.publish.dates import plain_date
from accord.publish.lookups import Lookup
from accord.publish.uris import is_web, report_uri, uri

TYPES = {"person": "Person", "state": "Country", "organization": "Organization", "place": "Place"}
Node = dict[str, Any]


def to_claims(account: Account) -> bytes:
    """Return what the reports claim and quote as schema.org nodes, each with the articles where it appears."""
    lookup = Lookup(account)
    nodes = [*_articles(lookup), *_actors(lookup), *_claims(lookup), *_quotations(lookup)]
    document = {"@context": "https://schema.org", "@graph": nodes}
    return msgspec.json.format(msgspec.json.encode(document), indent=1) + b"\n"


def _articles(lookup: Lookup) -> Iterator[Node]:
    for report in lookup.account.reports:
        node: Node = {"@id": report_uri(report), "@type": "NewsArticle", "identifier": report.id}
        node["publisher"] = {"@type": "NewsMediaOrganization", "name": lookup.label(report.id)}
        if report.headline:
            node["headline"] = report.headline.text
        if report.published and plain_date(report.published):
            node["datePublished"] = plain_date(report.published)
        if report.authors:
            node["author"] = [{"@type": "Person", "name": name} for name in report.authors]
        if report.dateline:
            node["dateline"] = report.dateline
        if report.language:
            node["inLanguage"] = report.language
        if report.url and is_web(report.url):
            node["url"] = report.url
        yield node


def _actors(lookup: Lookup) -> Iterator[Node]:
    for actor in lookup.account.actors:
        node: Node = {"@id": uri(lookup.account.story.id, "actors", actor.id), "@type": TYPES[actor.type]}
        node["name"] = actor.name
        if actor.wikidata:
            node["sameAs"] = f"http://www.wikidata.org/entity/{actor.wikidata}"
        others = [name for name in actor.names if name != actor.name]
        if others:
            node["alternateName"] = others
        if actor.type == "person" and actor.offices:
            posts = [f"{office.title}, {office.of}" if office.of else office.title for office in actor.offices]
            node["jobTitle"] = posts
        yield node


def _claims(lookup: Lookup) -> Iterator[Node]:
    for _, point in lookup.points.values():
        yield {
            "@id": uri(lookup.account.story.id, "points", point.id),
            "@type": "Claim",
            "text": point.gist.text,
            "appearance": [_excerpt(lookup, reading.span) for reading in point.readings],
            **_author(lookup, point),
        }


def _author(lookup: Lookup, point: Point) -> Node:
    """Name who made a claim where all of its readings that name somebody name the same."""
    spoken = [lookup.attributions.get(reading.attribution or "") for reading in point.readings]
    speakers = {attribution.speaker for attribution in spoken if attribution and attribution.speaker}
    if len(speakers) != 1:
        return {}
    return {"author": [{"@id": uri(lookup.account.story.id, "actors", actor)} for actor in speakers.pop()]}


def _quotations(lookup: Lookup) -> Iterator[Node]:
    for attribution in lookup.account.attributions:
        if attribution.kind == "direct" and attribution.content:
            yield _quotation(lookup, attribution)


def _quotation(lookup: Lookup, attribution: Attribution) -> Node:
    first = attribution.content[0]
    node: Node = {
        "@id": uri(lookup.account.story.id, "attributions", attribution.id),
        "@type": "Quotation",
        "text": " … ".join(span.text for span in attribution.content),
        "isPartOf": {"@id": report_uri(lookup.reports[first.report])},
    }
    if attribution.speaker:
        speakers = [{"@id": uri(lookup.account.story.id, "actors", actor)} for actor in attribution.speaker]
        node |= {"creator": speakers, "spokenByCharacter": speakers}
    if attribution.date and plain_date(attribution.date):
        node["dateCreated"] = plain_date(attribution.date)
    return node


def _excerpt(lookup: Lookup, span: Span) -> Node:
    """Return the words of a reading as a part of their article; the identifier is their place (RFC 5147)."""
    article = report_uri(lookup.reports[span.report])
    place = f"char={span.start},{span.end}"
    return {"@type": "CreativeWork", "text": span.text, "identifier": place, "isPartOf": {"@id": article}}
