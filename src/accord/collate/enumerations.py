"""What is said of several persons one after another, read for each of them: "met the premier, Ann Lee, and Li Wei"."""

from collections.abc import Callable, Iterator, Sequence

from msgspec import Struct

from accord.collate.units import LONGEST, NOMINAL, Stretch
from accord.model.sentences import Sentence

# A clause is read for each of its persons where it says the same of so many.
LEAST_PERSONS = 2
# Where those stand of whom a verb or a noun says one thing each. Subjects do it together: "they met".
EACH = ("obj", "obl", "nmod")


class ReadFor(Struct, frozen=True):
    """A stretch of tokens, end-exclusive, read for `persons` (ids), without the words for the others."""

    stretch: Stretch
    unread: frozenset[int]
    persons: frozenset[str]


def read_by_person(
    sentence: Sentence, stretches: Sequence[Stretch], persons_in: Callable[[frozenset[int]], frozenset[str]]
) -> Iterator[ReadFor]:
    """Yield the shortest stretch that says one thing of several persons, once for each of them.

    `persons_in` gives the ids of those whom tokens name. It ends before the others where they come last.
    """
    for says, items in _enumerated(sentence):
        named = [persons_in(item) for item in items]
        every = frozenset[int]().union(*items)
        holding = [each for each in stretches if each[0] <= min(says, *every) and max(says, *every) < each[1]]
        if sum(map(bool, named)) < LEAST_PERSONS or not holding:
            continue
        shortest = min(holding, key=lambda each: (each[1] - each[0], each))
        for item, persons in zip(items, named, strict=True):
            unread = every - item
            told = persons - persons_in(unread)  # "Ann Lee and her sister's guest Ann Lee" is read once
            if told:
                yield ReadFor(_without(sentence, shortest, unread), unread, told)


def _enumerated(sentence: Sentence) -> Iterator[tuple[int, list[frozenset[int]]]]:
    """Yield the token that says something of several names, and the tokens of each name."""
    for head in range(len(sentence) if sentence.heads and len(sentence) <= LONGEST else 0):
        items = [item for item in sentence.children(head, "conj") if sentence.upos[item] in NOMINAL]
        if items and sentence.upos[head] in NOMINAL and sentence.is_labelled(head, *EACH):
            below = [frozenset(sentence.descendants(item)) for item in items]
            own = frozenset(sentence.descendants(head)).difference(*below, sentence.children(head, "case"))
            yield sentence.heads[head], [own, *below]


def _without(sentence: Sentence, stretch: Stretch, unread: frozenset[int]) -> Stretch:
    """Leave out what is unread at the edges, with the mark that closes it."""
    kept = [i for i in range(*stretch) if i not in unread]
    while len(kept) > 1 and kept[-1] - kept[-2] > 1 and sentence.upos[kept[-1]] == "PUNCT":
        kept.pop()
    return kept[0], kept[-1] + 1
