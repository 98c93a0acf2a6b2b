"""How likely the clauses of a story say the same thing: by `comparisons.WEIGHTS`, then, in doubt, word by word.

Words and actors are looked up in lists of their holders, so that a clause is compared with those alone that share
something telling with it or mean something alike; the sums are NumPy's.
"""

import math
from collections import defaultdict
from collections.abc import Hashable, Iterator, Sequence

import msgspec
import numpy as np
from numpy.typing import NDArray

from accord.collate.clauses import Clause
from accord.collate.comparisons import (
    BIAS,
    QUOTED_RUN,
    SAME_DAYS,
    WEIGHTS,
    Rarity,
    Weights,
    compare_figures,
    middle,
)
from accord.collate.meanings import Meanings
from accord.collate.rivals import rivals_of
from accord.collate.stretches import ROUNDED, Stretches
from accord.language.likeness import load_likeness
from accord.language.rivalry import load_rivalry
from accord.text.intervals import days_of

# A key that more clauses hold than this finds no partners, though it counts for those found by another.
MOST_HOLDERS = 200
# So many times of a clause are compared.
MOST_TIMES = 6
# Steps of the scale of sizes by which figures find partners, to a factor of ten.
FIGURE_STEPS = 10
# A cosine from here on makes a partner of a clause that shares nothing telling.
LEAST_COSINE = 0.35
# So many partners of a clause are given.
MOST_PARTNERS = 40
# Between these log-odds, two clauses are read word by word; beyond, stories tell too little of what the words add.
CLOSER, SURE = -3.5, 4.0
# So many pairs of a story are, those nearest to these log-odds; what hundreds of reports have beyond goes by the table.
MOST_READ, IN_DOUBT = 15_000, -1.5
# So many, the likeliest, are weighed beside their rivals: all of a story of some twenty reports.
MOST_WEIGHED = 100_000

Key = tuple[str, Hashable]
Indices = NDArray[np.int64]
Numbers = NDArray[np.float64]


