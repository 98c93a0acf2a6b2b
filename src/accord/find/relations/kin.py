"""Who is whose wife, son or aide: ties of two persons."""

from accord.find.attributions.phrases import noun_phrase
from accord.find.attributions.trees import Tree
from accord.find.parties import Parties, only_people
from accord.find.relations.cues import Tie
from accord.knowledge.relations import relation_cues

_POSSESSIVES = frozenset(("his", "her"))


def find_kin(tree: Tree, index: int, parties: Parties) -> list[Tie]:
    """Ties of persons that a noun of kinship or service tells of, where both persons are known."""
    found: list[Tie] = []
    for token in range(len(tree.words)):
        if tree.upos(token) != "NOUN":
            continue
        cue = next((cue for cue in relation_cues("n").get(tree.lemma(token), ()) if cue.asks == "k"), None)
        pair = _pair(tree, index, token, parties) if cue else ()
        if cue and len(pair) == 2:
            found.append(Tie(cue.kind, cue.group, pair, _stretch(tree, index, token, parties, pair), tree.lemma(token)))
    return found


def _pair(tree: Tree, index: int, token: int, parties: Parties) -> tuple[str, ...]:
    """Who is the wife, and whose she is."""
    at = parties.by_token.get(index, {})
    whose = [child for child in tree.kids[token] if tree.full_label(child) == "nmod:poss" or _is_of(tree, child)]
    owners = [actor for child in whose for actor in _owner(tree, child, token, at, parties)]
    beside = [
        child
        for child in tree.kids[token]
        if tree.label(child) in ("appos", "flat", "conj", "nmod") and child not in whose
    ]
    heads = [tree.head(token)] if tree.label(token) in ("appos", "nmod", "compound") else []
    near = [at[node] for node in (*heads, *beside, *range(token + 1, min(token + 3, len(tree.words)))) if node in at]
    holders = [actor for actor in only_people(parties, near) if actor not in owners]
    return (holders[0], owners[0]) if holders and owners else ()


def _is_of(tree: Tree, child: int) -> bool:
    return tree.label(child) == "nmod" and any(
        tree.lower[case] in ("of", "to") for case in tree.children(child, "case")
    )


def _owner(tree: Tree, child: int, token: int, at: dict[int, str], parties: Parties) -> tuple[str, ...]:
    if tree.lower[child] in _POSSESSIVES:
        return only_people(parties, parties.referents.at(tree.sentence.starts[child]) or ())
    return only_people(parties, [at[node] for node in tree.below(child) if node in at])[:1]


def _stretch(tree: Tree, index: int, token: int, parties: Parties, pair: tuple[str, ...]) -> tuple[int, int]:
    """The phrase with the names of both where they stand close about it."""
    at = parties.by_token.get(index, {})
    first, last = noun_phrase(tree, token)
    for node in range(max(0, token - 6), min(token + 6, len(tree.words))):
        if at.get(node) in pair:
            first, last = min(first, node), max(last, node + 1)
    return first, last
