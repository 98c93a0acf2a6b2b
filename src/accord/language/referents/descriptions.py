"""What a noun phrase says of whom it stands for: its noun, number, state, owner, field."""

from collections.abc import Callable
from functools import cache
from typing import Literal

from msgspec import Struct

from accord.knowledge.genders import Gender, gender_of_word
from accord.knowledge.states import find_state, state_of_adjective
from accord.knowledge.tables import read_rows, read_words
from accord.language.referents.nouns import Sort, is_aged, is_people, singular, sort_of
from accord.model.sentences import Sentence

_DEFINITE = frozenset(("the", "this", "that", "these", "those", "both"))
_INDEFINITE = frozenset(("a", "an", "some", "any", "another", "one", "several", "many", "each", "every", "no", "few"))
_COUNTS = {"two": 2, "both": 2, "three": 3, "four": 4, "five": 5, "six": 6, "2": 2, "3": 3, "4": 4, "5": 5}
_OF = frozenset(("of", "for", "from", "at", "in", "with", "by"))
_THROUGH = frozenset(("of", "for", "from", "by", "at"))
_BACK = 5

Definite = Literal["yes", "no", "bare"]
Whom = Callable[[int], tuple[str, ...]]
"""Actors that a token of the sentence stands for."""


class Description(Struct, frozen=True):
    """One noun phrase: `noun` is the singular of its head, in lower case; `words` are its modifiers but for states.

    `owners` are those that a possessive names, `of` those behind "of", "for", "from", or before the noun ("EU
    officials"), of them `through` those that may speak through a spokesman or a paper, not "a report in the Post";
    `open_owner` says that its owner is nobody known.
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
    through: tuple[str, ...] = ()
    joined: tuple[str, ...] = ()
    open_owner: bool = False
    is_aged: bool = False

    @property
    def gender(self) -> Gender | None:
        """Gender of whom the noun calls."""
        return gender_of_word(self.noun)


class _Parts:
    """What the words about a noun say, gathered one by one."""

    def __init__(self, definite: Definite, count: int) -> None:
        self.definite: Definite = definite
        self.count = count
        self.words: set[str] = set()
        self.states: set[str] = set()
        self.owners: list[str] = []
        self.of: list[str] = []
        self.through: list[str] = []
        self.joined: list[str] = []
        self.is_owned = False

    def take(self, sentence: Sentence, child: int, token: int, whom: Whom) -> None:
        """Take in one word or phrase beside the noun."""
        label = sentence.labels[child] if sentence.labels else ""
        word = sentence.words[child]
        small, is_before = word.lower(), child < token
        state = (state_of_adjective(word) or find_state(word)) if is_before else None
        if not sentence.heads or sentence.heads[child] == token:  # not in "the three-judge court"
            self.count = _COUNTS.get(small, self.count)
        if is_before and (small in _INDEFINITE or small in read_words("other_words.txt")):
            self.definite = "no"
        elif is_before and small in _DEFINITE and self.definite == "bare":
            self.definite = "yes"
        elif label == "nmod:poss":
            self.definite, self.is_owned = "yes", True
            self.owners += whom(child)
        elif label == "nmod" and _case(sentence, child) in _OF:
            found = [one for each in (child, *sentence.children(child, "conj")) for one in whom(each)]
            self.of += found
            self.through += found if _case(sentence, child) in _THROUGH else []
            self.joined = found if _case(sentence, child) in _THROUGH and len(set(found)) > 1 else self.joined
        elif state:
            self.states.add(state.name)
        elif is_before and small.isalpha() and small not in _COUNTS:
            self.words.add(small)
            self.of += (before := whom(child))
            self.through += before


def read_description(sentence: Sentence, token: int, whom: Whom) -> Description:
    """Read the phrase of a head noun; `whom` tells whom other tokens of the sentence stand for."""
    word = sentence.words[token].lower()
    noun, aged, own = singular(word), is_aged(sentence, token), state_of_adjective(sentence.words[token])
    is_plural = sentence.feature(token, "Number") == "Plur" if sentence.feats and not aged else noun != word
    parts = _Parts("yes" if word == "both" else "bare", _group_size(noun))
    for child in _children(sentence, token):
        parts.take(sentence, child, token, whom)
    made = _makers(sentence, token, whom)
    parts.of += made
    parts.through += made
    if (
        parts.of and is_plural and sentence.heads
    ):  # "the presidents of Norway and Kenya", Kenya joined to the presidents
        parts.of += [one for child in sentence.children(token, "conj") for one in whom(child)]
    return Description(
        noun=noun,
        sort="person" if aged or own else sort_of(word) or ("person" if is_people(sentence, token) else None),
        definite=parts.definite,
        is_plural=is_plural or parts.count > 1,
        count=parts.count,
        words=frozenset(parts.words) - read_words("idle_describers.txt"),
        states=frozenset(parts.states | ({own.name} if own else set())),
        owners=tuple(dict.fromkeys(parts.owners)),
        of=tuple(dict.fromkeys(parts.of)),
        through=tuple(dict.fromkeys(parts.through)),
        joined=tuple(dict.fromkeys(parts.joined)),
        open_owner=parts.is_owned and not parts.owners,
        is_aged=aged,
    )


@cache
def _group_size(noun: str) -> int:
    """How many a noun stands for together, 0 where it is no word for so many."""
    return next((int(row[1]) for row in read_rows("group_nouns.tsv") if row[0] == noun), 0)


def _makers(sentence: Sentence, token: int, whom: Whom) -> list[str]:
    """By whom a paper was made or, where it is his own, given out: "a study conducted by", "figures released by"."""
    if not sentence.heads:
        return []
    makes = read_words("making_verbs.txt")
    if sentence.words[token].lower() in read_words("own_papers.txt"):
        makes = makes | read_words("giving_verbs.txt")
    made = [child for child in sentence.children(token, "acl") if _lemma(sentence, child) in makes]
    return [one for child in made for agent in sentence.children(child, "obl:agent") for one in whom(agent)]


def _lemma(sentence: Sentence, token: int) -> str:
    return (sentence.lemmas[token] if sentence.lemmas else sentence.words[token]).lower()


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
    near = (token, *sentence.children(token, "nmod:desc", "compound"))  # "by Minister Ana Berg", by hung on the title
    return next((sentence.words[one].lower() for each in near for one in sentence.children(each, "case")), "")
