"""One entry an event: what the reports tell of one thing done, with all that they say of it as evidence."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

from accord.collate.event_tellings import RECALLED_DAYS, EventTelling, event_telling, may_be_one, same_nameless
from accord.knowledge.allegiance import home_states
from accord.model.accounts import Analysis
from accord.model.findings import Event, EventStatus
from accord.model.spans import Span
from accord.text.edtf import grain
from accord.text.intervals import compare_dates, days_of

_RANK: tuple[EventStatus, ...] = ("happened", "planned", "possible")
_GRAINS = ("minute", "day", "month", "interval", "year", "decade", "century")
# Kinds of which two parties have one at a time: a signing, a meeting, a visit. Of others, the words must agree too.
_SINGLE = frozenset(
    ("visit", "summit", "meet", "ceremony", "host", "sign", "agree", "upgrade", "statement", "exercise")
)
SAME_WORDS = 0.25
"""Share of common word stems from which two tellings of less definite acts are of one; chosen by reading, see tests."""

ENOUGH = 12
"""Tellings of a group that a new one is compared with: more say nothing new, and a thousand reports stay quick."""


def merge_events(analyses: Sequence[Analysis]) -> tuple[Event, ...]:
    """Merge the events of the reports, ids e1, e2 … in the order of reports and texts."""
    homes = home_states(actor for analysis in analyses for actor in analysis.actors)
    people = {actor.id for analysis in analyses for actor in analysis.actors if actor.type == "person"}
    states = frozenset(homes.values())
    groups: list[list[EventTelling]] = []
    by_kind: dict[tuple[str, str], list[int]] = defaultdict(list)
    for telling in (
        event_telling(each, event, homes, states, people) for each in analyses for event in _own(each.events)
    ):
        near = by_kind[telling.event.type, telling.kind]
        scores = {n: _likeness(telling, groups[n]) for n in near}
        best = max(scores, key=lambda n: (scores[n], -n), default=-1)
        if best < 0 or scores[best] <= 0:
            best = len(groups)
            groups.append([])
            near.append(best)
        groups[best].append(telling)
    return tuple(_merged(f"e{number}", group) for number, group in enumerate(_bridged(groups), 1))


def _bridged(groups: Sequence[list[EventTelling]]) -> list[list[EventTelling]]:
    """Join groups of nameless deeds that a name bridges: "in Oslo", "at Holm School in Oslo", "at Holm School"."""
    found: list[list[EventTelling]] = []
    at: dict[str, list[int]] = defaultdict(list)
    for group in groups:
        names = {name for telling in group for name in telling.names} if group[0].event.type == "ASSAULT" else set()
        near = sorted({n for name in names for n in at[name]})
        home = next((n for n in near if _are_one(group, found[n])), -1)
        if home < 0:
            home = len(found)
            found.append([])
        found[home].extend(group)
        for name in sorted(names):
            at[name].append(home)
    return found


def _are_one(group: Sequence[EventTelling], other: Sequence[EventTelling]) -> bool:
    """Whether some tellings of two groups may be of one nameless deed, and none are of two days."""
    pairs = [(one, two) for one in group[:ENOUGH] for two in other[:ENOUGH]]
    days = all(compare_dates(one.event.date, two.event.date) != "apart" for one, two in pairs)
    return days and any(one.kind == two.kind and same_nameless(one, two) for one, two in pairs)


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


def _likeness(telling: EventTelling, group: Sequence[EventTelling]) -> float:
    """How surely a telling is of the event that a group tells of; 0 where it can't be."""
    some = group[:ENOUGH]
    if any(not may_be_one(telling, other) for other in some):
        return 0.0
    return max(_closeness(telling, other) for other in some)


def _closeness(one: EventTelling, other: EventTelling) -> float:
    shared = len(one.stems & other.stems) / max(min(len(one.stems), len(other.stems)), 1)
    parties = len(one.homes & other.homes) / max(min(len(one.homes), len(other.homes)), 1)
    if one.kind in _SINGLE and parties == 1:
        dated = compare_dates(one.event.date, other.event.date) in ("same", "within", "meeting")
        return 1 + shared + dated + (one.kind == "meet" and one.people == other.people and bool(one.people))
    if shared >= SAME_WORDS and not parties and same_nameless(one, other):
        return shared
    return parties * shared if shared >= SAME_WORDS else 0.0


def _merged(id: str, group: Sequence[EventTelling]) -> Event:
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


def _dates(group: Sequence[EventTelling]) -> list[str | None]:
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
