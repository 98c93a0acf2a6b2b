"""Rules for what is counted from another day: "last week", "the next day", "earlier this month", "recently"."""

from accord.find.times.calendar_rules import SEASONS
from accord.find.times.rules import Match, Rule, rule
from accord.find.times.values import (
    Day,
    FromTold,
    Lasting,
    Length,
    Open,
    PartOfDay,
    Portion,
    Same,
    Shift,
    Value,
    Week,
    Weekday,
)

_SHORT = ("minute", "hour")
_GREAT = ("decade", "century")


def _unit(m: Match) -> str:
    return m.word("UNIT")


def _told(m: Match) -> Value | None:
    """Count from the day the text tells of: `the previous day`, `the following week`, `the same month`."""
    unit = _unit(m)
    if unit in _SHORT or unit in _GREAT:
        return None
    return Same(unit, m.number("SHIFT") if m.has("SHIFT") else 0)


def _past_unit(m: Match) -> Value | None:
    unit = _unit(m)
    return None if unit in _SHORT or unit == "day" else Lasting(Length(1, unit), -1)


def _deictic(m: Match) -> Value:
    return Shift("day", m.number("DEICTIC"))


def _weekday(m: Match) -> Value:
    return Weekday(m.number("WEEKDAY"))


def _month(m: Match) -> Value:
    return Portion("month", m.number("MONTH"), None, m.number("SHIFT"))


def _season(m: Match) -> Value:
    return Portion("season", SEASONS[m.word("SEASON")], None, m.number("SHIFT"))


def _quarter(m: Match) -> Value:
    return Portion("half" if m.has("half") else "quarter", m.number("ORDINAL"), Shift("year", m.number("SHIFT")))


def _recent(m: Match) -> Value | None:
    unit = m.word("UNITS")
    return None if unit in _SHORT else Open(Shift(unit, 0))


def _part(m: Match) -> Value:
    name = m.word("DAYPART")
    day = Shift("day", -1) if m.has("last") else Shift("day", 0)
    return PartOfDay(name, day)


def _told_part(m: Match) -> Value:
    return PartOfDay(m.word("DAYPART"), Same("day", m.number("SHIFT") if m.has("SHIFT") else 0))


def _month_day(m: Match) -> tuple[int, int]:
    return m.number("MONTH"), m.number("DAYNUM")


def _weekend_of(m: Match) -> Value:
    month = Day(m.number("YEAR") if m.has("YEAR") else None, m.number("MONTH"))
    return Week(month, weekend=True, last=m.has("last"))


def _direction(m: Match) -> int:
    return -1 if m.has("last") else 1 if m.has("next") or m.has("coming") or m.has("upcoming") else 0


def _number(m: Match) -> int:
    return SEASONS[m.word("SEASON")]


def _is_night(m: Match) -> bool:
    return m.word("DAYPART") in ("night", "midday")


def _by_word(m: Match) -> Value | None:
    unit, by = _unit(m), _direction(m)
    if unit in _SHORT or (unit == "day" and by == 0) or (unit in _GREAT and by == 0):
        return None
    return Lasting(Length(1, unit), -1) if unit in _GREAT and by < 0 else Shift(unit, by)


def _later_in(m: Match) -> Value | None:
    """Read `later in the day`, `earlier in the week` against the day told of and the week of publishing."""
    unit = _unit(m)
    if unit in _SHORT or unit in _GREAT or not (m.has("in") or unit == "day"):
        return None
    return Same("day", 0) if unit == "day" else Shift(unit, 0)


def _beside(m: Match, by: int) -> Value | None:
    unit = _unit(m)
    return Same(unit, by) if unit in ("day", "week", "month", "year", "weekend") else None


