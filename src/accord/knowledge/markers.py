"""Phrases that mark what a clause does: tells of an omission, says how far a thing has come, negates."""

from collections.abc import Iterable, Iterator, Sequence
from functools import cache

from accord.knowledge.tables import read_rows, read_words

Phrase = tuple[str, ...]
# `*` in a phrase stands for at most so many words.
GAP = 3


@cache
def omission_cues() -> dict[str, tuple[Phrase, ...]]:
    """Phrases by which a report says that somebody left something out, by their first word."""
    return _by_first_word(phrase for (phrase,) in read_rows("omission_cues.tsv"))


@cache
def stage_cues() -> dict[str, tuple[tuple[Phrase, str], ...]]:
    """Phrases that tell how far a thing has come, with the stage of accord/1, by their first word."""
    found: dict[str, list[tuple[Phrase, str]]] = {}
    for stage, phrase in read_rows("stage_cues.tsv"):
        words = tuple(phrase.split())
        found.setdefault(words[0], []).append((words, stage))
    return {first: tuple(sorted(phrases, key=lambda each: -len(each[0]))) for first, phrases in found.items()}


def find_omission(words: Sequence[str]) -> tuple[int, int] | None:
    """Place of the first phrase that tells of an omission, by word, end-exclusive; `words` in lower case.

    >>> find_omission("the statement made no mention of tariffs".split())
    (2, 5)
    >>> find_omission("he did n't say how".split())
    (2, 5)
    """
    cues, words = omission_cues(), ["not" if word == "n't" else word for word in words]
    for at, word in enumerate(words):
        for phrase in cues.get(word, ()):
            end = match_at(words, at, phrase)
            if end:
                return at, end
    return None


def find_stage(words: Sequence[str], starts: Iterable[int] | None = None) -> str | None:
    """Stage that the first marking phrase tells; None where nothing marks one. `words` in lower case.

    `starts` are the words at which a phrase may begin, all unless given.

    >>> find_stage("the two sides are expected to sign a treaty".split())
    'expected'
    """
    cues = stage_cues()
    for at in range(len(words)) if starts is None else starts:
        for phrase, stage in cues.get(words[at], ()):
            if match_at(words, at, phrase):
                return stage
    return None


def is_negated(words: Sequence[str]) -> bool:
    """Say whether a negation stands among the words, in lower case.

    >>> is_negated(["they", "didn’t", "agree"]), is_negated(["they", "agreed"])
    (True, False)
    """
    negations = read_words("negations.txt")
    return any(word in negations or word.endswith(("n't", "n’t")) for word in words)


def match_at(words: Sequence[str], at: int, phrase: Phrase) -> int:
    """End of a phrase that begins at a word, or 0. A `*` takes up to `GAP` words."""
    here = at
    for n, part in enumerate(phrase):
        if part == "*":
            rest = phrase[n + 1 :]
            ends = (match_at(words, here + skip, rest) for skip in range(GAP + 1))
            return next((end for end in ends if end), 0)
        if here >= len(words) or words[here] != part:
            return 0
        here += 1
    return here


def _by_first_word(phrases: Iterator[str]) -> dict[str, tuple[Phrase, ...]]:
    found: dict[str, list[Phrase]] = {}
    for phrase in phrases:
        words = tuple(phrase.split())
        found.setdefault(words[0], []).append(words)
    return {first: tuple(sorted(group, key=lambda each: -len(each))) for first, group in found.items()}
