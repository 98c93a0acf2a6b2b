"""Which actors a phrase stands for: named, by a nation's adjective, by a pronoun, or as "the two sides"."""

from collections.abc import Iterable, Sequence
from functools import cache

from accord.find.attributions.trees import Tree
from accord.knowledge.allegiance import home_states
from accord.knowledge.states import state_of_adjective
from accord.knowledge.tables import read_rows
from accord.language.subjects import subject_of
from accord.model.findings import Actor
from accord.model.sentences import Sentence

_COUNTS = {"two": 2, "both": 2, "three": 3, "four": 4, "five": 5, "six": 6, "2": 2, "3": 3, "4": 4, "5": 5}
_MEANS_ALL = frozenset(("the", "both", "two", "three", "these", "their", "all"))
_HE = frozenset(("he", "she", "his", "her", "him"))
_THEY = frozenset(("they", "their", "them"))
_STOPS = frozenset(("acl", "advcl", "parataxis", "ccomp", "dep", "csubj"))
_OF_APPOSITION = _STOPS | {"nmod", "amod", "compound"}
_PAIR = 2


class Parties:
    """The actors of a report by token, and who was spoken of last. Sentences are asked in order."""

    def __init__(self, sentences: Sequence[Sentence], actors: Sequence[Actor]) -> None:
        self.actors = {actor.id: actor for actor in actors}
        self.state_ids = {actor.name: actor.id for actor in actors if actor.type == "state"}
        self.homes = home_states(actors)
        self.by_token = _by_token(sentences, actors, self.state_ids)
        self.last_person: str | None = None
        self.last_many: tuple[str, ...] = ()
        self._followed = (-1, 0)
        self._many_at = 0
        self._now = 0
        self.chief = _chief_states(self)

    def home(self, actor: str) -> str | None:
        """The state that an actor acts for, if one is known."""
        return self.homes.get(actor)

    def of_phrase(self, index: int, tree: Tree, head: int) -> tuple[str, ...]:
        """Actors that the phrase of a head token stands for, those joined to it by "and" among them."""
        word = tree.lower[head]
        if word in _HE:
            return (self.last_person,) if self.last_person else ()
        self._now = index
        if word in _THEY:
            return self.last_many or self.chief[:_PAIR]
        tokens = _phrase_tokens(tree, head)
        found = self.named(index, tree, tokens)
        return found or self._group(tree, tokens, word) or self._owned(tree, head)

    def named(self, index: int, tree: Tree, tokens: Sequence[int]) -> tuple[str, ...]:
        """Actors named among tokens, those that only say whose or of what another is left out; places left out."""
        at = self.by_token.get(index, {})
        found = list(dict.fromkeys(at[token] for token in tokens if token in at))
        found = [actor for actor in found if self.actors[actor].type != "place"]
        people = [actor for actor in found if self.actors[actor].type == "person"]
        if people:
            return tuple(people)
        bodies = [actor for actor in found if self.actors[actor].type == "organization"]
        if len(bodies) == 1 and len(found) == 2 and self.home(bodies[0]) in found:
            return (bodies[0],)
        return tuple(found)

    def _owned(self, tree: Tree, head: int) -> tuple[str, ...]:
        """Whose a thing is that is named by a pronoun alone: "his government", "their countries"."""
        whose = {tree.lower[child] for child in tree.children(head, "nmod:poss")}
        if whose & _THEY:
            return self.last_many
        for child in tree.children(head, "nmod"):
            group = self._group(tree, _phrase_tokens(tree, child), tree.lower[child])
            if group:
                return group  # "officials of the two countries"
        home = self.homes.get(self.last_person or "")
        return (home,) if home and whose & _HE else ()

    def _group(self, tree: Tree, tokens: Sequence[int], head: str) -> tuple[str, ...]:
        """Actors of "the two countries", "both leaders", "the sides"."""
        if (head not in _party_nouns() and head not in _COUNTS) or not _MEANS_ALL & {
            tree.lower[each] for each in tokens
        }:
            return ()
        count = next((_COUNTS[tree.lower[token]] for token in tokens if tree.lower[token] in _COUNTS), 0)
        if count and len(self._recent()) == count:
            return self._recent()
        if count and len(self.chief) >= count:
            return self.chief[:count]
        return (self._recent() or self.chief[:_PAIR]) if not count and head.endswith("s") else ()

    def _recent(self) -> tuple[str, ...]:
        """Those last told of together, in this sentence or the one before."""
        return self.last_many if self._now - self._many_at <= 1 else ()

    def note(self, actors: Sequence[str]) -> None:
        """Remember who took part, for the pronouns to come."""
        if len(actors) > 1:
            self.last_many = tuple(actors)
            self._many_at = self._now
        elif actors and self.actors[actors[0]].type == "person":
            self.last_person = actors[0]

    def is_official(self, tree: Tree, head: int) -> bool:
        """Whether a phrase speaks of somebody of a state or of somebody named, though of no actor of the report."""
        tokens = _phrase_tokens(tree, head)
        return any(tree.upos(token) == "PROPN" or state_of_adjective(tree.words[token]) for token in tokens)

    def follow(self, index: int, tree: Tree, token: int) -> None:
        """Take note of the verbs of a sentence before a token, each once: whom they are said of, and who with whom."""
        self._now = index
        start = self._followed[1] if self._followed[0] == index else 0
        if token <= start:
            return
        for verb in range(start, token):
            if tree.upos(verb) == "VERB":
                self._follow_verb(index, tree, verb)
        self._followed = (index, max(token, start))

    def _follow_verb(self, index: int, tree: Tree, verb: int) -> None:
        subject, _ = subject_of(tree.sentence, verb)
        found = self.of_phrase(index, tree, subject) if subject >= 0 and tree.head(subject) == verb else ()
        self.note(found)
        clause = [child for child in tree.children(verb, "obj", "obl") if child > verb]
        others = [actor for child in clause for actor in self.named(index, tree, _phrase_tokens(tree, child))]
        if found and len({self.homes.get(actor) for actor in (*found, *others)} - {None}) == _PAIR:
            self.note_states((*found, *others))

    def close(self, index: int) -> None:
        """End a sentence: of the persons that it names the first is whom "he" or "she" stands for in the next."""
        named = self.by_token.get(index, {})
        people = (named[token] for token in sorted(named) if self.actors[named[token]].type == "person")
        self.last_person = next(people, self.last_person)

    def note_states(self, actors: Sequence[str]) -> None:
        """Remember two states or more that had to do with one another, for "the two countries" to come."""
        states = tuple(dict.fromkeys(self.homes[actor] for actor in actors if actor in self.homes))
        if len(states) > 1:
            self.last_many = states
            self._many_at = self._now


