"""Quotations in a text, whatever marks they wear: mixed, reversed, nested, left open, apostrophes told from marks."""

import re
from collections.abc import Iterable, Iterator

from msgspec import Struct

DEEPEST = 4
"""Quotations that may be open at once; the outermost of more is taken as left open, so that time stays linear."""

_MARK = re.compile("``|''|[\"“”„‟＂«»‹›「」『』'’‘‚‛`′]")
_FAMILY = {
    **dict.fromkeys(("``", "''", *'"“”„‟＂'), "double"),
    **dict.fromkeys("«»", "guillemet"),
    **dict.fromkeys("‹›", "small guillemet"),
    **dict.fromkeys("「」", "corner"),
    **dict.fromkeys("『』", "white corner"),
    **dict.fromkeys("'’‘‚‛`", "single"),
}
_OPENS = frozenset(("``", *"“„‟«‹「『‘‚‛"))
_CLOSES = frozenset(("''", *"”»›」』’"))
_ENDS = frozenset(".!?…")
_STOPS = frozenset(".,;:!?)]}")
_BEFORE = frozenset("([{—–-/“‘«‹„‚\"'")
_AFTER = frozenset(".,;:!?)]}—–-…/”’»›\"'")
_ELISION = re.compile(r"(?:\d{2}s?|tis|twas|em|til|till|cause|bout|round|n)\b", re.IGNORECASE)
_BREAK = re.compile(r"\n[^\S\n]*\n|(?<![a-z,])\n|\n(?![a-z])")
_SENTENCE_END = re.compile(r"[.!?…](?=\s|$)")


class Quote(Struct, frozen=True):
    """A quotation with its marks, as code points of the text, end-exclusive.

    `depth` is 0 outside other quotations. `is_opened` and `is_closed` say whether the mark stands there; `goes_on` that
    it runs on into the quotation of the next paragraph (set by `find_running_quotes`).
    """

    start: int
    end: int
    depth: int = 0
    is_opened: bool = True
    is_closed: bool = True
    goes_on: bool = False
    is_single: bool = False


class _Open:
    """A quotation not yet closed."""

    __slots__ = ("child", "family", "start")

    def __init__(self, start: int, family: str) -> None:
        self.start, self.family, self.child = start, family, -1


def find_quotes(text: str, start: int = 0, end: int | None = None) -> tuple[Quote, ...]:
    r"""Find every quotation of a stretch, in order of their starts; never raises.

    >>> text = "The ‘new’ plan is ”a first step\", she said. “Farmers’ co-ops won't wait."
    >>> [text[quote.start:quote.end] for quote in find_quotes(text)]
    ['‘new’', '”a first step"', "“Farmers’ co-ops won't wait."]
    """
    found: list[Quote] = []
    end = len(text) if end is None else end
    for first, last in paragraphs(text, start, end):
        found += _in_paragraph(text, first, last)
    return tuple(found)


