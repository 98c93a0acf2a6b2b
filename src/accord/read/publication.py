"""When a report came out, from what the report itself says, with the span that the day rests on."""

import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from accord.model.reports import Passage, Report, Role
from accord.model.spans import Span
from accord.text.calendar import weekday_names
from accord.text.dates import explicit_dates

Published = tuple[str, Span]

NEAR = 3
"""Days about a dated caption within which a weekday in the report is taken to fall."""

_LATER = re.compile(r"(?i)\b(?:updated?|modified|edited|corrected)\b")
_FILE = re.compile(r"(?i)^(?:file\b|.{0,200}\bfile (?:photo|picture|image|photograph)\b)")
_AHEAD = re.compile(
    r"(?i)\b(?:will|would|shall|to be|is to|are to|scheduled|expected|due|planned|plans|set to|next|until|ahead of"
    r"|before|by|upcoming|last)\b"
)
_SENTENCE = re.compile(r"(?<=[.!?”\"])\s+(?=[A-Z“\"])")
_WEEKDAY = re.compile(r"\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b")


def find_published(report: Report, passages: Sequence[Passage]) -> Published | None:
    """Return the day of publication as EDTF and the span it rests on; None where nothing says.

    In order of trust: a date line or a dated dateline; the days that the story tells of beside a dated picture (`~`,
    the latest one told as past); a dated picture or a dated lead alone (`2023-12-12/..`, not before that day).
    Copyright years never count.
    """
    return _from_date_line(report, passages) or _from_captions(report, passages) or _from_lead(report, passages)


def _dated(report: Report, passages: Sequence[Passage], *roles: Role) -> Iterator[tuple[str, Span, Passage]]:
    """Explicit dates in passages of these roles."""
    for passage in passages:
        if passage.role in roles:
            text = passage.span.text[:2000]
            for start, end, edtf in explicit_dates(text):
                yield edtf, report.span(passage.span.start + start, passage.span.start + end), passage


def _from_date_line(report: Report, passages: Sequence[Passage]) -> Published | None:
    found = [one for one in _dated(report, passages, "dateline", "byline", "credit", "navigation") if len(one[0]) >= 10]
    whole = [one for one in found if not one[0].startswith("X") and one[2].role != "navigation"]
    if whole:
        edtf, span, _ = min(whole, key=lambda one: (bool(_LATER.search(_before(report, one[1]))), one[1].start))
        return edtf, span
    for edtf, span, passage in found:
        year = _year_near(report, passages, edtf)
        if passage.role == "dateline" and edtf.startswith("XXXX") and year:
            return year + edtf[4:], span
    return None


def _before(report: Report, span: Span) -> str:
    return report.text[max(0, span.start - 25) : span.start]


def _year_near(report: Report, passages: Sequence[Passage], edtf: str) -> str | None:
    """The year of a day without one, where another day of the report within a month has it."""
    for other, _, _ in _dated(report, passages, "caption", "body", "related", "summary"):
        if len(other) >= 10 and other[:4].isdecimal() and edtf[5:10] != "02-29":
            day = date.fromisoformat(other[:10])
            for year in (day.year, day.year + 1):
                if 0 <= (date.fromisoformat(f"{year}-{edtf[5:10]}") - day).days <= 31:
                    return str(year)
            if abs((date.fromisoformat(f"{day.year}-{edtf[5:10]}") - day).days) <= 31:
                return str(day.year)
    return None


def _from_captions(report: Report, passages: Sequence[Passage]) -> Published | None:
    days = [
        (edtf[:10], span)
        for edtf, span, passage in _dated(report, passages, "caption", "related")
        if len(edtf) >= 10
        and edtf[:4].isdecimal()
        and not _FILE.search(passage.span.text)
        and (passage.role == "caption" or passage.span.end - passage.span.start > 25)
    ]
    if not days:
        return None
    latest, span = max(days, key=lambda one: one[0])
    if _lead_day(report, passages):
        return f"{latest}/..", span
    told = _told_days(report, passages, date.fromisoformat(latest))
    if told:
        day, weekday = max(told, key=lambda one: (one[0], -one[1].start))
        return f"{day.isoformat()}~", weekday
    return f"{latest}/..", span


def _told_days(report: Report, passages: Sequence[Passage], about: date) -> list[tuple[date, Span]]:
    """Weekdays told as past, each as its day nearest to the given one."""
    found = []
    for passage in passages:
        if passage.role not in ("body", "summary"):
            continue
        for start, sentence in _sentences(passage.span.text):
            for match in _WEEKDAY.finditer(sentence):
                if _AHEAD.search(sentence[max(0, match.start() - 60) : match.end()]):
                    continue
                offset = (weekday_names()[match[0].lower()] - about.isoweekday() + NEAR) % 7 - NEAR
                at = passage.span.start + start
                found.append((about + timedelta(offset), report.span(at + match.start(), at + match.end())))
    return found


def _sentences(text: str) -> Iterator[tuple[int, str]]:
    start = 0
    for match in _SENTENCE.finditer(text):
        yield start, text[start : match.start()]
        start = match.end()
    yield start, text[start:]


def _lead_day(report: Report, passages: Sequence[Passage]) -> Published | None:
    """A whole date, year and all, told as past in the first two paragraphs: not written for that day's readers."""
    lead = [passage for passage in passages if passage.role == "body"][:2]
    for edtf, span, passage in _dated(report, lead, "body"):
        ahead = _AHEAD.search(report.text[max(passage.span.start, span.start - 60) : span.start])
        if len(edtf) >= 10 and edtf[:4].isdecimal() and not ahead:
            return edtf[:10], span
    return None


def _from_lead(report: Report, passages: Sequence[Passage]) -> Published | None:
    lead = _lead_day(report, passages)
    return (f"{lead[0]}/..", lead[1]) if lead else None
