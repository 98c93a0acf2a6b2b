"""Authors that a page itself names, where its head is silent or names only the outlet."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from accord.model.reports import Role
from accord.read.html.days import cut_days
from accord.read.html.names import class_words, has_lead, is_lead, label_pattern, pick_names
from accord.read.html.story import Story
from accord.read.html.tree import Element

_AUTHORED = re.compile(r'(?i) (?:rel="author"|itemprop="(?:author|creator)"|property="(?:\w+:)?(?:author|creator)")')
_CLASS = re.compile(r' (?:class|id|data-[a-z-]{1,30})="([^"]{1,200})"')
_CAPITAL = re.compile(r"(?<=[a-z])(?=[A-Z])")
_WORD = re.compile(r"[a-z]+")
_LINK = re.compile(
    r'(?i) href="[^"]{0,300}/(?:authors?|autor(?:en|es|in|as?)?|auteurs?|autori|redakteure?|journalists?|creator|staff|'
    r'columnists?|contributors?)/[^"]+"'
)
_WEAK_LINK = re.compile(
    r'(?i) href="[^"]{0,300}/(?:redaktion|people|profile?|user|members?|team|menschen|persons?)/[^"]+"'
)
_OTHERS = re.compile(r"@|©|\bCC[ -]BY\b")  # authors of posts shown in the story, of pictures
AHEAD, BEHIND, TEASERS = 15, 9, 20
"""Blocks before the story and after its end in which its authors are looked for; blocks of the story after which what
is marked as related names the authors of other stories."""
MOST = 50
"""Elements marked as an author's that are read."""
SHORT = 120
"""Characters from which a line is no byline."""


def find_bylines(story: Story, roles: list[Role]) -> tuple[str, ...]:
    """Return the authors that the page names: marked as such, linked as such, then in bylines and their like."""
    low, high = max(0, story.first - AHEAD), min(story.last + BEHIND, len(story.tree.blocks))
    near = [
        one
        for one in story.tree.elements
        if low <= one.first < high and one.last - one.first <= 3 and _can_hold(story, roles, one.first)
    ]
    near = [one for one in near if one.attributes]
    for find in (_is_authored, _marks_author, _leads_to_author):
        marked = [one for one in near if find(one.attributes)]
        for element in sorted(marked, key=lambda one: one.last - one.first)[:MOST]:
            for line in _lines(story, element):
                if found := pick_names(line, is_marked=True):
                    return found
    return _find_unmarked(story, roles, near, low, high)


def _can_hold(story: Story, roles: list[Role], index: int) -> bool:
    """Whether a block's role lets it name the authors of this story."""
    return roles[index] != "comments" and (roles[index] != "related" or index < story.first + TEASERS)


def _find_unmarked(story: Story, roles: list[Role], near: list[Element], low: int, high: int) -> tuple[str, ...]:
    blocks = story.tree.blocks
    own = [i for i in range(low, high) if roles[i] != "caption" and _can_hold(story, roles, i)]
    short = (line for i in own if len(blocks[i].text) < SHORT for line in blocks[i].text.split("\n"))
    lines = [line for line in short if not _OTHERS.search(line)]
    ends = [line for i in own if i >= story.last - 3 for line in blocks[i].text[:300].split("\n")]
    return (
        _first(_led(line, after) for line, after in zip(lines, [*lines[1:], ""], strict=False))
        or _first(
            _linked(story, one)
            for one in [one for one in near if one.name == "a" and _WEAK_LINK.search(one.attributes)][:MOST]
        )
        or _first(_labelled(line) for line in [*lines, *ends])
        or _first(_dated(line) for line in lines)
    )


def _first(found: Iterable[tuple[str, ...]]) -> tuple[str, ...]:
    return next((names for names in found if names), ())


def _led(line: str, after: str) -> tuple[str, ...]:
    """Names behind `Von`, in the line or, where it holds nothing else, in the next one."""
    if is_lead(line):
        return pick_names(after, is_marked=True)
    return pick_names(line, is_marked=False) if has_lead(line) else ()


def _linked(story: Story, element: Element) -> tuple[str, ...]:
    text = next(_lines(story, element), "")
    return pick_names(text, is_marked=has_lead(story.tree.blocks[element.first].text))


def _labelled(line: str) -> tuple[str, ...]:
    """Names behind a label inside a line: `Datum: 16.05.2031 Autor: Ada Stone`."""
    label = label_pattern().search(line)
    return pick_names(line[label.end() :], is_marked=False) if label else ()


def _dated(line: str) -> tuple[str, ...]:
    """Names that stand beside nothing but a date: `16.05.2031 - Ada Stone`."""
    bare = cut_days(line).strip(" -–—|,/")
    return pick_names(bare, is_marked=has_lead(bare)) if len(bare) < len(line) - 5 else ()


def _is_authored(attributes: str) -> bool:
    return ("author" in attributes or "creator" in attributes) and _AUTHORED.search(attributes) is not None


def _leads_to_author(attributes: str) -> bool:
    return "href=" in attributes and _LINK.search(attributes) is not None


@lru_cache(maxsize=20_000)
def _marks_author(attributes: str) -> bool:
    marks, beside = class_words()
    for value in _CLASS.findall(attributes):
        words = set(_WORD.findall(_CAPITAL.sub("-", value).lower()))
        if words & marks and not words & beside:
            return True
    return False


def _lines(story: Story, element: Element) -> Iterator[str]:
    """Text of a small element, by line: its own inline text, else that of its blocks."""
    inside = story.tree.text_in(element)
    yield from inside[:SHORT].split("\n") if inside else ()
    for other in story.tree.blocks[element.first + bool(inside) : element.last]:
        yield from other.text[:SHORT].split("\n")
