"""One actor across reports: the same person, state, organization or place under all the names they were given."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

import msgspec

from accord.model.accounts import Analysis
from accord.model.findings import Actor, ActorType, Office
from accord.text.names import same_name

Ids = Mapping[tuple[str, str], str]
Local = tuple[str, Actor]


def merge_actors(analyses: Sequence[Analysis]) -> tuple[tuple[Actor, ...], Ids]:
    """Merge the actors of each report; also give the new id of every (report id, actor id).

    Actors of different types never merge. A fuller name draws the shorter ones to it, so that the groups don't
    depend on the order of the reports: longest names first, each joining the group whose name is closest.
    """
    groups: dict[ActorType, list[list[Local]]] = defaultdict(list)
    everyone = [(analysis.report.id, actor) for analysis in analyses for actor in analysis.actors]
    for local in sorted(
        everyone, key=lambda item: (-len(item[1].name.split()), -len(item[1].name), item[1].name, item[0])
    ):
        _join(groups[local[1].type], local)
    order = {report.report.id: n for n, report in enumerate(analyses)}
    merged = sorted(
        (group for of_type in groups.values() for group in of_type), key=lambda group: _first_place(group, order)
    )
    actors = tuple(_merge(f"n{n}", group, order) for n, group in enumerate(merged, start=1))
    ids = {(report, actor.id): made.id for made, group in zip(actors, merged, strict=True) for report, actor in group}
    return actors, ids


def _join(groups: list[list[Local]], local: Local) -> None:
    """Put an actor into the group that it belongs to, or open one."""
    report, actor = local
    best, found = 0.0, None
    for group in groups:
        if any(other == report for other, _ in group):
            continue  # one report's own two actors were told apart there, with more to go by than here
        score = max(_closeness(actor, other) for _, other in group)
        if score > best:
            best, found = score, group
    if found is None:
        groups.append([local])
    else:
        found.append(local)


def _closeness(one: Actor, other: Actor) -> float:
    """Score two actors of one type: 1 for a name in common, else how alike their names are; 0 for two actors."""
    if {name.casefold() for name in one.names} & {name.casefold() for name in other.names}:
        return 1.0
    return same_name(one.name, other.name, one.type)


def _first_place(group: Sequence[Local], order: Mapping[str, int]) -> tuple[int, int, str]:
    places = [(order[report], actor.mentions[0].start if actor.mentions else 0) for report, actor in group]
    return (*min(places), group[0][1].name)


def _merge(id: str, group: Sequence[Local], order: Mapping[str, int]) -> Actor:
    ordered = sorted(group, key=lambda item: order[item[0]])
    names: Counter[str] = Counter(name for _, actor in ordered for name in actor.names)
    offices: dict[Office, None] = dict.fromkeys(office for _, actor in ordered for office in actor.offices)
    mentions = sorted(
        (span for _, actor in ordered for span in actor.mentions), key=lambda s: (order[s.report], s.start)
    )
    # the name that most reports call the actor by; of these the longest
    votes = Counter(actor.name for _, actor in ordered)
    name = max(votes, key=lambda each: (votes[each], len(each), each))
    return msgspec.structs.replace(
        group[0][1],
        id=id,
        name=name,
        names=tuple(sorted(names, key=lambda each: (-names[each], each))),
        offices=tuple(offices),
        mentions=tuple(mentions),
    )
