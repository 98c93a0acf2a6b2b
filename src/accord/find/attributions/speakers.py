"""Who a source is: the actor that it names, the one a pronoun or a description stands for."""

from bisect import bisect_left
from collections.abc import Sequence
from itertools import pairwise

from accord.find.attributions.candidates import Candidate
from accord.find.attributions.introduced import ends_in_colon, find_authors, introduces
from accord.find.attributions.known import Known
from accord.find.attributions.tags import head_of
from accord.find.attributions.trees import Tree
from accord.language.referents.nouns import sort_of
from accord.model.spans import Span

_OWN = frozenset(("i", "we", "my", "our", "me", "us", "mine", "ours", "myself", "ourselves"))
_LEADS_TO = [[word] for word in ("of", "for", "in", "at", "from", "with", "to", "the", "by", "on")]
_RELATIVE = frozenset(("who", "which"))
_SAME = frozenset(("flat", "appos", "nmod:desc"))
_ONE_OF = frozenset(("one", "some", "both", "two", "group", "pair"))
_BESIDE = frozenset(("compound", "amod", "nmod:poss"))
_CLIMB = 6


def resolve(
    source: Span | None,
    candidate: Candidate,
    tree: Tree,
    known: Known,
    holder: tuple[str, ...],
) -> tuple[str, ...]:
    """Actors that a source stands for; `holder` is who speaks about it."""
    if source is None:
        return ()
    word = source.text.lower()
    if word in _OWN:
        return holder or known.last_person or known.last
    if word in _RELATIVE:
        return _before_relative(source, candidate, tree, known)
    named = known.named_in(source.start, source.end)
    if candidate.source_head < 0 or not tree.sentence.heads:
        last = max(start for start in tree.sentence.starts if start < source.end)
        at = tuple(actor for start, end, actor in named if end == source.end)
        return at or known.referents.at(last) or _inside(source, named, known)
    named_here = [one for one in named if not _is_beside(tree, one)]
    found = list(_of_head(tree, candidate.source_head, named, known))
    if len(found) < 2 or known.referents.at(tree.sentence.starts[candidate.source_head]) is None:
        found += [one for head in _joined(tree, candidate.source_head) for one in _of_head(tree, head, named, known)]
    if found:
        return tuple(dict.fromkeys((*found, *_listed(source, named_here, found, known))))
    return _inside(source, [one for one in named if _is_same(tree, one, candidate.source_head)], known)


def _before_relative(source: Span, candidate: Candidate, tree: Tree, known: Known) -> tuple[str, ...]:
    """Whom "who" stands for: the noun that its clause hangs on, nobody where that has no name."""
    if not tree.sentence.heads:
        return known.last_of(
            source.start, *(("person",) if source.text.lower() == "who" else ("organization", "state"))
        )
    noun = _antecedent(tree, candidate.source_head)
    named = known.named_in(tree.sentence.start, source.start)
    for _ in range(_CLIMB):
        if noun < 0:
            break
        if found := _of_head(tree, noun, named, known):
            return found
        noun = tree.head(noun) if tree.full_label(noun) in _SAME else -1  # "Ana Berg, the mayor, who said"
    return ()


def _antecedent(tree: Tree, relative: int) -> int:
    """The noun that a relative pronoun's clause hangs on, the last before it where that is a verb; -1 if none."""
    node = relative
    for _ in range(_CLIMB):
        if node < 0 or tree.full_label(node).endswith(":relcl"):
            break
        node = tree.head(node)
    else:
        return -1
    above = tree.head(node) if node >= 0 else -1
    if above < 0 or tree.upos(above) not in ("VERB", "AUX"):
        return above
    nouns = (one for one in tree.children(above, "nsubj", "obj", "obl") if one < relative)
    return max(nouns, default=-1)


def resolve_loose(start: int, trees: Sequence[Tree], known: Known) -> tuple[str, ...]:
    """Who speaks in a quotation without a cue: whom the sentence before it in its paragraph tells of, else who spoke.

    `Berg shook her head. “The vote stands.”` A paragraph of its own is by the author of the letter or statement that
    the sentence before it tells of.
    """
    index = known.sentence_at(start)
    if known.is_paragraph(index) and index > 0 and introduces(trees[index - 1]):
        tree = trees[index - 1]
        named = known.named_in(tree.sentence.start, tree.sentence.end)
        authors = (_of_head(tree, one, named, known) for one in find_authors(tree))
        nobody = () if ends_in_colon(tree) else known.last
        return next((one for one in authors if one and known.actors[one[0]].type != "place"), nobody)
    if not known.is_paragraph(index) and index > 0 and trees[index - 1].sentence.heads:
        tree = trees[index - 1]
        root = tree.sentence.root
        subject = next(iter(tree.children(root, "nsubj")), -1)
        if subject >= 0:
            named = known.named_in(tree.sentence.start, tree.sentence.end)
            found = _of_head(tree, subject, named, known)
            if len(found) == 1 and known.actors[found[0]].type == "person":
                return found
    return known.last


