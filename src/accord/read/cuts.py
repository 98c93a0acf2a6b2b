"""Places where a scraped line may mix roles: glued ends, datelines, furniture in the middle of a line."""

import re
from collections.abc import Iterator

from accord.read.datelines import closing_dateline, opening_dateline
from accord.read.lines import Piece, cut

_GLUED = re.compile(r"(?<=[a-z.!?”’\")\]])(?=[A-Z“])")
_INNER = re.compile(
    r"(?i)(?<=\w )(?=no comments on\b|\d+ comments? on\b|leave a comment\b|read more:|also read:|share this:)"
)


def cut_line(line: Piece) -> list[Piece]:
    """Return the parts of a line that may differ in role; most lines have one."""
    return list(cut(line, sorted(_places(line.text))))


def _places(text: str) -> Iterator[int]:
    if opening := opening_dateline(text):
        yield opening.end
    elif closing := closing_dateline(text):
        yield closing.start
    if len(text) < 3000:
        yield from (match.start() for match in _INNER.finditer(text))
