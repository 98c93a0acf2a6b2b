"""Sources that say nothing: acts and events of which a verb of saying tells what they do or mean."""

from accord.find.attributions.trees import Tree
from accord.knowledge.cues import cue_verbs
from accord.knowledge.tables import read_words


def is_told_of_thing(tree: Tree, cue: int, head: int) -> bool:
    """Whether a cue tells what a thing does, not what somebody says: "the visit threatens the truce".

    `cue` and `head` are the tokens of the cue and of its source.
    """
    if head < 0 or tree.upos(head) != "NOUN" or tree.lemma(head) not in read_words("thing_nouns.txt"):
        return False
    verb = tree.lemma(cue)
    return (verb if verb in cue_verbs() else f"{verb}e") in read_words("thing_verbs.txt")
