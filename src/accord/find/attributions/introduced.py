"""Who a block of speech is by: whom the sentence before it names where it tells of a letter, statement or column."""

from accord.find.attributions.trees import Tree
from accord.knowledge.cues import venue_nouns

_CLIMB = 6
_BY = frozenset(("by", "from"))
_RELATIVE = frozenset(("who", "which", "that"))


def introduces(tree: Tree) -> bool:
    """Whether a sentence leads up to what stands behind it: it ends in a colon or tells of a document or speech."""
    return bool(tree.sentence.heads) and (ends_in_colon(tree) or bool(_documents(tree)))


def ends_in_colon(tree: Tree) -> bool:
    """Whether what stands behind a sentence is announced by it."""
    return tree.words[-1] == ":"


def find_authors(tree: Tree) -> list[int]:
    """Heads of those who may be the author, the likelier first.

    Whoever does what the document is part of ("Berg put it so in a letter"), whose it is where nobody does
    ("Berg's statement in full:", "a column by Berg"), then the subject of the sentence.
    """
    found: list[int] = []
    for document in _documents(tree):
        found += _doers(tree, document)
        found += tree.children(document, "nmod:poss")
        nouns = tree.children(document, "nmod")
        found += [one for one in nouns if any(tree.lower[case] in _BY for case in tree.children(one, "case"))]
    root = tree.sentence.root
    noun = [root] if tree.upos(root) in ("NOUN", "PROPN", "PRON") else []  # "In a statement, Governor Kari Dahl:"
    return list(dict.fromkeys([*found, *tree.children(root, "nsubj"), *noun]))


def _documents(tree: Tree) -> list[int]:
    """Nouns of a document or speech, the last first."""
    nouns = (one for one in reversed(range(len(tree.words))) if tree.upos(one) == "NOUN")
    return [one for one in nouns if tree.lower[one] in venue_nouns() or tree.lemma(one) in venue_nouns()]


def _doers(tree: Tree, node: int) -> list[int]:
    """Subjects of the clauses that a noun stands in, the nearest first."""
    found: list[int] = []
    for _ in range(_CLIMB):
        node = tree.head(node)
        if node < 0:
            break
        subjects = [one for one in tree.children(node, "nsubj") if tree.lower[one] not in ("it", "there")]
        if tree.label(node) == "acl" and (not subjects or tree.lower[subjects[0]] in _RELATIVE):
            found.append(tree.head(node))
        else:
            found += subjects or _companions(tree, node)
    return found


def _companions(tree: Tree, node: int) -> list[int]:
    """Whom a participle tells of behind "with", where the tree hangs it on the verb: "with Berg sending a letter"."""
    above = tree.head(node)
    if above < 0 or tree.label(node) != "advcl":
        return []
    near = [one for one in tree.children(above, "obl") if above < one < node]
    return [one for one in near if _is_behind_with(tree, one)]


def _is_behind_with(tree: Tree, noun: int) -> bool:
    """Whether "with" stands before a phrase, on the noun or, by the tree, on the participle behind it."""
    before = tree.below(noun)[0] - 1
    return (before >= 0 and tree.lower[before] == "with") or any(
        tree.lower[case] == "with" for case in tree.children(noun, "case")
    )
