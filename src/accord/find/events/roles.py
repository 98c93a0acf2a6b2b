"""Who does an act, to whom it is done, and where."""

from collections.abc import Iterable

from msgspec import Struct

from accord.find.attributions.trees import Tree
from accord.find.events.holders import holders_of
from accord.find.events.sides import case_of, find_sides, is_own, somebody
from accord.find.events.triggers import Trigger, noun_at
from accord.find.parties import Parties
from accord.knowledge.states import state_of_capital

# Acts that no thing does.
_OF_AGENTS = frozenset(("ACCUSE", "SUPPORT", "REQUEST", "REJECT", "AGREE"))
_WHERE = frozenset(("in", "at", "near", "outside", "inside", "to", "into", "off", "around"))


class Roles(Struct, frozen=True):
    """Who takes part in an act: actors by id, the place by its name, and the head tokens of the phrases that say so."""

    actors: tuple[str, ...] = ()
    recipients: tuple[str, ...] = ()
    place: str | None = None
    by: tuple[int, ...] = ()
    to: tuple[int, ...] = ()


def read_roles(parties: Parties, index: int, tree: Tree, trigger: Trigger) -> Roles:
    """Read who takes part in an act from the phrases about the words that tell it."""
    token, noun = trigger.token, trigger.noun
    by, to = find_sides(tree, trigger)
    if by:
        at = parties.by_token.get(index, {})
        to = [head for head in to if not is_own(tree, head) or any(node in at for node in tree.below(head))]
    actors = _actors(parties, index, tree, by)
    recipients = tuple(actor for actor in _actors(parties, index, tree, to) if actor not in actors)
    if trigger.predicate.type in _OF_AGENTS:
        actors = actors or _meant_by_it(parties, tree, by) or _governments(parties, index, tree, by, ("nsubj",))
        recipients = recipients or _governments(parties, index, tree, to, ("obj", "nsubj:pass"))
        recipients = tuple(each for each in recipients if each not in actors)
    if trigger.predicate.kind == "visit" and not recipients:
        recipients = tuple(each for each in _visited(parties, index, tree, token, noun) if each not in actors)
    recipients = _without_own_side(parties, actors, recipients)
    if "r" in trigger.predicate.flags and not actors:
        actors, recipients = recipients, ()
    return Roles(actors, recipients, _place(parties, index, tree, token, noun), somebody(tree, by), somebody(tree, to))


def _meant_by_it(parties: Parties, tree: Tree, heads: Iterable[int]) -> tuple[str, ...]:
    """The state or body that "it" stands for where only somebody can do the act: "it thanked the team"."""
    found = [actor for head in heads if tree.lower[head] == "it" for actor in _referents(parties, tree, head)]
    return tuple(found) if all(parties.actors[each].type in ("state", "organization") for each in found) else ()


def _governments(
    parties: Parties, index: int, tree: Tree, heads: Iterable[int], labels: tuple[str, ...]
) -> tuple[str, ...]:
    """Places that act or are acted on as those who govern them: "Bavaria sued Saxony"."""
    at = parties.by_token.get(index, {})
    named = [head for head in heads if tree.label(head) in labels or tree.full_label(head) in labels]
    named += [head for head in heads if case_of(tree, head) == "against"]
    joined = [node for head in named for node in (head, *tree.children(head, "conj"))]
    found = [at[node] for node in joined if node in at and parties.actors[at[node]].type == "place"]
    return tuple(dict.fromkeys(found))


def _referents(parties: Parties, tree: Tree, head: int) -> tuple[str, ...]:
    return parties.referents.at(tree.sentence.starts[head]) or ()


def _without_own_side(parties: Parties, actors: tuple[str, ...], recipients: tuple[str, ...]) -> tuple[str, ...]:
    """Recipients without the leaders of a state that acts and the states whose leaders act."""
    own = {parties.home(actor) for actor in actors} - {None}
    led = {office.of for actor in actors for office in parties.actors[actor].offices if office.of}
    return tuple(
        each
        for each in recipients
        if each not in own
        and parties.home(each) not in actors
        and led.isdisjoint((parties.actors[each].name, *parties.actors[each].names))
    )


def _visited(parties: Parties, index: int, tree: Tree, token: int, noun: int) -> tuple[str, ...]:
    """State whose capital is the place of a visit: "flew to Lima"."""
    at = parties.by_token.get(index, {})
    nodes = [node for node in (token, noun) if node >= 0]
    nodes += [child for node in nodes for child in tree.kids[node] if noun_at(tree, child)]  # "began it with a trip to"
    near = [child for node in nodes for child in tree.kids[node] if child in at]
    states = [
        state_of_capital(parties.actors[at[node]].name) for node in near if tree.label(node) in ("obj", "obl", "nmod")
    ]
    return tuple(
        dict.fromkeys(parties.state_ids[each.name] for each in states if each and each.name in parties.state_ids)
    )


def _actors(parties: Parties, index: int, tree: Tree, heads: Iterable[int]) -> tuple[str, ...]:
    found = (holders_of(parties, tree, head, parties.of_phrase(index, tree, head)) for head in heads)
    return tuple(dict.fromkeys(actor for each in found for actor in each))


def _place(parties: Parties, index: int, tree: Tree, token: int, noun: int) -> str | None:
    """Name of the nearest place that stands behind "in", "at" or "near" about an act."""
    at = parties.by_token.get(index, {})
    nodes = [child for node in (token, noun) if node >= 0 for child in tree.kids[node]]
    nodes += [grand for child in nodes for grand in tree.kids[child] if tree.label(grand) == "nmod"]
    for node in nodes:
        actor = at.get(node)
        if actor and case_of(tree, node) in _WHERE and parties.actors[actor].type in ("place", "state"):
            return parties.actors[actor].name
    return None
