"""Who a source is: the actor that it names, the one a pronoun or a description stands for."""

from collections.abc import Sequence
from itertools import pairwise

from accord.find.attributions.candidates import Candidate
from accord.find.attributions.descriptions import resolve_description
from accord.find.attributions.known import Known
from accord.find.attributions.trees import Tree
from accord.model.spans import Span

_ONE = frozenset(("he", "she", "him", "her", "his", "who", "himself", "herself"))
_MANY = frozenset(("they", "them", "their", "both"))
_THING = frozenset(("it", "its", "which"))
_OWN = frozenset(("i", "we", "my", "our", "me", "us"))


def resolve(
    source: Span | None,
    candidate: Candidate,
    tree: Tree,
    known: Known,
    holder: tuple[str, ...],
    *,
    quoted: bool = False,
) -> tuple[str, ...]:
    """Actors that a source stands for; `holder` is who speaks about it, `quoted` whether in that one's own words."""
    if source is None:
        return ()
    word = source.text.lower()
    if word in _OWN | _ONE | _MANY | _THING:
        return _pronoun(word, source, known, holder, quoted=quoted)
    named = known.named_in(source.start, source.end)
    heads = [candidate.source_head, *_joined(tree, candidate.source_head)] if candidate.source_head >= 0 else []
    found = [actor for head in heads for actor in _at_head(tree, head, named, known)]
    if found:
        return tuple(dict.fromkeys((*found, *_listed(source, named, found, known))))
    head = tree.lower[candidate.source_head] if candidate.source_head >= 0 else word.split()[-1]
    return resolve_description(source, head, named, known)


def _listed(source: Span, named: Sequence[tuple[int, int, str]], found: Sequence[str], known: Known) -> tuple[str, ...]:
    """Further actors of the same type that "and" or a comma alone joins to the one found."""
    kind = known.actors[found[0]].type
    alike = [place for place in named if known.actors[place[2]].type == kind]
    joined: list[str] = []
    for one, other in pairwise(alike):
        if source.text[other[1] - source.start :][:1] in ("'", "’"):
            continue  # "Ana Lund, Berg's lawyer": Berg only owns what follows
        between = source.text[one[1] - source.start : other[0] - source.start]
        if between in (", ", " and ", ", and ") or (kind == "person" and " and " in between):
            joined += [one[2], other[2]]
    return tuple(joined) if found[0] in joined else ()


def _pronoun(word: str, source: Span, known: Known, holder: tuple[str, ...], *, quoted: bool) -> tuple[str, ...]:
    if word in _OWN:
        return holder or known.last_person or known.last
    if word in _ONE:
        return _person(word, source, known, holder if quoted else ())
    if word in _THING:
        return known.last_body or known.last_of(source.start, "organization", "state")
    return (
        known.together(source.start)
        or known.pair_before(source.start)
        or known.last_many
        or known.last_body
        or known.last
    )


def _person(word: str, source: Span, known: Known, holder: tuple[str, ...]) -> tuple[str, ...]:
    """Whom "he", "she" or "who" stands for: who spoke last, else who is named last, of those it may stand for.

    Inside somebody's own words "he" is another.
    """
    nearest = known.last_of(source.start, "person")
    if word == "who":
        return nearest

    def fits(actor: str) -> bool:
        return actor not in holder and known.genders.fits(actor, word)

    if known.last_person and fits(known.last_person[0]):
        found = known.last_person
    else:
        found = known.last_where(source.start, lambda actor: actor.type == "person" and fits(actor.id))
    if found:
        known.genders.learn(found[0], word)
    return found


def _joined(tree: Tree, head: int) -> list[int]:
    """Heads joined to a head by "and"."""
    return tree.children(head, "conj") if tree.sentence.heads else []


def _at_head(tree: Tree, head: int, named: Sequence[tuple[int, int, str]], known: Known) -> tuple[str, ...]:
    """The actor whose name holds a head noun; a person beside a title or in apposition before the body they are of."""
    near = [head, *tree.children(head, "flat", "appos", "compound", "nmod:desc")]
    at = [tree.sentence.starts[token] for token in near]
    found = [actor for place in at for start, end, actor in named if start <= place < end]
    people = [actor for actor in found if known.actors[actor].type == "person"]
    own = [actor for start, end, actor in named if start <= at[0] < end]
    called = [actor for actor in found if known.actors[actor].type == "organization"]  # "the newspaper Harbour Post"
    is_personal = any(known.actors[actor].type == "person" for _, _, actor in named)
    chosen = people or own or ([] if is_personal else called)
    return (chosen[0],) if chosen else ()
