"""When a report came out, from what the report itself says, with the span that the day rests on."""

import re
from collections.abc import Sequence
from datetime import date

from msgspec import Struct

from accord.model.reports import Passage, Report, Role
from accord.model.spans import Span
from accord.read.days import STORY, Dated, dated, is_whole, slashed, told_days

Published = tuple[str, Span]

_LATER = re.compile(r"(?i)\b(?:updated?|modified|edited|corrected)\b")
_CLOCK = re.compile(r"\s?[-–|,]?\s?([01]\d|2[0-3]):([0-5]\d)(?!\d)")  # `02/09/2030 - 21:46`
_FILE = re.compile(r"(?i)^(?:file\b|.{0,200}\bfile (?:photo|picture|image|photograph)\b)")
_HEAD: tuple[Role, ...] = ("dateline", "byline", "credit")


def find_published(report: Report, passages: Sequence[Passage]) -> Published | None:
    """Return the day of publication as EDTF and the span it rests on; None where nothing says.

    In order of trust: a date line or a dated dateline; the days that the story tells of beside a dated picture (`~`,
    the latest one told as past); a dated picture or a dated lead alone (`2023-12-12/..`, not before that day).
    Copyright years never count.
    """
    return (
        _from_date_line(report, passages)
        or _from_dateline(report, passages)
        or _from_captions(report, passages)
        or _from_lead(report, passages)
    )


def _from_date_line(report: Report, passages: Sequence[Passage]) -> Published | None:
    """The date that the page gives, the first one that is no update; `09/03/2029` where the story tells which it is."""
    whole = [one for one in dated(report, passages, *_HEAD) if is_whole(one.edtf)]
    if whole:
        best = min(whole, key=lambda one: (bool(_LATER.search(_before(report, one.span))), one.span.start))
        return best.edtf, best.span
    for span, days in slashed(report, passages, *_HEAD):
        if day := _supported(report, passages, days):
            clock = _CLOCK.match(report.text, span.end)
            return (f"{day.isoformat()}T{clock[1]}:{clock[2]}" if clock else day.isoformat()), span
    return None


def _before(report: Report, span: Span) -> str:
    return report.text[max(0, span.start - 25) : span.start]


def _supported(report: Report, passages: Sequence[Passage], days: Sequence[date]) -> date | None:
    """The one of two days that the story's own dates and weekdays speak for."""
    votes = dict.fromkeys(days, 0)
    for one in dated(report, passages, *STORY):
        for day in days:
            told = _in_year(one.edtf, day.year)
            votes[day] += told is not None and -31 <= (told - day).days <= 3
    for day in days:
        told_there = [told for told, _ in told_days(report, passages, day)]
        votes[day] += sum(0 <= (day - told).days <= 1 for told in told_there)
    best = max(votes, key=lambda day: votes[day])
    return best if sum(count == votes[best] for count in votes.values()) == 1 else None


def _in_year(edtf: str, year: int) -> date | None:
    if len(edtf) < 10:
        return None
    try:
        return date.fromisoformat(f"{year}{edtf[4:10]}" if edtf.startswith("X") else edtf[:10])
    except ValueError:
        return None


def _from_dateline(report: Report, passages: Sequence[Passage]) -> Published | None:
    """The day of `HANOI, Dec. 12 (Xinhua) --`, its year from another date of the report within a month."""
    for one in dated(report, passages, "dateline"):
        if one.edtf.startswith("XXXX") and len(one.edtf) >= 10:
            year = _year_near(report, passages, one.edtf)
            if year:
                return f"{year}{one.edtf[4:]}", one.span
    return None


def _year_near(report: Report, passages: Sequence[Passage], edtf: str) -> int | None:
    for other in dated(report, passages, "caption", "body", "related", "summary"):
        if is_whole(other.edtf):
            day = date.fromisoformat(other.edtf[:10])
            for year in (day.year, day.year + 1, day.year - 1):
                filed = _in_year(edtf, year)
                if filed and abs((filed - day).days) <= 31:
                    return year
    return None


class _Picture(Struct, frozen=True, order=True):
    day: str
    span: Span


def _from_captions(report: Report, passages: Sequence[Passage]) -> Published | None:
    shown = (one for one in dated(report, passages, "caption", "related") if _shows(one))
    pictures = [_Picture(one.edtf[:10], one.span) for one in shown]
    if not pictures:
        return None
    latest = max(pictures, key=lambda one: one.day)
    told = [] if _lead_day(report, passages) else told_days(report, passages, date.fromisoformat(latest.day))
    if told:
        day, weekday = max(told, key=lambda one: (one[0], -one[1].start))
        return f"{day.isoformat()}~", weekday
    return f"{latest.day}/..", latest.span


def _shows(one: Dated) -> bool:
    """Whether a date is that of a picture of the event: not an archive picture's, not a teaser's."""
    if not is_whole(one.edtf) or _FILE.search(one.passage.span.text):
        return False
    return one.passage.role == "caption" or len(one.passage.span.text) > 40


def _lead_day(report: Report, passages: Sequence[Passage]) -> Published | None:
    """A whole date, year and all, told as past in the first two paragraphs: not written for that day's readers."""
    lead = [passage for passage in passages if passage.role == "body"][:2]
    for one in dated(report, lead, "body"):
        if is_whole(one.edtf) and not one.is_ahead(report):
            return one.edtf[:10], one.span
    return None


def _from_lead(report: Report, passages: Sequence[Passage]) -> Published | None:
    lead = _lead_day(report, passages)
    return (f"{lead[0]}/..", lead[1]) if lead else None
