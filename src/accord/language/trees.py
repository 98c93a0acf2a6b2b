"""Arc scores → a tree with one root: each word's best head where that is a tree, else Chu-Liu and Edmonds."""

import numpy as np
from numpy.typing import NDArray

Scores = NDArray[np.float32]
ROOTS_TRIED = 8
"""Words tried as root, most promising first; the first is nearly always the best."""


def find_heads(scores: Scores) -> list[int]:
    """Return the head of each word, -1 for the root.

    `scores` is (n, n + 1): column 0 the root, column j + 1 the word j as head; a word can't head itself.

    >>> find_heads(np.array([[0, 0, 5], [9, 1, 0]], dtype=np.float32))
    [1, -1]
    """
    size = len(scores)
    if size == 0:
        return []
    wide = scores.astype(np.float64)
    wide[np.arange(size), np.arange(size) + 1] = -1e8
    best = wide[:, 1:].argmax(axis=1) + 1
    gains = wide[:, 0] - wide[np.arange(size), best]
    # No tree rooted at a word is worth more than every other word's best head: once a tree is worth more than what the
    # next root promises, it is the best of all.
    bound = float(wide[np.arange(size), best].sum())
    found, value = best, -np.inf
    for root in np.argsort(-gains, kind="stable")[:ROOTS_TRIED].tolist():
        if value >= bound + gains[root]:
            break
        heads = _root_at(wide, best, root)
        worth = float(wide[np.arange(size), heads].sum())
        if worth > value:
            found, value = heads, worth
    return [int(h) - 1 for h in found]


def _root_at(scores: NDArray[np.float64], best: NDArray[np.int64], root: int) -> NDArray[np.int64]:
    """Return the best tree whose root is a given word, as columns of the scores."""
    heads = best.copy()
    heads[root] = 0
    if not find_cycle(heads.tolist()):
        return heads
    size = len(scores)
    square = np.full((size + 1, size + 1), -1e9)
    square[1:, 1:] = scores[:, 1:]
    square[root + 1] = -1e9
    square[root + 1, 0] = scores[root, 0]
    return np.array(span_graph(square)[1:])


def find_cycle(best: list[int]) -> list[int]:
    """Return the nodes of one cycle, empty where there is none; node 0 is the root, `best[i]` heads node i + 1."""
    state = [0] * (len(best) + 1)
    state[0] = 2
    for begin in range(1, len(state)):
        path = []
        node = begin
        while state[node] == 0:
            state[node] = 1
            path.append(node)
            node = best[node - 1]
        if state[node] == 1:
            return path[path.index(node) :]
        for passed in path:
            state[passed] = 2
    return []


def span_graph(scores: NDArray[np.float64]) -> list[int]:
    """Return the best spanning heads, `scores[dependent, head]`, node 0 the root (Chu and Liu 1965, Edmonds 1967).

    Each round contracts one cycle, so rounds are at most the nodes; each costs one pass over the square.
    """
    size = len(scores)
    best = scores.argmax(axis=1)
    best[0] = 0
    cycle = find_cycle(best[1:].tolist())
    if not cycle:
        return [-1, *best[1:].tolist()]
    inside = np.zeros(size, dtype=bool)
    inside[cycle] = True
    outside = np.flatnonzero(~inside)
    loop = np.array(cycle)
    # Entering the cycle at a node costs that node's arc in the cycle; leaving it takes the best node.
    gain = scores[loop] - scores[loop, best[loop]][:, None]
    entry = gain[:, outside].argmax(axis=0)
    leave = scores[np.ix_(outside, loop)].argmax(axis=1)
    small = np.full((len(outside) + 1, len(outside) + 1), -1e9)
    small[:-1, :-1] = scores[np.ix_(outside, outside)]
    small[-1, :-1] = gain[entry, outside]
    small[:-1, -1] = scores[outside, loop[leave]]
    small[0] = -1e9
    return _unfold(span_graph(small), outside, loop, entry, leave, best)


def _unfold(
    heads: list[int],
    outside: NDArray[np.int64],
    loop: NDArray[np.int64],
    entry: NDArray[np.int64],
    leave: NDArray[np.int64],
    best: NDArray[np.int64],
) -> list[int]:
    """Open a contracted cycle again: it is entered at one node and keeps its other arcs."""
    full: list[int] = best.tolist()
    last = len(outside)
    for small, node in enumerate(outside.tolist()):
        full[node] = int(loop[leave[small]]) if heads[small] == last else int(outside[heads[small]])
    full[0] = -1
    full[int(loop[entry[heads[last]]])] = int(outside[heads[last]])
    return full
