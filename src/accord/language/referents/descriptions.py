"""What a noun phrase says of whom it stands for: its noun, number, state, owner, field."""

from collections.abc import Callable
from typing import Literal

from msgspec import Struct

from accord.knowledge.genders import Gender, gender_of_word
from accord.knowledge.states import find_state, state_of_adjective
from accord.language.referents.nouns import Sort, is_aged, singular, sort_of
from accord.model.sentences import Sentence

_DEFINITE = frozenset(("the", "this", "that", "these", "those", "both"))
_INDEFINITE = frozenset(("a", "an", "some", "any", "another", "one", "several", "many", "each", "every", "no", "few"))
_COUNTS = {"two": 2, "both": 2, "three": 3, "four": 4, "five": 5, "six": 6, "2": 2, "3": 3, "4": 4, "5": 5}
_GROUPS = {"pair": 2, "duo": 2, "couple": 2, "trio": 3, "both": 2}
_OF = frozenset(("of", "for", "from", "at", "in", "with", "by"))
_LISTED = frozenset(("fellow", "other", "same", "late", "new", "then", "current", "own", "top", "senior"))
_BACK = 5

Definite = Literal["yes", "no", "bare"]
Whom = Callable[[int], tuple[str, ...]]
"""Actors that a token of the sentence stands for."""


class Description(Struct, frozen=True):
    """One noun phrase: `noun` is the singular of its head, in lower case; `words` are its modifiers but for states.

    `owners` are those that a possessive names, `of` those behind "of", "for", "from", or before the noun ("EU
    officials"); `open_owner` says that its owner is nobody known.
    """

    noun: str
    sort: Sort | None
    definite: Definite
    is_plural: bool = False
    count: int = 0
    words: frozenset[str] = frozenset()
    states: frozenset[str] = frozenset()
    owners: tuple[str, ...] = ()
    of: tuple[str, ...] = ()
    open_owner: bool = False
    is_aged: bool = False

    @property
    def gender(self) -> Gender | None:
        """Gender of whom the noun calls."""
        return gender_of_word(self.noun)


def read_description(sentence: Sentence, token: int, whom: Whom) -> Description:
    """Read the phrase of a head noun; `whom` tells whom other tokens of the sentence stand for."""
    word = sentence.words[token].lower()
    noun = singular(word)
    aged = is_aged(sentence, token)
    is_plural = sentence.feature(token, "Number") == "Plur" if sentence.feats and not aged else noun != word
    definite: Definite = "yes" if word == "both" else "bare"
    words, states = set(), set()
    owners: list[str] = []
    of: list[str] = []
    is_owned, count = False, _GROUPS.get(noun, 0)
    for child in _children(sentence, token):
        label = sentence.labels[child] if sentence.labels else ""
        small = sentence.words[child].lower()
        state = state_of_adjective(sentence.words[child]) or find_state(sentence.words[child])
        count = _COUNTS.get(small, count)
        if small in _INDEFINITE and child < token:
            definite = "no"
        elif small in _DEFINITE and child < token and definite == "bare":
            definite = "yes"
        elif label == "nmod:poss":
            definite, is_owned = "yes", True
            owners += whom(child)
        elif label == "nmod" and _case(sentence, child) in _OF:
            of += whom(child)
            of += [one for other in sentence.children(child, "conj") for one in whom(other)]
        elif child < token and state:
            states.add(state.name)
        elif child < token and small.isalpha() and small not in _COUNTS:
            words.add(small)
            of += whom(child)
    for child in sentence.children(token, "acl") if sentence.heads else ():
        of += [one for agent in sentence.children(child, "obl:agent") for one in whom(agent)]
    if of and is_plural and sentence.heads:  # "the presidents of Norway and Kenya", the second joined to the first noun
        of += [one for child in sentence.children(token, "conj") for one in whom(child)]
    own = state_of_adjective(sentence.words[token])
    return Description(
        noun=noun,
        sort="person" if aged or own else sort_of(word),
        definite=definite,
        is_plural=is_plural or count > 1,
        count=count,
        words=frozenset(words) - _LISTED,
        states=frozenset(states | ({own.name} if own else set())),
        owners=tuple(dict.fromkeys(owners)),
        of=tuple(dict.fromkeys(of)),
        open_owner=is_owned and not owners,
        is_aged=aged,
    )


def _children(sentence: Sentence, token: int) -> tuple[int, ...]:
    """What hangs on a noun and on what describes it; without a tree, the words before it."""
    if not sentence.heads:
        first = max(0, token - _BACK)
        stops = [at for at in range(first, token) if not sentence.words[at].isalpha()]
        return tuple(range(stops[-1] + 1 if stops else first, token))
    near = sentence.children(token, "det", "nmod", "amod", "compound", "nummod", "nmod:desc")
    inner = (one for child in near for one in sentence.children(child, "amod", "compound", "det") if one < token)
    return tuple(sorted({*near, *inner}))


def _case(sentence: Sentence, token: int) -> str:
    return next((sentence.words[one].lower() for one in sentence.children(token, "case")), "")