def _of_head(tree: Tree, head: int, named: Sequence[tuple[int, int, str]], known: Known) -> tuple[str, ...]:
    """Actors of one of the nouns of a source: named at it, else whom it stands for."""
    return _at_head(tree, head, named, known) or known.referents.at(tree.sentence.starts[head]) or ()


def _inside(source: Span, named: Sequence[tuple[int, int, str]], known: Known) -> tuple[str, ...]:
    """The one person that a phrase names, or the body it ends in: "one of them, Ana Berg", "a group, the Watch"."""
    people = list(dict.fromkeys(actor for _, _, actor in named if known.actors[actor].type == "person"))
    owned = any(source.text[end - source.start :][:1] in ("'", "’") for _, end, actor in named if actor in people)
    if len(people) == 1 and not owned:
        return (people[0],)
    return tuple(
        actor
        for start, end, actor in named[-1:]
        if end == source.end and source.text[: start - source.start].split()[-1:] not in _LEADS_TO
        if known.actors[actor].type != "place"
    )


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


def _name_head(tree: Tree, place: tuple[int, int, str]) -> int:
    """Token of a name that hangs on what stands outside it."""
    first, last = bisect_left(tree.sentence.starts, place[0]), bisect_left(tree.sentence.starts, place[1])
    return head_of(tree, (first, max(last, first + 1)))


def _is_beside(tree: Tree, place: tuple[int, int, str]) -> bool:
    """Whether a name only tells more of the noun behind it: "a Berg aide", "Berg's lawyer"."""
    token = _name_head(tree, place)
    return tree.head(token) > token and tree.full_label(token) in _BESIDE


def _is_same(tree: Tree, place: tuple[int, int, str], head: int) -> bool:
    """Whether a name is one for whom the head of a source stands: "one of them, Ana Berg", not "critics of Berg"."""
    token = _name_head(tree, place)
    if token == head + 1 or tree.lower[max(0, token - 1)] in (",", "named", "called"):
        return True  # "Prime Minister | Ana Berg", where the tree has lost the one from the other
    for _ in range(_CLIMB):
        if token in (head, -1):
            break
        above = tree.head(token)
        is_one_of = tree.label(token) == "nmod" and above >= 0 and tree.lower[above] in _ONE_OF
        if tree.full_label(token) not in _SAME and not is_one_of:
            return False
        token = above
    return token == head


def _joined(tree: Tree, head: int) -> list[int]:
    """Heads joined to a head by "and", without a body that a title behind it is of: "Berg and Party | chief Lund"."""
    return [one for one in tree.children(head, "conj") if not _is_of_title(tree, one)]


def _is_of_title(tree: Tree, body: int) -> bool:
    """Whether a name is part of the title behind it, whatever the tree says."""
    behind = tree.lower[body + 1] if body + 1 < len(tree.words) and tree.upos(body + 1) == "NOUN" else ""
    return tree.upos(body) == "PROPN" and sort_of(behind) == "person"


def _is_body(tree: Tree, head: int) -> bool:
    """Whether a name before a noun is that noun's own: "the Harbour Post newspaper", not "a Harbour Post reporter"."""
    return sort_of(tree.lower[head]) in ("body", "voice")


def _at_head(tree: Tree, head: int, named: Sequence[tuple[int, int, str]], known: Known) -> tuple[str, ...]:
    """The actor whose name holds a head noun; a person beside a title or in apposition before the body they are of."""
    beside = [one for one in tree.children(head, "compound") if one > head or _is_body(tree, head)]
    near = [head, *tree.children(head, *_SAME), *beside]
    at = [tree.sentence.starts[token] for token in near]
    found = [actor for place in at for start, end, actor in named if start <= place < end]
    people = [actor for actor in found if known.actors[actor].type == "person"]
    own = [actor for start, end, actor in named if start <= at[0] < end]
    called = [actor for actor in found if known.actors[actor].type == "organization"]  # "the newspaper Harbour Post"
    is_personal = any(known.actors[actor].type == "person" for _, _, actor in named)
    chosen = people or own or ([] if is_personal else called)
    return (chosen[0],) if chosen else ()
