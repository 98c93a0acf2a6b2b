"""What a reader knows at each place of a report: who has been named, and who spoke last."""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Sequence

from accord.language.referents import Referents
from accord.model.findings import Actor

BACK = 80
"""Mentions that are looked back over for the last that fits."""


class Known:
    """Actors of a report by the places where they are named, and who spoke last."""

    def __init__(
        self, actors: Sequence[Actor], sentences: Sequence[int], referents: Referents, paragraphs: Iterable[int] = ()
    ) -> None:
        self.referents = referents
        self._sentences = list(sentences)
        self._first = frozenset(paragraphs)
        self._places = sorted((span.start, span.end, actor.id) for actor in actors for span in actor.mentions)
        self._starts = [place[0] for place in self._places]
        self.actors = {actor.id: actor for actor in actors}
        self.last: tuple[str, ...] = ()
        self.last_person: tuple[str, ...] = ()

    def sentence_at(self, place: int) -> int:
        """Number of the sentence that a place lies in or behind."""
        return max(0, bisect_right(self._sentences, place + 1) - 1)

    def is_paragraph(self, sentence: int) -> bool:
        """Whether a paragraph begins with a sentence."""
        return sentence in self._first

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

    def remember(self, speaker: tuple[str, ...]) -> None:
        """Take note of who spoke, for "I" and for quotations without a source."""
        if speaker:
            self.last = speaker
            if len(speaker) == 1 and self.actors[speaker[0]].type == "person":
                self.last_person = speaker
