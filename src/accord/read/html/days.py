"""Dates as pages give them → EDTF, in the languages of `html_months.tsv`."""

import re
from datetime import UTC, datetime
from functools import cache

from accord.knowledge.tables import read_rows, read_words
from accord.read.metadata import as_edtf

_ISO = re.compile(
    r"(\d{4})-?(\d\d)-?(\d\d)(?:[T ]?(\d\d):?(\d\d)(?::?(\d\d))?(?:[.,]\d+)?\s*(Z|UTC|GMT|[+-]\d\d:?(?:\d\d)?)?)?"
)
_DAY_FIRST = re.compile(r"(?<![\d.,])(\d{1,2})\.?\s?[./|-]\s?(\d{1,2})\.?\s?[./|-]\s?((?:19|20)\d\d)(?!\d)")
_YEAR_FIRST = re.compile(r"(?<![\d.,])((?:19|20)\d\d)\s?[./年년-]\s?(\d{1,2})\s?[./月월-]\s?(\d{1,2})(?!\d)")
_SHORT_YEAR = re.compile(r"(?<![\d.,/])(?:(\d{1,2})\.(\d{1,2})\.|(\d\d)/(\d\d)/)(\d\d)(?![\d./])")
_YEAR = re.compile(r"(?:19|20)\d\d")
_DIGIT = re.compile(r"\d")
_LETTERS = re.compile(r"\w+")
_SECONDS = re.compile(r"1\d{9}(?:\d{3})?")
_ADDRESS_DAY = re.compile(
    r"[/_-]((?:19|20)\d\d)[/_-](\d\d?)[/_-](\d\d?)(?=[/_.-]|$)|/((?:19|20)\d\d)(\d\d)(\d\d)[/_.-]"
)

_CLOCK = re.compile(r"[,|]?\s*\d{1,2}[:.]\d\d(?::\d\d)?(?: ?(?:Uhr|[aApP]\.?[mM]\b\.?|h\b))?")
_ZONED = re.compile(r"\b(\d\d:\d\d)(?::(\d\d))? ?(?:(?:GMT|UTC|Z)(?![\w+-])|(?:GMT|UTC)?([+-]\d\d:?\d\d)\b)")
_ADDRESS_LAST = re.compile(r"[/_-](\d\d)[_.-](\d\d)[_.-]((?:19|20)\d\d)(?=[/_.-]|$)")


LONGEST = 200
"""Characters of a machine's date that are looked at."""


