"""What markup around a line and inside it says of that: set apart, bold, in a menu, a link, the name of the site."""

import re
from functools import cache

from accord.knowledge.tables import read_rows
from accord.read.html.story import Story
from accord.read.html.tree import Block, Element

_CLASS = re.compile(r' (?:class|id|itemprop)="([^"]{0,400})')
_CAPITAL = re.compile(r"(?<=[a-z])(?=[A-Z])")
_WORD = re.compile(r"[a-z0-9]+")
_HOME = re.compile(r' href="(?:https?://[^/"]*)?/?(?:index\.\w+)?"| rel="home"', re.IGNORECASE)
_HREF = re.compile(r' href="([^"]{1,500})"')
_LARGE = re.compile(r' style="[^"]{0,200}font-(?:size|weight)')
_SET_APART = frozenset({"small", "time", "sup"})
_BOLD = frozenset({"b", "strong", "big", "font", "center"})
_SECTIONS = frozenset({"article", "aside", "figure", "footer", "form", "header", "li", "main", "nav", "section"})


def sections_around(element: Element) -> tuple[str, ...]:
    """The sections of a page that a line stands in, by the names of its elements."""
    names = []
    above = element.parent
    while above is not None:
        if above.name in _SECTIONS:
            names.append(above.name)
        above = above.parent
    return tuple(names)


def is_bold(element: Element | None, owner: Element) -> bool:
    """Whether text in an element is bold or large by an element or a style inside its block."""
    while element is not None and element is not owner:
        if element.name in _BOLD or _LARGE.search(element.attributes):
            return True
        element = element.parent
    return False


def is_apart(element: Element | None, top: Element) -> bool:
    """Whether markup sets an element apart from the rest of the heading that it is in."""
    while element is not None and element is not top:
        if element.name in _SET_APART or has_word(element.attributes, "apart"):
            return True
        element = element.parent
    return False


def names_site(story: Story, block: Block, top: Element) -> bool:
    """Whether a line is the site's name: by its class, or as a link to the site's first page."""
    if has_word(top.attributes, "site"):
        return True
    elements = {id(one): one for one in (story.tree.nodes[node][0] for _, _, _, node, *_ in block.segments)}
    return any(_links_home(one, top) for one in elements.values())


def _links_home(element: Element | None, top: Element) -> bool:
    while element is not None and element is not top:
        if element.name == "a":
            return _HOME.search(element.attributes) is not None
        element = element.parent
    return False


def find_target(story: Story, block: Block, top: Element) -> str:
    """The address that a line leads to: by a link in it, or around it."""
    if not block.linked:
        return ""
    element: Element | None = story.tree.nodes[block.segments[-1][3]][0]
    while element is not None and element.name != "a" and element is not top.parent:
        element = element.parent
    match = _HREF.search(element.attributes) if element is not None and element.name == "a" else None
    return match[1] if match else ""


def has_word(attributes: str, kind: str) -> bool:
    """Whether a class, an id or a property holds a word of `html_headings.tsv`.

    >>> has_word(' class="entry-title"', "title"), has_word(' class="articleKicker"', "apart")
    (True, True)
    """
    if not attributes:
        return False
    words = _words()[kind]
    return any(
        word in words
        for value in _CLASS.findall(attributes)
        for word in _WORD.findall(_CAPITAL.sub("-", value).lower())
    )


@cache
def _words() -> dict[str, frozenset[str]]:
    rows = read_rows("html_headings.tsv")
    return {kind: frozenset(word for one, word, *_ in rows if one == kind) for kind in ("apart", "site", "title")}
