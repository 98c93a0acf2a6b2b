"""Meanings → EDTF, set against the day of publishing and the day told of."""

from collections.abc import Callable
from datetime import date
from typing import Any

from accord.find.times.lengths import ago, lasting, later
from accord.find.times.settings import AHEAD, PERHAPS_AHEAD, Setting
from accord.find.times.units import same, shift, week_around, weekday, weekday_from
from accord.find.times.values import (
    Ago,
    At,
    Day,
    Era,
    FromTold,
    LastDay,
    Lasting,
    Later,
    Open,
    PartOfDay,
    Portion,
    Range,
    Rough,
    Same,
    Shift,
    Value,
    Week,
    Weekday,
    Within,
)
from accord.find.times.years import by_weekday, distance, nearest, written
from accord.text.calendar import shift_month
from accord.text.dates import zone_suffix
from accord.text.edtf import approximate, bounds, format_day, format_month, grain, interval


def resolve(value: Value, setting: Setting) -> str | None:
    """Give the EDTF of a meaning; None where nothing that is known places it."""
    handler = _HANDLERS.get(type(value))
    return handler(value, setting) if handler else None


def _day(value: Day, setting: Setting) -> str | None:
    if value.year:
        return written(value.year, value.month, value.day)
    if value.month is None:
        return None
    told = setting.year_at_hand(value.month, value.day) if value.day and setting.lean() <= 0 else None
    if told and value.day:
        return written(told, value.month, value.day)
    if setting.published is None:
        return None
    if value.weekday and value.day:
        return by_weekday(value.month, value.day, value.weekday, setting.published)
    lean = setting.lean()
    if setting.named_year and lean <= 0:
        return written(setting.named_year, value.month, value.day)
    if setting.is_limit:
        lean = AHEAD if lean == PERHAPS_AHEAD else max(lean, 0)
    return nearest(value.month, value.day, setting.published, lean)


def _weekday(value: Weekday, setting: Setting) -> str | None:
    return weekday(value.number, value.by, setting) if setting.now else None


def _portion(value: Portion, setting: Setting) -> str | None:
    """Place a season, quarter, half or month: in its year, or by "last", "this" and "next"."""
    if value.of is not None:
        of = resolve(value.of, setting)
        year = bounds(of)[0] if of else None
        return _months_of(value, year.year) if year else None
    now = setting.now
    if now is None:
        return None
    here = format_month(now.year, now.month)
    values = [_months_of(value, now.year + step) for step in (-2, -1, 0, 1, 2)]
    if value.by == -1:
        return next((v for v in reversed(values) if v.rpartition("/")[2] < here), None)
    if value.by == 1:
        return next((v for v in values if v.partition("/")[0] > here), None)
    if value.by == 0:
        return values[2]
    lean = setting.lean()
    return min(values, key=lambda v: distance(_months_away(v, now), lean))


def _months_away(value: str, now: date) -> int:
    """Months from now to the beginning of an interval of months to come, or from its end if it is over; 0 within."""
    first, last = bounds(value)
    ahead = 12 * (first.year - now.year) + first.month - now.month if first else 0
    back = 12 * (last.year - now.year) + last.month - now.month if last else 0
    return ahead if ahead > 0 else min(back, 0)


def _months_of(value: Portion, year: int) -> str:
    """`summer` 2018 → `2018-06/2018-08`; `quarter` 3 → `2018-07/2018-09`; winter begins in December."""
    if value.kind == "month":
        return format_month(year, value.number)
    length = {"season": 3, "quarter": 3, "half": 6}[value.kind]
    first = 3 * value.number if value.kind == "season" else length * (value.number - 1) + 1
    return f"{format_month(year, first)}/{format_month(*shift_month(year, first, length - 1))}"


def _era(value: Era, _: Setting) -> str | None:
    return value.digits + "X" * (4 - len(value.digits))


