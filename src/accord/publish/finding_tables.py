"""Tables of what was found: figures, times, attributions, mentions, events, commitments, relations."""

from collections.abc import Iterator

from accord.publish.lookups import Lookup
from accord.publish.tables import PLACE, Row, Table, columns, listed, place


def _figures(lookup: Lookup) -> Iterator[Row]:
    for figure in lookup.account.figures:
        value = (figure.comparator, figure.value, figure.min, figure.max, figure.unit, figure.of)
        yield (*place(lookup, figure.span), *value)


def _times(lookup: Lookup) -> Iterator[Row]:
    for time in lookup.account.times:
        yield (*place(lookup, time.span), time.edtf, time.kind)


def _attributions(lookup: Lookup) -> Iterator[Row]:
    for attribution in lookup.account.attributions:
        for number, span in enumerate(attribution.content, start=1):
            yield (
                *(attribution.id, number, attribution.kind, *place(lookup, span)),
                attribution.source.text if attribution.source else None,
                attribution.cue.text if attribution.cue else None,
                *(listed(lookup.names(attribution.speaker)), listed(lookup.names(attribution.to))),
                *(attribution.venue, listed(lookup.names(attribution.via)), attribution.date),
            )


def _actors(lookup: Lookup) -> Iterator[Row]:
    for actor in lookup.account.actors:
        offices = [f"{office.title}, {office.of}" if office.of else office.title for office in actor.offices]
        for span in actor.mentions:
            yield actor.id, actor.name, actor.type, listed(offices), *place(lookup, span)


def _events(lookup: Lookup) -> Iterator[Row]:
    for event in lookup.account.events:
        who = listed(lookup.names(event.actors)), listed(lookup.names(event.recipients))
        for span in event.evidence:
            yield event.id, event.type, event.status, *who, event.date, event.place, *place(lookup, span)


def _commitments(lookup: Lookup) -> Iterator[Row]:
    for commitment in lookup.account.commitments:
        parties, topics = listed(lookup.names(commitment.parties)), listed(commitment.topics)
        for reading in commitment.readings:
            via = listed(lookup.names(reading.via))
            shared = (commitment.id, commitment.subject.text, parties, commitment.instrument, topics)
            yield (*shared, reading.stage, via, *place(lookup, reading.span))


def _relations(lookup: Lookup) -> Iterator[Row]:
    for relation in lookup.account.relations:
        parties = listed(lookup.names(relation.parties))
        for span in relation.evidence:
            yield relation.id, relation.kind, parties, relation.level, relation.since, *place(lookup, span)


def _omissions(lookup: Lookup) -> Iterator[Row]:
    for omission in lookup.account.omissions:
        missing = listed([lookup.label(report) for report in omission.missing_from])
        found = place(lookup, omission.evidence) if omission.evidence else (None,) * len(PLACE)
        yield (omission.kind, missing, omission.point, *found)


def _origins(lookup: Lookup) -> Iterator[Row]:
    for origin in lookup.account.origins:
        for span in origin.evidence:
            yield lookup.name(origin.origin), origin.kind, *place(lookup, span)


FINDING_TABLES = (
    Table(
        "figures",
        "one row a count, amount or share",
        (
            *PLACE,
            *columns(
                ("comparator", "string", "= ≥ ≤ > < or ~"),
                ("value", "number", "the value in full units; empty for a range"),
                ("min", "number", "the lower end"),
                ("max", "number", "the upper end"),
                ("unit", "string", "what is counted; ISO 4217 for money, % for shares"),
                ("of", "string", "what it is a figure of"),
            ),
        ),
        _figures,
    ),
    Table(
        "times",
        "one row a time expression",
        (
            *PLACE,
            *columns(("edtf", "string", "its place on the calendar, EDTF level 1")),
            *columns(("kind", "string", "date, interval or duration")),
        ),
        _times,
    ),
    Table(
        "attributions",
        "one row a stretch of attributed words; one attribution may have several",
        (
            *columns(
                ("attribution", "string", "id of the attribution"),
                ("piece", "integer", "which stretch of it this is, from 1"),
                ("kind", "string", "direct, indirect or mixed"),
            ),
            *PLACE,
            *columns(
                ("source", "string", "who the report says it is, verbatim"),
                ("cue", "string", "the verb or phrase of attribution, verbatim"),
                ("speaker", "string", "actors, parted by '; '"),
                ("to", "string", "actors it was said to, parted by '; '"),
                ("venue", "string", "where it was said"),
                ("via", "string", "whom it came through, nearest first, parted by '; '"),
                ("date", "string", "when it was said, EDTF"),
            ),
        ),
        _attributions,
    ),
    Table(
        "mentions",
        "one row a mention of an actor",
        (
            *columns(
                ("actor", "string", "id of the actor"),
                ("name", "string", "its name"),
                ("type", "string", "person, state, organization or place"),
                ("offices", "string", "posts that a person holds, parted by '; '"),
            ),
            *PLACE,
        ),
        _actors,
    ),
    Table(
        "events",
        "one row a place that tells of an event",
        (
            *columns(
                ("event", "string", "id of the event"),
                ("type", "string", "PLOVER root, or OTHER"),
                ("status", "string", "happened, planned, possible or denied"),
                ("actors", "string", "who acts, parted by '; '"),
                ("recipients", "string", "upon whom, parted by '; '"),
                ("date", "string", "when, EDTF"),
                ("place", "string", "where"),
            ),
            *PLACE,
        ),
        _events,
    ),
    Table(
        "commitments",
        "one row for each report's version of a commitment",
        (
            *columns(
                ("commitment", "string", "id of the commitment"),
                ("subject", "string", "what it is about, verbatim"),
                ("parties", "string", "actors, parted by '; '"),
                ("instrument", "string", "the paper it is in"),
                ("topics", "string", "parted by '; '"),
                ("stage", "string", "proposed, expected, possible, pledged, agreed, signed or in-force"),
                ("via", "string", "whom the reading came through, nearest first, parted by '; '"),
            ),
            *PLACE,
        ),
        _commitments,
    ),
    Table(
        "relations",
        "one row a place that tells of a relation",
        (
            *columns(
                ("relation", "string", "id of the relation"),
                ("kind", "string", "partnership, dispute, membership, trade, framework or other"),
                ("parties", "string", "actors, parted by '; '"),
                ("level", "string", "the level of a partnership"),
                ("since", "string", "since when, EDTF"),
            ),
            *PLACE,
        ),
        _relations,
    ),
    Table(
        "omissions",
        "one row an absence",
        (
            *columns(
                ("kind", "string", "reported (a report tells of it) or observed (other reports show it)"),
                ("missing_from", "string", "outlets that do not tell the point, parted by '; '"),
                ("point", "string", "id of the point"),
            ),
            *PLACE,
        ),
        _omissions,
    ),
    Table(
        "origins",
        "one row a place that shows whom a report leans on",
        (
            *columns(
                ("origin", "string", "whom"),
                ("kind", "string", "agency, state-media, outlet, official-statement, person or document"),
            ),
            *PLACE,
        ),
        _origins,
    ),
)
