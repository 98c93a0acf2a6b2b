"""Rules for lengths of time ("two-day", "a year and a half", "several weeks") and for clock times."""

from accord.find.times.rules import Match, Rule, rule
from accord.find.times.values import Clock, Length, Value
from accord.text.dates import FIRST_YEAR

LAST_OFFSET = 14
"""Hours that a zone can be ahead of UTC at most."""
_ABOUT = "about|around|roughly|approximately|nearly|almost|some|circa|over|under|just|barely|exactly"
_VAGUE = {"few": 3, "several": 3, "many": 3, "some": 3}


def _plain(m: Match) -> Value | None:
    unit = m.word("UNIT") if m.has("UNIT") else m.word("UNITS")
    count = m.number("NUMBER") if m.has("NUMBER") else 1
    if count >= FIRST_YEAR and unit not in ("year", "hour", "minute"):  # "the 2013 season"
        return None
    if len(m.all("NUMBER")) > 1:
        count = _sum(m) or 0
    return Length(count, unit) if count > 0 else None


def _sum(m: Match) -> int | None:
    """`twenty` `four` → 24; nothing where the two are not tens and units."""
    tens, ones = m.number("NUMBER"), m.number("NUMBER", 1)
    return tens + ones if tens in range(20, 100, 10) and 0 < ones < 10 else None


def _half_more(m: Match) -> Value:
    unit = m.word("UNIT") if m.has("UNIT") else m.word("UNITS")
    return Length((m.number("NUMBER") if m.has("NUMBER") else 1) + 0.5, unit)


def _vague(m: Match) -> Value | None:
    word = next((key for key in _VAGUE if m.has(key)), None)
    return Length(_VAGUE[word] if word else 3, m.word("UNITS"), rough=True, vague=True)


def _either(m: Match) -> Value:
    return Length((m.number("NUMBER") + m.number("NUMBER", 1)) / 2, m.word("UNITS"), rough=True)


def _about(m: Match) -> Value:
    length = m.length()
    return length if m.has("exactly") or m.has("just") else Length(length.count, length.unit, True, length.vague)


LENGTHS: tuple[Rule, ...] = (
    rule("LEN", "NUMBER -? UNIT|UNITS", _plain),
    rule("LEN", "NUMBER -? NUMBER -? UNIT|UNITS", lambda m: _plain(m) if _sum(m) else None),
    rule("LEN", "[ NUMBER ] UNIT|UNITS", _plain),
    rule("LEN", "a|an UNIT", _plain),
    rule("LEN", "a couple of? UNITS", lambda m: Length(2, m.word("UNITS"))),
    rule("LEN", "a dozen UNITS", lambda m: Length(12, m.word("UNITS"))),
    rule("LEN", "a - UNIT", _plain),
    rule("LEN", "a|NUMBER -? UNIT|UNITS -? and -? a -? half", _half_more),
    rule("LEN", "NUMBER and a half UNITS", _half_more),
    rule("LEN", "half a UNIT", lambda m: Length(0.5, m.word("UNIT"))),
    rule("LEN", "NUMBER to|or|-|– NUMBER UNITS", _either),
    rule("LEN", "a few UNITS", _vague),
    rule("LEN", "a number of UNITS", _vague),
    rule("LEN", "several|many UNITS", _vague),
    rule("LEN+JUST", "just|mere|only UNITS", _vague),
)

ROUGH_LENGTHS: tuple[Rule, ...] = (
    rule("LEN", f"{_ABOUT} LEN", _about),
    rule("LEN", "close to LEN", _about),
    rule("LEN", "more|less|fewer than LEN", _about),
    rule("LEN", "at least|most LEN", _about),
    rule("LEN", "just over|under LEN", _about),
)


def _clock(m: Match) -> Value | None:
    for key in ("CLOCK", "POINTCLOCK", "HOURS"):
        if m.has(key):
            hour, minute = m.pair(key)
            break
    else:
        hour, minute = m.number("HOUR"), 0
    half = _half(m)
    if half and not 1 <= hour <= 12:
        half = ""
    if half:
        hour = hour % 12 + (12 if half == "pm" else 0)
    return Clock(hour % 24, minute, m.word("ZONE") if m.has("ZONE") else None)


