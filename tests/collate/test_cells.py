"""Looking around finds what is near, and compares all with all only in a short story."""

import numpy as np
import pytest
from numpy.typing import NDArray

from accord.collate.cells import BLOCK, WHOLE, in_steps, look_around

WIDTH = 16


def clustered(count: int, seed: int = 0) -> NDArray[np.float32]:
    """Rows about one of a hundred directions each."""
    chance = np.random.default_rng(seed)
    return in_steps(
        (chance.normal(size=(100, WIDTH))[np.arange(count) % 100] + 0.2 * chance.normal(size=(count, WIDTH))).astype(
            np.float32
        )
    )


def looked_at(rows: NDArray[np.float32]) -> NDArray[np.bool_]:
    """Tell which row looks at which, after a check of the cosines."""
    found = np.zeros((len(rows), len(rows)), dtype=np.bool_)
    for members, seen, cosines in look_around(rows):
        assert 0 < len(members) <= BLOCK
        assert (np.diff(members) > 0).all()
        assert (np.diff(seen) > 0).all()
        assert (cosines == rows[members] @ rows[seen].T).all()
        assert not found[members].any()
        found[members[:, None], seen] = True
    return found


@pytest.mark.parametrize("count", [0, 1, 700])
def test_in_a_short_story_all_look_at_all(count: int) -> None:
    assert looked_at(clustered(count)).all()


def test_in_a_long_one_each_looks_at_those_near_it_and_far_from_all() -> None:
    rows = clustered(WHOLE + 1000)
    found = looked_at(rows)
    near = rows @ rows.T >= 0.5
    assert found.diagonal().all()
    assert (found == found.T).all()
    assert found[near].mean() > 0.999
    assert found.mean() < 0.7


def test_rows_that_are_all_the_same_look_at_one_another() -> None:
    assert looked_at(np.repeat(clustered(1), WHOLE + 1, axis=0)).all()
