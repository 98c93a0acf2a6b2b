"""Which kind of act an event's words tell of."""

from collections.abc import Sequence
from functools import cache

from accord.knowledge.lexicon import known_lemma
from accord.knowledge.plover import Predicate, noun_predicates, verb_predicates
from accord.knowledge.tables import read_rows
from accord.model.accounts import Analysis
from accord.model.findings import Event

NEAR = 12
"""Words about that of an act among which the others of its phrase stand."""

_MUTUAL_TYPES = frozenset(("AGREE", "COOPERATE"))
_MUTUAL_KINDS = frozenset(("meet", "call", "ceremony", "host"))
"""Of CONSULT: those who meet take part alike, and who is told first says nothing."""


def is_mutual(event: Event, kind: str) -> bool:
    """Whether an act of a kind is done by all its parties together, not by some to others.

    >>> is_mutual(Event("e1", "CONSULT", "happened", ()), "meet"), is_mutual(Event("e1", "ACCUSE", "happened", ()), "")
    (True, False)
    """
    return event.type in _MUTUAL_TYPES or kind == "encounter" or (event.type == "CONSULT" and kind in _MUTUAL_KINDS)


def kind_of(analysis: Analysis, event: Event) -> str:
    """Name the kind of act within the event's type by the words of its first evidence; the type where none tells it.

    The word that the others hang on decides: "visited Oslo weeks after the others met there" is a visit.
    """
    words = _words(analysis, event)
    lemmas = [lemma for lemma, _ in words]
    found = [
        (-words[place][1], len(predicate.words), -place, predicate.kind)
        for place, lemma in enumerate(lemmas)
        for predicate in (*verb_predicates().get(lemma, ()), *noun_predicates().get(lemma, ()))
        if predicate.type == event.type and _holds(lemmas, place, predicate)
    ]
    return max(found)[3] if found else event.type


def head_of(analysis: Analysis, event: Event) -> tuple[str, bool]:
    """Lemma of the word that the first evidence of an event hangs on, and whether it is a plural: "earlier attacks"."""
    span = event.evidence[0]
    for sentence in analysis.sentences:
        if sentence.start <= span.start < sentence.end and sentence.heads:
            first, last = sentence.tokens_in(span.start, span.end)
            top = next((place for place in range(first, last) if not first <= sentence.heads[place] < last), first)
            lemma = sentence.lemmas[top].lower() if sentence.lemmas else sentence.words[top].lower()
            return lemma, sentence.feature(top, "Number") == "Plur" and sentence.upos[top] == "NOUN"
    return "", False


def may_be_one_deed(head: str, other: str) -> bool:
    """Whether two words may call one violent deed: the same ones, or one that says no more than that it was one.

    >>> [may_be_one_deed("shooting", other) for other in ("massacre", "bombing", "war")]
    [True, False, False]
    """
    words = _deed_words()
    if head == other or {head, other} & words["lasting"]:
        return head == other
    return bool({head, other} & words["general"])


def _holds(lemmas: Sequence[str], place: int, predicate: Predicate) -> bool:
    near = lemmas[max(0, place - NEAR) : place + NEAR + 1]
    return all(word in near for word in predicate.words)


@cache
def _deed_words() -> dict[str, frozenset[str]]:
    return {name: frozenset(cell.split()) for name, cell in read_rows("deed_words.tsv")}


def _words(analysis: Analysis, event: Event) -> list[tuple[str, int]]:
    """Lemmas of the evidence, each with how deep it hangs in the tree of its sentence."""
    span = event.evidence[0]
    for sentence in analysis.sentences:
        if sentence.start <= span.start < sentence.end and sentence.lemmas:
            first, last = sentence.tokens_in(span.start, span.end)
            depths = _depths(sentence.heads) or [0] * len(sentence)
            return [
                (known_lemma(sentence.words[place], sentence.lemmas[place]), depths[place])
                for place in range(first, last)
            ]
    return []


def _depths(heads: Sequence[int]) -> list[int]:
    """How many words stand above each word; each is climbed from once.

    >>> _depths((1, -1, 3, 1))
    [1, 0, 2, 1]
    """
    depths: dict[int, int] = {-1: -1}
    for place in range(len(heads)):
        path: dict[int, None] = {}
        while place not in depths and place not in path:
            path[place] = None
            place = heads[place]
        for each in reversed(path):
            depths[each] = depths.get(heads[each], -1) + 1
    return [depths[place] for place in range(len(heads))]
