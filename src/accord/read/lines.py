"""Text → lines and the pieces of lines that the role judge weighs."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from msgspec import Struct

_LINE = re.compile(r"[^\r\n\x0b\x0c\x1c-\x1e\x85\u2028\u2029]+")
_BREAK = re.compile(r"\r\n|[\r\n\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")


class Piece(Struct, frozen=True):
    """A line without the blanks around it, or a part of one: code points into the text, end-exclusive.

    `gap` counts the blank lines before it; -1 where it goes on in the line of the piece before it.
    """

    start: int
    end: int
    text: str
    gap: int = 0


def split_lines(text: str) -> list[Piece]:
    r"""Return the lines that hold more than blanks.

    >>> [(line.text, line.gap) for line in split_lines("One \n\n\n two\r\nthree")]
    [('One', 0), ('two', 2), ('three', 0)]
    """
    found: list[Piece] = []
    last = 0
    for match in _LINE.finditer(text):
        bare = match[0].strip()
        if bare:
            start = match.start() + len(match[0]) - len(match[0].lstrip())
            breaks = sum(1 for _ in _BREAK.finditer(text, last, start)) if found else 0
            found.append(Piece(start, start + len(bare), bare, max(0, breaks - 1)))
            last = start + len(bare)
    return found


WIDEST = 100
"""Characters of the longest line of a text that is taken to be broken to a width, as in mail."""


def join_wrapped(text: str, lines: Sequence[Piece]) -> list[Piece]:
    r"""Put together lines that only the width of the page parts: the next line's first word had no room.

    >>> text = "\n".join(["The two ministers agreed to meet"] * 6 + ["again."])
    >>> len(join_wrapped(text, split_lines(text)))
    1
    """
    width = max((len(line.text) for line in lines), default=0)
    full = sum(len(line.text) >= 0.8 * width for line in lines)
    if not 30 <= width <= WIDEST or full < max(5, 0.35 * len(lines)):
        return list(lines)
    spaced = sum(line.gap > 0 for line in lines) > 0.1 * len(lines)  # blank lines part the paragraphs, not stops
    joined: list[Piece] = []
    room = 0  # what the last line left
    for line in lines:
        word = len(line.text.split(maxsplit=1)[0])
        goes_on = spaced or not _STOPPED.search(joined[-1].text[-3:]) if joined else False
        slack = 0.4 * width if line.text[0].islower() else 1  # a small letter seldom begins a line of its own
        if goes_on and line.gap == 0 and word + slack > room:
            start = joined[-1].start
            joined[-1] = Piece(start, line.end, text[start : line.end], joined[-1].gap)
        else:
            joined.append(line)
        room = width - len(line.text)
    return joined


_STOPPED = re.compile(r"[.!?:]$")


def cut(piece: Piece, places: Sequence[int]) -> Iterator[Piece]:
    """Yield the parts of a piece between these offsets into its text, without the blanks around them."""
    bounds = [0, *sorted({place for place in places if 0 < place < len(piece.text)}), len(piece.text)]
    first = True
    for begin, end in pairwise(bounds):
        part = piece.text[begin:end]
        bare = part.strip()
        if bare:
            start = piece.start + begin + len(part) - len(part.lstrip())
            yield Piece(start, start + len(bare), bare, piece.gap if first else -1)
            first = False
