"""Who does an act, to whom it is done, and where."""

from msgspec import Struct

from accord.find.attributions.trees import Tree
from accord.find.events.triggers import Trigger
from accord.find.parties import Parties
from accord.find.subjects import subject_of

_DONE_BY = frozenset(("by", "from", "of"))
_AMONG = frozenset(("between", "among", "amongst"))
_TO_WHOM = frozenset(
    ("to", "with", "against", "on", "for", "from", "into", "at", "toward", "towards", "over", "upon", "in", "of")
)
_WHERE = frozenset(("in", "at", "near", "outside", "inside", "to", "into", "off", "around"))


class Roles(Struct, frozen=True):
    """Actors by id: who does it, to whom; the place by its name."""

    actors: tuple[str, ...] = ()
    recipients: tuple[str, ...] = ()
    place: str | None = None


def read_roles(parties: Parties, index: int, tree: Tree, trigger: Trigger) -> Roles:
    """Read who takes part in an act from the phrases about the words that tell it."""
    token, noun = trigger.token, trigger.noun
    done_by: list[str] = []
    done_to: list[str] = []
    if token != noun:
        done_by, done_to = _verb_roles(parties, index, tree, token)
    if noun >= 0:
        by, to = _noun_roles(parties, index, tree, noun)
        done_by += by
        done_to += to
    if "r" in trigger.predicate.flags and not done_by and done_to:
        done_by, done_to = done_to, []
    actors = tuple(dict.fromkeys(done_by))
    recipients = tuple(actor for actor in dict.fromkeys(done_to) if actor not in actors)
    return Roles(actors, recipients, _place(parties, index, tree, token, noun))


def _verb_roles(parties: Parties, index: int, tree: Tree, token: int) -> tuple[list[str], list[str]]:
    done_by: list[str] = []
    done_to: list[str] = []
    subject, passive = subject_of(tree, token)
    if subject >= 0 and subject != token:
        beside = [
            child for child in tree.kids[tree.head(subject)] if tree.full_label(child) == tree.full_label(subject)
        ]
        for each in beside if tree.label(subject) == "nsubj" else [subject]:
            (done_to if passive else done_by).extend(parties.of_phrase(index, tree, each))
    for child in tree.kids[token]:
        found = parties.of_phrase(index, tree, child) if _is_party(tree, child) else ()
        (done_by if _does(tree, child, passive) else done_to).extend(found)
        if tree.label(child) in ("ccomp", "xcomp"):
            done_to.extend(_below_subject(parties, index, tree, child))
    return done_by, done_to


def _is_party(tree: Tree, child: int) -> bool:
    label = tree.label(child)
    return label in ("obj", "iobj") or (label == "obl" and _case(tree, child) in _TO_WHOM | _AMONG | {"by"})


def _does(tree: Tree, child: int, passive: bool) -> bool:
    """Whether a phrase names who does it: the agent of a passive, those between whom it is done."""
    case = _case(tree, child)
    return tree.full_label(child) == "obl:agent" or (passive and case == "by") or case in _AMONG


def _below_subject(parties: Parties, index: int, tree: Tree, verb: int) -> tuple[str, ...]:
    """Whom an infinitive or clause is asked of: "urged that the bank lend", where it has a subject of its own."""
    subjects = tree.children(verb, "nsubj")
    return parties.of_phrase(index, tree, subjects[0]) if subjects else ()


def _noun_roles(parties: Parties, index: int, tree: Tree, noun: int) -> tuple[list[str], list[str]]:
    done_by: list[str] = []
    done_to: list[str] = []
    for child in tree.kids[noun]:
        label = tree.label(child)
        case = _case(tree, child)
        found = parties.of_phrase(index, tree, child) if label in ("nmod", "compound", "amod", "obl") else ()
        if not found:
            continue
        if tree.full_label(child) == "nmod:poss" or case in _DONE_BY or case in _AMONG or label in ("compound", "amod"):
            done_by.extend(found)
        elif case in _TO_WHOM:
            done_to.extend(found)
    return done_by, done_to


def _case(tree: Tree, token: int) -> str:
    cases = [tree.lower[child] for child in tree.kids[token] if tree.label(child) == "case" and child < token]
    return cases[0] if cases else ""


def _place(parties: Parties, index: int, tree: Tree, token: int, noun: int) -> str | None:
    """Name of the nearest place that stands behind "in", "at" or "near" about an act."""
    at = parties.by_token.get(index, {})
    nodes = [child for node in (token, noun) if node >= 0 for child in tree.kids[node]]
    nodes += [grand for child in nodes for grand in tree.kids[child] if tree.label(grand) == "nmod"]
    for node in nodes:
        actor = at.get(node)
        if actor and _case(tree, node) in _WHERE and parties.actors[actor].type in ("place", "state"):
            return parties.actors[actor].name
    return None
