"""Whom a description stands for: "the minister", "her Estonian counterpart", "the ministry", "the two leaders"."""

from collections.abc import Callable

from accord.knowledge.organizations import organization_nouns
from accord.knowledge.tables import read_words
from accord.language.referents.bodies import Bodies
from accord.language.referents.descriptions import Description, read_description
from accord.language.referents.entities import Entity
from accord.language.referents.groups import Groups, is_group
from accord.language.referents.mentions import Mention
from accord.language.referents.nouns import sort_of
from accord.language.referents.persons import Persons
from accord.language.referents.scenes import Scene

GENERIC = 0.5
"""Share of its weight that a bare plural has: "ministers come and go"."""

Whom = Callable[[int, int], tuple[str, ...]]
"""Actors that a token of a sentence stands for, by the numbers of both."""


class Describer:
    """Descriptions of one report, resolved as they come."""

    def __init__(self, scene: Scene, whom: Whom, text: str) -> None:
        self._scene, self._whom = scene, whom
        self._persons, self._bodies, self._groups = Persons(scene, text), Bodies(scene), Groups(scene)
        self._called: dict[str, Entity] = {}

    def describe(self, mention: Mention) -> Entity:
        """Give a noun to somebody of the report, or to nobody known."""
        number = mention.sentence
        sentence = self._scene.sentences[number]
        said = read_description(sentence, mention.token, lambda token: self._owner(number, token))
        found = self._resolve(said, mention)
        if said.sort == "voice":
            paper = Entity(found, is_human=False)
            paper.share = 0.0 if found else 1.0  # what is written brings nobody to the fore
            paper.is_plural = said.is_plural and not found
            return paper
        again = self._again(said)
        if found and (again is None or again.actors or self._outdoes(said, found, again)):
            again = None
        entity = again or (self._somebody(said, found) if found else _nobody(said))
        self._called[said.noun] = entity
        return entity

    def _somebody(self, said: Description, found: tuple[str, ...]) -> Entity:
        """The entity of those found; a spokesman for a body is one of his own."""
        if said.sort == "person" and len(found) == 1:
            profile = self._scene.profiles[found[0]]
            if profile.actor.type != "person":
                return Entity(found, is_human=True, gender=said.gender)
            profile.learn(said.gender)
        return self._scene.entities.of(*found)

    def _again(self, said: Description) -> Entity | None:
        """Whoever was called so before: "a hospital official … the official"."""
        is_bare = said.definite == "yes" and not (said.owners or said.open_owner or said.of or said.words)
        return self._called.get(said.noun) if is_bare and not said.is_plural else None

    def _outdoes(self, said: Description, found: tuple[str, ...], again: Entity) -> bool:
        """Whether those found, so called by name or spoken of last, are meant and not a nameless one before."""
        profiles = [self._scene.profiles[one] for one in found]
        is_called = said.sort != "body" or any(said.noun in one.words for one in profiles)
        return is_called or self._scene.entities.of(*found).at >= again.at

    def _owner(self, number: int, token: int) -> tuple[str, ...]:
        """Whom a token beside a noun stands for; a body's noun before another noun the body."""
        word = self._scene.sentences[number].words[token].lower()
        found = self._whom(number, token)
        if sort_of(word) == "voice":
            return ()  # "an account of the meeting" is not the meeting's
        if found or word not in organization_nouns():
            return found
        return self._bodies.resolve(Description(word, "body", "yes"), number)

    def _resolve(self, said: Description, mention: Mention) -> tuple[str, ...]:
        number, bodies = mention.sentence, self._bodies
        is_voice = said.sort == "voice" or said.noun in read_words("voices.txt")
        if is_group(said):
            return self._groups.resolve(said, number)
        if said.sort == "person":
            found = self._persons.resolve(said, mention)
            return found or (bodies.speaking_through(said, number) if is_voice else ())
        if said.sort == "body":  # "his office" speaks for him
            return (bodies.spoken_for(said) if is_voice else ()) or bodies.resolve(said, number)
        if said.sort == "state" and said.owners:
            return tuple(state for one in said.owners for state in self._scene.states_of(one))[:1]
        if said.sort in ("state", "place"):
            is_one = said.definite == "yes" and not (said.sort == "place" and said.of)
            return bodies.foremost(said.sort, number) if is_one else ()
        return bodies.speaking_through(said, number) if is_voice else ()


def _nobody(said: Description) -> Entity:
    """Somebody who is no actor of the report."""
    nobody = Entity((), is_human=said.sort == "person", is_plural=said.is_plural, gender=said.gender)
    nobody.share = GENERIC if said.is_plural and said.definite == "bare" else 1.0
    return nobody
