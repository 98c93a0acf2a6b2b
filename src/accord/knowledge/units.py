"""Currencies, measures and the phrases around a number, looked up in a run of tokens."""

from collections.abc import Iterable, Sequence
from functools import cache

from accord.knowledge.tables import read_rows, split_list

Phrases = dict[str, tuple[tuple[tuple[str, ...], str], ...]]


@cache
def currency_codes() -> frozenset[str]:
    """ISO 4217 codes."""
    return frozenset(row[0] for row in read_rows("currencies.tsv") if row[0].isupper())


@cache
def currency_symbols() -> dict[str, str]:
    """Signs and codes that stand before an amount, as written, with their ISO 4217 code: `US$` → USD."""
    found = {code: code for code in currency_codes()}
    for row in read_rows("currencies.tsv"):
        found |= dict.fromkeys(split_list(row[1]), row[0])
    return found


@cache
def currency_endings() -> frozenset[str]:
    """Last tokens that a currency sign can have, by which most tokens are told to be none."""
    symbols = frozenset(currency_symbols())
    return symbols | {symbol[-1] for symbol in symbols if not symbol[-1].isalnum()}


@cache
def currency_names() -> Phrases:
    """Names of currencies behind an amount, by their first word: `Swiss francs` → CHF."""
    rows = read_rows("currencies.tsv")
    return by_first_word((name, row[0]) for row in rows for name in split_list(row[2]))


@cache
def minor_units() -> dict[str, tuple[str, int]]:
    """Hundredths of a currency, by name: `cents` → ("USD", 100)."""
    return {name: (row[0], int(row[1])) for row in read_rows("minor_units.tsv") for name in split_list(row[2])}


@cache
def measure_names() -> Phrases:
    """Names and symbols of measures, by their first word: `square miles` → mi2."""
    return by_first_word((form, row[0]) for row in read_rows("units.tsv") for form in split_list(row[2]))


@cache
def measure_kinds() -> dict[str, str]:
    """What each measure measures: `km` → length."""
    return {row[0]: row[1] for row in read_rows("units.tsv")}


def by_first_word(phrases: Iterable[tuple[str, str]]) -> Phrases:
    """Lay phrases out by their first word, longest first."""
    found: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for phrase, value in phrases:
        words = tuple(phrase.split())
        found.setdefault(words[0], []).append((words, value))
    return {first: tuple(sorted(group, key=lambda each: -len(each[0]))) for first, group in found.items()}


def by_last_word(phrases: Iterable[tuple[str, str]]) -> Phrases:
    """Lay phrases out by their last word, longest first."""
    found: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for phrase, value in phrases:
        words = tuple(phrase.split())
        found.setdefault(words[-1], []).append((words, value))
    return {last: tuple(sorted(group, key=lambda each: -len(each[0]))) for last, group in found.items()}


def phrase_at(phrases: Phrases, words: Sequence[str], at: int) -> tuple[str, int] | None:
    """Value and end of the longest phrase that begins at a token; `words` in lower case.

    >>> phrase_at(measure_names(), "12 nautical miles off".split(), 1)
    ('nmi', 3)
    """
    if at >= len(words):
        return None
    for phrase, value in phrases.get(words[at], ()):
        if tuple(words[at : at + len(phrase)]) == phrase:
            return value, at + len(phrase)
    return None


def phrase_before(phrases: Phrases, words: Sequence[str], end: int) -> tuple[str, int] | None:
    """Value and beginning of the longest phrase that ends before a token; `words` in lower case."""
    if end <= 0:
        return None
    for phrase, value in phrases.get(words[end - 1], ()):
        if len(phrase) <= end and tuple(words[end - len(phrase) : end]) == phrase:
            return value, end - len(phrase)
    return None
