"""Attributions without a parse: a word of saying beside a quotation, "that" or "according to"."""

from collections.abc import Iterator
from functools import lru_cache

from accord.find.attributions.candidates import Candidate
from accord.find.attributions.trees import Tokens, Tree
from accord.knowledge.cues import cue_verbs
from accord.knowledge.forms import irregular_forms
from accord.text.inflections import base_forms

REACH = 14
"""Words between a quotation and its cue or source within which they are joined."""

_PRONOUNS = frozenset(("he", "she", "they", "we", "i", "it", "who"))


@lru_cache(maxsize=1 << 14)
def _is_speech(word: str) -> bool:
    """Whether a word is a form of a cue verb that takes a clause or a quotation: "said", "denies", "pledging"."""
    irregular = irregular_forms().get(("VERB", word))
    verbs = (cue_verbs()[form] for form in ((irregular,) if irregular else base_forms(word)) if form in cue_verbs())
    return any(cue.complements & {"that", "quote", "addressee"} for cue in verbs)


def find_plain(tree: Tree, index: int, quotes: list[Tokens]) -> Iterator[Candidate]:
    """Candidates of one sentence by its words alone."""
    taken: set[int] = set()
    outside = [place for place in range(len(tree.words)) if not any(a <= place < b for a, b in quotes)]
    for place in outside:
        if place in taken or not _is_speech(tree.lower[place]):
            continue
        candidate = _beside(tree, index, place, quotes) or _that(tree, index, place)
        if candidate:
            taken.update(*(range(*run) for run in candidate.content))
            yield candidate
    yield from _according(tree, index)


def _beside(tree: Tree, index: int, place: int, quotes: list[Tokens]) -> Candidate | None:
    near = [quote for quote in quotes if 0 <= place - quote[1] < REACH or 0 <= quote[0] - place < REACH]
    if not near:
        return None
    source = _name_before(tree, place, quotes) or _name_after(tree, place, quotes)
    return Candidate(index, place, (place, place + 1), tuple(near), "plain", source, source[0] if source else -1)


def _that(tree: Tree, index: int, place: int) -> Candidate | None:
    """Read "X said that …" and "X said Y would …": what follows to the sentence's end."""
    source = _name_before(tree, place, [])
    last = _end(tree)
    if source is None or last - place < 4 or tree.words[place + 1] in (",", ".", ";"):
        return None
    is_that = tree.lower[place + 1] == "that" or (
        tree.lower[place] in ("said", "says") and tree.words[place + 1] != "in"
    )
    return (
        Candidate(index, place, (place, place + 1), ((place + 1, last),), "plain", source, source[0])
        if is_that
        else None
    )


def _end(tree: Tree) -> int:
    last = len(tree.words)
    while last and not tree.words[last - 1][:1].isalnum() and tree.words[last - 1] not in "\"'”’)»":
        last -= 1
    return last


def _is_name(word: str) -> bool:
    return word[:1].isupper() and word.lower() not in _PRONOUNS


def _name_before(tree: Tree, place: int, quotes: list[Tokens]) -> Tokens | None:
    """The name or pronoun right before a verb, an auxiliary or adverb between them allowed."""
    last = place
    while last and place - last < 3 and tree.lower[last - 1] in ("has", "have", "had", "also", "later", "then"):
        last -= 1
    if last and tree.lower[last - 1] in _PRONOUNS:
        return last - 1, last
    first = last
    while first and _is_name(tree.words[first - 1]) and not any(a <= first - 1 < b for a, b in quotes):
        first -= 1
    return (first, last) if first < last else None


def _name_after(tree: Tree, place: int, quotes: list[Tokens]) -> Tokens | None:
    first = place + 1
    if first < len(tree.words) and tree.lower[first] in _PRONOUNS:
        return first, first + 1
    last = first
    while last < len(tree.words) and _is_name(tree.words[last]) and not any(a <= last < b for a, b in quotes):
        last += 1
    return (first, last) if last > first else None


def _according(tree: Tree, index: int) -> Iterator[Candidate]:
    for place in range(len(tree.words) - 2):
        if tree.lower[place : place + 2] == ("according", "to"):
            last = place + 2
            while last < len(tree.words) and tree.words[last] not in (",", ".", ";"):
                last += 1
            content = (last + 1, _end(tree)) if place < 2 else (0, place - (tree.words[place - 1] == ","))
            if content[0] < content[1]:
                yield Candidate(index, place, (place, place + 2), (content,), "frame", (place + 2, last), last - 1)
