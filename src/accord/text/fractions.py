"""Fractions in words, in a run of tokens."""

from collections.abc import Sequence
from decimal import Decimal

from accord.text.numbers import HYPHENS, number_words

HALF = Decimal("0.5")


def read_fraction(words: Sequence[str], at: int) -> tuple[Decimal, int] | None:
    """Value and end of the fraction that begins at a token; an ordinal (`the third round`) is none.

    >>> read_fraction("two - thirds of".split(), 0)
    (Decimal('0.6667'), 3)
    >>> read_fraction("a third of".split(), 0), read_fraction("the third of".split(), 1)
    ((Decimal('0.3333'), 2), None)
    """
    if words[at] == "half":
        return HALF, at + 1
    count = Decimal(1) if words[at] == "a" else number_words().get(words[at], ("", Decimal(0)))[1]
    kind = "unit" if words[at] == "a" else number_words().get(words[at], ("", Decimal(0)))[0]
    index = at + 1
    if index + 1 < len(words) and words[index] in HYPHENS:
        index += 1
    part = number_words().get(words[index], ("", Decimal(0))) if index < len(words) else ("", Decimal(0))
    if kind != "unit" or part[0] != "part" or not 0 < count < part[1]:
        return None
    if (count > 1) != words[index].endswith("s") and words[index] != "half":
        return None
    return (count / part[1]).quantize(Decimal("0.0001")), index + 1
