"""Which person a description stands for: by post, by trade, as another's counterpart, by a name that follows."""

from collections.abc import Iterator

from accord.knowledge.tables import read_words
from accord.language.referents.descriptions import Description
from accord.language.referents.fits import SAME_KIND
from accord.language.referents.mentions import Mention
from accord.language.referents.nouns import kinds_of_noun
from accord.language.referents.profiles import describe
from accord.language.referents.scenes import UNSEEN, Scene, best_of
from accord.model.sentences import Sentence

SURE = 0.95
"""Fit from which a description means somebody wherever the report tells of that post."""

LEAST = 0.1
"""Salience from which somebody of whom no post is known may be meant by a description."""


class Persons:
    """Descriptions of one person in one report."""

    def __init__(self, scene: Scene, text: str) -> None:
        self._scene = scene
        self._unveiled = dict(self._find_unveiled(text))

    def resolve(self, said: Description, mention: Mention) -> tuple[str, ...]:
        """The person that a description of one stands for; none for "a minister"."""
        if said.definite == "no":
            return ()
        if said.noun in read_words("counterpart_nouns.txt"):
            return self._counterpart(said, mention)
        scored = [
            (fit, self._scene.salience(one, mention.sentence), one)
            for one in self._scene.near(said.noun, *kinds_of_noun(said.noun))
            if (fit := self._scene.fit(said, one))
        ]
        called = best_of(one for one in scored if one[0] >= SURE)
        unveiled = self._next_named(said, mention) if said.open_owner or not called else ()
        if unveiled or called:
            return unveiled or called
        if alike := best_of(one for one in scored if one[0] >= SAME_KIND and (one[1] >= LEAST or said.states)):
            return alike
        if said.definite != "yes" or said.open_owner or said.owners:
            return ()
        return best_of(one for one in scored if one[1] >= LEAST)

    def _counterpart(self, said: Description, mention: Mention) -> tuple[str, ...]:
        """Who holds the like post elsewhere: "her Estonian counterpart", "his colleague"."""
        profiles = self._scene.profiles
        own = [profiles[one] for one in said.owners]
        kinds = {kind for one in own for kind in one.kinds}
        states = {state for one in own for state in one.states}
        found: list[tuple[float, float, str]] = []
        for one in self._scene.near(*sorted(kinds)):
            other = profiles[one]
            if other.actor.type != "person" or one in said.owners or not other.suits(said.gender):
                continue
            if (said.states and not said.states & other.states) or (states and states & other.states):
                continue
            alike = 1.0 if kinds & other.kinds else 0.5
            found.append((alike, UNSEEN * bool(said.states) + self._scene.salience(one, mention.sentence), one))
        peers = best_of(one for one in found if one[0] == 1 and one[1])
        return peers or self._next_named(said, mention) or best_of(one for one in found if one[1])

    def _next_named(self, said: Description, mention: Mention) -> tuple[str, ...]:
        """Whom a description stands for that the next sentences name: "Its chief said no. “Never,” Ana Berg said."."""
        if mention.role not in ("subject", "inner subject") or mention.quoted:
            return ()
        for number in (mention.sentence + 1, mention.sentence + 2):
            if one := self._unveiled.get(number):
                profile = self._scene.profiles[one]
                kinds = kinds_of_noun(said.noun)
                if profile.kinds and not kinds & profile.kinds:
                    return ()
                if not profile.suits(said.gender) or (said.states and profile.states - said.states):
                    return ()
                describe(profile, self._scene.sentences[mention.sentence], mention.token)
                profile.states |= said.states
                self._scene.call(said.noun, one)
                return (one,)
        return ()

    def _find_unveiled(self, text: str) -> Iterator[tuple[int, str]]:
        """Persons by the sentence that first names them in full as its subject and says nothing else of them."""
        scene = self._scene
        seen: set[str] = set()
        line = text.find("\n")
        for number, mentions in enumerate(scene.mentions):
            sentence = scene.sentences[number]
            new = [one for one in mentions if one.actor in scene.names.people and one.actor not in seen]
            if sentence.start < line:
                continue  # the headline names those whom the text is to introduce
            seen.update(one.actor for one in new)
            bare = [one for one in new if one.role == "subject" and not one.quoted and _is_bare(one, scene)]
            if len(bare) == 1:
                yield number, bare[0].actor


def _is_bare(mention: Mention, scene: Scene) -> bool:
    """Whether a name stands in full and without a title or apposition."""
    sentence = scene.sentences[mention.sentence]
    if not sentence.heads:
        return False
    is_name = scene.names.at[mention.sentence].get(mention.token) == mention.actor
    titles = (
        token
        for token in sentence.children(mention.token, "appos", "nmod:desc", "compound", "amod", "acl")
        if scene.names.at[mention.sentence].get(token) != mention.actor
    )
    return is_name and all(_is_loose(sentence, token) for token in titles)


def _is_loose(sentence: Sentence, token: int) -> bool:
    """Whether what stands by a name only tells more of somebody: "Ana Berg, a former judge", "Berg, 58"."""
    articles = {sentence.words[one].lower() for one in sentence.children(token, "det")}
    return sentence.is_labelled(token, "appos") and (sentence.upos[token] == "NUM" or bool(articles & {"a", "an"}))
