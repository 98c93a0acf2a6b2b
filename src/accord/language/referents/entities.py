"""Those that a report speaks of, at the place that its reader has come to: who stands out, and how far."""

from collections.abc import Callable, Iterator, Mapping, Sequence

from accord.knowledge.genders import Gender
from accord.language.referents.profiles import Profile
from accord.model.sentences import Sentence

DECAY = 0.4
"""What is left of salience a sentence later; of 0.4 to 0.7 the best on GUM's dev part and the tuned speaker cases."""

PARAGRAPH = 1.5
"""Sentences that the beginning of a paragraph is as good as."""

SPOKEN = 0.3
"""Share of a sentence that one counts for which is wholly somebody's words: its speaker stays in the reader's eyes."""

TOPIC, OFTEN = 0.1, 8
"""What is added for those whom a report keeps speaking of, in full from so many mentions."""

MEMORY = 24
"""Those spoken of last that are looked back over."""


class Entity:
    """Somebody or some few: `actors` is empty for those who are no actors of the report."""

    __slots__ = ("actors", "at", "gender", "is_human", "is_plural", "share", "spoke", "times", "weight")

    def __init__(
        self, actors: tuple[str, ...], *, is_human: bool, is_plural: bool = False, gender: Gender | None = None
    ) -> None:
        self.actors, self.is_human, self.is_plural, self.gender = actors, is_human, is_plural, gender
        self.weight, self.at, self.share, self.times, self.spoke = 0.0, -1, 1.0, 0, -9

    @property
    def topic(self) -> float:
        """How far the report keeps speaking of the entity."""
        return TOPIC * min(self.times, OFTEN) / OFTEN


def moments_of(sentences: Sequence[Sentence], text: str, spoken: Sequence[bool]) -> list[float]:
    """How far into a report each sentence stands, counted in sentences, a new paragraph as `PARAGRAPH` more.

    Those of `spoken` are somebody's words and count for `SPOKEN` of that.
    """
    moments, now = [], 0.0
    for number, sentence in enumerate(sentences):
        before = sentences[number - 1].end if number else sentence.start
        now += (1 + PARAGRAPH * ("\n" in text[before : sentence.start])) * (SPOKEN if spoken[number] else 1)
        moments.append(now)
    return moments


class Entities:
    """All entities so far, the one mentioned last at the end; `moments` are those of the sentences."""

    def __init__(self, profiles: Mapping[str, Profile], moments: Sequence[float]) -> None:
        self._profiles = profiles
        self._moments = moments
        self._known: dict[tuple[str, ...], Entity] = {}
        self._order: list[Entity] = []

    def of(self, *actors: str) -> Entity:
        """The entity of these actors."""
        if actors not in self._known:
            human = all(self._profiles[one].actor.type == "person" for one in actors)
            gender = self._profiles[actors[0]].gender if len(actors) == 1 else None
            self._known[actors] = Entity(actors, is_human=human, is_plural=len(actors) > 1, gender=gender)
        return self._known[actors]

    def recency(self, entity: Entity, sentence: int) -> float:
        """What time has left of an entity that was mentioned last where it was, 0 for one that never was."""
        return DECAY ** (self._moments[sentence] - self._moments[entity.at]) if entity.times else 0.0

    def salience(self, entity: Entity, sentence: int) -> float:
        """How far an entity stands out in a sentence."""
        return entity.weight * self.recency(entity, sentence)

    def touch(self, entity: Entity, sentence: int, weight: float, *, is_quoted: bool = False) -> None:
        """Mention an entity in a sentence; inside quotation marks, to be repeated adds nothing."""
        before, new = self.salience(entity, sentence), weight * entity.share
        entity.weight = max(before, new) if is_quoted else before + new
        entity.at = sentence
        entity.times += 1
        if entity in self._order:
            self._order.remove(entity)
        self._order.append(entity)
        del self._order[:-MEMORY]

    def recent(self) -> Iterator[Entity]:
        """Those mentioned last, the last first."""
        return reversed(self._order)

    def best(
        self, sentence: int, worth: Callable[[Entity], float], more: Callable[[Entity], float] | None = None
    ) -> Entity | None:
        """The entity with the most salience times worth; `more` adds to salience. Of equals the one mentioned last."""
        scored = [
            ((self.salience(entity, sentence) + (more(entity) if more else 0.0)) * worth(entity), entity)
            for entity in self.recent()
        ]
        found = max(scored, key=lambda pair: pair[0], default=None)
        return found[1] if found and found[0] > 0 else None