TELLING: tuple[Rule, ...] = (
    rule("D+DD+DEICTIC_DAY", "DEICTIC", _deictic),
    rule("D+DD", "earlier|later|early|late DEICTIC", _deictic),
    rule("D+DD", "the day before yesterday", lambda m: Shift("day", -2)),
    rule("D+DD", "the day after tomorrow", lambda m: Shift("day", 2)),
    rule("D+DD+WD", "WEEKDAY", _weekday),
    rule("D+DD+WD", "last|previous WEEKDAY", lambda m: Weekday(m.number("WEEKDAY"), -1)),
    rule("D+DD+WD", "this WEEKDAY", lambda m: Weekday(m.number("WEEKDAY"), 0)),
    rule("D+DD+WD", "next|upcoming WEEKDAY", lambda m: Weekday(m.number("WEEKDAY"), 1)),
    rule("D+DD+WD", "the following WEEKDAY", lambda m: FromTold(m.number("WEEKDAY"), 1)),
    rule("D+DD+WD", "the previous|preceding WEEKDAY", lambda m: FromTold(m.number("WEEKDAY"), -1)),
    rule("D+DD+WD", "DEICTIC , a WEEKDAY", _deictic),
    rule("D+DD+WD", "this coming WEEKDAY", lambda m: Weekday(m.number("WEEKDAY"), 0)),
    rule("D+DD+WD", "this past WEEKDAY", lambda m: Weekday(m.number("WEEKDAY"), -1)),
    rule("D+REL", "last|this|next|current|coming|upcoming UNIT", _by_word),
    rule("D+REL", "the current|coming|upcoming UNIT", _by_word),
    rule("D+REL", "earlier|later on? in? last|this|next UNIT", _by_word),
    rule("D+REL", "earlier|later on? in? the UNIT", _later_in),
    rule("D+REL", "the last|past UNIT", _past_unit),
    rule("D+REL", "the? last|past UNIT and a half", lambda m: Lasting(Length(1.5, _unit(m)), -1)),
    rule("D+REL", "the? weekend of MONTH DAYNUM", lambda m: Week(Day(None, *_month_day(m)), weekend=True)),
    rule("D+REL", "the last|first weekend of|in MONTH ,? YEAR?", _weekend_of),
    rule("D+REL", "the? past UNIT", _past_unit),
    rule(
        "D+TOLD", "the SHIFT UNIT", lambda m: None if m.word("UNIT") in _GREAT or m.number("SHIFT") == 0 else _told(m)
    ),
    rule("D+TOLD", "the|that very? same UNIT", _told),
    rule("D+TOLD", "later|earlier on? the same UNIT", _told),
    rule("D+TOLD", "that UNIT", lambda m: None if _unit(m) == "quarter" else _told(m)),
    rule("D+TOLD", "later|earlier that UNIT", _told),
    rule("D+TOLD", "the UNIT before", lambda m: _beside(m, -1)),
    rule("D+TOLD", "the UNIT after", lambda m: _beside(m, 1)),
    rule("D+REL", "the UNIT", lambda m: Shift("weekend", 0) if _unit(m) == "weekend" else None),
    rule("D+DM+BYMONTH", "last|this|next MONTH", lambda m: Portion("month", m.number("MONTH"), None, _direction(m))),
    rule("D+DM+BYMONTH", "this past|coming MONTH", lambda m: Portion("month", m.number("MONTH"), None, 0)),
    rule("D+SEASONAL", "last|this|next SEASON", lambda m: Portion("season", _number(m), None, _direction(m))),
    rule("D+SEASONAL", "this past SEASON", lambda m: Portion("season", _number(m), None, -1)),
    rule("D+QTR", "the? ORDINAL quarter|half of? SHIFT year", _quarter),
    rule("D+RECENT", "in|over|during recent UNITS", _recent),
    rule("D+RECENT", "recent UNITS", _recent),
    rule("D+RECENT", "recently", lambda m: Open(Shift("month", 0))),
    rule("D+DD+DAYTIME", "this DAYPART", _part),
    rule("D+DD+DAYTIME", "last DAYPART", lambda m: _part(m) if m.word("DAYPART") in ("night", "evening") else None),
    rule("D+DD+DAYTIME", "later|earlier|early|late this DAYPART", _part),
    rule("D+DD+DAYTIME", "later|earlier|early|late? that same? DAYPART", _told_part),
    rule("D+DD+DAYTIME", "the SHIFT DAYPART", lambda m: _told_part(m) if m.number("SHIFT") else None),
    rule("D+DD+DAYTIME", "the same DAYPART", _told_part),
    rule("D+DD+DAYTIME", "earlier|later in the DAYPART", _told_part),
    rule("D+DD+DAYTIME", "in|by|through|during < the DAYPART", lambda m: None if _is_night(m) else _told_part(m)),
)
