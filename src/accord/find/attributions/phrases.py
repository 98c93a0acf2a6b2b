"""Noun phrases and cue phrases about a head token."""

from accord.find.attributions.trees import Tokens, Tree
from accord.knowledge.offices import offices

_MARKS = frozenset("\"'“”‘’«»„`,.;:—–-()[]") | {"''", "``"}
_BRACKETS = {"(": ")", ")": "(", "[": "]", "]": "["}
_CUT = frozenset(("acl:relcl", "parataxis", "advcl", "dep", "ccomp", "csubj", "orphan", "discourse", "vocative"))
_BEFORE_CUE = frozenset(("aux", "aux:pass", "advmod", "cop"))


def is_mark(tree: Tree, index: int) -> bool:
    """Whether a token is punctuation."""
    return tree.words[index] in _MARKS or tree.upos(index) == "PUNCT"


def noun_phrase(tree: Tree, head: int) -> Tokens:
    """The phrase of a noun with its apposition, without preposition and relative clause."""
    skip: list[int] = []
    for node in tree.below(head):
        label = tree.full_label(node)
        if node != head and (label in _CUT or (label in ("case", "mark", "cc") and tree.head(node) == head)):
            skip.append(node)
    skip += [
        child for child in tree.kids[head] if tree.label(child) == "acl" and child > head and _is_long(tree, child)
    ]
    if tree.label(head) == "conj":
        skip += tree.children(head, "punct")
    first, last = tree.around(head, tree.below(head, skip))
    for name in tree.sentence.names:
        if name.first < last <= name.last or (name.first <= first < name.last and name.last <= last):
            first, last = min(first, name.first), max(last, name.last)
        elif name.first == last and name.label == "PERSON" and _ends_in_title(tree, last):
            last = name.last  # "Prime Minister | Ana Berg", where the tree has lost the one from the other
    return trim(tree, first, last)


def _ends_in_title(tree: Tree, last: int) -> bool:
    return any(" ".join(tree.lower[last - size : last]) in offices() for size in (1, 2) if last >= size)


def _is_long(tree: Tree, index: int) -> bool:
    """Whether a participle clause is set off by a comma: it is then no part of who speaks."""
    before = tree.below(index)[0] - 1
    return before >= 0 and tree.words[before] == ","


def trim(tree: Tree, first: int, last: int) -> Tokens:
    """A run without marks at its ends; a bracket stays where its other half is in the run."""
    while first < last and is_mark(tree, first) and not _is_paired(tree, first, range(first + 1, last)):
        first += 1
    while last > first and is_mark(tree, last - 1) and not _is_paired(tree, last - 1, range(first, last - 1)):
        last -= 1
    return first, last


def _is_paired(tree: Tree, index: int, rest: range) -> bool:
    other = _BRACKETS.get(tree.words[index])
    return other is not None and any(tree.words[token] == other for token in rest)


def verb_group(tree: Tree, verb: int, content: set[int], source: Tokens | None) -> Tokens:
    """A cue verb with its auxiliaries, negation, particle and the adverbials right beside it."""
    first, last = verb, verb + 1
    allowed = set(tree.children(verb, *_BEFORE_CUE, "compound:prt", "aux"))
    while first - 1 in allowed and first - 1 not in content and not _in(first - 1, source):
        first -= 1
    while last in tree.children(verb, "compound:prt", "advmod") and last not in content and tree.words[last] != ",":
        last += 1
    return first, last


def _in(token: int, run: Tokens | None) -> bool:
    return run is not None and run[0] <= token < run[1]


def extend_over(tree: Tree, cue: Tokens, branch: int, stop: set[int]) -> Tokens:
    """A cue run drawn over a branch that begins right behind it, where none of it is content."""
    tokens = tree.below(branch)
    if tokens[0] == cue[1] and tokens[-1] - tokens[0] + 1 == len(tokens) and stop.isdisjoint(tokens):
        return cue[0], tokens[-1] + 1
    return cue