def read_stamp(value: str) -> str | None:
    """Return a machine's date as EDTF.

    >>> read_stamp("2023-11-08T09:30:00.000+0100"), read_stamp("20231108"), read_stamp("8. November 2023")
    ('2023-11-08T09:30:00+01:00', '2023-11-08', '2023-11-08')
    >>> read_stamp("1699432200"), read_stamp("Wed, 08 Nov 2023 09:30:00 +0100")
    ('2023-11-08T08:30:00Z', '2023-11-08T09:30:00+01:00')
    """
    value = value.strip()[:LONGEST]
    if _SECONDS.fullmatch(value):
        return datetime.fromtimestamp(int(value[:10]), UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    match = _ISO.match(value)
    if not match:
        return _with_clock(value, find_day(value, american=False))
    year, month, day, hour, minute, second, zone = match.groups()
    if not _is_day(year, month, day):
        return None
    date = f"{year}-{month}-{day}"
    if hour is None or (hour, minute) == ("00", "00"):
        return date
    zone = "Z" if zone in ("UTC", "GMT") else (zone or "")
    if re.fullmatch(r"[+-]\d\d", zone):
        zone += ":00"
    return as_edtf(f"{date}T{hour}:{minute}:{second or '00'}{zone}") or date


def _with_clock(value: str, day: str | None) -> str | None:
    """Add the time to the day of `Wed, 04 May 2022 02:41:00 GMT`, where its zone is told."""
    clock = _ZONED.search(value)
    if not day or not clock:
        return day
    return as_edtf(f"{day}T{clock[1]}:{clock[2] or '00'}{clock[3] or 'Z'}") or day


def find_day(text: str, *, american: bool) -> str | None:
    """Return the first day written in a line, as EDTF; `american` takes 3/4/2023 for the 4th of March.

    >>> find_day("Stand: 03.11.2023, 12 Uhr", american=False), find_day("el 3 de mayo de 2022", american=False)
    ('2023-11-03', '2022-05-03')
    >>> find_day("2023. november 8.", american=False), find_day("08-Nov-2023", american=False)
    ('2023-11-08', '2023-11-08')
    """
    found = [match for match in (_written(text), _numbered(text, american=american)) if match]
    return min(found)[1] if found else None


def _numbered(text: str, *, american: bool) -> tuple[int, str] | None:
    if match := _YEAR_FIRST.search(text):
        return _dated(match.start(), match[1], match[2], match[3])
    if match := _DAY_FIRST.search(text):
        day, month = (match[2], match[1]) if american and "/" in match[0] else (match[1], match[2])
        return _dated(match.start(), match[3], month, day) or _dated(match.start(), match[3], day, month)
    if match := _SHORT_YEAR.search(text):
        day, month = (match[4], match[3]) if american and match[3] else (match[1] or match[3], match[2] or match[4])
        year = "20" + match[5]
        return _dated(match.start(), year, month, day) or _dated(match.start(), year, day, month)
    return None


def _written(text: str) -> tuple[int, str] | None:
    if not _YEAR.search(text):  # before a pattern of three hundred names
        return None
    pattern, months = _months()
    match = pattern.search(text)
    if not match:
        return None
    name = match["month"] or match["first"] or match["inner"]
    year, day = match["year"] or match["last"] or match["ahead"], match["day"] or match["second"] or match["after"]
    return _dated(match.start(), year, str(months[name.lower()]), day)


def _dated(at: int, year: str, month: str, day: str) -> tuple[int, str] | None:
    return (at, f"{year}-{int(month):02d}-{int(day):02d}") if _is_day(year, month, day) else None


def _is_day(year: str, month: str, day: str) -> bool:
    return 1990 <= int(year) <= 2099 and 1 <= int(month) <= 12 and 1 <= int(day) <= 31


@cache
def _months() -> tuple[re.Pattern[str], dict[str, int]]:
    names = {name.lower(): int(number) for number, name, *_ in read_rows("html_months.tsv")}
    month = "|".join(sorted((re.escape(name) for name in names), key=lambda name: (-len(name), name)))
    return re.compile(
        rf"(?i)(?<![\d.,/-])(?P<day>\d{{1,2}})(?:(?:st|nd|rd|th|er|º|ª)?\s|\.\s?|[-/])(?:de\s|of\s|di\s|d['’])?(?P<month>{month})\b"
        rf"\.?,?[\s/-]?(?:de\s|del\s|of\s)?'?(?P<year>(?:19|20)\d\d)"
        rf"|\b(?P<first>{month})\b\.?\s(?P<second>\d{{1,2}})(?:st|nd|rd|th)?,?\s(?:de\s|del\s)?(?P<last>(?:19|20)\d\d)"
        rf"|(?<![\d.,/-])(?P<ahead>(?:19|20)\d\d)\.?\s(?P<inner>{month})\b\.?\s(?P<after>\d{{1,2}})\b"
    ), names


def day_in_address(url: str) -> str | None:
    """Return the day that an address holds.

    >>> day_in_address("https://example.org/2023/11/08/talks"), day_in_address("https://example.org/talks-2023")
    ('2023-11-08', None)
    """
    if match := _ADDRESS_DAY.search(url):
        found = _dated(0, *[part for part in match.groups() if part])
    elif match := _ADDRESS_LAST.search(url):
        found = _dated(0, match[3], match[2], match[1])
    else:
        found = None
    return found[1] if found else None


def cut_days(text: str) -> str:
    """Return a line without the dates and times written in it.

    >>> cut_days("16.05.2031, 13:30 - Ada Stone")
    ' - Ada Stone'
    """
    if not _DIGIT.search(text):
        return text
    if _YEAR.search(text):
        text = _months()[0].sub("", text)
    for pattern in (_YEAR_FIRST, _DAY_FIRST, _SHORT_YEAR):
        text = pattern.sub("", text)
    return _CLOCK.sub("", text)


def is_only_day(text: str) -> bool:
    """Whether a line holds a date, with its weekday and time or without, and nothing else.

    >>> is_only_day("Dienstag, 3. Mai 2022, 10:15 Uhr"), is_only_day("Talks of 3 May 2022"), is_only_day("Monday")
    (True, False, False)
    """
    rest = cut_days(text)
    return rest != text and all(word.casefold() in _day_words() for word in _LETTERS.findall(rest))


@cache
def _day_words() -> frozenset[str]:
    return read_words("html_weekdays.txt")


def same_day(one: str, other: str) -> bool:
    """Whether two stamps give the same day, moments that a zone can hold apart, or 5/8 read in both ways.

    >>> same_day("2031-05-16T23:00:00-06:00", "2031-05-17T05:00:00Z"), same_day("2031-05-16", "2031-05-18")
    (True, False)
    >>> same_day("2031-05-08T10:00:00Z", "2031-08-05")
    True
    """
    if one[:10] == other[:10] or (one[:4], one[5:7], one[8:10]) == (other[:4], other[8:10], other[5:7]):
        return True
    is_timed = len(one) > 10 or len(other) > 10
    return is_timed and one[:8] == other[:8] and abs(int(one[8:10]) - int(other[8:10])) == 1
