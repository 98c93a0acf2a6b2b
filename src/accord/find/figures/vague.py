"""Quantifiers that stand for a least number, and small numbers said loosely."""

from decimal import Decimal

from accord.find.figures.lines import Amount, Line
from accord.knowledge.quantities import is_plural, quantifiers, word_list, words_for
from accord.knowledge.units import phrase_at
from accord.model.findings import Comparator
from accord.text.numbers import number_words


def read_vague(line: Line, at: int) -> Amount | None:
    """Read the quantifier at a token: `dozens of`, `tens of thousands`, `several hundred`, `a couple of`."""
    word = line.low[at]
    if word in ("couple", "pair"):
        return _read_pair(line, at)
    if word == "few":
        return _multiplied(line, at, at + 1, Decimal(2)) if line.at(at - 1) == "a" else None
    found = phrase_at(quantifiers(), line.low, at)
    if found is None:
        return None
    least, last = Decimal(found[0]), found[1]
    if word == "several":
        return _multiplied(line, at, last, least) or _vague(at, last, least)
    inner = phrase_at(quantifiers(), line.low, last + 1)
    if inner and line.at(last) == "of" and inner[0] != "2":
        return _vague(at, inner[1], least * Decimal(inner[0]) / 2)
    if line.at(last) == "and" and line.at(last + 1) == word:
        return _vague(at, last + 2, least)
    if word == "tens" or (word == "scores" and not _counts(line.at(last))):
        return None
    return _vague(at, last, least)


def _counts(word: str) -> bool:
    """Whether `scores` before this word means many: `scores of`, `scores were injured`, not `scores a goal`."""
    return word in ("of", "more", "were", "are", "have") or word in word_list("people_words.txt")


def _vague(first: int, last: int, least: Decimal) -> Amount:
    return Amount(first, last, least=least, kind="vague", comparator="≥", spelled=True)


def _multiplied(line: Line, first: int, last: int, least: Decimal) -> Amount | None:
    """Read `several hundred`, `a few thousand`."""
    kind, scale = number_words().get(line.at(last), ("", Decimal(1)))
    return _vague(first, last + 1, least * scale) if kind in ("hundred", "scale") else None


def _read_pair(line: Line, at: int) -> Amount | None:
    """Read `a couple of tries` as about two; `the couple` and `the last couple of weeks` count nothing."""
    if line.at(at + 1) != "of" or line.at(at - 1) in words_for("not-couple"):
        return None
    if not any(is_plural(word) for word in line.low[at + 2 : at + 6]):
        return None
    comparator: Comparator = "~" if line.low[at] == "couple" else "="
    return Amount(at, at + 1, Decimal(2), kind="vague", comparator=comparator, spelled=True)
