"""Attributions that the tree shows: a cue verb, who says it, and the clause, phrase or quotation that it takes."""

from collections.abc import Iterator

from accord.find.attributions.candidates import Candidate
from accord.find.attributions.phrases import extend_over, is_mark, noun_phrase, trim, verb_group
from accord.find.attributions.trees import Tokens, Tree, runs_of
from accord.knowledge.cues import Cue, cue_verbs

Quoted = list[Tokens]

_ANYONE = frozenset(("you", "one", "anyone", "someone", "nobody", "everyone", "anybody", "somebody", "everybody"))
_CLIMB = 6

SURE = 1.1
"""Strength of what needs no tag: "seen as", "described it as"."""

SHORT = 40
"""Words of a sentence that may be no more than the cue of a quotation in the sentence before."""

NEAR = 16
"""Words between a verb and a quotation that it may govern without the tree saying so."""


def find_clauses(tree: Tree, index: int, quotes: Quoted, tags: tuple[str, ...]) -> Iterator[Candidate]:
    """Candidates of one sentence's verbs; `quotes` are its quotations by token."""
    for verb in range(len(tree.words)):
        if tree.upos(verb) not in ("VERB", "AUX") and not (tags and tags[verb].endswith("CUE")):
            continue
        cue = cue_verbs().get(tree.lemma(verb))
        if cue is None or tree.label(verb) in ("amod", "compound", "case", "mark"):
            continue
        candidate = _read_verb(tree, index, verb, cue, quotes)
        if candidate:
            yield candidate


def _read_verb(tree: Tree, index: int, verb: int, cue: Cue, quotes: Quoted) -> Candidate | None:
    content, how, strength = _content(tree, verb, cue, quotes)
    if not content and not _speaks_beyond(tree, verb, cue):
        return None
    content = _without_particle(tree, verb, cue, content)
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


def _without_particle(tree: Tree, verb: int, cue: Cue, content: list[Tokens]) -> list[Tokens]:
    """Content without the preposition right behind the verb that belongs to the cue: "told of | being held"."""
    found = []
    for first, last in content:
        is_own = (
            first == verb + 1 and last - first > 1 and tree.lower[first] in cue.particles and tree.lower[first] != "to"
        )
        found.append((first + is_own, last))
    return found


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


# -- what --------------------------------------------------------------------------------------------------------------


def _content(tree: Tree, verb: int, cue: Cue, quotes: Quoted) -> tuple[list[Tokens], str, float]:
    """Content of a verb by the first of its complements that is there, how it was found, and how sure it is."""
    clauses = [child for child in tree.children(verb, "ccomp") if child != verb]
    if clauses and {"that", "quote"} & cue.complements:
        return _clean(tree, _clause(tree, verb, clauses[0])), "clause", 1.0
    if tree.label(verb) == "parataxis" and tree.head(verb) >= 0 and {"that", "quote"} & cue.complements:
        host = tree.below(tree.head(verb), [verb])
        if tree.children(verb, "nsubj") and not _covers(tree, verb, host):
            return _clean(tree, host), "host", 1.0
    if told := _told_after(tree, verb, cue):
        return _clean(tree, tree.below(told)), "after", 0.8
    if passive := _passive(tree, verb, cue):
        return passive
    infinitives = tree.children(verb, "xcomp")
    if infinitives and "to" in cue.complements and tree.children(infinitives[0], "mark"):
        objects = [] if "addressee" in cue.complements else tree.children(verb, "obj")
        between = [token for one in objects if verb < one < infinitives[0] for token in tree.below(one)]
        return _clean(tree, [*between, *tree.below(infinitives[0])]), "to", 0.6
    if phrase := _phrase(tree, verb, cue):
        return phrase
    if infinitives and "to" in cue.complements | cue.particles and tree.upos(infinitives[0]) == "VERB":
        return _clean(tree, tree.below(infinitives[0])), "to", 0.6
    return _quoted(tree, verb, cue, quotes)


def _clause(tree: Tree, verb: int, head: int) -> list[int]:
    """Tokens of a content clause; of one behind its verb, those before the verb only where its subject is there."""
    tokens = tree.below(head)
    subjects = tree.children(head, "nsubj", "csubj", "expl")
    if head > verb and not any(subject < verb for subject in subjects):
        return [token for token in tokens if token > verb]
    return tokens


