"""Cosines less what the whole story has in common, and how far each lies under the best of its kind."""

import numpy as np
import pytest
from numpy.typing import NDArray

from accord.collate.meanings import Meanings
from accord.language.vectors import WORD_WIDTH

REPORTS = np.array([0, 0, 1, 1, 2], dtype=np.int64)


def vectors(seed: int = 0) -> NDArray[np.float32]:
    return np.random.default_rng(seed).normal(size=(len(REPORTS), WORD_WIDTH)).astype("<f4")


def cosines_of(given: list[bytes], reports: NDArray[np.int64] = REPORTS) -> NDArray[np.float32]:
    """All cosines, those that are given once put on both sides."""
    table = np.eye(len(given), dtype=np.float32)
    for row, found in enumerate(Meanings(given, reports).rows()):
        table[row, row + 1 :] = table[row + 1 :, row] = found
    return table


def test_cosines_are_of_vectors_centred_on_the_story() -> None:
    given = vectors() + 3
    centred = given - given.mean(axis=0)
    centred /= np.linalg.norm(centred, axis=1, keepdims=True)
    assert cosines_of([row.tobytes() for row in given]) == pytest.approx(centred @ centred.T, abs=2e-3)


@pytest.mark.parametrize("times", [1, 300])
def test_the_best_of_a_pair_is_what_either_finds_in_the_report_of_the_other(times: int) -> None:
    given = [row.tobytes() for row in np.repeat(vectors(), times, axis=0)]
    reports = np.repeat(REPORTS, times)
    cosines, meanings = cosines_of(given, reports), Meanings(given, reports)
    for one, other in ((0, 2), (1, 4), (3, 0)):
        one, other = one * times, other * times
        towards = cosines[one, reports == reports[other]].max()
        back = cosines[other, reports == reports[one]].max()
        assert meanings.best_of(one, np.array([other])) == pytest.approx([(towards + back) / 2], abs=1e-6)


def test_clauses_without_a_vector_are_like_none() -> None:
    given = [row.tobytes() for row in vectors()]
    assert not cosines_of([*given[:4], b""])[4, :4].any()
    assert not any(map(np.any, Meanings([b""] * 5, REPORTS).rows()))


def test_a_cosine_does_not_hang_on_what_shares_its_block() -> None:
    cosines = cosines_of([row.tobytes() for row in np.repeat(vectors(), 300, axis=0)], np.repeat(REPORTS, 300))
    assert all((cosines[300 * at, 300:900] == cosines[300 * at + 299, 300:900]).all() for at in (0, 3, 4))
