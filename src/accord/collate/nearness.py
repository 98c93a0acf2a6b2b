"""How near the clauses of a story are to one another: what `comparisons.compare` gives, for one clause and all others.

Words, actors and events are looked up in lists of their holders, so that a clause is compared with those alone that it
shares something telling with; the sums are NumPy's.
"""

import math
from collections import defaultdict
from collections.abc import Hashable, Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from accord.collate import comparisons as by
from accord.collate.clauses import Clause
from accord.collate.comparisons import Rarity
from accord.text.intervals import days_of

# A key that more clauses hold than this finds no partners, though it counts for those found by another.
MOST_HOLDERS = 400
# So many times of a clause are compared.
MOST_TIMES = 6
# Steps of the scale of sizes by which figures find partners, to a factor of ten.
FIGURE_STEPS = 10

Key = tuple[str, Hashable]
Indices = NDArray[np.int64]
Numbers = NDArray[np.float64]


class Nearness:
    """The clauses of a story, to be asked for those near one."""

    def __init__(self, clauses: Sequence[Clause], rarity: Rarity) -> None:
        self._clauses, self._rarity = clauses, rarity
        self._keys = [dict(_keys(clause, rarity)) for clause in clauses]
        holders: dict[Key, list[int]] = defaultdict(list)
        for index, keys in enumerate(self._keys):
            for key in keys:
                holders[key].append(index)
        self._holders = {key: np.array(held) for key, held in holders.items() if 1 < len(held) <= MOST_HOLDERS}
        self._common = {key: self._row(held) for key, held in holders.items() if len(held) > MOST_HOLDERS}
        self._quoting = _holders_of_runs(clauses)
        self._times = _Times(clauses, rarity)
        self._masses = np.array([by.mass(clause, rarity) for clause in clauses])
        self._nominal = np.array([clause.nominal for clause in clauses], dtype=np.int64)
        self._counting = self._row([index for index, clause in enumerate(clauses) if clause.figures])
        reports = {report: number for number, report in enumerate({clause.span.report: 0 for clause in clauses})}
        self._report = np.array([reports[clause.span.report] for clause in clauses])
        self._start = np.array([clause.span.start for clause in clauses])
        self._end = np.array([clause.span.end for clause in clauses])

    def after(self, one: int, least: float) -> Iterator[tuple[int, float]]:
        """Clauses further on that don't overlap a clause and score at least so much with it, in order."""
        others, shared = self._sharing(one)
        if self._counting[one]:
            self._add_figures(one, others, shared)
        shared += by.TIMES * self._times.shared(one, others)
        self._add_quotations(one, others, shared)
        scale = np.array(by.BY_PHRASES)[self._nominal[one] + self._nominal[others]]
        scores = scale * shared / (np.sqrt(self._masses[one] * self._masses[others]) + by.SMOOTHING)
        apart = (self._report[others] != self._report[one]) | (self._start[others] >= self._end[one])
        chosen = np.flatnonzero((scores >= least) & (apart | (self._end[others] <= self._start[one])))
        yield from zip(others[chosen].tolist(), scores[chosen].tolist(), strict=True)

    def _sharing(self, one: int) -> tuple[Indices, Numbers]:
        """Clauses further on that share more than actors with a clause, and the weight of all keys shared.

        Actors alone say little: a story is about the same few.
        """
        keys = self._keys[one]
        quoting = np.array([other for other in self._quoting.get(one, ()) if other > one], dtype=np.int64)
        found, weights, telling = [quoting], [0.0], [True]
        for key, weight in keys.items():
            held = self._holders.get(key)
            if held is not None:
                found.append(held[np.searchsorted(held, one, side="right") :])
                weights.append(weight)
                telling.append(key[0] != "actor")
        lengths = [len(each) for each in found]
        others, at = np.unique(np.concatenate(found), return_inverse=True)
        shared = np.bincount(at, np.repeat(weights, lengths), len(others)).astype(np.float64)
        for key, weight in keys.items():
            if key in self._common:
                shared += weight * self._common[key][others]
        kept = np.bincount(at, np.repeat(telling, lengths), len(others)) > 0
        return others[kept], shared[kept]

    def _add_figures(self, one: int, others: Indices, shared: Numbers) -> None:
        mine = self._clauses[one]
        for at in np.flatnonzero(self._counting[others]).tolist():
            theirs = self._clauses[others[at]]
            shared[at] += by.FIGURES * by.compare_figures(mine, theirs, self._rarity)[0]

    def _add_quotations(self, one: int, others: Indices, shared: Numbers) -> None:
        mine = self._clauses[one]
        for other in self._quoting.get(one, ()):
            if other > one:
                at = np.searchsorted(others, other)
                shared[at] += by.QUOTATIONS * by.compare_quotations(mine, self._clauses[other], self._rarity)[0]

    def _row(self, held: Sequence[int]) -> NDArray[np.bool_]:
        row = np.zeros(len(self._clauses), dtype=np.bool_)
        row[held] = True
        return row


