"""The differences of a point, one for each kind: every value once, with the places that have it."""

from collections.abc import Iterable, Mapping

from msgspec import Struct

from accord.model.points import UNDATED, UNSAID, Difference, DifferenceKind, Point
from accord.model.spans import Span
from accord.publish.lookups import Lookup


class Comparison(Struct, frozen=True):
    """All differences of one kind in a point; values are said in words, and those without a place have no spans.

    `alone` says that each value is one that other readings lack, and not one of several that they have.
    """

    kind: DifferenceKind
    values: Mapping[str, list[Span]]
    compatible: bool
    note: str
    alone: bool = False


def comparisons_of(lookup: Lookup, point: Point) -> list[Comparison]:
    """Gather a point's differences by kind, those that can't all be true first."""
    by_kind: dict[DifferenceKind, list[Difference]] = {}
    for difference in sorted(point.differences, key=lambda one: one.compatible):
        by_kind.setdefault(difference.kind, []).append(difference)
    return [_compare(lookup, kind, differences) for kind, differences in by_kind.items()]


def _compare(lookup: Lookup, kind: DifferenceKind, differences: list[Difference]) -> Comparison:
    clashes = [difference for difference in differences if not difference.compatible]
    values = _values(lookup, kind, differences)
    given = {value: spans for value, spans in values.items() if value not in (UNDATED, UNSAID)}
    alone = bool(given) and len(given) < len(values)
    if alone:
        return Comparison(kind, _widest(given), not clashes, "", alone)
    return Comparison(kind, given or values, not clashes, _note(clashes or differences))


def _widest(values: dict[str, list[Span]]) -> dict[str, list[Span]]:
    """Leave out values that are part of another one of the same reports: "Ohio" beside "Ohio, Kentucky"."""
    told_by = {value: {span.report for span in spans} for value, spans in values.items()}
    return {
        value: spans
        for value, spans in values.items()
        if not any(value != other and value in other and told_by[value] <= told_by[other] for other in values)
    }


def _values(lookup: Lookup, kind: str, differences: Iterable[Difference]) -> dict[str, list[Span]]:
    told: dict[str, list[Span]] = {}
    for difference in differences:
        spans = difference.readings if len(difference.readings) == len(difference.values) else ()
        for number, value in enumerate(difference.values):
            held = told.setdefault(lookup.value(kind, value), [])
            held += [span for span in spans[number : number + 1] if span not in held]
    return told


def _note(differences: Iterable[Difference]) -> str:
    """Join what the notes say beside the values; of two values told both ways round, one is enough."""
    found: dict[frozenset[str], str] = {}
    for one in differences:
        for note in one.note.split("; "):
            sides = frozenset(note.split(" / "))
            if not sides <= frozenset(one.values):
                found.setdefault(sides, note)
    return "; ".join(found.values())
