"""From triggers to the events of a sentence: what is told, by whom, how surely; what a record has no use for is out."""

from collections.abc import Mapping, Sequence

from msgspec import Struct, structs

from accord.find.attributions.trees import Tokens, Tree
from accord.find.events.dates import date_of
from accord.find.events.fitting import is_literal, is_of_words
from accord.find.events.modality import Reading, is_question, read_act
from accord.find.events.roles import Roles, read_roles
from accord.find.events.stretches import evidence_of
from accord.find.events.threats import asks_by_warning, is_threat
from accord.find.events.told import MATERIAL, is_told
from accord.find.events.triggers import Trigger, find_triggers
from accord.find.parties import Parties, only_people
from accord.model.findings import EventStatus, EventType, Time

# An act that was not done is told as a refusal, where refusing is what a party does.
_NEGATED = frozenset(("AGREE", "SUPPORT", "CONCEDE", "COOPERATE", "AID"))
# Acts that are worth more in a record than the promise of them.
_PROMISED = frozenset(("AID", "CONCEDE", "RETREAT", "CONSULT", "SANCTION"))
# Acts of speech: a time in what is said is not theirs.
_SAYING = frozenset(("REQUEST", "ACCUSE", "REJECT", "THREATEN"))
# Acts of an hour: what takes days is not they.
_BRIEF = frozenset(("host", "call", "agree", "sign", "statement", "ceremony"))


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
        reading = _read(tree, trigger)
        roles = read_roles(parties, index, tree, trigger)
        parties.note(roles.actors or roles.recipients)
        parties.note_states((*roles.actors, *roles.recipients))
        if (
            trigger.token in covered
            or (asked and trigger.token != trigger.noun)
            or not is_literal(parties, index, tree, trigger, roles)
            or _only_promises(tree, trigger, told)
            or not is_threat(tree, trigger)
            or not is_told(tree, index, trigger, reading, roles, parties)
        ):
            continue
        draft = _draft(parties, tree, index, trigger, reading, roles, times)
        if "d" in trigger.predicate.flags and not _is_dated_deed(draft):
            continue
        covered.update(range(*draft.stretch) if draft.type in ("REJECT", "ACCUSE", "THREATEN") else ())
        if found and _goes_on(tree, found[-1], draft):
            found[-1] = structs.replace(found[-1], stretch=(found[-1].stretch[0], draft.stretch[1]))
        else:
            found.extend(_by_counterpart(draft, trigger, parties))
    return found


def _is_dated_deed(draft: Draft) -> bool:
    """Whether somebody known does or suffers it at a time that is told, not "in recent years": it may be an event."""
    is_timed = draft.date is not None and ".." not in draft.date
    return is_timed and draft.status != "possible" and bool(draft.roles.actors)


def _read(tree: Tree, trigger: Trigger) -> Reading:
    """How an act is told; one of whose noun it says "no" was not done: "reached no agreement"."""
    reading = read_act(tree, trigger.token)
    none = trigger.noun not in (-1, trigger.token) and any(
        tree.lower[child] == "no" for child in tree.children(trigger.noun, "det")
    )
    return structs.replace(reading, status="denied") if none and reading.status == "happened" else reading


def _goes_on(tree: Tree, before: Draft, draft: Draft) -> bool:
    """Whether a verb joined to the one before tells of the same act by the same: "massed tanks and dug trenches"."""
    same = (before.type, before.status, before.roles.actors) == (draft.type, draft.status, draft.roles.actors)
    joined = tree.label(draft.token) == "conj" and tree.head(draft.token) == before.token
    return same and joined and draft.type in MATERIAL and before.stretch[1] + 2 >= draft.stretch[0]


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
    if asks_by_warning(parties, tree, trigger, roles):
        type_, kind = "REQUEST", "request"
    if status == "denied" and (type_ in _NEGATED or reading.frame == "refuse"):
        type_, status = "REJECT", "happened"
    if status == "happened" and "p" in trigger.predicate.flags:
        status = "planned"
    date = date_of(tree, trigger.token, stretch, times, own_only=type_ in _SAYING, lasting=kind not in _BRIEF)
    return Draft(index, trigger.token, type_, kind, status, roles, stretch, date)


def _only_promises(tree: Tree, trigger: Trigger, told: Mapping[int, EventType]) -> bool:
    """Whether what is promised is told as an act of its own: "agreed to release the crew" is the release to come."""
    inner = tree.children(trigger.token, "xcomp")[:1] if trigger.predicate.kind == "agree" else []
    return any(told.get(verb) in _PROMISED for verb in inner)


def _by_counterpart(draft: Draft, trigger: Trigger, parties: Parties) -> list[Draft]:
    """One event a counterpart, where one person met several or one state raised its ties with several."""
    if "r" not in trigger.predicate.flags or len(draft.roles.actors) != 1:
        return [draft]
    others: tuple[str, ...] = ()
    if draft.type == "CONSULT":
        others = only_people(parties, draft.roles.recipients)
    elif draft.kind == "upgrade":
        others = draft.roles.recipients
    if len(others) < 2:
        return [draft]
    return [structs.replace(draft, roles=structs.replace(draft.roles, recipients=(each,))) for each in others]