def paragraphs(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Stretches between line breaks, a line that runs on in lower case belonging to the line before."""
    for match in _BREAK.finditer(text, start, end):
        yield start, match.start()
        start = match.end()
    yield start, end


def _in_paragraph(text: str, first: int, last: int) -> list[Quote]:
    stack: list[_Open] = []
    found: list[Quote] = []
    floor = first  # end of the last mark that was one: what lies before it is another quotation's
    for match in _MARK.finditer(text, first, last):
        mark, at, after = match[0], match.start(), match.end()
        family = _FAMILY.get(mark)
        if family is None:
            continue
        role = _role(text, (first, at, after, last), mark, [one.family for one in stack])
        if role == "open":
            if stack and stack[-1].child < 0 and _ended(text, stack[-1].start, at):
                stack[-1].child = at
            stack.append(_Open(at, family))
            if len(stack) > DEEPEST:
                found.append(_left_open(text, stack.pop(0), at))
        elif role == "close":
            found += _close(text, stack, family, (floor, at, after))
        floor = after if role != "none" else floor
    found += [_left_open(text, one, last, depth) for depth, one in enumerate(stack) if one.family != "single"]
    return nested(found)


def _role(text: str, place: tuple[int, int, int, int], mark: str, opened: list[str]) -> str:
    """What a mark does: open, close, or nothing (an apostrophe, the sign of inches)."""
    first, at, after, last = place
    before = text[at - 1] if at > first else " "
    behind = text[after] if after < last else " "
    family = _FAMILY[mark]
    is_open = family in opened
    if family == "single":
        return _single_role(text, before, behind, mark, (after, is_open))
    if mark == '"' and before.isdigit() and not is_open:
        return "none"
    can_open = (before.isspace() or before in _BEFORE) and not behind.isspace() and behind not in _STOPS
    can_close = not before.isspace() and (behind.isspace() or behind in _AFTER)
    if can_open != can_close:
        return "open" if can_open else ("close" if is_open or mark not in _OPENS else "open")
    if mark in _OPENS or mark in _CLOSES:
        turned = family != "double" and is_open and mark in _OPENS  # »so« closes with the mark that opens «ainsi»
        return "open" if mark in _OPENS and not turned else "close"
    return "close" if is_open else "open"


def _single_role(text: str, before: str, behind: str, mark: str, state: tuple[int, bool]) -> str:
    after, is_open = state
    if before.isalnum() and behind.isalnum():
        return "none"
    starts = (before.isspace() or before in _BEFORE or not before.isalnum()) and behind.isalnum()
    if starts and not (is_open and mark in _CLOSES and before in _ENDS):
        return "none" if mark != "‘" and _ELISION.match(text, after) else "open"
    if before.isspace() and behind.isspace():
        return "none"
    if starts or not before.isspace():
        return "close" if is_open else "none"
    return "open" if mark == "‘" else "none"


def _ended(text: str, start: int, at: int) -> bool:
    """Whether a sentence ended just before a mark: what stood open there had lost its own closing mark."""
    left = at - 1
    while left > start and text[left].isspace():
        left -= 1
    return left > start and text[left] in _ENDS


def _close(text: str, stack: list[_Open], family: str, place: tuple[int, int, int]) -> list[Quote]:
    first, at, after = place
    depth = next((i for i in range(len(stack) - 1, -1, -1) if stack[i].family == family), -1)
    if depth >= 0:
        opened = stack[depth]
        inner = [_left_open(text, one, at, depth + 1) for one in stack[depth + 1 :] if one.family != "single"]
        del stack[depth:]
        return [Quote(opened.start, after, depth, is_single=family == "single"), *inner]
    if family == "single" or stack:
        return []
    start = at
    while start > first and text[start - 1] in _ENDS:
        start -= 1  # the stop of the sentence that the mark closes: `We go on."`
    while start > first and text[start - 1] not in _ENDS:
        start -= 1
    while start < at and text[start].isspace():
        start += 1
    return [Quote(start, after, is_opened=False)] if start < at else []


def _left_open(text: str, opened: _Open, last: int, depth: int = 0) -> Quote:
    """Close a quotation where its text most likely ends: before the next, at its sentence's end, at the paragraph's."""
    end = opened.child if opened.child >= 0 else last
    fragment = text[opened.start + 1 : opened.start + 2].islower()
    if fragment and (stop := _SENTENCE_END.search(text, opened.start, end)):
        end = stop.end()
    end = opened.start + len(text[opened.start : end].rstrip())
    return Quote(opened.start, end, depth, is_closed=False)


def nested(quotes: Iterable[Quote]) -> list[Quote]:
    """Quotes by start, each with the number of quotes that hold it."""
    ordered, holders = [], [0]
    for quote in sorted(quotes, key=lambda quote: (quote.start, -quote.end)):
        while len(holders) > 1 and holders[-1] <= quote.start:
            holders.pop()
        depth = len(holders) - 1
        holders.append(quote.end)
        ordered.append(
            Quote(quote.start, quote.end, depth, quote.is_opened, quote.is_closed, quote.goes_on, quote.is_single)
        )
    return ordered
