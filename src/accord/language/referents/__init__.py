"""Whom a report's pronouns and descriptions stand for, resolved once for all who ask."""

from collections.abc import Sequence
from functools import lru_cache

from accord.language.referents.reading import Reading
from accord.model.findings import Actor
from accord.model.sentences import Sentence


class Referents:
    """Actors by the place of a mention's head: pronouns and common nouns, not names."""

    def __init__(self, found: dict[int, tuple[str, ...]]) -> None:
        self._found = found

    def at(self, start: int) -> tuple[str, ...] | None:
        """Actors that the mention whose head begins at a code point stands for; empty for somebody else, None for none.

        A group has several. Names aren't among them: `Actor.mentions` tells those.
        """
        return self._found.get(start)


def find_referents(sentences: Sequence[Sentence], actors: Sequence[Actor], text: str) -> Referents:
    """Resolve every pronoun and description of a report's sentences; `text` is the report's, for its quotations."""
    return _read(tuple(sentences), tuple(actors), text)


@lru_cache(maxsize=2)
def _read(sentences: tuple[Sentence, ...], actors: tuple[Actor, ...], text: str) -> Referents:
    """Read a report once for the finders that ask one after another."""
    return Referents(Reading(sentences, actors, text).found)
