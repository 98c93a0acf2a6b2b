"""EDTF values in words, and how sure they are."""

import re
from datetime import date
from typing import Literal

from accord.text.intervals import days_of

_MONTHS = "January February March April May June July August September October November December"
MONTHS = tuple(_MONTHS.split(" "))
SEASONS = {
    **dict(zip(("21", "22", "23", "24"), ("spring", "summer", "autumn", "winter"), strict=True)),
    **{str(33 + n): f"{nth} quarter of" for n, nth in enumerate(("first", "second", "third", "fourth"))},
    "40": "first half of",
    "41": "second half of",
}
HEDGES = {"~": "about ", "?": "perhaps ", "%": "perhaps about "}
_VALUE = re.compile(r"(\d{3}X|\d{2}XX|\d{4})(?:-(\d{2}|XX))?(?:-(\d{2}|XX))?(?:T(\d{2}:\d{2})\S*?)?([~?%]?)")
Certainty = Literal["day", "coarse", "approximate", "until", "since"]


def spell_date(edtf: str) -> str:
    """Say an EDTF value in words; a value that it does not know stands as it is.

    >>> [spell_date(value) for value in ("2031-05-04", "2031-05~", "202X", "2031-05-04/2031-05-06")]
    ['4 May 2031', 'about May 2031', '2020s', '4–6 May 2031']
    >>> [spell_date(value) for value in ("../2031-04", "2031/..", "2031-34", "2031-12-30/2032-01-02", "soon")]
    ['until April 2031', 'since 2031', 'second quarter of 2031', '30 December 2031 – 2 January 2032', 'soon']
    """
    first, slash, last = edtf.partition("/")
    if not slash:
        return _spell(first)
    if first in ("", ".."):
        return f"until {_spell(last)}"
    if last in ("", ".."):
        return f"since {_spell(first)}"
    return _spell_interval(first, last)


def spell_since(edtf: str) -> str:
    """Say since when something stands, whether or not the value is an interval already.

    >>> spell_since("2031-05"), spell_since("2031/.."), spell_since("2031/2032")
    ('since May 2031', 'since 2031', '2031 – 2032')
    """
    return spell_date(edtf if "/" in edtf else f"{edtf}/..")


def certainty_of(edtf: str) -> Certainty:
    """Say how sure a value is: a day (or days), a month or year, approximate, or open at its beginning or end.

    >>> [certainty_of(value) for value in ("2031-05-04", "2031-05", "2031-05~", "../2031", "2031/..")]
    ['day', 'coarse', 'approximate', 'until', 'since']
    """
    ends = edtf.split("/")
    if len(ends) == 2 and not all(end.strip(".") for end in ends):
        return "since" if ends[0].strip(".") else "until"
    if any(mark in edtf for mark in "~?%X"):
        return "approximate"
    return "day" if all(re.fullmatch(r"\d{4}-\d{2}-\d{2}(T.*)?", end) for end in ends) else "coarse"


def order_of(edtf: str) -> tuple[date, date, str]:
    """Give a key that puts values in the order of their first day, an open beginning by its end; unreadable ones last.

    >>> sorted(["2031-05-04", "soon", "2030", "../2030-06"], key=order_of)
    ['2030', '../2030-06', '2031-05-04', 'soon']
    """
    days = days_of(edtf)
    if not days:
        return date.max, date.max, edtf
    return (days[1], days[1], edtf) if edtf.startswith(("..", "/")) else (*days, edtf)


def _spell(value: str) -> str:
    match = _VALUE.fullmatch(value)
    if not match:
        return value
    year, month, day, clock, hedge = match.groups()
    if "X" in year:
        year = f"{year[:3]}0s" if year.count("X") == 1 else f"{year[:2]}00s"
    if not month or month == "XX":
        return HEDGES.get(hedge, "") + year
    if not "01" <= month <= "12":
        return f"{HEDGES.get(hedge, '')}{SEASONS[month]} {year}" if month in SEASONS else value
    named = f"{int(day)} {MONTHS[int(month) - 1]} {year}" if day and day != "XX" else f"{MONTHS[int(month) - 1]} {year}"
    return HEDGES.get(hedge, "") + named + (f", {clock}" if clock else "")


def _spell_interval(first: str, last: str) -> str:
    one, other = _spell(first), _spell(last)
    if one == other:
        return one
    for shared in (8, 5):
        # 2031-05-04/2031-05-06 → 4–6 May 2031; 2031-04-30/2031-05-02 → 30 April – 2 May 2031
        if first[:shared] == last[:shared] and len(first) == len(last) == len("2031-05-04"):
            head, dash = (one.split()[0], "–") if shared == len("2031-05-") else (one.rsplit(" ", 1)[0], " – ")
            return f"{head}{dash}{other}"
    return f"{one} – {other}"


def plain_date(edtf: str) -> str | None:
    """Return the part of a value that ISO 8601 without EDTF can say: a year, month or day; None where it can't.

    >>> [plain_date(value) for value in ("2031-05-04", "2031-05~", "2031-05-04T10:30Z", "../2031", "203X")]
    ['2031-05-04', '2031-05', '2031-05-04', None, None]
    """
    match = re.fullmatch(r"(\d{4}(?:-(?:0[1-9]|1[0-2])(?:-\d{2})?)?)(?:T.*)?[~?%]?", edtf)
    return match[1] if match else None
