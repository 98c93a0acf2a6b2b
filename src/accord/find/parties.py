"""Which actors a phrase stands for: named, by a nation's adjective, by a pronoun, or as "the two sides"."""

from collections.abc import Iterable, Sequence
from functools import cache

from accord.find.attributions.trees import Tree
from accord.knowledge.allegiance import home_states
from accord.knowledge.organizations import organization_nouns
from accord.knowledge.states import state_of_adjective
from accord.knowledge.tables import read_rows, read_words
from accord.language.referents import find_referents
from accord.language.referents.mentions import IT, THEY
from accord.language.referents.nouns import kinds_of_noun, singular, sort_of
from accord.language.subjects import subject_of
from accord.model.findings import Actor
from accord.model.sentences import Sentence

_SEVERAL = THEY | {"both"}
_STOPS = frozenset(("acl", "advcl", "parataxis", "ccomp", "dep", "csubj"))
_OF_APPOSITION = _STOPS | {"nmod", "amod", "compound"}
_PAIR = 2
# Of the two states that a report is about each is named so often, and so often for every time that the other is.
_OFTEN, _SHARE = 3, 0.2
# Kinds of post whose holders act for a party.
_OF_PARTIES = frozenset(("leader", "party", "spokesperson", "head"))
# Kinds of post whose holders speak for themselves.
_PRIVATE = frozenset(("media", "expert", "sport"))


class Parties:
    """The actors of a report by token, and who was spoken of last. Sentences are asked in order."""

    def __init__(self, sentences: Sequence[Sentence], actors: Sequence[Actor], text: str) -> None:
        self.referents = find_referents(sentences, actors, text)
        self.actors = {actor.id: actor for actor in actors}
        self.state_ids = {actor.name: actor.id for actor in actors if actor.type == "state"}
        self.homes = home_states(actors)
        self.by_token = _by_token(sentences, actors, self.state_ids)
        self.last_many: tuple[str, ...] = ()
        self._followed = (-1, 0)
        self.chief = _chief_states(self)

    def home(self, actor: str) -> str | None:
        """The state that an actor acts for, if one is known."""
        return self.homes.get(actor)

    def of_phrase(self, index: int, tree: Tree, head: int) -> tuple[str, ...]:
        """Actors that the phrase of a head token stands for, those joined to it by "and" among them."""
        meant = self.referents.at(tree.sentence.starts[head]) or ()
        if sort_of(tree.lower[head]) == "voice" or tree.lower[head] in IT:
            meant = ()  # a statement speaks for somebody, it does nothing for them; "it" is mostly a thing
        if tree.upos(head) == "PRON":
            return meant or ((self.last_many or self.chief) if tree.lower[head] in _SEVERAL else ())
        found = self.named(index, tree, _without_opposed(tree, _phrase_tokens(tree, head)))
        if found and _is_partisan(tree, head):
            found = tuple(one for one in found if not _is_party(self.actors[one])) or meant
        if found and _is_private(tree, head) and not only_people(self, found):
            # "the Oslo Times host" is no paper, whoever he is
            found = meant or tuple(one for one in found if self.actors[one].type != "organization")
        if tree.lemma(head) in read_words("opposing_nouns.txt"):
            return found or tuple(one for one in meant if one not in self._owners(index, tree, head))
        return found or meant or self._owned(tree, head) or self._chief_of(tree, head)

    def _owners(self, index: int, tree: Tree, head: int) -> set[str]:
        """Those of whom a phrase says whose somebody is."""
        at = self.by_token.get(index, {})
        tokens = [node for child in tree.children(head, "nmod:poss", "nmod") for node in tree.below(child)]
        found = {actor for node in tokens for actor in self.referents.at(tree.sentence.starts[node]) or ()}
        return found | {at[node] for node in tokens if node in at}

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
        """Whose a thing is that is named by a pronoun or a description alone: "his government", "aides of both"."""
        for child in tree.children(head, "nmod:poss", "nmod"):
            meant = self.referents.at(tree.sentence.starts[child]) or ()
            if len(meant) > 1:
                return meant  # "officials of the two countries"
            if tree.upos(child) == "PRON" and meant:
                return tuple(self.homes[one] for one in meant if one in self.homes)
        return ()

    def _chief_of(self, tree: Tree, head: int) -> tuple[str, ...]:
        """The chief states of the report, where "the leaders" stands for nobody told of."""
        is_group = tree.lower[head] in _party_nouns() and any(tree.lower[one] == "the" for one in tree.kids[head])
        is_counted = bool(tree.children(head, "nummod"))
        return self.chief if is_group and not is_counted else ()

    def note(self, actors: Sequence[str]) -> None:
        """Remember who took part, for the pronouns to come."""
        if len(actors) > 1:
            self.last_many = tuple(actors)

    def is_official(self, tree: Tree, head: int) -> bool:
        """Whether a phrase speaks of somebody of a state or of somebody named, though of no actor of the report."""
        tokens = _phrase_tokens(tree, head)
        return any(tree.upos(token) == "PROPN" or state_of_adjective(tree.words[token]) for token in tokens)

    def follow(self, index: int, tree: Tree, token: int) -> None:
        """Take note of the verbs of a sentence before a token, each once: whom they are said of, and who with whom."""
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

    def note_states(self, actors: Sequence[str]) -> None:
        """Remember two states or more that had to do with one another, for "the two countries" to come."""
        states = tuple(dict.fromkeys(self.homes[actor] for actor in actors if actor in self.homes))
        if len(states) > 1:
            self.last_many = states


