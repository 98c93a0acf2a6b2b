"""Rules for the time before and after a period that goes by a name: `pre-COVID-19`, `post-World War II`."""

from accord.find.times.rules import Rule, rule
from accord.find.times.values import Day, Open
from accord.knowledge.tables import read_rows


def _rules_of(words: str, first: int, last: int) -> tuple[Rule, Rule]:
    """Read the years before a period's first, and those from its last on."""
    before, after = Open(Day(first - 1)), Open(Day(last), after=True)
    return (
        rule("D+PERIOD", f"pre -|–|‑? {words}", lambda _: before),
        rule("D+PERIOD", f"post -|–|‑? {words}", lambda _: after),
    )


PERIODS: tuple[Rule, ...] = tuple(
    each for words, first, last in read_rows("named_periods.tsv") for each in _rules_of(words, int(first), int(last))
)
