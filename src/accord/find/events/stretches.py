"""The clause that tells of an act, as the evidence of it."""

from accord.find.attributions.phrases import noun_phrase, trim
from accord.find.attributions.trees import Tokens, Tree
from accord.find.events.triggers import Trigger

_CLAUSES = ("parataxis", "csubj", "discourse", "dep")


def evidence_of(tree: Tree, trigger: Trigger, above: int) -> Tokens:
    """Tokens of the clause about a trigger, or of the noun phrase where a noun tells it."""
    token = trigger.token
    if token == trigger.noun:
        return noun_phrase(tree, token)
    if tree.label(token) == "acl":
        host = tree.head(token)
        tokens = set(tree.below(token)) | set(range(*noun_phrase(tree, host)))
        return trim(tree, *tree.around(host, _filled(tokens, host, token)))
    top = above if above >= 0 and tree.label(token) in ("xcomp", "ccomp") else token
    tokens = set(clause_tokens(tree, top, keep=token))
    return trim(tree, *tree.around(token, tokens))


def _filled(tokens: set[int], first: int, last: int) -> set[int]:
    return tokens | set(range(min(first, last), max(first, last) + 1))


def clause_tokens(tree: Tree, verb: int, keep: int = -1) -> list[int]:
    """Tokens of a verb's clause: what is joined to it by "and", set beside it, or only frames it is left out."""
    skip = []
    for child in tree.kids[verb]:
        label = tree.label(child)
        if child == keep:
            continue
        joined = label == "conj" and child > verb
        framing = label == "advcl" and (child < verb or _behind_comma(tree, child))
        if joined or framing or label in _CLAUSES or (label in ("cc", "mark") and child < verb):
            skip.append(child)
    held = tree.below(verb, skip)
    aside = [
        node for node in held if tree.full_label(node) == "acl:relcl" and node > verb and _behind_comma(tree, node)
    ]
    return tree.below(verb, [*skip, *(node for node in aside if node != keep)]) if aside else held


def _behind_comma(tree: Tree, child: int) -> bool:
    first = tree.below(child)[0]
    return tree.words[max(first - 1, 0)] in (",", "—", "–", "-") or tree.words[first] in (",", "—", "–")
