"""The pack's names made to agree: with the tables, with titles beside them, and with one another across the report."""

from collections import Counter
from collections.abc import Sequence

from msgspec import structs

from accord.find.actors.headings import without_heading_words
from accord.find.actors.joining import join_halves, part_states, with_bodies, with_firms, with_organs, with_unnamed
from accord.find.actors.marks import Mark
from accord.find.actors.tables import TableName
from accord.find.actors.tags import without_members, without_tags
from accord.knowledge.media import find_medium
from accord.knowledge.offices import LONGEST, honorifics, offices
from accord.knowledge.organizations import find_organization, organization_nouns
from accord.knowledge.parties import party_signs, short_home
from accord.knowledge.tables import read_words
from accord.knowledge.words import function_words
from accord.model.sentences import Sentence
from accord.text.inflections import base_forms

_SURE = frozenset(("STATE", "NORP"))
"""Table names that count whatever the pack says of the same words."""

_LINKS = frozenset(("of", "the", "and", "for", "'s", "’s", "in", "at", "&", "-", ","))


def refine(
    sentences: Sequence[Sentence], tables: Sequence[Sequence[TableName]], tagged: Sequence[frozenset[int]]
) -> list[Mark]:
    """Names of a report, in order: the pack's, set right by the tables and by what the report says elsewhere.

    `tagged` are the tokens of each sentence that are somebody's party and home.
    """
    marks: list[Mark] = []
    for index, sentence in enumerate(sentences):
        marks += _in_sentence(index, sentence, tables[index], tagged[index])
    marks = without_heading_words(marks, sentences)
    borne = _name_words(marks, sentences)
    marks = [mark for mark in marks if not _is_idle(mark, sentences[mark.sentence], borne)]
    marks = _agree(marks, sentences)
    return sorted(_with_missed(marks, sentences, tagged), key=lambda mark: (mark.sentence, mark.first))


def _in_sentence(index: int, sentence: Sentence, tables: Sequence[TableName], tagged: frozenset[int]) -> list[Mark]:
    known = {(name.first, name.last): name.label for name in tables}
    longer = [name for name in tables if name.last - name.first > 1 and name.label != "NORP"]
    found: list[Mark] = []
    names = [Mark(index, name.first, name.last, name.label) for name in sentence.names]
    for name in without_tags(names, tagged):
        first, last = _cut(sentence, name.first, name.last, name.label)
        if known.get((first, last)) == "FRAMEWORK" or any(_lies_in(first, last, one) for one in longer):
            continue
        if first < last and any(word[:1].isupper() or word[:1].isdigit() for word in sentence.words[first:last]):
            is_home = short_home("".join(sentence.words[first:last])) is not None
            label = "PLACE" if is_home else _refined(name.label, known.get((first, last)))
            mark = without_members(Mark(index, first, last, label), sentence.words)
            found += [mark] if mark else []
    taken = {token for mark in found for token in range(mark.first, mark.last)}
    found += [
        Mark(index, one.first, one.last, "ORGANIZATION" if one.label == "MEDIUM" else one.label)
        for one in tables
        if (one.label in _SURE or one in longer) and taken.isdisjoint(range(one.first, one.last))
    ]
    marks = join_halves(sorted(part_states(found, sentence), key=lambda mark: mark.first), sentence)
    return with_unnamed(with_bodies(with_organs(with_firms(marks, sentence), sentence), sentence), index, sentence)


def _name_words(marks: Sequence[Mark], sentences: Sequence[Sentence]) -> frozenset[str]:
    """Words of the full names of persons."""
    people = (mark for mark in marks if mark.label == "PERSON" and mark.last - mark.first > 1)
    return frozenset(word for mark in people for word in sentences[mark.sentence].words[mark.first : mark.last])


def _is_idle(mark: Mark, sentence: Sentence, borne: frozenset[str]) -> bool:
    """Whether a mark names no actor: an adjective ("Communist rule"), a photographer in a picture's credit, "Teachers".

    `borne` are the words of the full names of the report's persons: "Baker" is one's who is named in full.
    """
    if mark.label in ("ORGANIZATION", "PLACE") and sentence.upos[mark.last - 1 : mark.last] == ("ADJ",):
        return True
    words = sentence.words[mark.first : mark.last]
    if mark.label == "ORGANIZATION" and len(words) == 1 and (len(words[0]) == 1 or words[0].endswith("ist")):
        return True  # "(D-Ohio)", "Communist rule"
    is_lone = len(words) == 1 and mark.label in ("PERSON", "ORGANIZATION") and words[0] not in borne
    if is_lone and (words in party_signs() or _is_human(words[0])):
        return True  # "Dem Leader", "Spokesmen for the bank"
    return mark.label == "PERSON" and sentence.words[mark.last : mark.last + 1] == ("/",)


