"""What stands around two clauses: what else each could be near, and whether other reports bear the pair out.

A pair alone tells how alike two clauses are. Whether they say the same depends on the rest of the story too: one of
them may be nearer to another clause of that report, a longer or shorter cut of its sentence may fit better, a third
report may say what both say. `Rivals` lays this out as numbers, from which `language.rivalry` goes on.
"""

from collections.abc import Iterator, Sequence

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from accord.collate.clauses import Clause

Indices = NDArray[np.int64]
Numbers = NDArray[np.float64]

# What no pair has been compared for counts as this unlikely (log-odds); what is surer than its opposite counts as that.
NONE = -6.0
# A third report bears a pair out by a clause that is at least so likely near both (log-odds), among as many of the
# clauses nearest to it: all that count in a story of a few reports, and enough where hundreds repeat one thing.
LEAST_WITNESS, MOST_WITNESSED = -3.0, 12
# Fewer reports than this, a likelihood each, are no share to speak of; two reports alone have no third.
FEW, MOST_PAIRED = 0.2, 2
# The two places of each pair of so many, the later second.
TRIANGLES = [np.triu_indices(size, 1) for size in range(MOST_WITNESSED + 1)]


class Rivals(Struct, frozen=True):
    """What stands around each pair, (pairs,) each; of what either side has its own, the lower and the higher.

    Log-odds: `over_*`, how much likelier the pair is than the best of the clause with the other's report; `cut_*`, than
    the best with any clause of the other's sentence; `sentences`, than the best of the two sentences; `elsewhere_*`,
    than the best of its sentence with another sentence of that report; `witness`, the best of a third report; `beside`,
    the best of the sentences before both or after both; `askew`, of one side's with that before or after the other's.

    Counts of other reports, a likelihood each, as logarithms so that large stories are read like small ones:
    `witnesses`, those that bear the pair out; `alone_*`, those near one side that don't; `borne_out_*`, the share of
    the first among those near a side; `third`, whether there are any others.

    Of the clauses themselves: `place_*` in their reports, 0 to 1, and how far `apart`; `length_*`, characters as a
    logarithm; whether `complete_*` and `saying_*`; `cuts_*`, how many clauses lie over it, and whether it is the
    `whole_*` of them.
    """

    odds: Numbers
    over_low: Numbers
    over_high: Numbers
    cut_low: Numbers
    cut_high: Numbers
    sentences: Numbers
    elsewhere_low: Numbers
    elsewhere_high: Numbers
    witness: Numbers
    witnesses: Numbers
    borne_out_low: Numbers
    borne_out_high: Numbers
    alone_low: Numbers
    alone_high: Numbers
    third: Numbers
    beside: Numbers
    askew: Numbers
    place_low: Numbers
    place_high: Numbers
    apart: Numbers
    length_low: Numbers
    length_high: Numbers
    length_apart: Numbers
    complete_low: Numbers
    complete_high: Numbers
    cuts_low: Numbers
    cuts_high: Numbers
    whole_low: Numbers
    whole_high: Numbers
    saying_low: Numbers
    saying_high: Numbers


def rivals_of(clauses: Sequence[Clause], ones: Indices, others: Indices, odds: Numbers) -> Rivals:
    """Lay out what stands around pairs of clauses of different reports, each given once, with their log-odds."""
    table = _Table(clauses, ones, others, np.clip(odds, NONE, -NONE))
    return table.rivals()


