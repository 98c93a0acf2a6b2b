"""How two EDTF values stand to one another."""

from datetime import date
from typing import Literal

from accord.text.edtf import bounds, is_edtf

Agreement = Literal["same", "within", "meeting", "apart"]


def days_of(edtf: str | None) -> tuple[date, date] | None:
    """Give the first and last day that a value covers, an open end reaching as far as the calendar; None if unreadable.

    >>> days_of("2031-02")
    (datetime.date(2031, 2, 1), datetime.date(2031, 2, 28))
    """
    if not edtf or not is_edtf(edtf):
        return None
    first, last = bounds(edtf)
    return first or date.min, last or date.max


def compare_dates(one: str | None, other: str | None) -> Agreement | None:
    """Say how two values stand: the same days, one within the other, meeting in some days, or apart.

    >>> compare_dates("2031-05-04", "2031-05"), compare_dates("2031-05-04", "2031-05-05"), compare_dates("soon", "2031")
    ('within', 'apart', None)
    """
    a, b = days_of(one), days_of(other)
    if not a or not b:
        return None
    if a == b:
        return "same"
    if (a[0] <= b[0] and b[1] <= a[1]) or (b[0] <= a[0] and a[1] <= b[1]):
        return "within"
    return "meeting" if a[0] <= b[1] and b[0] <= a[1] else "apart"
