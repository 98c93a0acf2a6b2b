"""The differences among the readings of one point: which readings are compared, and what is told of it."""

from collections.abc import Hashable, Iterator, Mapping, Sequence
from itertools import combinations
from math import sqrt

import msgspec
from msgspec import Struct

from accord.collate.comparisons import figure_key
from accord.collate.contexts import Contrast, Told
from accord.collate.contrasts import CONTRASTS
from accord.model.points import Difference, DifferenceKind
from accord.model.spans import Span

# Kinds of which a point shows one difference for all its readings, where they can all be true.
ONCE = frozenset({"figure", "precision", "stage", "wording", "attribution", "actor", "place"})


class Version(Struct, frozen=True):
    """A reading with all that say the very same: copies are compared once for all."""

    first: Told
    members: tuple[Told, ...]


class _Gathered:
    """What contrasts of one kind say: each value with its place, and the notes, each once and in order."""

    __slots__ = ("notes", "places")

    def __init__(self) -> None:
        self.places: dict[tuple[str, Span], None] = {}
        self.notes: dict[str, None] = {}


def differences_of(told: Sequence[Told]) -> tuple[Difference, ...]:
    """Differences among the readings of a point, contradictions first.

    Readings of two reports are compared, each with the nearest of the other; of one report only contradictions between
    those whom it cites count.
    A contradiction stands for each pair of values; what is only finer, earlier or worded otherwise, once a kind.
    """
    found: dict[tuple[DifferenceKind, bool, frozenset[str] | None], _Gathered] = {}
    for one, other, in_one_report in _pairs(_versions(_with_dates(told))):
        for kind, contrast_of in CONTRASTS:
            contrast = contrast_of(one.first, other.first)
            if contrast and not (in_one_report and (contrast.compatible or _is_one_voice(one, other))):
                values = None if contrast.compatible and kind in ONCE else frozenset(contrast.values)
                gathered = found.setdefault((kind, contrast.compatible, values), _Gathered())
                gathered.places.update(dict.fromkeys(_places(contrast, one, other)))
                gathered.notes[contrast.note] = None
    made = [_difference(kind, compatible, gathered) for (kind, compatible, _), gathered in found.items()]
    order = list(dict(CONTRASTS))
    return tuple(sorted(made, key=lambda each: (each.compatible, order.index(each.kind), each.readings)))


def _with_dates(told: Sequence[Told]) -> list[Told]:
    """Readings with the dates of all readings of their report: a headline lacks none that the report then gives."""
    given: dict[str, set[str]] = {}
    for each in told:
        given.setdefault(each.clause.span.report, set()).update(time.edtf for time in each.clause.times if time.edtf)
    return [msgspec.structs.replace(each, dates=frozenset(given[each.clause.span.report])) for each in told]


def _is_one_voice(one: Version, other: Version) -> bool:
    """Whether two readings of a report have one root and the same speakers, or none: it doesn't contradict itself."""
    mine, theirs = (
        {who for each in told.clause.attributions for who in each.speaker} for told in (one.first, other.first)
    )
    return one.first.chain.root == other.first.chain.root and mine == theirs


def _versions(told: Sequence[Told]) -> list[Version]:
    """Put readings together that nothing tells apart but their reports; what none of these names is named by none."""
    found: dict[Hashable, list[Told]] = {}
    for each in told:
        found.setdefault(_content(each), []).append(each)
    return [
        Version(
            msgspec.structs.replace(
                held[0],
                report_names=frozenset().union(*(each.report_names for each in held)),
                report_counts=frozenset().union(*(each.report_counts for each in held)),
                dates=frozenset().union(*(each.dates for each in held)),
            )
            if len(held) > 1
            else held[0],
            tuple(held),
        )
        for held in found.values()
    ]


