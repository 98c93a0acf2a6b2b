"""Where content begins and ends: what the tree gives, drawn out to what the learned tags show beyond it."""

from collections.abc import Sequence

from msgspec import structs

from accord.find.attributions.candidates import Candidate
from accord.find.attributions.phrases import is_mark, trim
from accord.find.attributions.tags import tag_runs
from accord.find.attributions.trees import Tokens, Tree, runs_of


def with_tagged_edges(tree: Tree, candidates: Sequence[Candidate]) -> list[Candidate]:
    """Candidates of a sentence, each content drawn over the rest of the tagged runs that it lies in.

    On PolNeAR's training part the tags were right in 180 of 205 places where they began a content earlier than the
    tree did and in 79 of 95 where they ended it later, but wrong in nine of ten where they made it shorter.
    """
    runs = tag_runs(tree.sentence.attributions, "CONTENT")
    if not runs:
        return list(candidates)
    held = [_held(one) for one in candidates]
    drawn = []
    for place, one in enumerate(candidates):
        others = set().union(*(held[at] for at in range(len(held)) if at != place))
        drawn.append(_drawn(tree, one, runs, others))
    return drawn


def _held(candidate: Candidate) -> set[int]:
    return {token for run in candidate.content for token in range(*run)}


def _own(candidate: Candidate) -> set[int]:
    """Tokens of the cue and the source, which are no content."""
    return {token for run in (candidate.cue, candidate.source) if run for token in range(*run)}


def _drawn(tree: Tree, candidate: Candidate, runs: Sequence[Tokens], others: set[int]) -> Candidate:
    if not candidate.content or candidate.how == "colon":
        return candidate
    own, content = _own(candidate), _held(candidate)
    for first, last in runs:
        run = set(range(first, last)) - own
        if run & content or (_is_beside(tree, own, (first, last)) and run.isdisjoint(others)):
            content |= run
    tokens = content | {t + 1 for t in content if t + 2 in content and t + 1 not in own and is_mark(tree, t + 1)}
    found = tuple(run for one in runs_of(tokens) if (run := trim(tree, *one))[0] < run[1])
    return structs.replace(candidate, content=found)


def _is_beside(tree: Tree, own: set[int], run: Tokens) -> bool:
    """Whether only a comma parts a run from the cue or its source: `The law, he said, will pass`."""
    before, behind = range(run[1], min(run[1] + 2, len(tree.words))), range(run[0] - 1, max(run[0] - 3, -1), -1)
    for side in (before, behind):
        for token in side:
            if token in own:
                return True
            if not is_mark(tree, token):
                break
    return False
