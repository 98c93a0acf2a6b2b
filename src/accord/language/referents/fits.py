"""How well a description goes with an actor, by what the report lets its reader know of it."""

from accord.knowledge.offices import office_kind, title_modifiers
from accord.knowledge.organizations import organization_nouns
from accord.language.referents.descriptions import Description
from accord.language.referents.nouns import body_kind, kinds_of_noun
from accord.language.referents.profiles import Profile

SAME_POST, SAME_WORD, SAME_KIND, UNKNOWN, ANYBODY = 1.0, 1.0, 0.7, 0.3, 0.4
"""Fit of who holds a post of that name, is called so elsewhere, holds a post of that kind, of whom no post is known
where a post is said, and of anybody where the noun says no post ("the 64-year-old")."""

OWN_STATE, OTHER_FIELD = 1.3, 0.0
"""What a state that is the person's own adds, and what is left where the post has another field."""


def fit_person(said: Description, profile: Profile) -> float:
    """How well a description of one human being goes with a person; 0 where it can't be."""
    if profile.actor.type != "person" or not (suits := profile.suits(said.gender)):
        return 0.0
    fit = _by_post(said, profile)
    if not fit or not (by_state := _by_state(said, profile)):
        return 0.0
    return fit * suits * by_state


def _by_post(said: Description, profile: Profile) -> float:
    noun = said.noun
    fields = {word for word in said.words if word not in title_modifiers() and word not in organization_nouns()}
    kinds = kinds_of_noun(noun)
    alike = [title for heads, title in profile.titles if noun in heads]
    if alike:
        rest = [title - {noun} - title_modifiers() for title in alike]
        if fields and all(each and fields.isdisjoint(each) for each in rest) and kinds:
            return OTHER_FIELD  # "the trade minister" is not the minister of defence
        return SAME_POST + 0.2 * bool(fields and any(fields & each for each in rest))
    if noun in profile.words:
        return SAME_WORD
    if said.is_aged or not kinds:
        return ANYBODY if not kinds and (said.is_aged or _is_anybody(noun)) else UNKNOWN * (not profile.kinds)
    if kinds & profile.kinds and (not fields or any(fields & title for _, title in profile.titles)):
        return SAME_KIND
    if said.words and office_kind(" ".join(sorted(said.words))) and not kinds & profile.kinds:
        return 0.0
    return UNKNOWN * (not profile.kinds) * (0.5 if profile.words else 1.0)


def _is_anybody(noun: str) -> bool:
    return noun.endswith(("man", "woman", "person")) or noun in ("veteran", "native", "old")


def _by_state(said: Description, profile: Profile) -> float:
    if not said.states or not profile.states:
        return 1.0 if not said.states else 0.6
    return OWN_STATE if said.states & profile.states else 0.0


_OF_STATES = frozenset(("government", "ministry", "parliament", "military", "court", "media"))


def fit_body(said: Description, profile: Profile) -> float:
    """How well a description of a body goes with an organization; 0 where it can't be."""
    if profile.actor.type != "organization":
        return 0.0
    kind = body_kind(said.noun)
    fields = {word for word in said.words if word not in title_modifiers()}
    if said.states and profile.states and not said.states & profile.states:
        return 0.0
    if said.noun in profile.words:
        others = profile.words - {said.noun}
        return 0.0 if fields and kind == "ministry" and fields.isdisjoint(others) else 1.0 + 0.2 * bool(fields & others)
    if fields and kind == "ministry":
        return 0.0
    if kind and kind in profile.kinds:
        return 0.7
    if not profile.kinds and profile.actor.name.isupper() and kind not in _OF_STATES and not said.owners:
        return 0.4  # an abbreviation may be anything
    if kind in ("company", "association", None):
        return 0.4 if not profile.kinds - {"company", "association", "intergovernmental", "media"} else 0.1
    return 0.0
