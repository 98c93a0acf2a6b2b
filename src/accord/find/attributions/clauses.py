"""Attributions that the tree shows: a cue verb, who says it, and the clause, phrase or quotation that it takes."""

from collections.abc import Iterator

from accord.find.attributions.candidates import Candidate
from accord.find.attributions.contents import Quoted, find_content, strays_of, without_particle
from accord.find.attributions.openings import is_withheld, opening_of
from accord.find.attributions.phrases import extend_over, is_mark, noun_phrase, trim, verb_group
from accord.find.attributions.sources import find_source, source_phrase
from accord.find.attributions.trees import Tokens, Tree
from accord.knowledge.cues import Cue, cue_verbs
from accord.knowledge.tables import read_words

SHORT = 40
"""Words of a sentence that may be no more than the cue of a quotation in the sentence before."""


def find_clauses(tree: Tree, index: int, quotes: Quoted, tags: tuple[str, ...]) -> Iterator[Candidate]:
    """Candidates of one sentence's verbs; `quotes` are its quotations by token."""
    for verb in range(len(tree.words)):
        if tree.upos(verb) not in ("VERB", "AUX") and not (tags and tags[verb].endswith("CUE")):
            continue
        lemma = tree.lemma(verb)
        cue = cue_verbs().get(lemma) or cue_verbs().get(f"{lemma}e")  # "endorsed" may be cut down to "endors"
        if cue is None or is_withheld(tree, verb) or tree.label(verb) in ("amod", "compound", "case", "mark"):
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
    if source_head >= 0 and tree.lower[source_head] in read_words("notice_words.txt"):
        source_head = -1  # "UPDATE: the vote was put off, the clerk said"
    if source_head in held:
        if how == "object":
            return None
        source_head = -1
    if source_head >= 0 and tree.lower[source_head] in read_words("anyone_words.txt"):
        return None
    source = _source_run(tree, verb, source_head) if source_head >= 0 else None
    to = _addressee(tree, verb, cue, held)
    behind = to if to >= 0 else next(iter(tree.children(verb, "obj", "obl")), -1)
    if source is None and how in ("clause", "quote") and _is_inverted(tree, verb, behind, held):
        source_head, source, to = behind, noun_phrase(tree, behind), -1  # “Is it open?” asked Ana Berg.
    run = _cue_run(tree, verb, cue, held, source, to)
    adverbials = [*tree.children(verb, "obl", "advmod", "advcl"), *strays_of(tree, verb)]
    near = tuple(child for child in adverbials if child not in held)
    how, strength = (how, strength) if content else ("beyond", 0.6)
    return Candidate(index, verb, run, tuple(content), f"verb:{how}", source, source_head, to, near, strength)


def _source_run(tree: Tree, verb: int, head: int) -> Tokens:
    """The phrase of a source, up to its verb where that is a part of it: "a report | suggesting that …"."""
    first, last = source_phrase(tree, head)
    return trim(tree, first, verb_group(tree, verb, set(), None)[0]) if first < verb < last else (first, last)


def _is_inverted(tree: Tree, verb: int, to: int, held: set[int]) -> bool:
    """Whether who is asked by the tree is who asks: right behind the verb, the speech all before it, no subject."""
    is_behind = to > verb > 0 and noun_phrase(tree, to)[0] == verb + 1 and is_mark(tree, verb - 1)
    return (
        is_behind
        and tree.words[verb - 1] != ","
        and all(token < verb for token in held)
        and not tree.children(verb, "nsubj", "aux:pass")
    )


def _speaks_beyond(tree: Tree, verb: int, cue: Cue) -> bool:
    """Whether a sentence is only its cue, the speech standing before or behind it: `“No!” she cried.`, `He wrote:`."""
    if "quote" not in cue.complements or tree.label(verb) not in ("root", "conj", "parataxis"):
        return False
    ends = tree.words[-1] == ":" or (tree.words[-2:-1] == (":",) and is_mark(tree, len(tree.words) - 1))
    return ends or (len(tree.words) <= SHORT and tree.label(verb) == "root")


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


def _cue_run(tree: Tree, verb: int, cue: Cue, held: set[int], source: Tokens | None, to: int) -> Tokens:
    """The cue with its auxiliaries, preposition, addressee and the adverbials right behind it."""
    first, last = verb_group(tree, verb, held, source)
    first = opening_of(tree, verb, first)
    taken = set(held) | (set(range(*source)) if source else set())
    if last < len(tree.words) and last + 1 in held and last not in taken and tree.lower[last] in cue.particles:
        last += 1
    if to > verb:
        for one in [to, *(child for child in tree.children(verb, "iobj") if child > to)]:
            first, last = extend_over(tree, (first, last), one, taken)
    for child in sorted([*tree.children(verb, "obl", "advmod"), *strays_of(tree, verb)]):
        if child > verb and child != to and tree.label(child) != "advcl":
            first, last = extend_over(tree, (first, last), child, taken)
    return first, last
