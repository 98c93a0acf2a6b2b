"""Figures: counts, amounts, shares, ranges, with what they count."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import cache

from msgspec.structs import replace

from accord.find.figures.articles import read_article, single_measures
from accord.find.figures.bare import as_age, as_listed, unit_by_context
from accord.find.figures.barred import is_barred
from accord.find.figures.bounds import with_bounds
from accord.find.figures.counted import find_noun, unit_of
from accord.find.figures.lines import Amount, Line, line_of
from accord.find.figures.phrases import counted_phrase
from accord.find.figures.ranges import read_amount
from accord.find.figures.rates import with_rate
from accord.knowledge.quantities import quantifiers
from accord.model.accounts import ParsedReport
from accord.model.findings import Figure, Time
from accord.model.reports import Report
from accord.model.sentences import Sentence
from accord.text.numbers import number_words

# Whole numbers up to here are the same in every JSON reader.
EXACT = 2**53

_ARTICLES = frozenset({"a", "an"})


def find_figures(parsed: ParsedReport, times: Sequence[Time] = ()) -> tuple[Figure, ...]:
    """Find the figures of a report's content, in order; a number inside a placed time expression is none of them."""
    placed = sorted((time.span.start, time.span.end) for time in times if time.edtf)
    return tuple(figure for sentence in parsed.sentences for figure in _in_sentence(parsed.report, sentence, placed))


def _in_sentence(report: Report, sentence: Sentence, placed: Sequence[tuple[int, int]]) -> Iterator[Figure]:
    if not any(_may_begin(word) for word in sentence.words):
        return
    line = line_of(sentence)
    at = 0
    before: tuple[Amount, Figure] | None = None
    while at < len(line):
        amount = _amount_at(line, at)
        if amount is None:
            at += 1
            continue
        at = max(amount.last, at + 1)
        if _is_covered(placed, *sentence.span_of(amount.first, amount.last)):
            continue
        figure = _figure(report, line, amount, before)
        if figure:
            before = amount, figure
            yield figure


@cache
def _openers() -> frozenset[str]:
    return frozenset(number_words()) | frozenset(quantifiers()) | single_measures() | {"few", "couple", "pair"}


def _may_begin(word: str) -> bool:
    """Whether a token may open an amount; it is asked of every token, and is kept to a look-up or two."""
    if word.isalpha():
        return word.lower() in _openers()
    return word[0].isdigit() or (word[0].isalpha() and word.isalnum())


def _amount_at(line: Line, at: int) -> Amount | None:
    """Amount that a token opens; the article before `a dozen`, `a third`, `an hour` is read with it."""
    if not _may_begin(line.words[at]):
        return None
    if line.at(at - 1) in _ARTICLES:
        amount = read_amount(line, at - 1) or read_article(line, at - 1)
        if amount:
            return amount
    return read_amount(line, at)


def _is_covered(placed: Sequence[tuple[int, int]], start: int, end: int) -> bool:
    """Whether a placed time holds the number; the last one that begins before its end is the only one that can."""
    index = bisect_right(placed, (end, 0)) - 1
    return index >= 0 and placed[index][1] > start


def _figure(report: Report, line: Line, amount: Amount, before: tuple[Amount, Figure] | None) -> Figure | None:
    noun = find_noun(line, amount) if amount.unit is None and amount.kind in ("number", "vague", "share") else None
    if is_barred(line, amount, has_noun=noun is not None):
        return None
    if noun is None:
        amount = as_age(line, as_listed(line, amount))
    if amount.kind == "share" and amount.unit is None:
        amount = replace(amount, unit="%", value=round((amount.value or Decimal(0)) * 100, 2))
    previous = _previous(line, amount, before)
    unit = amount.unit or (unit_of(line, noun, previous) if noun else unit_by_context(line, amount, previous))
    bounded, last = with_bounds(line, amount, noun[1] if noun else amount.last)
    unit, last = with_rate(line, amount, unit, last)
    if before and bounded.comparator == "=" and _is_converted(line, amount, before[0]):
        bounded = replace(bounded, comparator=before[1].comparator)
    return Figure(
        span=report.span(line.sentence.starts[bounded.first], line.sentence.ends[last - 1]),
        value=_number(bounded.value),
        min=_number(bounded.least),
        max=_number(bounded.most),
        comparator=bounded.comparator,
        unit=unit,
        of=counted_phrase(report, line, amount.first, amount.last, noun[0] if noun else None),
    )


def _previous(line: Line, amount: Amount, before: tuple[Amount, Figure] | None) -> str | None:
    """Unit that a bare number may take over: of the count before it, or of any amount it is a change to or from."""
    if before is None:
        return None
    is_change = line.at(amount.first - 1) in ("from", "to")
    return before[1].unit if before[0].kind in ("number", "vague") or is_change else None


def _number(value: Decimal | None) -> int | float | None:
    if value is None:
        return None
    return int(value) if value == value.to_integral_value() and abs(value) <= EXACT else float(value)


def _is_converted(line: Line, amount: Amount, before: Amount) -> bool:
    """Whether an amount in brackets says the one before it in another unit: `about 160 km (100 miles)`."""
    if before.kind not in ("measure", "money") or amount.kind != before.kind or amount.first - before.last > 2:
        return False
    return line.at(before.last) == "("
