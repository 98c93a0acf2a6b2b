"""Who a description stands for: "the ministry", "the two leaders", "a statement by the court", "the prime minister"."""

import re
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

_INDEFINITE = frozenset(("a", "an", "some", "one", "another", "many", "several", "former"))
_DEFINITE = frozenset(("the", "this", "that", "his", "her", "its"))
_LEADS_TO = [[word] for word in ("of", "for", "in", "at", "from", "with", "to", "the")]
_CITED = (" cited by ", " quoted by ", " carried by ")
_GROUP = re.compile(
    r"(?P<all>the |these |all |both )?(?:neighbou?ring |other )?"
    r"(?P<count>two|three|four|five|six|both|pair|sides|parties|duo|trio)\b|(?P<near>the neighbou?ring (?:\w+ )?\w+s$)"
)
_COUNTS = {"three": 3, "trio": 3, "four": 4, "five": 5, "six": 6}
_STATE_PAIR = frozenset(
    ("sides", "countries", "nations", "states", "neighbours", "neighbors", "governments", "parties")
)


def resolve_description(
    source: Span, head: str, named: Sequence[tuple[int, int, str]], known: Known
) -> tuple[str, ...]:
    """Actors that a description stands for, by its head noun, in lower case, and the names inside it."""
    words = source.text.lower().split()
    if group := _group(source, words, named, known):
        return group
    if _is_voice(head):
        return _voice(source, words, named, known)
    people = [actor for _, _, actor in named if known.actors[actor].type == "person"]
    if len(people) == 1 and not _possesses(source.text, people[0], known):
        return (people[0],)
    if not named and words[0] not in _DEFINITE and words[0] not in _INDEFINITE:
        return by_office(words, head, known, source.start)
    if words[0] in _DEFINITE:
        found = by_office(words, head, known, source.start) or by_kind(head, known, source.start, words)
        if not found and not named and office_kind(head) and words[0] == "the":
            found = _who_spoke(known)
        if found or (named and source.text[: named[-1][0] - source.start].split()[-1:] in _LEADS_TO):
            return found
        return tuple(actor for _, end, actor in named[-1:] if end == source.end)  # "the rights group Harbour Watch"
    last = [
        actor
        for start, end, actor in named
        if end == source.end and known.actors[actor].type != "place"
        if source.text[: start - source.start].split()[-1:] not in _LEADS_TO  # "officials from the World Bank"
    ]
    return (last[0],) if last and source.text[0].isupper() and words[0] not in ("a", "an", "some") else ()


def _group(source: Span, words: Sequence[str], named: Sequence[tuple[int, int, str]], known: Known) -> tuple[str, ...]:
    """Those told of together: "the two sides", "three presidents", "the presidents of Norway and Kenya"."""
    match = _GROUP.match(source.text.lower())
    count = _COUNTS.get(match["count"], 2) if match else len(named)
    head = words[-1] if match else words[words.index("of") - 1] if "of" in words else ""
    of = {known.actors[actor].name for _, _, actor in named}
    holders = known.holders(head.removesuffix("s")) if head.endswith("s") else {}
    if holders and named and all(home in holders for home in of):
        return tuple(holders[known.actors[actor].name] for _, _, actor in named)
    if match is None:
        return ()
    kind = "state" if _STATE_PAIR & set(words) else "person"
    before = (
        known.group_before(source.start, kind, count)
        if match["all"] or match["near"] or match["count"] == "both"
        else ()
    )
    return before or (tuple(holders.values()) if len(holders) == count and not named else ())


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


def _is_voice(head: str) -> bool:
    return head in read_words("voices.txt") or head in venue_nouns()


def _possesses(text: str, person: str, known: Known) -> bool:
    """Whether the person named only owns what speaks: "Berg's critics"."""
    return any(f"{name}{mark}" in text for name in known.actors[person].names for mark in ("'", "’"))


def by_office(words: Sequence[str], head: str, known: Known, place: int) -> tuple[str, ...]:
    """The person last named before a place whose post a description names, else the only one of the report.

    "the president", "the foreign minister"; in a headline "Prime minister" before any name.
    """
    title = " ".join(word for word in words if word not in _DEFINITE)
    if not office_kind(title) or not office_kind(head):
        return ()

    def fits(actor: Actor) -> bool:
        return any(one.title.lower().endswith(title) for one in actor.offices)

    return known.last_where(place, fits) or known.only_holder(title)


def _who_spoke(known: Known) -> tuple[str, ...]:
    """Who spoke last, where the report gives that person no post: "the minister said" right behind a name alone."""
    last = known.last_person
    return last if last and not known.actors[last[0]].offices else ()


def by_kind(head: str, known: Known, place: int, words: Sequence[str] = ()) -> tuple[str, ...]:
    """The body last named before a place that is of a kind: "the ministry", "the newspaper", "the court".

    A ministry is called by its field: "the interior ministry" is no ministry of finance.
    """
    kind = organization_nouns().get(head)
    if kind is None:
        return ()
    field = {word for word in words if word not in _DEFINITE and word != head and kind == "ministry"}
    if field:
        return known.last_where(
            place,
            lambda actor: (
                actor.type == "organization" and bool(field & _words(actor.names)) and head in _words(actor.names)
            ),
        )
    found = known.last_where(place, lambda actor: actor.type == "organization" and head in _words(actor.names))
    found = found or known.last_where(
        place,
        lambda actor: (
            actor.type == "organization" and any(organization_nouns().get(word) == kind for word in _words(actor.names))
        ),
    )
    return found or (known.last_of(place, "organization") if kind in ("company", "association") else ())


def _words(names: Sequence[str]) -> frozenset[str]:
    return frozenset(word for name in names for word in body_words(name))
