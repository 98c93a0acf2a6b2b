"""Clauses of many reports into groups that say one thing."""

import heapq
import math
from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Iterator, Sequence

from msgspec import Struct

from accord.collate.clauses import Clause
from accord.collate.comparisons import Rarity, compare, figure_key

# Two clauses of two reports are together from this sum on; two of one report must be nearer: else they are two things.
TOGETHER = 0.42
TOGETHER_IN_ONE_REPORT = 0.6
# A word that more clauses than this hold says too little to look for partners by.
MOST_HOLDERS = 400
# Every clause looks for partners by so many of its rarest keys.
KEYS_PER_CLAUSE = 10

Edges = dict[int, dict[int, float]]


class Group(Struct, frozen=True):
    """Clauses, by index, that say one thing; the first is the most central. `because` tells why, a sentence each."""

    members: tuple[int, ...]
    because: tuple[str, ...]


def rarity_of(clauses: Sequence[Clause]) -> Rarity:
    """Weigh each word, actor and figure by how few clauses hold it: log(N / n) / log(N), 0 to 1."""
    total = len(clauses)

    def weigh(keys: Iterable[Hashable]) -> dict[Hashable, float]:
        counts = Counter(keys)
        scale = math.log(total + 1)
        return {key: math.log((total + 1) / count) / scale for key, count in counts.items()}

    return Rarity(
        of_stem=weigh(word for clause in clauses for word in clause.stems),  # type: ignore[arg-type]
        of_actor=weigh(actor for clause in clauses for actor in clause.actors),  # type: ignore[arg-type]
        of_figure=weigh(figure_key(figure) for clause in clauses for figure in clause.figures),
    )


def align(clauses: Sequence[Clause]) -> list[Group]:
    """Group clauses around their most central one, so that chains of near-matches never run away.

    Only groups of two reports or more come back, in the order of their first clause; a clause is in one at most.
    """
    rarity = rarity_of(clauses)
    edges: Edges = defaultdict(dict)
    for one, other in _candidates(clauses, rarity):
        score, _ = compare(clauses[one], clauses[other], rarity)
        same_report = clauses[one].span.report == clauses[other].span.report
        if score >= (TOGETHER_IN_ONE_REPORT if same_report else TOGETHER):
            edges[one][other] = edges[other][one] = score
    groups = [Group(members, _reasons(clauses, members, rarity)) for members in _stars(clauses, edges)]
    return sorted(groups, key=lambda group: min(group.members))


def _candidates(clauses: Sequence[Clause], rarity: Rarity) -> Iterator[tuple[int, int]]:
    """Yield pairs worth comparing: those that share one of their rarest words, a figure or a run of quoted words."""
    holders: dict[Hashable, list[int]] = defaultdict(list)
    for index, clause in enumerate(clauses):
        rare = sorted(clause.stems, key=lambda word: (-rarity.of_stem[word], word))[:KEYS_PER_CLAUSE]
        keys: list[Hashable] = [
            *rare,
            *(("figure", round(math.log10(abs(f.value or f.min or 1) + 1), 1)) for f in clause.figures),
        ]
        for key in dict.fromkeys(keys):
            holders[key].append(index)
    pairs: set[tuple[int, int]] = set()
    for members in holders.values():
        if len(members) <= MOST_HOLDERS:
            pairs.update((one, other) for at, one in enumerate(members) for other in members[at + 1 :])
    yield from sorted(pairs)


def _stars(clauses: Sequence[Clause], edges: Edges) -> Iterator[tuple[int, ...]]:
    """Take the clause with most support from other reports, with all that is near it; then the next of what is left."""
    free = set(edges)

    def support(centre: int) -> float:
        best: dict[str, float] = {}
        for other, score in edges[centre].items():
            report = clauses[other].span.report
            if other in free and report != clauses[centre].span.report:
                best[report] = max(best.get(report, 0.0), score)
        return sum(best.values())

    heap = [(-support(index), index) for index in sorted(edges)]
    heapq.heapify(heap)
    while heap:
        claimed, centre = heapq.heappop(heap)
        if centre not in free:
            continue
        now = support(centre)
        if not now:
            continue
        if -claimed > now + 1e-9:
            heapq.heappush(heap, (-now, centre))
            continue
        members = sorted(other for other in edges[centre] if other in free)
        free -= {centre, *members}
        yield (centre, *members)


def _reasons(clauses: Sequence[Clause], members: Sequence[int], rarity: Rarity) -> tuple[str, ...]:
    """Say, for the nearest other member, what holds it to the centre."""
    centre = clauses[members[0]]
    scored = [compare(centre, clauses[other], rarity) for other in members[1:]]
    return max(scored, key=lambda each: (each[0], each[1]))[1] if scored else ()
