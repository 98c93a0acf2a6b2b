"""The state of a post that a report names without it: "Prime Minister Berg", in a report about Norway."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise

from msgspec import structs

from accord.find.actors.mentions import Mention
from accord.find.actors.posts import Post
from accord.knowledge.offices import office_kind, title_modifiers
from accord.knowledge.states import find_state, state_of_adjective, state_of_capital, state_of_seat
from accord.knowledge.tables import read_words

NATIONAL = frozenset(("head", "minister"))
"""Kinds of post that are of a state unless something else is said."""

SHARE = 0.6
"""Share of a report's mentions of states from which a state is taken for that of its ministers; chosen on
wikinews-gold train."""

BESIDE = 5
"""Words between two persons of whom the second has the first one's state: "and his defence minister"."""


def with_homes(
    posts: Mapping[int, Sequence[Post]], mentions: Sequence[Mention], numbers: Mapping[Mention, int]
) -> dict[int, list[Post]]:
    """Posts by person, those of a state that the words don't name given the state that the report shows."""
    states = [(mention.start, name, mention.sentence) for mention in mentions if (name := _state_of(mention))]
    held = {(_plain(post.title), home) for own in posts.values() for post in own if (home := _home_of(post))}
    known = {number: home for number, own in posts.items() for post in own if (home := _home_of(post))}
    beside = _beside(mentions, numbers)
    found: dict[int, list[Post]] = {}
    for number, own in posts.items():
        found[number] = []
        for post in own:
            if post.of is None and post.home is None and is_national(post.title):
                free = [one for one in states if (_plain(post.title), one[1]) not in held or _is_past(post.title)]
                joined = known.get(beside.get(post.person, -1))
                home = known.get(number) or _nearest(post, free) or joined or _chief(free, states)
                post = structs.replace(post, home=home)
            found[number].append(post)
    return found


def _beside(mentions: Sequence[Mention], numbers: Mapping[Mention, int]) -> dict[Mention, int]:
    """Number of the person named a few words before another: "President Berg and first lady Ana Lund"."""
    return {
        two: numbers[one]
        for one, two in pairwise(mentions)
        if one.label == two.label == "PERSON" and one.sentence == two.sentence and two.first - one.last <= BESIDE
    }


def is_national(title: str) -> bool:
    """Whether a title is that of a state's post unless a report says otherwise."""
    plain = _plain(title)
    if plain in read_words("subnational_titles.txt") or title.lower().split()[0] in ("senior", "executive"):
        return False
    return office_kind(plain) in NATIONAL or plain in read_words("national_titles.txt")


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


def _home_of(post: Post) -> str | None:
    return _state_of(post.of) if post.of and post.of.label in ("STATE", "NORP") else post.home


def _nearest(post: Post, states: Sequence[tuple[int, str, int]]) -> str | None:
    """The state named last before a person in the same sentence."""
    index = bisect_left(states, (post.person.start,))
    if index and states[index - 1][2] == post.person.sentence:
        return states[index - 1][1]
    return None


def _chief(free: Iterable[tuple[int, str, int]], states: Sequence[tuple[int, str, int]]) -> str | None:
    """The state that a report names far more than others, where no other holds that post."""
    counts = Counter(name for _, name, _ in states)
    allowed = {name for _, name, _ in free}
    name, count = next(iter(counts.most_common(1)), ("", 0))
    return name if name in allowed and count >= SHARE * sum(counts.values()) else None
