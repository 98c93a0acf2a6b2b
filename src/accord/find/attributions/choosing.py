"""Which candidates are believed: the rules' word weighed with the learned tags."""

from collections.abc import Iterable

from msgspec import structs

from accord.find.attributions.candidates import Candidate
from accord.find.attributions.tags import share_tagged
from accord.find.attributions.things import is_told_of_thing
from accord.find.attributions.trees import Tree
from accord.knowledge.cues import cue_verbs
from accord.knowledge.tables import read_words

BELIEVED = 1.1
"""Weight from which a candidate is kept; chosen on wikinews-gold train and a sample of PolNeAR train."""

ACTS, ACT = frozenset(("verb:preposition", "verb:object", "verb:to", "verb:named")), 0.7
"""How verbs that are speech whatever their object ("hailed", "called for") are borne out without a tag."""

SAID, SPEECH = frozenset(("verb:clause", "verb:host", "verb:after")), 0.1
"""How verbs that are nothing but speech ("said", "told") are borne out by their clause without a tag."""

TAGGED_CUE, TAGGED_CONTENT = 0.8, 0.2


def choose(tree: Tree, candidates: Iterable[Candidate]) -> tuple[list[Candidate], set[int]]:
    """Candidates of one sentence that are believed, one a cue token, the surer first; and the cue tokens used up."""
    weighed = sorted(((weight(tree, one), one) for one in candidates), key=lambda pair: (-pair[0], pair[1].cue))
    kept: list[Candidate] = []
    taken: set[int] = set()
    for sure, one in weighed:
        if sure >= BELIEVED and taken.isdisjoint(range(*one.cue)):
            kept.append(one)
            taken.update(range(*one.cue))
    return with_frames(tree, sorted(kept, key=lambda one: one.cue)), taken


def with_frames(tree: Tree, candidates: list[Candidate]) -> list[Candidate]:
    """Join "according to Y" to what it covers: words of X are X's, through Y; what X did or agreed is told by Y."""
    kept = list(candidates)
    for frame in [one for one in candidates if one.how == "frame"]:
        held = {token for run in frame.content for token in range(*run)}
        inner = next((one for one in kept if one is not frame and one.head in held and _leads(tree, one, held)), None)
        if inner is None:
            continue
        if tree.lemma(inner.head) in read_words("joint_verbs.txt") or inner.source is None:
            kept.remove(inner)
        else:
            kept.remove(frame)
            content = tuple(run for run in inner.content if run != frame.cue)
            kept[kept.index(inner)] = structs.replace(inner, content=content, through=frame.source)
    return kept


def _leads(tree: Tree, candidate: Candidate, held: set[int]) -> bool:
    """Whether a cue is the main verb of what a frame covers."""
    return candidate.how.startswith(("verb", "tags")) and tree.head(candidate.head) not in held


def weight(tree: Tree, candidate: Candidate) -> float:
    """How far a candidate is believed: its own strength and the share of its tokens that the tags bear out."""
    tags = tree.sentence.attributions
    if not tags:
        return candidate.strength + 0.6
    if is_told_of_thing(tree, candidate.head, candidate.source_head):
        return 0.0
    if candidate.how == "colon":
        return BELIEVED
    if not candidate.content:  # the speech stands in another sentence, unless the tags show some in this one
        beside = {token for child in tree.children(candidate.head, "advcl") for token in tree.below(child)}
        return 0.0 if any(tags[at].endswith("CONTENT") for at in range(len(tags)) if at not in beside) else BELIEVED
    is_act = candidate.source and candidate.how in ACTS and _lemma(tree, candidate) in read_words("speech_acts.txt")
    is_said = (
        candidate.source and candidate.how in SAID and tree.lemma(candidate.head) in read_words("speech_verbs.txt")
    )
    cue = any(tags[token].endswith("CUE") for token in range(*candidate.cue))
    return (
        candidate.strength
        + ACT * bool(is_act)
        + SPEECH * bool(is_said)
        + TAGGED_CUE * cue
        + TAGGED_CONTENT * share_tagged(tags, candidate.content, "CONTENT")
    )


def _lemma(tree: Tree, candidate: Candidate) -> str:
    """Lemma of a cue verb, with the e that "endorsed" may lose."""
    lemma = tree.lemma(candidate.head)
    return lemma if lemma in cue_verbs() else f"{lemma}e"
