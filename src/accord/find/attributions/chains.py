"""The chain that words came through, where and to whom they were said."""

from collections.abc import Sequence

from msgspec import Struct

from accord.find.attributions.drafts import Draft
from accord.find.attributions.known import Known
from accord.find.attributions.trees import Tree
from accord.knowledge.cues import venue_nouns
from accord.knowledge.media import find_medium
from accord.model.accounts import ParsedReport
from accord.model.findings import Time


class Chain(Struct, frozen=True):
    """To whom, where, when and through whom something was said."""

    to: tuple[str, ...] = ()
    venue: str | None = None
    via: tuple[str, ...] = ()
    date: str | None = None


def chain_of(parsed: ParsedReport, draft: Draft, trees: Sequence[Tree], known: Known, times: Sequence[Time]) -> Chain:
    """Read the chain of one attribution from the words beside its cue."""
    candidate = draft.candidate
    if candidate is None:
        return Chain()
    tree = trees[candidate.sentence]
    to = _actors_at(tree, candidate.to, known) if candidate.to >= 0 else ()
    media = tuple(known.actors[one].name for one in to if find_medium(known.actors[one].name))
    venue, through = _venue(tree, candidate.near, known)
    return Chain(to, venue, tuple(dict.fromkeys((*media, *through))), _date(tree, draft, times))


def _actors_at(tree: Tree, head: int, known: Known) -> tuple[str, ...]:
    tokens = tree.below(head)
    start, end = tree.sentence.starts[tokens[0]], tree.sentence.ends[tokens[-1]]
    at = tree.sentence.starts[head]
    return tuple(dict.fromkeys(actor for first, last, actor in known.named_in(start, end) if first <= at < last))


def _venue(tree: Tree, near: Sequence[int], known: Known) -> tuple[str | None, tuple[str, ...]]:
    """The occasion or document among the adverbials of a cue, and the media that it names."""
    for head in near:
        if tree.upos(head) not in ("NOUN", "PROPN") or tree.label(head) != "obl":
            continue
        tokens = tree.below(head)
        start, end = tree.sentence.starts[tokens[0]], tree.sentence.ends[tokens[-1]]
        names = [known.actors[actor].name for _, _, actor in known.named_in(start, end)]
        media = tuple(name for name in names if find_medium(name))
        if tree.lower[head] in venue_nouns() or tree.lemma(head) in venue_nouns() or media:
            case = len(tree.children(head, "case")[:1])
            first = tree.sentence.starts[tokens[case]] if len(tokens) > case else start
            return _text(tree, first, end), media
    return None, ()


def _text(tree: Tree, start: int, end: int) -> str:
    sentence = tree.sentence
    tokens = [i for i in range(len(sentence)) if start <= sentence.starts[i] < end]
    pieces = []
    for place, token in enumerate(tokens):
        glued = place and sentence.starts[token] == sentence.ends[tokens[place - 1]]
        pieces.append(("" if glued or not place else " ") + sentence.words[token])
    return "".join(pieces)


def _date(tree: Tree, draft: Draft, times: Sequence[Time]) -> str | None:
    """When it was said: a time beside the cue, outside what was said."""
    sentence = tree.sentence
    for time in times:
        if time.edtf and time.kind != "duration" and sentence.start <= time.span.start < sentence.end:
            inside = any(span.start <= time.span.start < span.end for span in draft.content)
            if not inside:
                return time.edtf
    return None
