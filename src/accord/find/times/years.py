"""Which year a day or a month without one is in."""

from datetime import date

from accord.find.times.settings import NAMING, PERHAPS_AHEAD, SURELY_BACK
from accord.text.calendar import is_day
from accord.text.edtf import format_day, format_month, format_year

AGAINST_LEAN = 4.0
"""How much farther a day without a year is when the verb leans the other way; chosen on the training part of
wikinews-gold, where 3 to 8 give the same figures (`benchmarks.times`)."""

NAMED_AHEAD = 2.5
"""How much farther a day ahead is that something is named by: "the Sept. 11 attack", told in May, has been. The figures
there are the same without it."""

NEVER = 1e6
"""Days that are farther than any choice of years is."""


def by_weekday(month: int, day: int, weekday: int, published: date) -> str | None:
    """Choose the nearest year in which the day is that weekday: `Saturday, April 4` → 2020, seen from 2020 or 2022."""
    years = sorted(range(published.year - 6, published.year + 6), key=lambda year: abs(year - published.year))
    for year in years:
        if is_day(year, month, day) and date(year, month, day).isoweekday() == weekday:
            return written(year, month, day)
    return None


def written(year: int, month: int | None, day: int | None) -> str | None:
    """Give the EDTF of a date with its year; None where there is no such day."""
    if not 1 <= year <= 9999:
        return None
    if month is None:
        return format_year(year)
    if day is None:
        return format_month(year, month)
    return format_day(date(year, month, day)) if is_day(year, month, day) else None


def nearest(month: int, day: int | None, published: date, lean: int) -> str | None:
    """Choose the year that brings the day nearest to publishing; against the lean of the verb it counts as farther."""
    years = (published.year - 1, published.year, published.year + 1)
    if day is None:
        choices = [(30 * (12 * (year - published.year) + month - published.month), year) for year in years]
    else:
        days = [(year, date(year, month, day)) for year in years if is_day(year, month, day)]
        choices = [((there - published).days, year) for year, there in days]
    if not choices:
        return None
    return written(min(choices, key=lambda choice: distance(choice[0], lean))[1], month, day)


def distance(days: int, lean: int) -> float:
    """Weigh how far off a time is: farther where the verb leans the other way."""
    if lean == SURELY_BACK and days > 0:
        return NEVER
    if lean == NAMING and days > 0:
        return days * NAMED_AHEAD
    return abs(days) * (AGAINST_LEAN if days * lean < 0 and lean not in (PERHAPS_AHEAD, NAMING) else 1)
