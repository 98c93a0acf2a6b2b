"""Cosines less what the whole story has in common, and how far each lies under the best of its kind."""

import numpy as np
import pytest
from numpy.typing import NDArray

from accord.collate.cells import WHOLE
from accord.collate.meanings import Meanings
from accord.language.vectors import WORD_WIDTH

REPORTS = np.array([0, 0, 1, 1, 2], dtype=np.int64)
ALL = np.arange(len(REPORTS))
LEAST = 0.1


def vectors(seed: int = 0) -> NDArray[np.float32]:
    return np.random.default_rng(seed).normal(size=(len(REPORTS), WORD_WIDTH)).astype("<f4")


def bytes_of(rows: NDArray[np.float32]) -> list[bytes]:
    return [row.tobytes() for row in rows]


def test_cosines_are_of_vectors_centred_on_the_story() -> None:
    given = vectors() + 3
    centred = given - given.mean(axis=0)
    centred /= np.linalg.norm(centred, axis=1, keepdims=True)
    meanings = Meanings(bytes_of(given), REPORTS, LEAST)
    for one in range(len(ALL)):
        assert meanings.cosines(one, ALL) == pytest.approx(centred @ centred[one], abs=2e-3)


def test_alike_are_those_further_on_from_the_least_cosine_on() -> None:
    given = vectors()
    given[[2, 4]] = given[0] + 0.2 * given[[2, 4]]
    meanings = Meanings(bytes_of(given), REPORTS, LEAST)
    for one in range(len(ALL)):
        cosines = meanings.cosines(one, ALL)
        assert meanings.alike(one).tolist() == [at for at in range(one + 1, len(ALL)) if cosines[at] >= LEAST]
    assert meanings.alike(0).tolist() == [2, 4]


@pytest.mark.parametrize("times", [1, 300, WHOLE // 4])
def test_the_best_of_a_pair_is_what_either_finds_in_the_report_of_the_other(times: int) -> None:
    reports = np.repeat(REPORTS, times)
    meanings = Meanings(bytes_of(np.repeat(vectors(), times, axis=0)), reports, LEAST)
    for one, other in ((0, 2), (1, 4), (3, 0)):
        one, other = one * times, other * times
        cosines = meanings.cosines(one, np.array([other]))
        towards = meanings.cosines(one, np.flatnonzero(reports == reports[other])).max()
        back = meanings.cosines(other, np.flatnonzero(reports == reports[one])).max()
        assert meanings.best_of(one, np.array([other]), cosines) == pytest.approx([(towards + back) / 2], abs=1e-6)


def test_clauses_without_a_vector_are_like_none() -> None:
    given = bytes_of(vectors())
    meanings = Meanings([*given[:4], b""], REPORTS, -1.0)
    assert not meanings.cosines(4, ALL).any()
    assert meanings.alike(0).tolist() == [1, 2, 3]
    assert (meanings.best_of(0, np.array([4]), np.zeros(1, dtype=np.float32)) == 0).all()
    nothing = Meanings([b""] * 5, REPORTS, LEAST)
    assert not any(len(nothing.alike(one)) or nothing.cosines(one, ALL).any() for one in range(5))
