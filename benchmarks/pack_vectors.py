"""How near the pack's sentence vectors stay to the original model's: Spearman's rank correlation over pairs."""

import json
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from accord.language.pack import Pack
from accord.language.vectors import stack_vectors


def correlate(pack: Pack, path: Path) -> float:
    """Rank correlation over the pairs of a file made by `training.pairs`."""
    held = json.loads(path.read_text(encoding="utf-8"))
    rows = np.stack([stack_vectors(pack.parse(text, [(0, len(text))])).sum(axis=0) for text in held["texts"]])
    rows /= np.linalg.norm(rows, axis=1, keepdims=True)
    pairs = np.array(held["pairs"])
    mine = (rows[pairs[:, 0]] * rows[pairs[:, 1]]).sum(axis=1)
    return float(np.corrcoef(rank(mine), rank(np.array(held["alike"])))[0, 1])


def rank(values: NDArray[np.floating]) -> NDArray[np.float64]:
    """Place of each value in order; equal values are too rare here to matter."""
    places = np.empty(len(values))
    places[np.argsort(values, kind="stable")] = np.arange(len(values))
    return places
