"""Whether a clause binds or asks somebody: no prediction, outcome, question or failure, and no other's view of it."""

from collections.abc import Sequence

from accord.find.attributions.trees import Tree
from accord.find.events.modality import Reading
from accord.find.parties import Parties, is_party_noun
from accord.knowledge.offices import office_kind
from accord.knowledge.tables import read_words
from accord.knowledge.words import word_class
from accord.language.referents.nouns import sort_of
from accord.model.findings import Actor, Attribution
from accord.model.spans import Span

_CLIMB = 4
# Marks that may stand between a clause and its question mark.
_MARKS = 2
# Kinds of post whose holders say what those above them are bound to.
_VOICES = frozenset(("spokesperson", "minister", "official", "diplomat"))


def is_deed(tree: Tree, token: int) -> bool:
    """Whether a verb names what somebody can undertake to do: `lend`, `open`; not `win`, `hear`, `suffer`."""
    return tree.lemma(token) not in read_words("unbinding_verbs.txt")


def is_aside(tree: Tree, token: int) -> bool:
    """Whether a verb only sets a scene: "with Oslo backing off"."""
    return tree.lower[token].endswith("ing") and not tree.children(token, "aux") and tree.label(token) != "xcomp"


def can_undertake(parties: Parties, index: int, tree: Tree, head: int) -> bool:
    """Whether a subject is somebody, or a thing of named ones: "Lima-Oslo ties"; not "the charges against Ruiz"."""
    if tree.upos(head) != "NOUN" or sort_of(tree.lower[head]) or is_party_noun(tree.lower[head]):
        return True
    at = parties.by_token.get(index, {})
    if head in at or parties.referents.at(tree.sentence.starts[head]):
        return True
    return any(
        node in at for child in tree.children(head, "compound", "amod", "nmod:desc") for node in tree.below(child)
    )


def is_outcome(tree: Tree, token: int, reading: Reading) -> bool:
    """Whether a verb tells what would come of something: "would gain if", "a rule that would", "could have opened"."""
    if any(
        tree.lower[mark] in word_class("conditional")
        for child in tree.children(token, "advcl")
        for mark in tree.children(child, "mark")
    ):
        return True
    words = {tree.lower[child] for child in tree.children(token, "aux")}
    if _is_asked_in(tree, token):
        return True
    if words & {"would", "could", "might", "should", "ought"} and words & {"have", "'ve", "’ve"}:
        return True
    return "would" in words and not _is_reported(tree, token)


def _is_asked_in(tree: Tree, token: int) -> bool:
    """Whether a clause is asked about: "how she will vote", "whether to sign"."""
    opening = tree.children(token, "mark", "advmod", "obj", "nsubj")
    return (
        tree.label(token) in ("ccomp", "xcomp", "advcl", "acl")
        and any(tree.lower[child] in word_class("asking") and child < token for child in opening)
        and tree.full_label(token) != "acl:relcl"
    )


def _is_reported(tree: Tree, token: int) -> bool:
    """Whether "would" is "will" told in the past: in what somebody said, or a clause joined to one."""
    node = token
    while tree.label(node) == "conj" and tree.head(node) >= 0:
        node = tree.head(node)
    return tree.label(node) in ("ccomp", "parataxis") or (node != token and tree.label(node) == "root")


def is_done_to(tree: Tree, token: int, asked: bool) -> bool:
    """Whether the subject suffers a deed that no agent is named of: "the roof will be raised".

    Where it is asked for, people and states may be done by: "his country should be paid".
    """
    subjects = tree.children(token, "nsubj:pass")
    is_state = bool(tree.children(token, "cop")) and tree.sentence.feature(token, "VerbForm") == "Part"
    if not (subjects or is_state or tree.children(token, "aux:pass")):
        return False
    if asked and any(sort_of(tree.lower[each]) or tree.upos(each) == "PROPN" for each in subjects):
        return False
    cases = (tree.lower[case] for child in tree.children(token, "obl") for case in tree.children(child, "case"))
    return "by" not in cases


def has_subject(tree: Tree, token: int) -> bool:
    """Whether a clause says itself who does it, or is joined to one that does: not "lifting the cap would help"."""
    node = token
    while tree.label(node) in ("conj", "xcomp") and not tree.children(node, "nsubj"):
        node = tree.head(node)
    return tree.label(node) not in ("ccomp", "root", "parataxis") or bool(tree.children(node, "nsubj", "expl"))


