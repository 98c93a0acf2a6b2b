"""Explicit calendar dates in a string and their EDTF values, with no day to count from."""

import re
from collections.abc import Iterator
from datetime import date
from functools import cache, partial

from accord.text.calendar import is_day, is_summer_time, month_names, weekday_names, zone_offsets

FIRST_YEAR, LAST_YEAR = 1000, 2199  # four digits outside these years are a figure rather than a year
_OFFSET = re.compile(r"(?:UTC|GMT)?\s?(?P<sign>[+−-])(?P<hours>\d{1,2}?):?(?P<minutes>\d\d)?")
_GAP = r"[\s\u00a0,|·•–—-]{0,4}"


@cache
def _pattern() -> re.Pattern[str]:
    """One alternation; every repetition is bounded, so that a search costs a constant at each place."""
    month = "|".join(sorted(month_names(), key=lambda name: (-len(name), name)))
    weekday = "|".join(sorted(weekday_names(), key=lambda name: (-len(name), name)))
    zone = "|".join(sorted(zone_offsets(), key=lambda name: (-len(name), name)))
    offset = r"(?:UTC|GMT)\s?[+−-]\d{1,2}(?::?\d\d)?(?!\d)"
    zone_words = rf"{offset}|(?-i:{zone}|ET|CT|MT|PT)(?![^\W_])|[+-]\d\d:?\d\d(?!\d)"

    def clock(n: int) -> str:
        zoned = rf"(?:\s{{0,2}}\(?(?P<zone{n}>{zone_words})\)?)?"
        minutes = rf"(?P<hour{n}>\d{{1,2}})[:.h](?P<minute{n}>\d\d)(?::\d\d(?:\.\d{{1,9}})?)?(?![\d:])"
        half = rf"(?:\s{{0,2}}(?P<half{n}>[ap])\.?m\b\.?)?"
        return rf"{minutes}{half}{zoned}"

    month_name = rf"(?P<month{{n}}>{month})(?![^\W_])\.?"
    day = r"(?P<day{n}>\d{{1,2}})(?:st|nd|rd|th)?(?![\d:]|[.,]\d\d(?!\d))"
    year = r"(?P<year{n}>\d{{4}})(?![\d%]|[.,]\d)"
    written = (
        rf"{month_name}\s{{{{0,2}}}}{day}(?:,?\s{{{{0,2}}}}{year})?".format(n=1),
        rf"(?:the\s)?{day}(?:\s(?:of\s)?|-){month_name}(?:,?[\s-]{{{{0,2}}}}{year})?".format(n=2),
        rf"{month_name},?\s(?:of\s)?{year}".format(n=3),
        r"(?P<year4>\d{4})(?P<sep>[-/.])(?P<month4>\d{1,2})(?P=sep)(?P<day4>\d{1,2})(?!\d)",
        r"(?P<one>\d{1,2})(?P<mark>[-/.])(?P<two>\d{1,2})(?P=mark)(?P<year5>\d{4})(?![\d%])",
        r"(?P<year6>\d{4})-(?P<month6>0[1-9]|1[0-2])(?![\d-])",
        r"(?P<year7>\d{4})(?![\d%°]|[.,:/]\d|-\d)",
    )
    date = rf"(?:(?:{weekday})(?![^\W_])\.?,?\s{{0,2}})?(?:{'|'.join(written)})"
    after = rf"(?:(?:{_GAP}(?:at\s)?|T){clock(1)})?"
    before = rf"(?:{clock(2)}{_GAP}(?:on\s)?)?"
    return re.compile(rf"(?i)(?<![^\W_])(?<![\d][.,:/-])(?<![$€£¥#/@]){before}{date}{after}")


def explicit_dates(text: str) -> list[tuple[int, int, str]]:
    """Calendar dates written out in a text: code points, end-exclusive, and EDTF, in order and apart.

    A date without a year has the year `XXXX` (EDTF level 2): whoever knows the year puts it in. `3/4/2023` is left
    out: it is a day in March or in April. A weekday belongs to its date and is not checked against it.

    >>> explicit_dates("Tuesday 6 May 2031 07:45 GMT")
    [(0, 28, '2031-05-06T07:45Z')]
    >>> explicit_dates("from Dec. 12 (12/13/2023) to September 2017")
    [(5, 12, 'XXXX-12-12'), (14, 24, '2023-12-13'), (29, 43, '2017-09')]
    """
    found = []
    for match in _matches(text):
        value = _value(match)
        if value:
            found.append((match.start(), match.end(), value))
    return found


