"""EDTF level 1 (ISO 8601-2): values from days and months, and what stretch of days a value covers."""

import re
from datetime import date, timedelta

from accord.text.calendar import days_in, is_day, shift_month

_SEASONS = {21: 3, 22: 6, 23: 9, 24: 12}  # meteorological seasons of the northern half begin with these months
_TIME = r"T(?:[01]\d|2[0-3]):[0-5]\d(?::[0-5]\d)?(?:Z|[+-](?:0\d|1[0-4]):[0-5]\d)?"
_DATE = re.compile(
    rf"(?P<year>\d{{4}}|\d{{3}}X|\d{{2}}XX)(?:-(?P<month>0[1-9]|1[0-2]|2[1-4]|XX)(?:-(?P<day>\d\d|XX)(?P<time>{_TIME})?)?)?"
    r"(?P<mark>[~?%])?",
)


def is_edtf(value: str) -> bool:
    """Whether a value is EDTF level 1 and names days that exist.

    >>> [is_edtf(v) for v in ("2023-12-13T06:19Z", "2016/2020", "../2023-09", "197X", "2023-02~")]
    [True, True, True, True, True]
    >>> [is_edtf(v) for v in ("2023-02-30", "2023-13", "23", "2020/2016", "../..")]
    [False, False, False, False, False]
    """
    parts = value.split("/")
    if len(parts) > 2 or (len(parts) == 2 and set(parts) <= {"..", ""}):
        return False
    if not all(_is_date(part) or (len(parts) == 2 and part in ("..", "")) for part in parts):
        return False
    first, last = bounds(value)
    return len(parts) == 1 or first is None or last is None or first <= last


def _is_date(value: str) -> bool:
    match = _DATE.fullmatch(value)
    if not match or match["year"] == "0000":
        return False
    year, month, day = match["year"], match["month"], match["day"]
    if not day or "X" in day:
        return True
    return year.isdigit() and month.isdigit() and is_day(int(year), int(month), int(day))


def bounds(value: str) -> tuple[date | None, date | None]:
    """First and last day that a value covers; None where it is open.

    >>> bounds("2023-09~")
    (datetime.date(2023, 9, 1), datetime.date(2023, 9, 30))
    >>> bounds("../197X")
    (None, datetime.date(1979, 12, 31))
    """
    first, _, last = value.partition("/")
    return _first_day(first), _last_day(last if "/" in value else first)


def _first_day(value: str) -> date | None:
    match = _DATE.fullmatch(value)
    if not match:
        return None
    year = max(1, int(match["year"].replace("X", "0")))
    month = _number(match["month"], 1)
    return date(year, _SEASONS.get(month, month), _number(match["day"], 1))


def _last_day(value: str) -> date | None:
    match = _DATE.fullmatch(value)
    if not match:
        return None
    year = max(1, int(match["year"].replace("X", "9")))
    month = _number(match["month"], 12)
    if month in _SEASONS:
        year, month = shift_month(year, _SEASONS[month], 2)
    return date(min(year, 9999), month, _number(match["day"], days_in(year, month)))


def _number(digits: str | None, otherwise: int) -> int:
    return int(digits) if digits and digits.isdigit() else otherwise


def grain(value: str) -> str:
    """Name what a value is exact to: minute, day, month, year, decade, century or interval.

    >>> [grain(v) for v in ("2023-12-13T06:19Z", "2023-12-13~", "2023-12", "2023", "197X", "2016/2020")]
    ['minute', 'day', 'month', 'year', 'decade', 'interval']
    """
    if "/" in value:
        return "interval"
    plain = value.rstrip("~?%").replace("-XX", "")
    if "T" in plain:
        return "minute"
    if "X" in plain:
        return "century" if plain.endswith("XX") else "decade"
    return {10: "day", 7: "month"}.get(len(plain), "year")


def interval(first: str, last: str) -> str:
    """Join two values, the first one's beginning to the last one's end: `2016`, `2020` → `2016/2020`."""
    start, end = first.partition("/")[0], last.rpartition("/")[2]
    return start if start == end else f"{start}/{end}"


def approximate(value: str) -> str:
    """Mark a single date approximate: `2023-09` → `2023-09~`; an interval stays as it is."""
    return value if "/" in value or value[-1] in "~?%" else value + "~"


def format_day(day: date) -> str:
    """Give the EDTF of a day: `date(2023, 9, 1)` → `2023-09-01`."""
    return day.isoformat()


def format_month(year: int, month: int) -> str:
    """Give the EDTF of a month: `2023, 9` → `2023-09`."""
    return f"{year:04d}-{month:02d}"


def format_year(year: int) -> str:
    """Give the EDTF of a year: `987` → `0987`."""
    return f"{year:04d}"


def format_week(day: date) -> str:
    """Give the week, Monday to Sunday, that a day is in: `date(2023, 12, 13)` → `2023-12-11/2023-12-17`."""
    monday = day - timedelta(days=day.weekday())
    return f"{monday.isoformat()}/{(monday + timedelta(days=6)).isoformat()}"
