"""Who a description stands for: "the ministry", "the two leaders", "a statement by the court", "the prime minister"."""

from collections.abc import Sequence

from accord.find.attributions.known import Known
from accord.knowledge.cues import venue_nouns
from accord.knowledge.media import find_medium
from accord.knowledge.offices import office_kind
from accord.knowledge.organizations import body_words, organization_nouns
from accord.knowledge.states import State, state_of_adjective
from accord.knowledge.tables import read_words
from accord.model.findings import Actor
from accord.model.spans import Span

_DEFINITE = frozenset(("the", "this", "that", "his", "her", "its"))
_CITED = (" cited by ", " quoted by ", " carried by ")
_PAIRS = (
    "the neighboring ",
    "the neighbouring ",
    "the two ",
    "both ",
    "the pair",
    "the sides",
    "the parties",
    "the duo",
)
_STATE_PAIR = frozenset(
    ("sides", "countries", "nations", "states", "neighbours", "neighbors", "governments", "parties")
)


def resolve_description(
    source: Span, head: str, named: Sequence[tuple[int, int, str]], known: Known
) -> tuple[str, ...]:
    """Actors that a description stands for, by its head noun, in lower case, and the names inside it."""
    words = source.text.lower().split()
    if _is_pair(source.text.lower()):
        return known.pair_before(source.start, "state" if _STATE_PAIR & set(words) else "person")
    if _is_voice(head):
        return _voice(source, words, named, known)
    people = [actor for _, _, actor in named if known.actors[actor].type == "person"]
    if len(people) == 1 and not _possesses(source.text, people[0], known):
        return (people[0],)
    if words[0] in _DEFINITE:
        return by_office(words, head, known, source.start) or by_kind(head, known, source.start)
    last = [actor for _, end, actor in named if end == source.end and known.actors[actor].type != "place"]
    return (last[0],) if last and source.text[0].isupper() and words[0] not in ("a", "an", "some") else ()


def _voice(source: Span, words: Sequence[str], named: Sequence[tuple[int, int, str]], known: Known) -> tuple[str, ...]:
    """Who speaks through a statement, a report, a spokesperson: the body named with it, the state it is called by."""
    places = [place for place in named if known.actors[place[2]].type != "place"]
    cited = next((source.start + source.text.index(cue) for cue in _CITED if cue in source.text), source.end)
    if inside := [actor for start, _, actor in places if start < cited]:
        return (inside[-1],)
    if found := next((found for word in words if (found := by_kind(word, known, source.start))), ()):
        return found
    state = next((state for word in source.text.split() if (state := state_of_adjective(word))), None)
    if state is None:
        return known.last_voice if words[0] in ("the", "this", "that") else ()
    own = known.last_where(source.start, lambda actor: _is_medium_of(actor, state)) if words[0] == "the" else ()
    return own or known.last_where(source.start, lambda actor: actor.type == "state" and actor.name == state.name)


def _is_medium_of(actor: Actor, state: State) -> bool:
    medium = find_medium(actor.name)
    return actor.type == "organization" and medium is not None and medium.state == state.code


def _is_pair(text: str) -> bool:
    return text.startswith(_PAIRS)


def _is_voice(head: str) -> bool:
    return head in read_words("voices.txt") or head in venue_nouns()


def _possesses(text: str, person: str, known: Known) -> bool:
    """Whether the person named only owns what speaks: "Berg's critics"."""
    return any(f"{name}{mark}" in text for name in known.actors[person].names for mark in ("'", "’"))


def by_office(words: Sequence[str], head: str, known: Known, place: int) -> tuple[str, ...]:
    """The person last named before a place whose post a description names: "the president", "the foreign minister"."""
    title = " ".join(word for word in words if word not in ("the", "this", "that", "his", "her", "its"))
    if not office_kind(title) or not office_kind(head):
        return ()
    return known.last_where(place, lambda actor: any(one.title.lower().endswith(title) for one in actor.offices))


def by_kind(head: str, known: Known, place: int) -> tuple[str, ...]:
    """The body last named before a place that is of a kind: "the ministry", "the newspaper", "the court"."""
    kind = organization_nouns().get(head)
    if kind is None:
        return ()
    found = known.last_where(place, lambda actor: actor.type == "organization" and head in _words(actor.names))
    return found or known.last_where(
        place,
        lambda actor: (
            actor.type == "organization" and any(organization_nouns().get(word) == kind for word in _words(actor.names))
        ),
    )


def _words(names: Sequence[str]) -> frozenset[str]:
    return frozenset(word for name in names for word in body_words(name))
