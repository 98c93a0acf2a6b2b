"""HTML source → source in which every piece of text carries its own number, so that the parsed tree leads back to it.

No fast HTML parser keeps the offsets of text nodes. A pair of noncharacters around a number, put before the first
non-blank character of every piece of text, changes nothing in the tree that the HTML standard builds (text there is
already text), survives misnested and foster-parented markup, and is taken out again when the tree is read.
"""

import re

from msgspec import Struct

DEEPEST = 512
"""Open elements below which further tags are not read; browsers stop there too (Chromium and Firefox, 512)."""

_OPEN_CLOSE_PAIRS = [(chr(code), chr(code + 1)) for code in range(0xFDD0, 0xFDEF, 2)]
_ATTRIBUTES = r"(?:[^>=]++|=[ \t\r\n\f]*+(?:\"[^\"]*+(?:\"|\Z)|'[^']*+(?:'|\Z))?+)*+"
_TOKEN = re.compile(
    rf"(?P<text>(?:[^<]|<(?![a-zA-Z/!?]))++)"
    rf"|<(?P<tag>/?[a-zA-Z][^\s/>]*+){_ATTRIBUTES}(?:>|\Z)"
    rf"|<!--(?P<comment>-?>|.*?(?:--!?>|\Z))"
    rf"|<[!?/][^>]*+(?:>|\Z)",
    re.DOTALL,
)
_BLANKS = " \t\r\n\f"
_RAW = frozenset({"script", "style", "noscript", "iframe", "noembed", "noframes", "xmp", "template"})
_RAW_ENDS = {name: re.compile(rf"</{name}(?=[\s/>])", re.IGNORECASE) for name in _RAW}
_UNNESTED = frozenset(
    [
        "area",
        "base",
        "br",
        "col",
        "embed",
        "hr",
        "img",
        "input",
        "link",
        "meta",
        "param",
        "source",
        "track",
        "wbr",
        "p",
        "li",
        "dt",
        "dd",
        "tr",
        "td",
        "th",
        "option",
        "html",
        "body",
    ]
)
_DATA_SCRIPT = re.compile(r"""(?i)\btype\s*=\s*["']?application/(?:[\w.-]+\+)?json""")


class Marked(Struct, frozen=True):
    """Source with numbered texts: text `n` begins at `starts[n]` of the source, and the next tag at `ends[n]`.

    `scripts` are the JSON scripts (opening tag, content); `is_cut` tells that tags nested too deep were left out.
    """

    source: str
    opening: str
    closing: str
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    scripts: tuple[tuple[str, str], ...]
    is_cut: bool


def mark(source: str) -> Marked:
    """Number every text of an HTML source; contents of scripts, styles and comments are left out of it.

    >>> marked = mark("<p>One <b>two</b>")
    >>> marked.source.replace(marked.opening, "[").replace(marked.closing, "]"), marked.starts
    ('<p>[0]One <b>[1]two</b>', (3, 10))
    """
    opening, closing = next(pair for pair in _OPEN_CLOSE_PAIRS if pair[0] not in source and pair[1] not in source)
    out: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    scripts: list[tuple[str, str]] = []
    nesting = _Nesting()
    position = 0
    match = _TOKEN.match
    while token := match(source, position):
        kind = token.lastgroup
        whole = token[0]
        position = token.end()
        if kind == "text":
            bare = whole.lstrip(_BLANKS)
            if bare:
                blanks = len(whole) - len(bare)
                out += (whole[:blanks], opening, str(len(starts)), closing, bare)
                starts.append(token.start() + blanks)
                ends.append(position)
                continue
        elif kind == "comment":
            whole = "<!---->"
        elif kind == "tag":
            name = token["tag"].lower()
            if name in _RAW:
                stop = _find_end(source, name, position)
                if name == "script" and _DATA_SCRIPT.search(whole):
                    scripts.append((whole, source[position:stop]))
                position = stop
            elif not nesting.allows(name):
                continue
        out.append(whole)
    return Marked("".join(out), opening, closing, tuple(starts), tuple(ends), tuple(scripts), is_cut=nesting.is_cut)


def _find_end(source: str, name: str, position: int) -> int:
    """Where the content of a script, style or the like ends."""
    end = _RAW_ENDS[name].search(source, position)
    return end.start() if end else len(source)


class _Nesting:
    """How many elements are open, by their tags alone: misnested ones count once, those that close themselves never."""

    def __init__(self) -> None:
        self.open: dict[str, int] = {}
        self.depth = 0
        self.is_cut = False

    def allows(self, name: str) -> bool:
        """Count a tag; False for one that opens an element below `DEEPEST`."""
        if name[0] == "/":
            if self.open.get(name[1:]):
                self.open[name[1:]] -= 1
                self.depth -= 1
        elif name not in _UNNESTED:
            if self.depth >= DEEPEST:
                self.is_cut = True
                return False
            self.open[name] = self.open.get(name, 0) + 1
            self.depth += 1
        return True
