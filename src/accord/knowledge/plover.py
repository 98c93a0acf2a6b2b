"""What verbs, phrases and nouns say is done, by the roots of PLOVER, and what a verb does to the act below it."""

from functools import cache

from msgspec import Struct

from accord.knowledge.tables import read_rows
from accord.model.findings import EventType


class Predicate(Struct, frozen=True):
    """Words that tell of an act: its PLOVER root, the kind of act within it, lemmas (the first is its head), flags.

    Flags: r, those "with" whom it is done take part; t, it is done to somebody; c, it takes a clause
    or infinitive; p, it is only promised; v, told in the active; n, the noun alone tells of it; q, a quarrel of
    two sides, that may be one of words; x, turned: the subject suffers it; k, whom it is done to must be
    known; d, any deed: told where its time is.
    """

    type: EventType
    kind: str
    words: tuple[str, ...]
    flags: str = ""


@cache
def verb_predicates() -> dict[str, tuple[Predicate, ...]]:
    """Predicates by the lemma of their verb, those of most words first."""
    return _by_head("plover_verbs.tsv")


@cache
def noun_predicates() -> dict[str, tuple[Predicate, ...]]:
    """Predicates by the lemma of their noun, the last word of several."""
    return _by_head("plover_nouns.tsv", last=True)


@cache
def arguments_of(phrase: str) -> tuple[tuple[str, frozenset[str]], ...]:
    """What an act must be done to where its words are meant literally: slots, each with the sorts that may fill it.

    >>> arguments_of("besiege") == (("object!", frozenset(("who", "force", "target"))),), arguments_of("sneeze")
    (True, ())
    """
    return _arguments().get(phrase, ())


@cache
def _arguments() -> dict[str, tuple[tuple[str, frozenset[str]], ...]]:
    found: dict[str, list[tuple[str, frozenset[str]]]] = {}
    for phrases, slots, *sorts in read_rows("event_arguments.tsv"):
        allowed = frozenset(sorts[0].split(";")) if sorts else frozenset[str]()
        for phrase in phrases.split(";"):
            # a verb with an object is judged by that, one without by the phrase behind it
            slot = "against" if "against" in slots.split(";") else slots
            found.setdefault(phrase, []).append((slot, allowed))
    return {phrase: tuple(each) for phrase, each in found.items()}


@cache
def frame_of(lemma: str) -> str | None:
    """What a verb or adjective does to the act below it: plan, may, promise, refuse, try, stop, wish, deny; else None.

    >>> frame_of("vow"), frame_of("refuse"), frame_of("eat")
    ('promise', 'refuse', None)
    """
    return _frames().get(lemma)


@cache
def _frames() -> dict[str, str]:
    found: dict[str, str] = {}
    for frame, lemmas in read_rows("event_frames.tsv"):
        for lemma in lemmas.split(";"):
            found.setdefault(lemma, frame)
    return found


def _by_head(table: str, *, last: bool = False) -> dict[str, tuple[Predicate, ...]]:
    found: dict[str, list[Predicate]] = {}
    for row in read_rows(table):
        type_, kind, phrases, flags = (*row, "")[:4]
        for phrase in phrases.split(";"):
            words = tuple(phrase.split())
            predicate = Predicate(type_, kind, words, flags)  # type: ignore[arg-type]
            found.setdefault(words[-1] if last else words[0], []).append(predicate)
    return {head: tuple(sorted(group, key=lambda each: -len(each.words))) for head, group in found.items()}
