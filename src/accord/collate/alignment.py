"""Clauses of many reports into groups that say one thing."""

import heapq
import math
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from typing import Any

from msgspec import Struct

from accord.collate.clauses import Clause
from accord.collate.comparisons import Rarity, figure_key, reasons, values_of
from accord.collate.nearness import MOST_PARTNERS, Nearness
from accord.collate.places import jaccard
from accord.collate.repeats import FULLER, without_repeats

# Two clauses that are likelier than this to say the same hold their group together, less likely ones drive it apart.
# Links are found best from .16 to .25 on; of what real news has below .25 nine in ten share no statement
# (benchmarks/RESULTS.md).
TOGETHER = 0.24
# Two clauses that have fewer things in common than these (words, actors, a figure, a day) are so many times as likely
# to say the same as they are told to be: where real news shares one word, or is alike in meaning alone, one pair in ten
# does that is told up to even odds.
LEAST_COMMON, HARDLY = 2, 0.6
# A report says one thing so many times at most, as in headline, summary and body; once more is another thing.
MOST_PER_REPORT = 3
# How much more a complete clause counts as the one that stands for its group.
COMPLETE = 1.4
# What is less likely than this counts as nothing.
LEAST_LIKELY = 0.08
# Two clauses of one sentence that overlap by this share (Jaccard) are the same reading, cut twice.
SAME_STRETCH = 0.32
# Sums that are made in another order are the same within this.
SAME_GAIN = 1e-9
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
    """Group clauses, report after report, of which each two are likely to say the same.

    Only groups of two reports or more come back, in the order of their first clause; a clause is in one at most, and
    so is whatever of its sentence says the same. Chains of near-matches don't run away: a clause joins a group only
    where its likeness to all in it speaks for that on the whole.
    """
    rarity = rarity_of(clauses)
    return group_pairs(clauses, rarity, Nearness(clauses, rarity).pairs(LEAST_LIKELY))


def group_pairs(clauses: Sequence[Clause], rarity: Rarity, pairs: Iterable[tuple[int, int, float]]) -> list[Group]:
    """Group clauses as `align` does, given how likely each two of them say the same."""
    edges: Edges = defaultdict(dict)
    for one, other, told in pairs:
        likely = told if _have_in_common(clauses[one], clauses[other]) else HARDLY * told
        edges[one][other] = edges[other][one] = likely
    clusters = _Clusters(clauses, edges)
    groups = [_group(members, clauses, edges, rarity) for members in without_repeats(clusters.grown(), clauses)]
    return sorted(groups, key=lambda group: min(group.members))


