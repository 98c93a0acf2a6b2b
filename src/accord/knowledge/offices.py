"""Titles of posts, and forms of address."""

from functools import cache

from accord.knowledge.tables import read_rows, read_words

LONGEST = 4
"""Words of the longest title of the table."""


@cache
def offices() -> dict[str, str]:
    """Titles in lower case, with their kind (head, minister, party, parliament, diplomat, spokesperson …)."""
    return {row[0].lower(): row[1] for row in read_rows("offices.tsv")}


@cache
def title_abbreviations() -> dict[str, str]:
    """Titles that stand abbreviated before names, by the abbreviation in lower case: {'gov.': 'Governor', …}."""
    return {row[0]: row[1] for row in read_rows("title_abbreviations.tsv")}


def spelled_title(words: str) -> str:
    """A title with its abbreviations spelled out.

    >>> spelled_title("former Gov."), spelled_title("trade minister")
    ('former Governor', 'trade minister')
    """
    return " ".join(title_abbreviations().get(word.lower(), word) for word in words.split())


@cache
def words_of_titles() -> frozenset[str]:
    """Words of the titles of offices, in lower case."""
    return frozenset(word for title in offices() for word in title.split())


def office_kind(title: str) -> str | None:
    """Kind of the post that a title names; of a longer title, that of the part at its end or its beginning.

    >>> office_kind("Deputy Foreign Minister"), office_kind("Minister of Transport"), office_kind("table")
    ('minister', 'minister', None)
    """
    words = title.lower().split()
    table = offices()
    for size in range(min(LONGEST, len(words)), 0, -1):
        for part in (words[-size:], words[:size]):
            if kind := table.get(" ".join(part)):
                return kind
    return None


@cache
def title_modifiers() -> frozenset[str]:
    """Words that may stand before a title: they change its rank, or only whether the post is still held."""
    return read_words("title_modifiers.txt")


@cache
def honorifics() -> frozenset[str]:
    """Forms of address that stand before a name: Mr, Dr., Sir."""
    return read_words("honorifics.txt")


def title_words(title: str) -> frozenset[str]:
    """Words of a title whatever their order and case.

    >>> title_words("Minister of Energy") == title_words("energy minister")
    True
    """
    return frozenset(title.casefold().replace("-", " ").split()) - {"of", "for", "the", "and"}
