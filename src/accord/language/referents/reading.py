"""A report read from its beginning, each mention given to somebody as its reader would."""

from collections.abc import Sequence

from accord.knowledge.genders import PRONOUNS
from accord.language.referents.describing import Describer
from accord.language.referents.entities import Entity
from accord.language.referents.mentions import THEY, Mention
from accord.language.referents.scenes import Scene
from accord.language.referents.speech import is_speech_verb
from accord.model.findings import Actor
from accord.model.sentences import Sentence

# Weights of what pronouns look for, chosen on GUM's dev part and the tuned speaker cases.
SPOKE = 0.3
"""What is added for who spoke in the sentence before where a pronoun speaks."""

NOBODY = 0.8
"""How somebody without a name weighs beside somebody named."""

BODY_AS_MANY = 0.4
"""How a body or state weighs for "they" beside several."""

TOGETHER = 0.4
"""Weight of two that a sentence names, as a pair."""

MEMBERS = 0.3
"""Share of the salience of the less salient of a group that the group has too."""

NEXT = 0.8
"""Weight of the subject that a fronted clause's pronoun stands before."""


class Reading:
    """The pass over a report; `found` holds whom each pronoun and description stands for, by its start."""

    def __init__(self, sentences: Sequence[Sentence], actors: Sequence[Actor], text: str) -> None:
        self.scene = Scene(sentences, actors, text)
        self.describer = Describer(self.scene, self.whom, text)
        self.found: dict[int, tuple[str, ...]] = {}
        self.here: dict[int, Entity] = {}
        self._waiting: dict[int, Mention] = {}
        for number in range(len(sentences)):
            self._read(number)

    def _read(self, number: int) -> None:
        mentions = self.scene.mentions[number]
        self.here = {}
        ordered = sorted(mentions, key=lambda one: (one.quoted, one.token))
        self._waiting = {one.token: one for one in ordered}
        quoted_from = next((n for n, one in enumerate(ordered) if one.quoted), len(ordered))
        for one in ordered[:quoted_from]:
            self.settle(one)
        self._note_speaker(number, ordered[:quoted_from])
        for one in ordered[quoted_from:]:
            self.settle(one)
        self._note_pair(number, [one for one in mentions if not one.quoted])

    def settle(self, mention: Mention) -> Entity:
        """Give a mention of the sentence at hand to somebody, once."""
        if mention.token in self.here:
            return self.here[mention.token]
        self._waiting.pop(mention.token, None)
        if mention.sort == "name":
            entity = self.scene.entities.of(mention.actor)
        elif mention.sort == "pronoun":
            entity = self._pronoun(mention)
        else:
            entity = self.describer.describe(mention)
            if self.is_speaking(mention) and not entity.actors:
                entity.share = 1.0  # "critics say" are somebody, not anybody
        self.here[mention.token] = entity
        self.scene.entities.touch(entity, mention.sentence, mention.weight, is_quoted=mention.quoted)
        if mention.sort != "name":
            self.found[self.scene.sentences[mention.sentence].starts[mention.token]] = entity.actors
        if mention.sort != "pronoun":
            self._note_joined(mention)
        return entity

    def whom(self, number: int, token: int) -> tuple[str, ...]:
        """Actors that a token of the sentence at hand stands for."""
        if token in self.here:
            return self.here[token].actors
        if token in self._waiting:
            return self.settle(self._waiting[token]).actors
        actor = self.scene.names.at[number].get(token)
        return (actor,) if actor else ()

    # -- pronouns ------------------------------------------------------------------------------------------------------

    def _pronoun(self, mention: Mention) -> Entity:
        apart = self._apart(mention)
        if mention.word in PRONOUNS:
            return self._one(mention, apart)
        return self._many(mention, apart) if mention.word in THEY else self._thing(mention, apart)

    def _one(self, mention: Mention, apart: set[Entity]) -> Entity:
        gender = PRONOUNS[mention.word]
        speaks, told = self.is_speaking(mention), self.scene.speech.told

        def worth(entity: Entity) -> float:
            if entity.is_plural or not entity.is_human or entity in apart:
                return 0.0
            bonus = 1 + SPOKE * (speaks and told[mention.sentence] - entity.spoke in (1, 2))
            if len(entity.actors) == 1 and self.scene.profiles[entity.actors[0]].actor.type == "person":
                return self.scene.profiles[entity.actors[0]].suits(gender) * bonus
            return NOBODY * bonus * (entity.gender in (None, gender))

        found = self.scene.entities.best(mention.sentence, worth, more=lambda entity: entity.topic)
        behind = self._subject_behind(mention)
        if (
            behind
            and worth(behind)
            and (found is None or self.scene.entities.salience(found, mention.sentence) * worth(found) < NEXT)
        ):
            found = behind
        if found is None:
            return Entity((), is_human=True, gender=gender)
        if len(found.actors) == 1 and self.scene.profiles[found.actors[0]].actor.type == "person":
            self.scene.profiles[found.actors[0]].hear(gender)
        else:
            found.gender = found.gender or gender
        return found

    def _many(self, mention: Mention, apart: set[Entity]) -> Entity:
        before = [one for one in self.scene.mentions[mention.sentence] if one.token in self.here and not one.quoted]
        if not mention.quoted:
            self._note_pair(mention.sentence, [one for one in before if one.token < mention.token])

        def worth(entity: Entity) -> float:
            if entity in apart:
                return 0.0
            return (1.0 if entity.actors else NOBODY) if entity.is_plural else BODY_AS_MANY * (not entity.is_human)

        def of_each(entity: Entity) -> float:
            each = [
                self.scene.entities.salience(self.scene.entities.of(one), mention.sentence) for one in entity.actors
            ]
            return MEMBERS * min(each) if entity.is_plural and each else 0.0

        return self.scene.entities.best(mention.sentence, worth, more=of_each) or Entity(
            (), is_human=True, is_plural=True
        )

    def _thing(self, mention: Mention, apart: set[Entity]) -> Entity:
        def worth(entity: Entity) -> float:
            if entity.is_plural or entity.is_human or entity in apart:
                return 0.0
            return 1.0 if entity.actors else NOBODY

        return self.scene.entities.best(mention.sentence, worth) or Entity((), is_human=False)

    def _apart(self, mention: Mention) -> set[Entity]:
        """Those that a pronoun can't stand for: what its verb has beside it, what it owns, who speaks of it."""
        sentence = self.scene.sentences[mention.sentence]
        apart: set[Entity] = set()
        if mention.quoted and self.scene.speaker:
            apart.add(self.scene.speaker)
        if not sentence.heads:
            return apart
        if mention.word in PRONOUNS and not mention.quoted and self.is_speaking(mention):
            said = self.scene.speech.said_by(mention.sentence, mention.token)
            named = {self.scene.names.at[number].get(token, "") for number, token in said} - {""}
            apart |= {self.scene.entities.of(one) for one in sorted(named)}
        head, label = sentence.heads[mention.token], sentence.labels[mention.token]
        if label == "nmod:poss":
            apart |= {self.here[token] for token in (head,) if token in self.here}
        elif not mention.word.endswith(("self", "selves")) and head >= 0:
            beside = sentence.children(head, "nsubj", "obj", "iobj", "obl") if label != "conj" else (head,)
            apart |= {self.here[token] for token in beside if token in self.here and token != mention.token}
        return apart

    def _subject_behind(self, mention: Mention) -> Entity | None:
        """The person named as subject behind a clause in front: "When she arrived, Merkel said"."""
        sentence = self.scene.sentences[mention.sentence]
        node = mention.token
        for _ in range(6 if sentence.heads else 0):
            head = sentence.heads[node]
            if head < 0:
                return None
            if sentence.is_labelled(node, "advcl", "obl") and node < head:
                for child in sentence.children(head, "nsubj"):
                    one = self._waiting.get(child)
                    if one and one.sort == "name" and one.actor in self.scene.names.people and child > mention.token:
                        return self.scene.entities.of(one.actor)
                return None
            node = head
        return None

    # -- who speaks, who with whom -------------------------------------------------------------------------------------

    def is_speaking(self, mention: Mention) -> bool:
        """Whether a mention is the subject of a word of saying."""
        sentence = self.scene.sentences[mention.sentence]
        if not sentence.heads or not mention.role.endswith("subject"):
            return False
        return is_speech_verb(sentence, sentence.heads[mention.token])

    def _note_speaker(self, number: int, outside: Sequence[Mention]) -> None:
        said = [one for one in outside if self.is_speaking(one)]
        subjects = said or [one for one in outside if one.role == "subject"]
        main = next((one for one in subjects if one.role == "subject"), subjects[0] if subjects else None)
        if main:
            self.scene.speaker = self.here[main.token]
        for one in said:
            self.here[one.token].spoke = self.scene.speech.told[number]

    def _note_joined(self, mention: Mention) -> None:
        """Those joined by "and" are a group, too: "Berg and Lund", "the minister and the president"."""
        sentence = self.scene.sentences[mention.sentence]
        if not sentence.labels or sentence.labels[mention.token] != "conj":
            return
        first = sentence.heads[mention.token]
        joined = [token for token in (first, *sentence.children(first, "conj")) if token in self.here]
        actors = tuple(dict.fromkeys(one for token in joined for one in self.here[token].actors))
        kinds = {self.scene.profiles[one].actor.type for one in actors}
        if len(actors) > 1 and len(kinds) == 1:
            self.scene.entities.touch(self.scene.entities.of(*actors), mention.sentence, mention.weight)

    def _note_pair(self, number: int, outside: Sequence[Mention]) -> None:
        """Two persons, or else two states, that a sentence speaks of are a pair for "they" and "the two leaders"."""
        for kind in ("person", "state"):
            told = (
                one
                for mention in outside
                if kind == "state" or mention.role in ("subject", "inner subject", "object", "oblique")
                for one in self.here[mention.token].actors
                if self.scene.profiles[one].actor.type == kind
            )
            pair = tuple(dict.fromkeys(told))
            if len(pair) == 2:
                entity = self.scene.entities.of(*pair)
                if entity.at < number:
                    self.scene.entities.touch(entity, number, TOGETHER)
                return