def _is_partisan(tree: Tree, head: int) -> bool:
    """Whether a noun calls one member of a party that it doesn't act for: "a Labour lawmaker"; not its leader."""
    word = singular(tree.lower[head])
    single = tree.upos(head) == "NOUN" and tree.sentence.feature(head, "Number") != "Plur"
    return single and sort_of(word) == "person" and not kinds_of_noun(word) & _OF_PARTIES


def _is_party(actor: Actor) -> bool:
    return actor.type == "organization" and organization_nouns().get(actor.name.split()[-1].lower()) == "party"


def _without_opposed(tree: Tree, tokens: Sequence[int]) -> list[int]:
    """Tokens of a phrase without those who are only opposed or followed: no Ruiz in "Ruiz's opponents"."""
    gone: set[int] = set()
    for token in tokens:
        if tree.lemma(token) in read_words("opposing_nouns.txt"):
            gone.update(node for child in tree.children(token, "nmod:poss", "nmod") for node in tree.below(child))
    return [token for token in tokens if token not in gone]


def _is_private(tree: Tree, head: int) -> bool:
    """Whether a noun calls one by what they do in a body that they don't act for: its host, its engineer."""
    word = singular(tree.lower[head])
    if tree.upos(head) != "NOUN" or sort_of(word) != "person" or tree.sentence.feature(head, "Number") == "Plur":
        return False
    if word in read_words("human_groups.txt"):
        return False
    return kinds_of_noun(word) <= _PRIVATE and not is_party_noun(tree.lower[head])


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
    """The two states of a report that are named most, they or those who act for them; none where it is about one."""
    counts: dict[str, int] = {}
    for named in parties.by_token.values():
        for actor in named.values():
            home = parties.homes.get(actor)
            if home:
                counts[home] = counts.get(home, 0) + 1
    chief = sorted(counts, key=lambda state: (-counts[state], state))[:_PAIR]
    if len(chief) < _PAIR:
        return ()
    most, next_most = (counts[state] for state in chief)
    return tuple(chief) if next_most >= max(_SHARE * most, min(most, _OFTEN)) else ()


def only_people(parties: Parties, actors: Iterable[str]) -> tuple[str, ...]:
    """The persons among actors."""
    return tuple(actor for actor in actors if parties.actors[actor].type == "person")
