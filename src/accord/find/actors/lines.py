"""A sentence with the names in it, as those who read posts walk over it."""

from collections.abc import Sequence

from msgspec import Struct

from accord.find.actors.mentions import Mention, between
from accord.model.sentences import Sentence

ARTICLES = frozenset(("a", "an", "the"))
POSSESSIVE = frozenset(("'s", "’s", "'", "’"))


class Line(Struct, frozen=True):
    """One sentence with its words in lower case and its mentions by their first and by their last token."""

    index: int
    sentence: Sentence
    words: tuple[str, ...]
    mentions: tuple[Mention, ...]
    starting: dict[int, Mention]
    ending: dict[int, Mention]

    def text(self, first: int, last: int) -> str:
        """Words of a run with the blanks that stood between them."""
        return between(self.sentence, first, last)

    def word(self, at: int) -> str:
        """The word at a place in lower case, '' beyond the ends."""
        return self.words[at] if 0 <= at < len(self.words) else ""

    def upos(self, at: int) -> str:
        """Part of speech; '' without a parse or beyond the ends."""
        return self.sentence.upos[at] if 0 <= at < len(self.sentence.upos) else ""

    def label(self, at: int) -> str:
        """Relation; '' without a parse or beyond the ends."""
        return self.sentence.labels[at] if 0 <= at < len(self.sentence.labels) else ""

    def head_of(self, first: int, last: int) -> int:
        """Token of a run whose head lies outside it; the last without a parse."""
        heads = self.sentence.heads
        outside = (token for token in range(first, last) if heads and not first <= heads[token] < last)
        return next(outside, last - 1)


def make_line(index: int, sentence: Sentence, mentions: Sequence[Mention]) -> Line:
    """Lay a sentence out with its mentions."""
    words = tuple(word.lower() for word in sentence.words)
    return Line(index, sentence, words, tuple(mentions), {m.first: m for m in mentions}, {m.last: m for m in mentions})
