"""Titles in a sentence: the words of the table, with what ranks them before and the field they are for behind."""

from collections.abc import Iterator
from functools import cache

from msgspec import Struct

from accord.find.actors.lines import ARTICLES, POSSESSIVE, Line
from accord.knowledge.offices import LONGEST, offices, spelled_title, title_abbreviations, title_modifiers
from accord.knowledge.organizations import organization_nouns
from accord.knowledge.tables import read_words

FIELD = 8
"""Words of the longest field behind a title: "for defence industries and coordinating defence modernization"."""

_FIELDED = {"of": frozenset(("minister",)), "for": frozenset(("minister", "official", "diplomat", "company", "head"))}
"""Kinds of title whose field may stand behind each preposition: "Minister of Energy", "commissioner for trade"."""

_FIELDS_TOO = frozenset(("justice", "general", "minister", "major"))
"""Titles that are fields and parts of other titles as well."""

_OWNERS = POSSESSIVE | {"its", "their", "his", "her"}

_FIELD_LABELS = frozenset(("compound", "flat", "nmod:desc", "conj"))


class Title(Struct, frozen=True):
    """A title by tokens, end-exclusive, with its kind in the table; plural where several hold it."""

    first: int
    last: int
    kind: str
    is_plural: bool = False


def spot_titles(line: Line) -> Iterator[Title]:
    """Titles of a sentence, in order, none overlapping, none inside a name."""
    names = (mention for mention in line.mentions if mention.label != "NORP")
    inside = {token for mention in names for token in range(mention.first, mention.last)}
    place = 0
    while place < len(line.words):
        size, title = title_at(line, place)
        is_only_rank = size == 1 and line.words[place] in title_modifiers() and title_at(line, place + 1)[0]
        if not size or is_only_rank or place in inside or place + size - 1 in inside:
            place += 1
            continue
        kind = offices()[title]
        last = _with_suffix(line, _with_field(line, place + size, kind))
        is_plural = not spelled_title(line.words[place + size - 1]).endswith(title[-3:])
        yield Title(_with_rank(line, place), last, kind, is_plural)
        place = last


@cache
def _begins() -> frozenset[str]:
    """First words of titles, as they may be written."""
    words = {part for title in offices() for part in (title.split()[0], title.split("-")[0].split()[0])}
    return frozenset(
        words | {f"{word}s" for word in words} | {f"ex-{word}" for word in words} | {*title_abbreviations()}
    )


def title_at(line: Line, place: int) -> tuple[int, str]:
    """Tokens of the longest title that begins at a token, with the title as the table has it; 0 and '' if none."""
    if line.words[place] not in _begins():
        return 0, ""
    for size in range(min(LONGEST + 2, len(line.words) - place), 0, -1):
        written = " ".join(line.words[place : place + size]).replace(" - ", "-")
        title = spelled_title(written.removeprefix("ex-")).lower() if size == 1 else written.removeprefix("ex-")
        if title in offices():
            return size, title
        if title.endswith("s") and title[:-1] in offices() and line.upos(place + size - 1) in ("NOUN", "PROPN"):
            return size, title[:-1]  # "Presidents Berg and Lund"
    return 0, ""


def _with_suffix(line: Line, last: int) -> int:
    """End of a title with "-elect" behind it."""
    at = last + (line.word(last) == "-")
    return at + 1 if line.word(at) in ("elect", "designate") else last


def _with_rank(line: Line, place: int) -> int:
    """Where a title begins with the words of its field and rank: "deputy | rural affairs | minister"."""
    first = place
    while first and first not in line.ending and (is_rank(line, first - 1) or _is_field(line, first - 1)):
        first -= 1
    if first > 1 and first < place and line.words[first - 1] == "and" and _is_field(line, first - 2):
        first = _with_rank(line, first - 2) if (first - 1) not in line.ending else first
    return first


def is_rank(line: Line, at: int) -> bool:
    """Whether a word ranks a title: "deputy", "former", "ex-"; a hyphen that joins one to it too."""
    word = line.word(at)
    if word == "-" and line.word(at - 1) in title_modifiers():
        return True
    return word in read_words("post_adjectives.txt") or (word in title_modifiers() and line.upos(at) != "VERB")


def _is_field(line: Line, at: int) -> bool:
    """Whether a word before "minister" names the field of the post: "Health", "rural affairs"."""
    word = line.sentence.words[at]
    small = word.lower()
    if not word.isalpha() or small in ARTICLES or at + 1 in line.ending or small in read_words("kin_words.txt"):
        return False
    if small in organization_nouns():  # "the union's commission chair", but "police chief" of the police
        return small == "government" or line.word(at - 1) in _OWNERS
    if small in offices() and small not in _FIELDS_TOO:
        return False
    if line.sentence.upos:
        is_noun = line.upos(at) in ("NOUN", "PROPN") and line.label(at) in _FIELD_LABELS
        # "rural affairs minister": an adjective that goes with the noun of the field and not with the title itself
        return is_noun or (line.label(at), line.label(at + 1), line.sentence.heads[at]) == ("amod", "compound", at + 1)
    return at > 0 and word[:1].isupper()


def _with_field(line: Line, last: int, kind: str) -> int:
    """End of a title with the field behind it: "Minister of | Energy", "commissioner for | defence industries"."""
    if kind not in _FIELDED.get(line.word(last), ()):
        return last
    end = last + 1
    while end < len(line.words) and end - last <= FIELD and _goes_on(line, end, last):
        end += 1
    while end > last + 1 and line.upos(end - 1) not in ("NOUN", "PROPN", ""):
        end -= 1
    return end if end > last + 1 and end not in line.ending else last


def _goes_on(line: Line, at: int, last: int) -> bool:
    mention = line.starting.get(at)
    if mention is not None and mention.label != "NORP":
        return False
    word = line.sentence.words[at]
    if at == last + 1 and word in ("the", "a", "an", "its", "his", "her", "their"):
        return word == "the" and mention is None and line.sentence.words[at + 1 : at + 2] != ()
    if line.sentence.upos:
        return line.upos(at) in ("NOUN", "PROPN", "ADJ", "CCONJ")
    return word[:1].isupper() or (word == "and" and line.sentence.words[at + 1 : at + 2][:1] != ())
