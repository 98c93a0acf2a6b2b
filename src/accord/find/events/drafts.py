"""From triggers to the events of a sentence: what is told, by whom, how surely; what a record has no use for is out."""

from collections.abc import Mapping, Sequence

from msgspec import Struct, structs

from accord.find.attributions.trees import Tokens, Tree
from accord.find.events.dates import date_of
from accord.find.events.fitting import is_literal, is_of_words, is_placed, stands_for_somebody
from accord.find.events.modality import Reading, is_question, read_act
from accord.find.events.roles import Roles, read_roles
from accord.find.events.stretches import evidence_of
from accord.find.events.triggers import Trigger, find_triggers
from accord.find.parties import Parties, only_people
from accord.model.findings import EventStatus, EventType, Time

PAIR = 2
# An act that was not done is told as a refusal, where refusing is what a party does.
_NEGATED = frozenset(("AGREE", "SUPPORT", "CONCEDE", "COOPERATE", "AID"))
# Acts that are worth more in a record than the promise of them.
_PROMISED = frozenset(("AID", "CONCEDE", "RETREAT", "CONSULT", "SANCTION"))
# Acts of speech: a time in what is said is not theirs.
_SAYING = frozenset(("REQUEST", "ACCUSE", "REJECT", "THREATEN"))
# Acts of an hour: what takes days is not they.
_BRIEF = frozenset(("host", "call", "agree", "sign", "statement", "ceremony"))
_ASKING = frozenset(("if", "whether", "who", "what", "which", "when", "where", "why", "how"))
# Acts that are told whoever did them.
_MATERIAL = frozenset(("PROTEST", "COERCE", "ASSAULT", "MOBILIZE", "SANCTION", "RETREAT", "REJECT", "CONCEDE", "AID"))


class Draft(Struct, frozen=True):
    """An event of a sentence before it has an id; `kind` says which acts of its type are one thing."""

    sentence: int
    token: int
    type: EventType
    kind: str
    status: EventStatus
    roles: Roles
    stretch: Tokens
    date: str | None


def drafts_of(tree: Tree, index: int, parties: Parties, times: Sequence[tuple[int, Time]]) -> list[Draft]:
    """Events of a sentence in order; who took part is remembered for the pronouns of the next."""
    found: list[Draft] = []
    covered: set[int] = set()
    triggers = find_triggers(tree)
    told = {trigger.token: trigger.predicate.type for trigger in triggers}
    asked = is_question(tree)
    for trigger in triggers:
        parties.follow(index, tree, trigger.token)
        reading = read_act(tree, trigger.token)
        roles = read_roles(parties, index, tree, trigger)
        parties.note(roles.actors or roles.recipients)
        parties.note_states((*roles.actors, *roles.recipients))
        if (
            trigger.token in covered
            or (asked and trigger.token != trigger.noun)
            or not is_literal(parties, index, tree, trigger, roles)
            or _only_promises(tree, trigger, told)
            or not _is_told(tree, index, trigger, reading, roles, parties)
        ):
            continue
        draft = _draft(parties, tree, index, trigger, reading, roles, times)
        covered.update(range(*draft.stretch) if draft.type in ("REJECT", "ACCUSE", "THREATEN") else ())
        if found and _goes_on(tree, found[-1], draft):
            found[-1] = structs.replace(found[-1], stretch=(found[-1].stretch[0], draft.stretch[1]))
        else:
            found.extend(_by_counterpart(draft, trigger, parties))
    return found


def _goes_on(tree: Tree, before: Draft, draft: Draft) -> bool:
    """Whether a verb joined to the one before tells of the same act by the same: "massed tanks and dug trenches"."""
    same = (before.type, before.status, before.roles.actors) == (draft.type, draft.status, draft.roles.actors)
    joined = tree.label(draft.token) == "conj" and tree.head(draft.token) == before.token
    return same and joined and draft.type in _MATERIAL and before.stretch[1] + 2 >= draft.stretch[0]


def _draft(
    parties: Parties,
    tree: Tree,
    index: int,
    trigger: Trigger,
    reading: Reading,
    roles: Roles,
    times: Sequence[tuple[int, Time]],
) -> Draft:
    stretch = evidence_of(tree, trigger, reading.above)
    type_, kind, status = trigger.predicate.type, trigger.predicate.kind, reading.status or "happened"
    if is_of_words(parties, trigger, roles):
        type_, kind = "ACCUSE", "condemn"
    if status == "denied" and (type_ in _NEGATED or reading.frame == "refuse"):
        type_, status = "REJECT", "happened"
    if status == "happened" and "p" in trigger.predicate.flags:
        status = "planned"
    date = date_of(tree, trigger.token, stretch, times, own_only=type_ in _SAYING, lasting=kind not in _BRIEF)
    return Draft(index, trigger.token, type_, kind, status, roles, stretch, date)


