"""The days that an EDTF value covers, so that two values can be compared."""

import re
from typing import Literal

from accord.text.calendar import days_in

Days = tuple[str, str]
FIRST, LAST = "0000-01-01", "9999-12-31"
_VALUE = re.compile(r"(\d{3}X|\d{2}XX|\d{4})(?:-(\d{2}))?(?:-(\d{2}))?(?:T[\d:.Z+-]*)?[~?%]?")
SEASONS = {"21": ("03", "05"), "22": ("06", "08"), "23": ("09", "11"), "24": ("12", "12")}
QUARTERS = {"33": ("01", "03"), "34": ("04", "06"), "35": ("07", "09"), "36": ("10", "12")}
HALVES = {"40": ("01", "06"), "41": ("07", "12")}
Agreement = Literal["same", "within", "apart"]


def days_of(edtf: str) -> Days | None:
    """Give the first and the last day of a value, both included; None for what can't be read as EDTF.

    >>> days_of("2031-02"), days_of("2031-05-04/2031-05-06"), days_of("../2030"), days_of("soon")
    (('2031-02-01', '2031-02-28'), ('2031-05-04', '2031-05-06'), ('0000-01-01', '2030-12-31'), None)
    """
    first, slash, last = edtf.partition("/")
    if not slash:
        return _days(edtf)
    start = (FIRST, FIRST) if first in ("", "..") else _days(first)
    end = (LAST, LAST) if last in ("", "..") else _days(last)
    return (start[0], end[1]) if start and end and start[0] <= end[1] else None


def compare_dates(one: str, other: str) -> Agreement | None:
    """Say how two EDTF values stand: the same days, one within the other (finer), or apart; None where unreadable.

    >>> compare_dates("2031-05-04", "2031-05"), compare_dates("2031-05-04", "2031-05-05")
    ('within', 'apart')
    """
    a, b = days_of(one), days_of(other)
    if not a or not b:
        return None
    if a == b:
        return "same"
    if (a[0] <= b[0] and b[1] <= a[1]) or (b[0] <= a[0] and a[1] <= b[1]):
        return "within"
    return "within" if a[0] <= b[1] and b[0] <= a[1] else "apart"


def _days(value: str) -> Days | None:
    match = _VALUE.fullmatch(value)
    if not match:
        return None
    year, month, day = match.groups()
    if "X" in year:
        return f"{year.replace('X', '0')}-01-01", f"{year.replace('X', '9')}-12-31"
    if not month:
        return f"{year}-01-01", f"{year}-12-31"
    if day:
        return f"{year}-{month}-{day}", f"{year}-{month}-{day}"
    low, high = {**SEASONS, **QUARTERS, **HALVES}.get(month, (month, month))
    if not "01" <= high <= "12":
        return None
    return f"{year}-{low}-01", f"{year}-{high}-{days_in(int(year), int(high)):02}"
