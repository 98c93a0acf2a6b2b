"""Lines of a page that can be its headline: headings, lines classed as titles, a bold line right over the story.

What markup sets apart inside such a line (a kicker, a date, words for screen readers) is told from the rest of it.
"""

import re
from typing import NamedTuple

from accord.model.reports import Role
from accord.read.html.story import Story
from accord.read.html.tree import Block, Element
from accord.read.html.wrappings import find_target, has_word, is_apart, is_bold, names_site, sections_around

_LETTER = re.compile(r"[\W_]+")
_EDGES = " \n:|–—·•-/"
_READINGS = frozenset({"rt", "rp"})
_LEVELS = frozenset({"h1", "h2", "h3", "h4", "h5"})
_STORY = frozenset({"headline", "heading", "body", "summary"})
AHEAD = 15
"""Blocks before the story within which a line can be its headline."""
BEHIND = 3
"""Blocks after the beginning of the running text within which a line can still be its headline."""
MOST = {"h1": 8, "h2": 10, "h3": 8, "h4": 4, "h5": 2, "titled": 6, "bold": 3}
"""Lines of each kind that are looked at; all but `<h1>` stand around the beginning of the story."""
KINDS = tuple(MOST)
LONGEST = 300
"""Characters from which a line is no headline."""


class Heading(NamedTuple):
    """A line: without what is set apart in it, whole, its pieces; its kind, its block, what its markup says of it."""

    text: str
    whole: str
    pieces: tuple[str, ...]
    kind: str
    block: int
    is_near: bool
    is_site: bool
    is_linked: bool
    links_to: str
    is_titled: bool
    role: Role
    around: tuple[str, ...]


def fold(text: str) -> str:
    """Return the letters and digits of a text in lower case.

    >>> fold("Talks, again: “No”")
    'talksagainno'
    """
    return _LETTER.sub("", text).casefold()


def find_headings(story: Story, roles: list[Role], opens: int, told: frozenset[str] = frozenset()) -> list[Heading]:
    """Return the lines that can be a page's headline, in reading order; at block `opens` its running text begins.

    Headings whose folded text is among `told` are looked for on the whole page.
    """
    found: list[Heading] = []
    counts = dict.fromkeys(MOST, 0)
    around = _around(story, opens)
    for index in sorted(around | _tops(story) | _told(story, told)):
        block = story.tree.blocks[index]
        top, kind = _kind_of(story, block, index, opens) if index in around else _heading_above(block.element)
        if top is None or counts[kind] >= MOST[kind] or len(block.text) > LONGEST:
            continue
        if fold(block.text):
            counts[kind] += 1
            found.append(_read(story, block, top, kind, index, roles[index]))
    return found


def _around(story: Story, opens: int) -> set[int]:
    """Blocks near where the story begins, and near where its running text does."""
    first = range(max(0, story.first - AHEAD), min(story.last, story.first + 3 * AHEAD))
    return {*first, *range(max(0, opens - AHEAD), min(len(story.tree.blocks), opens + BEHIND + 1))}


def _tops(story: Story) -> set[int]:
    """Blocks with which an `<h1>` begins, wherever it stands."""
    tops = (one for one in story.tree.elements if one.name == "h1")
    return {one.first for one in tops if one.first < one.last}


def _told(story: Story, told: frozenset[str]) -> set[int]:
    """Blocks that are headings with a text that the page's head tells."""
    blocks = story.tree.blocks
    return {
        index
        for index, block in enumerate(blocks)
        if block.element.name in _LEVELS and len(block.text) <= LONGEST and fold(block.text) in told
    }


def _read(story: Story, block: Block, top: Element, kind: str, index: int, role: Role) -> Heading:
    return Heading(
        _spoken(story, block, top),
        block.text.replace("\n", " "),
        _pieces(story, block),
        kind,
        index,
        role in _STORY or (kind == "h1" and story.first - AHEAD <= index < story.last),
        names_site(story, block, top),
        block.linked > 0.5 * len(block.text),
        find_target(story, block, top),
        kind == "titled" or has_word(top.attributes, "title"),
        role,
        sections_around(top),
    )


def _heading_above(element: Element | None) -> tuple[Element | None, str]:
    """The heading that a block is or is in, three steps up at most: `<h1><div>Talks end</div></h1>`."""
    for _ in range(4):
        if element is None:
            break
        if element.name in _LEVELS:
            return element, element.name
        element = element.parent
    return None, ""


def _kind_of(story: Story, block: Block, index: int, opens: int) -> tuple[Element | None, str]:
    top, kind = _heading_above(block.element)
    if top is not None or len(block.text) > LONGEST:
        return top, kind
    owner = block.element
    inner = story.tree.nodes[block.segments[0][3]][0]
    if index <= story.first + AHEAD // 2 or index <= opens:
        for element in (owner, inner, owner.parent):
            if element is not None and has_word(element.attributes, "title"):
                return owner, "titled"
    if min(abs(index - story.first), abs(index - opens)) <= BEHIND and all(
        is_bold(story.tree.nodes[one[3]][0], owner) for one in block.segments
    ):
        return owner, "bold"
    return None, ""


def _spoken(story: Story, block: Block, top: Element) -> str:
    """The line's text without the parts whose markup sets them apart, where more than those is left."""
    plain = block.text.replace("\n", " ")
    if any(story.tree.nodes[node][0].name in _READINGS for _, _, _, node, *_ in block.segments):
        return _without_readings(story, block)
    kept = [
        (at, at + length) for at, _, length, node, *_ in block.segments if not is_apart(story.tree.nodes[node][0], top)
    ]
    if not kept or len(kept) == len(block.segments):
        return plain
    rest = plain[kept[0][0] : kept[-1][1]].strip(_EDGES)
    return rest if len(fold(rest)) > 4 else plain


def _without_readings(story: Story, block: Block) -> str:
    """The line's text without the readings set beside its characters: 法律ほうりつ → 法律."""
    parts = [
        block.text[at : at + length]
        for at, _, length, node, *_ in block.segments
        if story.tree.nodes[node][0].name not in _READINGS
    ]
    return "".join(parts).replace("\n", " ")


def _pieces(story: Story, block: Block) -> tuple[str, ...]:
    """The lines of a block, and what its elements hold, where it has several."""
    lines = block.text.split("\n")
    starts: list[int] = []
    last = None
    for at, _, _, node, *_ in block.segments[:20]:
        element = story.tree.nodes[node][0]
        if element is not last:
            starts.append(at)
        last = element
    held = [block.text[start:end] for start, end in zip(starts, [*starts[1:], len(block.text)], strict=True)]
    both = [*(lines if len(lines) > 1 else []), *(held if len(held) > 1 else [])]
    return tuple(dict.fromkeys(stripped for one in both[:12] if (stripped := one.strip(_EDGES))))
