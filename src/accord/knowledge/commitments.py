"""Words for what parties agree, promise and propose: cues with their stage, instruments, topics."""

from functools import cache

from msgspec import Struct

from accord.knowledge.tables import read_rows
from accord.model.findings import Stage
from accord.text.stems import stem, words_of


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
def _phrases(table: str, stemmed: bool) -> tuple[tuple[str, tuple[tuple[str, ...], ...]], ...]:
    """Rows of a table of names and phrases, each phrase as its words or their stems."""
    return tuple(
        (name, tuple(_words(phrase, stemmed) for phrase in phrases.split(";"))) for name, phrases in read_rows(table)
    )


def _words(text: str, stemmed: bool) -> tuple[str, ...]:
    return tuple(stem(word) if stemmed else word.lower() for word in words_of(text))


def find_instrument(text: str) -> str | None:
    """Name of the instrument that a text speaks of, the most formal first; None where none is named.

    >>> find_instrument("signed two memoranda of understanding"), find_instrument("met again")
    ('memorandum of understanding', None)
    """
    found = _named("instruments.tsv", text, stemmed=False)
    return found[0] if found else None


def find_topics(text: str) -> tuple[str, ...]:
    """Topics that a text speaks of, narrow ones first.

    >>> find_topics("a deal on railways and telecoms"), find_topics("hello")
    (('railways', 'telecommunications'), ())
    """
    return _named("topics.tsv", text, stemmed=True)


def _named(table: str, text: str, *, stemmed: bool) -> tuple[str, ...]:
    stems = _words(text, stemmed)
    at: dict[str, list[int]] = {}
    for place, each in enumerate(stems):
        at.setdefault(each, []).append(place)
    return tuple(
        name
        for name, phrases in _phrases(table, stemmed)
        if any(stems[place : place + len(phrase)] == phrase for phrase in phrases for place in at.get(phrase[0], ()))
    )


@cache
def instrument_lemmas() -> frozenset[str]:
    """Nouns that name an instrument by themselves."""
    return frozenset(
        phrase.split()[0] if phrase.split()[0] in ("memorandum", "memoranda", "letter") else phrase.split()[-1]
        for _, phrases in read_rows("instruments.tsv")
        for phrase in phrases.split(";")
    )
