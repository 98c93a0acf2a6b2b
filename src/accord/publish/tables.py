"""What a table of an account is: its columns, their meaning, its rows."""

from collections.abc import Callable, Iterator
from typing import Literal

from msgspec import Struct

from accord.model.spans import Span
from accord.publish.lookups import Lookup

Cell = str | int | float | bool | None
Row = tuple[Cell, ...]
# The types of Frictionless Table Schema (specs.frictionlessdata.io), which the data dictionary is written in.
Kind = Literal["string", "integer", "number", "boolean"]


class Column(Struct, frozen=True):
    """A column: its name, its type and what it holds."""

    name: str
    kind: Kind
    meaning: str


class Table(Struct, frozen=True):
    """A table: its name, what one row is, its columns and the function that yields its rows."""

    name: str
    meaning: str
    columns: tuple[Column, ...]
    rows: Callable[[Lookup], Iterator[Row]]


def columns(*given: tuple[str, Kind, str]) -> tuple[Column, ...]:
    """Return columns of names, types and meanings."""
    return tuple(Column(*column) for column in given)


PLACE = columns(
    ("report", "string", "id of the report"),
    ("outlet", "string", "the report's outlet, or its site or file where none is known"),
    ("start", "integer", "first code point in the report's text, from 0"),
    ("end", "integer", "code point after the last"),
    ("text", "string", "the words, verbatim"),
)


def place(lookup: Lookup, span: Span) -> Row:
    """Return the cells of `PLACE`."""
    return span.report, lookup.label(span.report), span.start, span.end, span.text


def listed(names: list[str] | tuple[str, ...]) -> str | None:
    """Return several values in one cell, parted by "; "; nothing where there is none."""
    return "; ".join(names) or None
