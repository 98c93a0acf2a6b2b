"""Who says it, by the tree: the subject of a cue, the agent of a passive, whoever is asked to speak."""

from collections.abc import Sequence

from accord.find.attributions.openings import is_quoted, verb_of_paper
from accord.find.attributions.phrases import noun_phrase
from accord.find.attributions.trees import Tokens, Tree
from accord.knowledge.tables import read_words
from accord.language.referents.nouns import sort_of

_CLIMB = 6
_NOUNS = ("NOUN", "PROPN")


def find_source(tree: Tree, verb: int) -> int:
    """Head of the phrase that says it: the subject, the agent of a passive, or what the verb hangs on; -1 if none."""
    node = verb
    for _ in range(_CLIMB):
        agents = [child for child in tree.kids[node] if tree.full_label(child) == "obl:agent"]
        passive = any(tree.full_label(child) in ("nsubj:pass", "aux:pass") for child in tree.kids[node])
        if node != verb and passive and is_quoted(tree, verb):
            return tree.children(node, "nsubj")[0]
        if agents or (passive and node == verb):
            return agents[0] if agents else -1
        if subjects := [child for child in tree.kids[node] if tree.full_label(child) in ("nsubj", "nsubj:outer")]:
            return _antecedent(tree, node, _nearest(tree, node, subjects))
        node, is_it = _above(tree, node, verb)
        if is_it or node < 0:
            return node
    return -1


def source_phrase(tree: Tree, head: int) -> Tokens:
    """The phrase of a source with the title before a name that the tree calls a subject of its own."""
    first, last = noun_phrase(tree, head)
    if tree.label(head) == "nsubj" and tree.upos(head) in _NOUNS:
        for title in reversed([one for one in tree.children(tree.head(head), "nsubj") if one < head]):
            run = noun_phrase(tree, title)
            if not _is_title(tree, title, apart=run[1] < first) or not _is_beside(tree, run[1], first):
                break
            first = run[0]
    return first, last


def _nearest(tree: Tree, verb: int, subjects: Sequence[int]) -> int:
    """Of several subjects the last before the verb, or of all behind it: "the artist | Ana Berg said"."""
    last = max((one for one in subjects if one < verb), default=subjects[-1])
    return last if tree.upos(last) in _NOUNS else subjects[0]


def _is_title(tree: Tree, subject: int, *, apart: bool) -> bool:
    """Whether a subject may be the title or kind of a name behind it, behind a comma only a person's."""
    sort = sort_of(tree.lower[subject]) if tree.upos(subject) == "NOUN" else None
    return sort == "person" if apart else tree.upos(subject) == "PROPN" or sort in ("person", "body")


def _is_beside(tree: Tree, end: int, start: int) -> bool:
    """Whether nothing or a comma alone parts two phrases."""
    return end == start or (end + 1 == start and tree.words[end] == ",")


def _above(tree: Tree, node: int, verb: int) -> tuple[int, bool]:
    """Where to look for the subject of a verb that has none, -1 for nowhere, and whether that is who says it."""
    label, head = tree.label(node), tree.head(node)
    if label == "acl" and (issuing := verb_of_paper(tree, node)) >= 0:
        return issuing, False
    if label == "acl" and tree.upos(head) in ("NOUN", "PROPN", "PRON"):
        return (tree.head(head), False) if _is_beside_clause(tree, node) else (head, True)
    if label not in ("conj", "advcl", "xcomp", "parataxis", "ccomp", "aux") or head < 0:
        return -1, False
    if label == "ccomp" and not _is_participle(tree, node):
        return -1, False
    if label in ("xcomp", "advcl") and (asked := _asked(tree, head, node)) >= 0:
        return asked, True
    teller = next((one for one in tree.children(head, "parataxis") if head < one < verb), head)
    if tree.label(head) == "ccomp" and head < tree.head(head) < verb:
        teller = tree.head(head)  # "Kenya will pay, Reuters said, citing aides": it is Reuters that cites
    return (teller if label == "advcl" else head), False


def _asked(tree: Tree, verb: int, below: int) -> int:
    """Who is to speak where another verb asks for it: "urged Berg to say", "Berg was told to explain"; -1 if nobody."""
    is_infinitive = any(tree.lower[mark] == "to" for mark in tree.children(below, "mark"))
    if tree.lemma(verb) not in read_words("asking_verbs.txt") or not is_infinitive:
        return -1
    passive = [child for child in tree.kids[verb] if tree.full_label(child) == "nsubj:pass"]
    return next(iter(passive or [one for one in tree.children(verb, "obj", "iobj") if verb < one < below]), -1)


def _is_beside_clause(tree: Tree, verb: int) -> bool:
    """Whether a participle behind a comma tells of the whole clause: "Berg left the hall, saying", not of the hall."""
    noun = tree.head(verb)
    is_apart = noun < verb and "," in tree.words[noun:verb] and _is_participle(tree, verb)
    return is_apart and tree.label(noun) in ("obj", "obl") and tree.upos(tree.head(noun)) == "VERB"


def _is_participle(tree: Tree, node: int) -> bool:
    return tree.words[node].lower().endswith("ing")


def _antecedent(tree: Tree, verb: int, subject: int) -> int:
    """The noun that "which" stands for; "who" stands for itself."""
    if tree.lower[subject] in ("which", "that") and tree.full_label(verb) == "acl:relcl":
        return tree.head(verb)
    return subject
