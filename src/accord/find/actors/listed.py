"""Names of a user's own list, found in a report and given to their actors before all else."""

from collections.abc import Mapping, Sequence
from functools import lru_cache

from msgspec import structs

from accord.find.actors.mentions import Mention, between
from accord.language.tokens import split_tokens
from accord.model.rosters import ListedActor, Roster
from accord.model.sentences import Sentence

LABELS = {"person": "PERSON", "organization": "ORGANIZATION", "place": "PLACE", "state": "STATE"}

Names = Mapping[str, Sequence[tuple[tuple[str, ...], ListedActor]]]
Listed = dict[Mention, ListedActor]


@lru_cache(maxsize=4)
def names_of(roster: Roster) -> Names:
    """Every name of a list as its words, by the first of them, the longest first."""
    index: dict[str, list[tuple[tuple[str, ...], ListedActor]]] = {}
    for actor in roster:
        for name in dict.fromkeys((actor.name, *actor.aliases)):
            words = tuple(_plain(name[token.start : token.end]) for token in split_tokens(name))
            if words:
                index.setdefault(words[0], []).append((words, actor))
    return {first: sorted(found, key=lambda one: -len(one[0])) for first, found in index.items()}


def with_listed(
    mentions: Sequence[Mention], sentences: Sequence[Sentence], roster: Roster
) -> tuple[tuple[Mention, ...], Listed]:
    """Mentions with those of a list among them, and which actor of the list each of these is.

    What is found otherwise gives way to a listed name, unless it is longer: "Dahl" is not found in "Dahl Institute".
    """
    if not roster:
        return tuple(mentions), {}
    names = names_of(roster)
    others: dict[int, list[Mention]] = {}
    for mention in mentions:
        others.setdefault(mention.sentence, []).append(mention)
    listed: Listed = {}
    for index, sentence in enumerate(sentences):
        near = others.get(index, [])
        found = _in_sentence(index, sentence, names)
        found = {mention: actor for mention, actor in found.items() if not any(_holds(one, mention) for one in near)}
        others[index] = [one for one in near if not any(_meets(one, mention) for mention in found)] + list(found)
        listed |= found
    settled = [mention for found in others.values() for mention in found]
    return tuple(sorted(settled, key=lambda mention: mention.start)), listed


def _in_sentence(index: int, sentence: Sentence, names: Names) -> Listed:
    plain = tuple(map(_plain, sentence.words))
    found: Listed = {}
    place = 0
    while place < len(plain):
        match = next((one for one in names.get(plain[place], ()) if plain[place : place + len(one[0])] == one[0]), None)
        last = place + (len(match[0]) if match else 1)
        if match:
            start, end = sentence.span_of(place, last)
            text = between(sentence, place, last)
            found[Mention(index, place, last, start, end, text, LABELS[match[1].type])] = match[1]
        place = last
    return found


def _holds(one: Mention, other: Mention) -> bool:
    return one.first <= other.first and other.last <= one.last and one.last - one.first > other.last - other.first


def _meets(one: Mention, other: Mention) -> bool:
    return one.first < other.last and other.first < one.last


def _plain(word: str) -> str:
    return word.replace("’", "'")


def as_listed(mentions: Sequence[Mention], listed: Listed) -> tuple[tuple[Mention, ...], Listed]:
    """Mentions under the names of the list, so that all names of one actor fall together."""
    renamed = {mention: structs.replace(mention, text=actor.name) for mention, actor in listed.items()}
    settled = tuple(renamed.get(mention, mention) for mention in mentions)
    return settled, {new: listed[old] for old, new in renamed.items()}


def split_listed(groups: Sequence[Sequence[Mention]], listed: Listed) -> list[list[Mention]]:
    """Groups of which none holds two actors of the list; a name that is on no list stays with the one before it."""
    found: list[list[Mention]] = []
    for group in groups:
        first = next((listed[mention] for mention in group if mention in listed), None)
        parts: dict[ListedActor | None, list[Mention]] = {}
        for mention in group:
            first = listed.get(mention, first)
            parts.setdefault(first, []).append(mention)
        found += parts.values()
    return found
