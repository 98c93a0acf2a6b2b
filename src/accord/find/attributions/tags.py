"""Attributions that the learned tags show where no rule read them: each cue run with what stands beside it."""

from collections.abc import Iterator, Sequence

from accord.find.attributions.candidates import Candidate
from accord.find.attributions.openings import is_withheld
from accord.find.attributions.phrases import verb_group
from accord.find.attributions.sources import find_source, source_phrase
from accord.find.attributions.things import is_told_of_thing
from accord.find.attributions.trees import Tokens, Tree
from accord.knowledge.cues import cue_verbs

FAR = 3
"""Words between a cue and a tagged source from which the tree's own source is believed before it."""

SHORTEST = 3
"""Words of content that the tags alone must show."""

_RELATIVE = frozenset(("who", "which", "that"))
_OF_SOURCES = frozenset(("according", "per"))


def tag_runs(tags: tuple[str, ...], kind: str) -> list[Tokens]:
    """Runs of one kind of tag.

    >>> tag_runs(("B-CUE", "I-CUE", "O", "I-CUE", "B-CUE"), "CUE")
    [(0, 2), (3, 4), (4, 5)]
    """
    runs: list[Tokens] = []
    for place, tag in enumerate(tags):
        if not tag.endswith(kind):
            continue
        if runs and runs[-1][1] == place and not tag.startswith("B"):
            runs[-1] = (runs[-1][0], place + 1)
        else:
            runs.append((place, place + 1))
    return runs


def find_tagged(tree: Tree, index: int, taken: set[int]) -> Iterator[Candidate]:
    """Candidates of the cue runs that no other candidate of the sentence has taken."""
    tags = tree.sentence.attributions
    sources, contents = tag_runs(tags, "SOURCE"), tag_runs(tags, "CONTENT")
    for cue in tag_runs(tags, "CUE"):
        if not taken.isdisjoint(range(*cue)):
            continue
        head = head_of(tree, cue)
        if is_withheld(tree, head) or is_told_of_thing(tree, head, find_source(tree, head)):
            continue
        has_particle = cue[1] in tree.children(head, "compound:prt")
        cue = (min(cue[0], verb_group(tree, head, set(), None)[0]), cue[1] + has_particle)
        source, source_head = _source_of(tree, cue, head, sources)
        if not is_word_of_speech(tree, cue) or (source and not _is_somebody(tree, source)):
            continue
        content = _nearest_content(contents, cue, source)
        if sum(last - first for first, last in content) >= SHORTEST:
            yield Candidate(index, head, cue, content, "tags", source, source_head, strength=0.5)


def _source_of(tree: Tree, cue: Tokens, head: int, sources: list[Tokens]) -> tuple[Tokens | None, int]:
    """The source of a tagged cue and its head: the tree's where a tag bears it out or is far off."""
    source_head = find_source(tree, head)
    source = source_phrase(tree, source_head) if source_head >= 0 else None
    if source and _touches(source, sources):
        return source, source_head
    nearest = _nearest(sources, cue)
    if nearest and source and _apart(nearest, cue) > FAR and tree.upos(source_head) in ("PRON", "PROPN"):
        return source, source_head
    return nearest, head_of(tree, nearest) if nearest else -1


def _apart(run: Tokens, other: Tokens) -> int:
    """Tokens between two runs, 0 where they touch or overlap."""
    return max(run[0] - other[1], other[0] - run[1], 0)


def is_word_of_speech(tree: Tree, cue: Tokens) -> bool:
    """Whether a cue has a word that can attribute: a verb, a noun or a known phrase, not "far" or "was" alone."""
    return any(
        tree.upos(one) in ("VERB", "NOUN") or tree.lemma(one) in cue_verbs() or tree.lower[one] in _OF_SOURCES
        for one in range(*cue)
    )


def without_doublets(tree: Tree, candidates: Sequence[Candidate]) -> list[Candidate]:
    """Candidates but for those that the tags alone show and whose source and content another has at the same depth.

    What is said of a speaker in passing says nothing: "asked the minister, who left soon after".
    """
    held = [{token for run in one.content for token in range(*run)} for one in candidates]
    kept = []
    for one, tokens in zip(candidates, held, strict=True):
        rivals = (
            (other, theirs)
            for other, theirs in zip(candidates, held, strict=True)
            if other.how != "tags" and one.head not in theirs and other.head not in tokens
            if one.source is None or one.source == other.source or tree.lower[one.source_head] in _RELATIVE
        )
        if one.how != "tags" or not any(5 * len(tokens & theirs) > 4 * len(tokens) for _, theirs in rivals):
            kept.append(one)
    return kept


def _is_somebody(tree: Tree, source: Tokens) -> bool:
    """Whether a source has a noun, a name or a pronoun, not only "the" or "the other"."""
    return any(tree.upos(one) in ("NOUN", "PROPN", "PRON", "NUM") for one in range(*source))


def head_of(tree: Tree, run: Tokens) -> int:
    """Token of a run whose head lies outside it."""
    return next((token for token in range(*run) if not run[0] <= tree.head(token) < run[1]), run[0])


def _touches(run: Tokens, others: list[Tokens]) -> bool:
    return any(run[0] < last and first < run[1] for first, last in others)


def _nearest(runs: list[Tokens], cue: Tokens) -> Tokens | None:
    return min(runs, key=lambda run: min(abs(run[1] - cue[0]), abs(cue[1] - run[0])), default=None)


def _nearest_content(contents: list[Tokens], cue: Tokens, source: Tokens | None) -> tuple[Tokens, ...]:
    """Content runs that touch the cue or its source, else the nearest."""
    edges = {cue[0], cue[1], *(source or ())}
    near = [run for run in contents if run[0] in edges or run[1] in edges or run[0] - 1 in edges or run[1] + 1 in edges]
    if near:
        return tuple(near)
    nearest = _nearest(contents, cue)
    return (nearest,) if nearest else ()


def share_tagged(tags: tuple[str, ...], runs: tuple[Tokens, ...], kind: str) -> float:
    """Share of the tokens of runs that bear a kind of tag.

    >>> share_tagged(("O", "B-CONTENT"), ((0, 2),), "CONTENT")
    0.5
    """
    tokens = [token for run in runs for token in range(*run)]
    return sum(tags[token].endswith(kind) for token in tokens) / len(tokens) if tokens and tags else 0.0
