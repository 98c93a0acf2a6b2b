"""What the words of a clause stand for: near-synonyms brought to one."""

from functools import cache, lru_cache

from accord.knowledge.words import concept_stops, concepts
from accord.model.sentences import Sentence
from accord.text.stems import stem


def base_of(sentence: Sentence, index: int) -> str:
    """A verb or noun as its lemma: "met" and "meeting" are found under one concept only so."""
    inflected = bool(sentence.lemmas) and sentence.upos[index] in ("VERB", "AUX", "NOUN")
    return sentence.lemmas[index].lower() if inflected else sentence.words[index]


@lru_cache(maxsize=1 << 16)
def concept_of(word: str) -> str:
    """Bring near-synonyms to one: the concept that a word stands for, else its stem.

    >>> concept_of("deals") == concept_of("agreement"), concept_of("hydropower")
    (True, '=dam')
    """
    root = stem(word)
    if word.lower() in concept_stops() or (word.endswith("ly") and word.lower() not in concepts()):
        return root
    return _concepts_by_stem().get(root, root)


@cache
def _concepts_by_stem() -> dict[str, str]:
    """Stems of the words that stand for a concept."""
    return {stem(word): f"={concept}" for word, concept in reversed(concepts().items())}
