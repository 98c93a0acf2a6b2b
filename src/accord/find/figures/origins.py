"""Whom a figure is from, where no statement holds it: `according to X`, `X data show`."""

from collections.abc import Iterator, Sequence

from accord.knowledge.quantities import word_list
from accord.model.sentences import Sentence

_REACH = 8  # tokens that the name of a source may have


def origins_of(sentence: Sentence) -> tuple[tuple[int, int], ...]:
    """Token stretches of the sources that a sentence names for what it counts, in order."""
    low = tuple(word.lower() for word in sentence.words)
    return tuple(_after_according(sentence, low)) + tuple(_before_verbs(sentence, low))


def _after_according(sentence: Sentence, low: Sequence[str]) -> Iterator[tuple[int, int]]:
    for at, word in enumerate(low):
        if word == "according" and low[at + 1 : at + 2] == ("to",):
            last = at + 2
            while last < len(low) and last < at + 2 + _REACH and _is_part(low[last]):
                last += 1
            if any(map(_names_a_source, sentence.words[at + 2 : last])):
                yield at + 2, last


def _before_verbs(sentence: Sentence, low: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Find the subject of `show`: what a count is published in, with the words before it and those of its maker."""
    nouns, determiners = _words("nouns"), _words("determiners")
    for verb, word in enumerate(low):
        if word not in _words("verbs"):
            continue
        first = verb
        while (
            first > 0 and first > verb - _REACH and _is_part(low[first - 1]) and low[first - 1] not in _words("verbs")
        ):
            first -= 1
            if low[first] in determiners and nouns.intersection(low[first:verb]):
                break
        if nouns.intersection(low[first:verb]):
            yield first, verb


def _is_part(word: str) -> bool:
    """Whether a word can stand inside the name of a source: no mark but a hyphen, a dot or an apostrophe, no stop."""
    return (any(map(str.isalnum, word)) and word not in _words("stops")) or word in ("'s", "’s", "-", "&")


def _names_a_source(word: str) -> bool:
    return word[0].isupper() or word.lower() in _words("nouns")


def _words(kind: str) -> frozenset[str]:
    return word_list("figure_contexts.txt", kind)
