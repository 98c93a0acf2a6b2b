"""What a cue verb takes: its clause, its quotation, what it is said of, by the tree."""

from collections.abc import Sequence

from accord.find.attributions.phrases import is_mark, trim
from accord.find.attributions.trees import Tokens, Tree, runs_of
from accord.knowledge.cues import Cue, cue_nouns
from accord.knowledge.tables import read_words

Quoted = list[Tokens]

SURE = 1.1
"""Strength of what needs no tag: "seen as", "described it as"."""

NEAR = 16
"""Words between a verb and a quotation that it may govern without the tree saying so."""


def find_content(tree: Tree, verb: int, cue: Cue, quotes: Quoted) -> tuple[list[Tokens], str, float]:
    """Content of a verb by the first of its complements that is there, how it was found, and how sure it is."""
    clauses = [child for child in tree.children(verb, "ccomp") if child != verb]
    if clauses and {"that", "quote"} & cue.complements:
        return _clean(tree, _clauses(tree, verb, clauses)), "clause", 1.0
    if tree.label(verb) == "parataxis" and tree.head(verb) >= 0 and {"that", "quote"} & cue.complements:
        host = tree.below(tree.head(verb), [verb, *strays_of(tree, verb)])
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


def _clauses(tree: Tree, verb: int, heads: Sequence[int]) -> list[int]:
    """Tokens of the first content clause, with those of another that it parts: `noted that the two, …, all agree`."""
    parted = [head for head in heads if tree.below(head)[0] <= heads[0]]
    return [token for head in parted for token in _clause(tree, verb, head)]


def _clause(tree: Tree, verb: int, head: int) -> list[int]:
    """Tokens of a content clause; of one behind its verb, those before the verb only where its subject is there."""
    tokens = tree.below(head)
    subjects = tree.children(head, "nsubj", "csubj", "expl")
    if head > verb and not any(subject < verb for subject in subjects):
        return [token for token in tokens if token > verb]
    strays = {token for child in strays_of(tree, verb) for token in tree.below(child)}
    return [token for token in tokens if token not in strays]


def strays_of(tree: Tree, verb: int) -> list[int]:
    """Adverbials behind a cue that the tree gives to the speech before it: `“We agree,” she said in Oslo`."""
    heads = [*tree.children(verb, "ccomp"), *([tree.head(verb)] if tree.label(verb) == "parataxis" else [])]
    return [
        child
        for head in heads
        if 0 <= head < verb
        for child in tree.children(head, "obl", "advcl", "advmod")
        if child > verb and not any(tree.label(one) == "nsubj" for one in tree.kids[child])
    ]


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
    objects = [child for child in tree.children(verb, "obj") if child > verb and not tree.children(child, "case")]
    for child in tree.children(verb, "obl", "obj", "xcomp", "advcl", "ccomp"):
        marks = [case for case in tree.children(child, "case", "mark") if verb < case < child]
        if not marks or tree.lower[marks[0]] not in cue.particles:
            continue
        if objects and objects[0] < child:
            both = [*tree.below(objects[0]), *tree.below(child)]
            return _clean(tree, both), "preposition", SURE if tree.lower[marks[0]] == "as" else 0.7
        last = tree.below(_asked(tree, verb, child) if tree.lower[marks[0]] != "for" else child)[-1]
        return _clean(tree, list(range(marks[0] + 1, last + 1))), "preposition", 0.7
    named = [child for child in tree.children(verb, "xcomp", "obj") if objects and child > objects[0]]
    if named and "named" in cue.complements and not tree.children(named[0], "mark"):
        return _clean(tree, [*tree.below(objects[0]), *tree.below(named[0])]), "named", 0.7
    if objects and "object" in cue.complements and not _is_light(tree, verb, objects[0]):
        return _clean(tree, tree.below(objects[0])), "object", 0.4
    return None


def _asked(tree: Tree, verb: int, child: int) -> int:
    """Head of what somebody is asked to do, the one asked where there is none: "called on both sides | to leave"."""
    behind = (one for one in tree.children(verb, "xcomp", "advcl") if one > child)
    return next((one for one in behind if tree.lower[tree.below(one)[0]] == "to"), child)


def _is_light(tree: Tree, verb: int, noun: int) -> bool:
    """Whether a verb only lends itself to a noun of speech with its own content: "expressed hope that"."""
    cue = cue_nouns().get(tree.lemma(noun))
    if cue is None or light_verb_of(tree, noun) != verb:
        return False
    marks = (tree.children(child, "mark", "case") for child in told_in(tree, noun))
    return any(found and tree.lower[found[0]] in cue.complements and found[0] > noun for found in marks)


def told_in(tree: Tree, noun: int) -> list[int]:
    """Heads of what a noun of speech may tell: "hope | that …", "offer | of …".

    A clause right behind it that the tree hangs on the light verb before it is the noun's: "expressed hope | that …".
    """
    verb = light_verb_of(tree, noun)
    behind = (one for one in tree.children(verb, "ccomp") if tree.below(one)[0] == noun + 1) if verb >= 0 else ()
    return [*tree.children(noun, "acl", "ccomp", "nmod"), *behind]


def light_verb_of(tree: Tree, noun: int) -> int:
    """The verb before a noun, its object, that only lends itself to it: "expressed | hope"; -1 where there is none."""
    verb = tree.head(noun)
    is_light = tree.label(noun) == "obj" and 0 <= verb < noun and tree.lemma(verb) in read_words("light_verbs.txt")
    return verb if is_light else -1


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


def without_particle(tree: Tree, verb: int, cue: Cue, content: list[Tokens]) -> list[Tokens]:
    """Content without the preposition right behind the verb that belongs to the cue: "told of | being held"."""
    found = []
    for first, last in content:
        is_own = (
            first == verb + 1 and last - first > 1 and tree.lower[first] in cue.particles and tree.lower[first] != "to"
        )
        found.append((first + is_own, last))
    return found