def _is_human(word: str) -> bool:
    """Whether a word alone only says what somebody is: "Spokesmen", "Officials"; no medium or body so called."""
    small = word.lower()
    forms = {small, *base_forms(small), f"{small[:-3]}man" if small.endswith("men") else small}
    is_noun = not forms.isdisjoint(offices()) or not forms.isdisjoint(read_words("human_nouns.txt"))
    return is_noun and word[1:].islower() and not find_organization(word) and not find_medium(word)


def _lies_in(first: int, last: int, name: TableName) -> bool:
    return name.first <= first and last <= name.last and (name.first, name.last) != (first, last)


def _cut(sentence: Sentence, first: int, last: int, label: str) -> tuple[int, int]:
    """A name without the words of a title at its ends, nor small words: "General | Secretary Berg"."""
    words = [word.lower() for word in sentence.words]
    while first < last and (words[first] in _LINKS or sentence.words[first] in honorifics()):
        first += 1
    while last > first and (words[last - 1] in _LINKS or (label != "PERSON" and _is_address(sentence.words[last - 1]))):
        last -= 1
    if label == "PERSON":
        while (
            last - first > 1
            and sentence.upos[last - 1 : last] == ("VERB",)
            and words[last - 1] == sentence.words[last - 1]
        ):
            last -= 1  # "Berg objected"
        for size in range(min(LONGEST, last - first - 1), 0, -1):
            if " ".join(words[first : first + size]) in offices():
                return first + size, last
        return first, last
    for start in range(max(first + 1, last - LONGEST + 1), last):
        for end in range(last + 1, min(last + LONGEST, len(words)) + 1):
            if " ".join(words[start:end]) in offices() and words[last - 1] not in organization_nouns():
                return first, start
    return first, last


def _is_address(word: str) -> bool:
    """Whether a word is a form of address cut short: "Rep." of "the Labour Rep. Ana Cole"."""
    return word in honorifics() and word.endswith(".")


def _refined(label: str, table: str | None) -> str:
    """What a name is, given the pack's word and the table's."""
    if table == "NORP":
        return "NORP"
    if table == "STATE" and label != "PERSON":
        return "STATE"
    if label in ("PLACE", "ORGANIZATION", "PERSON") and table in ("CAPITAL", "SEAT", "STATE"):
        return table
    if label in ("PERSON", "PLACE") and table in ("MEDIUM", "ORGANIZATION"):
        return "ORGANIZATION"
    if label in ("PERSON", "ORGANIZATION") and table == "PLACE":
        return "PLACE"
    return label


def _agree(marks: Sequence[Mark], sentences: Sequence[Sentence]) -> list[Mark]:
    """Give a name that has two labels in a report the commoner; a person's surname alone is that person's."""
    words = [sentences[mark.sentence].words[mark.first : mark.last] for mark in marks]
    counts: dict[tuple[str, ...], Counter[str]] = {}
    people: set[str] = set()
    for mark, name in zip(marks, words, strict=True):
        counts.setdefault(name, Counter())[mark.label] += 1
        if mark.label == "PERSON" and len(name) > 1:
            people.update(word for word in name if len(word) > 1 and word[0].isupper())
    settled = []
    for mark, name in zip(marks, words, strict=True):
        label = max(sorted(counts[name]), key=lambda one: counts[name][one])
        if len(name) == 1 and name[0] in people and label not in ("STATE", "CAPITAL", "SEAT"):
            label = "PERSON"
        settled.append(structs.replace(mark, label=label))
    return settled


def _with_missed(marks: list[Mark], sentences: Sequence[Sentence], tagged: Sequence[frozenset[int]]) -> list[Mark]:
    """Add the places where a name found elsewhere in the report stands unmarked."""
    by_first: dict[str, dict[tuple[str, ...], str]] = {}
    taken = [set(tokens) for tokens in tagged]
    for mark in marks:
        name = sentences[mark.sentence].words[mark.first : mark.last]
        taken[mark.sentence].update(range(mark.first, mark.last))
        if name[0][:1].isupper() and (len(name) > 1 or _is_telling(name[0])):
            by_first.setdefault(name[0], {}).setdefault(name, mark.label)
            if mark.label == "PERSON" and len(name) > 1:
                by_first.setdefault(name[-1], {}).setdefault(name[-1:], "PERSON")
    order = {first: sorted(names.items(), key=lambda one: -len(one[0])) for first, names in by_first.items()}
    found = list(marks)
    for index, sentence in enumerate(sentences):
        for place, word in enumerate(sentence.words):
            for name, label in order.get(word, ()):
                run = range(place, place + len(name))
                if sentence.words[place : place + len(name)] == name and taken[index].isdisjoint(run):
                    found.append(Mark(index, place, place + len(name), label))
                    taken[index].update(run)
                    break
    return found


def _is_telling(word: str) -> bool:
    return len(word) > 2 and word.lower() not in function_words() and word.lower() not in offices()
