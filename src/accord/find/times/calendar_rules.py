"""Rules for what the calendar names: days, months, years, decades, centuries, seasons, quarters."""

from accord.find.times.rules import Match, Rule, rule
from accord.find.times.values import Day, Era, Portion, Range, Rough, Value
from accord.text.calendar import is_day
from accord.text.dates import LAST_YEAR

SEASONS = {"spring": 1, "summer": 2, "autumn": 3, "winter": 4}
_DASH = "-|–|—|‐|‑"
_TO = f"{_DASH}|to|through|thru|until|till"


def _day(m: Match) -> Value | None:
    year = m.number("YEAR") if m.has("YEAR") else None
    month, day = m.number("MONTH"), m.number("DAYNUM")
    weekday = m.number("WEEKDAY") if m.has("WEEKDAY") else None
    return Day(year, month, day, weekday) if is_day(year or 2000, month, day) else None


def _iso(m: Match) -> Value | None:
    year, month, day = m.number("YEAR"), m.number("TWO"), m.number("TWO", 1)
    return Day(year, month, day) if is_day(year, month, day) else None


def _days(m: Match) -> Value | None:
    """`Dec. 12-13`, `12 and 13 December 2023` → from the first to the last."""
    year = m.number("YEAR") if m.has("YEAR") else None
    month, first, last = m.number("MONTH"), m.number("DAYNUM"), m.number("DAYNUM", 1)
    if first >= last or not is_day(year or 2000, month, last):
        return None
    return Range(Day(year, month, first), Day(year, month, last))


def _across_months(m: Match) -> Value | None:
    """`Nov. 30 to Dec. 2, 2023`: the year at the end stands for both."""
    year = m.number("YEAR") if m.has("YEAR") else None
    first, last = (m.number("MONTH"), m.number("DAYNUM")), (m.number("MONTH", 1), m.number("DAYNUM", 1))
    if not is_day(2000, *first) or not is_day(year or 2000, *last):
        return None
    begins = year - 1 if year and first > last else year
    return Range(Day(begins, *first), Day(year, *last))


def _months(m: Match) -> Value | None:
    year = m.number("YEAR")
    first, last = m.number("MONTH"), m.number("MONTH", 1)
    return Range(Day(year - 1 if first > last else year, first), Day(year, last))


def _years(m: Match) -> Value | None:
    """`2016-20`, `2016-2020` → both ends; nothing where the second is no later year."""
    first = m.number("YEAR")
    last = m.number("YEAR", 1) if len(m.all("YEAR")) > 1 else first // 100 * 100 + m.number("TWO")
    return Range(Day(first), Day(last)) if 0 < last - first < 200 else None


def _year_of_our_era(m: Match) -> Value | None:
    year = m.number("YEAR") if m.has("YEAR") else m.number("NUMBER")
    return Day(year) if 0 < year < LAST_YEAR else None


def _tens(m: Match) -> Value | None:
    return Era(f"19{m.number('TENS') // 10}")


def _century(m: Match) -> Value | None:
    number = m.number("ORDINAL")
    return Era(f"{number - 1:02d}") if 1 <= number <= 22 else None


def _season(m: Match) -> Value:
    of = Day(m.number("YEAR")) if m.has("YEAR") else None
    return Portion("season", SEASONS[m.word("SEASON")], of)


def _quarter(m: Match) -> Value | None:
    kind = "half" if m.has("half") or m.has("HALFYEAR") else "quarter"
    number = m.number(next(key for key in ("ORDINAL", "QUARTER", "HALFYEAR") if m.has(key)))
    if number > (2 if kind == "half" else 4):
        return None
    return Portion(kind, number, Day(m.number("YEAR")) if m.has("YEAR") else None)


def _feast(m: Match) -> Value:
    month, day = m.word("FEAST").split("-")
    return Day(m.number("YEAR") if m.has("YEAR") else None, int(month), int(day))


def _new_year(m: Match) -> Value:
    year = m.number("YEAR") if m.has("YEAR") else None
    return Day(year, 12, 31) if m.has("eve") else Day(year, 1, 1)


