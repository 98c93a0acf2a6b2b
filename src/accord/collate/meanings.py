"""How alike in meaning the clauses of a story are: cosines of vectors, less what the whole story has in common."""

from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from accord.language.vectors import WORD_WIDTH, stack_words
from accord.model.sentences import Sentence

# What a clause means depends on its sentence: the sentence's vector counts by this much beside the clause's own.
CONTEXT = 0.5
# Unit vectors are rounded to whole steps of this, so that products are exact sums of whole numbers in float32, the
# same on every machine and in every order.
STEPS = 1024
# So many rows of cosines are made at once.
BLOCK = 512

Numbers = NDArray[np.float32]


def vector_of(sentence: Sentence, inside: Sequence[int]) -> bytes:
    """Return what the tokens of a clause mean, the rest of their sentence heard along: 128 float32, or nothing."""
    if not sentence.word_vectors:
        return b""
    rows = stack_words(sentence)
    mixed = _unit(rows[list(inside)].mean(axis=0)) + CONTEXT * _unit(rows.mean(axis=0))
    return bytes(mixed.astype("<f4").tobytes())


class Meanings:
    """The cosines of all clauses of a story with one another, -1 to 1; 0 for clauses without a vector."""

    def __init__(self, vectors: Sequence[bytes], reports: NDArray[np.int64]) -> None:
        """`reports` are the numbers of the clauses' reports; clauses of one report follow one another."""
        rows = np.zeros((len(vectors), WORD_WIDTH), dtype=np.float32)
        known = [index for index, vector in enumerate(vectors) if vector]
        for index in known:
            rows[index] = np.frombuffer(vectors[index], dtype="<f4")
        if known:
            rows[known] -= rows[known].mean(axis=0, dtype=np.float64).astype(np.float32)
        self._rows = np.rint(_unit(rows) * STEPS)
        self._reports = reports
        self._starts = np.flatnonzero(np.diff(reports, prepend=-1))

    def rows(self) -> Iterator[tuple[Numbers, Numbers]]:
        """For each clause its cosine with every clause, and how far each lies above the best of its kind.

        The second is the cosine less the mean of two bests: the first clause's with any of the other's report, and the
        other's with any of the first's. At most 0, and 0 where each is the other's nearest.
        """
        best = np.concatenate([self._best(block) for _, block in self._blocks()] or [self._rows])
        for first, block in self._blocks():
            for row, cosines in enumerate(block, start=first):
                towards = best[row, self._reports]
                yield cosines, cosines - (towards + best[:, self._reports[row]]) / 2

    def _blocks(self) -> Iterator[tuple[int, Numbers]]:
        for first in range(0, len(self._rows), BLOCK):
            products: Numbers = self._rows[first : first + BLOCK] @ self._rows.T
            yield first, products * np.float32(1 / STEPS**2)

    def _best(self, block: Numbers) -> Numbers:
        """Return the highest cosine of each row within each report, (rows, reports)."""
        found: Numbers = np.maximum.reduceat(block, self._starts, axis=1)
        return found


def _unit(rows: Numbers) -> Numbers:
    """Bring rows to unit length; a row of zeros stays."""
    lengths = np.sqrt((rows.astype(np.float64) ** 2).sum(axis=-1, keepdims=True))
    return np.asarray(rows / np.where(lengths, lengths, 1.0), dtype=np.float32)
