"""The words around an amount that bound it: `at least`, `nearly`, `or more`."""

from msgspec.structs import replace

from accord.find.figures.lines import Amount, Line
from accord.knowledge.quantities import comparators, words_for
from accord.knowledge.units import measure_kinds, phrase_at, phrase_before
from accord.model.findings import Comparator
from accord.text.numbers import number_words

_PHRASES = 3  # phrases that may stand before one another: `at least` + `another`
_COMPARATORS: dict[str, Comparator] = {"=": "=", "≥": "≥", "≤": "≤", ">": ">", "<": "<", "~": "~"}


def with_bounds(line: Line, amount: Amount, last: int) -> tuple[Amount, int]:
    """Give an amount its comparator and the tokens that say it; also the end of the whole figure, given its noun's."""
    comparator, first = "=", amount.first
    for _ in range(_PHRASES):
        found = _before(line, amount, first)
        if found is None:
            break
        if comparator == "~" and found[0] not in ("≥", "≤", "="):
            break
        is_definite = line.at(first - 1) == "the"  # `surpassing the 326 seats needed` is 326
        symbol, first = found
        comparator = symbol if symbol != "=" else comparator
        if symbol not in ("=", "~") or is_definite:
            break
    if amount.most is not None and line.at(first - 1) in ("between", "from"):
        first -= 1
    behind, last = _after(line, amount, last)
    comparator = behind or comparator
    if amount.comparator != "=":
        comparator = amount.comparator
    return replace(amount, first=first, comparator=_COMPARATORS[comparator]), last


def _before(line: Line, amount: Amount, first: int) -> tuple[str, int] | None:
    found = phrase_before(comparators("before"), line.low, first)
    if found is None and amount.kind == "age":
        return _age_phrase(line, first)
    if found is None:
        return None
    word = line.low[found[1]]
    if first - found[1] > 1:
        return found
    if word == "over" and not _is_more(line, amount, found[1]):
        return None
    if word in ("about", "around") and line.at(found[1] - 1) in words_for("speech"):
        return None
    return None if word == "as" else found


def _age_phrase(line: Line, first: int) -> tuple[str, int] | None:
    """Pass over `the age of`, so that `over the age of 18` is compared."""
    at = first
    at -= line.at(at - 1) == "of"
    if line.at(at - 1) not in words_for("age-words"):
        return None
    at -= 1
    at -= line.at(at - 1) == "the"
    return "=", at


def _is_more(line: Line, amount: Amount, at: int) -> bool:
    """Whether `over` means more than, not during: `for over 30 hours`, but `spread over three days`."""
    if amount.kind == "age" or measure_kinds().get(amount.unit or "") != "time":
        return True
    return line.at(at - 1) in words_for("during-not")


def _goes_on(line: Line, at: int) -> bool:
    """Whether the phrase compares a number behind it instead: `three ministers and over 50 executives`."""
    return line.at(at)[:1].isdigit() or line.at(at) in number_words()


def _after(line: Line, amount: Amount, last: int) -> tuple[str, int]:
    """Comparator said behind the number or its noun, and the end of both."""
    for at in (amount.last, last):
        found = phrase_at(comparators("after"), line.low, at)
        if found and not _goes_on(line, found[1]):
            return found[0], max(found[1], last)
    return "", last
