"""Cosines less what the whole story has in common, and how far each lies under the best of its kind."""

import numpy as np
import pytest
from numpy.typing import NDArray

from accord.collate.meanings import Meanings
from accord.language.vectors import WORD_WIDTH

REPORTS = np.array([0, 0, 1, 1, 2], dtype=np.int64)


def vectors(seed: int = 0) -> NDArray[np.float32]:
    return np.random.default_rng(seed).normal(size=(len(REPORTS), WORD_WIDTH)).astype("<f4")


def rows_of(given: list[bytes]) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
    found = list(Meanings(given, REPORTS).rows())
    return np.array([cosines for cosines, _ in found]), np.array([nearest for _, nearest in found])


def test_cosines_are_of_vectors_centred_on_the_story() -> None:
    given = vectors() + 3
    centred = given - given.mean(axis=0)
    centred /= np.linalg.norm(centred, axis=1, keepdims=True)
    cosines, _ = rows_of([row.tobytes() for row in given])
    assert cosines == pytest.approx(centred @ centred.T, abs=2e-3)


def test_nearest_is_how_far_a_pair_lies_under_the_best_of_both() -> None:
    cosines, nearest = rows_of([row.tobytes() for row in vectors()])
    for one, other in ((0, 2), (1, 4), (3, 0)):
        towards = max(cosines[one, each] for each in range(5) if REPORTS[each] == REPORTS[other])
        back = max(cosines[other, each] for each in range(5) if REPORTS[each] == REPORTS[one])
        assert nearest[one, other] == pytest.approx(cosines[one, other] - (towards + back) / 2, abs=1e-6)
        assert nearest[one, other] <= 0


def test_clauses_without_a_vector_are_like_none() -> None:
    given = [row.tobytes() for row in vectors()]
    cosines, _ = rows_of([*given[:4], b""])
    assert not cosines[4].any()
    assert not any(map(np.any, (rows[0] for rows in Meanings([b""] * 5, REPORTS).rows())))


def test_a_cosine_does_not_hang_on_what_shares_its_block() -> None:
    given = [row.tobytes() for row in np.repeat(vectors(), 300, axis=0)]
    reports = np.repeat(REPORTS, 300)
    found = [cosines for cosines, _ in Meanings(given, reports).rows()]
    assert all((found[300 * at] == found[300 * at + 299]).all() for at in range(5))
