"""One actor across reports: the same person, state, organization or place under all the names they were given."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

import msgspec

from accord.collate.posts import agreed_offices
from accord.knowledge.body_names import initials_of, is_same_body, without_stops
from accord.knowledge.media import find_medium
from accord.knowledge.offices import title_words
from accord.knowledge.organizations import body_words, organization_nouns
from accord.model.accounts import Analysis
from accord.model.findings import Actor, ActorType, Office
from accord.text.names import PART_ALONE, SAME, compare_names, name_words

Ids = Mapping[tuple[str, str], str]
Local = tuple[str, Actor]
# Two actors are one from this closeness on: what text/names.py found best on its pairs of names.
SAME_ACTOR = SAME
# A surname alone is the one's who is named so many times as often as the next of the name.
FAR_MORE = 4
# Romanizations and typos seldom reach the first letters of every word of a name.
KEY_LETTERS = 2


def merge_actors(analyses: Sequence[Analysis]) -> tuple[tuple[Actor, ...], Ids]:
    """Merge the actors of each report; also give the new id of every (report id, actor id).

    Actors of different types never merge. A fuller name draws the shorter ones to it, so that the groups don't
    depend on the order of the reports: longest names first, each joining the group whose name is closest.
    """
    order = {analysis.report.id: n for n, analysis in enumerate(analyses)}
    everyone = _of_one_type([(analysis.report.id, actor) for analysis in analyses for actor in analysis.actors])
    groups = _Groups()
    for local in sorted(
        everyone, key=lambda each: (-len(each[1].name.split()), -len(each[1].name), each[1].name, each[0])
    ):
        groups.add(local)
    merged = sorted(groups.members, key=lambda group: _first_place(group, order))
    held = Counter(office.of for _, actor in everyone for office in dict.fromkeys(actor.offices) if office.of)
    actors = tuple(_merge(f"n{n}", group, order, held) for n, group in enumerate(merged, start=1))
    actors = _with_full_names(actors)
    ids = {(report, actor.id): made.id for made, group in zip(actors, merged, strict=True) for report, actor in group}
    return actors, ids


def _of_one_type(everyone: Sequence[Local]) -> list[Local]:
    """Actors, those whose name most reports hold for something else made that: a bank that one takes for a person.

    States stay what they are: Georgia is a state and a place. So do those of a user's list.
    """
    votes: dict[str, Counter[str]] = defaultdict(Counter)
    for _, actor in everyone:
        for name in dict.fromkeys((actor.name, *actor.names)):
            votes[name][actor.type] += 1
    return [(report, _retyped(actor, votes[actor.name])) for report, actor in everyone]


def _retyped(actor: Actor, votes: Counter[str]) -> Actor:
    """An actor with the type that most reports give its name; a word alone may be many things, but no body and man."""
    kinds: tuple[ActorType, ...] = ("person", "organization", "place")
    best = max(kinds, key=lambda kind: votes[kind])
    is_settled = actor.type == "state" or actor.wikidata is not None or votes["state"] > 0
    if " " not in actor.name and (actor.type, best) != ("organization", "person"):
        return actor
    if is_settled or votes[best] <= votes[actor.type]:
        return actor
    return msgspec.structs.replace(actor, type=best, offices=actor.offices if best == "person" else ())


class _Groups:
    """Actors put together so far, looked up by the words of their names."""

    def __init__(self) -> None:
        self.members: list[list[Local]] = []
        self.mentions: list[int] = []
        self.by_key: dict[str, list[int]] = defaultdict(list)

    def add(self, local: Local) -> None:
        """Put an actor into the group that it belongs to, or open one.

        One report's own two actors were told apart there, with more to go by than here: they stay two.
        """
        report, actor = local
        near = dict.fromkeys(index for key in _keys(actor) for index in self.by_key[key])
        scores = {
            index: max(_closeness(actor, other) for _, other in self.members[index])
            for index in near
            if all(other != report for other, _ in self.members[index])
        }
        best = _choose(scores, self.mentions)
        if best is None:
            best = len(self.members)
            self.members.append([])
            self.mentions.append(0)
        self.members[best].append(local)
        self.mentions[best] += len(actor.mentions)
        for key in _keys(actor):
            if best not in self.by_key[key]:
                self.by_key[key].append(best)


def _choose(scores: Mapping[int, float], mentions: Sequence[int]) -> int | None:
    """Choose the group that is surely the same, or the one whose name holds this one, a surname alone.

    Of several that hold it, the one that the reports speak of far more than of the others: `mentions` of each group.
    """
    sure = [index for index, score in scores.items() if score >= SAME_ACTOR]
    if sure:
        return max(sure, key=lambda index: (scores[index], -index))
    likely = sorted((-mentions[index], index) for index, score in scores.items() if score >= PART_ALONE)
    chief = likely and (len(likely) == 1 or -likely[0][0] >= FAR_MORE * max(1, -likely[1][0]))
    return likely[0][1] if chief else None


def _keys(actor: Actor) -> list[str]:
    """Give keys by which actors that might be one find one another: a person's words by their start, else names."""
    listed = [f"{actor.type} {actor.wikidata}"] if actor.wikidata else []
    return listed + _name_keys(actor)


