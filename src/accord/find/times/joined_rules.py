"""Rules that put phrases together: ranges, lengths counted from a day, and what hangs on something else told."""

from accord.find.times.part_rules import taken
from accord.find.times.rules import Match, Rule, rule
from accord.find.times.values import (
    Ago,
    Coming,
    DayOf,
    FromEvent,
    Lasting,
    Later,
    Open,
    Range,
    Rough,
    Shift,
    Since,
    UpTo,
    Value,
    Weekday,
    Within,
)

_TO = "to|until|through|till|-|–|—"


def _two(m: Match) -> Value | None:
    """Join two days named side by side: `Monday and Tuesday`; only a weekday and the next one."""
    first, last = m.value("WD"), m.value("WD", 1)
    if isinstance(first, Weekday) and isinstance(last, Weekday) and last.number - first.number in (1, -6):
        return Range(first, last)
    return None


def _ago(m: Match) -> Value | None:
    length = m.length()
    return None if length.vague else Ago(length, -1)


def _later(m: Match) -> Value | None:
    length = m.length()
    sign = 1 if m.has("later") or m.has("after") or m.has("following") else -1
    return None if length.vague else Later(length, sign, m.value("D") if m.has("D") else None)


def _from_event(m: Match) -> Value:
    return FromEvent(m.length(), 1 if m.has("after") or m.has("following") else -1)


def _lasting(m: Match) -> Value | None:
    if m.length().vague or m.length().unit in ("minute", "hour"):
        return None
    return Lasting(m.length(), 1 if m.has("AHEAD") or m.has("within") else -1)


def _lately(m: Match) -> Value | None:
    unit = m.word("UNITS")
    return None if unit in ("minute", "hour") else Open(Shift(unit, 0))


def _range(m: Match) -> Value:
    return Range(m.value("D"), m.value("D", 1))


SPANS: tuple[Rule, ...] = (
    rule("D", f"from D {_TO} to? D", _range),
    rule("D", "between D and D", _range),
    rule("D", "between BAREMONTH and BAREMONTH in|of DY", lambda m: _within_one_year(m)),
    rule("D", "BAREYEAR|DM|DD -|–|—|to the? present", lambda m: Open(taken(m), after=True)),
    rule("DAILY", "between AT and AT", lambda m: Range(m.value("AT"), m.value("AT", 1))),
    rule("DAILY", f"AT {_TO} AT", lambda m: Range(m.value("AT"), m.value("AT", 1))),
    rule("DAILY", f"from AT {_TO} AT", lambda m: Range(m.value("AT"), m.value("AT", 1))),
    rule("AT", "REL on AT", lambda m: m.value("AT")),
    rule("D", f"BAREYEAR|DM|DY|DD {_TO} BAREYEAR|DM|DY|DD", lambda m: _short_range(m)),
    rule("D", "DD through to DD", lambda m: Range(m.value("DD"), m.value("DD", 1))),
    rule("D", "WD and WD", _two),
    rule("D", "WD or WD", lambda m: Range(m.value("WD"), m.value("WD", 1))),
    rule("D", "BAREYEAR or BAREYEAR", lambda m: Range(m.value("BAREYEAR"), m.value("BAREYEAR", 1))),
    rule("D", "BAREMONTH or BAREMONTH", lambda m: Range(m.value("BAREMONTH"), m.value("BAREMONTH", 1))),
    rule("D", "BAREMONTH or DM", lambda m: Range(m.value("BAREMONTH"), m.value("DM", -1))),
    rule("D", "D and after|later|onward|onwards|beyond", lambda m: Open(m.value("D"), after=True)),
    rule("AT", "APPROXIMATE AT", lambda m: Rough(m.value("AT"))),
    rule("AT", "shortly|just before|after|past AT", lambda m: Rough(m.value("AT"))),
    rule("D+BAREYEAR", "APPROXIMATE BAREYEAR", lambda m: Rough(taken(m))),
    rule("D", "APPROXIMATE DM|DY|ERA|DD|QTR", lambda m: Rough(taken(m))),
    rule("AGO", "LEN ago", _ago),
    rule("AGO", "LEN from now", lambda m: Ago(m.length(), 1)),
    rule("LATER", "LEN later|earlier", _later),
    rule("LATER", "LEN before|after|following|prior D", _later),
    rule("LATER", "LEN prior to D", _later),
    rule("FROM", "LEN|JUST before|after|following|prior", _from_event),
    rule("FROM", "LEN prior to", _from_event),
    rule("FROM", "LEN in advance of", _from_event),
    rule("FROM", "LEN ahead of", _from_event),
    rule("D+RECENT", "in|over|during|for the last|past few|several UNITS", _lately),
    rule("D+RECENT", "the last|past few|several UNITS", _lately),
    rule("LASTING", "for|over|in|during|within? the PAST LEN", _lasting),
    rule("LASTING", "the? PAST LEN", _lasting),
    rule("LASTING", "within? the AHEAD LEN", _lasting),
    rule("LASTING", "in|over|during|for < the AHEAD LEN", _lasting),
    rule("LASTING+WITHIN", "within LEN", _lasting),
    rule("IN", "in LEN", lambda m: Coming(m.length())),
    rule("FOR", "for LEN", lambda m: Since(m.length())),
    rule(
        "DAYOF",
        "on? the? ORDINAL|NUMBER day of|'s|’s",
        lambda m: DayOf(m.number("ORDINAL")) if m.has("ORDINAL") else None,
    ),
    rule(
        "DAYOF", "day ORDINAL|NUMBER", lambda m: DayOf(m.number("NUMBER") if m.has("NUMBER") else m.number("ORDINAL"))
    ),
    rule("DAYOF", "the? opening|closing day|night", lambda m: DayOf(1) if m.has("opening") else DayOf(None)),
    rule("DAYOF", "the day of", lambda m: DayOf(None)),
    rule("UPTO", "before his|her|their|its", lambda m: UpTo()),
    rule("UPTO", "ahead of his|her|their|its", lambda m: UpTo()),
)


def _short_range(m: Match) -> Value:
    names = [key for key, _ in m.taken if key in ("BAREYEAR", "DM", "DY", "DD")]
    return Range(m.value(names[0]), m.value(names[1], int(names[0] == names[1])))


def _within_one_year(m: Match) -> Value:
    """Read `between May and June in 1981`."""
    year = m.value("DY")
    return Range(Within(m.value("BAREMONTH"), year), Within(m.value("BAREMONTH", 1), year))
