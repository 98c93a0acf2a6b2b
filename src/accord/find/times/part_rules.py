"""Rules that add to a phrase: parts of days, months in years, early and late, clock times on days."""

from accord.find.times.rules import Match, Rule, rule
from accord.find.times.values import At, Clock, Day, LastDay, PartOfDay, Range, Rough, Shift, Value, Week, Within


def _part_of(m: Match) -> Value:
    """Keep a day as it is, `late Tuesday`; call a greater value approximate, `late June`."""
    return m.value("DD") if m.has("DD") else Rough(m.value("D"))


def _within_year(m: Match) -> Value | None:
    outer = m.value("REL") if m.has("REL") else m.value("TOLD")
    is_year = getattr(outer, "unit", "") == "year"
    inner = m.value("OPEN") if m.has("OPEN") else m.value("BAREMONTH")
    return Within(inner, outer) if is_year else None


def _day_part(m: Match) -> Value:
    return PartOfDay(m.word("DAYPART"), m.value("DD"))


def _ends(m: Match) -> Value | None:
    """Read the end or the beginning of a period: `the end of the year` → its last month."""
    if m.has("UNIT") and m.word("UNIT") not in ("week", "month", "year", "decade", "century", "season"):
        return None
    period = m.value("REL") if m.has("REL") else Shift(m.word("UNIT"), 0) if m.has("UNIT") else m.value("D")
    unit = getattr(period, "unit", "year" if isinstance(period, Day) and period.month is None else "")
    if unit == "year" and not m.has("MIDDLE"):
        return Rough(Within(Day(None, 12 if m.has("END") else 1), period))
    return Rough(period)


def _deadline(m: Match) -> Value | None:
    if m.has("UNIT"):
        is_long = m.word("UNIT") in ("week", "month", "year", "decade", "century")
        return LastDay(Shift(m.word("UNIT"), 0)) if is_long else None
    return LastDay(m.value("REL") if m.has("REL") else m.value("BAREMONTH") if m.has("BAREMONTH") else taken(m))


PARTS: tuple[Rule, ...] = (
    rule("D+DM", "mid -? DY", lambda m: Rough(Within(Day(None, 6), m.value("DY")))),
    rule("D+DM", "very? PART -? DM|DY|ERA|SEASONAL|QTR|BYMONTH", lambda m: Rough(taken(m))),
    rule("D+REL", "PART REL", lambda m: m.value("REL")),
    rule("D+DD", "very? PART on? DD", _part_of),
    rule("D+DM", "the? START|END|MIDDLE of BAREMONTH|DM|DY|SEASONAL|QTR", lambda m: _ends_of(m)),
    rule("D+DM", "the? START|END|MIDDLE of REL", _ends),
    rule("D+DM", "the? START|END|MIDDLE of the UNIT", _ends),
    rule("D+DD", "by|before|until|till < the? end of BAREMONTH|DM|DY|SEASONAL|QTR|REL", _deadline),
    rule("D+DD", "by|before|until|till < the end of the UNIT", _deadline),
    rule("D+DD", "by|before|until|till < the? year end", lambda m: LastDay(Shift("year", 0))),
    rule("D+DD", "by|before|until|till < year - end", lambda m: LastDay(Shift("year", 0))),
    rule("D+DD+DAYTIME", "DD DAYPART", _day_part),
    rule("D+DD+DAYTIME", "very? PART on? DD DAYPART", _day_part),
    rule("D+DD+DAYTIME", "DD ,? in the DAYPART", _day_part),
    rule("D+DD+DAYTIME", "the? DAYPART of DD", _day_part),
    rule("D", "the? night of WD to WD", lambda m: Range(m.value("WD"), m.value("WD", 1))),
    rule("D+DD", "the? early|small hours of on? DD", lambda m: m.value("DD")),
    rule("D+DM", "BAREMONTH|OPEN ,? of? in? REL|TOLD", _within_year),
    rule("D+DD", "REL ,? on? OPEN", lambda m: _within_year(m)),
    rule("D+REL", "the week of|beginning|starting on? DD", lambda m: Week(m.value("DD"))),
    rule("D+DD", "WD|DEICTIC_DAY ,? OPEN", lambda m: m.value("OPEN")),
    rule("D+FISCAL", "the? FISCAL year DY|YEARS", lambda m: taken(m)),
    rule("D+FISCAL", "the? DY|YEARS FISCAL year", lambda m: taken(m)),
    rule("D+FISCAL", "the? last|this|next|current|previous FISCAL year", lambda m: Shift("year", _fiscal_by(m))),
)