def _at(value: At, setting: Setting) -> str | None:
    day = resolve(value.day, setting) if value.day is not None else None
    if value.day is None and setting.day_at_hand:
        day = format_day(setting.day_at_hand)
    if day is None or grain(day) not in ("day", "minute"):
        return day
    clock, plain = value.clock, day[:10]
    if clock.zone in ("ET", "CT", "MT", "PT"):
        return f"{plain}T{clock.hour:02d}:{clock.minute:02d}{zone_suffix(clock.zone, date.fromisoformat(plain))}"
    return f"{plain}T{clock.hour:02d}:{clock.minute:02d}{zone_suffix(clock.zone or '')}"


def _part_of_day(value: PartOfDay, setting: Setting) -> str | None:
    return resolve(value.day, setting) if value.day is not None else None


def _within(value: Within, setting: Setting) -> str | None:
    outer = resolve(value.outer, setting)
    first = bounds(outer)[0] if outer else None
    if first is None:
        return None
    return resolve(_with_year(value.inner, first.year), setting)


def _with_year(value: Value, year: int) -> Value:
    """Give a year to a value that has none: `Dec. 12` in `2022` → `Dec. 12, 2022`."""
    if isinstance(value, Day):
        return Day(value.year or year, value.month, value.day)
    if isinstance(value, Range):
        return Range(_with_year(value.first, year), _with_year(value.last, year))
    if isinstance(value, Rough):
        return Rough(_with_year(value.value, year))
    if isinstance(value, Portion):
        return Portion(value.kind, value.number, Day(year))
    return value


def _rough(value: Rough, setting: Setting) -> str | None:
    inner = resolve(value.value, setting)
    return approximate(inner) if inner else None


def _last_day(value: LastDay, setting: Setting) -> str | None:
    period = resolve(value.period, setting)
    last = bounds(period)[1] if period else None
    return format_day(last) if last else None


def _range(value: Range, setting: Setting) -> str | None:
    """Place the end first: it often holds the year or the month that the beginning leaves out."""
    last = resolve(value.last, setting)
    end = bounds(last)[0] if last else None
    if last is None or end is None:
        return None
    opening = value.first
    if isinstance(opening, Day) and opening.year is None:
        opening = Day(_year_before(opening, end), opening.month, opening.day)
    first = resolve(opening, setting)
    begin = bounds(first)[0] if first else None
    if first is None or begin is None or begin > end:
        return None
    return interval(first, last)


def _year_before(opening: Day, end: date) -> int:
    """Year of a beginning without one: the end's, or the one before, `from November to February`."""
    return end.year - 1 if (opening.month or 1, opening.day or 1) > (end.month, end.day) else end.year


def _open(value: Open, setting: Setting) -> str | None:
    inner = resolve(value.value, setting)
    if inner is None:
        return None
    return f"{inner.partition('/')[0]}/.." if value.after else f"../{inner.rpartition('/')[2]}"


def _week(value: Week, setting: Setting) -> str | None:
    around = resolve(value.around, setting)
    return week_around(around, value.weekend, value.last) if around else None


Handler = Callable[[Any, Setting], "str | None"]

_HANDLERS: dict[type, Handler] = {
    Ago: lambda v, s: ago(v.length, v.sign, s),
    At: _at,
    Day: _day,
    FromTold: lambda v, s: weekday_from(v.number, v.sign, s.told) if s.told else None,
    Era: _era,
    LastDay: _last_day,
    Lasting: lambda v, s: lasting(v.length, v.sign, s),
    Later: lambda v, s: later(v.length, v.sign, resolve(v.base, s) if v.base is not None else s.told_value, s),
    Open: _open,
    PartOfDay: _part_of_day,
    Portion: _portion,
    Range: _range,
    Rough: _rough,
    Same: lambda v, s: same(v.unit, v.by, s),
    Shift: lambda v, s: shift(v.unit, v.by, s),
    Week: _week,
    Weekday: _weekday,
    Within: _within,
}
