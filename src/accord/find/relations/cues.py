"""Nouns and verbs that tell of a standing relation, with its parties and level."""

from collections.abc import Iterator, Sequence

from msgspec import Struct

from accord.find.attributions.phrases import noun_phrase, trim
from accord.find.attributions.trees import Tokens, Tree
from accord.find.events.dates import date_of
from accord.find.events.modality import read_act
from accord.find.events.stretches import clause_tokens
from accord.find.parties import Parties
from accord.knowledge.relations import RelationCue, level_words, relation_cues
from accord.language.subjects import subject_of
from accord.model.findings import RelationKind, Time

_HOLDING = frozenset(
    ("be", "have", "hold", "remain", "maintain", "enjoy", "share", "keep", "become", "reach", "exceed")
)
# Kinds of relation that are told of one alone: what it claims, or takes part in.
_OF_ONE = frozenset(("dispute", "framework", "membership"))
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
        known = part and token not in taken and tree.lemma(token) in relation_cues(part)
        if known:
            parties.follow(index, tree, token)
        cue = _cue_at(tree, index, token, part, parties) if known else None
        if cue is None:
            continue
        for tie in _ties(tree, index, token, part, cue, parties, times):
            if len(tie.parties) < (1 if tie.kind in _OF_ONE else _TWO):
                continue
            taken.update(range(*tie.stretch) if part == "n" else _own_words(tree, token, cue))
            found.append(tie)
    return found


def _own_words(tree: Tree, token: int, cue: RelationCue) -> list[int]:
    near = [node for child in tree.kids[token] for node in (child, *tree.kids[child])]
    return [token, *(node for node in near if tree.lemma(node) in cue.words)]


def _cue_at(tree: Tree, index: int, token: int, part: str, parties: Parties) -> RelationCue | None:
    for cue in relation_cues(part).get(tree.lemma(token), ()):
        plural = cue.kind == "framework" and tree.sentence.feature(token, "Number") == "Plur"
        if plural or cue.asks == "k" or not _stands(tree, token, part, cue):
            continue
        if cue.asks == "m" and not _graded(tree, token, cue):
            continue
        if cue.asks == "p" and not _has_party(tree, index, token, parties):
            continue
        if cue.asks == "o" and not _has_object(tree, index, token, cue, parties):
            continue
        return cue
    return None


def _has_party(tree: Tree, index: int, token: int, parties: Parties) -> bool:
    below = tree.below(token)
    return bool(parties.named(index, tree, below)) or any(tree.lower[node] in ("them", "both", "two") for node in below)


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
    if part == "v" and read_act(tree, token).status not in ("happened", "planned"):
        return
    who = _parties(tree, index, token, part, verb, parties, cue.kind, cue.group == "rivalry")
    if not who:
        return
    if cue.kind == "membership":
        yield from _memberships(tree, index, token, part, stretch, parties)
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


def _memberships(tree: Tree, index: int, token: int, part: str, stretch: Tokens, parties: Parties) -> Iterator[Tie]:
    """A tie of the member to each body: "Ruritania is a member of the Council and of the Bank"."""
    head = tree.head(token) if part == "n" and tree.label(token) == "appos" else subject_of(tree.sentence, token)[0]
    members = parties.of_phrase(index, tree, head) if head >= 0 else ()
    of = [child for child in tree.children(token, "nmod", "obl", "obj") if child > token]
    of += [each for child in of for each in tree.children(child, "conj")]
    at = parties.by_token.get(index, {})
    bodies = [at[node] for child in of for node in (child, *tree.children(child, "flat", "compound")) if node in at]
    for body in dict.fromkeys(each for each in bodies if each not in members):
        if members:
            yield Tie("membership", "member", (*members, body), stretch, "member")


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
    tree: Tree, index: int, token: int, part: str, verb: int, parties: Parties, kind: str, alone: bool
) -> tuple[tuple[str, ...], tuple[str, ...]] | None:
    """Those whose relation it is: subject and others; asked of the phrase, then of its clause, then of those above."""
    inner = _homes(parties, parties.named(index, tree, tree.below(token))) if part == "n" else ()
    if part == "n" and verb < 0 and len(inner) >= _TWO:
        return (), inner
    subject: tuple[str, ...] = ()
    node = verb if verb >= 0 else token
    for _ in range(_CLIMB):
        head, _passive = subject_of(tree.sentence, node)
        subject = _homes(parties, parties.of_phrase(index, tree, head)) if head >= 0 and head != token else ()
        if subject or tree.head(node) < 0 or (part == "v" and head >= 0):
            break
        node = tree.head(node)
    others = inner or (_partners(tree, index, verb, parties) if verb >= 0 else ())
    others = tuple(each for each in others if each not in subject)
    if len(subject) + len(others) >= _TWO:
        return subject, others
    if part == "n" and verb < 0 and not inner and kind == "partnership" and not tree.children(token, "nmod:poss"):
        return None
    if part == "v" or verb >= 0 or (alone and subject):
        return (subject, others) if subject else None
    sentence = _homes(parties, parties.named(index, tree, range(len(tree.words))))
    if len(sentence) >= _TWO:
        return (), sentence
    return (), parties.last_many or parties.chief


def _partners(tree: Tree, index: int, verb: int, parties: Parties) -> tuple[str, ...]:
    """Those with whom a verb's subject stands so: its object, "with", "between" and "to" phrases, and theirs."""
    objects = tree.children(verb, "obj")
    near = [child for child in tree.children(verb, "obl", "xcomp") if _joins(tree, child)]
    near += [grand for child in objects for grand in tree.kids[child] if _joins(tree, grand)]
    near += [child for child in objects if child in parties.by_token.get(index, {})]
    near += [child for child in objects if tree.upos(child) in ("PROPN", "DET") or tree.children(child, "conj")]
    return _homes(parties, [actor for child in near for actor in parties.of_phrase(index, tree, child)])


def _joins(tree: Tree, child: int) -> bool:
    cases = [tree.lower[case] for case in tree.children(child, "case")][:1]
    return tree.full_label(child) == "nmod:poss" or cases in (
        ["with"],
        ["between"],
        ["to"],
        ["as"],
        ["of"],
        ["against"],
        ["from"],
    )


def _homes(parties: Parties, actors: Sequence[str]) -> tuple[str, ...]:
    """The states that actors act for, in order; a body without one stands for itself."""
    return tuple(dict.fromkeys(parties.home(actor) or actor for actor in actors))
