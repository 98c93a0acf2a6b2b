"""Which kind of act an event's words tell of."""

from collections.abc import Sequence

from accord.knowledge.lexicon import known_lemma
from accord.knowledge.plover import Predicate, noun_predicates, verb_predicates
from accord.model.accounts import Analysis
from accord.model.findings import Event


def kind_of(analysis: Analysis, event: Event) -> str:
    """Name the kind of act within the event's type by the words of its first evidence; the type where none tells it."""
    lemmas = _lemmas(analysis, event)
    found = [
        (len(predicate.words), -place, predicate.kind)
        for place, lemma in enumerate(lemmas)
        for predicate in (*verb_predicates().get(lemma, ()), *noun_predicates().get(lemma, ()))
        if predicate.type == event.type and _holds(lemmas, place, predicate)
    ]
    return max(found)[2] if found else event.type


def _holds(lemmas: Sequence[str], place: int, predicate: Predicate) -> bool:
    near = lemmas[max(0, place - 8) : place + 9]
    return all(word in near for word in predicate.words)


def _lemmas(analysis: Analysis, event: Event) -> list[str]:
    span = event.evidence[0]
    for sentence in analysis.sentences:
        if sentence.start <= span.start < sentence.end and sentence.lemmas:
            first, last = sentence.tokens_in(span.start, span.end)
            pairs = zip(sentence.words[first:last], sentence.lemmas[first:last], strict=True)
            return [known_lemma(word, lemma) for word, lemma in pairs]
    return []
