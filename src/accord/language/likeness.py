"""How likely two stretches say the same, word by word: a small graph over their words' vectors, beside the pack's.

Each word of one looks in the other for what answers it, by meaning, by lemma and by its place in the tree; a learned
gate tells how much it matters whether anything does (decomposable attention: Parikh et al. 2016, arXiv:1606.01933).
`training/likeness.py` makes the graph; its vocabulary of tags and relations travels inside it.
"""

import json
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from pathlib import Path

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from accord.language.encoder import open_session

Floats = NDArray[np.float32]
Integers = NDArray[np.int64]
# Words of a stretch that are read; what is further on is left out.
LONGEST = 40


class Words(Struct, frozen=True):
    """The words of some stretches, (stretches, words) each, 0 where a stretch is shorter.

    `vectors` are (stretches, words, 128), less the mean of the story's; `lemmas` are any numbers that are the same for
    the same lemma; `weights`, (stretches, words, 3), tell how rare a lemma is in the story (0 to 1), whether it is a
    function word, and whether it is the top of its stretch.
    """

    vectors: Floats
    tags: Integers
    relations: Integers
    lemmas: Integers
    weights: Floats


class Likeness:
    """The graph, and the numbers by which it knows tags and relations."""

    def __init__(self, path: Path) -> None:
        self._graph = open_session(path)
        numbers = self._graph.get_modelmeta().custom_metadata_map
        self.tags: Mapping[str, int] = json.loads(numbers["tags"])
        self.relations: Mapping[str, int] = json.loads(numbers["relations"])

    def odds(self, one: Words, other: Words, compared: Floats, odds: Floats) -> Floats:
        """Return the log-odds that each two stretches say the same, (pairs,).

        `compared`, (pairs, comparisons), and `odds`, (pairs,), are what was made of them without looking at words.
        """
        feed = {"compared": compared, "odds": odds}
        for name in Words.__struct_fields__:
            feed |= {f"{name}_a": getattr(one, name), f"{name}_b": getattr(other, name)}
        found: Floats = self._graph.run(["likeness"], feed)[0]
        return found


@cache
def load_likeness() -> Likeness | None:
    """Return the graph of the English pack; None where the package was built without it."""
    path = Path(str(files("accord.language"))) / "en" / "likeness.onnx"
    return Likeness(path) if path.exists() else None
