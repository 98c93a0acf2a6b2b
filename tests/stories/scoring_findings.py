"""Scores of attributions, actors, events and relations."""

from collections.abc import Sequence
from typing import Any

from accord.model.findings import Actor, Attribution, Event, Relation
from tests.stories.expected import Entry, Place
from tests.stories.pairing import Score, best_likeness, found, likeness, name_key, pair, same_date
from tests.stories.scoring import CONTENT_LEAST, EVIDENCE_LEAST, Scores, Sides, alternatives, optional


def keys_of(sides: Sides, names: Sequence[str]) -> set[str]:
    """Reduce expected names to what an account's names are reduced to."""
    return {sides.who(name) for name in names}


def score_attributions(sides: Sides) -> Scores:
    """Compare attributions by their content, then who said it, how, and through whom."""
    entries, said = sides.expected.data["attributions"], sides.account.attributions
    asked = [sides.expected.place(entry["content"], entry["report"]) for entry in entries]
    contents = [sides.place(*attribution.content) for attribution in said]
    pairs = pair(asked, contents, likeness, least=CONTENT_LEAST)
    judged = [(entries[i], said[j]) for i, j in pairs.items() if not entries[i].get("optional")]
    hits = {field: 0 for field in ("speaker", "source", "cue", "kind", "via")}
    for entry, attribution in judged:
        options = [entry, *({**entry, **other} for other in entry.get("also", []))]
        for field in hits:
            hits[field] += any(_agrees(sides, field, option, attribution) for option in options)
    scores = {f"attributions.{field}": Score(count, len(judged)) for field, count in hits.items()}
    return {"attributions.found": found(pairs, len(said), optional(entries)), **scores}


def _agrees(sides: Sides, field: str, entry: Entry, attribution: Attribution) -> bool:
    if field == "kind":
        return bool(entry["kind"] == attribution.kind)
    if field in ("speaker", "via"):
        return keys_of(sides, entry[field]) == sides.all_who(getattr(attribution, field))
    place, span = sides.expected.place(entry[field], entry["report"]), getattr(attribution, field)
    return span is None if place is None else likeness(place, sides.place(span)) > 0


def score_actors(sides: Sides) -> Scores:
    """Compare actors by the names they share, then their types, all their names, and their posts."""
    entries, actors = sides.expected.data["actors"], sides.account.actors
    wanted = [{name_key(name) for name in (entry["name"], *entry["names"])} for entry in entries]
    given = [{name_key(name) for name in (actor.name, *actor.names)} for actor in actors]
    # a capital names a state and a city: of two that share as many names, the one of the same type is meant
    pairs = pair(
        range(len(entries)),
        range(len(actors)),
        lambda i, j: _shared(wanted[i], given[j]) * (2 if entries[i]["type"] == actors[j].type else 1),
    )
    judged = [(entries[i], actors[j]) for i, j in pairs.items() if not entries[i].get("optional")]
    types = sum(entry["type"] == actor.type for entry, actor in judged)
    names = [({*map(name_key, entry["names"])}, {*map(name_key, actor.names)}) for entry, actor in judged]
    posts = [(_posts_asked(sides, entry), _posts_said(sides, actor)) for entry, actor in judged]
    return {
        "actors.found": found(pairs, len(actors), optional(entries)),
        "actors.type": Score(types, len(judged)),
        "actors.names": _overlap(names),
        "actors.offices": _overlap(posts),
    }


def _overlap(sets: Sequence[tuple[set[Any], set[Any]]]) -> Score:
    """Add up what pairs of sets share."""
    return Score(sum(len(a & s) for a, s in sets), sum(len(a) for a, _ in sets), sum(len(s) for _, s in sets))


def _shared(ones: set[str], others: set[str]) -> float:
    return len(ones & others) / len(ones | others)


def _posts_asked(sides: Sides, entry: Entry) -> set[tuple[str, str]]:
    return {(name_key(post["title"]), sides.who(post["of"] or "")) for post in entry["offices"]}


def _posts_said(sides: Sides, actor: Actor) -> set[tuple[str, str]]:
    return {(name_key(post.title), sides.who(post.of or "")) for post in actor.offices}


def evidence_pairs(sides: Sides, entries: list[Entry], said: Sequence[Event] | Sequence[Relation]) -> dict[int, int]:
    """Pair what rests on evidence by the best of its places."""
    asked = [[sides.expected.place(each) for each in entry["evidence"]] for entry in entries]
    given: list[list[Place | None]] = [[sides.place(span) for span in item.evidence] for item in said]
    return pair(asked, given, best_likeness, least=EVIDENCE_LEAST)


def score_events(sides: Sides) -> Scores:
    """Compare events by their evidence, then type, status, date and those who take part."""
    entries, events = sides.expected.data["events"], sides.account.events
    pairs = evidence_pairs(sides, entries, events)
    judged = [(entries[i], events[j]) for i, j in pairs.items() if not entries[i].get("optional")]
    types = sum(event.type in alternatives(entry, "type") for entry, event in judged)
    status = sum(event.status == entry["status"] for entry, event in judged)
    dates = sum(same_date(alternatives(entry, "date"), event.date) for entry, event in judged)
    actors = sum(
        keys_of(sides, entry["actors"] + entry["recipients"]) == sides.all_who((*event.actors, *event.recipients))
        for entry, event in judged
    )
    shares = {"type": types, "status": status, "date": dates, "actors": actors}
    scores = {f"events.{field}": Score(hits, len(judged)) for field, hits in shares.items()}
    return {"events.found": found(pairs, len(events), optional(entries)), **scores}


def score_relations(sides: Sides) -> Scores:
    """Compare relations by their evidence, then kind and parties."""
    entries, relations = sides.expected.data["relations"], sides.account.relations
    pairs = evidence_pairs(sides, entries, relations)
    judged = [(entries[i], relations[j]) for i, j in pairs.items() if not entries[i].get("optional")]
    kinds = sum(relation.kind == entry["kind"] for entry, relation in judged)
    parties = sum(keys_of(sides, entry["parties"]) == sides.all_who(relation.parties) for entry, relation in judged)
    return {
        "relations.found": found(pairs, len(relations), optional(entries)),
        "relations.kind": Score(kinds, len(judged)),
        "relations.parties": Score(parties, len(judged)),
    }