class Nearness:
    """The clauses of a story, report after report, to be asked for those near one."""

    def __init__(self, clauses: Sequence[Clause], rarity: Rarity) -> None:
        self._clauses, self._rarity = clauses, rarity
        self._keys = [dict(_keys(clause, rarity)) for clause in clauses]
        holders: dict[Key, list[int]] = defaultdict(list)
        for index, keys in enumerate(self._keys):
            for key in keys:
                holders[key].append(index)
        self._holders = {key: np.array(held) for key, held in holders.items() if 1 < len(held) <= MOST_HOLDERS}
        self._common = {key: self._row(held) for key, held in holders.items() if len(held) > MOST_HOLDERS}
        self._times = _Times(clauses, rarity)
        # clauses of a sentence hold the same figures again and again
        counts: dict[tuple[int, ...], int] = {}
        held = [tuple(map(id, clause.figures)) for clause in clauses]
        self._counted = np.array(
            [counts.setdefault(each, len(counts)) if each else -1 for each in held], dtype=np.int64
        )
        self._counted_alike: dict[tuple[int, int], float] = {}
        self._persons = np.array([len(clause.persons) for clause in clauses])
        named = {person for clause in clauses for person in clause.persons}
        self._naming = {person: self._row(held) for person, held in _holding(clauses, "persons").items()}
        speaking = _holding(clauses, "actors").items()
        self._speaking = {actor: self._row(held) for actor, held in speaking if actor in named}
        self._read_for = {person: self._row(held) for person, held in _holding(clauses, "read_for").items()}
        self._is_read_for = self._row([index for index, clause in enumerate(clauses) if clause.read_for])
        self._lengths = np.log([clause.length for clause in clauses])
        self._headlines = np.array([clause.role == "headline" for clause in clauses], dtype=np.float64)
        self._captions = np.array([clause.role == "caption" for clause in clauses], dtype=np.float64)
        reports = {report: number for number, report in enumerate({clause.span.report: 0 for clause in clauses})}
        self._report = np.array([reports[clause.span.report] for clause in clauses], dtype=np.int64)
        self._meanings = Meanings([clause.vector for clause in clauses], self._report, LEAST_COSINE)

    def pairs(self, least: float) -> Iterator[tuple[int, int, float]]:
        """Each two clauses of different reports that are at least so likely to say the same, in order.

        Of a clause's partners further on the likeliest are given, `MOST_PARTNERS` at most: enough to hold together what
        hundreds of reports repeat, in time that grows with the reports and not with their square.
        """
        found = list(self._near())
        if not found:
            return
        ones, others, compared, odds = map(np.concatenate, zip(*found, strict=True))
        read = self._read(ones, others, compared, odds)
        likely = 1 / (1 + np.exp(-self._weighed(ones, others, compared, odds, read)))
        chosen = np.flatnonzero(likely >= least)
        yield from zip(ones[chosen].tolist(), others[chosen].tolist(), likely[chosen].tolist(), strict=True)

    def _near(self) -> Iterator[tuple[Indices, Indices, Numbers, Numbers]]:
        """The pairs that are worth a closer look, clause by clause, what was compared of them and their log-odds."""
        weights = np.array(msgspec.structs.astuple(WEIGHTS))
        for one, others, compared in self.compared():
            odds = BIAS + compared @ weights
            near = np.flatnonzero(odds >= CLOSER)
            if len(near) > MOST_PARTNERS:
                near = np.sort(near[np.argsort(-odds[near], kind="stable")[:MOST_PARTNERS]])
            yield np.full(len(near), one), others[near], compared[near], odds[near]

    def _read(self, ones: Indices, others: Indices, compared: Numbers, odds: Numbers) -> Numbers:
        """The log-odds of pairs after those most in doubt are read word by word, where the pack can."""
        likeness = load_likeness()
        if likeness is None:
            return odds
        doubtful = np.flatnonzero(odds < SURE)
        nearest = np.argsort(np.abs(odds[doubtful] - IN_DOUBT), kind="stable")[:MOST_READ]
        doubtful = np.sort(doubtful[nearest])
        stretches = Stretches([clause.stretch for clause in self._clauses], likeness)
        read = odds.copy()
        read[doubtful] = stretches.odds(ones[doubtful], others[doubtful], compared[doubtful], odds[doubtful])
        return read

    def _weighed(self, ones: Indices, others: Indices, compared: Numbers, odds: Numbers, read: Numbers) -> Numbers:
        """The log-odds of pairs after what stands around them, where the pack can and the table is not sure."""
        rivalry = load_rivalry()
        if rivalry is None:
            return read
        likely = np.sort(np.argsort(-read, kind="stable")[:MOST_WEIGHED])
        rows = surroundings(self._clauses, ones[likely], others[likely], compared[likely], read[likely])
        found = rivalry.odds(rows.astype(np.float32), read[likely].astype(np.float32)).astype(np.float64)
        weighed = read.copy()
        weighed[likely] = np.where(odds[likely] < SURE, np.rint(found * ROUNDED) / ROUNDED, read[likely])
        return weighed

    def compared(self) -> Iterator[tuple[int, Indices, Numbers]]:
        """For each clause those further on in other reports that it could be near, and their comparisons.

        A row for each of the others, a column for each of `Weights`.
        """
        for one in range(len(self._clauses)):
            others, words, actors = self._sharing(one)
            meaning = self._meanings.cosines(one, others)
            columns = Weights(
                words=words,
                actors=actors,
                figures=self._figures(one, others),
                times=self._times.shared(one, others),
                persons=self._persons_apart(one, others),
                meaning=meaning,
                nearest=meaning - self._meanings.best_of(one, others, meaning),
                length=np.minimum(self._lengths[one], self._lengths[others]),
                headlines=self._headlines[one] + self._headlines[others],
                captions=self._captions[one] + self._captions[others],
            )
            yield one, others, np.stack(msgspec.structs.astuple(columns), axis=1)

    def _sharing(self, one: int) -> tuple[Indices, Numbers, Numbers]:
        """Clauses further on that are alike or share more than actors; the weight of the words and actors shared.

        Actors alone say little: a story is about the same few.
        """
        found: dict[bool, list[tuple[Indices, float]]] = {True: [], False: []}
        common: list[tuple[Key, float]] = []
        for key, weight in self._keys[one].items():
            held = self._holders.get(key)
            if held is not None:
                found[key[0] == "actor"].append((held[np.searchsorted(held, one + 1) :], weight))
            elif key in self._common:
                common.append((key, weight))
        others = np.sort(np.concatenate([self._meanings.alike(one), *(held for held, _ in found[False])]))
        others = others[(np.diff(others, prepend=-1) > 0) & (self._report[others] != self._report[one])]
        others = others[self._speak_of_same(one, others)]
        words, actors = _summed(found[False], others), _summed(found[True], others)
        for key, weight in common:
            sums = actors if key[0] == "actor" else words
            sums += weight * self._common[key][others]
        return others, words, actors

    def _speak_of_same(self, one: int, others: Indices) -> NDArray[np.bool_]:
        """Whether the others speak of the person whom a clause is read for, and it of theirs."""
        mine = self._clauses[one]
        same = ~self._is_read_for[others]
        for person in mine.actors & self._read_for.keys():
            same |= self._read_for[person][others]
        if mine.read_for:
            same &= np.any([self._speaking[person][others] for person in sorted(mine.read_for)], axis=0)
        return same

    def _figures(self, one: int, others: Indices) -> Numbers:
        worth = np.zeros(len(others))
        mine = int(self._counted[one])
        if mine >= 0:
            theirs = self._counted[others]
            for at in np.flatnonzero(theirs >= 0).tolist():
                both = mine, int(theirs[at])
                if both not in self._counted_alike:
                    other = self._clauses[others[at]]
                    self._counted_alike[both] = compare_figures(self._clauses[one], other, self._rarity)[0]
                worth[at] = self._counted_alike[both]
        return worth

    def _persons_apart(self, one: int, others: Indices) -> Numbers:
        """1 where `persons_apart`, for many at once."""
        mine = self._clauses[one]
        if not mine.persons:
            return np.zeros(len(others))
        met, known = np.zeros(len(others)), np.zeros(len(others))
        for person in mine.persons:
            met += self._speaking[person][others]
        for actor in mine.actors & self._naming.keys():
            known += self._naming[actor][others]
        return ((met < len(mine.persons)) & (known < self._persons[others])).astype(np.float64)

    def _row(self, held: Sequence[int]) -> NDArray[np.bool_]:
        row = np.zeros(len(self._clauses), dtype=np.bool_)
        row[held] = True
        return row


