"""Whether an act belongs in the record: told as such, of somebody known, and not of whoever may do it."""

from accord.find.attributions.trees import Tree
from accord.find.events.fitting import is_placed, stands_for_somebody
from accord.find.events.modality import Reading
from accord.find.events.roles import Roles
from accord.find.events.triggers import Trigger
from accord.find.parties import Parties, only_people
from accord.knowledge.words import word_class

_PAIR = 2
# Acts that are told whoever did them.
MATERIAL = frozenset(("PROTEST", "COERCE", "ASSAULT", "MOBILIZE", "SANCTION", "RETREAT", "REJECT", "CONCEDE", "AID"))


def is_told(tree: Tree, index: int, trigger: Trigger, reading: Reading, roles: Roles, parties: Parties) -> bool:
    """Whether an act belongs in the record: told, not wished for, and with somebody known in it."""
    if reading.status is None or not (
        roles.actors or roles.recipients or _by_unnamed(tree, index, trigger, roles, parties)
    ):
        return False
    if reading.status == "denied":
        if trigger.predicate.type == "REJECT" and reading.frame != "refuse":
            return False  # "did not rule out"
        if trigger.predicate.type == "OTHER":
            return False  # "winning no votes"
    if (
        not _is_shaped(tree, trigger)
        or _is_generic(tree, trigger.token)
        or not _fits_kind(tree, trigger, roles, parties)
    ):
        return False
    if trigger.predicate.type == "ACCUSE" and "c" in trigger.predicate.flags and not roles.recipients:
        return _is_of_others(parties, index, tree, trigger.token)
    return "t" not in trigger.predicate.flags or _is_to_somebody(parties, index, tree, trigger, roles)


def _fits_kind(tree: Tree, trigger: Trigger, roles: Roles, parties: Parties) -> bool:
    """Whether those take part of whom such an act is told."""
    kind = trigger.predicate.kind
    if kind == "meet" and trigger.token == trigger.noun and len(roles.actors) + len(roles.recipients) < _PAIR:
        return False  # "the Lima talks" say who met whom nowhere
    if kind == "statement" and not _is_joint(tree, trigger, roles):
        return False
    if kind == "elected" and not _chooses(parties, tree, roles):
        return False
    if trigger.predicate.words == ("protest",) and _is_objection(parties, roles):
        return False
    if trigger.predicate.type == "REQUEST" and not roles.actors:
        return any(parties.is_official(tree, head) for head in roles.by)
    if "k" in trigger.predicate.flags and not roles.recipients:
        return any(parties.is_official(tree, head) for head in roles.to)
    return True


def _is_objection(parties: Parties, roles: Roles) -> bool:
    """Whether named persons alone "protested", nowhere and against nobody: they only objected."""
    return (
        bool(roles.actors)
        and not roles.recipients
        and not roles.place
        and (len(only_people(parties, roles.actors)) == len(roles.actors))
    )


def _chooses(parties: Parties, tree: Tree, roles: Roles) -> bool:
    """Whether somebody known is chosen or takes the office: "the voters that elect them" are of no election."""
    known = any(parties.actors[actor].type != "state" for actor in (*roles.actors, *roles.recipients))
    return known or not any(tree.upos(head) == "PRON" for head in roles.to)


def _is_to_somebody(parties: Parties, index: int, tree: Tree, trigger: Trigger, roles: Roles) -> bool:
    """Whether an act that asks for somebody it is done to has one of another side, or of the same a second person."""
    homes = {parties.home(actor) or actor for actor in roles.actors}
    if not roles.recipients:
        if trigger.predicate.type == "REQUEST" and trigger.noun < 0:
            asked = [head for head in roles.to if tree.label(head) in ("obj", "iobj", "obl") and head > trigger.token]
            return any(stands_for_somebody(parties, index, tree, head) for head in asked)
        return trigger.predicate.type in ("ACCUSE", "CONSULT") and bool(roles.to)
    among = only_people(parties, roles.actors)
    return any(
        (parties.home(actor) or actor) not in homes or (among and parties.actors[actor].type == "person")
        for actor in roles.recipients
    )


def _is_shaped(tree: Tree, trigger: Trigger) -> bool:
    """Whether the verb has the shape in which it tells of the act."""
    flags = trigger.predicate.flags
    if tree.lemma(trigger.token) == "ask" and "?" in tree.words and not tree.children(trigger.token, "obj", "xcomp"):
        return False  # "“Is it so?” he asked"
    if tree.lemma(trigger.token) == "plead" and "guilty" in tree.lower[trigger.token + 1 : trigger.token + 3]:
        return False  # a plea in court asks nobody
    if "c" in flags and not tree.children(trigger.token, "ccomp", "xcomp"):
        return False
    behind = tree.lower[trigger.token + 1 : trigger.token + 2]
    if tree.lemma(trigger.token) == "ask" and word_class("asking").intersection(behind):
        return False  # "asked whether" asks for nothing
    return not ("v" in flags and tree.children(trigger.token, "nsubj:pass", "aux:pass"))


def _is_of_others(parties: Parties, index: int, tree: Tree, token: int) -> bool:
    """Whether a claim is about people without a name, "that soldiers crossed"; one about oneself charges nobody."""
    clauses = tree.children(token, "ccomp")
    subjects = [
        subject for clause in clauses for subject in tree.children(clause, "nsubj") if tree.upos(subject) == "NOUN"
    ]
    return any(stands_for_somebody(parties, index, tree, subject) for subject in subjects)


def _is_joint(tree: Tree, trigger: Trigger, roles: Roles) -> bool:
    """Whether a statement is that of several: "a joint statement", "Oslo and Lima issued a statement"."""
    joint = trigger.noun >= 0 and any(tree.lower[child] == "joint" for child in tree.children(trigger.noun, "amod"))
    return joint or "joint" in trigger.predicate.words or len({*roles.actors, *roles.recipients}) >= _PAIR


def _is_generic(tree: Tree, token: int) -> bool:
    """Whether a clause speaks of whoever may do it: "any side that breaks the truce"."""
    subjects = {tree.lower[child] for child in tree.children(token, "nsubj")}
    present = tree.sentence.feature(token, "Tense") == "Pres"
    return (
        bool(subjects & {"whoever", "anyone"})
        or (present and "you" in subjects)
        or (tree.full_label(token) == "acl:relcl" and present)
    )


def _by_unnamed(tree: Tree, index: int, trigger: Trigger, roles: Roles, parties: Parties) -> bool:
    """Whether officials do it, or it is told for its own sake whoever does: protesters, police, gunmen."""
    if trigger.predicate.type in MATERIAL:
        if len(trigger.predicate.words) > 1:
            return bool(roles.by or roles.to)  # a phrase names by itself what is done: "the truce was broken"
        somewhere = trigger.token == trigger.noun and is_placed(parties, index, tree, trigger.noun)
        return somewhere or any(stands_for_somebody(parties, index, tree, head) for head in (*roles.by, *roles.to))
    return any(parties.is_official(tree, head) for head in roles.by)
