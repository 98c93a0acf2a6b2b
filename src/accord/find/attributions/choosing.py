"""Which candidates are believed: the rules' word weighed with the learned tags."""

from collections.abc import Iterable

from accord.find.attributions.candidates import Candidate
from accord.find.attributions.tags import share_tagged
from accord.find.attributions.trees import Tree

BELIEVED = 0.9
"""Weight from which a candidate is kept; chosen on wikinews-gold train and a sample of PolNeAR train."""

TAGGED_CUE, TAGGED_CONTENT = 0.5, 0.5


def choose(tree: Tree, candidates: Iterable[Candidate]) -> list[Candidate]:
    """Candidates of one sentence that are believed, one a cue token, the surer first."""
    weighed = sorted(((weight(tree, one), one) for one in candidates), key=lambda pair: (-pair[0], pair[1].cue))
    kept: list[Candidate] = []
    taken: set[int] = set()
    for sure, one in weighed:
        if sure >= BELIEVED and taken.isdisjoint(range(*one.cue)):
            kept.append(one)
            taken.update(range(*one.cue))
    return sorted(kept, key=lambda one: one.cue)


def weight(tree: Tree, candidate: Candidate) -> float:
    """How far a candidate is believed: its own strength and the share of its tokens that the tags bear out."""
    tags = tree.sentence.attributions
    if not tags:
        return candidate.strength + 0.4
    cue = any(tags[token].endswith("CUE") for token in range(*candidate.cue))
    return candidate.strength + TAGGED_CUE * cue + TAGGED_CONTENT * share_tagged(tags, candidate.content, "CONTENT")
