"""Every anchored thing of an account in one list, for formats that are lists of annotations."""

from collections.abc import Iterator

from msgspec import Struct

from accord.model.spans import Span
from accord.publish.lookups import Lookup
from accord.publish.values import spell_figure


class Item(Struct, frozen=True):
    """One thing said of a place: the section and id it belongs to, its part there, and a line of what is said."""

    section: str
    id: str
    part: str
    spans: tuple[Span, ...]
    note: str


def items_of(lookup: Lookup) -> Iterator[Item]:
    """Yield every anchored thing, section by section in the order of the record."""
    for section in (_times, _figures, _attributions, _actors, _events, _commitments, _relations, _points, _rest):
        yield from section(lookup)


def _times(lookup: Lookup) -> Iterator[Item]:
    for number, time in enumerate(lookup.account.times, start=1):
        yield Item("times", str(number), time.kind, (time.span,), time.edtf or "")


def _figures(lookup: Lookup) -> Iterator[Item]:
    for number, figure in enumerate(lookup.account.figures, start=1):
        of = f", {figure.of}" if figure.of else ""
        yield Item("figures", str(number), "figure", (figure.span,), f"{spell_figure(figure)}{of}")


def _attributions(lookup: Lookup) -> Iterator[Item]:
    for attribution in lookup.account.attributions:
        speaker = ", ".join(lookup.speakers(attribution))
        yield Item("attributions", attribution.id, f"{attribution.kind} content", attribution.content, speaker)
        for part, span in (("source", attribution.source), ("cue", attribution.cue)):
            if span:
                yield Item("attributions", attribution.id, part, (span,), speaker)


def _actors(lookup: Lookup) -> Iterator[Item]:
    for actor in lookup.account.actors:
        for span in actor.mentions:
            yield Item("actors", actor.id, actor.type, (span,), actor.name)


def _events(lookup: Lookup) -> Iterator[Item]:
    for event in lookup.account.events:
        date = f" {event.date}" if event.date else ""
        for span in event.evidence:
            yield Item("events", event.id, event.type, (span,), f"{event.type} {event.status}{date}")


def _commitments(lookup: Lookup) -> Iterator[Item]:
    for commitment in lookup.account.commitments:
        for reading in commitment.readings:
            yield Item("commitments", commitment.id, reading.stage, (reading.span,), commitment.subject.text)


def _relations(lookup: Lookup) -> Iterator[Item]:
    for relation in lookup.account.relations:
        parties = ", ".join(lookup.names(relation.parties))
        for span in relation.evidence:
            note = f"{relation.level or relation.kind}: {parties}"
            yield Item("relations", relation.id, relation.kind, (span,), note)


def _points(lookup: Lookup) -> Iterator[Item]:
    for number, point in lookup.points.values():
        for reading in point.readings:
            chain = " ← ".join((lookup.label(reading.span.report), *lookup.chain(reading)))
            yield Item("points", point.id, "reading", (reading.span,), f"{number}, {point.standing}: {chain}")


def _rest(lookup: Lookup) -> Iterator[Item]:
    for number, omission in enumerate(lookup.account.omissions, start=1):
        if omission.evidence:
            yield Item("omissions", str(number), omission.kind, (omission.evidence,), "")
    for number, origin in enumerate(lookup.account.origins, start=1):
        for span in origin.evidence:
            yield Item("origins", str(number), origin.kind, (span,), lookup.name(origin.origin))
