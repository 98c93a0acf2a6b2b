"""Text without markup → its passages by role, every non-blank character in one of them, in order."""

from collections.abc import Iterator, Sequence

from accord.model.reports import Passage, Report, Role
from accord.read.cuts import cut_line
from accord.read.judge import judge_roles
from accord.read.lines import Piece, join_wrapped, split_lines


def find_passages(report: Report) -> tuple[Passage, ...]:
    """Return the passages of a report: a line each, or several where a line mixes roles."""
    pieces = [part for line in join_wrapped(report.text, split_lines(report.text)) for part in cut_line(line)]
    roles = judge_roles(pieces)
    return tuple(Passage(report.span(start, end), role) for start, end, role in join_parts(pieces, roles))


def join_parts(pieces: Sequence[Piece], roles: Sequence[Role]) -> Iterator[tuple[int, int, Role]]:
    """Put parts of one line that came to the same role together again."""
    start = end = -1
    last: Role | None = None
    for piece, role in zip(pieces, roles, strict=True):
        if last is not None and piece.gap < 0 and role == last:
            end = piece.end
            continue
        if last is not None:
            yield start, end, last
        start, end, last = piece.start, piece.end, role
    if last is not None:
        yield start, end, last
