"""What a post is a post of: the state, body or person that stands before the title or behind its "of"."""

from bisect import bisect_left
from collections.abc import Sequence

from msgspec import Struct

from accord.find.actors.lines import ARTICLES, POSSESSIVE, Line
from accord.find.actors.mentions import Mention
from accord.find.actors.titles import Title, is_rank
from accord.knowledge.organizations import body_words, organization_nouns
from accord.knowledge.states import state_of_adjective
from accord.knowledge.tables import read_words

LINKS = frozenset(("of", "for", "at", "in", "with", "from"))
PERSONAL = frozenset(("spokesperson", "law"))
"""Kinds of post that one may hold for a person: a spokeswoman, a lawyer."""

BACK = 40
"""Mentions that are looked back over for what "the bank's" or "its" stands for."""

_OWN = frozenset(("his", "her"))


class Held(Struct, frozen=True):
    """A title's words and what it is of, with the tokens that both take up.

    `of` is None where nothing named is said; `apart` is a rank that stands before the holder: "former | French".
    """

    title: str
    of: Mention | None
    first: int
    last: int


class Ground:
    """All mentions of a report in order, looked back over for what a description stands for."""

    def __init__(self, mentions: Sequence[Mention]) -> None:
        self._mentions = mentions
        self._starts = [mention.start for mention in mentions]

    def last_of(self, place: int, *labels: str, word: str = "") -> Mention | None:
        """The last mention before a place with one of these labels, whose name is built with a word where one is asked."""
        index = bisect_left(self._starts, place)
        for mention in reversed(self._mentions[max(0, index - BACK) : index]):
            if mention.label in labels and (not word or _is_called(mention.text, word)):
                return mention
        return None


def _is_called(name: str, word: str) -> bool:
    """Whether a body may be called by a noun: its own head, or one of its kind."""
    kind = organization_nouns().get(word)
    return word in body_words(name) or any(organization_nouns().get(one) == kind for one in body_words(name))


def read_holder(line: Line, title: Title, ground: Ground) -> Held:
    """Read what a title is of: behind it ("of the bank"), else before it ("the bank's", "Norwegian")."""
    first, before = _before(line, title, ground)
    ranked, rank = _rank_before(line, first)
    words = f"{rank} {line.text(title.first, title.last)}" if rank else line.text(title.first, title.last)
    behind = line.word(title.last)
    if behind == "to" and title.kind == "diplomat" and (body := body_at(line, title.last + 1)):
        return Held(f"{words} {line.text(title.last, body.last)}", before, ranked, body.last)
    if behind in LINKS and (body := _behind(line, title)):
        if before and before.label != "PERSON" and behind == "for":
            return Held(f"{words} {line.text(title.last, body.last)}", before, ranked, body.last)
        return Held(words, body, ranked, body.last)
    return Held(words, before, ranked, title.last)


def _behind(line: Line, title: Title) -> Mention | None:
    """The name behind "of": right there, behind words that only describe it, or behind the field of the post."""
    found = body_at(line, title.last + 1)
    if found is None and (at := next((t for t in range(title.last + 2, title.last + 7) if line.word(t) == "at"), 0)):
        between = range(title.last + 1, at)  # "a lecturer in peace studies at"
        if all(line.word(token).isalpha() and token not in line.starting for token in between):
            found = body_at(line, at + 1)
    return found


def body_at(line: Line, at: int) -> Mention | None:
    """The state, body or place named at a token, words that describe it passed over; of "Kenya's X", X."""
    end = at + 4
    while at < min(end, len(line.words)) and at not in line.starting and _is_describing(line, at):
        at += 1
    found = line.starting.get(at)
    while found and found.label in ("STATE", "PLACE", "NORP"):
        step = found.last + (line.word(found.last) in POSSESSIVE)
        owned = line.starting.get(step)
        if owned is None or owned.label != "ORGANIZATION":
            break
        found = owned
    return found if found and found.label != "PERSON" else None


def _is_describing(line: Line, at: int) -> bool:
    word = line.sentence.words[at]
    return word.lower() in ARTICLES or (word.islower() and line.upos(at) in ("ADJ", "NOUN", "")) and word.isalpha()


def _before(line: Line, title: Title, ground: Ground) -> tuple[int, Mention | None]:
    """Where the holder before a title begins, and who it is."""
    at = title.first
    if line.word(at - 1) in POSSESSIVE:
        at -= 1
        if found := line.ending.get(at):
            allowed = found.label != "PERSON" or title.kind in PERSONAL
            return found.first, found if allowed else None
        return at, _described(line, at - 1, title, ground)
    found = line.ending.get(at)
    while found and found.label == "NORP" and not state_of_adjective(found.text):
        at = found.first  # "the Republican senator": whose party somebody is of is no post
        found = line.ending.get(at)
    if found and found.label != "PERSON":
        return found.first, found
    if line.word(at - 1) in ("its", "their"):
        return at - 1, ground.last_of(line.sentence.starts[at - 1], "ORGANIZATION", "STATE")
    if line.word(at - 1) in _OWN and title.kind in PERSONAL:
        return at - 1, ground.last_of(line.sentence.starts[at - 1], "PERSON")
    return at, None


def _described(line: Line, at: int, title: Title, ground: Ground) -> Mention | None:
    """Who "the bank's", "the country's", "the rebels'" stands for: the last so called."""
    word, place = line.word(at), line.sentence.starts[at]
    if word in ("country", "nation", "state", "kingdom", "republic"):
        return ground.last_of(place, "STATE")
    if word in organization_nouns() or word in ("party", "union", "bloc"):
        return ground.last_of(place, "ORGANIZATION", word=word)
    return ground.last_of(place, "ORGANIZATION") if word in read_words("body_descriptions.txt") else None


def _rank_before(line: Line, first: int) -> tuple[int, str]:
    """A word of rank before the holder that belongs to the title: "former | French | president"."""
    at = first
    while at and is_rank(line, at - 1) and at not in line.ending:
        at -= 1
    return (at, line.text(at, first)) if at < first else (first, "")
