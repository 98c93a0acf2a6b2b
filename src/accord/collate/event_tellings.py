"""What one report tells of an event, and whether two tellings may be of one."""

from collections.abc import Mapping
from datetime import date

from msgspec import Struct

from accord.collate.acts import head_of, is_mutual, kind_of, may_be_one_deed
from accord.model.accounts import Analysis
from accord.model.findings import Event
from accord.text.calendar import month_names, weekday_names
from accord.text.intervals import compare_dates, days_of
from accord.text.stems import stem, words_of

# What is said to somebody is not said to somebody else.
_SAID_TO = frozenset(("ACCUSE", "REQUEST", "SUPPORT", "THREATEN"))
WEEKDAYS = {name.capitalize(): number for name, number in weekday_names().items() if name.endswith("day")}
RECALLED_DAYS = 31
"""An act so many days before its report is recalled: what a report tells without a date is rather of its news."""

STAY_DAYS = 2
"""So many days after a day of a visit the same visitor is rather still there than there again."""


class EventTelling(Struct, frozen=True):
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
    names: frozenset[str]
    head: tuple[str, bool]


def event_telling(
    analysis: Analysis, event: Event, homes: Mapping[str, str], states: frozenset[str], people: set[str]
) -> EventTelling:
    """Lay out an event of a report for comparison: its kind, those of its parties and the states that they act for."""
    parts = (*event.actors, *event.recipients)
    days, printed = days_of(event.date), days_of(analysis.report.published)
    published = printed[1] if printed else None
    acting_for = frozenset(homes.get(actor, actor) for actor in parts)
    words = [word for span in event.evidence for word in words_of(span.text)]
    return EventTelling(
        event,
        kind_of(analysis, event),
        frozenset(actor for actor in parts if actor in people),
        acting_for,
        acting_for & states,
        frozenset(homes.get(actor, actor) for actor in event.actors),
        frozenset(homes.get(actor, actor) for actor in event.recipients),
        frozenset() if event.date else frozenset(WEEKDAYS[word] for word in words if word in WEEKDAYS),
        bool(days and published and (published - days[1]).days > RECALLED_DAYS),
        published,
        frozenset(stem(word) for word in words),
        frozenset(stem(word) for word in words_of(event.place or "")) | _names(event),
        head_of(analysis, event),
    )


def _names(event: Event) -> frozenset[str]:
    """Stems of the names in what a nameless deed is told by: "the Oslo ferry bombing"; days and months are none."""
    words = [word for span in event.evidence for word in words_of(span.text)[1:]]
    return frozenset(
        stem(word)
        for word in words
        if word[:1].isupper() and word.lower() not in weekday_names().keys() | month_names()
    )


def may_be_one(one: EventTelling, other: EventTelling) -> bool:
    """Say whether nothing that two tellings say keeps them from being of one event: kind, day, parties."""
    if one.event.type != other.event.type or one.kind != other.kind:
        return False
    if compare_dates(one.event.date, other.event.date) == "apart" and not _one_stay(one, other):
        return False
    if one.weekdays and other.weekdays and one.weekdays.isdisjoint(other.weekdays) and one.kind != "visit":
        return False
    if {one.event.status, other.event.status} == {"planned", "denied"} and not is_mutual(one.event, one.kind):
        return False  # what one has not done another will do
    if _is_to_come(one, other) or _is_to_come(other, one):
        return False
    if one.kind == "meet" and bool(one.people) != bool(other.people):
        same_day = compare_dates(one.event.date, other.event.date) == "same"
        return same_day and one.homes == other.homes  # two persons' talks are not the summit of three states
    return _same_circle(one, other) if is_mutual(one.event, one.kind) else _same_deed(one, other)


def _same_circle(one: EventTelling, other: EventTelling) -> bool:
    """Whether those who act together may be the same: not where each telling names a state or person of its own."""
    if one.states - other.states and other.states - one.states:
        return False
    if (_is_recalled(one, other) or _is_recalled(other, one)) and one.homes != other.homes:
        return False
    if one.kind == "meet" and one.people - other.people and other.people - one.people:
        # "Xu met the Chilean minister", "Bell met the Peruvian minister": each names the side that the other describes
        return len(one.people) == len(other.people) == 1 and one.homes == other.homes and len(one.homes) > 1
    return not one.homes.isdisjoint(other.homes)


def _same_deed(one: EventTelling, other: EventTelling) -> bool:
    """Whether who does it to whom may be the same: other states or persons do other things, and sides don't change.

    A body may be told by one and a person of it by the other: then those whom it is done to have to be the same.
    """
    if one.doers and other.doers:
        mine, yours = one.people.intersection(one.event.actors), other.people.intersection(other.event.actors)
        states, others = one.doers & one.states, other.doers & other.states
        if (mine and yours and mine.isdisjoint(yours)) or (states and others and states.isdisjoint(others)):
            return False
        if not one.doers.isdisjoint(other.doers):
            return not _done_elsewhere(one, other)
        crossed = not one.doers.isdisjoint(other.others) or not other.doers.isdisjoint(one.others)
        if crossed or one.kind == "visit":  # a host has many guests
            return False
    if not one.others.isdisjoint(other.others):
        return True
    return same_nameless(one, other)


def same_nameless(one: EventTelling, other: EventTelling) -> bool:
    """Whether a deed of which one telling or both name nobody is one by a name that both give: that of its place."""
    if one.event.type != "ASSAULT" or one.head[1] or other.head[1] or not may_be_one_deed(one.head[0], other.head[0]):
        return False
    if (one.doers or one.others) and (other.doers or other.others):
        return False
    return not one.names.isdisjoint(other.names)


def _done_elsewhere(one: EventTelling, other: EventTelling) -> bool:
    """Whether two visits are to different states, or two things said to different ones."""
    if one.event.type in _SAID_TO:
        there, here = one.others, other.others
    elif one.kind == "visit":
        there, here = one.others & one.states, other.others & other.states
    else:
        return False
    return bool(there and here) and there.isdisjoint(here)


def _one_stay(one: EventTelling, other: EventTelling) -> bool:
    """Whether both may tell of one visit: he arrives on one day and goes on with it on the next."""
    days, others = days_of(one.event.date), days_of(other.event.date)
    if one.kind != "visit" or one.doers.isdisjoint(other.doers) or not days or not others:
        return False
    return max((others[0] - days[1]).days, (days[0] - others[1]).days) <= STAY_DAYS


def _is_recalled(one: EventTelling, other: EventTelling) -> bool:
    """Whether one lies well before its report and the other, undated, may be of the news: "the treaty of 2027"."""
    return one.recalled and not other.event.date


def _is_to_come(one: EventTelling, other: EventTelling) -> bool:
    """Whether one is planned for a day when the other was done, on a day nobody tells: "will meet again in June"."""
    if one.event.status not in ("planned", "possible") or other.event.status != "happened" or other.event.date:
        return False
    planned = days_of(one.event.date)
    return bool(planned) and not (planned and other.published and planned[0] <= other.published)
