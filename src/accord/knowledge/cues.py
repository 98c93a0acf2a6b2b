"""Words that attribute: verbs and nouns of speech and thought, prepositions, adverbs, occasions."""

from functools import cache

from msgspec import Struct

from accord.knowledge.tables import read_rows, read_words, split_list


class Cue(Struct, frozen=True):
    """A cue verb or noun: what its content may be, and the particles and prepositions that belong to it.

    Complements of a verb: that (a clause), quote, to (an infinitive), object (a noun phrase), addressee (its object is
    who is spoken to).
    """

    lemma: str
    complements: frozenset[str]
    particles: frozenset[str] = frozenset()


@cache
def cue_verbs() -> dict[str, Cue]:
    """Cue verbs by lemma."""
    return {row[0]: _cue(row) for row in read_rows("verbs.tsv")}


@cache
def cue_nouns() -> dict[str, Cue]:
    """Cue nouns by lemma."""
    return {row[0]: _cue(row) for row in read_rows("nouns.tsv")}


def _cue(row: tuple[str, ...]) -> Cue:
    complements, particles = (*row[1:], "", "")[:2]
    return Cue(row[0], frozenset(split_list(complements)), frozenset(split_list(particles)))


@cache
def frames(kind: str) -> tuple[tuple[str, ...], ...]:
    """Return the fixed phrases of a kind (preposition, adverb), each as its words, longest first."""
    found = [tuple(row[0].split()) for row in read_rows("frames.tsv") if row[1] == kind]
    return tuple(sorted(found, key=lambda words: (-len(words), words)))


@cache
def venue_nouns() -> frozenset[str]:
    """Nouns for occasions and documents in which something is said, of one word or two."""
    return read_words("venues.txt")