def surroundings(
    clauses: Sequence[Clause], ones: Indices, others: Indices, compared: Numbers, odds: Numbers
) -> Numbers:
    """What `language.rivalry` is told of pairs, (pairs, columns): what stands around them, and what was compared."""
    around = msgspec.structs.astuple(rivals_of(clauses, ones, others, odds))
    return np.column_stack([*around, compared])


def _holding(clauses: Sequence[Clause], field: str) -> dict[str, list[int]]:
    """Clauses by the actors in one of their fields."""
    held: dict[str, list[int]] = defaultdict(list)
    for index, clause in enumerate(clauses):
        for actor in getattr(clause, field):
            held[actor].append(index)
    return held


def _summed(found: Sequence[tuple[Indices, float]], others: Indices) -> Numbers:
    """Add up, for each of the others, what the lists are worth that hold it."""
    if not found or not len(others):
        return np.zeros(len(others))
    holders = np.concatenate([held for held, _ in found])
    worth = np.repeat([weight for _, weight in found], [len(held) for held, _ in found])
    at = np.searchsorted(others, holders)
    inside = others[np.minimum(at, len(others) - 1)] == holders
    return np.bincount(at[inside], worth[inside], len(others)).astype(np.float64)


def _keys(clause: Clause, rarity: Rarity) -> Iterator[tuple[Key, float]]:
    """What a clause is found by, with what it is worth when shared."""
    for stem in sorted(clause.stems):
        yield ("word", stem), rarity.of_stem[stem]
    for actor in sorted(clause.actors):
        yield ("actor", actor), rarity.of_actor[actor]
    for figure in clause.figures:
        size = math.log10(abs(middle(figure) or 0.0) + 1)
        yield ("figure", round(size * FIGURE_STEPS)), 0.0
    for at in range(len(clause.quoted) - QUOTED_RUN + 1):
        yield ("quoted", clause.quoted[at : at + QUOTED_RUN]), 0.0


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
            worth = np.where(same, SAME_DAYS["same"], np.where(within, SAME_DAYS["within"], 0.0))
            score = (worth * np.minimum(rare, self._rarity[one, column]) * (first <= last)).max(axis=1, initial=0.0)
            best[timed] = np.maximum(best[timed], score)
        return best
