"""The state of a post that a report names without it: "Prime Minister Berg", in a report about Norway."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import pairwise

from msgspec import structs

from accord.find.actors.mentions import Mention
from accord.find.actors.posts import Post
from accord.knowledge.offices import office_kind, title_modifiers
from accord.knowledge.states import find_state, state_of_adjective, state_of_capital, state_of_seat
from accord.knowledge.tables import read_words
from accord.model.sentences import Sentence
from accord.text.names import core_words

NATIONAL = frozenset(("head", "minister"))
"""Kinds of post that are of a state unless something else is said."""

SHARE = 0.45
"""Share of a report's mentions of states from which a state is taken for that of its ministers; chosen on
wikinews-gold train."""

Place = tuple[int, str, int]
"""Where a state is named, its name, and the sentence."""

_ROUNDS = (("known", "own", "only"), ("known", "only", "beside", "chief"), ("known", "only", "nearest"))
"""What shows the state of a post, the surest first; each round knows what the rounds before it found."""

BESIDE = 5
"""Words between two persons of whom the second has the first one's state: "and his defence minister"."""


def with_homes(
    posts: Mapping[int, Sequence[Post]],
    mentions: Sequence[Mention],
    numbers: Mapping[Mention, int],
    sentences: Sequence[Sentence],
    own: str | None = None,
) -> dict[int, list[Post]]:
    """Posts by person, those of a state that the words don't name given the state that the report shows.

    `own` is the state that the report's outlet is of. Papers call their own head of state by his surname at once, and
    others' by their full names.
    """
    shown = _Shown(posts, mentions, _beside(mentions, numbers, sentences))
    shown.own = {number: own for number in _familiar(mentions, numbers)} if own else {}
    found = {number: list(held) for number, held in sorted(posts.items())}
    for ways in _ROUNDS:
        for number, held in found.items():
            held[:] = [shown.settle(number, post, ways) for post in held]
    return found


def _familiar(mentions: Sequence[Mention], numbers: Mapping[Mention, int]) -> list[int]:
    """Numbers of the persons whom a report first calls by a surname alone."""
    first: dict[int, Mention] = {}
    for mention in mentions:
        if mention in numbers:
            first.setdefault(numbers[mention], mention)
    return [number for number, mention in first.items() if len(core_words(mention.text)) == 1]


class _Shown:
    """What a report shows of whose posts are: which states hold which titles, and whose people are."""

    def __init__(
        self, posts: Mapping[int, Sequence[Post]], mentions: Sequence[Mention], beside: Mapping[Mention, int]
    ) -> None:
        self._states = [(mention.start, name, mention.sentence) for mention in mentions if (name := _state_of(mention))]
        self._chief = _chief(self._states)
        self._beside = beside
        self.own: Mapping[int, str] = {}
        self._only = self._lone(posts)
        self._held: dict[str, set[str]] = {}
        self._homes: dict[int, str] = {}
        for number, post in ((number, post) for number, own in posts.items() for post in own):
            if post.of and post.of.label in ("STATE", "NORP") and (home := _state_of(post.of)):
                self._note(number, post, home)

    def _note(self, number: int, post: Post, home: str) -> None:
        self._held.setdefault(_plain(post.title), set()).add(home)
        self._homes.setdefault(number, home)

    def _lone(self, posts: Mapping[int, Sequence[Post]]) -> dict[tuple[int, str], str]:
        """The state that the most sentences with somebody's title name alone, by person and title."""
        votes: dict[tuple[int, str], Counter[str]] = {}
        for number, post in ((number, post) for number, held in posts.items() for post in held if post.of is None):
            before = set(_before(post, self._states)) if is_national(post.title) else set()
            if len(before) == 1:
                votes.setdefault((number, _plain(post.title)), Counter())[before.pop()] += 1
        return {key: counts.most_common(1)[0][0] for key, counts in votes.items()}

    def settle(self, number: int, post: Post, ways: Sequence[str]) -> Post:
        """Give a post its state where one of the ways shows it."""
        if post.of or post.home or not is_national(post.title):
            return post
        taken = set() if _is_past(post.title) else self._held.get(_plain(post.title), set())
        before = [name for name in _before(post, self._states) if name not in taken]
        lone = self._only.get((number, _plain(post.title)))
        is_chief = office_kind(post.title) == "head" and self.own.get(number) not in taken
        shown = {
            "known": self._homes.get(number),
            "own": self.own.get(number) if is_chief else None,
            "only": before[0] if len(set(before)) == 1 and lone in (before[0], None) else None,
            "beside": self._homes.get(self._beside.get(post.person, -1)),
            "chief": self._chief if self._chief not in taken else None,
            "nearest": before[-1] if before else None,
        }
        home = next((shown[way] for way in ways if shown[way]), None)
        if home is None:
            return post
        self._note(number, post, home)
        return structs.replace(post, home=home)


def _beside(
    mentions: Sequence[Mention], numbers: Mapping[Mention, int], sentences: Sequence[Sentence]
) -> dict[Mention, int]:
    """Number of the person named a few words before another: "President Berg and first lady Ana Lund"."""
    return {
        two: numbers[one]
        for one, two in pairwise(mentions)
        if one.label == two.label == "PERSON" and one.sentence == two.sentence and two.first - one.last <= BESIDE
        if sentences[one.sentence].words[one.last : one.last + 1] in (("and",), (",",))
    }


def is_national(title: str) -> bool:
    """Whether a title is that of a state's post unless a report says otherwise."""
    plain = _plain(title)
    if plain in read_words("subnational_titles.txt") or title.lower().split()[0] in ("senior", "executive"):
        return False
    return office_kind(plain) in NATIONAL or plain in read_words("national_titles.txt") or plain[:11] == "government "


def _plain(title: str) -> str:
    words = [word for word in title.lower().split() if word not in title_modifiers() or word in ("vice", "deputy")]
    return " ".join(words)


def _is_past(title: str) -> bool:
    return bool({"former", "ex", "then", "late"} & set(title.lower().replace("-", " ").split()))


def _state_of(mention: Mention) -> str | None:
    if mention.label == "STATE":
        state = find_state(mention.text) or state_of_capital(mention.text) or state_of_seat(mention.text)
    elif mention.label in ("NORP", "ORGANIZATION", "PLACE"):
        words = mention.text.replace("'s", "").replace("’s", "").split()
        state = next((one for word in words if (one := state_of_adjective(word) or find_state(word))), None)
        state = state or (state_of_capital(mention.text) if mention.label == "PLACE" else None)
    else:
        return None
    return state.name if state else None


def _before(post: Post, states: Sequence[Place]) -> list[str]:
    """States that the sentence of a post names before it, in order."""
    sentence, index = post.person.sentence, bisect_left(states, (post.person.start,))
    found: list[str] = []
    while index and states[index - 1][2] == sentence:
        index -= 1
        found.append(states[index][1])
    return found[::-1]


def _chief(states: Sequence[Place]) -> str | None:
    """The state that a report names far more than others."""
    counts = Counter(name for _, name, _ in states)
    name, count = next(iter(counts.most_common(1)), ("", 0))
    return name if count >= SHARE * sum(counts.values()) and name else None
