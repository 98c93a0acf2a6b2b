"""Days that a report names: dates written out, dates in figures that can be read two ways, weekdays told as past."""

import re
from collections.abc import Iterator, Sequence
from contextlib import suppress
from datetime import date, timedelta

from msgspec import Struct

from accord.model.reports import Passage, Report, Role
from accord.model.spans import Span
from accord.read.glued import find_dates
from accord.text.calendar import weekday_names

NEAR = 3
"""Days about a given one within which a weekday in the report is taken to fall."""

LONGEST = 2000
"""Characters of a passage that are searched for dates of the report itself."""

STORY: tuple[Role, ...] = ("body", "summary", "caption", "dateline")

_AHEAD = re.compile(
    r"(?i)\b(?:will|would|shall|to be|is to|are to|scheduled|expected|due|planned|plans|set to|next|until|ahead of"
    r"|before|by|upcoming|last)\b"
)
_SENTENCE = re.compile(r"(?<=[.!?”\"])\s+(?=[A-Z“\"])")
_WEEKDAY = re.compile(r"\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b")
_SLASHED = re.compile(r"(?<![\d/.-])(\d{1,2})([/.-])(\d{1,2})\2(\d{4})(?!\d)")


class Dated(Struct, frozen=True):
    """A date written out, where it stands, and the passage it stands in."""

    edtf: str
    span: Span
    passage: Passage

    def is_ahead(self, report: Report) -> bool:
        """Say whether what goes before the date speaks of what is to come."""
        return is_ahead(report.text[max(self.passage.span.start, self.span.start - 60) : self.span.start])


def dated(report: Report, passages: Sequence[Passage], *roles: Role) -> Iterator[Dated]:
    """Yield the dates written out in passages of these roles."""
    for passage in passages:
        if passage.role not in roles:
            continue
        base = passage.span.start
        for start, end, edtf in find_dates(passage.span.text[:LONGEST]):
            yield Dated(edtf, report.span(base + start, base + end), passage)


def is_whole(edtf: str) -> bool:
    """Say whether a date has its year, month and day."""
    return len(edtf) >= 10 and edtf[:4].isdecimal() and edtf[5:10].replace("-", "").isdecimal()


def is_ahead(before: str) -> bool:
    """Say whether the words before a day speak of what is to come.

    >>> is_ahead("will return to Hanoi on"), is_ahead("arrived in Hanoi on")
    (True, False)
    """
    return bool(_AHEAD.search(before))


def slashed(report: Report, passages: Sequence[Passage], *roles: Role) -> Iterator[tuple[Span, list[date]]]:
    """Yield dates in figures with the days they can mean, the one with the day first before the other."""
    for passage in passages:
        for match in _SLASHED.finditer(passage.span.text[:LONGEST]) if passage.role in roles else ():
            one, two, year = int(match[1]), int(match[3]), int(match[4])
            days = []
            for month, day in ((two, one), (one, two)):
                with suppress(ValueError):
                    days.append(date(year, month, day))
            start = passage.span.start
            if days:
                yield report.span(start + match.start(), start + match.end()), days


def told_days(report: Report, passages: Sequence[Passage], about: date) -> list[tuple[date, Span]]:
    """Return the weekdays that the story tells as past, each as its day nearest to the given one."""
    found = []
    for passage in passages:
        if passage.role not in ("body", "summary"):
            continue
        for start, sentence in _sentences(passage.span.text):
            for match in _WEEKDAY.finditer(sentence):
                if is_ahead(sentence[max(0, match.start() - 60) : match.start()]):
                    continue
                offset = (weekday_names()[match[0].lower()] - about.isoweekday() + NEAR) % 7 - NEAR
                at = passage.span.start + start
                span = report.span(at + match.start(), at + match.end())
                with suppress(OverflowError):
                    found.append((about + timedelta(offset), span))
    return found


def _sentences(text: str) -> Iterator[tuple[int, str]]:
    start = 0
    for match in _SENTENCE.finditer(text):
        yield start, text[start : match.start()]
        start = match.end()
    yield start, text[start:]
