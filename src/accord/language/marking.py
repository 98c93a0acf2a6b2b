"""Scores of B-, I- and O tags → the best order of tags in which every I- follows its own kind (Viterbi)."""

from collections.abc import Sequence
from functools import cache

import numpy as np
from numpy.typing import NDArray

_NEVER = -1e9


def choose_tags(scores: NDArray[np.float32], tags: Sequence[str]) -> list[str]:
    """Return one tag a word from its scores, (words, tags): each word's best where these agree, else the best path.

    >>> tags = ("O", "B-CUE", "I-CUE")
    >>> choose_tags(np.array([[1.0, 0.8, 0.0], [0.0, 0.0, 2.0]], dtype=np.float32), tags)
    ['B-CUE', 'I-CUE']
    """
    best = [tags[k] for k in scores.argmax(axis=1).tolist()]
    if all(follows(before, tag) for before, tag in zip(["O", *best], best, strict=False)):
        return best
    return [tags[k] for k in find_path(scores, tags)]


def follows(before: str, tag: str) -> bool:
    """Whether a tag may stand after another: I-CUE after B-CUE or I-CUE alone."""
    return tag[0] != "I" or before[1:] == tag[1:]


@cache
def allow_steps(tags: tuple[str, ...]) -> NDArray[np.float64]:
    """Return 0 where the column's tag may follow the row's, and a great loss where it may not."""
    return np.array([[0.0 if follows(before, tag) else _NEVER for tag in tags] for before in tags])


def find_path(scores: NDArray[np.float32], tags: Sequence[str]) -> list[int]:
    """Return the class numbers of the best allowed path."""
    # The classes' scores are log-odds up to a constant of the word, which shifts all paths alike.
    steps = allow_steps(tuple(tags))
    total = scores[0] + steps[tags.index("O")]
    back = []
    for row in scores[1:]:
        ways = total[:, None] + steps
        choice = ways.argmax(axis=0)
        back.append(choice)
        total = ways[choice, np.arange(len(tags))] + row
    path = [int(total.argmax())]
    for choice in reversed(back):
        path.append(int(choice[path[-1]]))
    return path[::-1]
