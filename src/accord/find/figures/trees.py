"""What the tree says of an amount: the noun that it counts and the words that hang on both; unused without a tree."""

from accord.find.figures.lines import Amount, Line
from accord.knowledge.quantities import is_plural, words_for
from accord.text.numbers import number_words

_REACH = 9  # tokens behind a number among which its noun is looked for
_MODIFIERS = frozenset({"ADJ", "NOUN", "PROPN", "ADV", "VERB", "PART"})
_DEPTH = 12  # steps up the tree that are followed from a word towards the noun it hangs on
_APART = ("appos", "conj", "cc", "acl:relcl", "parataxis", "list", "punct", "dep", "advcl")


def head_by_tree(line: Line, amount: Amount, *, alone: bool) -> int | None:
    """Token of the noun that a number modifies, where it stands close behind and nothing parts them."""
    sentence = line.sentence
    if not sentence.heads:
        return None
    for token in range(amount.last - 1, amount.first - 1, -1):
        head = sentence.heads[token]
        if sentence.is_labelled(token, "nummod", "det") and amount.last <= head < amount.last + _REACH:
            return head if _is_counted(line, amount.last, head, alone=alone) else None
    return None


def _is_counted(line: Line, start: int, head: int, *, alone: bool) -> bool:
    """Whether the head of a number can be what it counts: a noun, plural unless there is one, behind its modifiers."""
    sentence = line.sentence
    if sentence.upos[head] not in ("NOUN", "PROPN") or (not alone and not is_plural(line.low[head])):
        return False
    return all(_may_stand_between(line, index) for index in range(start, head))


def _may_stand_between(line: Line, index: int) -> bool:
    if line.is_hyphen(index) or line.low[index] in words_for("quotes"):
        return True
    return line.sentence.upos[index] in _MODIFIERS and line.low[index] not in number_words()


def phrase_by_tree(line: Line, first: int, start: int) -> int:
    """Last token (end-exclusive) of the run from `start` that hangs on the tokens from `first` to `start`."""
    last = start
    while last < len(line) and _hangs_on(line, last, first, start):
        last += 1
    return last


def _hangs_on(line: Line, token: int, first: int, start: int) -> bool:
    """Whether a token comes down from the tokens first to start, by relations that say which and not more."""
    sentence = line.sentence
    for _ in range(_DEPTH):
        if sentence.labels[token] in _APART and not line.is_hyphen(token):
            return False
        token = sentence.heads[token]
        if first <= token < start:
            return True
        if token < 0:
            return False
    return False