class _Clusters:
    """Groups that grow by a clause at a time, the one that most speaks for first, until nothing speaks for any.

    What speaks for a clause is the sum, over the clauses of other reports in the group, of how much likelier than
    `TOGETHER` it says the same as each (correlation clustering, greedily). Then groups that so speak for one another
    are joined.
    """

    def __init__(self, clauses: Sequence[Clause], edges: Edges) -> None:
        self._clauses, self._edges = clauses, edges
        self._complete = [clause.complete for clause in clauses]
        self._reports = [clause.span.report for clause in clauses]
        self._twins = _twins(clauses)
        self._free = set(edges)
        self._members: list[list[int]] = []
        self._counts: list[Counter[str]] = []
        self._links: list[dict[int, float]] = []  # how likely a free clause says what each in a group does, summed
        self._within: list[float] = []

    def grown(self) -> list[tuple[float, tuple[int, ...]]]:
        """Return the groups, each with what speaks for it, by member."""
        pairs = [
            (TOGETHER - likely - self._lead(one, other), one, other, -1)
            for one, found in self._edges.items()
            for other, likely in found.items()
            if one < other and likely > TOGETHER
        ]
        pairs.sort(reverse=True)  # taken from the end; what groups claim later stands in the heap
        heap: list[tuple[float, int, int, int]] = []
        while pairs or heap:
            from_heap = heap and (not pairs or heap[0] < pairs[-1])
            claimed, one, other, group = heapq.heappop(heap) if from_heap else pairs.pop()
            if one not in self._free or (group < 0 and other not in self._free):
                continue
            followers: dict[int, float] = {}
            if group < 0:
                claimed += self._lead(one, other)
                group = self._begin(other)
                followers |= self._edges[other]
            gain = self._gain(one, group)
            if gain < -claimed - SAME_GAIN:  # the group has grown since
                if gain > 0:
                    heapq.heappush(heap, (-gain, one, other, group))
            elif self._fits(one, group):
                self._within[group] += gain
                self._add(one, group)
                for follower in followers | self._edges[one]:
                    if follower in self._free and (gain := self._gain(follower, group)) > 0:
                        heapq.heappush(heap, (-gain, follower, one, group))
        self._join()
        return [
            (within / (len(members) - 1), tuple(members))
            for within, members in zip(self._within, self._members, strict=True)
            if len(members) > 1
        ]

    def _join(self) -> None:
        """Join groups, those that most speaks for first: each began at a pair of its own."""
        group_of = {member: group for group, members in enumerate(self._members) for member in members}

        def worth(group: int) -> list[tuple[float, int, int]]:
            """What speaks for joining a group with each that is near it."""
            near = {
                group_of[other]
                for member in self._members[group]
                for other, likely in self._edges[member].items()
                if likely > TOGETHER and other in group_of
            } - {group}
            told = ((min(group, each), max(group, each)) for each in near)
            return [(-gain, *both) for both in told if (gain := self._gains(*both)) > 0]

        heap = sorted({found for group in range(len(self._members)) for found in worth(group)})
        while heap:
            claimed, one, other = heapq.heappop(heap)
            gain = self._gains(one, other) if self._members[one] and self._members[other] else 0.0
            if abs(gain + claimed) > SAME_GAIN or not self._fit(one, other):
                continue  # one of them has been joined with another since, and told anew
            joined = self._members[other]
            self._members[other] = []
            for member in joined:
                self._within[one] += self._gain(member, one)
                self._add(member, one)
                group_of[member] = one
            self._within[one] += self._within[other]
            for found in worth(one):
                heapq.heappush(heap, found)

    def _gains(self, one: int, other: int) -> float:
        """What speaks for two groups being one."""
        return math.fsum(self._gain(member, one) for member in self._members[other])

    def _fit(self, one: int, other: int) -> bool:
        """Whether the clauses of two groups can stand in one."""
        told = self._counts[one] + self._counts[other]
        return max(told.values()) <= MOST_PER_REPORT and all(self._fits(member, one) for member in self._members[other])

    def _lead(self, one: int, other: int) -> float:
        """By how much two clauses begin a group before those that are likelier: complete ones before their pieces."""
        return FULLER if self._complete[one] and self._complete[other] else 0.0

    def _gain(self, one: int, group: int) -> float:
        others = len(self._members[group]) - self._counts[group][self._reports[one]]
        return self._links[group].get(one, 0.0) - TOGETHER * min(others, MOST_PARTNERS)

    def _fits(self, one: int, group: int) -> bool:
        """Whether a clause can join.

        Its report doesn't say it too often, it lies over no reading of its own, and speaks of whom others are read for.
        """
        clause = self._clauses[one]
        if self._counts[group][clause.span.report] >= MOST_PER_REPORT:
            return False
        members = [self._clauses[member] for member in self._members[group]]
        return not any(member.span.overlaps(clause.span) or _speak_of_others(member, clause) for member in members)

    def _begin(self, one: int) -> int:
        self._members.append([])
        self._counts.append(Counter())
        self._links.append({})
        self._within.append(0.0)
        group = len(self._members) - 1
        self._add(one, group)
        return group

    def _add(self, one: int, group: int) -> None:
        self._members[group].append(one)
        self._counts[group][self._reports[one]] += 1
        self._free.difference_update((one, *self._twins[one]))  # what its twins say is said
        links = self._links[group]
        for neighbour, likely in self._edges[one].items():
            links[neighbour] = links.get(neighbour, 0.0) + likely


def _have_in_common(one: Clause, other: Clause) -> bool:
    """Whether two clauses share enough to be held together by it."""
    common = len(one.stems & other.stems)
    if common < LEAST_COMMON:
        common += (not one.actors.isdisjoint(other.actors)) + len(values_of(one) & values_of(other))
    return common >= LEAST_COMMON


def _middle(members: Sequence[int], clauses: Sequence[Clause], edges: Edges) -> int:
    """Give the member that is nearest to what the other reports say, a complete clause before pieces of one."""

    def nearness(member: int) -> float:
        report = clauses[member].span.report
        near = (edges[member].get(other, 0.0) for other in members if clauses[other].span.report != report)
        return math.fsum(near) * (COMPLETE if clauses[member].complete else 1.0)

    return max(members, key=lambda member: (nearness(member), -member))


def _twins(clauses: Sequence[Clause]) -> dict[int, list[int]]:
    """For each clause those of its sentence that are the same stretch, cut a little otherwise."""
    sentences: dict[tuple[str, int], list[int]] = defaultdict(list)
    for index, clause in enumerate(clauses):
        sentences[clause.span.report, clause.sentence].append(index)
    return {
        one: [other for other in held if other != one and _is_cut_twice(clauses[one], clauses[other])]
        for held in sentences.values()
        for one in held
    }


def _speak_of_others(one: Clause, other: Clause) -> bool:
    """Whether one of two clauses is read for persons of whom the other does not speak."""
    return bool(
        (one.read_for and not one.read_for & other.actors) or (other.read_for and not other.read_for & one.actors)
    )


def _is_cut_twice(one: Clause, other: Clause) -> bool:
    """Whether two clauses of a sentence are the same stretch; one that is read for a person says a thing of its own."""
    same = jaccard((one.span.start, one.span.end), (other.span.start, other.span.end)) > SAME_STRETCH
    return same and one.read_for == other.read_for


def _group(members: Sequence[int], clauses: Sequence[Clause], edges: Edges, rarity: Rarity) -> Group:
    """Put the central member first, and say what holds the one nearest to it there."""
    middle = _middle(members, clauses, edges)
    others = sorted(member for member in members if member != middle)
    nearest = max(others, key=lambda other: (edges[middle].get(other, 0.0), -other))
    return Group((middle, *others), reasons(clauses[middle], clauses[nearest], rarity))
