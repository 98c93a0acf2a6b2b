"""The English pack: one small model that reads sentences, trees, names, attributions and vectors in one pass."""

from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Protocol

import msgspec

from accord.language.decoding import Tags, decode_window
from accord.language.encoder import Encoder
from accord.language.lemmas import Lemmas
from accord.language.pieces import Pieces
from accord.language.rules import RulePack
from accord.language.tokens import split_tokens
from accord.language.windows import plan_windows
from accord.model.sentences import Sentence


class Pack(Protocol):
    """Whatever reads stretches of a text into sentences."""

    def parse(self, text: str, stretches: Sequence[tuple[int, int]]) -> list[Sentence]:
        """Sentences of the stretches, in order; none crosses a stretch."""
        ...


class EnglishPack:
    """The model of `docs/pack.md`, read from a folder."""

    def __init__(self, folder: Path) -> None:
        self._tags = msgspec.json.decode((folder / "tags.json").read_bytes(), type=Tags)
        self._pieces = Pieces(folder / "tokenizer.json")
        self._lemmas = Lemmas(folder / "lemmas.tsv", self._pieces.knows)
        self._encoder = Encoder(folder)

    def parse(self, text: str, stretches: Sequence[tuple[int, int]]) -> list[Sentence]:
        """Read stretches (code points, end-exclusive) one by one; a sentence depends on its own stretch alone."""
        sentences: list[Sentence] = []
        for start, end in stretches:
            for window in plan_windows(text, split_tokens(text, start, end), self._pieces):
                readings = self._encoder.read(*window.lay_out())
                sentences.extend(decode_window(window, readings, self._encoder, self._tags, self._lemmas))
        return sentences


@cache
def load(path: Path | None = None) -> Pack:
    """Return the English pack, from a folder or from the package itself; the rules alone where no model is there."""
    folder = path or Path(str(files("accord.language"))) / "en"
    return EnglishPack(folder) if (folder / "reader.onnx").exists() else RulePack()
