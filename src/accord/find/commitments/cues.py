"""Verbs and nouns that bind or ask, with what they bind to and how far it has come."""

from collections.abc import Iterator

from msgspec import Struct

from accord.find.attributions.phrases import noun_phrase, trim
from accord.find.attributions.trees import Tokens, Tree
from accord.find.commitments.binding import (
    asks_or_holds,
    can_undertake,
    has_subject,
    is_aside,
    is_asked_about,
    is_deed,
    is_done_to,
    is_missed,
    is_outcome,
    is_passive_need,
    is_rejected,
    is_said,
    is_wish_within,
)
from accord.find.commitments.matters import is_infinitive, matters_of, opens_matter, stretch_of_matter
from accord.find.events.modality import Reading, is_question, read_act
from accord.find.events.sides import meant_subject
from accord.find.events.stretches import clause_tokens
from accord.find.events.triggers import noun_at, verb_trigger
from accord.find.parties import Parties, is_party_noun
from accord.knowledge.commitments import CommitmentCue, commitment_cues, commitment_nouns, instrument_lemmas
from accord.knowledge.tables import read_words
from accord.language.referents.nouns import sort_of
from accord.language.subjects import subject_of
from accord.model.findings import Stage

_PAIR = 2
_NO_DEEDS = frozenset(("CONSULT", "OTHER", "ACCUSE", "REJECT", "THREATEN", "PROTEST", "ASSAULT"))


class Pledge(Struct, frozen=True):
    """A reading of a commitment in a sentence: cue, stage, who binds themselves, the clause, what to (by token).

    An item of a list has its `bundle`, of the same sentence or one before.
    """

    token: int
    stage: Stage
    parties: tuple[str, ...]
    stretch: Tokens
    subject: Tokens
    is_bundle: bool = False
    bundle: "Pledge | None" = None
    by: tuple[str, ...] = ()  # who is to do what is only told as to come


def find_pledges(tree: Tree, index: int, parties: Parties) -> list[Pledge]:
    """Commitments of a sentence that a verb or noun tells of, in order."""
    found: list[Pledge] = []
    taken: set[int] = set()
    if is_question(tree):
        return found
    for token in range(len(tree.words)):
        if token in taken or tree.label(token) in ("amod", "compound", "case", "aux", "flat"):
            continue
        made: list[Pledge] = []
        if tree.upos(token) == "VERB":
            parties.follow(index, tree, token)
            made = list(_cued(tree, index, token, parties)) or list(_told(tree, index, token, parties))
        elif tree.upos(token) == "NOUN" and tree.lemma(token) in commitment_nouns():
            made = list(_noun(tree, index, token, parties))
        made = (
            []
            if made and is_rejected(tree, token)
            else [each for each in made if not is_asked_about(tree, *each.stretch)]
        )
        for pledge in made:
            taken.update(range(token, pledge.stretch[1]))
        found += made
    return found


def _cued(tree: Tree, index: int, token: int, parties: Parties) -> Iterator[Pledge]:
    cue = _cue_at(tree, token)
    if cue is None or asks_or_holds(tree, token) or is_wish_within(tree, token):
        return
    reading = read_act(tree, token)
    frame = (
        "ask"
        if reading.frame == "wish" and tree.lemma(reading.above) in read_words("asking_verbs.txt")
        else reading.frame
    )
    stage = _stage(tree, token, cue.stage, reading.status, frame, reading.asked)
    who = _who(tree, index, token, parties)
    if not who and "i" in cue.takes:
        who = parties.last_many or parties.chief  # "15 documents were signed": by those of whom it is told
    if stage is None:
        return
    for_some = stage != "in-force" and _speaks_for_some(tree, token, parties)
    if not (who or for_some or (stage == "proposed" and _asks(tree, token))):
        return
    heads = [
        head
        for head in matters_of(tree, token, cue)
        if not is_said(tree, head) and not is_passive_need(tree, token, head)
    ]
    whole = _clause(tree, token, reading.above)
    for place, head in enumerate(heads):
        subject = stretch_of_matter(tree, head)
        if tree.label(head) in ("obj", "obl") and "o" in cue.takes:
            subject = (subject[0], max(subject[1], whole[1]))
        last = subject[1] if place + 1 < len(heads) else whole[1]
        bundle = _is_bundle(tree, head)
        yield Pledge(token, stage, who, (whole[0], max(last, token + 1)), subject, bundle)


def _speaks_for_some(tree: Tree, token: int, parties: Parties) -> bool:
    """Whether the subject is somebody official though no actor of the report: "the region's leaders agreed"."""
    subject, _ = subject_of(tree.sentence, token)
    return (
        subject >= 0 and subject != token and (is_party_noun(tree.lower[subject]) or parties.is_official(tree, subject))
    )


def _asks(tree: Tree, token: int) -> bool:
    """Whether somebody, or a paper, asks for a deed: "activists are calling for the governor to veto the bill"."""
    subject, _ = subject_of(tree.sentence, token)
    if subject < 0 or subject == token or not tree.children(token, "xcomp", "ccomp", "advcl"):
        return False
    return tree.upos(subject) == "PROPN" or sort_of(tree.lower[subject]) is not None


def _cue_at(tree: Tree, token: int) -> CommitmentCue | None:
    near = {tree.lemma(child) for child in tree.kids[token]} | {
        word
        for child in tree.kids[token]
        for grand in tree.kids[child]
        for word in (tree.lower[grand], tree.lemma(grand))
    }
    particles = {tree.lower[child] for child in tree.children(token, "compound:prt")}
    for cue in commitment_cues().get(tree.lemma(token), ()):
        if particles - set(cue.words):
            continue  # "called out" is not "called for"
        if all(word in near for word in cue.words[1:]) and matters_of(tree, token, cue):
            return cue
    return None


