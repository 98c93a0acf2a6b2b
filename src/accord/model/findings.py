from typing import Literal

from msgspec import Struct

from accord.model.spans import Span

Comparator = Literal["=", "≥", "≤", ">", "<", "~"]
ActorType = Literal["person", "state", "organization", "place"]
EventStatus = Literal["happened", "planned", "possible", "denied"]
Stage = Literal["proposed", "expected", "possible", "pledged", "agreed", "signed", "in-force"]
EventType = Literal[
    "AGREE",
    "CONSULT",
    "SUPPORT",
    "CONCEDE",
    "COOPERATE",
    "AID",
    "RETREAT",
    "REQUEST",
    "ACCUSE",
    "REJECT",
    "THREATEN",
    "PROTEST",
    "SANCTION",
    "MOBILIZE",
    "COERCE",
    "ASSAULT",
    "OTHER",
]
RelationKind = Literal["partnership", "dispute", "membership", "trade", "framework", "other"]


class Time(Struct, frozen=True):
    """A time expression and its place on the calendar, EDTF level 1; null where nothing places it.

    `on` is what the expression is counted from where that is told in words: "Kim's visit", of "two days before".
    """

    span: Span
    edtf: str | None
    kind: Literal["date", "interval", "duration"]
    on: Span | None = None


class Figure(Struct, frozen=True):
    """A count, amount or share: what it says and what it counts.

    An exact or compared figure has `value`; a range has `min` and `max` alone; "dozens" has `min` 24 and "≥".
    Money has its ISO 4217 code as `unit`, in full units; a share has "%". `as_of` is the time that the report gives
    the figure for, EDTF level 1; `source` whom it says the figure is from, in its own words.
    """

    span: Span
    value: int | float | None = None
    min: int | float | None = None
    max: int | float | None = None
    comparator: Comparator = "="
    unit: str | None = None
    of: str | None = None
    as_of: str | None = None
    source: str | None = None


class Attribution(Struct, frozen=True):
    """Words or a thought given to somebody: who (source), how (cue), what (content), on whose word (via).

    `source` and `cue` are null where the report has none. `speaker` and `to` are actors; `via` runs from the
    report outwards, nearest first.
    """

    id: str
    content: tuple[Span, ...]
    kind: Literal["direct", "indirect", "mixed"]
    source: Span | None = None
    cue: Span | None = None
    speaker: tuple[str, ...] = ()
    to: tuple[str, ...] = ()
    venue: str | None = None
    via: tuple[str, ...] = ()
    date: str | None = None


class Office(Struct, frozen=True):
    """A post that a person holds, as the reports give it."""

    title: str
    of: str | None = None


class Actor(Struct, frozen=True):
    """A person, state, organization or place, with every named form used and every place it is mentioned.

    `wikidata` is its id there, where a user's list of actors gives it.
    """

    id: str
    name: str
    type: ActorType
    names: tuple[str, ...]
    offices: tuple[Office, ...] = ()
    mentions: tuple[Span, ...] = ()
    wikidata: str | None = None


class Event(Struct, frozen=True):
    """One thing that happened, is planned, possible or denied; `type` is a PLOVER root.

    `background` says that it lies well before the story's own days: recalled, not reported.
    """

    id: str
    type: EventType
    status: EventStatus
    evidence: tuple[Span, ...]
    actors: tuple[str, ...] = ()
    recipients: tuple[str, ...] = ()
    date: str | None = None
    place: str | None = None
    background: bool = False


class CommitmentReading(Struct, frozen=True):
    """One report's version of a commitment, at its stage; `date` (EDTF) is when, where the reading says."""

    span: Span
    stage: Stage
    via: tuple[str, ...] = ()
    date: str | None = None


class Commitment(Struct, frozen=True):
    """What parties agreed, pledged, proposed or are expected to do.

    An item of a list has the `id` of the bundle that it is in as `parent`. `amounts` are the figures in its readings
    that say how much: money, shares, counts of troops and arms.
    """

    id: str
    subject: Span
    readings: tuple[CommitmentReading, ...]
    parties: tuple[str, ...] = ()
    instrument: str | None = None
    topics: tuple[str, ...] = ()
    parent: str | None = None
    amounts: tuple[Span, ...] = ()


class Relation(Struct, frozen=True):
    """How actors stand with one another: a partnership and its level, a dispute, a membership, trade."""

    id: str
    kind: RelationKind
    evidence: tuple[Span, ...]
    parties: tuple[str, ...] = ()
    level: str | None = None
    since: str | None = None