def _told_after(tree: Tree, verb: int, cue: Cue) -> int:
    """Head of a clause that a colon or comma and no more joins to the verb; 0 if none."""
    behind = [child for child in tree.children(verb, "parataxis") if child > verb]
    joined = behind and any(tree.words[i] in (":", ",") for i in range(verb, behind[0]))
    return behind[0] if joined and "quote" in cue.complements else 0


def _covers(tree: Tree, verb: int, host: list[int]) -> bool:
    """Whether a parataxis is the longer part: then it is a sentence beside the other, not "she said"."""
    return len(tree.below(verb)) > 2 * len(host) + 4


def _passive(tree: Tree, verb: int, cue: Cue) -> tuple[list[Tokens], str, float] | None:
    """Content of a passive: its subject with what is said of it. "The bill is expected to pass", "was hailed as"."""
    subjects = [child for child in tree.kids[verb] if tree.full_label(child) == "nsubj:pass"]
    if not subjects or tree.lower[subjects[0]] in ("it", "who"):
        return None
    agents = [child for child in tree.kids[verb] if tree.full_label(child) == "obl:agent"]
    rest = tree.children(verb, "xcomp", "advcl", "obl", "ccomp", "obj")
    behind = [token for child in rest if child > verb and child not in agents for token in tree.below(child)]
    if "addressee" in cue.complements and tree.children(verb, "xcomp"):
        return _clean(tree, tree.below(tree.children(verb, "xcomp")[0])), "passive", 0.6
    is_judged = "as" in cue.particles and any("as" in _marks(tree, verb, child) for child in rest)
    sure = SURE if is_judged else 0.6 if tree.children(verb, "xcomp") else 0.4
    return _clean(tree, [*tree.below(subjects[0]), *behind]), "passive", sure


def _marks(tree: Tree, verb: int, child: int) -> list[str]:
    """Prepositions and conjunctions between a verb and what it takes."""
    return [tree.lower[one] for one in tree.children(child, "case", "mark") if one > verb]


def _phrase(tree: Tree, verb: int, cue: Cue) -> tuple[list[Tokens], str, float] | None:
    """Content that is a phrase: "called for talks", "accused him of fraud", "hailed the pact as …", "denied it"."""
    objects = [child for child in tree.children(verb, "obj") if child > verb]
    for child in tree.children(verb, "obl", "xcomp", "advcl", "ccomp"):
        marks = [case for case in tree.children(child, "case", "mark") if verb < case < child]
        if not marks or tree.lower[marks[0]] not in cue.particles:
            continue
        if objects and objects[0] < child:
            both = [*tree.below(objects[0]), *tree.below(child)]
            return _clean(tree, both), "preposition", SURE if tree.lower[marks[0]] == "as" else 0.7
        return _clean(tree, list(range(marks[0] + 1, tree.below(child)[-1] + 1))), "preposition", 0.7
    named = [child for child in tree.children(verb, "xcomp", "obj") if objects and child > objects[0]]
    if named and "named" in cue.complements and not tree.children(named[0], "mark"):
        return _clean(tree, [*tree.below(objects[0]), *tree.below(named[0])]), "named", 0.7
    if objects and "object" in cue.complements:
        return _clean(tree, tree.below(objects[0])), "object", 0.4
    return None


def _quoted(tree: Tree, verb: int, cue: Cue, quotes: Quoted) -> tuple[list[Tokens], str, float]:
    """The quotation nearest to a verb that the tree joins to nothing, with the one on the verb's other side."""
    free = [quote for quote in quotes if not quote[0] <= verb < quote[1]]
    if "quote" not in cue.complements or tree.label(verb) in ("acl", "nmod", "obl", "xcomp"):
        return [], "", 0.0
    before = [quote for quote in free if quote[1] <= verb and verb - quote[1] <= NEAR]
    behind = [quote for quote in free if quote[0] > verb and quote[0] - verb <= NEAR]
    near = [*before[-1:], *behind[:1]]
    return (near, "quote", 0.7) if near else ([], "", 0.0)


def _clean(tree: Tree, tokens: list[int]) -> list[Tokens]:
    """Runs of content tokens without commas at their ends; single marks left between runs are taken in."""
    held = set(tokens)
    for token in tokens:
        if token + 2 in held and token + 1 not in held and is_mark(tree, token + 1):
            held.add(token + 1)
    found = [trim(tree, first, last) for first, last in runs_of(held)]
    return [run for run in found if run[0] < run[1]]


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
