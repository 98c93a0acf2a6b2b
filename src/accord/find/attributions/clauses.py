"""Attributions that the tree shows: a cue verb, who says it, and the clause, phrase or quotation that it takes."""

from collections.abc import Iterator

from accord.find.attributions.candidates import Candidate
from accord.find.attributions.contents import Quoted, find_content, without_particle
from accord.find.attributions.phrases import extend_over, is_mark, noun_phrase, verb_group
from accord.find.attributions.trees import Tokens, Tree
from accord.knowledge.cues import Cue, cue_verbs

_ANYONE = frozenset(("you", "one", "anyone", "someone", "nobody", "everyone", "anybody", "somebody", "everybody"))
_CLIMB = 6

SHORT = 40
"""Words of a sentence that may be no more than the cue of a quotation in the sentence before."""


def find_clauses(tree: Tree, index: int, quotes: Quoted, tags: tuple[str, ...]) -> Iterator[Candidate]:
    """Candidates of one sentence's verbs; `quotes` are its quotations by token."""
    for verb in range(len(tree.words)):
        if tree.upos(verb) not in ("VERB", "AUX") and not (tags and tags[verb].endswith("CUE")):
            continue
        lemma = tree.lemma(verb)
        cue = cue_verbs().get(lemma) or cue_verbs().get(f"{lemma}e")  # "endorsed" may be cut down to "endors"
        if cue is None or tree.label(verb) in ("amod", "compound", "case", "mark"):
            continue
        candidate = _read_verb(tree, index, verb, cue, quotes)
        if candidate:
            yield candidate


def _read_verb(tree: Tree, index: int, verb: int, cue: Cue, quotes: Quoted) -> Candidate | None:
    content, how, strength = find_content(tree, verb, cue, quotes)
    if not content and not _speaks_beyond(tree, verb, cue):
        return None
    content = without_particle(tree, verb, cue, content)
    source_head = find_source(tree, verb)
    held = {token for run in content for token in range(*run)}
    if source_head in held:
        if how == "object":
            return None
        source_head = -1
    if source_head >= 0 and tree.lower[source_head] in _ANYONE:
        return None
    source = noun_phrase(tree, source_head) if source_head >= 0 else None
    to = _addressee(tree, verb, cue, held)
    run = _cue_run(tree, verb, held, source, to)
    near = tuple(child for child in tree.children(verb, "obl", "advmod", "advcl") if child not in held)
    how, strength = (how, strength) if content else ("beyond", 0.6)
    return Candidate(index, verb, run, tuple(content), f"verb:{how}", source, source_head, to, near, strength)


def _speaks_beyond(tree: Tree, verb: int, cue: Cue) -> bool:
    """Whether a sentence is only its cue, the speech standing before or behind it: `“No!” she cried.`, `He wrote:`."""
    if "quote" not in cue.complements or tree.label(verb) not in ("root", "conj", "parataxis"):
        return False
    ends = tree.words[-1] == ":" or (tree.words[-2:-1] == (":",) and is_mark(tree, len(tree.words) - 1))
    return ends or (len(tree.words) <= SHORT and tree.label(verb) == "root")


# -- who ---------------------------------------------------------------------------------------------------------------


def find_source(tree: Tree, verb: int) -> int:
    """Head of the phrase that says it: the subject, the agent of a passive, or what the verb hangs on; -1 if none."""
    node = verb
    for _ in range(_CLIMB):
        agents = [child for child in tree.kids[node] if tree.full_label(child) == "obl:agent"]
        passive = any(tree.full_label(child) in ("nsubj:pass", "aux:pass") for child in tree.kids[node])
        if agents or (passive and node == verb):
            return agents[0] if agents else -1
        if subjects := [child for child in tree.kids[node] if tree.full_label(child) in ("nsubj", "nsubj:outer")]:
            return _antecedent(tree, node, subjects[0])
        label, head = tree.label(node), tree.head(node)
        if label in ("acl",) and tree.upos(head) in ("NOUN", "PROPN", "PRON"):
            return head
        if label not in ("conj", "advcl", "xcomp", "parataxis", "ccomp", "aux") or head < 0:
            return -1
        if label == "ccomp" and not _is_participle(tree, node):
            return -1
        node = head
    return -1


def _is_participle(tree: Tree, node: int) -> bool:
    return tree.words[node].lower().endswith("ing")


def _antecedent(tree: Tree, verb: int, subject: int) -> int:
    """The noun that "which" stands for; "who" stands for itself."""
    if tree.lower[subject] in ("which", "that") and tree.full_label(verb) == "acl:relcl":
        return tree.head(verb)
    return subject


# -- how ---------------------------------------------------------------------------------------------------------------


def _addressee(tree: Tree, verb: int, cue: Cue, held: set[int]) -> int:
    """Head of who is spoken to: "told parliament that", "urged both sides to", "said to reporters"."""
    for child in tree.children(verb, "iobj", "obj"):
        if child not in held and "addressee" in cue.complements:
            return child
    for child in tree.children(verb, "obl"):
        cases = [tree.lower[case] for case in tree.children(child, "case")]
        if cases[:1] == ["to"] and child not in held:
            return child
    return -1


def _cue_run(tree: Tree, verb: int, held: set[int], source: Tokens | None, to: int) -> Tokens:
    """The cue with its auxiliaries, preposition, addressee and the adverbials right behind it."""
    first, last = verb_group(tree, verb, held, source)
    taken = set(held) | (set(range(*source)) if source else set())
    if last < len(tree.words) and last + 1 in held and tree.upos(last) in ("ADP", "SCONJ") and last not in taken:
        last += 1
    if to > verb:
        first, last = extend_over(tree, (first, last), to, taken)
    for child in tree.children(verb, "obl", "advmod"):
        if child > verb and child != to:
            first, last = extend_over(tree, (first, last), child, taken)
    return first, last
