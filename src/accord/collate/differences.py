"""The differences among the readings of one point: which readings are compared, and what is told of it."""

from collections.abc import Iterator, Sequence
from itertools import combinations

from accord.collate.contexts import Told
from accord.collate.contrasts import CONTRASTS, Contrast
from accord.model.points import Difference, DifferenceKind

# Kinds of which a point shows one difference for all its readings, where they can all be true.
ONCE = frozenset({"figure", "precision", "stage", "wording", "attribution", "actor", "place"})


def differences_of(told: Sequence[Told]) -> tuple[Difference, ...]:
    """Differences among the readings of a point, contradictions first.

    Readings of two reports are compared, each with the nearest of the other; of one report only contradictions count.
    A contradiction stands for each pair of values; what is only finer, earlier or worded otherwise, once a kind.
    """
    found: dict[tuple[DifferenceKind, bool, frozenset[str] | None], list[Contrast]] = {}
    for one, other in _pairs(told):
        for kind, contrast_of in CONTRASTS:
            contrast = contrast_of(one, other)
            if contrast and not (contrast.compatible and one.clause.span.report == other.clause.span.report):
                values = None if contrast.compatible and kind in ONCE else frozenset(contrast.values)
                found.setdefault((kind, contrast.compatible, values), []).append(contrast)
    made = [_difference(kind, compatible, contrasts) for (kind, compatible, _), contrasts in found.items()]
    order = list(dict(CONTRASTS))
    return tuple(sorted(made, key=lambda each: (each.compatible, order.index(each.kind), each.readings)))


def _pairs(told: Sequence[Told]) -> Iterator[tuple[Told, Told]]:
    """Yield pairs of one report, and of two reports those of which one is the nearest to the other."""
    of_report: dict[str, list[int]] = {}
    for index, each in enumerate(told):
        of_report.setdefault(each.clause.span.report, []).append(index)
    for held in of_report.values():
        yield from ((told[one], told[other]) for one, other in combinations(held, 2))
    for mine, theirs in combinations(of_report.values(), 2):
        near = {(one, _nearest(told, one, theirs)) for one in mine}
        near |= {(_nearest(told, other, mine), other) for other in theirs}
        yield from ((told[one], told[other]) for one, other in sorted(near))


def _nearest(told: Sequence[Told], one: int, among: Sequence[int]) -> int:
    if len(among) == 1:
        return among[0]
    return max(among, key=lambda other: (nearness(told[one], told[other]), -other))


def nearness(one: Told, other: Told) -> float:
    """Say how much of what two readings hold is common to both, 0 to 1; the same text is nearest."""
    if one.clause.span.text == other.clause.span.text:
        return 1.0
    mine = one.clause.stems | one.clause.actors | {time.edtf for time in one.clause.times}
    theirs = other.clause.stems | other.clause.actors | {time.edtf for time in other.clause.times}
    return len(mine & theirs) / (len(mine | theirs) + 1)


def _difference(kind: DifferenceKind, compatible: bool, contrasts: Sequence[Contrast]) -> Difference:
    """Make one difference of contrasts of a kind: each value beside the place that has it."""
    told = dict.fromkeys(pair for contrast in contrasts for pair in zip(contrast.values, contrast.places, strict=True))
    places = [place for _, place in told]
    return Difference(
        kind=kind,
        between=tuple(dict.fromkeys(place.report for place in places)),
        readings=tuple(places),
        values=tuple(value for value, _ in told),
        compatible=compatible,
        note="; ".join(dict.fromkeys(contrast.note for contrast in contrasts)),
    )
