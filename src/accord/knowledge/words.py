from functools import cache

from accord.knowledge.tables import read_rows, read_words


@cache
def function_words() -> frozenset[str]:
    """Words that hold sentences together and say nothing of what they are about, in lower case."""
    return frozenset(word for (line,) in read_rows("function_words.txt") for word in line.split())


@cache
def concepts() -> dict[str, str]:
    """Words of near the same meaning in news prose, in lower case, with their concept: "deal" → "agree"."""
    found: dict[str, str] = {}
    for concept, words in read_rows("concepts.tsv"):
        for word in words.split():
            found.setdefault(word, concept)
    return found


@cache
def word_class(name: str) -> frozenset[str]:
    """Words of a closed class of English, in lower case, by its name in the table.

    >>> "whom" in word_class("relative")
    True
    """
    return _closed_classes()[name]


@cache
def _closed_classes() -> dict[str, frozenset[str]]:
    return {name: frozenset(words.split()) for name, words in read_rows("closed_classes.tsv")}


def concept_stops() -> frozenset[str]:
    """Words that stand for no concept although their stem is that of one that does, in lower case."""
    return read_words("concept_stops.txt")
