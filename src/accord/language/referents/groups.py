"""Which several a description stands for: "the two leaders", "both sides", "the presidents of Norway and Kenya"."""

from accord.knowledge.media import find_medium
from accord.knowledge.tables import read_words
from accord.language.referents.descriptions import Description
from accord.language.referents.entities import Entity
from accord.language.referents.fits import SAME_KIND
from accord.language.referents.nouns import kinds_of_noun
from accord.language.referents.scenes import UNSEEN, Scene


def is_group(said: Description) -> bool:
    """Whether a description is one of several persons or states."""
    is_many = said.sort in ("person", "state") or said.noun in read_words("state_pair_nouns.txt")
    return said.sort == "pair" or (said.is_plural and is_many)


class Groups:
    """Descriptions of several in one report."""

    def __init__(self, scene: Scene) -> None:
        self._scene = scene

    def resolve(self, said: Description, sentence: int) -> tuple[str, ...]:
        """Those whom a description of several stands for; none for "ministers" and those of whom nothing is told."""
        is_bare_pair = said.definite == "bare" and said.sort == "pair"
        if said.definite != "yes" and not is_bare_pair and not said.of:
            return ()
        kind = "state" if said.noun in read_words("state_pair_nouns.txt") else "person"
        if kind == "person" and len(said.of) > 1 and (holders := self._holders(said)):
            return holders
        if kind == "state" and said.owners:
            owned = dict.fromkeys(state for one in said.owners for state in self._scene.states_of(one))
            return tuple(owned) if len(owned) > 1 else ()
        is_counted = (
            bool(said.count)
            or said.sort == "pair"
            or (kind == "state" and said.words <= read_words("neighbour_words.txt"))
        )
        best = self._scene.entities.best(sentence, lambda one: self._together(said, one, kind, sentence))
        if best:
            return best.actors
        if kind == "person" and said.definite == "yes" and not is_counted:
            return self._all_of(said, sentence)
        if not is_counted or (said.definite != "yes" and kind != "state"):
            return ()
        return self._foremost(said, sentence, kind, said.count or 2)

    def _together(self, said: Description, entity: Entity, kind: str, sentence: int) -> float:
        """How well a group goes with a description of several."""
        profiles = self._scene.profiles
        if len(entity.actors) < 2 or (said.count and len(entity.actors) != said.count):
            return 0.0
        if said.sort == "pair" and said.noun not in read_words("state_pair_nouns.txt"):
            kind = profiles[entity.actors[0]].actor.type  # "both", "the pair": persons or states
        if any(profiles[one].actor.type != kind for one in entity.actors) and not self._are_parties(said, entity):
            return 0.0
        recency = self._scene.entities.recency(entity, sentence)
        if kind == "state" or said.sort == "pair":
            return recency
        fits = [self._scene.fit(said, one) for one in entity.actors]
        return recency * min(fits) if said.count or min(fits) >= SAME_KIND else 0.0

    def _are_parties(self, said: Description, entity: Entity) -> bool:
        """Whether bodies that are no media are meant: "the two sides" of a firm and a union."""
        actors = [self._scene.profiles[one].actor for one in entity.actors]
        is_of_bodies = said.noun in read_words("party_pairs.txt") and said.sort == "pair"
        return is_of_bodies and all(one.type == "organization" and not find_medium(one.name) for one in actors)

    def _holders(self, said: Description) -> tuple[str, ...]:
        """Who holds a post in each of the states named: "the presidents of Norway and Kenya"."""
        profiles = self._scene.profiles
        found: list[str] = []
        for state in said.of:
            of = profiles[state].states
            near = [
                one
                for one in self._scene.near(said.noun, *kinds_of_noun(said.noun), "head", "leader")
                if one not in found
            ]
            fits = ((self._scene.fit(said, one), one) for one in near if profiles[one].states & of)
            best = max(fits, default=(0.0, ""))
            is_chief = bool(kinds_of_noun(said.noun) & {"head", "leader"}) and not said.words
            chief = (one for one in near if is_chief and profiles[one].states & of and "head" in profiles[one].kinds)
            if one := best[1] if best[0] else next(chief, ""):
                found.append(one)
        return tuple(found) if len(found) == len(said.of) else ()

    def _all_of(self, said: Description, sentence: int) -> tuple[str, ...]:
        """Those who hold such a post and stand out, two at least: "the presidents"."""
        near = [one for one in self._scene.near(said.noun) if self._scene.salience(one, sentence) >= UNSEEN]
        found = [one for one in near if self._scene.fit(said, one) >= SAME_KIND]
        return tuple(sorted(found)) if len(found) > 1 else ()

    def _foremost(self, said: Description, sentence: int, kind: str, count: int) -> tuple[str, ...]:
        """So many of a kind that stand out most."""
        profiles = self._scene.profiles
        scored: dict[str, float] = dict.fromkeys(self._scene.states.values(), 0.0) if kind == "state" else {}
        for one in self._scene.near(said.noun, *kinds_of_noun(said.noun)):
            entity = self._scene.entities.of(one)
            who = self._scene.states_of(one) if kind == "state" else [one] * (profiles[one].actor.type == kind)
            fit = 1.0 if kind == "state" else self._scene.fit(said, one)
            for each in who:
                salience = self._scene.entities.salience(entity, sentence)
                scored[each] = scored.get(each, 0.0) + fit * (UNSEEN + salience + entity.topic)
        often = {one: len(profiles[one].actor.mentions) for one in scored}
        is_all = kind == "state" and (count == 2 or count == len(scored) == 3)
        likely = [one for one in scored if scored[one] > 0 or is_all]
        chosen = sorted(likely, key=lambda one: (-scored[one], -often[one], one))[:count]
        return tuple(chosen) if len(chosen) == count else ()
