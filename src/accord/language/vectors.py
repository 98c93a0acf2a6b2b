"""Vectors of sentences and of their words: bytes in a `Sentence`, rows of a matrix where they are compared."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from accord.model.sentences import Sentence

WIDTH = 384
# A word's vector is kept in the directions in which the vectors of news differ most, in steps of a sixteenth.
WORD_WIDTH = 128
STEPS = 16


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


def shrink_rows(rows: NDArray[np.float32], directions: NDArray[np.float32]) -> NDArray[np.int8]:
    """Bring word vectors, (words, 384), to their main directions, (384, 128), in whole steps of a sixteenth."""
    steps: NDArray[np.int8] = np.clip(np.rint(rows @ directions * STEPS), -127, 127).astype(np.int8)
    return steps


def stack_words(sentence: Sentence) -> NDArray[np.float32]:
    """Return the vectors of a sentence's words as rows, (words, 128), in steps; (0, 128) where it has none."""
    return np.frombuffer(sentence.word_vectors, dtype=np.int8).reshape(-1, WORD_WIDTH).astype(np.float32)
