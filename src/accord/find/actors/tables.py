"""Names that the tables know, found in the tokens of a sentence, longest first."""

from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from msgspec import Struct

from accord.knowledge.media import load_media
from accord.knowledge.organizations import organization_forms
from accord.knowledge.places import place_forms
from accord.knowledge.states import adjective_forms, capital_forms, seat_forms, state_forms
from accord.knowledge.tables import read_words
from accord.language.tokens import split_tokens


class TableName(Struct, frozen=True):
    """A name of a table at its place in a sentence: tokens first to last, end-exclusive.

    `label` is STATE, NORP (an adjective or people), CAPITAL, SEAT (a house that stands for a government),
    ORGANIZATION, MEDIUM, PLACE or FRAMEWORK (an initiative or treaty, which is no actor).
    """

    first: int
    last: int
    label: str


def _labelled() -> Iterator[tuple[str, str]]:
    """Every form with its label; the first label that a form gets is kept."""
    lists: list[tuple[str, Iterable[str]]] = [
        ("FRAMEWORK", sorted(read_words("frameworks.txt"))),
        ("STATE", state_forms()),
        ("NORP", adjective_forms()),
        ("CAPITAL", capital_forms()),
        ("SEAT", seat_forms()),
        ("ORGANIZATION", organization_forms()),
        ("PLACE", place_forms()),
        ("MEDIUM", (form for medium in load_media() for form in (medium.name, *medium.aliases) if len(form) > 2)),
    ]
    for label, forms in lists:
        for form in forms:
            yield form, label


@cache
def _by_first_word() -> dict[str, tuple[tuple[tuple[str, ...], str], ...]]:
    index: dict[str, dict[tuple[str, ...], str]] = {}
    for form, label in _labelled():
        words = tuple(_plain(form[token.start : token.end]) for token in split_tokens(form))
        if words[0] == "the":
            words = words[1:]
        if words and not words[0].islower():
            index.setdefault(words[0], {}).setdefault(words, label)
    return {first: tuple(sorted(found.items(), key=lambda one: -len(one[0]))) for first, found in index.items()}


def _plain(word: str) -> str:
    return word.replace("’", "'")


def find_table_names(words: Sequence[str]) -> tuple[TableName, ...]:
    """Find the names of the tables in a sentence's words, none overlapping.

    >>> [(n.first, n.last, n.label) for n in find_table_names("The U.S. and Viet Nam joined the UN in Geneva".split())]
    [(1, 2, 'STATE'), (3, 5, 'STATE'), (7, 8, 'ORGANIZATION'), (9, 10, 'PLACE')]
    """
    plain = tuple(map(_plain, words))
    found: list[TableName] = []
    index, place = _by_first_word(), 0
    while place < len(plain):
        match = next((m for m in index.get(plain[place], ()) if plain[place : place + len(m[0])] == m[0]), None)
        if match:
            found.append(TableName(place, place + len(match[0]), match[1]))
        place += len(match[0]) if match else 1
    return tuple(found)
