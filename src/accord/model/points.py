from typing import Literal

from msgspec import Struct

from accord.model.spans import Span

Standing = Literal["corroborated", "single", "disputed"]
DifferenceKind = Literal["figure", "date", "place", "actor", "attribution", "stage", "wording", "polarity", "precision"]
OriginKind = Literal["agency", "state-media", "outlet", "official-statement", "person", "document"]

# What a difference gives as the value of a reading without a date, or without a figure or a name that the other has.
UNDATED, UNSAID = "no date", "not said"


class Reading(Struct, frozen=True):
    """One report's version of a point, verbatim, with the chain it came through and the attribution over it.

    `within` is the statement that the reading is a piece of, where it is none itself: "the visit" says nothing, "nobody
    ruled out the visit" does.
    """

    span: Span
    via: tuple[str, ...] = ()
    attribution: str | None = None
    within: Span | None = None


class Difference(Struct, frozen=True):
    """How readings of one point differ; `compatible` where all of them can be true."""

    kind: DifferenceKind
    between: tuple[str, ...]
    readings: tuple[Span, ...]
    values: tuple[str, ...]
    compatible: bool
    note: str


class Merge(Struct, frozen=True):
    """Readings of several reports that go back to one origin, and what shows it."""

    readings: tuple[Span, ...]
    because: str


class Point(Struct, frozen=True):
    """What readings say in common; the gist is the most central reading, verbatim.

    `independent_origins` counts the roots of the readings' chains, never the outlets. `because` says, a sentence
    a comparison, why the readings are together; `merged`, which readings count as one origin, and why.
    """

    id: str
    gist: Span
    readings: tuple[Reading, ...]
    standing: Standing
    independent_origins: int
    differences: tuple[Difference, ...] = ()
    because: tuple[str, ...] = ()
    merged: tuple[Merge, ...] = ()


class Omission(Struct, frozen=True, omit_defaults=True):
    """An absence: one that a report tells of (`reported`), or one that other reports show (`observed`)."""

    kind: Literal["reported", "observed"]
    evidence: Span | None
    report: str | None = None
    missing_from: tuple[str, ...] = ()
    point: str | None = None


class Origin(Struct, frozen=True):
    """Whom a report leans on."""

    report: str
    origin: str
    kind: OriginKind
    evidence: tuple[Span, ...]
