"""Authors that a page itself names, where its head is silent or names only the outlet."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from accord.model.reports import Role
from accord.read.html.days import cut_days
from accord.read.html.names import (
    class_words,
    has_lead,
    heard,
    is_lead,
    is_person,
    label_pattern,
    labels,
    person_labels,
    pick_names,
)
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
_CLOCKED = re.compile(
    r"(?i)\d{1,2}[:.]\d\d(?: Uhr| h| [ap]m)?,? ((?:von|by|por|par|door|di|da) [^\W\d_][\w.-]{1,30}(?: [\w.-]{1,30})?)$"
)
_DETAILS = re.compile(r'(?i) class="[^"]{0,200}\b(?:post|entry|article)-?_?(?:meta|info|details)')
_WITH = re.compile(r" (?:mit|with|avec|con|com|met) ")
_HAN = re.compile(r"[\u3400-\u9fff]{2,4}")
AHEAD, BEHIND, TEASERS = 15, 9, 20
"""Blocks before the story and after its end in which its authors are looked for; blocks of the story after which what
is marked as related names the authors of other stories."""
ABOVE, BELOW = 3, 8
"""Blocks before the story's first and after it in which a line that names its authors goes before the head."""
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
    return _first(_find_marked(story, near)) or _find_unmarked(story, roles, near, low, high)


def find_top_line(story: Story, roles: list[Role]) -> tuple[str, ...]:
    """Return the people whom a short line around the beginning of the story names behind `Von` or `Autor`."""
    blocks = story.tree.blocks
    for index in range(max(0, story.first - ABOVE), min(story.first + BELOW, story.last, len(blocks))):
        if roles[index] in ("caption", "comments", "related", "promo") or len(blocks[index].text) > SHORT:
            continue
        for line in blocks[index].text.split("\n"):
            names = () if _OTHERS.search(line) or line.lower().startswith(heard()) else _led(line, "")
            if names and all(map(is_person, names)):
                return names
    return ()


def _find_marked(story: Story, near: list[Element]) -> Iterator[tuple[str, ...]]:
    """Yield the names in elements that are marked as an author's, or link to one."""
    for find in (_is_authored, _marks_author, _leads_to_author):
        marked = [one for one in near if find(one.attributes)]
        for element in sorted(marked, key=lambda one: one.last - one.first)[:MOST]:
            for line in _lines(story, element):
                if found := pick_names(line, is_marked=True):
                    yield found


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
        or _first(_in_details(story, one) for one in near if _DETAILS.search(one.attributes))
    )


def _first(found: Iterable[tuple[str, ...]]) -> tuple[str, ...]:
    return next((names for names in found if names), ())


def _led(line: str, after: str) -> tuple[str, ...]:
    """Names behind `Von`, in the line or, where it holds nothing else, in the next one."""
    if is_lead(line):
        return pick_names(after, is_marked=True)
    if line.strip(" :：").lower() in labels() and is_person(after):
        return pick_names(after, is_marked=False)
    line = cut_days(line).strip()
    if any(word in line.lower() for word in heard()):
        line = _WITH.split(line)[0]  # whom an interview is with did not write it
    first, _, rest = line.partition(" ")
    if first.lower() in person_labels() and (names := pick_names(rest, is_marked=False)):
        return names
    return pick_names(line, is_marked=False) if has_lead(line) else ()


def _linked(story: Story, element: Element) -> tuple[str, ...]:
    text = next(_lines(story, element), "")
    return pick_names(text, is_marked=has_lead(story.tree.blocks[element.first].text))


def _labelled(line: str) -> tuple[str, ...]:
    """Names behind a label inside a line: `Datum: 16.05.2031 Autor: Ada Stone`."""
    label = label_pattern().search(line)
    if not label:
        return ()
    rest = line[label.end() :]
    return pick_names(rest, is_marked=_HAN.fullmatch(rest.strip()) is not None)


def _dated(line: str) -> tuple[str, ...]:
    """Names that stand beside nothing but a date: `16.05.2031 - Ada Stone`."""
    bare = cut_days(line).strip(" -–—|,/")
    if named := _CLOCKED.search(line):
        return pick_names(named[1], is_marked=True)
    return pick_names(bare, is_marked=has_lead(bare)) if len(bare) < len(line) - 5 else ()


def _in_details(story: Story, element: Element) -> tuple[str, ...]:
    """A name that stands alone among a post's details: `<li class="post-info__item">Ada Stone</li>`."""
    lines = [line.strip(" -–—|,/") for line in _lines(story, element)]
    return _first(pick_names(line, is_marked=False) for line in lines if is_person(line))


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