def _content(told: Told) -> Hashable:
    clause = told.clause
    speeches = tuple((each.speaker, each.source.text if each.source else None) for each in clause.attributions)
    return (
        clause.span.text,
        tuple((figure_key(figure), figure.comparator) for figure in clause.figures),
        clause.quoted,
        told.context.span.text,
        told.fuller.span.text,
        tuple(map(figure_key, told.fuller.figures)),
        told.stage,
        clause.span.start - told.context.span.start,
        tuple(time.edtf for time in (*clause.times, *clause.around)),
        tuple((mention.actor, mention.span.start - clause.span.start) for mention in (*told.mentions, *told.added)),
        told.named,
        speeches,
    )


def _pairs(versions: Sequence[Version]) -> Iterator[tuple[Version, Version, bool]]:
    """Yield pairs within one report, and of two reports those of which one is the nearest to the other, each once.

    Reports that tell the same versions are as one.
    """
    told_by: dict[str, list[int]] = {}
    for number, version in enumerate(versions):
        for report in dict.fromkeys(each.clause.span.report for each in version.members):
            told_by.setdefault(report, []).append(number)
    profiles = [tuple(held) for held in dict.fromkeys(map(tuple, told_by.values()))]
    inside = dict.fromkeys(pair for profile in profiles for pair in combinations(profile, 2))
    yield from ((versions[one], versions[other], True) for one, other in inside)
    near: dict[tuple[int, int], None] = {}
    for mine, theirs in combinations(profiles, 2):
        near.update(dict.fromkeys((one, _nearest(versions, one, theirs)) for one in mine))
        near.update(dict.fromkeys((_nearest(versions, other, mine), other) for other in theirs))
    yield from ((versions[one], versions[other], False) for one, other in _unordered(near) if one != other)


def _unordered(pairs: Mapping[tuple[int, int], None]) -> list[tuple[int, int]]:
    return list(dict.fromkeys((min(pair), max(pair)) for pair in pairs))


def _nearest(versions: Sequence[Version], one: int, among: Sequence[int]) -> int:
    if one in among:
        return one
    if len(among) == 1:
        return among[0]
    return max(among, key=lambda other: (nearness(versions[one].first, versions[other].first), -other))


def nearness(one: Told, other: Told) -> float:
    """Say how much of what two readings hold is common to both, 0 to 1; the same text is nearest."""
    if one.clause.span.text == other.clause.span.text:
        return 1.0
    mine, theirs = _held(one), _held(other)
    return len(mine & theirs) / (sqrt(len(mine) * len(theirs)) + 1)


def _held(told: Told) -> frozenset[Hashable]:
    clause = told.clause
    return frozenset(
        (*clause.stems, *clause.actors, *map(figure_key, clause.figures), *(time.edtf for time in clause.times))
    )


def _places(contrast: Contrast, one: Version, other: Version) -> Iterator[tuple[str, Span]]:
    """Yield each value with every place that has it: that of the contrast, in all that say the very same."""
    for value, place, version in zip(contrast.values, contrast.places, (one, other), strict=True):
        yield from ((value, _moved(place, version.first, member)) for member in version.members)


def _moved(place: Span, first: Told, member: Told) -> Span:
    """Find the place of one reading in another that says the very same."""
    if first.clause.span == member.clause.span:
        return place
    wholes = ((first.clause, member.clause), (first.context, member.context), (first.fuller, member.fuller))
    for mine, theirs in wholes:
        if mine.span.holds(place):
            start = theirs.span.start + place.start - mine.span.start
            return Span(theirs.span.report, start, start + len(place.text), place.text)
    return member.clause.span


def _difference(kind: DifferenceKind, compatible: bool, gathered: _Gathered) -> Difference:
    """Make one difference of contrasts of a kind: each value beside the place that has it."""
    return Difference(
        kind=kind,
        between=tuple(dict.fromkeys(place.report for _, place in gathered.places)),
        readings=tuple(place for _, place in gathered.places),
        values=tuple(value for value, _ in gathered.places),
        compatible=compatible,
        note="; ".join(gathered.notes),
    )
