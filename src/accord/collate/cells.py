"""Cells of clauses that mean about the same: where to look for those near one, without comparing all with all."""

from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray

# Up to so many clauses, all are compared with all.
WHOLE = 3000
# Beyond, there is a cell to so many clauses.
PER_CELL = 32
# A clause looks into so many cells, those with the nearest centres, and all of its cell look with it. Of the pairs that
# could say the same, .05 % are lost so among 50 reports and .5 % among 200, of those likelier than `TOGETHER` .03 %
# (benchmarks/collation.py); with 16 cells it would be twice as many, with 32 half.
LOOKED_INTO = 24
# Unit vectors are rounded to whole steps of 1 / this, so that products are exact sums in float32, the same on every
# machine and in every order.
STEPS = 1024
# So many rows of products are made at once.
BLOCK = 512

Numbers = NDArray[np.float32]
Indices = NDArray[np.int64]


def unit(rows: Numbers) -> Numbers:
    """Bring rows to unit length; a row of zeros stays."""
    lengths = np.sqrt((rows.astype(np.float64) ** 2).sum(axis=-1, keepdims=True))
    return np.asarray(rows / np.where(lengths, lengths, 1.0), dtype=np.float32)


def in_steps(rows: Numbers) -> Numbers:
    """Bring rows to unit length and round them to whole steps."""
    return np.asarray(np.rint(unit(rows) * STEPS) / STEPS, dtype=np.float32)


def look_around(rows: Numbers) -> Iterator[tuple[Indices, Indices, Numbers]]:
    """Yield rows, the rows that they look at, both by number in order, and the cosines of those with these.

    Each row comes once, with others of its cell, `BLOCK` at most. A row that looks at another is looked at by it.
    """
    every = np.arange(len(rows))
    for members, seen in _cells(rows) if len(rows) > WHOLE else [(every, every)]:
        there = rows[seen].T
        for first in range(0, len(members), BLOCK):
            block = members[first : first + BLOCK]
            yield block, seen, rows[block] @ there


def _cells(rows: Numbers) -> Iterator[tuple[Indices, Indices]]:
    """Yield the rows of each cell, and those of it and all cells beside it."""
    centres = rows[::PER_CELL]
    centres = _centres(rows, np.concatenate([products.argmax(axis=1) for products in _products(rows, centres)]))
    cells, beside = [], np.zeros((len(centres), len(centres)), dtype=np.bool_)
    looked_into = min(LOOKED_INTO, len(centres))
    for products in _products(rows, centres):
        cells.append(products.argmax(axis=1))
        least = np.partition(products, -looked_into, axis=1)[:, -looked_into, None]
        row, near = np.nonzero(products >= least)  # more than so many where some are as near
        beside[cells[-1][row], near] = True
    held = _held(np.concatenate(cells), len(centres))
    for members, near in zip(held, beside | beside.T, strict=True):
        yield members, np.sort(np.concatenate([held[cell] for cell in np.flatnonzero(near)], dtype=np.int64))


def _products(rows: Numbers, centres: Numbers) -> Iterator[Numbers]:
    for first in range(0, len(rows), BLOCK):
        yield rows[first : first + BLOCK] @ centres.T


def _centres(rows: Numbers, cells: Indices) -> Numbers:
    """Return the means of the rows of each cell that has any, as unit vectors."""
    held = [
        rows[members].sum(axis=0, dtype=np.float64) for members in _held(cells, int(cells.max()) + 1) if len(members)
    ]
    return in_steps(np.array(held, dtype=np.float32))


def _held(cells: Indices, count: int) -> list[Indices]:
    """Return the rows of each cell, in order."""
    return np.split(np.argsort(cells, kind="stable"), np.cumsum(np.bincount(cells, minlength=count))[:-1])
