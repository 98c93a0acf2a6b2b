"""What a reader knows at each place of a report: who has been named, and who spoke last."""

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Callable, Sequence

from accord.language.referents import Referents
from accord.model.findings import Actor

BACK = 80
"""Mentions that are looked back over for the last that fits."""

FAR = 500
"""Mentions that are counted for those whom a report names most."""

SENTENCES_BACK = 3
"""Sentences that are looked back over for the pair that "the two sides" stands for."""


class Known:
    """Actors of a report by the places where they are named, and who spoke last."""

    def __init__(self, actors: Sequence[Actor], sentences: Sequence[int], referents: Referents) -> None:
        self.referents = referents
        self._sentences = list(sentences)
        self._places = sorted((span.start, span.end, actor.id) for actor in actors for span in actor.mentions)
        self._starts = [place[0] for place in self._places]
        self.actors = {actor.id: actor for actor in actors}
        self._holders: dict[str, dict[str, str]] = {}
        self._by_title: dict[str, set[str]] = {}
        for actor in actors:
            self._note_posts(actor)
        self.last: tuple[str, ...] = ()
        self.last_person: tuple[str, ...] = ()
        self.last_body: tuple[str, ...] = ()
        self.last_many: tuple[str, ...] = ()
        self.last_voice: tuple[str, ...] = ()

    def _note_posts(self, actor: Actor) -> None:
        for office in actor.offices:
            words = office.title.lower().split()
            for first in range(len(words)):
                self._by_title.setdefault(" ".join(words[first:]), set()).add(actor.id)
            if office.of:
                self._holders.setdefault(" ".join(words), {})[office.of] = actor.id

    def named_in(self, start: int, end: int) -> list[tuple[int, int, str]]:
        """Mentions that lie in a stretch, in order."""
        first, last = bisect_left(self._starts, start), bisect_left(self._starts, end)
        return [place for place in self._places[first:last] if place[1] <= end]

    def _back_from(self, place: int) -> list[str]:
        last = bisect_left(self._starts, place)
        return [actor for _, _, actor in reversed(self._places[max(0, last - BACK) : last])]

    def last_where(self, place: int, fits: Callable[[Actor], bool]) -> tuple[str, ...]:
        """The actor that fits and is named last before a place."""
        return next(((one,) for one in self._back_from(place) if fits(self.actors[one])), ())

    def last_of(self, place: int, *types: str) -> tuple[str, ...]:
        """The actor of a type that is named last before a place."""
        return self.last_where(place, lambda actor: actor.type in types)

    def group_before(self, place: int, kind: str, count: int = 2) -> tuple[str, ...]:
        """The actors of a type that the last sentence naming just so many names, else those named most before."""
        index = bisect_right(self._sentences, place) - 1
        for at in range(index - 1, max(-1, index - SENTENCES_BACK), -1):
            named = self._of_type(self._sentences[at], self._sentences[at + 1], kind)
            if len(set(named)) == count:
                return tuple(dict.fromkeys(named))
            if named and kind == "person":
                break
        return self.most_named(place, kind, count)

    def most_named(self, place: int | None, kind: str, count: int = 2) -> tuple[str, ...]:
        """So many actors of a type, those named most before a place or in all; none where there are fewer."""
        place = place if place is not None else self._starts[-1] + 1 if self._starts else 0
        last = bisect_left(self._starts, place)
        start = self._starts[max(0, last - FAR)] if last else 0
        counted = Counter(self._of_type(start, place, kind)).most_common(count)
        return tuple(actor for actor, _ in counted) if len(counted) == count else ()

    def pair_before(self, place: int) -> tuple[str, ...]:
        """The two persons that the sentence before names, and nobody else."""
        index = bisect_right(self._sentences, place) - 1
        named = self._of_type(self._sentences[index - 1], self._sentences[index], "person") if index > 0 else []
        return tuple(dict.fromkeys(named)) if len(set(named)) == 2 else ()

    def holders(self, title: str) -> dict[str, str]:
        """Who holds a post, by what it is of: {"Norway": "n3", "Kenya": "n5"} for "president"."""
        return self._holders.get(title, {})

    def only_holder(self, title: str) -> tuple[str, ...]:
        """The one actor of the report whose post ends in a title: "minister" is a "foreign minister" too."""
        found = self._by_title.get(title, set())
        return tuple(found) if len(found) == 1 else ()

    def together(self, place: int) -> tuple[str, ...]:
        """The two persons, or else states, that the sentence of a place names before it; none where there are more."""
        index = bisect_right(self._sentences, place) - 1
        start = self._sentences[index] if index >= 0 else 0
        for kind in ("person", "state"):
            named = tuple(dict.fromkeys(self._of_type(start, place, kind)))
            if len(named) == 2:
                return named
        return ()

    def _of_type(self, start: int, end: int, kind: str) -> list[str]:
        return [actor for _, _, actor in self.named_in(start, end) if self.actors[actor].type == kind]

    def remember(self, speaker: tuple[str, ...], *, is_voice: bool = False) -> None:
        """Take note of who spoke, for the pronouns and descriptions to come."""
        if not speaker:
            return
        self.last = speaker
        if is_voice:
            self.last_voice = speaker
        if len(speaker) > 1:
            self.last_many = speaker
        elif self.actors[speaker[0]].type == "person":
            self.last_person = speaker
        else:
            self.last_body = speaker
