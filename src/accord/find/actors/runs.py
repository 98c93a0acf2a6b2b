"""Names without a model: capitalised runs told apart by titles, head nouns, tables and case."""

from collections.abc import Iterator, Sequence

from msgspec import Struct

from accord.find.actors.tables import TableName
from accord.knowledge.offices import LONGEST, honorifics, offices, title_modifiers
from accord.knowledge.organizations import organization_nouns
from accord.knowledge.places import place_nouns
from accord.knowledge.words import function_words
from accord.model.sentences import Sentence

Run = tuple[int, int, int, str]
"""Sentence, first token, last token (end-exclusive), label."""

_JOINS = frozenset("of the and for on de la del da dos van von der bin ibn al el & - –".split())  # noqa: SIM905
_INTO = frozenset("in at near from around outside across throughout".split())  # noqa: SIM905


class Case(Struct, frozen=True):
    """How a report writes its words: those seen in lower case, those seen with a capital inside a sentence."""

    lower: frozenset[str]
    upper: frozenset[str]


def read_case(sentences: Sequence[Sentence]) -> Case:
    """Gather the words that a report writes small, and those it capitalises where no sentence begins."""
    lower, upper = set(), set()
    for sentence in sentences:
        shouted = is_titled(sentence)
        for place, word in enumerate(sentence.words):
            if word.islower():
                lower.add(word)
            elif word[:1].isupper() and place and not shouted and _is_inside(sentence, place):
                upper.add(word)
    return Case(frozenset(lower), frozenset(upper))


def is_titled(sentence: Sentence) -> bool:
    """Say whether nearly every longer word has a capital, as in a headline without a stop: case then tells nothing."""
    if sentence.words[-1][-1:] in ".?!":
        return False
    longer = [word for word in sentence.words if len(word) > 3 and word.isalpha()]
    return len(longer) > 3 and sum(word[0].isupper() for word in longer) > 0.8 * len(longer)


def _is_inside(sentence: Sentence, place: int) -> bool:
    """Whether a word neither begins a sentence nor a quotation nor follows a colon."""
    return sentence.words[place - 1] not in "\"“‘«':;—–•-(" or (place > 1 and sentence.words[place - 1] in "-–")


def find_runs(sentences: Sequence[Sentence], tables: Sequence[Sequence[TableName]]) -> list[Run]:
    """Every name that capitals or tables show, in order."""
    case = read_case(sentences)
    found = [
        (index, first, last, label)
        for index, sentence in enumerate(sentences)
        for first, last, label in _in_sentence(sentence, tables[index], case)
    ]
    people = {
        word
        for i, first, last, label in found
        if label == "PERSON"
        for word in sentences[i].words[first:last]
        if len(word) > 1 and word[0].isupper()
    }
    return [
        (i, first, last, "PERSON" if label == "?" and sentences[i].words[last - 1] in people else label)
        for i, first, last, label in found
        if label != "?" or (last - first == 1 and sentences[i].words[first] in people)
    ]


def _in_sentence(sentence: Sentence, tables: Sequence[TableName], case: Case) -> Iterator[tuple[int, int, str]]:
    table_at = {name.first: name for name in tables}
    titled = is_titled(sentence)
    place = 0
    while place < len(sentence):
        last = _run_end(sentence, place, case, titled, table_at)
        if last == place:
            place += 1
            continue
        yield from _split_run(sentence, place, last, table_at)
        place = last


def _run_end(sentence: Sentence, place: int, case: Case, titled: bool, tables: dict[int, TableName]) -> int:
    """End of the run of name words that begins at a token; the token itself where none does."""
    last = at = place
    while at < len(sentence):
        if at in tables:
            last = at = tables[at].last
        elif _is_name_word(sentence, at, case, titled):
            last = at = at + 1
        elif _carries_on(sentence, place, at, last) and _joins(sentence, at):
            at += 1
        else:
            break
    return last


def _carries_on(sentence: Sentence, place: int, at: int, last: int) -> bool:
    """Whether a small word stands where a name may go on: right behind it, or "the" behind its "of"."""
    if last == at:
        return at > place and sentence.words[at] in _JOINS
    return sentence.words[at] == "the" and sentence.words[at - 1] == "of"


