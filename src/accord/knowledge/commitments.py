"""Words for what parties agree, promise and propose: cues with their stage, instruments, topics."""

from collections.abc import Sequence
from functools import cache

from msgspec import Struct

from accord.knowledge.tables import read_rows
from accord.model.findings import Stage
from accord.text.stems import words_of


class CommitmentCue(Struct, frozen=True):
    """Words that bind or ask: the stage that they leave a matter at, lemmas (the verb first), what they take.

    `takes` holds c for a clause or infinitive, o for any object or phrase, i for a noun of an instrument, m for one of
    a mechanism, p for an infinitive of somebody asked, n for nothing.
    """

    stage: Stage
    words: tuple[str, ...]
    takes: str


@cache
def commitment_cues() -> dict[str, tuple[CommitmentCue, ...]]:
    """Cues by the lemma of their verb, those of most words first."""
    found: dict[str, list[CommitmentCue]] = {}
    for stage, phrases, takes in read_rows("commitment_cues.tsv"):
        for phrase in phrases.split(";"):
            words = tuple(phrase.split())
            found.setdefault(words[0], []).append(CommitmentCue(stage, words, takes))  # type: ignore[arg-type]
    return {verb: tuple(sorted(cues, key=lambda cue: -len(cue.words))) for verb, cues in found.items()}


@cache
def commitment_nouns() -> dict[str, Stage]:
    """Nouns that tell of a promise, an agreement or a proposal, with the stage that they leave a matter at."""
    return {noun: stage for noun, stage in read_rows("commitment_nouns.tsv")}  # type: ignore[misc]


@cache
def _phrases(table: str) -> tuple[tuple[str, tuple[tuple[str, ...], ...]], ...]:
    """Rows of a table of names and phrases, each phrase as its words."""
    return tuple(
        (name, tuple(tuple(phrase.split()) for phrase in phrases.split(";"))) for name, phrases in read_rows(table)
    )


def find_instrument(text: str) -> str | None:
    """Name of the instrument that a text speaks of, the most formal first; None where none is named.

    >>> find_instrument("signed two memoranda of understanding"), find_instrument("met again")
    ('memorandum of understanding', None)
    """
    found = _named("instruments.tsv", words_of(text))
    return found[0] if found else None


def find_topics(words: Sequence[str], lemmas: Sequence[str] = ()) -> tuple[str, ...]:
    """Topics that words speak of, by the words themselves and their lemmas, narrow ones first.

    >>> find_topics("a deal on railways and telecoms".split()), find_topics(["aides"], ["aide"])
    (('railways', 'telecommunications'), ())
    """
    return _named("topics.tsv", words, lemmas)


def _named(table: str, words: Sequence[str], lemmas: Sequence[str] = ()) -> tuple[str, ...]:
    forms = [
        {word.lower(), lemma.lower()} if word else set() for word, lemma in zip(words, lemmas or words, strict=True)
    ]
    at: dict[str, list[int]] = {}
    for place, each in enumerate(forms):
        for form in each:
            at.setdefault(form, []).append(place)
    return tuple(
        name
        for name, phrases in _phrases(table)
        if any(_stands_at(forms, place, phrase) for phrase in phrases for place in at.get(phrase[0], ()))
    )


def _stands_at(forms: Sequence[set[str]], place: int, phrase: Sequence[str]) -> bool:
    found = forms[place : place + len(phrase)]
    return len(found) == len(phrase) and all(word in form for word, form in zip(phrase, found, strict=True))


@cache
def instrument_lemmas() -> frozenset[str]:
    """Nouns that name an instrument by themselves."""
    return frozenset(
        phrase.split()[0] if phrase.split()[0] in ("memorandum", "memoranda", "letter") else phrase.split()[-1]
        for _, phrases in read_rows("instruments.tsv")
        for phrase in phrases.split(";")
    )
