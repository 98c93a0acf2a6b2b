"""The set phrases of page furniture by the role that they give away: `back to top` → navigation."""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise
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
def _phrases() -> dict[tuple[str, ...], tuple[Phrase, ...]]:
    """Phrases by their first two words, those of one word by that."""
    found: dict[tuple[str, ...], list[Phrase]] = {}
    for role, where, words in read_rows("furniture.tsv"):
        known = next(one for one in get_args(Where) if one == where)
        phrase = Phrase(tuple(fold_words(words)), role, known)
        found.setdefault(phrase.words[:2], []).append(phrase)
    return {words: tuple(phrases) for words, phrases in found.items()}


def find_phrases(words: Sequence[str]) -> Iterator[tuple[int, Phrase]]:
    """Yield the set phrases of a line and the word each begins at.

    >>> [(at, " ".join(phrase.words)) for at, phrase in find_phrases(fold_words("Skip to content"))]
    [(0, 'skip to content'), (0, 'skip to')]
    """
    count = len(words)
    if count > 2 * REACH:
        words = [*words[:REACH], *words[-REACH:]]
    table = _phrases()
    for starts in ([(word,) for word in words], list(pairwise(words))):
        known = table.keys() & set(starts)
        for at, start in enumerate(starts) if known else ():
            for phrase in table[start] if start in known else ():
                size = len(phrase.words)
                if tuple(words[at : at + size]) == phrase.words and _stands(phrase.where, at, size, count):
                    yield at, phrase


def _stands(where: Where, at: int, size: int, count: int) -> bool:
    if where == "is":
        return at == 0 and size == count
    return at == 0 if where == "starts" else True


@cache
def _menu_words() -> frozenset[str]:
    phrases = (
        phrase for row in _phrases().values() for phrase in row if phrase.where == "is" and len(phrase.words) < 4
    )
    return frozenset(word for phrase in phrases for word in phrase.words if len(word) > 2)


def is_menu_word(word: str) -> bool:
    """Say whether a word, in lower case, is one that menus, buttons and section heads are made of.

    >>> is_menu_word("subscribe"), is_menu_word("hanoi")
    (True, False)
    """
    return word in _menu_words()


@cache
def _caption_words() -> frozenset[str]:
    phrases = (phrase for row in _phrases().values() for phrase in row)
    return frozenset(one.words[0] for one in phrases if one.role == "caption" and one.where == "starts")


def starts_caption(word: str) -> bool:
    """Say whether captions begin with a word, in lower case.

    >>> starts_caption("file"), starts_caption("hanoi")
    (True, False)
    """
    return word in _caption_words()
