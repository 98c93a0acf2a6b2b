"""Who holds the posts that a phrase names: "the presidents of Norway and Chile" are two persons, if known."""

from collections.abc import Sequence

from accord.find.attributions.trees import Tree
from accord.find.parties import Parties
from accord.language.referents.nouns import kinds_of_noun, singular, sort_of

_LEADERS = frozenset(("leader", "head"))


def holders_of(parties: Parties, tree: Tree, head: int, found: Sequence[str]) -> tuple[str, ...]:
    """Actors of a phrase, each state in it replaced by the one person who holds the post that its head noun names.

    States stay where nobody is known to hold the post in one of them, or several are.
    """
    noun = singular(tree.lower[head])
    if tree.upos(head) != "NOUN" or sort_of(noun) != "person" or not kinds_of_noun(noun):
        return tuple(found)
    if any(tree.lower[child] in ("a", "an") for child in tree.children(head, "det")):
        return tuple(found)  # "the first visit by a Tajik president" was not made by today's
    named = [tree.lower[child] for child in tree.children(head, "amod", "compound")]
    held = [_holder(parties, each, noun, named) for each in found]
    states = [each for each in held if parties.actors[each].type == "state"]
    return tuple(found) if states else tuple(dict.fromkeys(held))


def _holder(parties: Parties, actor: str, noun: str, named: Sequence[str]) -> str:
    if parties.actors[actor].type != "state":
        return actor
    names = {parties.actors[actor].name, *parties.actors[actor].names}
    holders = [
        person.id
        for person in parties.actors.values()
        if person.type == "person"
        and any(office.of in names and _is_post(office.title.lower(), noun, named) for office in person.offices)
    ]
    return holders[0] if len(holders) == 1 else actor


def _is_post(title: str, noun: str, named: Sequence[str]) -> bool:
    """Whether a title is the post that a noun names: any head's for "leaders", "foreign minister" word for word."""
    if noun in _LEADERS:
        return "head" in kinds_of_noun(title) or "head" in kinds_of_noun(title.split()[-1])
    words = title.split()
    return words[-1:] == [noun] and (noun != "minister" or any(word in words for word in named))
