"""Persons, states, organizations and places of one report, with their names, posts and every place they are named."""

from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType

from msgspec import structs

from accord.find.actors.bodies import group_bodies, group_name, group_places, owned_names, place_name
from accord.find.actors.homes import with_homes
from accord.find.actors.listed import Listed, as_listed, split_listed, with_listed
from accord.find.actors.mentions import Mention, between, find_mentions
from accord.find.actors.people import group_people
from accord.find.actors.posts import Post, find_posts
from accord.find.actors.seats import settle_seats
from accord.knowledge.media import find_medium
from accord.knowledge.offices import office_kind, title_modifiers, title_words
from accord.knowledge.states import (
    State,
    find_state,
    plain_name,
    state_of_adjective,
    state_of_capital,
    state_of_seat,
    states,
)
from accord.knowledge.tables import read_words
from accord.model.accounts import ParsedReport
from accord.model.findings import Actor, ActorType, Office
from accord.model.rosters import Roster
from accord.text.names import core_words

INFORMAL = frozenset(("leader", "paramount leader", "chief", "head", "boss", "official", ""))
"""Titles that stand for a post without being one: dropped where the report gives the person a post by its name."""

BARE = frozenset(("expert", "civil", "media", "member", "official", "company", "sport", "law", "military"))
"""Kinds of title that say what somebody does, not which post they hold, unless it is said of what."""


def find_actors(parsed: ParsedReport, roster: Roster = ()) -> tuple[Actor, ...]:
    """Find who and what a report names, in order of first mention, ids n1, n2 …; those on a user's list by its word."""
    found, listed = with_listed(settle_seats(find_mentions(parsed), parsed.sentences), parsed.sentences, roster)
    mentions, listed = as_listed(found, listed)
    people = split_listed(group_people(mentions, parsed.sentences), listed)
    bodies = group_bodies(mentions, parsed.sentences)
    owned = owned_names(mentions, parsed.sentences)
    named = [(group, group_name([owned.get(mention, mention.text) for mention in group])) for group in bodies]
    names = {mention: name for group, name in named for mention in group}
    called = [(group, _fullest(group)) for group in people]
    names |= {mention: name for group, name in called for mention in group}
    names |= {mention: actor.name for mention, actor in listed.items()}
    numbers = {mention: number for number, group in enumerate(people) for mention in group}
    held = _by_person(numbers, find_posts(mentions, parsed.sentences))
    posts = with_homes(held, mentions, numbers, parsed.sentences, _own_state(parsed))
    actors = [_person(parsed, group, posts.get(number, ()), names, listed) for number, group in enumerate(people)]
    actors += [_actor(parsed, group, names[group[0]], "organization", listed, owned=owned) for group in bodies]
    actors += [_actor(parsed, group, name, "state", listed) for name, group in _states(mentions, listed)]
    actors += [_actor(parsed, group, place_name(group[0].text), "place", listed) for group in group_places(mentions)]
    actors.sort(key=lambda actor: actor.mentions[0].start)
    return tuple(structs.replace(actor, id=f"n{number}") for number, actor in enumerate(actors, 1))


def _actor(
    parsed: ParsedReport,
    group: Sequence[Mention],
    name: str,
    kind: ActorType,
    listed: Listed,
    *,
    offices: Iterable[Office] = (),
    owned: Mapping[Mention, str] = MappingProxyType({}),
) -> Actor:
    written = [between(parsed.sentences[one.sentence], one.first, one.last) for one in group]
    forms = dict.fromkeys(map(plain_name, [*written, *(owned[mention] for mention in group if mention in owned)]))
    spans = tuple(parsed.report.span(mention.start, mention.end) for mention in group)
    own = next((listed[mention] for mention in group if mention in listed), None)
    if own is None:
        return Actor("", name, kind, tuple(forms), tuple(offices), spans)
    held = _distinct([*own.offices_on(parsed.report.published), *offices])
    return Actor("", own.name, kind, tuple(forms), tuple(held), spans, own.wikidata)


