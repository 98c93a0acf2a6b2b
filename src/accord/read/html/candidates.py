"""Every text that a page offers as its headline, each with marks of where it stands and who else says it.

A mark is a short name (`h1`, `og:title`, `rest of title`) that `html_headline_weights.tsv` can give a weight. Texts
that differ in case, signs and blanks alone are one candidate; its form is the first met, headings before the
head.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from accord.read.html.days import is_only_day
from accord.read.html.headings import Heading, fold
from accord.read.html.references import unescape
from accord.read.html.said import split_address

LONGEST = 300
"""Characters from which a text is no headline."""
MOST_GAPS = 6
MOST_COLONS = 3
RIGHT_OVER, OVER = 3, 12
"""Blocks between a heading and the running text up to which it stands right over that, over it."""
_GAP = re.compile(r"\s+(?:[|–—·•»›«/\\>-]|::|//)\s+|\s*[|»]\s*|\s+-(?=\w)")
_COLON = re.compile(r"\s?[:?!]\s+|\s+:")
_CLOSE_SUFFIX = re.compile(r"(?<=[\u3040-\u9fff\uac00-\ud7af！？。」》])\s?[-_—|]{1,2}\s?[^-_—|\s]{1,12}$")
_SPLIT = ("h1", "h2", "titled")


class Candidate:
    """A text, its folded form, and its marks, each with how much of it there is: 1, or a share."""

    __slots__ = ("folded", "marks", "text")

    def __init__(self, text: str, folded: str) -> None:
        self.text = text
        self.folded = folded
        self.marks: dict[str, float] = {}

    def mark(self, *names: str) -> None:
        """Add marks."""
        for name in names:
            self.marks[name] = 1.0


class Gathering:
    """The candidates of one page by their folded form, in the order met.

    `sites` are folded names of its site, `path` is that of its address.
    """

    def __init__(self, sites: frozenset[str], path: str = "") -> None:
        self.found: dict[str, Candidate] = {}
        self.sites = sites
        self.path = path

    def add_headings(self, headings: Sequence[Heading], opens: int) -> None:
        """Take headings and their parts; `opens` is the block with which the running text opens."""
        over = [one for one in headings if one.block < opens and not one.is_site and not one.is_linked]
        last = over[-1] if over else None
        highest = min(over, key=lambda one: (one.kind, one.block), default=None)
        counts = Counter(one.kind for one in headings)
        met: set[str] = set()
        for one in headings:
            marks = [*_place(one, opens, self.path)]
            marks += [f"first {one.kind}"] if one.kind not in met else []
            marks += [f"only {one.kind}"] if counts[one.kind] == 1 else []
            marks += ["last over"] if one is last else []
            marks += ["highest over"] if one is highest else []
            met.add(one.kind)
            self._add_heading(one, marks)

    def add_told(self, text: str, place: str) -> None:
        """Take what a place of the head says, whole and in parts."""
        text = " ".join(unescape(text).split())
        self._add(text, place)
        if len(text) > LONGEST:
            return
        kind = "title" if place == "title" else "meta"
        close = _CLOSE_SUFFIX.sub("", text)
        if close != text:
            self._add(close, f"rest of {kind}")
        self._add_parts(text, kind)

    def _add(self, text: str, *marks: str) -> None:
        text = " ".join(text.split())
        folded = fold(text)
        if folded and len(text) <= LONGEST:
            self.found.setdefault(folded, Candidate(text, folded)).mark(*marks)

    def _add_heading(self, one: Heading, marks: Sequence[str]) -> None:
        """Take a heading without what is set apart in it, whole, and in parts."""
        self._add(one.text, one.kind, *marks)
        if fold(one.text) != fold(one.whole):
            self._add(one.text, "cut")
            self._add(one.whole, "uncut", f"uncut {one.kind}")
        if one.kind in _SPLIT:
            for piece in one.pieces:
                self._add(piece, "piece", f"piece of {one.kind}")
            self._add_parts(one.whole, one.kind, (one.kind, *marks))

    def _add_parts(self, text: str, kind: str, of_rest: Sequence[str] = ()) -> None:
        """Take the parts of a text; what is left without the site's name has the marks `of_rest` too."""
        for part, how in split_title(text, self.sites):
            self._add(part, f"{how} of {kind}", *(of_rest if how in ("rest", "undated") else ()))
            if how == "rest":
                self._add(text, "with site")
            elif how == "undated":
                self._add(text, "with day")


def split_title(text: str, sites: frozenset[str]) -> Iterator[tuple[str, str]]:
    """Yield the parts of a title and which part each is: `rest` where what was cut off is the site's name.

    It is `undated` where that was a date.

    >>> list(split_title("Talks end | The Herald", frozenset({"theherald"})))
    [('Talks end', 'rest'), ('The Herald', 'tail')]
    """
    gaps = [(one.start(), one.end()) for one in _GAP.finditer(text)][:MOST_GAPS]
    for number, (start, end) in enumerate(gaps):
        before, after = text[:start], text[end:]
        is_first, is_last = number == 0, number == len(gaps) - 1
        if is_only_day(before) or is_only_day(after):
            yield (after if is_only_day(before) else before), "undated"
            continue
        yield before, "rest" if fold(after) in sites else "head" if is_last else "first" if is_first else "lead"
        yield after, "rest" if fold(before) in sites else "tail" if is_last else "end" if is_first else "after"
    for (_, start), (end, _) in pairwise(gaps):
        yield text[start:end], "middle"
    for match in list(_COLON.finditer(text))[:MOST_COLONS]:
        yield text[: match.start() + (match[0].strip() != ":")], "before colon"
        yield text[match.end() :], "after colon"


def _is_same(address: str, path: str) -> bool:
    """Whether a link leads to the page that it stands on, whose address has this path."""
    own = split_address(unescape(address))[1] if "//" in address else address.split("?")[0].split("#")[0]
    return len(path) > 1 and own.strip("/") == path.strip("/")


def tell_place(block: int, opens: int) -> str:
    """Return where a block stands beside that with which the running text opens."""
    gap = opens - block
    return "after" if gap < 0 else "right over" if gap <= RIGHT_OVER else "over" if gap <= OVER else "far over"


def _place(one: Heading, opens: int, path: str) -> Iterator[str]:
    """Where a heading stands and what its markup says of it."""
    where = tell_place(one.block, opens)
    yield where
    if one.kind in ("h1", "h2"):
        yield f"{where} {one.kind}"
    yield f"role {one.role}"
    yield from (f"in <{name}>" for name in one.around)
    yield from ("near",) * one.is_near
    yield from ("site",) * one.is_site
    if one.is_linked:
        yield "linked to itself" if _is_same(one.links_to, path) else "linked"
    yield from ("titled heading",) * (one.is_titled and one.kind != "titled")
