"""Clauses of many reports into groups that say one thing."""

import heapq
import math
from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from typing import Any

from msgspec import Struct

from accord.collate.clauses import Clause
from accord.collate.comparisons import Rarity, compare, figure_key, reasons
from accord.collate.nearness import Nearness
from accord.collate.places import jaccard
from accord.model.spans import Span

# Clauses are together from these scores on, of two reports and of one; chosen with the weights of
# `comparisons`, by readings, links and origins (benchmarks/RESULTS.md).
TOGETHER = 0.29
TOGETHER_IN_ONE_REPORT = 0.2
# A report says one thing so many times at most; once more is another thing more often than not.
MOST_PER_REPORT = 3
# A clause joins a group when its mean score with all in it is at least this share of `TOGETHER`.
COHESION = 0.85
# How much more a complete clause counts as the one that stands for its group.
COMPLETE = 1.4
# Scores under this are as good as none: they are not kept.
LEAST_SCORE = 0.1
# Two clauses of one sentence that overlap by this share (Jaccard) are the same reading, cut twice.
SAME_STRETCH = 0.32
# What is rare weighs more than in proportion.
RARITY_POWER = 1.2

Edges = dict[int, dict[int, float]]


class Group(Struct, frozen=True):
    """Clauses, by index, that say one thing; the first is the most central. `because` tells why, a sentence each."""

    members: tuple[int, ...]
    because: tuple[str, ...]


def rarity_of(clauses: Sequence[Clause]) -> Rarity:
    """Weigh each word, actor, figure and time by how few sentences hold it: log(N / n) / log(N), 0 to 1, to a power.

    Sentences are counted, not clauses: a clause within a clause says the same words again.
    """
    sentences: dict[tuple[str, int], list[Clause]] = defaultdict(list)
    for clause in clauses:
        sentences[clause.span.report, clause.sentence].append(clause)
    scale = math.log(len(sentences) + 1)

    def weigh(keys_of: Callable[[Clause], Iterable[Any]]) -> dict[Any, float]:
        counts = Counter(key for held in sentences.values() for key in {key for each in held for key in keys_of(each)})
        return {key: (math.log((len(sentences) + 1) / count) / scale) ** RARITY_POWER for key, count in counts.items()}

    return Rarity(
        of_stem=weigh(lambda clause: clause.stems),
        of_actor=weigh(lambda clause: clause.actors),
        of_figure=weigh(lambda clause: map(figure_key, clause.figures)),
        of_time=weigh(lambda clause: (time.edtf for time in clause.times if time.edtf)),
    )


def align(clauses: Sequence[Clause]) -> list[Group]:
    """Group clauses around their most central one, so that chains of near-matches never run away.

    Only groups of two reports or more come back, in the order of their first clause; a clause is in one at most, and
    so is whatever of its sentence says the same.
    """
    rarity = rarity_of(clauses)
    edges: Edges = defaultdict(dict)
    nearness = Nearness(clauses, rarity)
    for one in range(len(clauses)):
        for other, score in nearness.after(one, LEAST_SCORE):
            edges[one][other] = edges[other][one] = score
    groups = [Group(members, _reasons(clauses, members, rarity)) for members in _stars(clauses, edges)]
    return sorted(groups, key=lambda group: min(group.members))