def _is_told(tree: Tree, index: int, trigger: Trigger, reading: Reading, roles: Roles, parties: Parties) -> bool:
    """Whether an act belongs in the record: told, not wished for, and with somebody known in it."""
    if reading.status is None or not (
        roles.actors or roles.recipients or _by_unnamed(tree, index, trigger, roles, parties)
    ):
        return False
    alone = trigger.token == trigger.noun and trigger.predicate.kind == "meet"
    if alone and len(roles.actors) + len(roles.recipients) < PAIR:
        return False  # "the Lima talks" say who met whom nowhere
    if reading.status == "denied" and trigger.predicate.type == "REJECT" and reading.frame != "refuse":
        return False  # "did not rule out"
    if trigger.predicate.kind == "statement" and not _is_joint(tree, trigger, roles):
        return False
    if not _is_shaped(tree, trigger) or _is_generic(tree, trigger.token):
        return False
    if (
        trigger.predicate.type == "REQUEST"
        and not roles.actors
        and not any(parties.is_official(tree, n) for n in roles.by)
    ):
        return False
    if trigger.predicate.type == "ACCUSE" and "c" in trigger.predicate.flags and not roles.recipients:
        return _is_of_others(parties, index, tree, trigger.token)
    if "t" not in trigger.predicate.flags:
        return True
    homes = {parties.home(actor) or actor for actor in roles.actors}
    if roles.recipients:
        return any((parties.home(actor) or actor) not in homes for actor in roles.recipients)
    return trigger.predicate.type in ("ACCUSE", "CONSULT") and bool(roles.to)


def _is_shaped(tree: Tree, trigger: Trigger) -> bool:
    """Whether the verb has the shape in which it tells of the act."""
    flags = trigger.predicate.flags
    if "c" in flags and not tree.children(trigger.token, "ccomp", "xcomp"):
        return False
    if tree.lemma(trigger.token) == "ask" and set(tree.lower[trigger.token + 1 : trigger.token + 2]) & _ASKING:
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
    return joint or "joint" in trigger.predicate.words or len({*roles.actors, *roles.recipients}) >= PAIR


def _is_generic(tree: Tree, token: int) -> bool:
    """Whether a clause speaks of whoever may do it: "any side that breaks the truce"."""
    subjects = {tree.lower[child] for child in tree.children(token, "nsubj")}
    present = tree.sentence.feature(token, "Tense") == "Pres"
    return bool(subjects & {"whoever", "anyone"}) or (tree.full_label(token) == "acl:relcl" and present)


def _by_unnamed(tree: Tree, index: int, trigger: Trigger, roles: Roles, parties: Parties) -> bool:
    """Whether officials do it, or it is told for its own sake whoever does: protesters, police, gunmen."""
    if trigger.predicate.type in _MATERIAL:
        if len(trigger.predicate.words) > 1:
            return bool(roles.by or roles.to)  # a phrase names by itself what is done: "the truce was broken"
        somewhere = trigger.token == trigger.noun and is_placed(parties, index, tree, trigger.noun)
        return somewhere or any(stands_for_somebody(parties, index, tree, head) for head in (*roles.by, *roles.to))
    return any(parties.is_official(tree, head) for head in roles.by)


def _only_promises(tree: Tree, trigger: Trigger, told: Mapping[int, EventType]) -> bool:
    """Whether what is promised is told as an act of its own: "agreed to release the crew" is the release to come."""
    inner = tree.children(trigger.token, "xcomp")[:1] if trigger.predicate.kind == "agree" else []
    return any(told.get(verb) in _PROMISED for verb in inner)


def _by_counterpart(draft: Draft, trigger: Trigger, parties: Parties) -> list[Draft]:
    """One event a counterpart, where one person met several: they were several meetings."""
    if draft.type != "CONSULT" or "r" not in trigger.predicate.flags:
        return [draft]
    met = only_people(parties, draft.roles.recipients)
    if len(met) < 2 or len(draft.roles.actors) != 1:
        return [draft]
    return [structs.replace(draft, roles=structs.replace(draft.roles, recipients=(each,))) for each in met]
