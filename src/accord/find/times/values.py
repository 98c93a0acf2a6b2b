"""What a time expression says before it is set against a day: the meanings that the grammar builds."""

from msgspec import Struct


class Day(Struct, frozen=True):
    """A date as written, with the parts it gives: `Dec. 12` has no year, `September 2017` no day.

    The ISO number of its weekday, where it has one, tells the year.
    """

    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None


class Weekday(Struct, frozen=True):
    """A weekday by ISO number; `by` is -1 for "last Tuesday", 0 for "this Tuesday", 1 for "next Tuesday"."""

    number: int
    by: int | None = None


class FromTold(Struct, frozen=True):
    """The first such weekday after (1) or before (-1) the day that the text is telling of."""

    number: int
    sign: int


class Shift(Struct, frozen=True):
    """A calendar unit counted on from the day of publishing: "yesterday" (day, -1), "last week" (week, -1)."""

    unit: str
    by: int


class Same(Struct, frozen=True):
    """A unit counted on from the day that the text is telling of: "that day" (day, 0), "the next day" (day, 1)."""

    unit: str
    by: int = 0


class Portion(Struct, frozen=True):
    """A season, quarter or half of a year; `of` is the year, if any, and `by` as with weekdays."""

    kind: str
    number: int
    of: "Value | None" = None
    by: int | None = None


class Era(Struct, frozen=True):
    """A decade or century by its leading digits: `197` for the 1970s, `20` for the 21st century."""

    digits: str


class Clock(Struct, frozen=True):
    """A clock time; `zone` is as written, None where none is said."""

    hour: int
    minute: int = 0
    zone: str | None = None


class At(Struct, frozen=True):
    """A clock time on a day; without a day, on the day that the text is telling of."""

    clock: Clock
    day: "Value | None" = None


class PartOfDay(Struct, frozen=True):
    """A morning, an evening, a night: the day it is on, with its name kept."""

    name: str
    day: "Value | None" = None


class Within(Struct, frozen=True):
    """A month or a day inside a greater value: "January of last year", "December 22, last year"."""

    inner: "Value"
    outer: "Value"


class Rough(Struct, frozen=True):
    """An approximate value: "early September", "around 2010"."""

    value: "Value"


class LastDay(Struct, frozen=True):
    """The last day of a period that is a deadline: "by the end of the year"."""

    period: "Value"


class Range(Struct, frozen=True):
    """From one value to another, both ends in."""

    first: "Value"
    last: "Value"


class Open(Struct, frozen=True):
    """A value open to one side: "in recent months" ends with this month; "and after" begins with a day."""

    value: "Value"
    after: bool = False


class Week(Struct, frozen=True):
    """The week or weekend around a value: "the week of October 21", "the last weekend of July"."""

    around: "Value"
    weekend: bool = False
    last: bool = False


class Length(Struct, frozen=True):
    """A stretch of time: so many units; `rough` where the count is about right, `vague` where it is a guess."""

    count: float
    unit: str
    rough: bool = False
    vague: bool = False


class Ago(Struct, frozen=True):
    """A length counted from the day of publishing: "two years ago" (-1), "in two days" (1)."""

    length: Length
    sign: int


class Later(Struct, frozen=True):
    """A length counted from a value, or from the day that the text is telling of: "ten years later" (1)."""

    length: Length
    sign: int
    base: "Value | None" = None


class Coming(Struct, frozen=True):
    """A length after "in": the time until something, how long it took, or how long since it last was so."""

    length: Length


class Since(Struct, frozen=True):
    """A length after "for": it places a beginning only where something has gone on until now."""

    length: Length


class Lasting(Struct, frozen=True):
    """A length up to now (-1) or from now (1): "the last four years", "for two years", "within 10 days"."""

    length: Length
    sign: int


class FromEvent(Struct, frozen=True):
    """A length before (-1) or after (1) something told right behind it: "three months after the visit"."""

    length: Length
    sign: int


class DayOf(Struct, frozen=True):
    """A day of something told right behind it, counted from 1; None: the event's own day; 0: the day before it."""

    number: int | None


class UpTo(Struct, frozen=True):
    """The time before something of somebody's, told right behind it: "before his visit"."""


VALUES = (
    Day, Weekday, FromTold, Shift, Same, Portion, Era, Clock, At, PartOfDay, Within, Rough, LastDay, Range, Open, Week,
    Length, Ago, Later, Coming, Since, Lasting, FromEvent, DayOf, UpTo,
)  # fmt: skip
"""The classes of every meaning, for checks while the program runs."""

Value = (
    Day | Weekday | FromTold | Shift | Same | Portion | Era | Clock | At | PartOfDay | Within | Rough | LastDay | Range
    | Open | Week | Length | Ago | Later | Coming | Since | Lasting | FromEvent | DayOf | UpTo
)  # fmt: skip