class _Table:
    """The pairs of a story, each seen from either side: a row from `here` to `there`, the first half as given."""

    def __init__(self, clauses: Sequence[Clause], ones: Indices, others: Indices, odds: Numbers) -> None:
        self._clauses = clauses
        self._here, self._there = np.concatenate([ones, others]), np.concatenate([others, ones])
        self._odds = np.concatenate([odds, odds])
        numbers = {report: number for number, report in enumerate({clause.span.report: 0 for clause in clauses})}
        self._report = np.array([numbers[clause.span.report] for clause in clauses], dtype=np.int64)
        self._reports = len(numbers)
        self._sentence = _number_sentences(clauses, self._report)
        self._sentences = int(self._sentence.max(initial=0)) + 2
        self._report_of = np.zeros(self._sentences, dtype=np.int64)
        self._report_of[self._sentence] = self._report

    def rivals(self) -> Rivals:
        """Return all that is told of the pairs, in the order in which they were given."""
        here, there, odds = self._here, self._there, self._odds
        half = len(odds) // 2
        mine, theirs = self._sentence[here], self._sentence[there]
        with_report = here * self._reports + self._report[there]
        best = _highest(with_report, odds, len(self._clauses) * self._reports)
        between, of_sentences = self._between(mine, theirs)
        witness, witnesses = self._witnesses()
        near = _likelihood(best.reshape(-1, self._reports)).sum(axis=1)
        third = np.maximum(near[here] - _likelihood(best[with_report]), FEW)
        return Rivals(
            odds[:half],
            *self._sided(odds - best[with_report]),
            *self._sided(odds - _best_of(here * self._sentences + theirs, odds)),
            (of_sentences - odds)[:half],
            *self._sided(self._elsewhere(between) - odds),
            witness,
            np.log1p(witnesses),
            *self._sided(np.minimum(np.tile(witnesses, 2) / third, 1.0)),
            *self._sided(np.log1p(np.maximum(third - np.tile(witnesses, 2), 0.0))),
            np.full(half, float(self._reports > MOST_PAIRED)),
            *self._beside(between, mine[:half], theirs[:half]),
            *self._of_clauses(),
        )

    def _of_clauses(self) -> Iterator[Numbers]:
        """What either clause is by itself: place, length, completeness, cuts over it, whether it says who speaks."""
        sentence = np.array([clause.sentence for clause in self._clauses], dtype=np.float64)
        last = np.ones(self._reports)
        np.maximum.at(last, self._report, sentence)
        sizes = np.log([max(1, clause.span.end - clause.span.start) for clause in self._clauses])
        for each in (sentence / last[self._report], sizes):
            low, high = self._sided(each[self._here])
            yield from (low, high, high - low)
        complete = np.array([clause.complete for clause in self._clauses], dtype=np.float64)
        saying = np.array([clause.saying for clause in self._clauses], dtype=np.float64)
        for each in (complete, *self._cuts(), saying):
            yield from self._sided(each[self._here])

    def _sided(self, rows: Numbers) -> tuple[Numbers, Numbers]:
        """What either side of the pairs has, the lower and the higher."""
        half = len(rows) // 2
        return np.minimum(rows[:half], rows[half:]), np.maximum(rows[:half], rows[half:])

    def _between(self, mine: Indices, theirs: Indices) -> tuple[tuple[Indices, Numbers, Indices], Numbers]:
        """The best log-odds of two sentences, by key in order; where each row's stands, and what it is."""
        keys, at = np.unique(mine * self._sentences + theirs, return_inverse=True)
        best = _highest(at, self._odds, len(keys))
        return (keys, best, at), best[at]

    def _elsewhere(self, between: tuple[Indices, Numbers, Indices]) -> Numbers:
        """For each row the best of its sentence with another sentence of the other's report."""
        keys, best, at = between
        mine, theirs = np.divmod(keys, self._sentences)
        groups, group = np.unique(mine * self._reports + self._report_of[theirs], return_inverse=True)
        order = np.lexsort((keys, -best, group))
        leads = np.flatnonzero(np.diff(group[order], prepend=-1))
        first = order[leads]
        follows = order[np.setdiff1d(np.arange(len(order)), leads, assume_unique=True)]
        second = _highest(group[follows], best[follows], len(groups))
        rest = np.where(first[group] == np.arange(len(keys)), second[group], best[first[group]])
        return rest[at]

    def _witnesses(self) -> tuple[Numbers, Numbers]:
        """The best of a third report that is near both, and how many reports are, a likelihood each."""
        half = len(self._odds) // 2
        pairs = self._here[:half] * len(self._clauses) + self._there[:half]
        order = np.argsort(pairs, kind="stable")
        found = list(self._triangles())
        if not found:
            return np.full(half, NONE), np.zeros(half)
        keys, report, odds = map(np.concatenate, zip(*found, strict=True))
        at = np.minimum(np.searchsorted(pairs[order], keys), half - 1)
        known = pairs[order][at] == keys
        keys, report, odds = order[at[known]], report[known], odds[known]
        each, place = np.unique(keys * self._reports + report, return_inverse=True)
        most = _highest(place, odds, len(each))
        pair = each // self._reports
        return _highest(pair, most, half), np.bincount(pair, _likelihood(most), half).astype(np.float64)

    def _triangles(self) -> Iterator[tuple[Indices, Indices, Numbers]]:
        """For each clause the pairs of those nearest to it, its report, and how near it is to both."""
        near = np.flatnonzero(self._odds >= LEAST_WITNESS)
        near = near[np.lexsort((self._there[near], -self._odds[near], self._here[near]))]
        begins = np.flatnonzero(np.diff(self._here[near], prepend=-1))
        for held in np.split(near, begins[1:]):
            rows = held[:MOST_WITNESSED]
            if len(rows) > 1:
                one, other = TRIANGLES[len(rows)]
                a, b = self._there[rows][one], self._there[rows][other]
                keys = np.minimum(a, b) * len(self._clauses) + np.maximum(a, b)
                yield keys, np.full(len(keys), self._report[self._here[rows[0]]]), self._odds[rows][other]

    def _cuts(self) -> tuple[Numbers, Numbers]:
        """For each clause how many of its sentence lie over it, itself among them, and whether it holds them all."""
        count, whole = np.ones(len(self._clauses)), np.zeros(len(self._clauses))
        start = np.array([clause.span.start for clause in self._clauses])
        end = np.array([clause.span.end for clause in self._clauses])
        order = np.argsort(self._sentence, kind="stable")
        for held in np.split(order, np.flatnonzero(np.diff(self._sentence[order])) + 1):
            over = (start[held][:, None] < end[held]) & (start[held] < end[held][:, None])
            count[held] = over.sum(axis=1)
            begins = np.where(over, start[held], np.iinfo(np.int64).max).min(axis=1)
            whole[held] = (begins == start[held]) & (np.where(over, end[held], 0).max(axis=1) == end[held])
        return count, whole

    def _beside(
        self, between: tuple[Indices, Numbers, Indices], mine: Indices, theirs: Indices
    ) -> tuple[Numbers, Numbers]:
        """The best of the sentences before both or after both; of one with that before or after the other."""

        def best(steps: Sequence[tuple[int, int]]) -> Numbers:
            found = np.full(len(mine), NONE)
            for here, there in steps:
                keys = (mine + here) * self._sentences + theirs + there
                at = np.minimum(np.searchsorted(between[0], keys), len(between[0]) - 1)
                found = np.maximum(found, np.where(between[0][at] == keys, between[1][at], NONE))
            return found

        if not len(mine):
            return np.zeros(0), np.zeros(0)
        return best(((1, 1), (-1, -1))), best(((1, 0), (0, 1), (-1, 0), (0, -1)))


def _number_sentences(clauses: Sequence[Clause], report: Indices) -> Indices:
    """Number the sentences of all clauses; two that follow one another in a report differ by one, no others do."""
    sentence = np.array([clause.sentence for clause in clauses], dtype=np.int64)
    order = np.lexsort((sentence, report))
    same_report = np.diff(report[order], prepend=-1) == 0
    step = np.where(same_report, np.minimum(np.diff(sentence[order], prepend=-2), 2), 2)
    numbers = np.empty(len(clauses), dtype=np.int64)
    numbers[order] = np.cumsum(step) - 1
    return numbers


def _best_of(keys: Indices, odds: Numbers) -> Numbers:
    """For each row the best of all that have its key."""
    each, at = np.unique(keys, return_inverse=True)
    return _highest(at, odds, len(each))[at]


def _highest(at: Indices, odds: Numbers, size: int) -> Numbers:
    """The highest log-odds at each of so many places, `NONE` where there are none."""
    best = np.full(size, NONE)
    np.maximum.at(best, at, odds)
    return best


def _likelihood(odds: Numbers) -> Numbers:
    return np.where(odds > NONE, 1 / (1 + np.exp(-odds)), 0.0)