def taken(m: Match) -> Value:
    """Give the meaning of what a rule took, whichever of the periods it was."""
    for key in ("DM", "DY", "DD", "ERA", "SEASONAL", "QTR", "BYMONTH", "BAREYEAR", "YEARS"):
        if m.has(key):
            return m.value(key)
    return m.value("D")


def _ends_of(m: Match) -> Value:
    if m.has("DY") and not m.has("MIDDLE"):
        return Rough(Within(Day(None, 12 if m.has("END") else 1), m.value("DY")))
    return Rough(m.value("BAREMONTH") if m.has("BAREMONTH") else taken(m))


def _fiscal_by(m: Match) -> int:
    return -1 if m.has("last") or m.has("previous") else 1 if m.has("next") else 0


def _at(m: Match) -> Value:
    """Put a clock time on its day; a second time in brackets is the same moment elsewhere."""
    return At(_plain(m.clock()) if m.has("(") else m.clock(), m.value("DD") if m.has("DD") else None)


def _at_no_day(m: Match) -> Value:
    """Leave out the day in the brackets: it is that of another zone."""
    return At(_plain(m.clock()))


def _at_one(m: Match) -> Value | None:
    """Read one moment told in two zones, `5 p.m. EST, 2200 GMT`; the first is kept."""
    return At(m.clock(), m.value("DD")) if m.all("CLK")[0] != m.all("CLK")[1] and _zoned(m) else None


def _at_pair(m: Match) -> Value | None:
    return At(m.clock()) if _zoned(m) else None


def _zoned(m: Match) -> bool:
    second = m.value("CLK", 1)
    return isinstance(second, Clock) and second.zone in ("UTC", "GMT")


def _clock_of(m: Match) -> Clock:
    value = m.value("BARECLOCK")
    assert isinstance(value, Clock)
    return value


def _plain(clock: Clock) -> Clock:
    return Clock(clock.hour, clock.minute)


MOMENTS: tuple[Rule, ...] = (
    rule("AT", "CLK ( CLK )", _at),
    rule("AT", "CLK ( CLK ,? DD )", _at_no_day),
    rule("AT", "CLK ( CLK ) ,? on? DD", _at),
    rule("AT", "CLK ( CLK ) in the DAYPART", _at),
    rule("AT", "CLK ( CLK ) in DAYTIME", _at),
    rule("AT", "CLK ( DD CLK )", _at_no_day),
    rule("AT", "CLK DD ( CLK ,? DD? ,? CLK? )", _at),
    rule("AT", "CLK ( CLK DD ,? ZONE )", _at_no_day),
    rule("AT", "CLK DD ( CLOCK|HOURS DD ,? ZONE )", _at),
    rule("AT", "CLK .? DD ( CLK DD ,? ZONE )", _at),
    rule("AT", "CLK ,? on? DD", _at),
    rule("AT", "CLK ,? on? DD ( CLK )", _at),
    rule("AT", "CLK ,|or CLK ,? on? DD", _at_one),
    rule("AT", "CLK , or? CLK ,?", _at_pair),
    rule("AT", "CLK , CLK", _at_pair),
    rule("AT", "DD ,? at? by? APPROXIMATE? CLK", _at),
    rule("AT", "DD ,? at? by? APPROXIMATE? CLK ( CLK )", _at),
    rule("AT", "DD ,? at? by? APPROXIMATE? CLK ( CLK ,? DD )", _at),
    rule("AT+BARECLOCK", "BARECLOCK", lambda m: At(_clock_of(m))),
    rule("AT", "CLK", _at),
)
