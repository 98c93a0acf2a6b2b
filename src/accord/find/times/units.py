"""Days, weeks, weekends, months and years counted on from a day."""

from datetime import date, timedelta

from accord.find.times.settings import AHEAD, PERHAPS_AHEAD, Setting
from accord.text.calendar import shift_month
from accord.text.edtf import bounds, format_day, format_month, format_week, format_year

_SATURDAY = 5
FAIR_DAYS = 14
"""Days for which a report goes on telling of an event of several days; its weekdays then lie inside it."""
_FIRST, _LAST = date(1, 1, 10), date(9999, 12, 20)  # no counting beyond what a date can hold


def add_days(day: date, by: int) -> date | None:
    """Count days on; None beyond the years 1 to 9999."""
    return day + timedelta(days=by) if _FIRST.toordinal() <= day.toordinal() + by <= _LAST.toordinal() else None


def shift(unit: str, by: int, setting: Setting) -> str | None:
    """Place a unit counted on from today: week, -1 → last week, Monday to Sunday."""
    now = setting.now if setting.is_quoted and unit == "day" else setting.published
    if now is None or (setting.is_guess and unit == "day"):
        return None
    if unit == "weekend":
        return _weekend(now, by, setting.lean() if by == 0 else AHEAD * by)
    return place(unit, by, now)


def place(unit: str, by: int, day: date) -> str | None:
    """Give the unit that a day is in, counted on by so many.

    >>> day = date(2023, 12, 13)
    >>> place("week", -1, day), place("month", 1, day), place("season", -1, day)
    ('2023-12-04/2023-12-10', '2024-01', '2022')
    """
    if unit in ("day", "week", "fortnight", "weekend"):
        there = add_days(day, by * {"day": 1, "fortnight": 14}.get(unit, 7))
        if there is None or unit == "day":
            return format_day(there) if there else None
        return _days(there, _SATURDAY - there.weekday()) if unit == "weekend" else format_week(there)
    if unit == "month":
        return format_month(*shift_month(day.year, day.month, by))
    if unit == "quarter":
        year, month = shift_month(day.year, (day.month - 1) // 3 * 3 + 1, 3 * by)
        return f"{format_month(year, month)}/{format_month(year, month + 2)}"
    if unit in ("year", "season"):
        return format_year(day.year + by)
    if unit == "decade":
        return f"{day.year // 10 + by:03d}X"
    return f"{day.year // 100 + by:02d}XX" if unit == "century" else None


def _days(day: date, by: int) -> str | None:
    """Give the two days of a weekend whose Saturday is so many days on."""
    first = add_days(day, by)
    last = add_days(day, by + 1)
    return f"{format_day(first)}/{format_day(last)}" if first and last else None


def _weekend(now: date, by: int, lean: int) -> str | None:
    """The weekend just past, this one while it lasts, or the coming one: as the verb leans."""
    if by == 0 and now.weekday() >= _SATURDAY:
        return _days(now, _SATURDAY - now.weekday())
    ahead = _SATURDAY - now.weekday()
    if by < 0 or lean != AHEAD:
        return _days(now, ahead - 7)
    return _days(now, ahead if now.weekday() < _SATURDAY else ahead + 7)


def same(unit: str, by: int, setting: Setting) -> str | None:
    """Place a unit counted on from what the text is telling of: `the next day`, `that year`."""
    if unit in ("year", "month", "decade") and setting.told_value:
        first = bounds(setting.told_value)[0]
        return place(unit, by, first) if first else None
    return place(unit, by, setting.told) if setting.told else None


def weekday(number: int, by: int | None, setting: Setting) -> str | None:
    """Place a weekday: the last one up to today, or the next one from today, as the verb leans.

    "Last" and "next" leave today itself out.
    """
    now = setting.published if not setting.is_quoted or setting.now is None else setting.now
    if now is None:
        return None
    if by is None and (inside := _inside_told(number, setting)):
        return inside
    back = (now.isoweekday() - number) % 7
    ahead = (number - now.isoweekday()) % 7
    if setting.is_guess and not by:
        return _on(now, -back if back <= ahead else ahead)
    if by == -1:
        return _on(now, -(back or 7))
    if by == 1:
        return _on(now, ahead or 7)
    lean = setting.lean()
    is_ahead = lean == AHEAD or (lean == PERHAPS_AHEAD and ahead < back)
    return _on(now, ahead if is_ahead else -back)


def _inside_told(number: int, setting: Setting) -> str | None:
    """Give the weekday inside the few days that the text is telling of: `Saturday`, of `July 26 to 28`."""
    first, last = bounds(setting.event) if setting.event else (None, None)
    if not first or not last or not setting.published or not 0 <= (setting.published - last).days < FAIR_DAYS:
        return None
    there = add_days(first, (number - first.isoweekday()) % 7)
    return format_day(there) if there and there <= last else None


def weekday_from(number: int, sign: int, day: date) -> str | None:
    """Give the first such weekday after or before a day: 2 (Tuesday), after 13 December 2023 → `2023-12-19`."""
    return _on(day, sign * ((sign * (number - day.isoweekday())) % 7 or 7))


def _on(now: date, by: int) -> str | None:
    there = add_days(now, by)
    return format_day(there) if there else None


def week_around(around: str, weekend: bool, last: bool) -> str | None:
    """Give the week, or the weekend, of a value: its first, or its last.

    >>> week_around("2019-07", True, True), week_around("2019-10-21", False, False)
    ('2019-07-27/2019-07-28', '2019-10-21/2019-10-27')
    """
    first, end = bounds(around)
    if first is None or end is None:
        return None
    if not weekend:
        return format_week(first)
    if last:
        return _days(end, -((end.weekday() - _SATURDAY) % 7) if end.weekday() != _SATURDAY else -7)
    if first.weekday() == 6:
        return _days(first, -1)
    return _days(first, _SATURDAY - first.weekday())
