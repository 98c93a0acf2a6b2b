"""Authors by markup: elements whose attributes or links say that the text in them names one."""

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from accord.read.html.headings import fold
from accord.read.html.names import words_of
from accord.read.html.statements import Statement, state
from accord.read.html.story import Story
from accord.read.html.tree import Element

_AUTHORED = re.compile(
    r'(?i) (?:rel="[^"]{0,60}\bauthor\b|itemprop="(?:author|creator)"|property="(?:\w{1,20}:)?(?:author|creator)")'
)
_CLASS = re.compile(r' (?:class|id|data-[a-z-]{1,30})="([^"]{1,200})"')
_DATA = re.compile(r'(?i) data-(?:\w{1,20}-)?(?:author|autor|byline)(?:-?names?|s)?="([^"]{3,80})"')
_CAPITAL = re.compile(r"(?<=[a-z])(?=[A-Z])")
_WORD = re.compile(r"[a-z]+")
_HREF = re.compile(r'(?i) href="([^"]{1,300})"')
_LINK = re.compile(
    r"(?i)/(?:authors?|autor(?:en|es|in|as?)?|auteurs?|autori|redakteure?|journalist\w*|creators?|staff|columnist\w*|"
    r"contributors?|writers?|by|bylines?|verfasser|reporters?|bloggers?|firmas?)[a-z_-]{0,20}[/=?]|[?&]aut(?:h?or)\w{0,20}="
)
_WEAK_LINK = re.compile(
    r"(?i)/(?:reda[kc]\w{1,8}|people|profil\w{0,2}|users?|members?|team|menschen|persons?|personen|mitglied\w{0,3}|nutzer|"
    r"expert\w{0,2}|bio|about)[a-z_-]{0,20}[/?=]"
)
WIDE, WIDEST = 3, 6
"""Blocks up to which all lines of an element are read, and up to which its first is."""
MOST = 60
"""Elements that are read."""
SHORT = 120
"""Characters of a line that are read."""


def read_marks(story: Story, low: int, high: int) -> Iterator[Statement]:
    """Yield what elements marked as an author's say; from afar, of those alone whose markup leaves no doubt."""
    left = MOST
    for element in story.tree.elements:
        attributes = element.attributes
        if not attributes or not 0 < element.last - element.first <= WIDEST:
            continue
        if low <= element.first < high:
            if not _can_tell(attributes):
                continue
        elif not (("auth" in attributes or "autor" in attributes) and _is_clear(attributes)):
            continue
        if kinds := _read_kinds(element.name, attributes):
            yield from _read_element(story, element, kinds)
            left -= 1
            if not left:
                return


@lru_cache(maxsize=20_000)
def _can_tell(attributes: str) -> bool:
    lower = attributes.lower()
    return any(word in lower for word in words_of("telling"))  # a third of the time of one pattern


def _is_clear(attributes: str) -> bool:
    return bool(_AUTHORED.search(attributes) or _LINK.search(attributes))


def _read_element(story: Story, element: Element, kinds: tuple[str, ...]) -> Iterator[Statement]:
    attributes, first = element.attributes, element.first
    if data := _DATA.search(attributes):
        yield from state(("data",), data[1], first)
    mark = attributes if "class" in kinds or "beside" in kinds else ""
    href = _HREF.search(attributes)
    slug = fold(href[1].rstrip("/").rsplit("/", 1)[-1]) if href else ""
    is_wide = element.last - first > WIDE
    below = min(first + 1, len(story.tree.blocks) - 1)  # a line of the last block stands in that
    for number, line in enumerate(_lines(story, element, is_wide=is_wide)):
        more = ("wide",) if is_wide else ("line2",) if number else ()
        for one in state(kinds + more, line, below if number else first, mark=mark):
            is_slug = len(slug) > 3 and slug.startswith(fold(one.names[0]))
            yield one._replace(kinds=(*one.kinds, "slug")) if is_slug else one


def _lines(story: Story, element: Element, *, is_wide: bool) -> list[str]:
    """Text of a small element, by line: its own inline text, then that of its blocks."""
    inside = story.tree.text_in(element)
    lines = inside[:SHORT].split("\n") if inside else []
    if is_wide:
        return lines[:1]
    for other in story.tree.blocks[element.first + bool(inside) : element.last]:
        if story.tree.nodes[other.segments[0][3]][0].is_in(element):  # an empty one stands in the block of others
            lines += other.text[:SHORT].split("\n")
    return lines


@lru_cache(maxsize=20_000)
def _read_kinds(name: str, attributes: str) -> tuple[str, ...]:
    """Return in which ways an element is marked as an author's."""
    kinds = ["rel"] if _AUTHORED.search(attributes) else []
    marks, beside = _class_words()
    for value in _CLASS.findall(attributes):
        words = set(_WORD.findall(_CAPITAL.sub("-", value).lower()))
        if any(word.startswith(marks) for word in words):
            kinds.append("beside" if any(word in beside or word.endswith(_glued()) for word in words) else "class")
    if name == "a" and (href := _HREF.search(attributes)):
        if _LINK.search(href[1]):
            kinds.append("link")
        elif _WEAK_LINK.search(href[1]):
            kinds.append("people")
        elif href[1][:7].lower() == "mailto:":
            kinds.append("mail")
    return tuple(dict.fromkeys(kinds))


@cache
def _class_words() -> tuple[tuple[str, ...], frozenset[str]]:
    """Beginnings of words of classes that mark authors, and words of those that mark what stands beside them."""
    return words_of("class"), frozenset(words_of("beside"))


@cache
def _glued() -> tuple[str, ...]:
    """Words beside authors written in one with them: `authorbio`."""
    return tuple(mark + word for mark in ("author", "autor") for word in words_of("beside"))
