"""The English pack's loader."""

from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Protocol

from accord.language.rules import RulePack
from accord.model.sentences import Sentence


class Pack(Protocol):
    """Whatever reads stretches of a text into sentences."""

    def parse(self, text: str, stretches: Sequence[tuple[int, int]]) -> list[Sentence]:
        """Sentences of the stretches, in order; none crosses a stretch."""
        ...


@cache
def load(path: Path | None = None) -> Pack:
    """Return the English pack, from a folder or from the package itself; the rules alone where no model is there."""
    return RulePack()
