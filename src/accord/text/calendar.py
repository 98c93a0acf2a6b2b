"""Days, months and years as numbers: the names they go by, how long they are, how they are counted on."""

from datetime import date
from functools import cache
from importlib.resources import files

MONTH_DAYS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def _rows(name: str) -> list[list[str]]:
    source = files("accord.text").joinpath("data", name).read_text(encoding="utf-8")
    return [line.split("\t") for line in source.splitlines() if line and not line.startswith("#")]


@cache
def _names(kind: str) -> dict[str, int]:
    rows = (row for row in _rows("calendar.tsv") if row[0] == kind)
    return {name: int(number) for _, number, names in rows for name in names.split()}


def month_names() -> dict[str, int]:
    """Month names and abbreviations in lower case, without a stop: `sept` → 9."""
    return _names("month")


def weekday_names() -> dict[str, int]:
    """Weekday names and abbreviations in lower case, without a stop, by ISO number: `tues` → 2."""
    return _names("weekday")


@cache
def zone_offsets() -> dict[str, int]:
    """Time zone abbreviations in capitals and their minutes from UTC: `EST` → -300."""
    return {name: int(minutes) for name, minutes in _rows("zones.tsv")}


def days_in(year: int, month: int) -> int:
    """Length of a month.

    >>> days_in(2024, 2), days_in(1900, 2)
    (29, 28)
    """
    leap = month == 2 and year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
    return MONTH_DAYS[month - 1] + leap


def is_day(year: int, month: int, day: int) -> bool:
    """Whether the day exists.

    >>> is_day(2023, 2, 29)
    False
    """
    return 1 <= year <= 9999 and 1 <= month <= 12 and 1 <= day <= days_in(year, month)


def shift_month(year: int, month: int, by: int) -> tuple[int, int]:
    """Give the month so many months on.

    >>> shift_month(2023, 12, -12), shift_month(2023, 12, 1)
    ((2022, 12), (2024, 1))
    """
    count = year * 12 + month - 1 + by
    return count // 12, count % 12 + 1


def is_summer_time(day: date) -> bool:
    """Whether North America's clocks are an hour ahead on a day, by the rule in force since 2007.

    >>> is_summer_time(date(2023, 3, 12)), is_summer_time(date(2023, 11, 5))
    (True, False)
    """
    march, november = date(day.year, 3, 8), date(day.year, 11, 1)
    begins = march.toordinal() + (7 - march.isoweekday()) % 7
    ends = november.toordinal() + (7 - november.isoweekday()) % 7
    return begins <= day.toordinal() < ends