def asks_or_holds(tree: Tree, token: int) -> bool:
    """Whether a verb only asks what is so, or holds that it is: "asked whether", "suggested that they were late"."""
    if tree.lemma(token) in ("ask", "wonder"):
        if tree.lower[token + 1 : token + 2] and tree.lower[token + 1] in word_class("asking"):
            return True
        opening = (tree.below(clause)[0] for clause in tree.children(token, "ccomp", "advcl"))
        return "?" in tree.words[token:] or any(tree.lower[first] in word_class("asking") for first in opening)
    if any(_is_asked_in(tree, clause) for clause in tree.children(token, "ccomp", "xcomp")):
        return True
    for clause in tree.children(token, "ccomp"):
        finite = any(tree.sentence.feature(each, "Tense") for each in (clause, *tree.children(clause, "cop", "aux")))
        modal = any(tree.lower[aux] in word_class("modal") for aux in tree.children(clause, "aux"))
        if tree.lemma(token) in read_words("viewing_verbs.txt") and finite and not modal:
            return True
    return False


def is_said(tree: Tree, noun: int) -> bool:
    """Whether what is offered or put forward is words, or only pointed at: "offered a critique", "asked for it"."""
    alone = all(tree.label(child) in ("case", "punct") for child in tree.kids[noun])
    is_words = tree.upos(noun) == "NOUN" and tree.lemma(noun) in read_words("offered_words.txt")
    return (tree.upos(noun) == "PRON" and alone) or is_words


def is_missed(tree: Tree, noun: int) -> bool:
    """Whether an agreement is only hoped for, denied or missed: "no deal", "hopes of a deal"."""
    if any(tree.lower[child] in ("no", "any", "neither") for child in tree.children(noun, "det")):
        return True
    head = tree.head(noun)
    return (
        head >= 0
        and tree.label(noun) in ("nmod", "obj")
        and (tree.lemma(head) in read_words("missed_nouns.txt") or tree.lemma(head) in ("lack", "fail"))
    )


def is_rejected(tree: Tree, token: int) -> bool:
    """Whether what stands above a clause says that it is not so: "rejected the idea that the bank should lend"."""
    node = token
    for _ in range(_CLIMB):
        if tree.label(node) not in ("ccomp", "acl", "obj", "nmod", "xcomp", "conj"):
            return False
        node = tree.head(node)
        if node < 0:
            return False
        if tree.upos(node) == "VERB" and tree.lemma(node) in read_words("denial_verbs.txt"):
            return True
    return False


def is_asked_about(tree: Tree, first: int, last: int) -> bool:
    """Whether a stretch of tokens ends in a question: "“Who can lend it to you?” he asked"."""
    behind = tree.words[last : last + _MARKS]
    return "?" in tree.words[first:last] or "?" in behind


def is_wish_within(tree: Tree, token: int) -> bool:
    """Whether a wish only describes a thing: "the apology that he wanted them to make"."""
    return tree.full_label(token) == "acl:relcl" and tree.lemma(token) in ("want", "like", "need")


def is_passive_need(tree: Tree, token: int, head: int) -> bool:
    """Whether something needs to be done, by whom nobody says: "the roads need to be mended"."""
    passive = tree.children(head, "aux:pass") and "by" not in tree.lower[head:]
    return tree.lemma(token) == "need" and bool(passive)


def is_foretold(span: Span, subjects: Sequence[str], attributions: Sequence[Attribution], parties: Parties) -> bool:
    """Whether what is to come is told by another than the one who is to do it: a prediction that binds nobody."""
    holding = [each for each in attributions if each.speaker and any(part.holds(span) for part in each.content)]
    if not holding or not subjects:
        return False
    nearest = min(holding, key=lambda each: sum(part.end - part.start for part in each.content))
    return not any(
        _speaks_for(parties, parties.actors[speaker], subject)
        for speaker in nearest.speaker
        if speaker in parties.actors
        for subject in subjects
    )


def _speaks_for(parties: Parties, speaker: Actor, subject: str) -> bool:
    """Whether somebody may bind a party: it is they, their state or body, or they are its spokesperson or minister."""
    if speaker.id == subject or subject not in parties.actors or speaker.type != "person":
        return True  # what a paper or a ministry reports was not made up by it
    other = parties.actors[subject]
    home, of = parties.home(speaker.id), parties.home(subject)
    names = {other.name, *other.names}
    if any(office.of in names for office in speaker.offices):
        return True
    voice = any(office_kind(office.title) in _VOICES for office in speaker.offices)
    if home is None or of is None or other.type != "person":
        return voice or home is not None
    return home != of or voice  # one state's official tells what was settled with another's
