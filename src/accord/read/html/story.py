"""Which part of the page is the report: the element that holds most of its running text and little else."""

import re
from itertools import accumulate

from accord.model.reports import Role
from accord.read.html.clues import SILENT, Clue, read_clue
from accord.read.html.tree import Block, Element, Tree

CLUTTER: frozenset[Role | None] = frozenset({"navigation", "related", "promo", "comments", "boilerplate", "credit"})
HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
PARAGRAPH = 60
"""Characters from which a block without a sentence's end can be running text."""
LEAD = 100
"""Characters from which a heading that ends as a sentence does is a lead: `<h2>The two leaders agreed … .</h2>`."""
HELD = 0.5
"""Share of a page's running text from which an element is no clutter, whatever its class says."""
SHARE = 0.8
"""Share of its parent's running text from which a child is the story rather than a part of it."""
WEAKLY = 0.3
"""What running text under a weak clue of clutter counts for."""
BACK = 80
"""Blocks before the main element among which its headline is looked for."""
# The five above: chosen on the tuning half of `benchmarks/pages.py`, where F moves by less than .003 between
# 0.35 and 0.7 (HELD), 0.7 and 0.85 (SHARE), 0 and 1 (WEAKLY), 40 and 150 (BACK); run it with `--part tuned`.
TOLD = 800
"""Characters of running text, hardly any of them links, from which an element is no list of related reports."""
APART = 10
"""Blocks that can lie between two boxes of one story, or its lead and its headline: a picture, an advertisement."""
# These two: on the same half, F .9504 → .9555; the first may be half as large, the second half or twice.

_END_MARK = re.compile(r"[.!?…:;»”\"’)؟।](?=\s|$)|[。！？，、]")
_WIDE = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_TEXTUAL = frozenset({"p", "blockquote", "li", "td", "span", "a", "b", "i", "em", "strong", *HEADINGS})


def prose(block: Block) -> float:
    """Characters of a block that read as running text, 1,500 at most.

    >>> from accord.read.html.tree import Block, Element
    >>> block = Block(Element("p", "", None, 0))
    >>> block.text = "The ministers met, spoke for an hour, and parted without a word."
    >>> prose(block)
    64.0
    """
    length = len(block.text)
    if length < PARAGRAPH and _WIDE.search(block.text):
        length *= 3
    free = length - 2 * block.linked
    if length < 25 or free <= 0:
        return 0.0
    if block.element.name in HEADINGS and (length < LEAD or not _END_MARK.search(block.text)):
        return 0.0
    marks = len(_END_MARK.findall(block.text)) + block.text.count(", ")
    if length < PARAGRAPH and not marks:
        return 0.0
    return min(float(free), 1500.0) if marks else 0.3 * min(free, 200)


class Story:
    """The main element of a page, the blocks from its headline on, and what the markup says of each block.

    Without trust, classes and ids say nothing: some sites put all of an article in `<div class="paywall overlay">`.
    """

    def __init__(self, tree: Tree, *, is_trusting: bool = True) -> None:
        self.tree = tree
        self.is_trusting = is_trusting
        self.prose = [prose(block) for block in tree.blocks]
        self._sums = [0.0, *accumulate(self.prose)]
        self._links = [0, *accumulate(block.linked for block in tree.blocks)]
        self.total = self._sums[-1]
        self._clues: dict[Element, Clue] = {}
        self._inherit()
        trusted = [amount * self._trust(block) for block, amount in zip(tree.blocks, self.prose, strict=True)]
        if sum(trusted) < 0.1 * self.total:
            trusted = self.prose
        self._trusted = [0.0, *accumulate(trusted)]
        self.main = self._find_main()
        self.first, self.last = self._find_range()

    def clue(self, block: Block) -> Clue:
        """Return what the markup around a block says of it."""
        return self._clues.get(block.element, SILENT)

    def held(self, element: Element) -> float:
        """Return the running text in an element, in characters."""
        return self._sums[element.last] - self._sums[element.first]

    def _linked(self, element: Element) -> int:
        return self._links[element.last] - self._links[element.first]

    def _kept(self, element: Element) -> float:
        return self._trusted[element.last] - self._trusted[element.first]

    def _trust(self, block: Block) -> float:
        clue = self.clue(block)
        if clue.role not in CLUTTER:
            return 1.0
        return WEAKLY if clue.weak else 0.0

    def _inherit(self) -> None:
        """Give each element its own clue or its parent's; strong clutter covers all that is in it."""
        clues = self._clues
        for element in self.tree.elements:
            above = clues.get(element.parent, SILENT) if element.parent else SILENT
            if above.role in CLUTTER and not above.weak:
                clues[element] = above
                continue
            own = read_clue(element.name, element.attributes if self.is_trusting else "")
            if own.role and not self._can_be(element, own):
                own = SILENT
            if above.role in CLUTTER and own.role != "caption" and (own.weak or own.role not in CLUTTER):
                own = above
            clues[element] = own if own.role else above

    def _can_be(self, element: Element, clue: Clue) -> bool:
        """Whether an element can be what its clue says, for all the running text in it."""
        held = self.held(element)
        if clue.role in ("byline", "summary", "note"):
            return held < 1500 and held < (HELD / 2 if clue.role == "byline" else HELD) * self.total + 200
        if clue.role == "caption":
            return held < 2000
        if clue.role == "comments":
            return self.total - held > 400 or held < HELD * self.total
        if clue.role not in CLUTTER:
            return True
        if clue.role == "related" and held > TOLD and self._linked(element) < 0.05 * held:
            return False
        return held < (HELD / 2 if element.name in ("main", "article") else HELD) * self.total or not held

    def _find_main(self) -> Element | None:
        """Go down from the root as long as one child holds most of the running text."""
        best = self.tree.elements[0] if self.tree.elements else None
        for element in self.tree.elements:
            if best is None or element.parent is not best or element.name in _TEXTUAL:
                continue
            if self._kept(element) >= SHARE * self._kept(best) > 0:
                best = element
        return best

    def _with_pieces(self, main: Element) -> tuple[int, int]:
        """Blocks of the main element and of others with its very class close by: a story in several boxes."""
        first, last = main.first, main.last
        if 'class="' not in main.attributes:
            return first, last
        for element in self.tree.elements:
            if element.name != main.name or element.attributes != main.attributes or self.held(element) < PARAGRAPH:
                continue
            if last <= element.first <= last + APART:
                last = element.last
            elif first - APART <= element.last <= first:
                first = min(first, element.first)
        return first, last

    def _find_range(self) -> tuple[int, int]:
        """Blocks of the main element, and before them from the headline on, else from where its article begins."""
        if self.main is None:
            return 0, 0
        first, last = self._with_pieces(self.main)
        back = max(0, first - BACK)
        if headings := [i for i in range(back, first) if self.tree.blocks[i].element.name == "h1"]:
            return self._with_lead(headings[-1]), last
        element = self.main.parent
        while element is not None and element.name not in ("body", "html"):
            if element.name in ("article", "main") or self._clues[element].role == "body":
                return self._with_lead(max(element.first, back)), last
            element = element.parent
        return self._with_lead(first), last

    def _with_lead(self, first: int) -> int:
        """Running text right before a story that the markup calls the story's, a lead, begins it."""
        for index in range(max(0, first - APART), first):
            if self.prose[index] >= PARAGRAPH and self.clue(self.tree.blocks[index]).role == "body":
                return index
        return first
