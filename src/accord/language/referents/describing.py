"""Whom a description stands for: "the minister", "her Estonian counterpart", "the ministry", "the two leaders"."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from accord.knowledge.cues import venue_nouns
from accord.knowledge.media import find_medium
from accord.knowledge.organizations import organization_nouns
from accord.knowledge.states import find_state
from accord.knowledge.tables import read_words
from accord.language.referents.descriptions import Description, read_description
from accord.language.referents.entities import Entity
from accord.language.referents.fits import SAME_KIND, fit_body, fit_person
from accord.language.referents.mentions import Mention
from accord.language.referents.nouns import kinds_of_noun, sort_of
from accord.language.referents.profiles import describe
from accord.model.sentences import Sentence

if TYPE_CHECKING:
    from accord.language.referents.reading import Reading

SURE = 0.95
"""Fit from which a description means somebody wherever the report tells of that post."""

UNSEEN = 0.15
"""Salience of somebody whom the report has not yet come to, or not for long."""

LEAST = 0.1
"""Salience from which somebody of whom no post is known may be meant by a description."""

GENERIC = 0.5
"""Share of its weight that a bare plural has: "ministers come and go"."""

VOICE = 3
"""Sentences for which "the statement" is that of the one before."""

NEAR = 12
"""Persons of one post that a description is compared with."""

_STATE_PAIRS = frozenset(
    ("sides", "parties", "country", "nation", "state", "neighbour", "neighbor", "government", "capital", "kingdom")
)
_STUDIES = frozenset(("study", "report", "paper", "article", "survey", "research"))
_NEIGHBOURING = frozenset(("neighboring", "neighbouring"))
_OFFICIAL = frozenset(("ministry", "government", "parliament", "military"))


class Describer:
    """Descriptions of one report, resolved as they come."""

    def __init__(self, reading: "Reading", text: str) -> None:
        self._reading = reading
        self._by_word: dict[str, list[str]] = {}
        self._states = {one.actor.name: id for id, one in reading.profiles.items() if one.actor.type == "state"}
        for id, profile in reading.profiles.items():
            words = {word for heads, _ in profile.titles for word in heads} | profile.words | profile.kinds
            for word in sorted(words):
                self._by_word.setdefault(word, []).append(id)
        self._unveiled = dict(self._find_unveiled(text))
        self._voice: tuple[str, ...] = ()
        self._voice_at = -VOICE
        self._called: dict[str, Entity] = {}

    def describe(self, mention: Mention) -> Entity:
        """Give a noun to somebody of the report, or to nobody known."""
        reading = self._reading
        sentence = reading.sentences[mention.sentence]
        said = read_description(sentence, mention.token, lambda token: self._whom(mention.sentence, token))
        found = self._resolve(said, mention)
        is_person = said.sort == "person"
        if said.sort == "voice":
            paper = Entity(found, is_human=False)
            paper.share = 0.0  # what is written brings nobody to the fore
            return paper
        if not found and (again := self._again(said)):
            return again
        if not found:
            nobody = Entity((), is_human=is_person, is_plural=said.is_plural, gender=said.gender)
            nobody.share = GENERIC if said.is_plural and said.definite == "bare" else 1.0
            self._called[said.noun] = nobody
            return nobody
        for one in found if len(found) == 1 and is_person else ():
            if reading.profiles[one].actor.type == "person":
                reading.profiles[one].learn(said.gender)
            else:
                return Entity(found, is_human=True, gender=said.gender)  # a spokesman for a body
        entity = reading.entities.of(*found)
        self._called[said.noun] = entity
        return entity

    def _again(self, said: Description) -> Entity | None:
        """Whoever was called so before: "a hospital official … the official"."""
        is_bare = said.definite == "yes" and not (said.owners or said.open_owner or said.of or said.words)
        return self._called.get(said.noun) if is_bare and not said.is_plural else None

    def _whom(self, number: int, token: int) -> tuple[str, ...]:
        """Whom a token of the sentence at hand stands for; a body's noun before another noun the body."""
        found = self._reading.whom(number, token)
        word = self._reading.sentences[number].words[token].lower()
        if sort_of(word) == "voice":
            return ()  # "an account of the meeting" is not the meeting's
        if found or word not in organization_nouns():
            return found
        return self._body(Description(word, "body", "yes"), number)

    def _resolve(self, said: Description, mention: Mention) -> tuple[str, ...]:
        if said.sort == "pair" or (said.is_plural and (said.sort in ("person", "state") or said.noun in _STATE_PAIRS)):
            return self._group(said, mention.sentence)
        if said.sort == "person":
            return self._person(said, mention) or (self._through(said, mention.sentence) if _speaks_for(said) else ())
        if said.sort == "body":
            if said.noun in read_words("voices.txt"):  # "his office" speaks for him
                return self._spoken_for(said) or self._body(said, mention.sentence)
            return self._body(said, mention.sentence)
        if said.sort == "state":
            own = tuple(state for one in said.owners for state in self._states_of(one))
            return own[:1] if said.owners else self._one_of("state", mention.sentence) if said.definite == "yes" else ()
        if said.sort == "place":
            return self._one_of("place", mention.sentence) if said.definite == "yes" and not said.of else ()
        return self._through(said, mention.sentence) if said.sort == "voice" else ()

    # -- one person ----------------------------------------------------------------------------------------------------

    def _person(self, said: Description, mention: Mention) -> tuple[str, ...]:
        if said.definite == "no":
            return ()
        if said.noun in read_words("counterpart_nouns.txt"):
            return self._counterpart(said, mention)
        scored = [
            (fit, self._salience(one, mention.sentence), one)
            for one in self._near(said.noun, *kinds_of_noun(said.noun))
            if (fit := self._fit(said, one))
        ]
        called = _best(one for one in scored if one[0] >= SURE)
        unveiled = self._next_named(said, mention) if said.open_owner or not called else ()
        if unveiled or called:
            return unveiled or called
        if alike := _best(one for one in scored if one[0] >= SAME_KIND and (one[1] >= LEAST or said.states)):
            return alike
        if said.definite != "yes" or said.open_owner or said.owners:
            return ()
        return _best(one for one in scored if one[1] >= LEAST)

    def _fit(self, said: Description, one: str) -> float:
        profiles = self._reading.profiles
        fit = fit_person(said, profiles[one])
        if not fit or one in said.owners:
            return 0.0
        whose = [*said.owners, *said.of]
        if not whose:
            return fit
        mine = profiles[one]
        known = any(
            profiles[each].actor.name.casefold() in mine.bodies or profiles[each].states & mine.states for each in whose
        )
        return fit * 1.2 if known else fit * (0.4 if mine.bodies or mine.states else 0.8)

    def _counterpart(self, said: Description, mention: Mention) -> tuple[str, ...]:
        profiles = self._reading.profiles
        own = [profiles[one] for one in said.owners]
        kinds = {kind for one in own for kind in one.kinds}
        states = {state for one in own for state in one.states}
        found: list[tuple[float, float, str]] = []
        for one in self._near(*sorted(kinds)):
            other = profiles[one]
            if other.actor.type != "person" or one in said.owners or not other.suits(said.gender):
                continue
            if (said.states and not said.states & other.states) or (states and states & other.states):
                continue
            alike = 1.0 if kinds & other.kinds else 0.5
            found.append((alike, UNSEEN * bool(said.states) + self._salience(one, mention.sentence), one))
        peers = _best(one for one in found if one[0] == 1 and one[1])
        return peers or self._next_named(said, mention) or _best(one for one in found if one[1])

    def _next_named(self, said: Description, mention: Mention) -> tuple[str, ...]:
        """Whom a description stands for that the next sentences name: "Its chief said no. “Never,” Ana Berg said."."""
        if mention.role not in ("subject", "inner subject") or mention.quoted:
            return ()
        for number in (mention.sentence + 1, mention.sentence + 2):
            if one := self._unveiled.get(number):
                profile = self._reading.profiles[one]
                kinds = kinds_of_noun(said.noun)
                if profile.kinds and not kinds & profile.kinds:
                    return ()
                if not profile.suits(said.gender) or (said.states and profile.states - said.states):
                    return ()
                describe(profile, self._reading.sentences[mention.sentence], mention.token)
                profile.states |= said.states
                self._by_word.setdefault(said.noun, []).append(one)
                return (one,)
        return ()

    def _find_unveiled(self, text: str) -> Iterator[tuple[int, str]]:
        """Persons by the sentence that first names them in full as its subject and says nothing else of them."""
        reading = self._reading
        seen: set[str] = set()
        line = text.find("\n")
        for number, mentions in enumerate(reading.mentions):
            sentence = reading.sentences[number]
            new = [one for one in mentions if one.actor in reading.names.people and one.actor not in seen]
            if sentence.start < line:
                continue  # the headline names those whom the text is to introduce
            seen.update(one.actor for one in new)
            bare = [one for one in new if one.role == "subject" and not one.quoted and _is_bare(one, reading)]
            if len(bare) == 1:
                yield number, bare[0].actor

    # -- bodies, voices, states ----------------------------------------------------------------------------------------

    def _body(self, said: Description, sentence: int) -> tuple[str, ...]:
        if said.definite == "no":
            return ()
        profiles = self._reading.profiles
        whose = [state for one in said.owners for state in profiles[one].states]
        scored = [
            (fit * (UNSEEN * (fit >= SAME_KIND) + self._salience(one, sentence)), one)
            for one in self._near(said.noun, organization_nouns().get(said.noun, ""))
            if (fit := fit_body(said, profiles[one]))
            if not whose or not profiles[one].states or profiles[one].states & set(whose)
        ]
        best = max(scored, default=(0.0, ""))
        if best[0] > 0:
            return (best[1],)
        is_official = organization_nouns().get(said.noun) in _OFFICIAL | ({"agency"} if said.states else set())
        states = [self._states[each] for each in (*sorted(said.states), *whose) if each in self._states]
        return tuple(states[:1]) if is_official else ()

    def _through(self, said: Description, sentence: int) -> tuple[str, ...]:
        """Whose a voice is: of whom it is named with, else, of "the statement", that of the one before or who spoke."""
        found = self._spoken_for(said)
        if not found and said.definite == "yes" and not said.open_owner:
            spoke = self._reading.speaker if said.noun in venue_nouns() and said.noun not in _STUDIES else None
            found = self._voice if sentence - self._voice_at <= VOICE else spoke.actors if spoke else ()
        if found:
            self._voice, self._voice_at = found, sentence
        return found

    def _spoken_for(self, said: Description) -> tuple[str, ...]:
        """Who speaks through a spokesman, a statement, a report: the body or state named with it."""
        profiles = self._reading.profiles
        named = [one for one in (*said.of, *said.owners) if profiles[one].actor.type != "place"]
        if named:
            return (named[-1],)
        if said.noun == "spokesman" and said.open_owner:
            return ()
        states = [self._states[each] for each in sorted(said.states) if each in self._states]
        return self._medium_of(said) or tuple(states[:1])

    def _medium_of(self, said: Description) -> tuple[str, ...]:
        """The medium of a state that was named last: "the Norwegian report"."""
        profiles = self._reading.profiles
        if said.definite != "yes" or not said.states:
            return ()
        for entity in self._reading.entities.recent():
            medium = find_medium(profiles[entity.actors[0]].actor.name) if len(entity.actors) == 1 else None
            if medium and medium.state in {state.code for state in map(find_state, said.states) if state}:
                return entity.actors
        return ()

    def _one_of(self, kind: str, sentence: int) -> tuple[str, ...]:
        profiles = self._reading.profiles

        def worth(entity: Entity) -> float:
            return float(len(entity.actors) == 1 and profiles[entity.actors[0]].actor.type == kind)

        found = self._reading.entities.best(sentence, worth)
        return found.actors if found and self._reading.entities.salience(found, sentence) > UNSEEN else ()

    # -- several -------------------------------------------------------------------------------------------------------

    def _group(self, said: Description, sentence: int) -> tuple[str, ...]:
        if said.definite != "yes" and not said.count:
            return ()
        kind = "state" if said.noun in _STATE_PAIRS else "person"
        if kind == "person" and len(said.of) > 1 and (holders := self._holders(said)):
            return holders
        if kind == "state" and said.owners:
            owned = dict.fromkeys(state for one in said.owners for state in self._states_of(one))
            return tuple(owned) if len(owned) > 1 else ()
        is_counted = bool(said.count) or said.sort == "pair" or (kind == "state" and said.words <= _NEIGHBOURING)
        best = self._reading.entities.best(sentence, lambda one: self._together(said, one, kind, sentence))
        if best:
            return best.actors
        if kind == "person" and said.definite == "yes" and not is_counted:
            return self._all_of(said, sentence)
        if not is_counted or (said.definite != "yes" and kind != "state"):
            return ()
        return self._foremost(said, sentence, kind, said.count or 2)

    def _together(self, said: Description, entity: Entity, kind: str, sentence: int) -> float:
        """How well a group goes with a description of several."""
        profiles = self._reading.profiles
        if len(entity.actors) < 2 or (said.count and len(entity.actors) != said.count):
            return 0.0
        if said.sort == "pair" and said.noun not in _STATE_PAIRS:
            kind = profiles[entity.actors[0]].actor.type  # "both", "the pair": persons or states
        if any(profiles[one].actor.type != kind for one in entity.actors):
            return 0.0
        recency = self._reading.entities.recency(entity, sentence)
        if kind == "state" or said.sort == "pair":
            return recency
        fits = [self._fit(said, one) for one in entity.actors]
        return recency * min(fits) if said.count or min(fits) >= SAME_KIND else 0.0

    def _holders(self, said: Description) -> tuple[str, ...]:
        """Who holds a post in each of the states named: "the presidents of Norway and Kenya"."""
        profiles = self._reading.profiles
        found: list[str] = []
        for state in said.of:
            of = profiles[state].states
            near = [
                one for one in self._near(said.noun, *kinds_of_noun(said.noun), "head", "leader") if one not in found
            ]
            fits = ((self._fit(said, one), one) for one in near if profiles[one].states & of)
            best = max(fits, default=(0.0, ""))
            is_chief = bool(kinds_of_noun(said.noun) & {"head", "leader"}) and not said.words
            chief = (one for one in near if is_chief and profiles[one].states & of and "head" in profiles[one].kinds)
            if one := best[1] if best[0] else next(chief, ""):
                found.append(one)
        return tuple(found) if len(found) == len(said.of) else ()

    def _all_of(self, said: Description, sentence: int) -> tuple[str, ...]:
        """Those who hold such a post and stand out, two at least: "the presidents"."""
        near = [one for one in self._near(said.noun) if self._salience(one, sentence) >= UNSEEN]
        found = [one for one in near if self._fit(said, one) >= SAME_KIND]
        return tuple(sorted(found)) if len(found) > 1 else ()

    def _foremost(self, said: Description, sentence: int, kind: str, count: int) -> tuple[str, ...]:
        """So many of a kind that stand out most."""
        profiles = self._reading.profiles
        scored: dict[str, float] = dict.fromkeys(self._states.values(), 0.0) if kind == "state" else {}
        for one in self._near(said.noun, *kinds_of_noun(said.noun)):
            entity = self._reading.entities.of(one)
            who = self._states_of(one) if kind == "state" else [one] * (profiles[one].actor.type == kind)
            fit = 1.0 if kind == "state" else self._fit(said, one)
            for each in who:
                salience = self._reading.entities.salience(entity, sentence)
                scored[each] = scored.get(each, 0.0) + fit * (UNSEEN + salience + entity.topic)
        often = {one: len(profiles[one].actor.mentions) for one in scored}
        is_all = kind == "state" and (count == 2 or count == len(scored) == 3)
        likely = [one for one in scored if scored[one] > 0 or is_all]
        chosen = sorted(likely, key=lambda one: (-scored[one], -often[one], one))[:count]
        return tuple(chosen) if len(chosen) == count else ()

    def _states_of(self, one: str) -> list[str]:
        """States of the report that an actor is or belongs to."""
        return [self._states[each] for each in sorted(self._reading.profiles[one].states) if each in self._states]

    def _near(self, *words: str) -> list[str]:
        """Actors spoken of last, and those called by any of the words."""
        recent = [one for entity in self._reading.entities.recent() for one in entity.actors if len(entity.actors) == 1]
        called = [one for word in words for one in self._by_word.get(word, [])[:NEAR]]
        return list(dict.fromkeys([*recent, *called]))

    def _salience(self, one: str, sentence: int) -> float:
        return self._reading.entities.salience(self._reading.entities.of(one), sentence)


