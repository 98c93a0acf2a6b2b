"""How alike in meaning the clauses of a story are: cosines of vectors, less what the whole story has in common."""

from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from accord.language.vectors import WORD_WIDTH

# What a clause means depends on its sentence: the sentence's vector counts by this much beside the clause's own.
CONTEXT = 0.5
# Unit vectors are rounded to whole steps of this, so that products are exact sums of whole numbers in float32, the
# same on every machine and in every order.
STEPS = 1024
# So many rows of cosines are made at once.
BLOCK = 512

Numbers = NDArray[np.float32]
Indices = NDArray[np.int64]


def vector_of(words: Numbers, inside: Sequence[int]) -> bytes:
    """Return what some words of a sentence mean, the rest of it heard along: 128 float32, nothing for no vectors.

    `words` are the vectors of all words of the sentence, (words, 128), or none at all, (0, 128).
    """
    if not len(words):
        return b""
    mixed = _unit(words[list(inside)].mean(axis=0)) + CONTEXT * _unit(words.mean(axis=0))
    return bytes(mixed.astype("<f4").tobytes())


class Meanings:
    """The cosines of all clauses of a story with one another, -1 to 1; 0 for clauses without a vector."""

    def __init__(self, vectors: Sequence[bytes], reports: Indices) -> None:
        """`reports` are the numbers of the clauses' reports; clauses of one report follow one another."""
        rows = np.zeros((len(vectors), WORD_WIDTH), dtype=np.float32)
        known = [index for index, vector in enumerate(vectors) if vector]
        for index in known:
            rows[index] = np.frombuffer(vectors[index], dtype="<f4")
        if known:
            rows[known] -= rows[known].mean(axis=0, dtype=np.float64).astype(np.float32)
        self._rows = np.rint(_unit(rows) * STEPS)
        self._reports = reports
        self._best = self._bests(np.flatnonzero(np.diff(reports, prepend=-1)))

    def rows(self) -> Iterator[Numbers]:
        """For each clause its cosine with every clause further on, in order."""
        for first, block in self._blocks():
            for row, cosines in enumerate(block, start=1):
                yield cosines[first + row :]

    def best_of(self, one: int, others: Indices) -> Numbers:
        """Return the mean of two bests: a clause's cosine with any of the other's report, and the other's with its."""
        mean: Numbers = (self._best[one, self._reports[others]] + self._best[others, self._reports[one]]) / 2
        return mean

    def _blocks(self) -> Iterator[tuple[int, Numbers]]:
        """Cosines of so many clauses with all: what is not further on than the first of them is left at 0."""
        for first in range(0, len(self._rows), BLOCK):
            block = np.zeros((min(BLOCK, len(self._rows) - first), len(self._rows)), dtype=np.float32)
            block[:, first:] = self._rows[first : first + BLOCK] @ self._rows[first:].T
            block *= np.float32(1 / STEPS**2)
            yield first, block

    def _bests(self, starts: Indices) -> Numbers:
        """Return the highest cosine of each clause within each report, (clauses, reports)."""
        best = np.full((len(self._rows), len(starts)), -1.0, dtype=np.float32)
        for first, block in self._blocks():
            rows = slice(first, first + len(block))
            block[:, :first] = -1.0
            np.maximum(best[rows], np.maximum.reduceat(block, starts, axis=1), out=best[rows])
            reports, begun = np.unique(self._reports[rows], return_index=True)
            towards = np.maximum.reduceat(block[:, first:], begun, axis=0).T
            best[first:, reports] = np.maximum(best[first:, reports], towards)
        return best


def _unit(rows: Numbers) -> Numbers:
    """Bring rows to unit length; a row of zeros stays."""
    lengths = np.sqrt((rows.astype(np.float64) ** 2).sum(axis=-1, keepdims=True))
    return np.asarray(rows / np.where(lengths, lengths, 1.0), dtype=np.float32)
