"""A single measure said with an article: `at least a year`, `within an hour`."""

from decimal import Decimal
from functools import cache

from accord.find.figures.lines import Amount, Line
from accord.find.figures.measures import with_measure
from accord.knowledge.quantities import comparators, words_for
from accord.knowledge.units import measure_kinds, measure_names, phrase_before

_KINDS = frozenset({"time", "length", "mass", "area"})


@cache
def single_measures() -> frozenset[str]:
    """Measures of one word in the singular, which an article may count: hour, mile, tonne."""
    kinds = measure_kinds()
    return frozenset(
        phrase[0]
        for phrases in measure_names().values()
        for phrase, unit in phrases
        if len(phrase) == 1 and len(phrase[0]) > 2 and phrase[0][-1] != "s" and kinds[unit] in _KINDS
    )


def read_article(line: Line, at: int) -> Amount | None:
    """Read the measure that an article at a token counts, where a comparator stands before it."""
    if line.at(at + 1) not in single_measures():
        return None
    compared = phrase_before(comparators("before"), line.low, at)
    if compared is None or compared[0] == "=" or line.at(at - 1) == "over":
        return None
    amount = with_measure(line, Amount(at, at + 1, Decimal(1), spelled=True))
    return None if line.at(amount.last) in words_for("anchors") - {"after", "before"} else amount