def _keys(clause: Clause, rarity: Rarity) -> Iterator[tuple[Key, float]]:
    """What a clause is found by, with what it is worth when shared."""
    for stem in sorted(clause.stems):
        yield ("word", stem), rarity.of_stem[stem]
    for actor in sorted(clause.actors):
        yield ("actor", actor), by.ACTORS * rarity.of_actor[actor]
    for matter in sorted(clause.matters):
        yield ("matter", matter), by.MATTERS
    for figure in clause.figures:
        size = math.log10(abs(by.middle(figure) or 0.0) + 1)
        yield ("figure", round(size * FIGURE_STEPS)), 0.0


def _holders_of_runs(clauses: Sequence[Clause]) -> dict[int, list[int]]:
    """For each clause those that quote a run of the same words."""
    quoting: dict[tuple[str, ...], dict[int, None]] = defaultdict(dict)
    for index, clause in enumerate(clauses):
        for at in range(len(clause.quoted) - by.QUOTED_RUN + 1):
            quoting[clause.quoted[at : at + by.QUOTED_RUN]][index] = None
    near: dict[int, set[int]] = defaultdict(set)
    for held in quoting.values():
        for index in held if 1 < len(held) <= MOST_HOLDERS else ():
            near[index].update(held)
    return {index: sorted(others - {index}) for index, others in near.items()}


class _Times:
    """The times of all clauses as days, a row each; empty places are apart from all."""

    def __init__(self, clauses: Sequence[Clause], rarity: Rarity) -> None:
        shape = (len(clauses), MOST_TIMES)
        self._first, self._last = np.full(shape, 1), np.full(shape, 0)
        self._rarity = np.zeros(shape)
        self._count = np.zeros(len(clauses), dtype=np.int64)
        for row, clause in enumerate(clauses):
            known = [(days, time.edtf) for time in clause.times if (days := days_of(time.edtf))][:MOST_TIMES]
            self._count[row] = len(known)
            for column, (days, edtf) in enumerate(known):
                self._first[row, column], self._last[row, column] = days[0].toordinal(), days[1].toordinal()
                self._rarity[row, column] = rarity.of_time.get(edtf or "", 0.5)

    def shared(self, one: int, others: Indices) -> Numbers:
        """What the best pair of times is worth, of a clause and each of the others."""
        best = np.zeros(len(others))
        timed = np.flatnonzero(self._count[others]) if self._count[one] else np.array([], dtype=np.int64)
        first, last, rare = (table[others[timed]] for table in (self._first, self._last, self._rarity))
        for column in range(self._count[one]):
            start, end = self._first[one, column], self._last[one, column]
            same = (first == start) & (last == end)
            within = ((first >= start) & (last <= end)) | ((first <= start) & (last >= end))
            worth = np.where(same, by.SAME_DAYS["same"], np.where(within, by.SAME_DAYS["within"], 0.0))
            score = (worth * np.minimum(rare, self._rarity[one, column]) * (first <= last)).max(axis=1, initial=0.0)
            best[timed] = np.maximum(best[timed], score)
        return best
