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

NATIONAL = frozenset(("head", "minister"))
"""Kinds of post that are of a state unless something else is said."""

SHARE = 0.45
"""Share of a report's mentions of states from which a state is taken for that of its ministers; chosen on
wikinews-gold train."""

Place = tuple[int, str, int]
"""Where a state is named, its name, and the sentence."""

_ROUNDS = (("known", "only"), ("known", "only", "beside", "chief"), ("known", "only", "nearest"))
"""What shows the state of a post, the surest first; each round knows what the rounds before it found."""

BESIDE = 5
"""Words between two persons of whom the second has the first one's state: "and his defence minister"."""


def with_homes(
    posts: Mapping[int, Sequence[Post]],
    mentions: Sequence[Mention],
    numbers: Mapping[Mention, int],
    sentences: Sequence[Sentence],
) -> dict[int, list[Post]]:
    """Posts by person, those of a state that the words don't name given the state that the report shows."""
    shown = _Shown(posts, mentions, _beside(mentions, numbers, sentences))
    found = {number: list(own) for number, own in sorted(posts.items())}
    for ways in _ROUNDS:
        for number, own in found.items():
            own[:] = [shown.settle(number, post, ways) for post in own]
    return found


class _Shown:
    """What a report shows of whose posts are: which states hold which titles, and whose people are."""

    def __init__(
        self, posts: Mapping[int, Sequence[Post]], mentions: Sequence[Mention], beside: Mapping[Mention, int]
    ) -> None:
        self._states = [(mention.start, name, mention.sentence) for mention in mentions if (name := _state_of(mention))]
        self._chief = _chief(self._states)
        self._beside = beside
        self._held: dict[str, set[str]] = {}
        self._homes: dict[int, str] = {}
        for number, post in ((number, post) for number, own in posts.items() for post in own):
            if post.of and post.of.label in ("STATE", "NORP") and (home := _state_of(post.of)):
                self._note(number, post, home)

    def _note(self, number: int, post: Post, home: str) -> None:
        self._held.setdefault(_plain(post.title), set()).add(home)
        self._homes.setdefault(number, home)

    def settle(self, number: int, post: Post, ways: Sequence[str]) -> Post:
        """Give a post its state where one of the ways shows it."""
        if post.of or post.home or not is_national(post.title):
            return post
        taken = set() if _is_past(post.title) else self._held.get(_plain(post.title), set())
        before = [name for name in _before(post, self._states) if name not in taken]
        shown = {
            "known": self._homes.get(number),
            "only": before[0] if len(set(before)) == 1 else None,
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