def is_party_noun(word: str) -> bool:
    """Whether a noun calls those who take part, in lower case: `leaders`, `sides`."""
    return word in _party_nouns()


@cache
def _party_nouns() -> frozenset[str]:
    return frozenset(word for row in read_rows("party_nouns.txt") for word in row[0].split())


def _phrase_tokens(tree: Tree, head: int) -> list[int]:
    """Tokens of a noun phrase with what is joined to it, without clauses."""
    found, waiting = [], [head]
    while waiting:
        node = waiting.pop()
        found.append(node)
        beside = node != head and tree.label(node) == "appos"
        skip = _OF_APPOSITION if beside else _STOPS  # "Ana Ruiz, an aide of Carlos Marin's": Marin takes no part
        waiting.extend(child for child in tree.kids[node] if tree.label(child) not in skip)
    return sorted(found)


def _by_token(
    sentences: Sequence[Sentence], actors: Sequence[Actor], states: dict[str, str]
) -> dict[int, dict[int, str]]:
    """Actor by sentence and token; adjectives of states that are actors of the report too."""
    starts = {start: (n, i) for n, sentence in enumerate(sentences) for i, start in enumerate(sentence.starts)}
    found: dict[int, dict[int, str]] = {}
    for n, sentence in enumerate(sentences):
        for i, word in enumerate(sentence.words):
            state = state_of_adjective(word)
            if state and state.name in states and not _is_money(sentence, i):
                found.setdefault(n, {})[i] = states[state.name]
    for actor in actors:
        for span in actor.mentions:
            place = starts.get(span.start)
            if place is None:
                continue
            n, i = place
            if _is_money(sentences[n], i):
                continue
            while i < len(sentences[n].ends) and sentences[n].ends[i] <= span.end:
                found.setdefault(n, {})[i] = actor.id
                i += 1
    return found


def _is_money(sentence: Sentence, token: int) -> bool:
    """Whether a name only says whose money it is: "5 billion US dollars"."""
    return token + 1 < len(sentence) and sentence.words[token + 1].lower() in ("dollar", "dollars", "francs", "pounds")


def _chief_states(parties: Parties) -> tuple[str, ...]:
    """States of a report by how often they, or those who act for them, are named."""
    counts: dict[str, int] = {}
    for named in parties.by_token.values():
        for actor in named.values():
            home = parties.homes.get(actor)
            if home:
                counts[home] = counts.get(home, 0) + 1
    return tuple(sorted(counts, key=lambda state: (-counts[state], state)))


def only_people(parties: Parties, actors: Iterable[str]) -> tuple[str, ...]:
    """The persons among actors."""
    return tuple(actor for actor in actors if parties.actors[actor].type == "person")