DAYS: tuple[Rule, ...] = (
    rule("D+DD", "WEEKDAY ,? the? MONTH .? DAYNUM ,? YEAR", _day),
    rule("D+DD", "WEEKDAY ,? the? DAYNUM of? MONTH ,? YEAR", _day),
    rule("D+DD+OPEN", "WEEKDAY ,? the? MONTH .? DAYNUM", _day),
    rule("D+DD+OPEN", "WEEKDAY ,? the? DAYNUM of? MONTH", _day),
    rule("D+DD", "MONTH .? the? DAYNUM ,? YEAR", _day),
    rule("D+DD", "the? DAYNUM -? of? MONTH -? ,? YEAR", _day),
    rule("D+DD", "MONTH .? the? DAYNUM ,? [ YEAR ]", _day),
    rule("D+DD+OPEN", "MONTH .? the? DAYNUM", _day),
    rule("D+DD+OPEN", "the? DAYNUM of? MONTH", _day),
    rule("D+DD", "YEAR -|/ TWO -|/ TWO", _iso),
    rule("D+DD", "DAYS", lambda m: m.value("DAYS")),
    rule("D", f"from? MONTH .? DAYNUM {_TO}|and DAYNUM ,? YEAR", _days),
    rule("D+OPEN", f"from? MONTH .? DAYNUM {_TO}|and DAYNUM", _days),
    rule("D", f"from? DAYNUM {_TO}|and DAYNUM of? MONTH ,? YEAR", _days),
    rule("D+OPEN", f"from? DAYNUM {_TO}|and DAYNUM of? MONTH", _days),
    rule("D+OPEN", "between MONTH .? DAYNUM and DAYNUM", _days),
    rule("D", f"from? MONTH .? DAYNUM {_TO} MONTH .? DAYNUM ,? YEAR?", _across_months),
    rule("D", f"from? DAYNUM MONTH {_TO} DAYNUM MONTH ,? YEAR?", _across_months),
    rule("D", f"MONTH {_TO}|and MONTH ,? YEAR", _months),
    rule("D+FEAST", "FEAST day|eve? ,? YEAR?", _feast),
    rule("D+FEAST", "new year '|’ s|'s|’s day|eve ,? YEAR?", _new_year),
    rule("D+FEAST", "new year 's|’s day|eve ,? YEAR?", _new_year),
)

LONGER: tuple[Rule, ...] = (
    rule("D+DM", "MONTH .? ,? of? YEAR", lambda m: Day(m.number("YEAR"), m.number("MONTH"))),
    rule("D+DM", "MONTH ,? [ YEAR ]", lambda m: Day(m.number("YEAR"), m.number("MONTH"))),
    rule("D+DM+BAREMONTH", "MONTH", lambda m: Day(None, m.number("MONTH"))),
    rule("ANCIENT", "YEAR|NUMBER bc|bce|b.c.|b.c.e.", lambda m: Era("")),
    rule("ANCIENT", "YEAR|NUMBER -|–|to YEAR|NUMBER bc|bce|b.c.|b.c.e.", lambda m: Era("")),
    rule("ANCIENT", "the? PART? -? ORDINAL -? century bc|bce|b.c.|b.c.e.", lambda m: Era("")),
    rule("D+DY", "YEAR|NUMBER ce|ad|a.d.|c.e.", _year_of_our_era),
    rule("D+DY", "ad|a.d. YEAR|NUMBER", _year_of_our_era),
    rule("D+DY+BAREYEAR", "YEAR", lambda m: Day(m.number("YEAR"))),
    rule("D+YEARS", f"YEAR {_DASH} YEAR|TWO", _years),
    rule("D+YEARS", "YEARS", lambda m: m.value("YEARS")),
    rule("D+ERA", "the? DECADE", lambda m: Era(m.word("DECADE"))),
    rule("D+ERA", "the '|’|‘? TENS", _tens),
    rule("D+ERA", "'|’|‘ TENS", _tens),
    rule("D+ERA", "the? ORDINAL -? century", _century),
    rule("D+ERA", "the? PART -? DECADE", lambda m: Rough(Era(m.word("DECADE")))),
    rule("D+ERA", "the? PART -? '|’|‘? TENS", lambda m: Rough(Era(f"19{m.number('TENS') // 10}"))),
    rule("D+ERA", "the? PART -? ORDINAL -? century", lambda m: Rough(value) if (value := _century(m)) else None),
    rule("D+SEASONAL", "the? SEASON of? YEAR", _season),
    rule("D+QTR", "the? ORDINAL -? quarter|half of|in? the? YEAR?", _quarter),
    rule("D+QTR", "the? QUARTER|HALFYEAR of|in? ,? YEAR", _quarter),
)