def _local(m: Match) -> Value | None:
    """Read `10 a.m. Eastern`, `14:00 local`; a bare number needs its half of the day."""
    return _clock(m) if m.has("HALF") or m.has("CLOCK") else None


def _offset(m: Match) -> Value | None:
    """Read `10:00 (UTC+2)`, whose zone is a number of hours."""
    clock = _clock(m)
    if m.word("ZONE") not in ("UTC", "GMT") or not (m.has("HALF") or m.has("CLOCK")) or m.has("(") != m.has(")"):
        return None
    if not isinstance(clock, Clock):
        return None
    hours, minutes = (m.number("NUMBER"), 0) if m.has("NUMBER") else m.pair("CLOCK", -1)
    sign = "+" if m.has("+") else "-"
    return Clock(clock.hour, clock.minute, f"{sign}{hours:02d}:{minutes:02d}") if hours <= LAST_OFFSET else None


def _half(m: Match) -> str:
    if m.has("HALF"):
        return m.word("HALF")
    if m.has("m"):
        return "am" if m.has("a") else "pm"
    if m.has("DAYPART"):
        return "am" if m.word("DAYPART") == "morning" else "pm"
    return ""


def _plain_clock(m: Match) -> Value:
    """Read the hour of `2053 Wednesday night, UTC`."""
    return Clock(*m.pair("CLOCK" if m.has("CLOCK") else "HOURS"))


def _glued(m: Match) -> Value:
    hour, minute = m.pair("HALFCLOCK")
    return Clock(hour, minute, m.word("ZONE") if m.has("ZONE") else None)


def _named(m: Match) -> Value:
    return Clock(m.number("NOON"), 0, m.word("ZONE") if m.has("ZONE") else None)


_TIMES = "CLOCK|POINTCLOCK|HOUR"

CLOCKS: tuple[Rule, ...] = (
    rule("CLK", f"{_TIMES} HALF ZONE?", _clock),
    rule("CLK", f"{_TIMES} HALF ( ZONE )", _clock),
    rule("CLK", f"{_TIMES} HALF PLACE time?", _clock),
    rule("CLK", f"{_TIMES} HALF? ( local|PLACE time? )", _clock),
    rule("CLK", f"{_TIMES} HALF? local|PLACE", _local),
    rule("CLK", f"{_TIMES} HALF? (? ZONE +|-|–|− NUMBER|CLOCK )?", _offset),
    rule("CLK", "CLOCK|HOUR a|p .? m ZONE?", _clock),
    rule("CLK", "CLOCK|HOURS ZONE", _clock),
    rule("CLK", "CLOCK|HOURS ( ZONE )", _clock),
    rule("CLK", "CLOCK|HOURS > WEEKDAY , ZONE", _plain_clock),
    rule("CLK", "CLOCK|HOURS > WEEKDAY DAYPART , ZONE", _plain_clock),
    rule("CLK", f"{_TIMES} HALF local time", _clock),
    rule("CLK", f"{_TIMES} HALF PLACETIME PLACETIME? PLACETIME? PLACETIME? time", _clock),
    rule("CLK", "CLOCK|HOURS|POINTCLOCK local time", _clock),
    rule("CLK", "CLOCK|HOURS|POINTCLOCK PLACETIME PLACETIME? PLACETIME? PLACETIME? time", _clock),
    rule("CLK", "CLOCK|HOURS hours ZONE?", _clock),
    rule("CLK", "CLOCK|HOUR in the DAYPART", _clock),
    rule("CLK", "HOUR o'clock|o’clock", _clock),
    rule("CLK", "HOUR o'clock|o’clock in the DAYPART", _clock),
    rule("CLK", "HALFCLOCK ZONE?", _glued),
    rule("CLK", "HALFCLOCK ( ZONE )", _glued),
    rule("CLK", "HALFCLOCK local time", _glued),
    rule("CLK", "HALFCLOCK PLACETIME PLACETIME? PLACETIME? PLACETIME? time", _glued),
    rule("CLK", "NOON ZONE?", _named),
    rule("CLK", "NOON local time", _named),
    rule("CLK+BARECLOCK", "CLOCK", _clock),
)
