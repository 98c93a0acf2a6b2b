from itertools import product

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from accord.language.trees import find_cycle, find_heads


def best_by_trial(scores: np.ndarray) -> float:
    """Highest score of any tree with one root, by trying all."""
    size = len(scores)
    best = -np.inf
    for heads in product(range(size + 1), repeat=size):
        if heads.count(0) == 1 and not find_cycle(list(heads)) and all(h != i + 1 for i, h in enumerate(heads)):
            best = max(best, sum(float(scores[i, h]) for i, h in enumerate(heads)))
    return best


@settings(deadline=None)
@given(st.integers(1, 4), st.integers(0, 10_000))
def test_the_tree_is_the_best_of_all_trees_with_one_root(size: int, seed: int) -> None:
    scores = np.random.default_rng(seed).normal(size=(size, size + 1)).astype(np.float32)
    heads = find_heads(scores)
    assert heads.count(-1) == 1
    assert not find_cycle([h + 1 for h in heads])
    assert sum(float(scores[i, h + 1]) for i, h in enumerate(heads)) == pytest.approx(best_by_trial(scores), abs=1e-4)


def test_a_long_sentence_of_flat_scores_still_gives_a_tree() -> None:
    heads = find_heads(np.zeros((180, 181), dtype=np.float32))
    assert heads.count(-1) == 1
    assert not find_cycle([h + 1 for h in heads])


def test_a_cycle_is_found_and_a_tree_has_none() -> None:
    assert sorted(find_cycle([2, 1, 0])) == [1, 2]
    assert find_cycle([0, 1, 2]) == []
    assert find_heads(np.zeros((0, 1), dtype=np.float32)) == []
