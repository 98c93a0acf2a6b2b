"""FollowTheMoney entities (followthemoney.tech), a JSON object a line, for Aleph, OpenSanctions and their kin."""

import hashlib
from collections.abc import Iterator
from typing import Any

import msgspec

from accord.knowledge.states import states
from accord.model.accounts import Account
from accord.model.findings import Actor, Event, Relation
from accord.model.reports import Report
from accord.publish.dates import plain_date
from accord.publish.lookups import Lookup
from accord.publish.uris import is_web

SCHEMATA = {"person": "Person", "state": "PublicBody", "organization": "Organization", "place": "Address"}
Entity = dict[str, Any]


def to_followthemoney(account: Account) -> bytes:
    """Return entities as JSON lines: articles, actors, their mentions, events, links between actors."""
    lookup = Lookup(account)
    codes = {name: state.code.lower() for state in reversed(states()) for name in reversed(state.names)}
    entities = [
        *(_article(lookup, report) for report in account.reports),
        *(_actor(lookup, actor, codes) for actor in account.actors),
        *_mentions(lookup),
        *(_event(lookup, event) for event in account.events),
        *_links(lookup),
    ]
    return b"".join(msgspec.json.encode(entity) + b"\n" for entity in entities)


def entity_id(lookup: Lookup, *parts: str) -> str:
    """Return an entity's id: a hash of what identifies it, as FollowTheMoney's own tools make them."""
    return hashlib.sha1("\0".join((lookup.account.story.id, *parts)).encode(), usedforsecurity=False).hexdigest()


def _entity(identity: str, schema: str, **properties: list[str | None]) -> Entity:
    given = {key: [value for value in dict.fromkeys(values) if value] for key, values in properties.items()}
    return {"id": identity, "schema": schema, "properties": {key: values for key, values in given.items() if values}}


def _article(lookup: Lookup, report: Report) -> Entity:
    return _entity(
        entity_id(lookup, "reports", report.id),
        "Article",
        title=[report.headline.text if report.headline else report.path],
        publisher=[lookup.label(report.id)],
        publishedAt=[plain_date(report.published) if report.published else None],
        author=list(report.authors),
        sourceUrl=[report.url if report.url and is_web(report.url) else None],
        fileName=[report.path],
        bodyText=[report.text],
    )


def _actor(lookup: Lookup, actor: Actor, codes: dict[str, str]) -> Entity:
    name = "full" if actor.type == "place" else "name"
    aliases = [other for other in actor.names if other != actor.name]
    properties: dict[str, list[str | None]] = {name: [actor.name], "alias": [*aliases], "wikidataId": [actor.wikidata]}
    if actor.type == "person":
        properties["position"] = [f"{post.title}, {post.of}" if post.of else post.title for post in actor.offices]
    if actor.type == "state":
        properties["country"] = [codes.get(actor.name)]
    return _entity(entity_id(lookup, "actors", actor.id), SCHEMATA[actor.type], **properties)


def _mentions(lookup: Lookup) -> Iterator[Entity]:
    """Yield an entity for each actor in each report, with the names that the report uses."""
    for actor in lookup.account.actors:
        named: dict[str, list[str | None]] = {}
        for span in actor.mentions:
            named.setdefault(span.report, []).append(" ".join(span.text.split()))
        for report, names in named.items() if actor.type != "place" else ():
            yield _entity(
                entity_id(lookup, "mentions", actor.id, report),
                "Mention",
                document=[entity_id(lookup, "reports", report)],
                resolved=[entity_id(lookup, "actors", actor.id)],
                name=names,
                detectedSchema=[SCHEMATA[actor.type]],
            )


def _event(lookup: Lookup, event: Event) -> Entity:
    first, _, last = (event.date or "").partition("/")
    dates = {"startDate": [plain_date(first)], "endDate": [plain_date(last)]} if last else {"date": [plain_date(first)]}
    involved = [actor for actor in (*event.actors, *event.recipients) if _is_legal(lookup, actor)]
    return _entity(
        entity_id(lookup, "events", event.id),
        "Event",
        name=[" ".join(event.evidence[0].text.split()) if event.evidence else event.type],
        keywords=[event.type, event.status],
        location=[event.place],
        involved=[entity_id(lookup, "actors", actor) for actor in involved],
        proof=[entity_id(lookup, "reports", span.report) for span in event.evidence],
        **dates,
    )


def _links(lookup: Lookup) -> Iterator[Entity]:
    """Yield a link between the first party of a relation and each of the others."""
    for relation in lookup.account.relations:
        parties = [party for party in relation.parties if _is_legal(lookup, party)]
        yield from (_link(lookup, relation, parties[0], other) for other in parties[1:])


def _link(lookup: Lookup, relation: Relation, one: str, other: str) -> Entity:
    return _entity(
        entity_id(lookup, "relations", relation.id, other),
        "UnknownLink",
        subject=[entity_id(lookup, "actors", one)],
        object=[entity_id(lookup, "actors", other)],
        role=[relation.level or relation.kind],
        startDate=[plain_date(relation.since.partition("/")[0]) if relation.since else None],
        proof=[entity_id(lookup, "reports", span.report) for span in relation.evidence],
    )


def _is_legal(lookup: Lookup, actor: str) -> bool:
    """Whether an actor can act: a place can't be involved in an event as one."""
    return actor in lookup.actors and lookup.actors[actor].type != "place"