def _stage(tree: Tree, token: int, stage: Stage, status: str | None, frame: str | None, asked: bool) -> Stage | None:
    if asked or (status is None and frame == "ask"):
        return "proposed"
    if status in ("denied", None):
        return None
    if status == "possible":
        return "possible"
    if status == "planned":
        return stage if frame == "promise" and stage != "signed" else "expected"
    return stage


def _told(tree: Tree, index: int, token: int, parties: Parties) -> Iterator[Pledge]:
    """A deed told as to come or as due, without a verb that binds: "Oslo will lend", "both sides should open"."""
    reading = read_act(tree, token)
    if (
        not is_deed(tree, token)
        or is_aside(tree, token)
        or not has_subject(tree, token)
        or is_done_to(tree, token, reading.asked)
        or is_outcome(tree, token, reading)
    ):
        return
    trigger = verb_trigger(tree, token)
    if trigger and trigger.predicate.type in _NO_DEEDS and not reading.asked:
        return
    subject, _ = subject_of(tree.sentence, token)
    subjects = [subject, *tree.children(token, "nsubj")] if subject >= 0 else []
    if any(
        noun_at(tree, each) or tree.lemma(each) in instrument_lemmas() | commitment_nouns().keys() for each in subjects
    ):
        return
    stage = _stage_told(reading)
    if stage is None or not tree.children(token, "obj", "obl", "xcomp"):
        return
    who = _who(tree, index, token, parties)
    meant = meant_subject(tree, token, subject) if subject >= 0 else -1
    doers = parties.of_phrase(index, tree, meant) if meant >= 0 and can_undertake(parties, index, tree, meant) else ()
    if who and (doers or tree.children(token, "obl:agent")):
        stretch = _clause(tree, token, reading.above)
        told = () if reading.asked else doers
        yield Pledge(token, stage, who, stretch, stretch_of_matter(tree, token), by=told)


def _stage_told(reading: Reading) -> Stage | None:
    if reading.asked:
        return "proposed"
    # "believes that Oslo will lend" is told as to come
    if reading.own == "planned" and (reading.frame in (None, "belief") or reading.status == "planned"):
        return "expected"
    if reading.status == "planned" and reading.frame == "plan":
        return "expected"
    return "possible" if reading.status == "possible" and reading.frame in (None, "may") else None


def _noun(tree: Tree, index: int, token: int, parties: Parties) -> Iterator[Pledge]:
    """A noun that binds, with what it binds to: "a promise to reopen the road", "an agreement on grain"."""
    matters = [child for child in tree.children(token, "acl") if is_infinitive(tree, child)]
    matters += [child for child in tree.children(token, "nmod") if opens_matter(tree, child)]
    if (
        not matters
        or is_missed(tree, token)
        or (tree.lemma(token) in ("plan", "offer", "proposal") and tree.label(matters[0]) == "nmod")
    ):
        return
    stretch = noun_phrase(tree, token)
    stretch = (stretch[0], max(stretch[1], tree.below(matters[0])[-1] + 1))
    stage = commitment_nouns()[tree.lemma(token)]
    who = parties.of_phrase(index, tree, token) or (() if stage == "proposed" else parties.last_many)
    if who or stage != "proposed":  # "the trouble with plans to raise taxes" says nowhere whose they are
        yield Pledge(token, stage, who, trim(tree, *stretch), stretch_of_matter(tree, matters[0]))


def _who(tree: Tree, index: int, token: int, parties: Parties) -> tuple[str, ...]:
    """Parties as states where they act for some, in order."""
    subject, passive = subject_of(tree.sentence, token)
    found: list[str] = []
    if subject >= 0 and subject != token:
        subject = meant_subject(tree, token, subject)
        found += parties.of_phrase(index, tree, subject)
    for child in tree.children(token, "obl", "obj", "iobj"):
        cases = [tree.lower[case] for case in tree.children(child, "case")][:1]
        asked = (tree.label(child) in ("obj", "iobj") and not cases) or cases == ["on"]
        if cases[:1] in (["with"], ["between"], ["among"]) or (passive and cases == ["by"]):
            found += parties.of_phrase(index, tree, child)
        elif asked and tree.lemma(token) in read_words("asking_verbs.txt"):
            found += parties.named(index, tree, [child, *tree.children(child, "flat", "compound", "conj")])
    parties.note(found)
    if not parties.chief:
        return tuple(dict.fromkeys(found))  # within one state its leader doesn't act for it alone
    return tuple(dict.fromkeys(parties.home(actor) or actor for actor in found))


def _clause(tree: Tree, token: int, above: int) -> Tokens:
    if tree.label(token) == "acl" and tree.head(token) >= 0:
        first, last = noun_phrase(tree, tree.head(token))
        return min(first, token), max(last, trim(tree, *tree.around(token, tree.below(token)))[1])
    top = above if above >= 0 and tree.label(token) == "xcomp" else token
    held = set(clause_tokens(tree, top, keep=token)) | set(clause_tokens(tree, token))
    return trim(tree, *tree.around(token, held))


def _is_bundle(tree: Tree, head: int) -> bool:
    """Whether an instrument is counted: several at once."""
    if tree.lemma(head) not in instrument_lemmas():
        return False
    return tree.sentence.feature(head, "Number") == "Plur" or bool(tree.children(head, "nummod"))
