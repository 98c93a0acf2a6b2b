from itertools import product

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from accord.language.marking import choose_tags, follows

TAGS = ("O", "B-CUE", "I-CUE", "B-SOURCE", "I-SOURCE")


@settings(deadline=None)
@given(st.integers(1, 4), st.integers(0, 10_000))
def test_the_path_is_the_best_of_all_that_are_allowed(size: int, seed: int) -> None:
    scores = np.random.default_rng(seed).normal(size=(size, len(TAGS))).astype(np.float32)

    def worth(path: tuple[str, ...]) -> float:
        return sum(float(scores[i, TAGS.index(t)]) for i, t in enumerate(path))

    allowed = [p for p in product(TAGS, repeat=size) if all(follows(a, b) for a, b in zip(("O", *p), p, strict=False))]
    chosen = tuple(choose_tags(scores, TAGS))
    assert chosen in allowed
    assert abs(worth(chosen) - max(map(worth, allowed))) < 1e-4
