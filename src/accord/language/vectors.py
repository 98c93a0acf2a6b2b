"""Sentence vectors: bytes in a `Sentence`, rows of a matrix where they are compared."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from accord.model.sentences import Sentence

WIDTH = 384


def stack_vectors(sentences: Sequence[Sentence]) -> NDArray[np.float32]:
    """Return the vectors as rows, (sentences, 384), of unit length; a sentence without one gets zeros.

    >>> stack_vectors([]).shape
    (0, 384)
    """
    rows = np.zeros((len(sentences), WIDTH), dtype=np.float32)
    for row, sentence in zip(rows, sentences, strict=True):
        if sentence.vector:
            row[:] = np.frombuffer(sentence.vector, dtype="<f4")
    return rows
