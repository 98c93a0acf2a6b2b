"""Nouns and verbs that tell of a standing relation, with its parties and level."""

from collections.abc import Iterator, Sequence

from msgspec import Struct

from accord.find.attributions.phrases import noun_phrase, trim
from accord.find.attributions.trees import Tokens, Tree
from accord.find.events.dates import date_of
from accord.find.events.roles import subject_of
from accord.find.events.stretches import clause_tokens
from accord.find.parties import Parties
from accord.knowledge.relations import RelationCue, level_words, relation_cues
from accord.model.findings import RelationKind, Time

_HOLDING = frozenset(
    ("be", "have", "hold", "remain", "maintain", "enjoy", "share", "keep", "become", "reach", "exceed")
)
_CLIMB = 4
_TWO = 2


class Tie(Struct, frozen=True):
    """A relation of a sentence: kind, group within it, parties by id, stretch by token, level and since when."""

    kind: RelationKind
    group: str
    parties: tuple[str, ...]
    stretch: Tokens
    level: str | None = None
    since: str | None = None


def find_ties(tree: Tree, index: int, parties: Parties, times: Sequence[tuple[int, Time]]) -> list[Tie]:
    """Relations of a sentence that a noun or verb of the table tells of."""
    found: list[Tie] = []
    taken: set[int] = set()
    for token in range(len(tree.words)):
        part = {"NOUN": "n", "PROPN": "n", "VERB": "v", "AUX": "v"}.get(tree.upos(token), "")
        cue = _cue_at(tree, index, token, part, parties) if part and token not in taken else None
        if cue is None:
            continue
        for tie in _ties(tree, index, token, part, cue, parties, times):
            taken.update(range(*tie.stretch))
            found.append(tie)
    return found


def _cue_at(tree: Tree, index: int, token: int, part: str, parties: Parties) -> RelationCue | None:
    for cue in relation_cues(part).get(tree.lemma(token), ()):
        if cue.asks == "k" or not _stands(tree, token, part, cue):
            continue
        if cue.asks == "m" and not _graded(tree, token, cue):
            continue
        if cue.asks == "p" and not parties.named(index, tree, tree.below(token)):
            continue
        if cue.asks == "o" and not _has_object(tree, index, token, cue, parties):
            continue
        return cue
    return None


def _stands(tree: Tree, token: int, part: str, cue: RelationCue) -> bool:
    """Whether the other words of a cue stand by its head: before a noun, below a verb."""
    if part == "n":
        before = [tree.lemma(i) for i in range(max(0, token - 4), token)] + [
            tree.lower[i] for i in range(max(0, token - 4), token)
        ]
        return all(word in before for word in cue.words[:-1])
    below = {tree.lemma(node) for child in tree.kids[token] for node in (child, *tree.kids[child])}
    return all(word in below for word in cue.words[1:])


def _graded(tree: Tree, token: int, cue: RelationCue) -> bool:
    near = {tree.lower[child] for child in tree.kids[token]} | {tree.lower[i] for i in range(max(0, token - 3), token)}
    after = {tree.lower[case] for child in tree.children(token, "nmod") for case in tree.children(child, "case")}
    return bool((near | after) & level_words(cue.kind))


def _has_object(tree: Tree, index: int, token: int, cue: RelationCue, parties: Parties) -> bool:
    """Whether a claim is of a place or land and not of a fact."""
    if tree.children(token, "ccomp", "xcomp"):
        return False
    if len(cue.words) > 1:
        return True
    at = parties.by_token.get(index, {})
    objects = tree.children(token, "obj")
    if tree.full_label(token) == "acl:relcl" and not objects:
        objects = [tree.head(token)]
    return any(
        node in at and parties.actors[at[node]].type in ("place", "state")
        for each in objects
        for node in tree.below(each)
    )


def _ties(
    tree: Tree, index: int, token: int, part: str, cue: RelationCue, parties: Parties, times: Sequence[tuple[int, Time]]
) -> Iterator[Tie]:
    verb = token if part == "v" else _holder(tree, token)
    inner = noun_phrase(tree, token) if part == "n" else (token, token + 1)
    stretch = (
        trim(tree, *tree.around(verb, clause_tokens(tree, verb))) if verb >= 0 else _with_phrases(tree, token, inner)
    )
    who = _parties(tree, index, token, part, verb, parties)
    if not who:
        return
    level = " ".join(tree.words[slice(*_graded_run(tree, token))]) if part == "n" else None
    since = date_of(tree, token, stretch, times)
    since = since if any(tree.lower[i] == "since" for i in range(*stretch)) or part == "v" else None
    subject, others = who
    if cue.kind == "partnership" and len(subject) == 1 and len(others) > 1:
        for other in others:
            yield Tie(cue.kind, cue.group, (*subject, other), stretch, level, since)
        return
    yield Tie(cue.kind, cue.group, tuple(dict.fromkeys((*subject, *others))), stretch, level, since)


def _with_phrases(tree: Tree, token: int, inner: Tokens) -> Tokens:
    held = tree.below(token, tree.children(token, "acl:relcl", "conj", "appos", "parataxis", "case", "cc"))
    first, last = tree.around(token, held)
    return trim(tree, min(first, inner[0]) if inner[0] in held else first, last)


def _graded_run(tree: Tree, token: int) -> Tokens:
    first = token
    while (
        first > 0
        and tree.upos(first - 1) in ("ADJ", "NOUN", "PROPN", "NUM", "ADV")
        and tree.head(first - 1) >= first - 1
    ):
        first -= 1
    return first, token + 1


def _holder(tree: Tree, token: int) -> int:
    """The verb or copula clause that says the noun of its subject: "is a partner", "have ties"; -1 where none does."""
    if tree.children(token, "cop"):
        return token
    head = tree.head(token)
    if tree.label(token) in ("obj", "obl", "nsubj") and head >= 0 and tree.lemma(head) in _HOLDING:
        return head
    if (
        tree.label(token) == "obl"
        and head >= 0
        and tree.children(head, "obj")
        and tree.lemma(head) in ("designate", "name", "regard", "call", "describe", "consider")
    ):
        return head
    return -1


def _parties(
    tree: Tree, index: int, token: int, part: str, verb: int, parties: Parties
) -> tuple[tuple[str, ...], tuple[str, ...]] | None:
    """Those whose relation it is: subject and others; asked of the phrase, then of its clause, then of those above."""
    inner = _homes(parties, parties.named(index, tree, tree.below(token))) if part == "n" else ()
    if part == "n" and verb < 0 and len(inner) >= _TWO:
        return (), inner
    subject: tuple[str, ...] = ()
    node = verb if verb >= 0 else token
    for _ in range(_CLIMB):
        head, _passive = subject_of(tree, node)
        subject = _homes(parties, parties.of_phrase(index, tree, head)) if head >= 0 and head != token else ()
        if subject or tree.head(node) < 0:
            break
        node = tree.head(node)
    others = inner or (_homes(parties, parties.named(index, tree, tree.below(verb))) if verb >= 0 else ())
    others = tuple(each for each in others if each not in subject)
    if len(subject) + len(others) >= _TWO:
        return subject, others
    if part == "v" or verb >= 0:
        return (subject, others) if subject else None
    sentence = _homes(parties, parties.named(index, tree, range(len(tree.words))))
    if len(sentence) >= _TWO:
        return (), sentence
    return (), parties.last_many or parties.chief[:_TWO]


def _homes(parties: Parties, actors: Sequence[str]) -> tuple[str, ...]:
    """The states that actors act for, in order; a body without one stands for itself."""
    return tuple(dict.fromkeys(parties.home(actor) or actor for actor in actors))
