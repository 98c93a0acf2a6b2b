"""How alike in meaning the clauses of a story are: cosines of vectors, less what the whole story has in common."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from accord.collate.cells import in_steps, look_around, unit
from accord.language.vectors import WORD_WIDTH

# What a clause means depends on its sentence: the sentence's vector counts by this much beside the clause's own.
CONTEXT = 0.5

Numbers = NDArray[np.float32]
Indices = NDArray[np.int64]


def context_of(words: Numbers) -> Numbers:
    """Return what a sentence adds to the meaning of each of its stretches, (128,), given the vectors of its words."""
    return CONTEXT * unit(words.mean(axis=0)) if len(words) else np.zeros(WORD_WIDTH, dtype=np.float32)


def vector_of(words: Numbers, inside: Sequence[int], context: Numbers) -> bytes:
    """Return what some words of a sentence mean, the rest of it heard along: 128 float32, nothing for no vectors.

    `words` are the vectors of all words of the sentence, (words, 128), or none at all, (0, 128); `context` is what
    `context_of` makes of them.
    """
    if not len(words):
        return b""
    mixed = unit(words[list(inside)].mean(axis=0)) + context
    return bytes(mixed.astype("<f4").tobytes())


class Meanings:
    """The cosines of the clauses of a story with one another, -1 to 1; 0 for clauses without a vector."""

    def __init__(self, vectors: Sequence[bytes], reports: Indices, least: float) -> None:
        """`reports` are the numbers of the clauses' reports; clauses of one report follow one another.

        A cosine of `least` makes two clauses alike.
        """
        rows = np.zeros((len(vectors), WORD_WIDTH), dtype=np.float32)
        known = np.array([index for index, vector in enumerate(vectors) if vector], dtype=np.int64)
        for index in known.tolist():
            rows[index] = np.frombuffer(vectors[index], dtype="<f4")
        if len(known):
            rows[known] -= rows[known].mean(axis=0, dtype=np.float64).astype(np.float32)
        self._rows, self._reports = in_steps(rows), reports
        self._alike = [np.array([], dtype=np.int32)] * len(vectors)
        self._best = np.full((len(vectors), reports.max(initial=-1) + 1), -1.0, dtype=np.float32)
        without = np.setdiff1d(np.arange(len(vectors)), known)
        self._best[without], self._best[:, reports[without]] = 0.0, 0.0
        self._compare(known, least)

    def alike(self, one: int) -> Indices:
        """Return the clauses further on that mean something like one, in order.

        All of them in a story of `cells.WHOLE` clauses; in a longer one, those that looking around finds.
        """
        return self._alike[one].astype(np.int64)

    def cosines(self, one: int, others: Indices) -> Numbers:
        """Return the cosines of a clause with others."""
        found: Numbers = self._rows[others] @ self._rows[one]
        return found

    def best_of(self, one: int, others: Indices, cosines: Numbers) -> Numbers:
        """Return the mean of two bests: a clause's cosine with any of the other's report, and the other's with its.

        `cosines` are those of the pairs themselves: they may be better than what looking around has found.
        """
        there = np.maximum(cosines, self._best[one, self._reports[others]])
        back = np.maximum(cosines, self._best[others, self._reports[one]])
        mean: Numbers = (there + back) / 2
        return mean

    def _compare(self, known: Indices, least: float) -> None:
        """Find what is alike, and the highest cosine of each clause within each report."""
        for block, seen, cosines in look_around(self._rows[known]):
            members, others = known[block], known[seen]
            reports, begun = np.unique(self._reports[others], return_index=True)
            bests = np.maximum.reduceat(cosines, begun, axis=1)
            self._best[members[:, None], reports] = np.maximum(bests, self._best[members[:, None], reports])
            row, column = np.nonzero((cosines >= np.float32(least)) & (others > members[:, None]))
            found = np.split(others[column].astype(np.int32), np.cumsum(np.bincount(row, minlength=len(members)))[:-1])
            for member, alike in zip(members.tolist(), found, strict=True):
                self._alike[member] = alike
