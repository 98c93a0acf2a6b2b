"""Regions, waters, provinces and larger cities of the world that are no states."""

from functools import cache

from msgspec import Struct

from accord.knowledge.tables import read_rows


class Place(Struct, frozen=True):
    """A place by name; `state` is ISO 3166-1 alpha-2 or empty."""

    name: str
    kind: str
    state: str


@cache
def _index() -> dict[str, Place]:
    return {row[0]: Place(*(*row, "", "")[:3]) for row in read_rows("places.tsv")}


def find_place(name: str) -> Place | None:
    """Place of a name.

    >>> find_place("the South China Sea").kind
    'water'
    """
    index = _index()
    return index.get(name) or (index.get(name[4:]) if name[:4] in ("the ", "The ") else None)


def place_forms() -> tuple[str, ...]:
    """Every place name of the table."""
    return tuple(_index())


@cache
def place_nouns() -> dict[str, str]:
    """Nouns that a place's name is built on, in lower case, with its kind: {'sea': 'water', …}."""
    return {row[0]: row[1] for row in read_rows("place_nouns.tsv")}


@cache
def _openings() -> dict[str, str]:
    return {row[0]: row[1] for row in read_rows("place_openings.tsv")}


def spelled_out(name: str) -> str:
    """Name of a place with the word that it begins with spelled out.

    >>> spelled_out("Ft. Sumter"), spelled_out("St. Louis")
    ('Fort Sumter', 'St. Louis')
    """
    first, blank, rest = name.partition(" ")
    return f"{_openings().get(first, first)}{blank}{rest}" if rest else name
