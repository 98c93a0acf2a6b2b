"""How likely two clauses say the same, given what stands around them in their story: a small net beside the pack's.

Its inputs are the columns of `collate.rivals.Rivals` and of `collate.comparisons.Weights`, in their order; what it
gives is added to the log-odds that words alone give (stacking: Wolpert 1992). `training/rivals.py` makes it.
"""

from functools import cache
from importlib.resources import files
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from accord.language.encoder import open_session

Floats = NDArray[np.float32]


class Rivalry:
    """The net, opened once."""

    def __init__(self, path: Path) -> None:
        self._graph = open_session(path)

    def odds(self, rows: Floats, odds: Floats) -> Floats:
        """Return the log-odds that each two clauses say the same, (pairs,), given theirs and a row of each pair."""
        found: Floats = self._graph.run(["rivalry"], {"rows": rows, "odds": odds})[0]
        return found


@cache
def load_rivalry() -> Rivalry | None:
    """Return the net of the English pack; None where the package was built without it."""
    path = Path(str(files("accord.language"))) / "en" / "rivals.onnx"
    return Rivalry(path) if path.exists() else None
