"""One entry an event: what the reports tell of one thing done, with all that they say of it as evidence."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

from msgspec import Struct

from accord.collate.acts import kind_of
from accord.knowledge.allegiance import home_states
from accord.model.accounts import Analysis
from accord.model.findings import Event, EventStatus
from accord.model.spans import Span
from accord.text.edtf import grain
from accord.text.intervals import compare_dates, days_of
from accord.text.stems import stem, words_of

_RANK: tuple[EventStatus, ...] = ("denied", "happened", "planned", "possible")
_GRAINS = ("minute", "day", "month", "interval", "year", "decade", "century")
# Kinds of which two parties have one at a time: a signing, a meeting, a visit. Of others, the words must agree too.
_SINGLE = frozenset(
    ("visit", "summit", "meet", "ceremony", "host", "sign", "agree", "upgrade", "statement", "exercise")
)
SAME_WORDS = 0.25
"""Share of common word stems from which two tellings of less definite acts are of one; chosen by reading, see tests."""

ENOUGH = 12
"""Tellings of a group that a new one is compared with: more say nothing new, and a thousand reports stay quick."""


class _Telling(Struct, frozen=True):
    """An event of one report with what it is compared by."""

    event: Event
    kind: str
    people: frozenset[str]
    homes: frozenset[str]
    stems: frozenset[str]


def merge_events(analyses: Sequence[Analysis]) -> tuple[Event, ...]:
    """Merge the events of the reports, ids e1, e2 … in the order of reports and texts."""
    homes = home_states(actor for analysis in analyses for actor in analysis.actors)
    people = {actor.id for analysis in analyses for actor in analysis.actors if actor.type == "person"}
    groups: list[list[_Telling]] = []
    by_kind: dict[tuple[str, str], list[int]] = defaultdict(list)
    for telling in (_telling(analysis, event, homes, people) for analysis in analyses for event in analysis.events):
        near = by_kind[telling.event.type, telling.kind]
        scores = {n: _likeness(telling, groups[n]) for n in near}
        best = max(scores, key=lambda n: (scores[n], -n), default=-1)
        if best < 0 or scores[best] <= 0:
            best = len(groups)
            groups.append([])
            near.append(best)
        groups[best].append(telling)
    return tuple(_merged(f"e{number}", group) for number, group in enumerate(groups, 1))


def _telling(analysis: Analysis, event: Event, homes: Mapping[str, str], people: set[str]) -> _Telling:
    parts = (*event.actors, *event.recipients)
    words = [word for span in event.evidence for word in words_of(span.text)]
    return _Telling(
        event,
        kind_of(analysis, event),
        frozenset(actor for actor in parts if actor in people),
        frozenset(homes.get(actor, actor) for actor in parts),
        frozenset(stem(word) for word in words),
    )


def _likeness(telling: _Telling, group: Sequence[_Telling]) -> float:
    """How surely a telling is of the event that a group tells of; 0 where it can't be."""
    some = group[:ENOUGH]
    if any(not _may_be_one(telling, other) for other in some):
        return 0.0
    return max(_closeness(telling, other) for other in some)


def _may_be_one(one: _Telling, other: _Telling) -> bool:
    if one.event.type != other.event.type or one.kind != other.kind:
        return False
    if compare_dates(one.event.date, other.event.date) == "apart":
        return False
    if _is_to_come(one.event, other.event) or _is_to_come(other.event, one.event):
        return False
    if one.kind == "meet" and one.people and other.people and min(len(one.people), len(other.people)) > 1:
        return one.people <= other.people or other.people <= one.people
    if one.kind == "meet" and bool(one.people) != bool(other.people):
        dated = compare_dates(one.event.date, other.event.date) is not None
        return dated and one.homes == other.homes  # two persons' talks are not the summit of three states
    return not one.homes.isdisjoint(other.homes)


def _is_to_come(one: Event, other: Event) -> bool:
    """Whether one is planned for a day and the other was done on a day nobody tells: "will meet again in June"."""
    return one.status in ("planned", "possible") and bool(one.date) and other.status == "happened" and not other.date


def _closeness(one: _Telling, other: _Telling) -> float:
    shared = len(one.stems & other.stems) / max(min(len(one.stems), len(other.stems)), 1)
    parties = len(one.homes & other.homes) / max(min(len(one.homes), len(other.homes)), 1)
    if one.kind in _SINGLE and parties == 1:
        dated = compare_dates(one.event.date, other.event.date) in ("same", "within", "meeting")
        return 1 + shared + dated
    return parties * shared if shared >= SAME_WORDS else 0.0


def _merged(id: str, group: Sequence[_Telling]) -> Event:
    events = [telling.event for telling in group]
    first = max(events, key=lambda event: (len(event.actors) > 0, len(event.recipients) > 0))
    statuses = {event.status for event in events}
    return Event(
        id=id,
        type=first.type,
        status=next(status for status in _RANK if status in statuses),
        evidence=_distinct([span for event in events for span in event.evidence]),
        actors=_most(tuple(event.actors for event in events)),
        recipients=_most(tuple(event.recipients for event in events)),
        date=_date([event.date for event in events if event.date], group[0].kind),
        place=next((event.place for event in events if event.place), None),
    )


def _most(parties: Sequence[tuple[str, ...]]) -> tuple[str, ...]:
    """The parties that most tellings name; of as many, the more."""
    votes = Counter(each for each in parties if each)
    return max(votes, key=lambda each: (votes[each], len(each), each)) if votes else ()


def _date(dates: Sequence[str], kind: str) -> str | None:
    """The date that most tellings give, of as many the more exact; a visit has all its days."""
    if not dates:
        return None
    if kind in ("visit", "summit"):
        spans = [
            date for date in dates if grain(date) == "interval" and None not in (days_of(date),) and ".." not in date
        ]
        if spans:
            return spans[0]
    votes = Counter([date for date in dates if ".." not in date] or dates)
    return max(votes, key=lambda each: (votes[each], -_GRAINS.index(grain(each)), each))


def _distinct(spans: Sequence[Span]) -> tuple[Span, ...]:
    return tuple(dict.fromkeys(spans))
