"""He or she: what forms of address, titles, nouns and names tell of a person."""

from functools import cache
from typing import Literal

from accord.knowledge.tables import read_rows
from accord.text.names import core_words, name_words

Gender = Literal["m", "f"]

PRONOUNS: dict[str, Gender] = {
    **dict.fromkeys(("he", "him", "his", "himself"), "m"),
    **dict.fromkeys(("she", "her", "hers", "herself"), "f"),
}


def gender_of_word(word: str) -> Gender | None:
    """Gender of whom a form of address, title or noun calls, in lower case without a stop.

    >>> gender_of_word("mrs"), gender_of_word("spokeswoman"), gender_of_word("minister")
    ('f', 'f', None)
    """
    told = _words().get(word)
    if told or word in _NO_MEN:
        return told
    return "f" if word.endswith("woman") else "m" if word.endswith("man") else None


_NO_MEN = frozenset(("german", "human", "roman", "ottoman", "norman"))


@cache
def _words() -> dict[str, Gender]:
    return {row[0]: "m" if row[1] == "m" else "f" for row in read_rows("gendered_words.tsv")}


@cache
def _given() -> dict[str, Gender | None]:
    """Gender of each given name, None where it is of either."""
    genders: dict[str, Gender | None] = {"m": "m", "f": "f"}
    return {name: genders.get(row[0]) for row in read_rows("given_names.tsv") for name in row[1].split()}


@cache
def _endings(table: str) -> tuple[tuple[str, Gender], ...]:
    return tuple((row[0], "m" if row[1] == "m" else "f") for row in read_rows(table))


def _by_ending(word: str, table: str) -> Gender | None:
    return next((gender for ending, gender in _endings(table) if word.endswith(ending)), None)


def is_given_name(word: str) -> bool:
    """Whether a word, alone or the first of a compound, is a given name of those in `given_names.tsv`.

    >>> is_given_name("Hans-Peter"), is_given_name("JOSÉ"), is_given_name("Weitere")
    (True, True, False)
    """
    plain = name_words(word.split("-")[0])
    return len(plain) == 1 and plain[0] in _given()


def gender_of_name(name: str) -> Gender | None:
    """Likely gender by a name: the ending of its surname, else its given name, wherever it stands, else how that ends.

    >>> gender_of_name("Desislava Toneva"), gender_of_name("Balogh Eszter"), gender_of_name("Pak Ji-won")
    ('f', 'f', None)
    """
    words = core_words(name)
    told = next((found for word in words[1:] if (found := _by_ending(word, "surname_endings.tsv"))), None)
    told = told or next((found for word in (words[0], words[-1]) if (found := _given().get(word))), None)
    return told or (_by_ending(words[0], "given_endings.tsv") if len(words) > 1 else None)
