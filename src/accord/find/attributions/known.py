"""What a reader knows at each place of a report: who has been named, and who spoke last."""

from bisect import bisect_left
from collections.abc import Callable, Sequence

from accord.model.findings import Actor

BACK = 80
"""Mentions that are looked back over for the last that fits."""


class Known:
    """Actors of a report by the places where they are named, and who spoke last."""

    def __init__(self, actors: Sequence[Actor]) -> None:
        self._places = sorted((span.start, span.end, actor.id) for actor in actors for span in actor.mentions)
        self._starts = [place[0] for place in self._places]
        self.actors = {actor.id: actor for actor in actors}
        self.last: tuple[str, ...] = ()
        self.last_person: tuple[str, ...] = ()
        self.last_body: tuple[str, ...] = ()
        self.last_many: tuple[str, ...] = ()
        self.last_voice: tuple[str, ...] = ()

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

    def pair_before(self, place: int, kind: str) -> tuple[str, ...]:
        """The two actors of a type named last before a place, the earlier first, or those who last spoke together."""
        if self.last_many and all(self.actors[one].type == kind for one in self.last_many):
            return self.last_many
        found = list(dict.fromkeys(one for one in self._back_from(place) if self.actors[one].type == kind))[:2]
        return tuple(reversed(found)) if len(found) == 2 else ()

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