def _name_keys(actor: Actor) -> list[str]:
    if actor.type == "person":
        return [f"person {word[:KEY_LETTERS]}" for word in name_words(actor.name)]
    keys = [f"{actor.type} {without_stops(name).casefold()}" for name in (actor.name, *actor.names)]
    return keys + _body_keys(actor.name) if actor.type == "organization" else keys


def _body_keys(name: str) -> list[str]:
    """Keys of a body beside its names: its initials, its words, those that it begins and ends with, its medium."""
    words, medium = name.casefold().split(), find_medium(name)
    keys = [f"organization {initials.casefold()}" for initials in sorted(initials_of(name))]
    keys += [f"begins {' '.join(words[:2])}", f"ends {' '.join(words[-2:])}", f"words {sorted(body_words(name))}"]
    return [*keys, f"medium {medium.name}"] if medium else keys


def _closeness(one: Actor, other: Actor) -> float:
    """Score two actors of one type: 1 for a name in common, else, for persons, how alike their full names are."""
    if one.wikidata and other.wikidata:
        return float(one.wikidata == other.wikidata)  # a user's list knows better than likeness
    if one.name.casefold() == other.name.casefold():
        return 1.0
    if one.type == "person":
        return compare_names(one.name, other.name).score
    if one.type == "organization" and is_same_body(one.name, other.name):
        return 1.0
    # "Foreign Ministry" is a name of many: only a full name or an abbreviation makes two bodies one
    shared = set(one.names) & set(other.names)
    return 1.0 if any(name in (one.name, other.name) or name.isupper() for name in shared) else 0.0


def _distinct(offices: Iterable[Office]) -> tuple[Office, ...]:
    """Keep each office once: whatever its case and order, and not without what it is of where a report says that."""
    kept: dict[tuple[frozenset[str], str], Office] = {}
    for office in offices:
        kept.setdefault((title_words(office.title), (office.of or "").casefold()), office)
    placed = {title for title, of in kept if of}
    return tuple(office for (title, of), office in kept.items() if of or title not in placed)


def _with_full_names(actors: Sequence[Actor]) -> tuple[Actor, ...]:
    """Actors whose offices are of bodies and persons by the names that these have across the reports."""
    named: dict[str, set[str]] = defaultdict(set)
    for actor in actors:
        forms = [actor.name, *actor.names]
        if actor.type == "organization":  # "the commission's chair", where one commission is named
            forms += {word for word in actor.name.lower().split() if word in organization_nouns()}
        for form in forms:
            named[form].add(actor.name)
    full = {form: names.pop() for form, names in named.items() if len(names) == 1}
    return tuple(
        msgspec.structs.replace(
            actor,
            offices=_distinct(Office(one.title, full.get(one.of, one.of) if one.of else None) for one in actor.offices),
        )
        if actor.offices
        else actor
        for actor in actors
    )


def _first_place(group: Sequence[Local], order: Mapping[str, int]) -> tuple[int, int, str]:
    places = [(order[report], actor.mentions[0].start if actor.mentions else 0) for report, actor in group]
    return (*min(places), group[0][1].name)


def _merge(id: str, group: Sequence[Local], order: Mapping[str, int], held: Mapping[str, int]) -> Actor:
    ordered = sorted(group, key=lambda item: order[item[0]])
    names: Counter[str] = Counter(name for _, actor in ordered for name in actor.names)
    mentions = sorted(
        (span for _, actor in ordered for span in actor.mentions), key=lambda s: (order[s.report], s.start)
    )
    # the name that most reports call the actor by; of these the longest
    votes = Counter(actor.name for _, actor in ordered if actor.wikidata) or Counter(actor.name for _, actor in ordered)
    name = max(votes, key=lambda each: (votes[each], len(each), each))
    return msgspec.structs.replace(
        group[0][1],
        id=id,
        name=name,
        names=tuple(sorted(names, key=lambda each: (-names[each], each))),
        offices=_distinct(agreed_offices([actor.offices for _, actor in ordered], held)),
        mentions=tuple(mentions),
        wikidata=next((actor.wikidata for _, actor in ordered if actor.wikidata), None),
    )
