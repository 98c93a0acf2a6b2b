"""Who does what a verb says: its subject, or that of the verb it hangs on."""

from accord.find.attributions.trees import Tree

_CLIMB = 5


def subject_of(tree: Tree, token: int) -> tuple[int, bool]:
    """Head of the subject of a verb, its own or that of the verb it hangs on, and whether it is what it is done to."""
    node = token
    for _ in range(_CLIMB):
        for child in tree.kids[node]:
            if tree.full_label(child) in ("nsubj", "nsubj:outer", "nsubj:pass"):
                passive = tree.full_label(child) == "nsubj:pass" and node == token
                if tree.lower[child] in ("which", "that", "who") and tree.label(node) == "acl":
                    return tree.head(node), passive
                return child, passive
        label, head = tree.label(node), tree.head(node)
        if head < 0:
            return -1, False
        if label == "acl":
            return head, tree.sentence.feature(node, "Voice") == "Pass" and node == token
        if label not in ("conj", "advcl", "xcomp", "aux", "parataxis", "ccomp"):
            return -1, False
        if label in ("ccomp", "parataxis") and node == token and tree.sentence.feature(node, "VerbForm") == "Fin":
            return -1, False
        node = head
    return -1, False
