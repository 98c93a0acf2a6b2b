"""The verb that a time expression hangs on in the tree, and how it leans; nothing where only tokens are known."""

from collections.abc import Sequence

from msgspec import Struct

from accord.find.times.settings import AHEAD, SURELY_BACK
from accord.model.sentences import Sentence

HELPERS_WITHIN = 12
"""Words before a verb that its auxiliaries are looked for in, so that a verb costs a constant."""
NO_TREE = -2
"""Head of a word whose sentence has no tree; -1 is that of a root."""
_FUTURE = frozenset(("will", "shall", "'ll", "’ll", "wo", "sha"))
_PLACING = frozenset(("", "on", "in", "at", "during", "early", "late", "around", "about", "since", "from"))
_SCHEDULING = frozenset(("on", "until", "till", "by"))
_OF_VERBS = ("obl", "advmod", "obl:unmarked", "obl:tmod")


class Tree(Struct, frozen=True):
    """The words of a passage as nodes: lower-case forms, heads by index in the passage, relations, morphology."""

    lower: list[str]
    heads: list[int]
    labels: list[str]
    feats: list[str]

    def add(self, sentence: Sentence) -> None:
        """Take in a sentence that follows the others; its words are those of the passage from here on."""
        offset, count = len(self.heads), len(sentence.words)
        if sentence.heads:
            self.heads.extend(head + offset if head >= 0 else -1 for head in sentence.heads)
        else:
            self.heads.extend([NO_TREE] * count)
        self.labels.extend(sentence.labels or ("",) * count)
        self.feats.extend(sentence.feats or ("",) * count)

    def top(self, first: int, last: int) -> int:
        """Index of the word of a phrase that the rest of it hangs on; -1 where there is no tree."""
        inside = range(first, min(last, len(self.heads)))
        return next((i for i in inside if self.heads[i] != NO_TREE and not first <= self.heads[i] < last), -1)

    def helpers(self, verb: int) -> list[int]:
        """Indexes of the auxiliaries and copulas before a verb: `will have been` → of all three."""
        near = range(max(0, verb - HELPERS_WITHIN), verb)
        return [i for i in near if self.heads[i] == verb and self.labels[i].startswith(("aux", "cop"))]


def verb_of(tree: Tree, first: int, last: int) -> int:
    """Index of the verb that words first to last tell the time of; -1 where the tree knows none."""
    top = tree.top(first, last)
    return tree.heads[top] if top >= 0 and tree.heads[top] >= 0 and tree.labels[top] in _OF_VERBS else -1


def lean_of_verb(tree: Tree, verb: int, before: str) -> int:
    """Say how a verb leans: AHEAD, SURELY_BACK, 0 where the tree doesn't tell.

    `before` is the word before the phrase: what was told "to June 2" or "for May" may lie ahead.
    """
    helpers = tree.helpers(verb)
    if any(tree.lower[i] in _FUTURE for i in helpers):
        return AHEAD
    told = [i for i in (verb, *helpers) if "VerbForm=Fin" in tree.feats[i]]
    if before.lower() not in _PLACING or not told:
        return 0
    is_plain = all("Tense=Past" in tree.feats[i] for i in told)
    return SURELY_BACK if is_plain and not _is_modal(tree, helpers) else 0


def is_scheduled(tree: Tree, verb: int, before: str) -> bool:
    """Whether a verb tells in the present what is to be: "which begins on Monday"."""
    looks_past = tree.lower[verb].endswith("ed") and not tree.lower[verb].endswith("eed")  # whatever the tagger says
    is_present = "Tense=Pres" in tree.feats[verb] and "VerbForm=Fin" in tree.feats[verb] and not looks_past
    return is_present and not tree.helpers(verb) and before.lower() in _SCHEDULING


def is_headed_for(tree: Tree, verb: int) -> bool:
    """Whether a verb is what a headline says is to be: "Generals to meet on Thursday"."""
    above = tree.heads[verb]
    is_top = above == -1 or (tree.labels[verb] == "acl" and above >= 0 and tree.heads[above] == -1)
    is_bare = is_top and verb > 0 and not tree.helpers(verb)  # "was to meet" has been
    return is_bare and "VerbForm=Inf" in tree.feats[verb] and tree.lower[verb - 1] == "to"


def _is_modal(tree: Tree, helpers: Sequence[int]) -> bool:
    modals = ("would", "could", "might", "should", "may", "can", "must", "ought")
    return any(tree.lower[i] in modals for i in helpers)
