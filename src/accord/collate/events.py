"""One entry an event: what the reports tell of one thing done, with all that they say of it as evidence."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from datetime import date

from msgspec import Struct

from accord.collate.acts import is_mutual, kind_of
from accord.knowledge.allegiance import home_states
from accord.model.accounts import Analysis
from accord.model.findings import Event, EventStatus
from accord.model.spans import Span
from accord.text.calendar import weekday_names
from accord.text.edtf import grain
from accord.text.intervals import compare_dates, days_of
from accord.text.stems import stem, words_of

_RANK: tuple[EventStatus, ...] = ("happened", "planned", "possible")
_GRAINS = ("minute", "day", "month", "interval", "year", "decade", "century")
# Kinds of which two parties have one at a time: a signing, a meeting, a visit. Of others, the words must agree too.
_SINGLE = frozenset(
    ("visit", "summit", "meet", "ceremony", "host", "sign", "agree", "upgrade", "statement", "exercise")
)
_WEEKDAYS = {name.capitalize(): number for name, number in weekday_names().items() if name.endswith("day")}
SAME_WORDS = 0.25
"""Share of common word stems from which two tellings of less definite acts are of one; chosen by reading, see tests."""

RECALLED_DAYS = 31
"""An act so many days before its report is recalled: what a report tells without a date is rather of its news."""

STAY_DAYS = 2
"""So many days after a day of a visit the same visitor is rather still there than there again."""

ENOUGH = 12
"""Tellings of a group that a new one is compared with: more say nothing new, and a thousand reports stay quick."""


class _Telling(Struct, frozen=True):
    """An event of one report with what it is compared by."""

    event: Event
    kind: str
    people: frozenset[str]
    homes: frozenset[str]
    states: frozenset[str]
    doers: frozenset[str]
    others: frozenset[str]
    weekdays: frozenset[int]
    recalled: bool
    published: date | None
    stems: frozenset[str]


def merge_events(analyses: Sequence[Analysis]) -> tuple[Event, ...]:
    """Merge the events of the reports, ids e1, e2 … in the order of reports and texts."""
    homes = home_states(actor for analysis in analyses for actor in analysis.actors)
    people = {actor.id for analysis in analyses for actor in analysis.actors if actor.type == "person"}
    states = frozenset(homes.values())
    groups: list[list[_Telling]] = []
    by_kind: dict[tuple[str, str], list[int]] = defaultdict(list)
    for telling in (_telling(each, event, homes, states, people) for each in analyses for event in _own(each.events)):
        near = by_kind[telling.event.type, telling.kind]
        scores = {n: _likeness(telling, groups[n]) for n in near}
        best = max(scores, key=lambda n: (scores[n], -n), default=-1)
        if best < 0 or scores[best] <= 0:
            best = len(groups)
            groups.append([])
            near.append(best)
        groups[best].append(telling)
    return tuple(_merged(f"e{number}", group) for number, group in enumerate(groups, 1))


def _own(events: Sequence[Event]) -> list[Event]:
    """Events without those that only say what another agrees on: "agreed to cooperate" is one agreement."""
    agreed: dict[frozenset[str], list[Span]] = defaultdict(list)
    for event in events:
        if event.type == "AGREE":
            agreed[frozenset((*event.actors, *event.recipients))].extend(event.evidence)
    return [event for event in events if not (event.type == "COOPERATE" and _is_term(event, agreed))]


def _is_term(event: Event, agreed: Mapping[frozenset[str], Sequence[Span]]) -> bool:
    """Whether an event to come is told within the words of an agreement of the same parties."""
    deals = agreed.get(frozenset((*event.actors, *event.recipients)), ())
    return event.status == "planned" and all(any(deal.holds(span) for deal in deals) for span in event.evidence)


def _telling(
    analysis: Analysis, event: Event, homes: Mapping[str, str], states: frozenset[str], people: set[str]
) -> _Telling:
    parts = (*event.actors, *event.recipients)
    days, printed = days_of(event.date), days_of(analysis.report.published)
    published = printed[1] if printed else None
    acting_for = frozenset(homes.get(actor, actor) for actor in parts)
    words = [word for span in event.evidence for word in words_of(span.text)]
    return _Telling(
        event,
        kind_of(analysis, event),
        frozenset(actor for actor in parts if actor in people),
        acting_for,
        acting_for & states,
        frozenset(homes.get(actor, actor) for actor in event.actors),
        frozenset(homes.get(actor, actor) for actor in event.recipients),
        frozenset() if event.date else frozenset(_WEEKDAYS[word] for word in words if word in _WEEKDAYS),
        bool(days and published and (published - days[1]).days > RECALLED_DAYS),
        published,
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
    if compare_dates(one.event.date, other.event.date) == "apart" and not _one_stay(one, other):
        return False
    if one.weekdays and other.weekdays and one.weekdays.isdisjoint(other.weekdays) and one.kind != "visit":
        return False
    if _is_to_come(one, other) or _is_to_come(other, one):
        return False
    if one.kind == "meet" and bool(one.people) != bool(other.people):
        same_day = compare_dates(one.event.date, other.event.date) == "same"
        return same_day and one.homes == other.homes  # two persons' talks are not the summit of three states
    return _same_circle(one, other) if is_mutual(one.event, one.kind) else _same_deed(one, other)


def _same_circle(one: _Telling, other: _Telling) -> bool:
    """Whether those who act together may be the same: not where each telling names a state or person of its own."""
    if one.states - other.states and other.states - one.states:
        return False
    if (_is_recalled(one, other) or _is_recalled(other, one)) and one.homes != other.homes:
        return False
    if one.kind == "meet" and one.people - other.people and other.people - one.people:
        # "Xu met the Chilean minister", "Bell met the Peruvian minister": each names the side that the other describes
        return len(one.people) == len(other.people) == 1 and one.homes == other.homes and len(one.homes) > 1
    return not one.homes.isdisjoint(other.homes)


def _same_deed(one: _Telling, other: _Telling) -> bool:
    """Whether who does it to whom may be the same: other states or persons do other things, and sides don't change.

    A body may be told by one and a person of it by the other: then those whom it is done to have to be the same.
    """
    if one.doers and other.doers:
        mine, yours = one.people.intersection(one.event.actors), other.people.intersection(other.event.actors)
        states, others = one.doers & one.states, other.doers & other.states
        if (mine and yours and mine.isdisjoint(yours)) or (states and others and states.isdisjoint(others)):
            return False
        if not one.doers.isdisjoint(other.doers):
            return True
        crossed = not one.doers.isdisjoint(other.others) or not other.doers.isdisjoint(one.others)
        if crossed or one.kind == "visit":  # a host has many guests
            return False
    return not one.others.isdisjoint(other.others)


def _one_stay(one: _Telling, other: _Telling) -> bool:
    """Whether both may tell of one visit: he arrives on one day and goes on with it on the next."""
    days, others = days_of(one.event.date), days_of(other.event.date)
    if one.kind != "visit" or one.doers.isdisjoint(other.doers) or not days or not others:
        return False
    return max((others[0] - days[1]).days, (days[0] - others[1]).days) <= STAY_DAYS


def _is_recalled(one: _Telling, other: _Telling) -> bool:
    """Whether one lies well before its report and the other, undated, may be of the news: "the treaty of 2027"."""
    return one.recalled and not other.event.date


def _is_to_come(one: _Telling, other: _Telling) -> bool:
    """Whether one is planned for a day when the other was done, on a day nobody tells: "will meet again in June"."""
    if one.event.status not in ("planned", "possible") or other.event.status != "happened" or other.event.date:
        return False
    planned = days_of(one.event.date)
    return bool(planned) and not (planned and other.published and planned[0] <= other.published)


def _closeness(one: _Telling, other: _Telling) -> float:
    shared = len(one.stems & other.stems) / max(min(len(one.stems), len(other.stems)), 1)
    parties = len(one.homes & other.homes) / max(min(len(one.homes), len(other.homes)), 1)
    if one.kind in _SINGLE and parties == 1:
        dated = compare_dates(one.event.date, other.event.date) in ("same", "within", "meeting")
        return 1 + shared + dated + (one.kind == "meet" and one.people == other.people and bool(one.people))
    return parties * shared if shared >= SAME_WORDS else 0.0


def _merged(id: str, group: Sequence[_Telling]) -> Event:
    events = [telling.event for telling in group]
    first = max(events, key=lambda event: (len(event.actors) > 0, len(event.recipients) > 0))
    actors = _most(tuple(event.actors for event in events))
    return Event(
        id=id,
        type=first.type,
        status=_status(Counter(event.status for event in events)),
        evidence=_distinct([span for event in events for span in event.evidence]),
        actors=actors,
        recipients=_recipients(events, actors),
        date=_date([date for date in _dates(group) if date], group[0].kind),
        place=next((event.place for event in events if event.place), None),
    )


def _status(told: Mapping[EventStatus, int]) -> EventStatus:
    """What came of it: denied where more tellings say that it did not happen than that it did, else the furthest."""
    if told.get("denied", 0) > told.get("happened", 0):
        return "denied"
    return next(status for status in _RANK if told.get(status))


def _recipients(events: Sequence[Event], actors: tuple[str, ...]) -> tuple[str, ...]:
    """Those to whom most tellings with these actors say it is done; else whom most name who aren't the actors."""
    alike = _most(tuple(event.recipients for event in events if event.actors == actors))
    return alike or _most(tuple(event.recipients for event in events if set(event.recipients).isdisjoint(actors)))


