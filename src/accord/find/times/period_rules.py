"""Rules for the time before and after a period that goes by a name: `pre-COVID-19`, `post-World War II`."""

from collections.abc import Iterator

from accord.find.times.rules import Build, Rule, rule
from accord.find.times.values import Day, Open
from accord.knowledge.tables import read_rows


def _rules() -> Iterator[Rule]:
    """Yield rules for the years before each name's first, and for those from its last on where that is known."""
    for words, first, last in read_rows("named_periods.tsv"):
        yield rule("D+PERIOD", f"pre -|–|‑? {words}", _always(Open(Day(int(first) - 1))))
        if last.isdigit():
            yield rule("D+PERIOD", f"post -|–|‑? {words}", _always(Open(Day(int(last)), after=True)))


def _always(value: Open) -> Build:
    return lambda _: value


PERIODS: tuple[Rule, ...] = tuple(_rules())
