"""A page as read: its elements, and the blocks of text in them in reading order."""

import re
from functools import lru_cache

_PLAIN = re.compile(r"[a-zA-Z][a-zA-Z0-9-]*")
_FOREIGN = frozenset({"math", "svg"})
_BACK = frozenset({"mi", "mo", "mn", "ms", "mtext", "annotation-xml", "foreignObject", "desc", "title"})


class Element:
    """An element of the page: its place in the tree and the blocks of text that it holds, `first` to `last`.

    One of MathML or SVG is foreign: XPath knows it in a page by its `name()` alone.
    """

    __slots__ = ("attributes", "counts", "first", "is_foreign", "last", "name", "nth", "parent", "texts")

    def __init__(self, name: str, attributes: str, parent: "Element | None", first: int) -> None:
        self.name = name
        self.attributes = attributes
        self.parent = parent
        self.counts: dict[str, int] | None = None
        self.nth = 1
        self.texts = 0
        self.first = first
        self.last = first
        self.is_foreign: bool = name in _FOREIGN
        if parent is None:
            return
        if parent.is_foreign and parent.name not in _BACK:
            self.is_foreign = True
        counts = parent.counts
        if counts is None:
            parent.counts = {name: 1}
        else:
            self.nth = counts[name] = counts.get(name, 0) + 1

    def is_in(self, other: "Element") -> bool:
        """Whether this element is another one, or stands in it."""
        element: Element | None = self
        while element is not None and element is not other:
            element = element.parent
        return element is other

    def path(self, known: "dict[Element, str] | None" = None) -> str:
        """XPath from the root, `/html[1]/body[1]/p[2]`; `known` remembers the paths of elements on the way."""
        known = {} if known is None else known
        way: list[Element] = []
        element: Element | None = self
        while element is not None and element not in known:
            way.append(element)
            element = element.parent
        path = known[element] if element is not None else ""
        for step in reversed(way):
            path = known[step] = f"{path}/{_step(step.name, step.is_foreign)}[{step.nth}]"
        return path


@lru_cache(maxsize=1000)
def _step(name: str, is_foreign: bool) -> str:
    return name if _PLAIN.fullmatch(name) and not is_foreign else _named(name)


def _named(name: str) -> str:
    """A step of XPath for an element whose name can't stand there as it is: `<o:p>`, MathML and SVG.

    >>> _named("o:p")
    "*[name()='o:p']"
    """
    if "'" not in name:
        return f"*[name()='{name}']"
    pieces = ", ".join(f'"{piece}"' if piece == "'" else f"'{piece}'" for piece in re.split("(')", name) if piece)
    return f"*[name()=concat({pieces}, '')]"


class Block:
    """A stretch of text that stands by itself on the page, its blanks run together.

    `segments` say where its characters come from: (start in the block, start in the text node, length, number of the
    node, number of the marked text, start in that).
    """

    __slots__ = ("element", "linked", "segments", "text")

    def __init__(self, element: Element) -> None:
        self.element = element
        self.text = ""
        self.linked = 0
        self.segments: list[tuple[int, int, int, int, int, int]] = []


class Tree:
    """A page read: elements in document order, blocks, and the text nodes (element, number among its texts)."""

    __slots__ = ("blocks", "elements", "head", "nodes", "title")

    def __init__(self) -> None:
        self.elements: list[Element] = []
        self.blocks: list[Block] = []
        self.nodes: list[tuple[Element, int]] = []
        self.head: list[tuple[str, str]] = []
        self.title = ""

    def node_path(self, node: int, known: dict[Element, str]) -> str:
        """XPath of a text node: `/html[1]/body[1]/p[2]/text()[1]`."""
        element, number = self.nodes[node]
        return f"{known.get(element) or element.path(known)}/text()[{number}]"

    def text_in(self, element: Element) -> str:
        """Return the text of the first block in an element, as far as it stands in that element."""
        inside: list[str] = []
        for block in self.blocks[element.first : element.first + 1]:
            for at, _, length, node, *_ in block.segments:
                if self.nodes[node][0].is_in(element):
                    inside += ["\n" if block.text[at - 1 : at] == "\n" else " ", block.text[at : at + length]]
        return "".join(inside).strip()
