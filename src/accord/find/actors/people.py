"""Which mentions are one person: full names by likeness, surnames alone by who was named last."""

from bisect import bisect_left

from accord.find.actors.mentions import Mention
from accord.text.names import SAME, compare_names, core_words, sound_of

NEARBY = 12
"""Persons with a like word that a full name is compared with, the latest named first: keeps a list of names linear."""


class Person:
    """One person of a report while mentions are gathered."""

    def __init__(self, mention: Mention) -> None:
        self.mentions = [mention]
        self.fullest = mention.text
        self.full_starts = [mention.start]

    def add(self, mention: Mention) -> None:
        """Take a mention in, and its form where it is the fullest yet."""
        self.mentions.append(mention)
        if len(core_words(mention.text)) > 1:
            self.full_starts.append(mention.start)  # full names come in order of the text, surnames alone after them
        if len(core_words(mention.text)) > len(core_words(self.fullest)):
            self.fullest = mention.text


def group_people(mentions: tuple[Mention, ...]) -> list[list[Mention]]:
    """Mentions of each person of a report, in order of the first; two of one surname stay two."""
    persons: list[Person] = []
    by_word: dict[str, list[Person]] = {}
    named = [mention for mention in mentions if mention.label == "PERSON"]
    for mention in named:
        if len(core_words(mention.text)) > 1:
            _place_full(mention, persons, by_word)
    alone: dict[str, Person] = {}
    for mention in named:
        if len(core_words(mention.text)) == 1:
            _place_alone(mention, persons, by_word, alone)
    for person in persons:
        person.mentions.sort(key=lambda mention: mention.start)
    persons.sort(key=lambda person: person.mentions[0].start)
    return [person.mentions for person in persons]


def _keys(name: str) -> list[str]:
    return list(dict.fromkeys(key for word in core_words(name) for key in (word, sound_of(word)[:3])))


def _place_full(mention: Mention, persons: list[Person], by_word: dict[str, list[Person]]) -> None:
    near = [person for key in _keys(mention.text) for person in by_word.get(key, ())[-NEARBY:]]
    scored = [(compare_names(person.fullest, mention.text).score, -i, person) for i, person in enumerate(near)]
    score, _, best = max(scored, key=lambda one: one[:2], default=(0.0, 0, None))
    if best and score >= SAME:
        best.add(mention)
    else:
        best = Person(mention)
        persons.append(best)
    for key in _keys(mention.text):
        known = by_word.setdefault(key, [])
        if best not in known[-NEARBY:]:
            known.append(best)


def _place_alone(
    mention: Mention, persons: list[Person], by_word: dict[str, list[Person]], alone: dict[str, Person]
) -> None:
    """Give a single word to the person who bears it: who was named last before it, else who is named first after."""
    word = core_words(mention.text)[0]
    bearers = [person for person in by_word.get(word, ())[-NEARBY:] if word in core_words(person.fullest)]
    if bearers:
        _nearest(bearers, mention).add(mention)
    elif word in alone:
        alone[word].add(mention)
    else:
        alone[word] = Person(mention)
        persons.append(alone[word])


def _nearest(bearers: list[Person], mention: Mention) -> Person:
    """Choose among people of one surname: the last one named in full before the mention, else the first named after."""

    def distance(person: Person) -> tuple[int, int]:
        full = person.full_starts
        before = bisect_left(full, mention.start)
        return (0, mention.start - full[before - 1]) if before else (1, full[0] - mention.start)

    return min(bearers, key=distance)
