"""Where a cue begins before its verb: what negates it, what it goes on from, the paper that it is put into."""

from functools import cache

from accord.find.attributions.phrases import verb_group
from accord.find.attributions.trees import Tree
from accord.knowledge.cues import venue_nouns
from accord.knowledge.tables import read_words

_BETWEEN = frozenset(("to", "on"))


def opening_of(tree: Tree, verb: int, first: int) -> int:
    """First token of a cue whose verb's own group begins at `first`."""
    for phrase in leads():
        if tree.lower[max(0, first - len(phrase)) : first] == phrase:
            return verb_group(tree, first - len(phrase), set(), None)[0]  # "stopped short of | calling"
    if is_quoted(tree, verb):
        return verb_group(tree, tree.head(verb), set(), None)[0]
    if (issuing := verb_of_paper(tree, verb)) >= 0:
        return verb_group(tree, issuing, set(), None)[0]
    return _from_helper(tree, verb, first)


@cache
def leads() -> tuple[tuple[str, ...], ...]:
    """Phrases before a cue that negate it, as their words."""
    return tuple(tuple(phrase.split()) for phrase in sorted(read_words("cue_leads.txt")))


def is_quoted(tree: Tree, verb: int) -> bool:
    """Whether a verb is what somebody was quoted as saying."""
    head = tree.head(verb)
    is_told = tree.lemma(head) in ("quote", "cite", "report", "describe") and bool(tree.children(head, "nsubj"))
    return is_told and any(tree.lower[mark] == "as" for mark in tree.children(verb, "mark", "case"))


def is_withheld(tree: Tree, verb: int) -> bool:
    """Whether a word of saying is what somebody would not do: "declined to | say"."""
    above = tree.head(verb)
    return tree.label(verb) == "xcomp" and above >= 0 and tree.lemma(above) in read_words("refusing_verbs.txt")


def verb_of_paper(tree: Tree, verb: int) -> int:
    """The verb of giving out whose paper a participle fills: "issued a statement saying"; -1 if there is none."""
    paper = tree.head(verb)
    if tree.full_label(verb) != "acl" or paper < 0 or paper > verb or not tree.lower[verb].endswith("ing"):
        return -1
    is_paper = tree.lower[paper] in venue_nouns() or tree.lemma(paper) in venue_nouns()
    giving = tree.head(paper)
    is_given = tree.label(paper) == "obj" and 0 <= giving < paper and tree.lemma(giving) in read_words("giving_out.txt")
    is_apart = "," in tree.words[paper:verb]
    return giving if is_paper and is_given and not is_apart else -1


def _from_helper(tree: Tree, verb: int, first: int) -> int:
    """Where a cue begins whose verb another carries: "went on to | say", "tried to | play down"."""
    helper = tree.head(verb)
    if (
        tree.label(verb) != "xcomp"
        or not 0 <= helper < first
        or tree.lemma(helper) not in read_words("cue_helpers.txt")
    ):
        return first
    begun, end = verb_group(tree, helper, set(), None)
    is_joined = all(tree.lower[token] in _BETWEEN or tree.upos(token) == "ADV" for token in range(end, first))
    return begun if is_joined else first
