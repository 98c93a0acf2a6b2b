"""When an act was done: the time that hangs on it, or on the clause that it stands in."""

import re
from bisect import bisect_left
from collections.abc import Sequence

from accord.find.attributions.trees import Tokens, Tree
from accord.knowledge.tables import read_words
from accord.model.findings import Time
from accord.model.sentences import Sentence

_CLIMB = 4
# Clauses that have a time of their own or none: "opposed the law, which was passed", "said on Friday that he had met".
_OWN_TIME = frozenset(("acl", "parataxis"))
_IN_YEARS = re.compile(r"(?:in|for) (?:[\w-]+ ){1,3}(?:years|months|weeks|decades)\b", re.IGNORECASE)
_RANKS = frozenset(("first", "second", "third", "fourth", "fifth", "last", "only"))
# A rank stands so many words before the time that it reaches back to, at most.
_RANKED = 12


class Dates:
    """The times of a report that are on the calendar, by place."""

    def __init__(self, times: Sequence[Time]) -> None:
        self.times = sorted((time for time in times if time.edtf), key=lambda time: time.span.start)
        self.starts = [time.span.start for time in self.times]

    def in_sentence(self, sentence: Sentence) -> list[tuple[int, Time]]:
        """Times of a sentence with the token that each begins at."""
        first = bisect_left(self.starts, sentence.start)
        last = bisect_left(self.starts, sentence.end)
        places = ((bisect_left(sentence.ends, time.span.start + 1), time) for time in self.times[first:last])
        placed = [(min(place, len(sentence) - 1), time) for place, time in places]
        return [(place, time) for place, time in placed if not _reaches_back(sentence, place, time)]


def _reaches_back(sentence: Sentence, place: int, time: Time) -> bool:
    """Whether a time says when a thing was last done: "the first visit in six years", "their second since 2017"."""
    words = [word.lower() for word in sentence.words[max(0, place - _RANKED) : place]]
    back = (
        bool(_IN_YEARS.match(time.span.text)) or words[-1:] == ["since"] or time.span.text.lower().startswith("since ")
    )
    return back and any(
        word in _RANKS or sentence.feature(place - len(words) + at, "Degree") == "Sup" for at, word in enumerate(words)
    )


def date_of(
    tree: Tree,
    token: int,
    stretch: Tokens,
    times: Sequence[tuple[int, Time]],
    *,
    own_only: bool = False,
    lasting: bool = True,
) -> str | None:
    """Date of an act: the time that is told by it ("a week after they met"), one in its clause, one of that above.

    With `own_only`, a time of a clause inside its own is left alone ("asked her to come in June"); without `lasting`,
    how long something else took ("at the start of the two-day trip").
    """
    times = [each for each in times if lasting or each[1].kind != "duration"]
    times = [each for each in times if not _is_of_occasion(tree, each, token)]
    start = tree.sentence.starts[token]
    told = [time for _, time in times if time.span.start < start < time.span.end]
    if told:
        return told[-1].edtf
    own = [(abs(place - token), place, time) for place, time in times if stretch[0] <= place < stretch[1]]
    hung = [each for each in own if _hangs_on(tree, each[1], token)]
    if hung or (own and not own_only):
        return min(hung or own, key=lambda each: each[:2])[2].edtf
    node = token if tree.upos(token) == "VERB" else -1
    for _ in range(_CLIMB):
        if node >= 0 and tree.label(node) in _OWN_TIME:
            break
        node = tree.head(node) if node >= 0 else -1
        if node < 0:
            break
        above = [time for place, time in times if tree.head(place) == node or _hangs_on(tree, place, node)]
        if above:
            return above[0].edtf
    return None


def _is_of_occasion(tree: Tree, timed: tuple[int, Time], token: int) -> bool:
    """Whether a time dates what an act answers or recalls: "in response to the raids of May", not the act itself."""
    node, time = timed
    for _ in range(_CLIMB + 2):
        node = tree.head(node)
        if node < 0 or node == token or tree.upos(node) == "VERB":
            return False
        if time.span.start <= tree.sentence.starts[node] < time.span.end:
            continue  # "two days before the vote" is a time with its noun
        if tree.lemma(node) in read_words("occasion_nouns.txt") or _is_set_against(tree, node):
            return True
    return False


def _is_set_against(tree: Tree, noun: int) -> bool:
    """Whether an act is set after or before what a noun tells of: "after the clashes of 2011"."""
    cases = (tree.lower[case] for case in tree.children(noun, "case"))
    return tree.upos(noun) == "NOUN" and any(
        case in ("after", "since", "before", "following", "despite") for case in cases
    )


def _hangs_on(tree: Tree, place: int, token: int) -> bool:
    """Whether a time is a phrase of a verb or noun itself: its chain up reaches it without another verb between."""
    node = place
    for _ in range(_CLIMB):
        if node == token:
            return True
        if node != place and tree.upos(node) == "VERB":
            return False
        node = tree.head(node)
        if node < 0:
            return False
    return node == token
