"""The form of a line: its length, its end, its letters. Each name is a feature of `weights.py`."""

import re
from collections.abc import Iterator, Sequence

from accord.knowledge.furniture import is_menu_word

_STOP = re.compile(r"[.!?…。！？؟۔।][\"'”’»)\]]{0,3}(?:\s?[■□◼●])?$")
_LONG_WORD = re.compile(r"[^\W\d_]{4,}")
_LETTER = re.compile(r"[^\W\d_]")
_BULLET = re.compile(r"(?:[-–—•*●▪■·]|\d{1,2}[.)])\s")
_CRUMBS = re.compile(r"\s[>›»→|/·•]\s|[›»]|[^\W\d]/[^\W\d][^/]{1,40}/[^\W\d]|\w\|\w")
_SECTION = re.compile(
    r"(?:More|Top|Latest|Most|Recent|Popular|Trending|Related|Other|Hot|Recommended|Featured|Must) [A-Z]"
)
_SIZES = (
    (3, "1-3 words"),
    (7, "4-7 words"),
    (14, "8-14 words"),
    (24, "15-24 words"),
    (39, "25-39 words"),
)
HEAD = 200
"""Characters of a line that tell its letters."""


def name_shape(text: str, words: Sequence[str]) -> Iterator[str]:
    """Yield what the form of a line is.

    >>> from accord.knowledge.furniture import fold_words
    >>> list(name_shape("World › Asia", fold_words("World › Asia")))
    ['1-3 words', 'no stop', 'crumbs', 'menu']
    """
    count = len(words)
    yield name_size(count, text)
    stop = has_stop(text)
    yield "stop" if stop else "no stop"
    if stop and extent(text, count) >= 8:
        yield "prose"
    yield from _letters(text, count)
    if text[0] in '“"„«':
        yield "opens quote"
    if text[-1] == ":":
        yield "colon"
    if count <= 20:
        yield from _marks(text, words, stop)


def has_stop(text: str) -> bool:
    """Say whether a sentence ends where the text does."""
    return bool(_STOP.search(text[-7:]))


def name_size(count: int, text: str) -> str:
    """Return the class of length of a line.

    >>> name_size(12, "…"), name_size(1, "国家主席" * 20)
    ('8-14 words', '25-39 words')
    """
    size = extent(text, count)
    return next((name for most, name in _SIZES if size <= most), "40+ words")


def extent(text: str, count: int) -> int:
    """Return the words of a line, or what stands for them where no blanks part words, as in Chinese."""
    return max(count, len(text) // 3) if len(text) > 20 * max(count, 1) else count


def _letters(text: str, count: int) -> Iterator[str]:
    head = text[:HEAD]
    if not _LETTER.search(head):
        yield "no letters"
    elif head.isupper() and count > 0 and len(head) > 2:
        yield "capitals"
    if head[0].islower():
        yield "all lower" if count >= 3 and head.islower() else "lower start"
    if 3 <= count <= 40:
        long = _LONG_WORD.findall(head)
        if long and sum(word[0].isupper() for word in long) >= 0.8 * len(long):
            yield "title case"


def _marks(text: str, words: Sequence[str], stop: bool) -> Iterator[str]:
    """Marks of lists, paths and links, in lines that are no paragraphs."""
    count = len(words)
    if _CRUMBS.search(text[:HEAD]):
        yield "crumbs"
    if text[0] in "←«‹" or text[-1] in "→»›":
        yield "arrow"
    if count <= 4 and not stop and _SECTION.match(text):
        yield "section head"
    if 2 <= count <= 8 and all(map(is_menu_word, words)):
        yield "menu"
    if count <= 12 and text[-1] == "?":
        yield "question"
    if not stop and text.count(",") >= 3:
        yield "list"


def is_bullet(text: str) -> bool:
    """Say whether a line is an item of a list.

    >>> is_bullet("- Leaders pledge cooperation"), is_bullet("-5 degrees")
    (True, False)
    """
    return bool(_BULLET.match(text))
