"""Lengths of time counted from a day: "two years ago", "six minutes later", "the last four years"."""

from datetime import date, datetime, timedelta

from accord.find.times.settings import Setting
from accord.find.times.units import add_days
from accord.find.times.values import Length
from accord.text.calendar import shift_month
from accord.text.edtf import approximate, bounds, format_day, format_month, format_year, grain

MONTHS = {"month": 1, "quarter": 3, "season": 12, "year": 12, "decade": 120, "century": 1200}
DAYS = {"day": 1, "week": 7, "weekend": 7, "fortnight": 14}
MINUTES = {"minute": 1, "hour": 60}
ROUND_YEARS = 20
"""From so many years on, a round count ("20 years ago") is taken as about right."""


def count_on(day: date, length: Length, sign: int) -> str | None:
    """Count a length from a day; the value is as exact as the unit.

    >>> from accord.find.times.values import Length
    >>> day = date(2023, 12, 13)
    >>> [count_on(day, Length(n, unit), -1) for n, unit in ((3, "month"), (6, "year"), (2, "week"), (1.5, "year"))]
    ['2023-09', '2017', '2023-11-29~', '2022-06~']
    """
    count = sign * length.count
    if length.unit in MINUTES:
        there = add_days(day, round(count * MINUTES[length.unit] / 1440))
        return format_day(there) if there else None
    if length.unit in DAYS:
        value = _days(day, count, length)
        return value if value is None or (length.unit == "day" and not length.rough) else approximate(value)
    months = count * MONTHS[length.unit]
    year, month = shift_month(day.year, day.month, round(months))
    if not 1 <= year <= 9999:
        return None
    is_whole = length.unit not in ("month", "quarter") and float(length.count).is_integer()
    value = format_year(year) if is_whole else format_month(year, month)
    is_rough = length.rough or not float(length.count).is_integer() or length.unit in ("decade", "century")
    return approximate(value) if is_rough or (is_whole and _is_round(length)) else value


def _days(day: date, count: float, length: Length) -> str | None:
    there = add_days(day, round(count * DAYS[length.unit]))
    if there is None:
        return None
    return format_month(there.year, there.month) if length.vague and length.unit != "day" else format_day(there)


def _is_round(length: Length) -> bool:
    return length.unit == "year" and length.count >= ROUND_YEARS and length.count % 5 == 0


def ago(length: Length, sign: int, setting: Setting) -> str | None:
    """Count from today; from a day that is only a guess, no days and no weeks."""
    if setting.now is None or (setting.is_guess and length.unit in (*DAYS, *MINUTES)):
        return None
    return count_on(setting.now, length, sign)


def later(length: Length, sign: int, base: str | None, setting: Setting) -> str | None:
    """Count from a value; minutes and hours from a clock time, where the value has one."""
    start = bounds(base)[0] if base else None
    if base is None or start is None:
        return None
    if length.unit in MINUTES:
        return _clock_later(base, length, sign) if grain(base) == "minute" else None
    if grain(base) in ("year", "decade", "century") and length.unit not in ("year", "decade", "century"):
        return None
    return count_on(start, length, sign)


def _clock_later(base: str, length: Length, sign: int) -> str:
    """`2019-10-16T19:37`, an hour → `2019-10-16T20:37~`; minutes are exact."""
    stamp = datetime.fromisoformat(base.rstrip("~")[:16])
    there = stamp + timedelta(minutes=sign * round(length.count * MINUTES[length.unit]))
    value = there.isoformat(timespec="minutes") + base.rstrip("~")[16:]
    return approximate(value) if length.unit == "hour" or length.rough else value


def lasting(length: Length, sign: int, setting: Setting) -> str | None:
    """Give the interval from so long ago until today, or from today until so long on."""
    now = setting.now
    other = count_on(now, length, sign) if now else None
    if now is None or other is None:
        return None
    here = {"year": format_year(now.year), "month": format_month(now.year, now.month)}.get(
        grain(other), format_day(now)
    )
    first, last = (other, here) if sign < 0 else (here, other)
    is_exact = not length.rough and not _is_round(length) and float(length.count).is_integer()
    is_exact = is_exact and length.unit != "century"
    return f"{first.rstrip('~') if is_exact else first}/{last}" if first != last else first
