"""What reports count with: comparators, quantifiers, plural nouns, and the nouns that number without counting."""

from functools import cache

from accord.knowledge.tables import read_rows, split_list
from accord.knowledge.units import Phrases, by_first_word, by_last_word
from accord.knowledge.words import function_words


@cache
def comparators(side: str) -> Phrases:
    """Phrases that compare a number, on its "before" or "after" side, with their comparator (=, ≥, ≤, >, <, ~)."""
    rows = ((phrase, row[0]) for row in read_rows("comparators.tsv") if row[1] == side for phrase in split_list(row[2]))
    return by_last_word(rows) if side == "before" else by_first_word(rows)


@cache
def quantifiers() -> Phrases:
    """Plural quantifiers with the least number they stand for: `dozens` → 24."""
    return by_first_word((phrase, row[0]) for row in read_rows("quantifiers.tsv") for phrase in split_list(row[1]))


@cache
def word_list(name: str, kind: str = "") -> frozenset[str]:
    """Words of a list under data, one or many a line; with a kind, of the lines that begin with it."""
    lines = (row[0].split() for row in read_rows(name))
    return frozenset(word for line in lines if not kind or line[0] == kind for word in line[1 if kind else 0 :])


@cache
def words_for(kind: str) -> frozenset[str]:
    """Closed sets of words around numbers, by what they tell: `words_for("age-words")` → aged, age, ages."""
    return word_list("count_words.txt", kind)


@cache
def contest_words() -> frozenset[str]:
    """Words beside a result (`61-38`, `3-1`), of votes and of games."""
    return word_list("contest_words.txt", "votes") | word_list("contest_words.txt", "games")


@cache
def phrase_stops() -> frozenset[str]:
    """Words that end the phrase of a counted noun: closed-class words and frequent verbs."""
    return (function_words() | word_list("count_stops.txt")) - words_for("countable")


@cache
def _plurals() -> dict[str, str]:
    return {row[0]: row[1] for row in read_rows("plural_nouns.tsv")}


@cache
def _singulars() -> dict[str, str]:
    return {singular: plural for plural, singular in _plurals().items()}


def is_plural(word: str) -> bool:
    """Whether a word, in lower case, looks like a plural noun.

    >>> [word for word in ("troops", "children", "crisis", "overseas", "police") if is_plural(word)]
    ['troops', 'children', 'police']
    """
    if word in _plurals():
        return True
    if len(word) < 3 or word[-1] != "s" or word.endswith(("ss", "us", "is", "ous")):
        return False
    return word not in word_list("not_plurals.txt") and word not in function_words() - words_for("countable")


def pluralise(word: str) -> str:
    """Plural of an English noun.

    >>> [pluralise(word) for word in ("party", "child", "box", "member", "storey")]
    ['parties', 'children', 'boxes', 'members', 'storeys']
    """
    low = word.lower()
    if low in _singulars():
        return _singulars()[low]
    if low in _plurals() or (len(low) > 2 and is_plural(low)):
        return word
    if low.endswith(("s", "x", "z", "ch", "sh")):
        return word + "es"
    if low.endswith("y") and low[-2:-1] not in tuple("aeiou"):
        return word[:-1] + "ies"
    return word + "s"
