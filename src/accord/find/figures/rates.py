"""Counts and measures by the hour, day or year: `9 million barrels a day`."""

from accord.find.figures.lines import Amount, Line

_EACH = frozenset({"per", "a", "an", "each", "every"})
_TIMES = frozenset({"second", "minute", "hour", "day", "week", "month", "year", "night", "quarter", "decade"})


def with_rate(line: Line, amount: Amount, unit: str | None, last: int) -> tuple[str | None, int]:
    """Unit and end of a figure, with the time that it is counted by; money and shares keep theirs."""
    if unit is None or amount.kind in ("money", "share", "age") or line.at(last) not in _EACH:
        return unit, last
    if line.at(last + 1) not in _TIMES or line.at(last + 2) in ("ago", "earlier", "later", "before", "after"):
        return unit, last
    return f"{unit} per {line.low[last + 1]}", last + 2
