"""Who does what a verb says: its subject, or that of the verb it hangs on."""

from accord.model.sentences import Sentence

_CLIMB = 5
_RELATIVE = frozenset(("which", "that", "who"))


def subject_of(sentence: Sentence, token: int) -> tuple[int, bool]:
    """Head of the subject of a verb, its own or that of the verb it hangs on, and whether it is what it is done to.

    (-1, False) where there is none, or no tree.
    """
    node = token
    for _ in range(_CLIMB if sentence.heads else 0):
        for child in sentence.children(node, "nsubj"):
            passive = sentence.labels[child] == "nsubj:pass" and node == token
            if sentence.words[child].lower() in _RELATIVE and sentence.is_labelled(node, "acl"):
                return sentence.heads[node], passive
            return child, passive
        head = sentence.heads[node]
        if head < 0:
            return -1, False
        if sentence.is_labelled(node, "acl"):
            return head, sentence.feature(node, "Voice") == "Pass" and node == token
        if not sentence.is_labelled(node, "conj", "advcl", "xcomp", "aux", "parataxis", "ccomp"):
            return -1, False
        finite = node == token and sentence.feature(node, "VerbForm") == "Fin"
        if finite and sentence.is_labelled(node, "ccomp", "parataxis"):
            return -1, False
        node = head
    return -1, False
