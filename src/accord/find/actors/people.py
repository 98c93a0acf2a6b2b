"""Which mentions are one person: full names by likeness, surnames alone by who was named last."""

from bisect import bisect_left
from collections.abc import Sequence

from accord.find.actors.mentions import Mention
from accord.knowledge.genders import PRONOUNS, Gender, gender_of_name, gender_of_word
from accord.model.sentences import Sentence
from accord.text.names import SAME, compare_names, core_words, sound_of

NEARBY = 12
"""Persons with a like word that a full name is compared with, the latest named first: keeps a list of names linear."""


REACH = 12
"""Words behind a surname in which a pronoun tells whose it is, no other name and no quotation between."""


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


def group_people(mentions: tuple[Mention, ...], sentences: Sequence[Sentence]) -> list[list[Mention]]:
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
            _place_alone(mention, persons, by_word, alone, _gender_shown(mention, sentences[mention.sentence]))
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
    mention: Mention,
    persons: list[Person],
    by_word: dict[str, list[Person]],
    alone: dict[str, Person],
    gender: Gender | None,
) -> None:
    """Give a single word to the person who bears it: who was named last before it, else who is named first after."""
    word = core_words(mention.text)[0]
    bearers = [person for person in by_word.get(word, ())[-NEARBY:] if word in core_words(person.fullest)]
    if bearers:
        _nearest(bearers, mention, gender).add(mention)
    elif word in alone:
        alone[word].add(mention)
    else:
        alone[word] = Person(mention)
        persons.append(alone[word])


def _nearest(bearers: list[Person], mention: Mention, gender: Gender | None) -> Person:
    """Choose among people of one surname: the last one named in full before the mention, else the first named after.

    One whom the words beside the mention call "he" is not a woman by her name, nor the other way round.
    """

    def distance(person: Person) -> tuple[bool, int, int]:
        full = person.full_starts
        before = bisect_left(full, mention.start)
        is_other = gender is not None and gender_of_name(person.fullest) not in (None, gender)
        return (is_other, *((0, mention.start - full[before - 1]) if before else (1, full[0] - mention.start)))

    return min(bearers, key=distance)


def _gender_shown(mention: Mention, sentence: Sentence) -> Gender | None:
    """What a form of address before a name tells, or the pronoun of the clause that it is the subject of."""
    before = sentence.words[mention.first - 1].lower().rstrip(".") if mention.first else ""
    if told := gender_of_word(before):
        return told
    for token in range(mention.last, min(mention.last + REACH, len(sentence))):
        word = sentence.words[token]
        if word.lower() in PRONOUNS:
            return PRONOUNS[word.lower()]
        if word[:1].isupper() or word in ('"', "“", "”"):
            return None
    return None
