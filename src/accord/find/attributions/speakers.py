"""Who a source is: the actor that it names, the one a pronoun or a description stands for."""

from bisect import bisect_left
from collections.abc import Sequence

from accord.model.findings import Actor
from accord.model.spans import Span

SINGULAR = frozenset(("he", "she", "him", "her", "his"))
PLURAL = frozenset(("they", "them", "their"))
THING = frozenset(("it", "its"))
OWN = frozenset(("i", "we", "my", "our", "me", "us"))


class Speakers:
    """Actors of a report by the places where they are named, and who spoke last."""

    def __init__(self, actors: Sequence[Actor]) -> None:
        places = sorted((span.start, span.end, actor.id) for actor in actors for span in actor.mentions)
        self._starts = [place[0] for place in places]
        self._places = places
        self.actors = {actor.id: actor for actor in actors}
        self.last: tuple[str, ...] = ()
        self.last_person: tuple[str, ...] = ()
        self.last_body: tuple[str, ...] = ()
        self.last_many: tuple[str, ...] = ()

    def named_in(self, start: int, end: int) -> list[tuple[int, int, str]]:
        """Mentions that lie in a stretch, in order."""
        first = bisect_left(self._starts, start)
        last = bisect_left(self._starts, end)
        return [place for place in self._places[first:last] if place[1] <= end]

    def before(self, place: int, *types: str) -> str | None:
        """The actor of a type that is named last before a place."""
        for start, _, actor in reversed(self._places[: bisect_left(self._starts, place)][-60:]):
            if start < place and self.actors[actor].type in types:
                return actor
        return None

    def remember(self, speaker: tuple[str, ...]) -> None:
        """Take note of who spoke, for the pronouns to come."""
        if not speaker:
            return
        self.last = speaker
        if len(speaker) > 1:
            self.last_many = speaker
        elif self.actors[speaker[0]].type == "person":
            self.last_person = speaker
        else:
            self.last_body = speaker


def resolve(
    source: Span | None, heads: Sequence[tuple[int, int]], known: Speakers, holder: tuple[str, ...]
) -> tuple[str, ...]:
    """Actors that a source stands for; `heads` are the stretches of its head nouns, `holder` who speaks about it."""
    if source is None:
        return ()
    word = source.text.lower()
    if word in OWN:
        return holder or known.last_person
    if word in SINGULAR:
        return known.last_person or _one(known.before(source.start, "person"))
    if word in PLURAL:
        return known.last_many or known.last_body or known.last
    if word in THING:
        return known.last_body or _one(known.before(source.start, "organization", "state"))
    named = known.named_in(source.start, source.end)
    if found := _by_heads(named, heads):
        return found
    return _described(source, named, known)


def _one(actor: str | None) -> tuple[str, ...]:
    return (actor,) if actor else ()


def _by_heads(named: Sequence[tuple[int, int, str]], heads: Sequence[tuple[int, int]]) -> tuple[str, ...]:
    """Actors whose names hold a head noun of the source."""
    found = [actor for start, end, actor in named if any(start <= head[0] < end for head in heads)]
    return tuple(dict.fromkeys(found))


def _described(source: Span, named: Sequence[tuple[int, int, str]], known: Speakers) -> tuple[str, ...]:
    """Who a description stands for: the person it names, a body by whom an unnamed spokesperson speaks."""
    people = [actor for _, _, actor in named if known.actors[actor].type == "person"]
    if people:
        return (people[0],)
    word = source.text.lower()
    if word.startswith(("the two ", "both ")):
        return known.last_many
    if "spokes" in word and named:
        return (named[-1][2],)
    if word.startswith(("the ", "his ", "her ")) and len(word.split()) <= 4:
        return _by_office(word, known, source.start)
    return ()


def _by_office(word: str, known: Speakers, place: int) -> tuple[str, ...]:
    """The person whose post a description names: "the president", "the foreign minister"."""
    title = " ".join(word.split()[1:])
    holders = [
        actor
        for actor in known.actors.values()
        if actor.type == "person" and any(office.title.lower().endswith(title) for office in actor.offices)
    ]
    near = [actor.id for actor in holders if actor.mentions[0].start < place]
    return (near[-1],) if len(near) == 1 else ()
