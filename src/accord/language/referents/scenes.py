"""What there is to resolve against: a report's sentences and mentions, who is in it, and who stands out so far."""

from collections.abc import Iterable, Sequence

from accord.language.referents.descriptions import Description
from accord.language.referents.entities import Entities, Entity, moments_of
from accord.language.referents.fits import fit_person
from accord.language.referents.mentions import Names, find_mentions, quoted_tokens
from accord.language.referents.profiles import make_profiles
from accord.language.referents.speech import Speech
from accord.model.findings import Actor
from accord.model.sentences import Sentence

UNSEEN = 0.15
"""Salience of somebody whom the report has not yet come to, or not for long."""

NEAR = 12
"""Persons of one post that a description is compared with."""

KNOWN_OWNER, OTHER_OWNER, NO_OWNER = 1.2, 0.4, 0.8
"""What becomes of a fit where a description says whose: theirs, another's, of one of whom no owner is known."""


class Scene:
    """One report while it is read: `speaker` is who spoke last, `states` the ids of its states by name."""

    def __init__(self, sentences: Sequence[Sentence], actors: Sequence[Actor], text: str) -> None:
        self.sentences = sentences
        quoted = quoted_tokens(sentences, text)
        self.names = Names(sentences, actors)
        self.speech = Speech(sentences, quoted)
        self.mentions = [
            find_mentions(number, sentence, self.names, quoted[number]) for number, sentence in enumerate(sentences)
        ]
        self.profiles = dict(make_profiles(actors, sentences, self.mentions, text))
        self.entities = Entities(self.profiles, moments_of(sentences, text, self.speech.is_spoken))
        self.states = {actor.name: actor.id for actor in actors if actor.type == "state"}
        self.speaker: Entity | None = None
        self._called: dict[str, list[str]] = {}
        for id, profile in self.profiles.items():
            heads = {word for heads, _ in profile.titles for word in heads}
            for word in sorted(heads | profile.words | profile.kinds):
                self.call(word, id)

    def call(self, word: str, actor: str) -> None:
        """Take note of a word that an actor is called by."""
        self._called.setdefault(word, []).append(actor)

    def near(self, *words: str) -> list[str]:
        """Actors spoken of last, the last first, then those called by any of the words."""
        recent = [entity.actors[0] for entity in self.entities.recent() if len(entity.actors) == 1]
        called = [one for word in words for one in self._called.get(word, [])[:NEAR]]
        return list(dict.fromkeys([*recent, *called]))

    def salience(self, one: str, sentence: int) -> float:
        """How far an actor stands out in a sentence."""
        return self.entities.salience(self.entities.of(one), sentence)

    def states_of(self, one: str) -> list[str]:
        """States of the report that an actor is or belongs to."""
        return [self.states[each] for each in sorted(self.profiles[one].states) if each in self.states]

    def fit(self, said: Description, one: str) -> float:
        """How well a description goes with a person, whose the person is among it."""
        fit = fit_person(said, self.profiles[one])
        if not fit or one in said.owners:
            return 0.0
        whose = [self.profiles[each] for each in (*said.owners, *said.of)]
        if not whose:
            return fit
        mine = self.profiles[one]
        if any(each.actor.name.casefold() in mine.bodies or each.states & mine.states for each in whose):
            return fit * KNOWN_OWNER
        return fit * (OTHER_OWNER if mine.bodies or mine.states else NO_OWNER)


def best_of(scored: Iterable[tuple[float, float, str]]) -> tuple[str, ...]:
    """Of actors with their fit and salience the one with most of both; of equals the first."""
    found = max(scored, key=lambda one: one[0] * (UNSEEN + one[1]), default=None)
    return (found[2],) if found else ()