def _stars(clauses: Sequence[Clause], edges: Edges) -> Iterator[tuple[int, ...]]:
    """Take the clause with most support from other reports, with all that is near it; then the next of what is left."""
    free = set(edges)
    twins = _twins(clauses)
    taken = _Taken()

    reports = [clause.span.report for clause in clauses]
    near = {
        centre: [(reports[other], other, score) for other, score in found.items() if score >= TOGETHER]
        for centre, found in edges.items()
    }

    def support(centre: int) -> float:
        best: dict[str, float] = {}
        for report, other, score in near[centre]:
            if other in free and report != reports[centre] and score > best.get(report, 0.0):
                best[report] = score
        return math.fsum(best.values())

    heap = [(-support(index), index) for index in sorted(edges)]
    heapq.heapify(heap)
    while heap:
        claimed, centre = heapq.heappop(heap)
        now = support(centre) if centre in free else 0.0
        if not now:
            continue
        if -claimed > now + 1e-9:
            heapq.heappush(heap, (-now, centre))
            continue
        members = _around(centre, clauses, edges, free)
        free.difference_update((centre,), *([member, *twins[member]] for member in members))
        told = [clauses[member] for member in members]
        if len({clause.span.report for clause in told}) > 1 and not taken.holds(told):
            taken.add(told)
            middle = _middle(members, clauses, edges)
            yield (middle, *sorted(member for member in members if member != middle))


class _Taken:
    """Readings of the groups made so far, by their sentence."""

    def __init__(self) -> None:
        self._of_sentence: dict[tuple[str, int], list[tuple[int, Span]]] = defaultdict(list)
        self._groups = 0

    def holds(self, told: Sequence[Clause]) -> bool:
        """Whether all of these clauses are pieces of what one group holds already."""
        shared: set[int] | None = None
        for clause in told:
            held = self._of_sentence[clause.span.report, clause.sentence]
            over = {group for group, span in held if span.overlaps(clause.span)}
            shared = over if shared is None else shared & over
            if not shared:
                return False
        return bool(shared)

    def add(self, told: Sequence[Clause]) -> None:
        """Take a group of clauses."""
        for clause in told:
            self._of_sentence[clause.span.report, clause.sentence].append((self._groups, clause.span))
        self._groups += 1


def _middle(members: Sequence[int], clauses: Sequence[Clause], edges: Edges) -> int:
    """Give the member that is nearest to what the other reports say, a complete clause before pieces of one."""

    def nearness(member: int) -> float:
        report = clauses[member].span.report
        near = (edges[member].get(other, 0.0) for other in members if clauses[other].span.report != report)
        return math.fsum(near) * (COMPLETE if clauses[member].complete else 1.0)

    return max(members, key=lambda member: (nearness(member), -member))


def _around(centre: int, clauses: Sequence[Clause], edges: Edges, free: Collection[int]) -> list[int]:
    """Gather what is near a centre, nearest first, as long as it is near the others too."""
    members = [centre]
    for other, score in sorted(edges[centre].items(), key=lambda edge: (-edge[1], edge[0])):
        span = clauses[other].span
        own = [clauses[member].span for member in members if clauses[member].span.report == span.report]
        if other not in free or score < (TOGETHER_IN_ONE_REPORT if own else TOGETHER):
            continue
        if len(own) >= MOST_PER_REPORT or any(span.overlaps(each) for each in own):
            continue
        if sum(edges[other].get(member, 0.0) for member in members) >= COHESION * TOGETHER * len(members):
            members.append(other)
    return members


def _twins(clauses: Sequence[Clause]) -> dict[int, list[int]]:
    """For each clause those of its sentence that are the same stretch, cut a little otherwise."""
    sentences: dict[tuple[str, int], list[int]] = defaultdict(list)
    for index, clause in enumerate(clauses):
        sentences[clause.span.report, clause.sentence].append(index)
    return {
        one: [
            other for other in held if other != one and _overlap(clauses[one].span, clauses[other].span) > SAME_STRETCH
        ]
        for held in sentences.values()
        for one in held
    }


def _overlap(one: Span, other: Span) -> float:
    return jaccard((one.start, one.end), (other.start, other.end))


def _reasons(clauses: Sequence[Clause], members: Sequence[int], rarity: Rarity) -> tuple[str, ...]:
    """Say, for the nearest other member, what holds it to the centre."""
    centre = clauses[members[0]]
    if len(members) < 2:
        return ()
    scores = {other: compare(centre, clauses[other], rarity) for other in members[1:]}
    return reasons(centre, clauses[max(scores, key=lambda other: (scores[other], -other))], rarity)
