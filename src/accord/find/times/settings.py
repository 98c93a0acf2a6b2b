"""What a time expression is set against: the day of publishing, the day told of, the lean of the verb."""

from collections.abc import Callable
from datetime import date

from accord.text.edtf import bounds, grain

BACK, AHEAD, PERHAPS_AHEAD = -1, 2, 1
"""Leans of a verb: told, to come, and expected at some time past ("was to", "would"), which may have come by now."""
SURELY_BACK = -2
"""Lean of a verb that is told and that the tree ties the expression to: nothing ahead comes into question."""

NAMING = -3
"""Lean of a day that something is named by, where no verb tells: "the Sept. 11 attack"."""

NEWS_DAYS = 10
"""A quotation's "today", or a clock time without a day, belongs to a day told of that was so few days before
publishing. Chosen on the training part of wikinews-gold, where 5 to 14 give the same figures (`benchmarks.times`)."""

LONG_AGO = 2
"""Years before publishing from which on a passage that names one goes on to tell of it."""
FOLLOWING = 1
"""Passages after one that told of a day long ago in which a bare clock time is still on that day."""
NEAR_PASSAGES, NEAR_DAYS = 4, 45
"""Passages after such a one, and days from its day, within which a day without a year is of the same time."""
FEW_DAYS = 4
"""Length of what is told as one event; "last week" is no event that a weekday could lie inside."""


class Setting:
    """Where the reader stands at one place of a report; changes as the text is read on."""

    def __init__(self, published: date | None, is_guess: bool = False) -> None:
        self.published = published
        self.is_guess = is_guess  # the day is one that the text names, not known to be that of publishing
        self.told: date | None = None
        self.news: date | None = None  # the first day told of that is news: that of what the report is about
        self.beside: date | None = None  # the day that the sentence tells of, outside quotations
        self.sentence = -1
        self.years: list[int] = []  # years that the sentence has named
        self.year_here: int | None = None  # year that a sentence of the passage began with
        self.told_value: str | None = None
        self.passage = 0  # passages read so far
        self.told_in = -1  # the passage that told of the day told
        self.event: str | None = None  # the few days that the text is telling of as one: a fair
        self.is_quoted = False
        self.is_limit = False  # behind "by", "until", "to": the day may lie ahead of what is told
        self.lean: Callable[[], int] = lambda: 0

    @property
    def now(self) -> date | None:
        """Day that "today" stands for: in a quotation, the day it was said on where the text has told it."""
        return self.beside or self._just_told() or self.news_day if self.is_quoted else self.published

    @property
    def news_day(self) -> date | None:
        """Day that the sentence tells of, else the day of the report's own event, else that of publishing."""
        return self.beside or self.news or self.published

    def _just_told(self) -> date | None:
        """Day of the news that this passage told of last."""
        if self.told is None or self.published is None or self.passage != self.told_in:
            return None
        return self.told if 0 <= (self.published - self.told).days <= NEWS_DAYS else None

    @property
    def day_at_hand(self) -> date | None:
        """Day that a bare clock time is on: one of long ago that this passage or the one before tells of, else news."""
        return self.told if self._tells_of_past(FOLLOWING) else self.news_day

    def year_at_hand(self, month: int, day: int) -> int | None:
        """Year of a day without one within weeks of a day of long ago that is being told of; None where none is."""
        if self.told is None or not self._tells_of_past(NEAR_PASSAGES):
            return None
        years = (self.told.year - 1, self.told.year, self.told.year + 1)
        near = [each for each in (day_of(year, month, day) for year in years) if each]
        found = [each for each in near if abs((each - self.told).days) <= NEAR_DAYS]
        return found[0].year if found else None

    def _tells_of_past(self, passages: int) -> bool:
        if self.told is None or self.passage - self.told_in > passages:
            return False
        return self.published is None or (self.published - self.told).days > NEWS_DAYS

    def enter(self, sentence: int) -> None:
        """Come to the sentence at a code point; forget the day that another one told of."""
        if sentence != self.sentence:
            self.sentence, self.beside, self.years = sentence, None, []

    @property
    def year(self) -> int | None:
        """Year that the text is telling of, else that of publishing."""
        if self.told_value:
            first = bounds(self.told_value)[0]
            if first:
                return first.year
        return self.published.year if self.published else None

    @property
    def named_year(self) -> int | None:
        """Earlier year that a day without one belongs to: the sentence's, or one long ago that frames the passage."""
        now = self.published.year if self.published else 0
        if self.years:
            return self.years[-1] if self.years[-1] < now else None
        return self.year_here if self.year_here and self.year_here <= now - LONG_AGO else None

    def tell(self, value: str, is_frame: bool = False) -> None:
        """Remember a value that was read, as what the text tells of from here on; `is_frame`: it begins a sentence."""
        self.told_value = value
        first = bounds(value)[0] if grain(value) in ("year", "month", "day", "minute") else None
        if first and grain(value) == "year":
            self.years.append(first.year)
        self.year_here = first.year if first and is_frame else self.year_here
        if _is_event(value):
            self.event = value
        if grain(value) in ("day", "minute"):
            self.told = bounds(value)[0]
            self.told_in = self.passage
            self.event = self.event if self.event and _is_in(self.event, self.told) else None
            if self.told and self.published and 0 <= (self.published - self.told).days <= NEWS_DAYS:
                self.news = self.news or self.told
                self.beside = self.beside if self.is_quoted else self.told


def day_of(year: int, month: int, day: int) -> date | None:
    """Day of a calendar; None where the month has no such day.

    >>> day_of(2031, 2, 29), day_of(2032, 2, 29)
    (None, datetime.date(2032, 2, 29))
    """
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _is_event(value: str) -> bool:
    first, last = bounds(value)
    return "/" in value and first is not None and last is not None and (last - first).days <= FEW_DAYS


def _is_in(interval: str, day: date | None) -> bool:
    first, last = bounds(interval)
    return first is not None and last is not None and day is not None and first <= day <= last
