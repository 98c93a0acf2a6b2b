"""What a report lets its reader know of each actor: gender, posts, trade, state."""

import re
from collections.abc import Iterable, Mapping, Sequence

from accord.knowledge.genders import Gender, gender_of_name, gender_of_word
from accord.knowledge.media import find_medium
from accord.knowledge.offices import office_kind, title_modifiers, title_words
from accord.knowledge.organizations import body_words, find_organization, organization_nouns
from accord.knowledge.states import find_state, state_of_adjective, state_of_capital
from accord.knowledge.tables import read_words
from accord.language.referents.mentions import Mention
from accord.language.referents.nouns import is_trade, sort_of
from accord.model.findings import Actor
from accord.model.sentences import Sentence

LIKELY, UNLIKELY = 1.0, 0.25
"""How a person weighs for a pronoun that the name speaks for or says nothing of, and one that it speaks against."""

_PARTS = ("compound", "nmod:desc", "appos", "flat", "amod", "conj")


class Profile:
    """What is known of one actor."""

    def __init__(self, actor: Actor) -> None:
        self.actor = actor
        self.titles = [(_heads(office.title), title_words(office.title)) for office in actor.offices]
        self.kinds = {kind for office in actor.offices if (kind := office_kind(office.title))}
        self.words: set[str] = set()
        self.bodies = {office.of.casefold() for office in actor.offices if office.of}
        self.states = {state for office in actor.offices if office.of for state in states_of(office.of)}
        self.told = next((told for one in actor.offices if (told := _of_title(one.title))), None)
        self.likely = gender_of_name(actor.name) if actor.type == "person" else None
        self.first = actor.mentions[0].start if actor.mentions else 0
        if actor.type != "person":
            self.words = {word for name in actor.names for word in body_words(name)}
            self.states |= {state for name in (actor.name, *actor.names) for state in states_of(name)}
            self.kinds = _kinds_of_body(actor, self.words)

    @property
    def gender(self) -> Gender | None:
        """The gender that the report tells, else the one that the name makes likely."""
        return self.told or self.likely

    def suits(self, gender: Gender | None) -> float:
        """How well a pronoun or noun of a gender goes with the person, 0 where the report speaks against it."""
        if gender is None or self.gender in (None, gender):
            return LIKELY
        return 0.0 if self.told else UNLIKELY

    def learn(self, gender: Gender | None) -> None:
        """Take note of a noun or form of address that tells the person's gender."""
        self.told = self.told or gender

    def hear(self, gender: Gender) -> None:
        """Take note of the pronoun that the person goes by, where the name says nothing against it."""
        if self.likely in (None, gender):
            self.learn(gender)


def _heads(title: str) -> frozenset[str]:
    """Nouns that a title may be cut down to: "minister" of "Minister of Trade", both words of "Secretary General"."""
    words = re.split(r" (?:of|for|to|at|in)\b", title.lower())[0].replace("-", " ").split()
    return frozenset(word for n, word in enumerate(words) if n == len(words) - 1 or word not in title_modifiers())


def _of_title(title: str) -> Gender | None:
    return gender_of_word(title.lower().split()[-1]) if title else None


def _kinds_of_body(actor: Actor, words: Iterable[str]) -> set[str]:
    known = find_organization(actor.name)
    kinds = {organization_nouns()[word] for word in words if word in organization_nouns()}
    return kinds | ({known.kind} if known else set()) | ({"media"} if find_medium(actor.name) else set())


def states_of(name: str) -> frozenset[str]:
    """States that a name is or has among its words: of a state, an adjective, a capital, a national body."""
    whole = find_state(name) or state_of_capital(name)
    if whole:
        return frozenset((whole.name,))
    words = name.replace("’s", "").replace("'s", "").replace("-", " ").split()
    found = (state_of_adjective(word) or find_state(word) for word in words)
    return frozenset(state.name for state in found if state)


def make_profiles(
    actors: Sequence[Actor], sentences: Sequence[Sentence], mentions: Sequence[Sequence[Mention]], text: str
) -> Mapping[str, Profile]:
    """Profiles by id, with what stands beside the names: "the Bahraini judge Nass", "Tamme, 58, is an engineer"."""
    profiles = {actor.id: Profile(actor) for actor in actors}
    for actor in actors:
        if actor.type == "person":
            _address(profiles[actor.id], text)
    for sentence, found in zip(sentences, mentions, strict=True):
        for mention in found:
            if mention.sort == "name" and profiles[mention.actor].actor.type == "person":
                describe(profiles[mention.actor], sentence, mention.token)
    return profiles


def _address(profile: Profile, text: str) -> None:
    """Forms of address before a name: "Mrs Berg"."""
    for span in profile.actor.mentions:
        before = text[max(0, span.start - 16) : span.start].lower().split()[-1:]
        if before and (told := gender_of_word(before[0].rstrip("."))):
            profile.learn(told)


def describe(profile: Profile, sentence: Sentence, token: int) -> None:
    """Take note of what the phrase of a token, or a "is" behind it, says of a person."""
    near = {token, *_below(sentence, token)}
    for child in sentence.children(token, "acl:relcl") if sentence.heads else ():
        if sentence.children(child, "cop"):  # "who is a wrestler"
            near |= {child, *_below(sentence, child)}
    head = sentence.heads[token] if sentence.heads else -1
    if head >= 0 and sentence.is_labelled(token, "nsubj") and sentence.children(head, "cop"):
        near |= {head, *_below(sentence, head)}
    for at in near:
        word = sentence.words[at].lower()
        is_noun = not sentence.upos or sentence.upos[at] in ("NOUN", "PROPN", "ADJ")
        if is_noun and (sort_of(word) == "person" or is_trade(word)):
            is_rank = at != token and word in title_modifiers()  # "the chief negotiator" is no chief
            if not is_rank and word not in read_words("counterpart_nouns.txt"):
                profile.words.add(word)
            profile.learn(gender_of_word(word))
        state = state_of_adjective(sentence.words[at]) or find_state(sentence.words[at])
        if state and (at < token or sentence.words[at] != state.name or _is_of(sentence, at)):
            profile.states.add(state.name)


def _below(sentence: Sentence, token: int) -> set[int]:
    """Titles, appositions and the state before a name; of appositions, what describes them."""
    found: set[int] = set()
    waiting = [token]
    while waiting:
        node = waiting.pop()
        own = sentence.children(node, *_PARTS, "nmod:poss", "nmod") if sentence.heads else ()
        for child in own:
            label = sentence.labels[child]
            if label == "appos" and any(sentence.upos[one] == "PROPN" for one in sentence.children(child, "appos")):
                continue  # "Berg, her counterpart Lund": what stands by Lund is not said of Berg
            if label == "conj" and (node == token or sentence.upos[child] == "PROPN"):
                continue
            if label.startswith("nmod") and label != "nmod:desc":
                if sentence.upos[child] == "PROPN":
                    found.add(child)
                continue
            found.add(child)
            waiting.append(child)
    return found


def _is_of(sentence: Sentence, token: int) -> bool:
    """Whether a state stands behind "of" or owns what follows: "Meas of Cambodia", "Ukraine's Taras Hnatiuk"."""
    return bool(sentence.labels) and (
        sentence.labels[token] == "nmod:poss"
        or any(sentence.words[case].lower() in ("of", "for") for case in sentence.children(token, "case"))
    )
