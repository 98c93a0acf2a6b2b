"""Any spaCy or Stanza pipeline with a UD parser, in the English pack's place."""

from collections.abc import Callable, Sequence
from typing import cast

from accord.language.spacy import SpacyDoc, from_spacy
from accord.language.stanza import StanzaDocument, from_stanza
from accord.model.sentences import Sentence

Document = SpacyDoc | StanzaDocument


class StandIn:
    """A pipeline from a text to a spaCy `Doc` or a Stanza `Document`; it has no attribution tags and no vectors.

    `StandIn(spacy.load("…"))` and `StandIn(stanza.Pipeline("en"))` can be handed on wherever a pack is asked for.
    """

    def __init__(self, pipeline: Callable[[str], Document]) -> None:
        self._pipeline = pipeline

    def parse(self, text: str, stretches: Sequence[tuple[int, int]]) -> list[Sentence]:
        """Read the stretches one by one, as the pack does."""
        return [s for start, end in stretches if text[start:end].strip() for s in self._read(text[start:end], start)]

    def _read(self, stretch: str, start: int) -> list[Sentence]:
        document = self._pipeline(stretch)
        if hasattr(document, "sentences"):  # spaCy calls them `sents`
            return from_stanza(cast(StanzaDocument, document), start)
        return from_spacy(document, start)