def _matches(text: str) -> Iterator[re.Match[str]]:
    pattern = _pattern()
    position = 0
    while match := pattern.search(text, position):
        yield match
        position = max(match.end(), position + 1)


def _value(match: re.Match[str]) -> str | None:
    day = _day(match)
    if day is None or len(day) < 10:
        return day
    return day + (_clock(match, 1, day) or _clock(match, 2, day))


def _day(match: re.Match[str]) -> str | None:
    part = partial(_number, match)
    for n in (1, 2):
        if match[f"month{n}"]:
            return _checked(part(f"year{n}"), month_names()[match[f"month{n}"].lower()], part(f"day{n}"))
    if match["month3"]:
        return _checked(part("year3"), month_names()[match["month3"].lower()], None)
    if match["mark"]:
        return _slashed(part("one") or 0, part("two") or 0, part("year5"))
    for n in (4, 6):
        if match[f"year{n}"]:
            return _checked(part(f"year{n}"), part(f"month{n}"), part("day4"))
    return _checked(part("year7"), None, None)


def _number(match: re.Match[str], name: str) -> int | None:
    return int(match[name]) if match[name] else None


def _slashed(one: int, two: int, year: int | None) -> str | None:
    """Read a day and a month in either order; nothing where both orders are days of their own."""
    if one == two or (one > 12 >= two):
        return _checked(year, two, one)
    return _checked(year, one, two) if two > 12 >= one else None


def _checked(year: int | None, month: int | None, day: int | None) -> str | None:
    """Give the EDTF of a date's parts, nothing where there is no such day.

    >>> _checked(2023, 2, 30), _checked(None, 2, 29), _checked(2023, 9, None)
    (None, 'XXXX-02-29', '2023-09')
    """
    if year is not None and not FIRST_YEAR <= year <= LAST_YEAR:
        return None
    if month is None:
        return f"{year:04d}"
    if day is not None and not is_day(year or 2000, month, day):
        return None
    whole = f"{year:04d}-{month:02d}" if year else f"XXXX-{month:02d}"
    return whole if day is None else f"{whole}-{day:02d}"


def _clock(match: re.Match[str], n: int, day: str) -> str:
    """`T06:19Z` of a clock time beside a date; '' where there is none."""
    if match[f"hour{n}"] is None:
        return ""
    hour, minute, half = int(match[f"hour{n}"]), int(match[f"minute{n}"]), match[f"half{n}"]
    if half:
        hour = hour % 12 + (12 if half.lower() == "p" else 0)
    if hour > 23 or minute > 59:
        return ""
    on = None if day.startswith("X") else date.fromisoformat(day)
    return f"T{hour:02d}:{minute:02d}{zone_suffix(match[f'zone{n}'] or '', on)}"


def zone_suffix(zone: str, day: date | None = None) -> str:
    """Give the EDTF of a time zone: `EST` → `-05:00`, `GMT` → `Z`; one that changes with the season needs the day.

    >>> zone_suffix("IST"), zone_suffix("UTC+7"), zone_suffix("ET"), zone_suffix("ET", date(2023, 12, 13))
    ('+05:30', '+07:00', '', '-05:00')
    """
    name = zone.upper()
    if offset := _OFFSET.fullmatch(name):
        ahead = (int(offset["hours"]), int(offset["minutes"] or 0))
        return "{}{:02d}:{:02d}".format("+" if offset["sign"] == "+" else "-", *ahead) if any(ahead) else "Z"
    if name in ("ET", "CT", "MT", "PT") and day:
        name = name[0] + ("D" if is_summer_time(day) else "S") + "T"
    minutes = zone_offsets().get(name)
    if minutes is None:
        return ""
    if minutes == 0:
        return "Z"
    return f"{'-' if minutes < 0 else '+'}{abs(minutes) // 60:02d}:{abs(minutes) % 60:02d}"
