"""What the figure grammar works on: a sentence laid out for look-ups, and the amount being read from it."""

from decimal import Decimal
from typing import Literal

from msgspec import Struct

from accord.model.findings import Comparator
from accord.model.sentences import Sentence

HYPHENS = frozenset("-‐‑")
DASHES = HYPHENS | frozenset("–—−")
AmountKind = Literal["number", "vague", "share", "money", "measure", "age", "minor"]


class Line(Struct, frozen=True):
    """A sentence as the figure grammar sees it: its tokens as written and in lower case, and which touch."""

    sentence: Sentence
    words: tuple[str, ...]
    low: tuple[str, ...]

    def __len__(self) -> int:
        return len(self.words)

    def at(self, index: int) -> str:
        """Return a token in lower case, '' beyond the ends."""
        return self.low[index] if 0 <= index < len(self.low) else ""

    def is_glued(self, index: int) -> bool:
        """Whether a token touches the one before it: the `%` of `12%`, the hyphen of `F-16`."""
        return 0 < index < len(self.low) and self.sentence.ends[index - 1] == self.sentence.starts[index]

    def is_hyphen(self, index: int) -> bool:
        """Whether a token is a hyphen that ties the words on both its sides."""
        return self.at(index) in HYPHENS and self.is_glued(index) and self.is_glued(index + 1)


class Amount(Struct, frozen=True):
    """An amount by its tokens, end-exclusive: a value, or a least and a most; its unit where one is written."""

    first: int
    last: int
    value: Decimal | None = None
    least: Decimal | None = None
    most: Decimal | None = None
    scale: Decimal = Decimal(1)
    kind: AmountKind = "number"
    unit: str | None = None
    comparator: Comparator = "="
    spelled: bool = False


def line_of(sentence: Sentence) -> Line:
    """Lay out a sentence for the grammar."""
    return Line(sentence, sentence.words, tuple(word.lower() for word in sentence.words))
