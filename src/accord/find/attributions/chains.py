"""The chain that words came through, where and to whom they were said."""

from bisect import bisect_left
from collections.abc import Sequence

from msgspec import Struct

from accord.find.attributions.candidates import Candidate
from accord.find.attributions.drafts import Draft
from accord.find.attributions.known import Known
from accord.find.attributions.trees import Tree
from accord.knowledge.cues import venue_nouns
from accord.knowledge.media import find_medium
from accord.knowledge.organizations import organization_nouns
from accord.model.findings import Actor, Time


class Chain(Struct, frozen=True):
    """To whom, where, when and through whom something was said."""

    to: tuple[str, ...] = ()
    venue: str | None = None
    via: tuple[str, ...] = ()
    date: str | None = None


class Dates:
    """The times of a report that are days or years, looked up by place."""

    def __init__(self, times: Sequence[Time]) -> None:
        placed = (time for time in times if time.edtf and time.kind != "duration")
        self._times = sorted(placed, key=lambda time: time.span.start)
        self._starts = [time.span.start for time in self._times]

    def within(self, start: int, end: int) -> list[Time]:
        """Those that begin in a stretch, in order."""
        return self._times[bisect_left(self._starts, start) : bisect_left(self._starts, end)]


def chain_of(draft: Draft, trees: Sequence[Tree], known: Known, dates: Dates, outer: Draft | None = None) -> Chain:
    """Read the chain of one attribution from the words beside its cue; `outer` is the attribution that it lies in."""
    candidate = draft.candidate
    if candidate is None:
        return Chain()
    tree = trees[candidate.sentence]
    to = _actors_at(tree, candidate.to, known) if candidate.to >= 0 else ()
    # "told CNN", "told Ana Berg of CNN"
    media = _media_below(tree, candidate.to, known) if candidate.to >= 0 else ()
    venue, through = _venue(tree, _near(tree, candidate), known, dates)
    via = (*_through(tree, candidate, known), *media, *through, *_cited(tree, candidate, known))
    return Chain(to, venue, tuple(dict.fromkeys(via)), _date(tree, draft, dates, outer))


def is_medium(actor: Actor) -> bool:
    """Whether an actor carries what others say: a medium of the tables, or one that calls itself so."""
    last = actor.name.lower().split()[-1]
    return bool(find_medium(actor.name)) or (
        actor.type == "organization" and organization_nouns().get(last) == "media" and last != "journal"
    )


def _media_below(tree: Tree, head: int, known: Known) -> tuple[str, ...]:
    tokens = tree.below(head)
    named = known.named_in(tree.sentence.starts[tokens[0]], tree.sentence.ends[tokens[-1]])
    return tuple(known.actors[actor].name for _, _, actor in named if is_medium(known.actors[actor]))


def _through(tree: Tree, candidate: Candidate, known: Known) -> tuple[str, ...]:
    """Whom the words came through: "…, according to the state-run news agency"."""
    if candidate.through is None:
        return ()
    start, end = tree.sentence.span_of(*candidate.through)
    found = [known.actors[actor] for _, _, actor in known.named_in(start, end) if known.actors[actor].type != "place"]
    media = [actor.name for actor in found if is_medium(actor)]
    return tuple(dict.fromkeys(media or [actor.name for actor in found[:1]]))


def _cited(tree: Tree, candidate: Candidate, known: Known) -> tuple[str, ...]:
    """The medium that cites a source: "customs data cited by state media"."""
    if candidate.source is None:
        return ()
    start, end = tree.sentence.span_of(*candidate.source)
    for place in range(candidate.source[0], candidate.source[1] - 1):
        if (
            tree.lower[place] in ("cited", "quoted", "reported", "carried", "published")
            and tree.lower[place + 1] == "by"
        ):
            start = tree.sentence.starts[place]
            return tuple(known.actors[actor].name for _, _, actor in known.named_in(start, end))
    return ()


def _near(tree: Tree, candidate: Candidate) -> tuple[int, ...]:
    """Adverbials beside a cue and beside the verb that it depends on."""
    near = list(candidate.near)
    if tree.label(candidate.head) in ("advcl", "xcomp", "conj", "acl") and tree.head(candidate.head) >= 0:
        near += tree.children(tree.head(candidate.head), "obl", "advcl")
    return tuple(near)


def _actors_at(tree: Tree, head: int, known: Known) -> tuple[str, ...]:
    tokens = tree.below(head)
    start, end = tree.sentence.starts[tokens[0]], tree.sentence.ends[tokens[-1]]
    at = tree.sentence.starts[head]
    return tuple(dict.fromkeys(actor for first, last, actor in known.named_in(start, end) if first <= at < last))


def _venue(tree: Tree, near: Sequence[int], known: Known, dates: Dates) -> tuple[str | None, tuple[str, ...]]:
    """The occasion or document among the adverbials of a cue, and the media that they name."""
    venue: str | None = None
    media: list[str] = []
    for head in near:
        tokens = tree.below(head)
        end = tree.sentence.ends[tokens[-1]]
        media += _media_below(tree, head, known)
        spoken = tree.lower[head] in venue_nouns() or tree.lemma(head) in venue_nouns()
        if venue is None and spoken and tree.label(head) == "obl":
            case = len(tree.children(head, "case")[:1])
            first = tokens[min(case, len(tokens) - 1)]
            venue = _text(tree, tree.sentence.starts[first], _end(tree, first, end, dates)).rstrip(" ,")
    return venue, tuple(media)


def _text(tree: Tree, start: int, end: int) -> str:
    sentence = tree.sentence
    tokens = [i for i in range(len(sentence)) if start <= sentence.starts[i] < end]
    pieces = []
    for place, token in enumerate(tokens):
        glued = place and sentence.starts[token] == sentence.ends[tokens[place - 1]]
        pieces.append(("" if glued or not place else " ") + sentence.words[token])
    return "".join(pieces)


def _end(tree: Tree, first: int, end: int, dates: Dates) -> int:
    """End of an occasion without the day behind it: "a speech to parliament | on Tuesday"."""
    for time in dates.within(tree.sentence.starts[first] + 1, end):
        token = bisect_left(tree.sentence.starts, time.span.start)
        is_behind = tree.upos(token - 1) == "ADP" and tree.lower[token - 1] in ("on", "in", "at", "last", "this")
        if is_behind and time.span.end >= end - 2:  # a comma may follow
            return tree.sentence.starts[token - 1]
    return end


def _date(tree: Tree, draft: Draft, dates: Dates, outer: Draft | None) -> str | None:
    """When it was said: a time beside the cue, outside what was said; for one inside another's words, a time there."""
    for time in dates.within(tree.sentence.start, tree.sentence.end):
        place = time.span.start
        inside = any(span.start <= place < span.end for span in draft.content)
        beyond = outer is not None and not any(span.start <= place < span.end for span in outer.content)
        if not inside and not beyond:
            return time.edtf
    return None
