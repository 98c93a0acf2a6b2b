"""The set phrases of page furniture by the role that they give away: `back to top` → navigation."""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Literal, get_args

from msgspec import Struct

from accord.knowledge.tables import read_rows

Where = Literal["is", "starts", "has", "weak"]
REACH = 150
"""Words at a line's start, and as many at its end, that are searched: a longer line is prose whatever else it says."""

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_NUMBER = re.compile(r"\d+")


class Phrase(Struct, frozen=True):
    """One set phrase: its words in lower case (`0` for any number), its role, and where in a line it counts."""

    words: tuple[str, ...]
    role: str
    where: Where


def fold_words(text: str) -> list[str]:
    """Words in lower case, numbers as `0`, apostrophes straight.

    >>> fold_words("Don’t miss: List 1 of 4")
    ["don't", 'miss', 'list', '0', 'of', '0']
    """
    return _NUMBER.sub("0", " ".join(_WORD.findall(text))).replace("’", "'").lower().split()


@cache
def _phrases() -> dict[str, tuple[Phrase, ...]]:
    """Phrases by their first word."""
    found: dict[str, list[Phrase]] = {}
    for role, where, words in read_rows("furniture.tsv"):
        known = next(one for one in get_args(Where) if one == where)
        phrase = Phrase(tuple(fold_words(words)), role, known)
        found.setdefault(phrase.words[0], []).append(phrase)
    return {word: tuple(phrases) for word, phrases in found.items()}


def find_phrases(words: Sequence[str]) -> Iterator[tuple[int, Phrase]]:
    """Yield the set phrases of a line and the word each begins at.

    >>> [(at, " ".join(phrase.words)) for at, phrase in find_phrases(fold_words("Read next: Back to top"))]
    [(0, 'read next')]
    """
    table = _phrases()
    for at in _places(len(words)):
        for phrase in table.get(words[at], ()):
            size = len(phrase.words)
            if tuple(words[at : at + size]) == phrase.words and _stands(phrase.where, at, size, len(words)):
                yield at, phrase


def _places(count: int) -> Sequence[int]:
    return range(count) if count <= 2 * REACH else [*range(REACH), *range(count - REACH, count)]


def _stands(where: Where, at: int, size: int, count: int) -> bool:
    if where == "is":
        return at == 0 and size == count
    return at == 0 if where == "starts" else True
