"""What a post is a post of: the state, body or person that stands before the title or behind its "of"."""

from bisect import bisect_left
from collections.abc import Sequence

from msgspec import Struct

from accord.find.actors.lines import ARTICLES, POSSESSIVE, Line
from accord.find.actors.mentions import Mention
from accord.find.actors.titles import Title
from accord.knowledge.offices import spelled_title, title_modifiers
from accord.knowledge.organizations import body_words, organization_nouns
from accord.knowledge.places import place_nouns
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

    `of` is None where nothing named is said; `whose` are the words that say it without a name: "police", "parliament".
    """

    title: str
    of: Mention | None
    first: int
    last: int
    whose: str | None = None
    is_plural: bool = False


class Ground:
    """All mentions of a report in order, looked back over for what a description stands for."""

    def __init__(self, mentions: Sequence[Mention]) -> None:
        self._mentions = mentions
        self._starts = [mention.start for mention in mentions]

    def last_of(self, place: int, *labels: str, word: str = "") -> Mention | None:
        """The last mention before a place with one of these labels; with a word, whose name is built with it."""
        index = bisect_left(self._starts, place)
        near = [
            *reversed(self._mentions[max(0, index - BACK) : index]),
            *self._mentions[index : index + BACK * bool(word)],
        ]
        near = [mention for mention in near if mention.label in labels]
        called = (mention for mention in near if not word or word in body_words(mention.text))
        alike = (mention for mention in near if _is_of_kind(mention.text, word))
        return next(called, None) or next(alike, None)


def _is_of_kind(name: str, word: str) -> bool:
    """Whether a body's name is built on a noun of the same kind: "the ministry" for a Department of Trade."""
    kind = organization_nouns().get(word)
    return kind is not None and any(organization_nouns().get(one) == kind for one in body_words(name))


def read_holder(line: Line, title: Title, ground: Ground) -> Held:
    """Read what a title is of: behind it ("of the bank"), else before it ("the bank's", "Norwegian")."""
    first, before = _before(line, title, ground)
    ranked, rank = _rank_before(line, first)
    words = spelled_title(line.text(title.first, title.last))
    words = f"{rank} {words}" if rank else words
    words = words.removesuffix("s") if title.is_plural else words
    behind = line.word(title.last)
    is_apart = before is not None and behind in ("in", "at", "from", "with")  # "China's envoy in Oslo" is China's
    is_link = behind in LINKS or (behind == "to" and title.kind == "diplomat")
    body = _behind(line, title) if is_link and not is_apart else None
    if body and (behind == "to" or _is_area(body, before, title)):
        return Held(f"{words} {line.text(title.last, body.last)}", before, ranked, body.last)
    if body:
        last = body.last + 3 * (line.word(body.last) == "(" and line.word(body.last + 2) == ")")
        return Held(words, body, ranked, last, is_plural=title.is_plural)
    if before is None and (unnamed := _unnamed(line, title)):
        first, last, whose = unnamed
        of = ground.last_of(line.sentence.starts[first], "ORGANIZATION", word=whose.split()[-1].lower())
        return Held(words, of, min(first, ranked), max(last, title.last), None if of else whose)
    return Held(words, before, ranked, title.last, is_plural=title.is_plural)


def _is_area(body: Mention, before: Mention | None, title: Title) -> bool:
    """Whether a place behind a title is what the post deals with: "the bank's vice-president for South Asia"."""
    is_owned = before is not None and before.label not in ("PERSON", "STATE", "NORP")
    return is_owned and body.label in ("PLACE", "STATE", "NORP") and title.kind != "law"


def _unnamed(line: Line, title: Title) -> tuple[int, int, str] | None:
    """What a title is of in words that are no name: "police spokesman", "speaker of the parliament"."""
    at = title.first
    is_body = at > 0 and line.word(at - 1) in organization_nouns() and at not in line.ending
    if is_body and line.label(at - 1) in ("compound", "") and line.word(at - 1) != "government":
        first = at - 1 - (at > 1 and line.label(at - 2) in ("compound", "amod") and line.words[at - 2].isalpha())
        return first, title.last, line.text(first, at)
    end = title.last + 1
    if line.word(title.last) not in ("of", "for") or title.kind not in ("spokesperson", "parliament", "lawmaker"):
        return None
    while end < title.last + 6 and end not in line.starting and line.upos(end) in ("DET", "ADJ", "NOUN"):
        end += 1
    first = title.last + 1 + (line.word(title.last + 1) in ARTICLES)
    is_body = title.kind == "spokesperson" or line.word(end - 1) in organization_nouns()
    return (title.first, end, line.text(first, end)) if is_body and end > first else None


def _behind(line: Line, title: Title) -> Mention | None:
    """The name behind "of": right there, behind words that only describe it, or behind the field of the post."""
    found = body_at(line, title.last + 1) or (
        line.starting.get(title.last + 1) if title.kind in PERSONAL and line.word(title.last) in ("of", "for") else None
    )
    if found is None and (at := next((t for t in range(title.last + 2, title.last + 7) if line.word(t) == "at"), 0)):
        between = range(title.last + 1, at)  # "a lecturer in peace studies at"
        if all(line.word(token).isalpha() and token not in line.starting for token in between):
            found = body_at(line, at + 1)
    return found


def body_at(line: Line, at: int) -> Mention | None:
    """The state, body or place named at a token, words that describe it passed over; of "Kenya's X", X."""
    end = at + 6
    while at < min(end, len(line.words)) and (_is_describing(line, at) or _is_kind_of_place(line, at)):
        at += 1
    found = line.starting.get(at)
    while found and found.label in ("STATE", "PLACE", "NORP", "ORGANIZATION"):
        is_owner = line.word(found.last) in POSSESSIVE
        owned = line.starting.get(found.last + is_owner)
        if owned is None or owned.label != "ORGANIZATION" or (found.label == "ORGANIZATION" and not is_owner):
            break
        found = owned
    return found if found and found.label != "PERSON" else None


def _is_kind_of_place(line: Line, at: int) -> bool:
    """Whether a word leads to the name of a place: "the Polish city of Gdansk", "the state of Goa"."""
    if line.starting[at].label == "NORP" if at in line.starting else False:
        return line.word(at + 1) in place_nouns() and line.word(at + 2) == "of"
    return (line.words[at] in place_nouns() and line.word(at + 1) == "of") or (
        line.words[at] == "of" and line.word(at - 1) in place_nouns()
    )


def _is_describing(line: Line, at: int) -> bool:
    word = line.sentence.words[at]
    if at in line.starting:
        return False
    return word.lower() in ARTICLES or ((word.islower() and line.upos(at) in ("ADJ", "NOUN", "")) and word.isalpha())


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
        first = next((one for one in line.mentions if one.label == "PERSON" and one.first < at), None)
        return at - 1, first or ground.last_of(line.sentence.starts[at - 1], "PERSON")
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
    while at and line.word(at - 1) in title_modifiers() and line.upos(at - 1) != "VERB" and at not in line.ending:
        at -= 1
    return (at, line.text(at, first)) if at < first else (first, "")