def _best(scored: Iterable[tuple[float, float, str]]) -> tuple[str, ...]:
    """Of actors with their fit and salience the one with most of both."""
    found = max(((fit * (UNSEEN + salience), one) for fit, salience, one in scored), default=(0.0, ""))
    return (found[1],) if found[1] else ()


def _speaks_for(said: Description) -> bool:
    return "spokesperson" in kinds_of_noun(said.noun) or said.noun in read_words("voices.txt")


def _is_bare(mention: Mention, reading: "Reading") -> bool:
    """Whether a name stands in full and without a title or apposition."""
    sentence = reading.sentences[mention.sentence]
    if not sentence.heads:
        return False
    is_name = reading.names.at[mention.sentence].get(mention.token) == mention.actor
    titles = (
        token
        for token in sentence.children(mention.token, "appos", "nmod:desc", "compound", "amod", "acl")
        if reading.names.at[mention.sentence].get(token) != mention.actor
    )
    return is_name and all(_is_loose(sentence, token) for token in titles)


def _is_loose(sentence: Sentence, token: int) -> bool:
    """Whether what stands by a name only tells more of somebody: "Ana Berg, a former judge", "Berg, 58"."""
    articles = {sentence.words[one].lower() for one in sentence.children(token, "det")}
    return sentence.is_labelled(token, "appos") and (sentence.upos[token] == "NUM" or bool(articles & {"a", "an"}))
