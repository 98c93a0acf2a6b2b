"""Blocks of a page → their roles: what the markup around them says, and inside the story what they look like."""

import re

from accord.model.reports import Role
from accord.read.html.days import cut_days
from accord.read.html.phrases import find_phrase
from accord.read.html.story import CLUTTER, HEADINGS, Story
from accord.read.html.tree import Block, Element

_CREDIT = re.compile(
    r"©|\b(?:Getty Images|iStock|Shutterstock|picture[ -]?alliance|imago|Adobe ?Stock|Unsplash|Pixabay|Pexels|"
    r"(?:AP|AFP|dpa|EPA|EFE|Reuters|ANSA|PAP|APA|Keystone|MTI|Xinhua|Archiv) ?/|/ ?(?:AP|AFP|dpa|EPA|EFE|REUTERS|"
    r"Reuters|ANSA|PAP|APA|Keystone|picture)\b|File [Pp]hoto|AP Photo|Archivbild|Archivfoto|Symbolbild|Symbolfoto)"
)
_FIGURE = re.compile(
    r"(?i)\W{0,3}(?:abbildung|abb|fig|figura|figure|foto|photo|bild|grafik|tabelle|table)\.? ?\d{1,3} ?[:.|–-]"
)
_RIGHTS = re.compile(r"(?i)\W{0,3}(?:©|\(c\) ?(?:19|20)\d\d|copyright\b)")
_CONTACT = re.compile(r"\S@\S+\.\w|(?i:\btel(?:efon)?\.?:)|(?i:\bfax:)")
SHORT = 40
"""Characters up to which a block can be nothing but a date or a time: the hours of a live blog."""
STANDFIRST = 60
"""Characters of a smaller heading between the headline and the story from which it is a lead."""
NOTE = 600
"""Characters up to which a block can be the line below a figure or of a copyright."""
LONG = 120
"""Characters of running text that end a list of related reports and show the story going on."""


def judge_blocks(story: Story) -> list[Role]:
    """Return the role of each block of the page."""
    blocks = story.tree.blocks
    roles = [_outside(story, block) for block in blocks]
    for index in range(story.first, story.last):
        roles[index] = _inside(story, index)
    _follow_headings(story, roles)
    _trim_end(story, roles)
    _mark_headline(story, roles)
    return roles


def _outside(story: Story, block: Block) -> Role:
    clue = story.clue(block)
    if clue.role in CLUTTER and clue.role is not None:
        return clue.role
    if block.linked > 0.5 * len(block.text):
        return "navigation"
    return "boilerplate"


def _from_markup(story: Story, block: Block, prose: float) -> Role | None:
    clue = story.clue(block)
    if clue.role in CLUTTER and not (clue.weak and prose > 0):
        return clue.role
    if clue.role in ("caption", "byline", "note"):
        return clue.role
    return "caption" if _is_in(block.element, "figure") else None


def _inside(story: Story, index: int) -> Role:
    block = story.tree.blocks[index]
    clue = story.clue(block)
    prose = story.prose[index]
    if told := _from_markup(story, block, prose):
        return told
    n = len(block.text)
    if n < SHORT and not cut_days(block.text).strip(" .,|-–"):
        return "dateline"
    role = find_phrase(block.text)
    if role and not (role in ("related", "navigation") and prose and n > 100 and block.linked < 0.2 * n):
        return role
    if n < 250 and _CREDIT.search(block.text):
        return "caption"
    if n < NOTE and (_FIGURE.match(block.text) or _RIGHTS.match(block.text)):
        return "caption" if _FIGURE.match(block.text) else "boilerplate"
    if block.linked > 0.6 * n:
        return "related" if n > 30 else "navigation"
    if story.main is not None and index < story.main.first:
        return _before_main(block, is_prose=clue.role == "summary" or prose > 0)
    if block.element.name in HEADINGS:
        return "heading" if n < 300 else "body"
    return "summary" if clue.role == "summary" and prose > 0 else "body"


def _before_main(block: Block, *, is_prose: bool) -> Role:
    """Between the headline and the main element stand the lead, the byline and what serves the page."""
    if block.element.name == "h1":
        return "headline"
    if is_prose or (block.element.name in HEADINGS and len(block.text) >= STANDFIRST):
        return "summary"
    return "byline" if len(block.text) < LONG else "boilerplate"


def _is_in(element: Element | None, name: str) -> bool:
    """Whether an element of this name is at most five steps up."""
    for _ in range(5):
        if element is None:
            return False
        if element.name == name:
            return True
        element = element.parent
    return False


def _follow_headings(story: Story, roles: list[Role]) -> None:
    """What stands under a heading of related reports is related too, up to the next heading or running text."""
    under = False
    for index in range(story.first, story.last):
        block = story.tree.blocks[index]
        if roles[index] == "related" and not story.prose[index] > LONG and len(block.text) < 60:
            under = True
        elif under:
            if roles[index] == "body" and (block.linked > 0.3 * len(block.text) or not story.prose[index]):
                roles[index] = "related"
            elif roles[index] in ("body", "heading"):
                under = False


def _trim_end(story: Story, roles: list[Role]) -> None:
    """A heading, a contact or a short line after the last running text belongs to what follows the story."""
    for index in range(story.last - 1, story.first - 1, -1):
        if roles[index] not in ("body", "heading"):
            continue
        block = story.tree.blocks[index]
        if roles[index] == "heading":
            roles[index] = "boilerplate"
        elif (
            story.prose[index] > 0 and not (len(block.text) < LONG and _CONTACT.search(block.text))
        ) or block.element.name in ("li", "td", "th", "dd", "dt", "pre"):
            return
        else:
            roles[index] = "boilerplate"


def _mark_headline(story: Story, roles: list[Role]) -> None:
    for index, block in enumerate(story.tree.blocks):
        if (
            block.element.name == "h1"
            and index < story.last
            and roles[index] in ("heading", "headline", "summary", "body")
        ):
            roles[index] = "headline"
            return
