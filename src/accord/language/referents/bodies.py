"""Which body or state a description stands for, and who speaks through a spokesman, a statement, an office."""

from accord.knowledge.cues import venue_nouns
from accord.knowledge.media import find_medium
from accord.knowledge.states import find_state
from accord.knowledge.tables import read_words
from accord.language.referents.descriptions import Description
from accord.language.referents.entities import Entity
from accord.language.referents.fits import SAME_KIND, fit_body
from accord.language.referents.nouns import body_kind
from accord.language.referents.scenes import UNSEEN, Scene, best_of

VOICE = 3
"""Sentences for which "the statement" is that of the one before."""

_OFFICIAL = frozenset(("ministry", "government", "parliament", "military"))


class Bodies:
    """Descriptions of bodies, states and voices in one report."""

    def __init__(self, scene: Scene) -> None:
        self._scene = scene
        self._voices: dict[str, tuple[int, tuple[str, ...]]] = {}

    def resolve(self, said: Description, sentence: int) -> tuple[str, ...]:
        """The body that a description stands for; the state, where it is a ministry of one that is not named."""
        if said.definite == "no" or (said.is_plural and said.definite == "bare"):
            return ()
        profiles = self._scene.profiles
        whose = [state for one in (*said.owners, *said.of) for state in profiles[one].states]
        scored = [
            (fit, self._scene.salience(one, sentence) - UNSEEN * (fit < SAME_KIND), one)
            for one in self._scene.near(said.noun, body_kind(said.noun) or "")
            if (fit := fit_body(said, profiles[one]))
            if not whose or not profiles[one].states or profiles[one].states & set(whose)
        ]
        if found := best_of(one for one in scored if one[1] > -UNSEEN):
            return found
        is_official = body_kind(said.noun) in _OFFICIAL | ({"agency"} if said.states else set())
        states = [self._scene.states[each] for each in (*sorted(said.states), *whose) if each in self._scene.states]
        return tuple(states[:1]) if is_official else ()

    def speaking_through(self, said: Description, sentence: int) -> tuple[str, ...]:
        """Whose a voice is: of whom it is named with, else, of "the statement", that of the one before or who spoke."""
        found = self.spoken_for(said)
        if (
            not found
            and said.definite == "yes"
            and not said.open_owner
            and said.words <= read_words("paper_adjectives.txt")
        ):
            is_declared = said.noun in venue_nouns() and said.noun not in read_words("study_nouns.txt")
            spoke = self._scene.speaker if is_declared else None
            at, voice = self._voices.get(said.noun, (-VOICE, ()))
            found = voice if sentence - at <= VOICE else spoke.actors if spoke else ()
        if found:
            self._voices[said.noun] = (sentence, found)
        return found

    def spoken_for(self, said: Description) -> tuple[str, ...]:
        """Who speaks through a spokesman, a statement, a report: the body or state named with it."""
        profiles = self._scene.profiles
        if said.joined and all(profiles[one].actor.type == "organization" for one in said.joined):
            return said.joined  # "researchers from the institute and the university"
        named = [one for one in (*said.through, *said.owners) if profiles[one].actor.type != "place"]
        if named:
            return (named[-1],)
        if said.noun == "spokesman" and said.open_owner:
            return ()
        states = [self._scene.states[each] for each in sorted(said.states) if each in self._scene.states]
        return self._medium_of(said) or tuple(states[:1])

    def _medium_of(self, said: Description) -> tuple[str, ...]:
        """The medium of a state that was named last: "the Norwegian report"."""
        profiles = self._scene.profiles
        if said.definite != "yes" or not said.states:
            return ()
        for entity in self._scene.entities.recent():
            medium = find_medium(profiles[entity.actors[0]].actor.name) if len(entity.actors) == 1 else None
            if medium and medium.state in {state.code for state in map(find_state, said.states) if state}:
                return entity.actors
        return ()

    def foremost(self, kind: str, sentence: int) -> tuple[str, ...]:
        """The actor of a type that stands out most: "the country", "the city"."""
        profiles = self._scene.profiles

        def worth(entity: Entity) -> float:
            return float(len(entity.actors) == 1 and profiles[entity.actors[0]].actor.type == kind)

        found = self._scene.entities.best(sentence, worth)
        return found.actors if found and self._scene.entities.salience(found, sentence) > UNSEEN else ()