def _states(mentions: Sequence[Mention], listed: Listed) -> list[tuple[str, list[Mention]]]:
    """Mentions of each state, capitals and palaces that stand for it among them."""
    groups: dict[str, tuple[str, list[Mention]]] = {}
    for mention in mentions:
        state = state_of(mention.text) if mention.label == "STATE" else None
        if state:
            groups.setdefault(state.code, (state.name, []))[1].append(mention)
        elif mention.label == "STATE" and mention in listed:
            groups.setdefault(mention.text, (mention.text, []))[1].append(mention)
    return list(groups.values())


def state_of(name: str) -> State | None:
    """State that a name, capital or palace stands for."""
    return find_state(name) or state_of_capital(name) or state_of_seat(name)


def _own_state(parsed: ParsedReport) -> str | None:
    """Name of the state that a report's outlet is of, where the tables have the outlet."""
    medium = find_medium(parsed.report.outlet or "")
    return next((state.name for state in states() if medium and state.code == medium.state), None)


def _by_person(numbers: Mapping[Mention, int], posts: Iterable[Post]) -> dict[int, list[Post]]:
    """Posts by the number of the person who holds them."""
    found: dict[int, list[Post]] = {}
    for post in posts:
        found.setdefault(numbers[post.person], []).append(post)
    return found


def _person(
    parsed: ParsedReport, group: Sequence[Mention], held: Sequence[Post], names: Mapping[Mention, str], listed: Listed
) -> Actor:
    bodies = {title_words(post.title) for post in held if post.of and post.of.label != "PERSON"}
    own = [post for post in held if not (post.of and post.of.label == "PERSON" and title_words(post.title) in bodies)]
    offices = [Office(_plain_title(post.title), _holder(post, names)) for post in own]
    return _actor(parsed, group, _fullest(group), "person", listed, offices=_distinct(offices))


def _fullest(group: Sequence[Mention]) -> str:
    """The longest name of a person."""
    return max(group, key=lambda mention: (len(core_words(mention.text)), len(mention.text))).text


def _plain_title(title: str) -> str:
    """Title without words that change nothing of the post. "current Prime Minister" → "Prime Minister"."""
    words = title.split()
    while len(words) > 1 and words[0].lower() in read_words("idle_modifiers.txt"):
        words = words[1:]
    return " ".join(words)


def _holder(post: Post, names: Mapping[Mention, str]) -> str | None:
    """Name of what a post is of: the state of an adjective, the body by its kept name."""
    if post.of is None:
        return post.home
    text = plain_name(post.of.text)
    state = find_state(text) if office_kind(post.title) == "local" else state_of(text) or state_of_adjective(text)
    return state.name if state else names.get(post.of, place_name(text) if post.of.label == "PLACE" else text)


def _distinct(offices: Sequence[Office]) -> list[Office]:
    """Each post once, the fuller reading of two that say the same, informal ones only where nothing else stands."""
    kept: dict[tuple[frozenset[str], str | None], Office] = {}
    for office in offices:
        if office.of or office.title[:1].isupper() or office_kind(office.title) not in BARE:
            kept.setdefault((title_words(office.title), office.of), office)
    placed = {title for title, of in kept if of}
    found = [one for (title, of), one in kept.items() if of or title not in placed]
    found = [one for one in found if not any(_says_less(one, other) for other in found)]
    found = [one for one in found if not (_is_informal(one.title) and one.of and find_state(one.of))]
    return [office for office in found if not _is_informal(office.title)] or found


def _says_less(one: Office, other: Office) -> bool:
    """Whether another post is this one with its field: "minister" beside "trade minister", not "vice president"."""
    more = title_words(other.title) - title_words(one.title)
    fits = title_words(one.title) < title_words(other.title) and one.of in (other.of, None)
    return fits and title_modifiers().isdisjoint(more)


def _is_informal(title: str) -> bool:
    """Whether a title only says that somebody leads: "leader", "top leader", not "opposition leader"."""
    words = [word for word in title.lower().split() if word not in title_modifiers()]
    return " ".join(words) in INFORMAL