def _joins(sentence: Sentence, at: int) -> bool:
    """Whether a small word goes on with a name: "Ministry of Trade", "Bank for Growth", never "Anna and Karl"."""
    word, head = sentence.words[at], sentence.words[at - 1].lower()
    if word == "and":
        return False
    if word not in ("of", "for", "on", "the") or head == "of":
        return True
    bodies = organization_nouns().keys() | place_nouns().keys() | {"republic", "kingdom", "state", "house"}
    return head in bodies or head in offices()


def _is_name_word(sentence: Sentence, at: int, case: Case, titled: bool) -> bool:
    word = sentence.words[at]
    if not word[:1].isupper() or (word.lower() in function_words() and len(word) < 4 and not word.isupper()):
        return False
    if titled:
        return word in case.upper
    if at and _is_inside(sentence, at):
        return True
    if word in case.upper or (word.isupper() and len(word) > 1):
        return True
    follows = at + 1 < len(sentence) and sentence.words[at + 1][:1].isupper() and sentence.words[at + 1].isalpha()
    known = word.lower() in offices() or word in honorifics()
    return word.lower() not in case.lower and word.lower() not in function_words() and (follows or known)


def _split_run(
    sentence: Sentence, first: int, last: int, tables: dict[int, TableName]
) -> Iterator[tuple[int, int, str]]:
    """Cut a run at its titles and adjectives: "Norwegian Foreign Minister Kari Dahl" → Norwegian, Kari Dahl."""
    cut = first
    place = first
    while place < last:
        size = title_at(sentence, place, last)
        if size:
            yield from _label(sentence, cut, place, tables)
            place = cut = place + size
        else:
            place += 1
    yield from _label(sentence, cut, last, tables, after_title=cut > first)


def title_at(sentence: Sentence, place: int, last: int) -> int:
    """Tokens of the title or form of address that begins at a token, 0 where none does."""
    words = [word.lower() for word in sentence.words[place : min(place + LONGEST + 2, last)]]
    for size in range(len(words), 0, -1):
        if " ".join(words[:size]) in offices():
            return size
    return int(sentence.words[place] in honorifics() or (bool(words) and words[0] in title_modifiers()))


def _label(
    sentence: Sentence, first: int, last: int, tables: dict[int, TableName], *, after_title: bool = False
) -> Iterator[tuple[int, int, str]]:
    while first < last and sentence.words[first] in _JOINS:
        first += 1
    if first >= last:
        return
    name = tables.get(first)
    words = sentence.words[first:last]
    head = words[-1].lower()
    inner = [word.lower() for word in words]
    if name and name.label == "FRAMEWORK":
        yield from _label(sentence, name.last, last, tables, after_title=after_title)
    elif name and name.last >= last:
        yield first, last, "ORGANIZATION" if name.label == "MEDIUM" else name.label
    elif any(word in organization_nouns() for word in inner) and not after_title:
        yield first, last, "ORGANIZATION"
    elif head in place_nouns() or inner[0] in ("mount", "lake", "cape", "fort", "port"):
        yield first, last, "PLACE"
    elif name and name.label in ("STATE", "NORP", "CAPITAL", "SEAT"):
        yield first, name.last, name.label
        yield from _label(sentence, name.last, last, tables, after_title=after_title)
    else:
        yield from _label_rest(sentence, first, last, after_title)


def _label_rest(sentence: Sentence, first: int, last: int, after_title: bool) -> Iterator[tuple[int, int, str]]:
    words = sentence.words[first:last]
    size = len(words)
    if after_title and size <= 5:
        yield first, last, "PERSON"
    elif size == 1 and words[0].isupper() and len(words[0]) > 1:
        yield first, last, "ORGANIZATION"
    elif first and sentence.words[first - 1] in _INTO and size < 3:
        yield first, last, "PLACE"
    elif 1 < size <= 4 and all(word.isalpha() or word in ".-" for word in words):
        yield first, last, "PERSON"
    else:
        yield first, last, "?"
