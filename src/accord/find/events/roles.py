"""Who does an act, to whom it is done, and where."""

from collections.abc import Iterable

from msgspec import Struct

from accord.find.attributions.trees import Tree
from accord.find.events.holders import holders_of
from accord.find.events.triggers import Trigger, noun_at
from accord.find.parties import Parties
from accord.knowledge.states import state_of_adjective, state_of_capital
from accord.language.subjects import subject_of

_DONE_BY = frozenset(("by", "from", "of"))
_AMONG = frozenset(("between", "among", "amongst"))
_TO_WHOM = frozenset(
    ("to", "with", "against", "on", "for", "from", "into", "at", "toward", "towards", "over", "upon", "in", "of")
)
_WHERE = frozenset(("in", "at", "near", "outside", "inside", "to", "into", "off", "around"))
_AT = frozenset(("in", "at", "on", "into", "over", "for"))
_MATTER = frozenset(("on", "of", "for", "over", "in", "at", "into"))
_NOBODY = frozenset(("it", "this", "that", "which", "what", "there", "these", "those", "nothing"))
_ITS = frozenset(("it", "they", "he", "she"))
_NOUNS = ("nmod", "compound", "amod", "obl")
_OWNER = "nmod:poss"


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
    if token == noun:
        by, to = _noun_heads(tree, noun)
    else:
        by, to = _verb_heads(tree, token, trigger.predicate.type)
        if noun >= 0:
            between, others = _noun_heads(tree, noun)
            among = [head for head in between if _case(tree, head) in _AMONG or not by]
            by, to = [*by, *among], [*to, *(head for head in (*between, *others) if head not in among)]
        to = [each for head in to for each in _within_act(tree, head)]
    if trigger.predicate.type == "CONSULT" and trigger.predicate.kind != "visit":
        to = [head for head in to if _case(tree, head) not in _AT]  # a meeting in Oslo is with nobody of Oslo
    if trigger.predicate.type == "AGREE":
        # "a treaty on the Nile" binds no river
        to = [head for head in to if _case(tree, head) not in _MATTER and not noun_at(tree, head)]
    actors = _actors(parties, index, tree, by)
    recipients = tuple(actor for actor in _actors(parties, index, tree, to) if actor not in actors)
    if trigger.predicate.kind == "visit" and not recipients:
        recipients = tuple(each for each in _visited(parties, index, tree, token, noun) if each not in actors)
    recipients = _without_own_side(parties, actors, recipients)
    if "r" in trigger.predicate.flags and not actors:
        actors, recipients = recipients, ()
    return Roles(
        actors, recipients, _place(parties, index, tree, token, noun), _somebody(tree, by), _somebody(tree, to)
    )


def _without_own_side(parties: Parties, actors: tuple[str, ...], recipients: tuple[str, ...]) -> tuple[str, ...]:
    """Recipients without the leaders of a state that acts and the states whose leaders act."""
    own = {parties.home(actor) for actor in actors} - {None}
    return tuple(each for each in recipients if each not in own and parties.home(each) not in actors)


def _visited(parties: Parties, index: int, tree: Tree, token: int, noun: int) -> tuple[str, ...]:
    """State whose capital is the place of a visit: "flew to Lima"."""
    at = parties.by_token.get(index, {})
    near = [child for node in (token, noun) if node >= 0 for child in tree.kids[node] if child in at]
    states = [
        state_of_capital(parties.actors[at[node]].name) for node in near if tree.label(node) in ("obj", "obl", "nmod")
    ]
    return tuple(
        dict.fromkeys(parties.state_ids[each.name] for each in states if each and each.name in parties.state_ids)
    )


def _actors(parties: Parties, index: int, tree: Tree, heads: Iterable[int]) -> tuple[str, ...]:
    found = (holders_of(parties, tree, head, parties.of_phrase(index, tree, head)) for head in heads)
    return tuple(dict.fromkeys(actor for each in found for actor in each))


def _somebody(tree: Tree, heads: Iterable[int]) -> tuple[int, ...]:
    """Heads that can stand for somebody: no act, no pronoun for a thing."""
    return tuple(head for head in dict.fromkeys(heads) if tree.lower[head] not in _NOBODY and not noun_at(tree, head))


def _within_act(tree: Tree, head: int) -> list[int]:
    """A head; of an act's name ("an offer of talks from Oslo") those who take part in that act."""
    if not noun_at(tree, head):
        return [head]
    by, to = _noun_heads(tree, head)
    return [head, *by, *to]


def _verb_heads(tree: Tree, token: int, type_: str) -> tuple[list[int], list[int]]:
    """Heads of the phrases that say who does what a verb tells, and to whom."""
    by: list[int] = []
    to: list[int] = []
    subject, passive = subject_of(tree.sentence, token)
    if subject >= 0 and subject != token:
        subject = meant_subject(tree, token, subject)
        same = tree.full_label(subject)
        beside = [child for child in tree.kids[tree.head(subject)] if tree.full_label(child) == same]
        (to if passive else by).extend(beside if tree.label(subject) == "nsubj" else [subject])
    for child in tree.kids[token]:
        if _is_party(tree, child):
            (by if _does(tree, child, passive) else to).append(child)
        if tree.label(child) in ("ccomp", "xcomp"):
            to.extend(_inner_heads(tree, child))
        if tree.label(child) == "advcl" and type_ == "PROTEST":
            to.extend(
                each for each in tree.children(child, "obj", "obl") if _is_party(tree, each)
            )  # "marched to protest"
    return by, to


def meant_subject(tree: Tree, token: int, subject: int) -> int:
    """Whom the pronoun of a clause stands for, where it can be who says it: "Oslo said it would send ships"."""
    said = tree.head(token)
    if tree.lower[subject] not in _ITS or tree.label(token) != "ccomp" or said < 0:
        return subject
    speakers = tree.children(said, "nsubj")
    return speakers[0] if speakers else subject


def _inner_heads(tree: Tree, verb: int) -> list[int]:
    """Heads of those of whom a clause or infinitive says it: "urged that the bank lend", "refused to meet her"."""
    found = tree.children(verb, "nsubj")[:1]
    if tree.label(verb) == "xcomp":
        found += [child for child in tree.children(verb, "obj", "iobj", "obl", "xcomp") if _is_party(tree, child)]
    return found


def _is_party(tree: Tree, child: int) -> bool:
    label = tree.label(child)
    return label in ("obj", "iobj") or (label == "obl" and _case(tree, child) in _TO_WHOM | _AMONG | {"by"})


def _does(tree: Tree, child: int, passive: bool) -> bool:
    """Whether a phrase names who does it: the agent of a passive, those between whom it is done."""
    case = _case(tree, child)
    return tree.full_label(child) == "obl:agent" or (passive and case == "by") or case in _AMONG


def _noun_heads(tree: Tree, noun: int) -> tuple[list[int], list[int]]:
    """Heads of the phrases of a noun that say whose act it is, and to whom it is done."""
    by: list[int] = []
    to: list[int] = []
    for child in tree.kids[noun]:
        label, case = tree.label(child), _case(tree, child)
        if label not in _NOUNS:
            continue
        if label in ("compound", "amod") and not (tree.upos(child) == "PROPN" or state_of_adjective(tree.words[child])):
            continue
        owns = tree.full_label(child) == _OWNER or label in ("compound", "amod")
        if owns or case in _DONE_BY or case in _AMONG:
            by.append(child)
        elif case in _TO_WHOM:
            to.append(child)
    return by, to


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
