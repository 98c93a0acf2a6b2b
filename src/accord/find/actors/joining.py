"""Names made whole: hyphened halves, a state with its ministry, an organ with its body, two states cut apart."""

from collections.abc import Iterator, Sequence
from functools import cache

from msgspec import structs

from accord.find.actors.marks import Mark
from accord.knowledge.organizations import organization_nouns
from accord.knowledge.states import find_state, state_of_adjective
from accord.knowledge.tables import read_words
from accord.knowledge.words import function_words
from accord.model.sentences import Sentence


def part_states(marks: Sequence[Mark], sentence: Sentence) -> Iterator[Mark]:
    """Marks, "Norway-Kenya" cut into its states."""
    for mark in marks:
        words = sentence.words[mark.first : mark.last]
        if len(words) == 3 and words[1] in ("-", "–") and find_state(words[0]) and find_state(words[2]):
            yield structs.replace(mark, last=mark.first + 1, label="STATE")
            yield structs.replace(mark, first=mark.last - 1, label="STATE")
        else:
            yield mark


def with_organs(marks: Sequence[Mark], sentence: Sentence) -> list[Mark]:
    """Make one name of a body and the organ of it that stands before: "Politburo of the Harbour Party"."""
    found: list[Mark] = []
    for mark in marks:
        first = _organ_before(mark, sentence) if mark.label == "ORGANIZATION" else mark.first
        while first < mark.first and found and found[-1].last > first:
            first = min(first, found.pop().first)
        found.append(structs.replace(mark, first=first))
    return found


def _organ_before(mark: Mark, sentence: Sentence) -> int:
    at = mark.first - (sentence.words[max(0, mark.first - 1)] == "the")
    if at < 2 or sentence.words[at - 1] != "of" or sentence.words[at - 2].lower() not in read_words("organs.txt"):
        return mark.first
    first = at - 1
    while first and sentence.words[first - 1][:1].isupper() and sentence.words[first - 1].isalpha() and at - first < 5:
        first -= 1
    return first + (first == 0 and sentence.words[0].lower() in function_words())


def join_halves(marks: Sequence[Mark], sentence: Sentence) -> list[Mark]:
    """Join the halves of a hyphenated name, and a state to the "government" behind it."""
    found: list[Mark] = []
    for mark in marks:
        before = found[-1] if found else None
        if before and mark.label == before.label in ("PERSON", "ORGANIZATION") and _is_hyphened(sentence, before, mark):
            found[-1] = Mark(mark.sentence, before.first, mark.last, mark.label)
            continue
        if before and before.label == mark.label == "PERSON" and before.last == mark.first:
            found[-1] = structs.replace(before, last=mark.last)
            continue
        if before and before.last == mark.first and before.label in ("NORP", "ORGANIZATION"):
            if before.label == "NORP" and _is_state_body(sentence, before, mark):
                found[-1] = Mark(mark.sentence, before.first, mark.last, "ORGANIZATION")
                continue
            mark = structs.replace(mark, label="PERSON") if _is_like_person(sentence, mark) else mark
        behind = sentence.words[mark.last] if mark.last < len(sentence) else ""
        if mark.label in ("STATE", "NORP", "PLACE") and behind in ("government", "administration", "parliament"):
            mark = Mark(mark.sentence, mark.first, mark.last + 1, "ORGANIZATION")
        found.append(mark)
    return found


@cache
def _state_bodies() -> frozenset[tuple[str, ...]]:
    return frozenset(tuple(phrase.lower().split()) for phrase in read_words("state_bodies.txt"))


