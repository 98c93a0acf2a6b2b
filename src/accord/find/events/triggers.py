"""Words of a sentence that tell of an act: verbs alone or with what hangs on them, nouns that tell of it themselves."""

from collections.abc import Iterator
from functools import cache

from msgspec import Struct

from accord.find.attributions.trees import Tree
from accord.knowledge.cues import cue_verbs
from accord.knowledge.plover import Predicate, noun_predicates, verb_predicates
from accord.knowledge.tables import read_words

# Tokens behind a verb among which a phrase's words are looked for past the tree.
BESIDE = 3
_MUST = frozenset(("must", "ought"))
_DEMAND = Predicate("REQUEST", "request", ("must",), "t")
_NAMED_BY = ("nmod", "nmod:poss", "compound", "amod", "acl", "nmod:unmarked", "nmod:desc")


class Trigger(Struct, frozen=True):
    """An act told: the token that tells it, what of, and the noun of its object where the phrase has one."""

    token: int
    predicate: Predicate
    noun: int = -1


def find_triggers(tree: Tree) -> list[Trigger]:
    """Triggers of a sentence in order; a noun that a verb's phrase has taken is none of its own."""
    found: list[Trigger] = []
    taken: set[int] = set()
    for token in range(len(tree.words)):
        if tree.upos(token) in ("VERB", "AUX") and tree.label(token) not in ("amod", "aux", "case", "cop", "compound"):
            trigger = verb_trigger(tree, token) or _deed(tree, token)
            if trigger:
                found.append(trigger)
                taken.add(trigger.noun)
    for token in range(len(tree.words)):
        if token not in taken and tree.upos(token) in ("NOUN", "PROPN"):
            found.extend(_noun(tree, token, {trigger.token for trigger in found}))
    return sorted(found, key=lambda trigger: trigger.token)


def verb_trigger(tree: Tree, token: int) -> Trigger | None:
    """The act that a verb tells of with what hangs on it, the phrase of most words; None where it tells of none."""
    predicates = verb_predicates().get(tree.lemma(token), ())
    near = _hanging(tree, token) if predicates else {}
    particles = {tree.lower[child] for child in tree.children(token, "compound:prt")}
    if tree.lower[token + 1 : token + 2] == ("back",):
        predicates = tuple(each for each in predicates if each.type != "ASSAULT")  # "he shot back: “No.”"
    for predicate in predicates:
        if len(predicate.words) > 1 and particles - set(predicate.words):
            continue  # "called out" is not "called for"
        places = [near.get(word, -1) for word in predicate.words[1:]]
        if all(place >= 0 for place in places):
            support = (
                _support(tree, token)
                if len(predicate.words) == 1 and tree.lemma(token) in read_words("support_verbs.txt")
                else None
            )
            noun = next((place for place in places if tree.upos(place) in ("NOUN", "PROPN")), -1)
            if noun > 0 and f"{tree.lemma(noun - 1)} {tree.lemma(noun)}" in read_words("no_acts.txt"):
                continue
            return support or Trigger(token, predicate, noun)
    return _support(tree, token) or _demand(tree, token)


@cache
def _dull_verbs() -> frozenset[str]:
    """Verbs that tell of no deed: of states, thought and speech, of aspect, of what a picture shows."""
    tables = ("lasting_verbs.txt", "no_deed_verbs.txt", "scene_verbs.txt")
    return frozenset(cue_verbs()).union(*map(read_words, tables))


def _deed(tree: Tree, token: int) -> Trigger | None:
    """A verb of doing that no table of acts knows; a cue of speech, a state or a thought is none."""
    lemma = tree.lemma(token)
    if lemma in _dull_verbs() or not tree.children(token, "nsubj", "nsubj:pass") or tree.label(token) == "xcomp":
        return None
    return Trigger(token, Predicate("OTHER", lemma, (lemma,), "d"))


def _demand(tree: Tree, token: int) -> Trigger | None:
    """A verb of saying whose clause has "must" is a demand on its subject: "said that Oslo must open the road"."""
    if tree.lemma(token) not in read_words("demanding_speech.txt"):
        return None
    clauses = tree.children(token, "ccomp")
    asked = any(tree.lower[child] in _MUST for clause in clauses for child in tree.children(clause, "aux"))
    return Trigger(token, _DEMAND) if asked else None


def _support(tree: Tree, token: int) -> Trigger | None:
    """A verb that says little beside its noun: "held consultations", "issued a rebuke"."""
    if tree.lemma(token) not in read_words("support_verbs.txt"):
        return None
    if tree.lemma(token) == "make" and tree.children(token, "xcomp"):
        return None  # "made the plea more telling" makes no plea
    for child in tree.children(token, "obj", "nsubj:pass", "obl"):
        if tree.label(child) == "obl" and not _has_case(tree, child, "in", "on"):
            continue
        for noun in (child, *_measured(tree, child)):
            predicate = noun_at(tree, noun)
            if predicate:
                return Trigger(token, predicate, noun)
    return None


def _measured(tree: Tree, token: int) -> list[int]:
    """What a noun of measure measures out: "ten days of talks", "a round of drills"."""
    if tree.lemma(token) not in read_words("measure_nouns.txt"):
        return []
    return [child for child in tree.children(token, "nmod") if _has_case(tree, child, "of")]


def _has_case(tree: Tree, token: int, *cases: str) -> bool:
    return any(tree.lower[case] in cases for case in tree.children(token, "case"))


def noun_at(tree: Tree, token: int) -> Predicate | None:
    """The act that a noun is the name of, compounds first: "phone call" before "call"."""
    if token and f"{tree.lemma(token - 1)} {tree.lemma(token)}" in read_words("no_acts.txt"):
        return None
    for predicate in noun_predicates().get(tree.lemma(token), ()):
        before = tuple(tree.lemma(i) for i in range(token - len(predicate.words) + 1, token + 1) if i >= 0)
        if before == predicate.words:
            return predicate
    return None


def _noun(tree: Tree, token: int, verbs: set[int]) -> Iterator[Trigger]:
    """A noun that tells of an act by itself: "a visit to Oslo by the minister", "clashes between"."""
    predicate = noun_at(tree, token)
    if predicate is None or "n" not in predicate.flags or tree.label(token) in ("compound", "flat"):
        return
    head = tree.head(token)
    if (
        tree.label(token) == "nsubj"
        and tree.upos(head) == "VERB"
        and tree.lemma(head) in read_words("happening_verbs.txt")
    ):
        if head not in verbs:
            yield Trigger(head, predicate, token)
    elif any(tree.label(child) in _NAMED_BY for child in tree.kids[token]):
        yield Trigger(token, predicate, token)


def _hanging(tree: Tree, token: int) -> dict[str, int]:
    """Lemmas and words of what hangs on a verb within two steps, clauses aside, with the first place of each."""
    found: dict[str, int] = {}
    for child in tree.kids[token]:
        if (
            tree.label(child) in ("nsubj", "advcl", "ccomp", "parataxis", "conj", "mark")
            and tree.full_label(child) != "nsubj:pass"
        ):
            continue
        for node in (child, *tree.kids[child]):
            if tree.label(node) in ("acl", "advcl", "nsubj") and node != child:
                continue
            found.setdefault(tree.lemma(node), node)
            found.setdefault(tree.lower[node], node)
    for node in range(token + 1, min(token + BESIDE, len(tree.words))):
        if tree.upos(node) in (
            "NOUN",
            "ADP",
            "ADV",
            "ADJ",
        ):  # what stands right behind belongs to it whatever the tree says
            found.setdefault(tree.lemma(node), node)
    return found
