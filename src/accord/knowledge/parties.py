"""How the party and the home of a member of parliament are shortened behind the name: "R-Ohio", "(Lab)"."""

from functools import cache

from accord.knowledge.places import find_place
from accord.knowledge.tables import read_rows, read_words

LEAST = 2
"""Characters that a shortened home has more of: "O." and "L." are initials."""


@cache
def party_signs() -> frozenset[tuple[str, ...]]:
    """Signs of parties as their words: {('R',), ('Lib', 'Dem'), …}."""
    return frozenset(tuple(sign.replace("-", " - ").split()) for sign in read_words("party_signs.txt"))


@cache
def _homes() -> dict[str, str]:
    rows = ((name, short) for name, cell in read_rows("home_abbreviations.tsv") for short in (name, *cell.split("|")))
    return {short.replace(" ", "").rstrip("."): name for name, short in rows}


def find_home(text: str) -> str | None:
    """Full name of the state, province or district that a member sits for, however it is shortened.

    >>> find_home("N.Y."), find_home("Tex"), find_home("W. Va."), find_home("Ontario"), find_home("Rich")
    ('New York', 'Texas', 'West Virginia', 'Ontario', None)
    """
    plain = text.strip()
    known = find_place(plain)
    return _homes().get(plain.replace(" ", "").rstrip(".")) or (plain if known and known.kind == "state" else None)


def short_home(text: str) -> str | None:
    """Full name of a state or province written short with a stop; initials that are names too ("D.C.") are left.

    >>> short_home("Tex."), short_home("N.C."), short_home("D.C."), short_home("Texas"), short_home("NC")
    ('Texas', 'North Carolina', None, None, None)
    """
    return (
        find_home(text) if len(text) > LEAST and text.endswith(".") and text not in ("D.C.", "S.A.", "W.A.") else None
    )


def is_partisan(word: str) -> bool:
    """Say whether a noun means one member of a party: "Democrat", "Tory"."""
    return word in read_words("partisan_nouns.txt")