def with_bodies(marks: Sequence[Mark], sentence: Sentence) -> list[Mark]:
    """Make one name of a state and what it calls by a common noun: "Norwegian state media", "Norway's central bank"."""
    words = [word.lower() for word in sentence.words]
    starts = {mark.first for mark in marks}
    found = []
    for mark in marks:
        first = mark.last
        if mark.label == "STATE" and words[first : first + 1] in (["'s"], ["’s"]):
            first += 1
        longest = min(5, len(words) - first)
        size = next((n for n in range(longest, 0, -1) if tuple(words[first : first + n]) in _state_bodies()), 0)
        if mark.label == "STATE" and not size and words[mark.first - 1 : mark.first] == ["of"]:
            begin = mark.first - 1  # "the foreign ministry of Kenya"
            sizes = range(min(5, begin), 0, -1)
            before = next((n for n in sizes if tuple(words[begin - n : begin]) in _state_bodies()), 0)
            if before and starts.isdisjoint(range(begin - before, begin)):
                mark = Mark(mark.sentence, begin - before, mark.last, "ORGANIZATION")
        if mark.label in ("STATE", "NORP") and size and starts.isdisjoint(range(first, first + size + 1)):
            mark = Mark(mark.sentence, mark.first, first + size, "ORGANIZATION")
        found.append(mark)
    return found


def with_firms(marks: Sequence[Mark], sentence: Sentence) -> list[Mark]:
    """Marks, those for persons whom another person is "of" or "at" made bodies: "Ana Berg of Lund Strand"."""
    found: list[Mark] = []
    for mark in marks:
        before = found[-1] if found else mark
        is_two = before.label == mark.label == "PERSON" and min(mark.last - mark.first, before.last - before.first) > 1
        if is_two and sentence.words[before.last : mark.first] in (("of",), ("at",)):
            mark = structs.replace(mark, label="ORGANIZATION")
        found.append(mark)
    return found


def with_unnamed(marks: Sequence[Mark], index: int, sentence: Sentence) -> list[Mark]:
    """Marks with the ministries that a report calls by their field alone: "the | interior ministry"."""
    words = [word.lower() for word in sentence.words]
    taken = {token for mark in marks for token in range(mark.first, mark.last)}
    found = list(marks)
    for at, word in enumerate(words):
        if word != "the" or not words[at + 1 : at + 2]:
            continue
        size = next((n for n in (3, 2) if tuple(words[at + 1 : at + 1 + n]) in _state_bodies()), 0)
        size = min(size, len(words) - at - 1)  # a slice is cut short at the end of a line
        run = range(at + 1, at + 1 + size)
        if size and words[run[-1]] == "ministry" and taken.isdisjoint(run):
            found.append(Mark(index, run[0], run[-1] + 1, "ORGANIZATION"))
    return sorted(found, key=lambda mark: mark.first)


def _is_state_body(sentence: Sentence, before: Mark, mark: Mark) -> bool:
    """Whether a name is a party that the adjective before it belongs to, or a ministry or force of that state."""
    words = [word.lower() for word in sentence.words[mark.first : mark.last]]
    kinds = {organization_nouns().get(word) for word in words}
    if mark.label != "ORGANIZATION" or "party" in kinds:
        return mark.label == "ORGANIZATION"
    is_of_state = state_of_adjective(" ".join(sentence.words[before.first : before.last])) is not None
    return is_of_state and bool(kinds & {"ministry", "military", "parliament", "government"})


def _is_like_person(sentence: Sentence, mark: Mark) -> bool:
    """Whether a name taken for a body reads as the person behind it: "Chairman of the Assembly | Ana Maria Reyes"."""
    words = sentence.words[mark.first : mark.last]
    plain = all(word.isalpha() and word[0].isupper() and word[1:].islower() for word in words)
    bodies = organization_nouns().keys() & {word.lower() for word in words}
    return mark.label == "ORGANIZATION" and 1 < len(words) < 5 and plain and not bodies


def _is_hyphened(sentence: Sentence, before: Mark, mark: Mark) -> bool:
    gap = range(before.last, mark.first)
    glued = sentence.starts[mark.first] - sentence.ends[before.last - 1] == len(gap)
    return glued and (
        all(sentence.words[i] == "-" for i in gap) and (bool(gap) or sentence.words[mark.first - 1] == "-")
    )
