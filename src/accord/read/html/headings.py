"""Headings of a page that can be its headline, without the lines set above and below it inside the same element."""

import re
from functools import cache
from typing import NamedTuple

from accord.knowledge.tables import read_rows
from accord.model.reports import Role
from accord.read.html.story import Story
from accord.read.html.tree import Block, Element

_LETTER = re.compile(r"\W+")
_CLASS = re.compile(r' (?:class|id)="([^"]{0,400})')
_CAPITAL = re.compile(r"(?<=[a-z])(?=[A-Z])")
_WORD = re.compile(r"[a-z0-9]+")
_HOME = re.compile(r' href="(?:https?://[^/"]*)?/?(?:index\.\w+)?"| rel="home"', re.IGNORECASE)
_EDGES = " \n:|–—·•-/"
_LEVELS = {"h1": 1, "h2": 2, "h3": 3, "h4": 4}
_SET_APART = frozenset({"small", "time", "sup"})
_STORY = frozenset({"headline", "heading", "body", "summary"})
AHEAD = 15
"""Blocks before the story within which an `<h1>` can be its headline."""
SMALLER = 5
"""Headings below the first level that are looked at."""


class Heading(NamedTuple):
    """A heading: its text, its level, whether it stands in the story or right before it, whether it names the site."""

    text: str
    level: int
    is_near: bool
    is_site: bool


def fold(text: str) -> str:
    """Return the letters and digits of a text in lower case.

    >>> fold("Talks, again: “No”")
    'talksagainno'
    """
    return _LETTER.sub("", text).casefold()


def find_headings(story: Story, roles: list[Role]) -> list[Heading]:
    """Return the headings of a page: all `<h1>`, and the first smaller ones around the beginning of the story."""
    found: list[Heading] = []
    smaller = 0
    for index, block in enumerate(story.tree.blocks):
        top = _heading_above(block.element)
        if top is None:
            continue
        level = _LEVELS[top.name]
        if level > 1:
            if not story.first - 10 <= index < story.last or smaller >= SMALLER:
                continue
            smaller += 1
        is_near = roles[index] in _STORY or (level == 1 and story.first - AHEAD <= index < story.last)
        found.append(Heading(_spoken(story, block, top), level, is_near, _names_site(story, block, top)))
    return [one for one in found if fold(one.text)]


def _heading_above(element: Element | None) -> Element | None:
    """The heading that a block is or is in, three steps up at most: `<h1><div>Talks end</div></h1>`."""
    for _ in range(4):
        if element is None or element.name in _LEVELS:
            return element
        element = element.parent
    return None


def _spoken(story: Story, block: Block, top: Element) -> str:
    """The heading's text without the parts whose markup sets them apart, where more than those is left."""
    kept = [
        (at, at + length) for at, _, length, node, *_ in block.segments if not _is_apart(story.tree.nodes[node][0], top)
    ]
    plain = block.text.replace("\n", " ")
    if not kept or len(kept) == len(block.segments):
        return plain
    rest = plain[kept[0][0] : kept[-1][1]].strip(_EDGES)
    return rest if len(fold(rest)) > 4 else plain


def _is_apart(element: Element | None, top: Element) -> bool:
    while element is not None and element is not top:
        if element.name in _SET_APART or _has_word(element.attributes, "apart"):
            return True
        element = element.parent
    return False


def _names_site(story: Story, block: Block, top: Element) -> bool:
    """Whether a heading is the site's name: by its class, or as a link to the site's first page."""
    if _has_word(top.attributes, "site"):
        return True
    elements = {id(one): one for one in (story.tree.nodes[node][0] for _, _, _, node, *_ in block.segments)}
    return any(_links_home(one, top) for one in elements.values())


def _links_home(element: Element | None, top: Element) -> bool:
    while element is not None and element is not top:
        if element.name == "a":
            return _HOME.search(element.attributes) is not None
        element = element.parent
    return False


def _has_word(attributes: str, kind: str) -> bool:
    words = _words()[kind]
    return any(
        word in words
        for value in _CLASS.findall(attributes)
        for word in _WORD.findall(_CAPITAL.sub("-", value).lower())
    )


@cache
def _words() -> dict[str, frozenset[str]]:
    rows = read_rows("html_headings.tsv")
    return {kind: frozenset(word for one, word, *_ in rows if one == kind) for kind in ("apart", "site")}