def _most(parties: Sequence[tuple[str, ...]]) -> tuple[str, ...]:
    """The parties that most tellings name; of as many, the more."""
    votes = Counter(each for each in parties if each)
    return max(votes, key=lambda each: (votes[each], len(each), each)) if votes else ()


def _dates(group: Sequence[_Telling]) -> list[str | None]:
    """The dates told; where a telling names the day of the week alone, none of months: "since the summer of 2011"."""
    dates = [telling.event.date for telling in group]
    if not any(telling.weekdays for telling in group):
        return dates
    lengths = [days_of(date) for date in dates]
    return [
        date for date, days in zip(dates, lengths, strict=True) if days and (days[1] - days[0]).days < RECALLED_DAYS
    ]


def _date(dates: Sequence[str], kind: str) -> str | None:
    """The date that most tellings give or leave room for, of as many the more exact; a visit has all its days."""
    if not dates:
        return None
    if kind in ("visit", "summit"):
        spans = Counter(date for date in dates if grain(date) == "interval" and days_of(date) and ".." not in date)
        if spans:
            return spans.most_common(1)[0][0]
    closed = [date for date in dates if ".." not in date] or dates
    votes = {date: sum(_leaves_room(other, date) for other in closed) for date in closed}
    return max(votes, key=lambda each: (votes[each], -_GRAINS.index(grain(each)), each))


def _leaves_room(vague: str, exact: str) -> bool:
    """Whether all days of one date are among those of another: "in May" for "on 13 May"."""
    days, others = days_of(vague), days_of(exact)
    return vague == exact or bool(days and others and days[0] <= others[0] and others[1] <= days[1])


def _distinct(spans: Sequence[Span]) -> tuple[Span, ...]:
    return tuple(dict.fromkeys(spans))
