"""Rows of the table files under `data`, read once."""

from functools import cache
from importlib.resources import files


@cache
def read_rows(name: str) -> tuple[tuple[str, ...], ...]:
    """Columns of each line of a table, comments and blank lines left out; raises FileNotFoundError."""
    source = files("accord.knowledge").joinpath("data", name).read_text(encoding="utf-8")
    return tuple(tuple(line.split("\t")) for line in source.splitlines() if line.strip() and line[0] != "#")


@cache
def read_words(name: str) -> frozenset[str]:
    """First column of a table."""
    return frozenset(row[0] for row in read_rows(name))


def split_list(cell: str) -> tuple[str, ...]:
    """Cut a cell that holds several values.

    >>> split_list("UN;U.N.")
    ('UN', 'U.N.')
    """
    return tuple(piece for piece in cell.split(";") if piece)
