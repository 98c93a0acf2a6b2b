"""Titles in a sentence: the words of the table, with what ranks them before and the field they are for behind."""

from collections.abc import Iterator

from msgspec import Struct

from accord.find.actors.lines import ARTICLES, Line
from accord.knowledge.offices import LONGEST, offices, title_modifiers
from accord.knowledge.organizations import organization_nouns

FIELD = 8
"""Words of the longest field behind a title: "for defence industries and coordinating defence modernization"."""

_FIELDED = {"of": frozenset(("minister",)), "for": frozenset(("minister", "official", "diplomat", "company", "head"))}
"""Kinds of title whose field may stand behind each preposition: "Minister of Energy", "commissioner for trade"."""

_FIELD_LABELS = frozenset(("compound", "flat", "nmod:desc", "conj"))


class Title(Struct, frozen=True):
    """A title by tokens, end-exclusive, with the token of its noun and its kind in the table ('' where it has none)."""

    first: int
    last: int
    noun: int
    kind: str


def spot_titles(line: Line) -> Iterator[Title]:
    """Titles of a sentence, in order, none overlapping, none inside a name."""
    inside = {token for mention in line.mentions for token in range(mention.first, mention.last)}
    place = 0
    while place < len(line.words):
        size = title_size(line, place)
        if not size or place in inside or place + size - 1 in inside:
            place += 1
            continue
        kind = offices()[line_title(line, place, place + size)]
        last = _with_field(line, place + size, kind)
        yield Title(_with_rank(line, place), last, place + size - 1, kind)
        place = last


def line_title(line: Line, first: int, last: int) -> str:
    """Words of a run as the table has them. "vice - president" → "vice-president"."""
    return " ".join(line.words[first:last]).replace(" - ", "-")


def title_size(line: Line, place: int) -> int:
    """Tokens of the longest title of the table that begins at a token, 0 where none does."""
    for size in range(min(LONGEST + 2, len(line.words) - place), 0, -1):
        if line_title(line, place, place + size) in offices():
            return size
    return 0


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
    return word in title_modifiers() and line.upos(at) != "VERB"


def _is_field(line: Line, at: int) -> bool:
    """Whether a word before "minister" names the field of the post: "Health", "rural affairs"."""
    word = line.sentence.words[at]
    if not word.isalpha() or word.lower() in ARTICLES or word.lower() in organization_nouns() or at + 1 in line.ending:
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
