"""HTML source → source in which every piece of text carries its own number, so that the parsed tree leads back to it.

No fast HTML parser keeps the offsets of text nodes. A pair of noncharacters around a number, put before the first
non-blank character of every piece of text, changes nothing in the tree that the HTML standard builds (text there is
already text), survives misnested and foster-parented markup, and is taken out again when the tree is read.
"""

import re

from msgspec import Struct

DEEPEST = 512
"""Open elements below which further tags are not read; browsers stop there too (Chromium and Firefox, 512)."""

PLAIN_TEXT = "<center accord-plaintext>"
"""What `<plaintext>` is parsed as: an element that opens as it does; the text in that one can't be written out."""

_OPEN_CLOSE_PAIRS = [(chr(code), chr(code + 1)) for code in range(0xFDD0, 0xFDEF, 2)]
_QUOTED = r"(?:\"[^\"]*+(?:\"|\Z)|'[^']*+(?:'|\Z))"
_ATTRIBUTES = rf"[^>=]*+(?:=(?:{_QUOTED}|[ \t\r\n\f]++{_QUOTED})?+[^>=]*+)*+"
_TOKEN = re.compile(
    rf"((?:[^<]++|<(?![a-zA-Z/!?]))++)"
    rf"|<(/?[a-zA-Z][^\s/>]*+){_ATTRIBUTES}(?:>|\Z)"
    rf"|<!--(-?>|.*?(?:--!?>|\Z))"
    rf"|<[!?/][^>]*+(?:>|\Z)",
    re.DOTALL,
)
_TEXT, _TAG, _COMMENT = 1, 2, 3
_ATTRIBUTE = re.compile(r"""[^\s/>=]++(?:\s*+=\s*+(?:"[^"]*+"|'[^']*+'|[^\s>"']*+))?+""")
LONG_TAG = 20_000
"""Characters from which a tag's attributes are counted."""
MOST_ATTRIBUTES = 1_000
MOST_OPTIONS = 1_000
"""Options of one `<select>`: the parser looks at all before each; the text of further ones joins that of the last."""

_BLANKS = " \t\r\n\f"
_RAW = frozenset({"script", "style", "noscript", "iframe", "noembed", "noframes", "xmp", "template"})
_PLAIN = frozenset({"textarea", "title"})  # text without tags in it
_RAW_ENDS = {name: re.compile(rf"</{name}(?=[\s/>])", re.IGNORECASE) for name in _RAW | _PLAIN}
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
        "html",
        "body",
    ]
)


class Marked(Struct, frozen=True):
    """Source with numbered texts: text `n` begins at `starts[n]` of the source, and the next tag at `ends[n]`.

    In those of `literal`, what stands behind `<plaintext>`, references and tags are text as they stand. `scripts` are
    the scripts in the page (opening tag, content); `is_cut` tells that tags nested too deep were left out.
    """

    source: str
    opening: str
    closing: str
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    scripts: tuple[tuple[str, str], ...]
    is_cut: bool
    literal: frozenset[int] = frozenset()


def mark(source: str) -> Marked:
    """Number every text of an HTML source; contents of scripts, styles and comments are left out of it.

    >>> marked = mark("<p>One <b>two</b>")
    >>> marked.source.replace(marked.opening, "[").replace(marked.closing, "]"), marked.starts
    ('<p>[0]One <b>[1]two</b>', (3, 10))
    """
    numbered = _Numbered(source)
    scripts: list[tuple[str, str]] = []
    nesting = _Nesting()
    allows, write = nesting.allows, numbered.out.append
    position = 0
    match = _TOKEN.match
    while token := match(source, position):
        kind = token.lastindex
        start, position = position, token.end()
        if kind == _TEXT:
            numbered.add(start, position)
            continue
        whole = token[0]
        if kind != _TAG:
            is_quiet = kind == _COMMENT or whole.startswith(("<![CDATA[", "<?"))  # the first is text in SVG and MathML
            write("<!---->" if is_quiet else whole)
        elif (name := token[_TAG].lower()) in _RAW_ENDS and not (name in _PLAIN and whole.endswith("/>")):
            start, position = position, _find_end(source, name, position)
            write(whole)
            if name in _PLAIN:
                numbered.add(start, position)
            elif name == "script" and position > start:
                scripts.append((whole, source[start:position]))
        elif name == "plaintext":
            write(PLAIN_TEXT)
            numbered.add(position, len(source), is_literal=True)
            break
        elif name in _UNNESTED or allows(name):
            write(whole if len(whole) < LONG_TAG else _shorten(whole, token[_TAG]))
    return numbered.finish(tuple(scripts), is_cut=nesting.is_cut)


def _shorten(tag: str, name: str) -> str:
    """Keep the first attributes of a tag: the parser compares each with all before it."""
    pieces: list[str] = []
    for piece in _ATTRIBUTE.finditer(tag, len(name) + 1):
        if len(pieces) >= MOST_ATTRIBUTES:
            break
        pieces.append(piece[0])
    return f"<{name} {' '.join(pieces)}{'/' if tag.endswith('/>') else ''}>"


class _Numbered:
    """The source as it is put together again, its texts numbered."""

    def __init__(self, source: str) -> None:
        self.source = source
        pairs = (pair for pair in _OPEN_CLOSE_PAIRS if pair[0] not in source and pair[1] not in source)
        self.opening, self.closing = next(pairs, _OPEN_CLOSE_PAIRS[0])
        self.out: list[str] = []
        self.starts: list[int] = []
        self.ends: list[int] = []
        self.literal: set[int] = set()

    def add(self, start: int, end: int, *, is_literal: bool = False) -> None:
        """Add a text; NUL, which a browser drops, is left out."""
        whole = self.source[start:end]
        bare = whole.lstrip(_BLANKS)
        if not bare:
            self.out.append(whole)
            return
        blanks = len(whole) - len(bare)
        number = len(self.starts)
        if "\0" in bare:
            bare = bare.replace("\0", "")
        if is_literal:
            self.literal.add(number)
            bare = bare.replace("&", "&amp;").replace("<", "&lt;")
        self.out.append(f"{whole[:blanks]}{self.opening}{number}{self.closing}{bare}")
        self.starts.append(start + blanks)
        self.ends.append(end)

    def finish(self, scripts: tuple[tuple[str, str], ...], *, is_cut: bool) -> Marked:
        """Return what was put together."""
        source = "".join(self.out)
        places = tuple(self.starts), tuple(self.ends)
        return Marked(source, self.opening, self.closing, *places, scripts, is_cut, frozenset(self.literal))


def _find_end(source: str, name: str, position: int) -> int:
    """Where the content of a script, style or the like ends."""
    end = _RAW_ENDS[name].search(source, position)
    return end.start() if end else len(source)


class _Nesting:
    """How many elements are open, by their tags alone: misnested ones count once, those that close themselves never."""

    def __init__(self) -> None:
        self.open: dict[str, int] = {}
        self.depth = 0
        self.options = 0
        self.is_cut = False

    def allows(self, name: str) -> bool:
        """Count a tag; False for one that opens an element below `DEEPEST`, or one of too many options.

        A tag of those in `_UNNESTED` opens nothing and is not asked about.
        """
        if name[0] == "/":
            if opened := self.open.get(name[1:]):
                self.open[name[1:]] = opened - 1
                self.depth -= 1
            return True
        if name == "option":
            self.options += 1
            return self.options <= MOST_OPTIONS
        if name == "select":
            self.options = 0
        if self.depth >= DEEPEST:
            self.is_cut = True
            return False
        self.open[name] = self.open.get(name, 0) + 1
        self.depth += 1
        return True
