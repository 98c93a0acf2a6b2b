"""Items of a bundle: what "these covered", "among the deals were", "including" lists."""

from collections.abc import Sequence

from accord.find.attributions.phrases import trim
from accord.find.attributions.trees import Tokens, Tree
from accord.find.commitments.cues import Pledge
from accord.find.parties import Parties
from accord.knowledge.commitments import instrument_lemmas
from accord.knowledge.markers import find_stage
from accord.knowledge.tables import read_words
from accord.model.findings import Stage

# Tokens from which an item is cut off a list of two: shorter ones are one matter, "culture and sports".
LONG_ITEM = 4
# Tokens before a verb of laying out among which a bundle is looked for, where the tree names no subject.
NEAR = 3
_POINTING = frozenset(("they", "these", "those", "it", "which", "list", "package"))


def find_items(tree: Tree, parties: Parties, bundle: Pledge | None, pledges: Sequence[Pledge]) -> list[Pledge]:
    """Items of a list in a sentence, at the stage of the bundle in it or the last one before."""
    near = parent = next((pledge for pledge in pledges if pledge.is_bundle), bundle)
    among = _among(tree)
    if among and (near is None or near is bundle):
        near = Pledge(0, _stage(tree), parties.last_many, (0, 0), (0, 0))
    if near is None:
        return []
    runs = among or _including(tree) or _after_list_verb(tree)
    items = [item for run in runs for item in _cut(tree, run)]
    return [
        Pledge(first, near.stage, near.parties, (first, last), (first, last), bundle=parent) for first, last in items
    ]


def _stage(tree: Tree) -> Stage:
    """Stage that a sentence's own words tell of what it lists: "among the plans inked on Monday were"."""
    found = find_stage(tree.lower)
    return found if found in ("signed", "pledged", "proposed", "expected") else "agreed"  # type: ignore[return-value]


def _after_list_verb(tree: Tree) -> list[Tokens]:
    """What follows a verb that lays a bundle out, or a participle behind one: "covering", "ranging from"."""
    for token in range(1, len(tree.words)):
        if tree.upos(token) != "VERB" or tree.lemma(token) not in read_words("list_verbs.txt"):
            continue
        if _speaks_of_bundle(tree, token):
            behind = range(token + 1, len(tree.words))
            return [(token + 1, next((i for i in behind if _ends_list(tree, i)), len(tree.words)))]
    return []


def _ends_list(tree: Tree, token: int) -> bool:
    return tree.words[token] in (".", ";", ":") or tree.lower[token] in ("according", "which", "who", "said", "while")


def _speaks_of_bundle(tree: Tree, verb: int) -> bool:
    """Whether what stands right before the verb, or is its subject, is a bundle or points at one."""
    subjects = [token for child in tree.children(verb, "nsubj") for token in tree.below(child)]
    near = range(max(0, verb - NEAR), verb)
    return any(tree.lower[i] in _POINTING or _is_instrument(tree, i) for i in (*subjects, *near) if i < verb)


def _among(tree: Tree) -> list[Tokens]:
    """What stands behind "among these deals are"."""
    for token in range(len(tree.words)):
        if tree.lower[token] not in ("among", "amongst"):
            continue
        verbs = [i for i in range(token, len(tree.words)) if tree.lemma(i) == "be"]
        if verbs and any(_is_instrument(tree, i) for i in range(token, verbs[0])):
            stop = next(
                (i for i in range(verbs[0], len(tree.words)) if tree.words[i] in (",", ".", ";")), len(tree.words)
            )
            return [(verbs[0] + 1, stop)]
    return []


def _is_instrument(tree: Tree, token: int) -> bool:
    return tree.upos(token) == "NOUN" and tree.lemma(token) in instrument_lemmas()


def _including(tree: Tree) -> list[Tokens]:
    """What stands behind "including" where it is a bundle that includes it."""
    for token in range(len(tree.words)):
        if tree.lower[token] == "including" and any(_is_instrument(tree, i) for i in range(token)):
            head = tree.head(token) if tree.label(token) == "case" else next(iter(tree.children(token, "obj")), -1)
            if head > token:
                return [(token + 1, max(_whole(tree, head)[0][1], head + 1))]
    return []


def _whole(tree: Tree, head: int) -> list[Tokens]:
    """The unbroken run of all that hangs on a head."""
    tokens = tree.below(head, tree.children(head, "parataxis", "acl:relcl"))
    return [tree.around(head, tokens)]


def _cut(tree: Tree, run: Tokens) -> list[Tokens]:
    """Cut a list at its commas, its last piece at "and" too: "grain, arts and sports, rail and wool" has four items.

    A list of two short items alone is cut nowhere.
    """
    pieces: list[Tokens] = []
    first = run[0]
    for token in range(*run):
        if tree.words[token] in (",", ";"):
            pieces.append((first, token))
            first = token + 1
    last = _at_conjunctions(tree, (first, run[1]))
    if not pieces and any(end - start < LONG_ITEM for start, end in last):
        last = [(first, run[1])]
    found = [_bare(tree, piece) for piece in (*pieces, *last)]
    return [piece for piece in found if any(tree.upos(token) in ("NOUN", "PROPN", "VERB") for token in range(*piece))]


def _at_conjunctions(tree: Tree, run: Tokens) -> list[Tokens]:
    pieces: list[Tokens] = []
    first = run[0]
    for token in range(*run):
        ands = tree.upos(token) == "CCONJ" or tree.lower[token : token + 3] == ("as", "well", "as")
        if ands and token > first:
            pieces.append((first, token))
            first = token + (1 if tree.upos(token) == "CCONJ" else 3)
    return [*pieces, (first, run[1])]


def _bare(tree: Tree, piece: Tokens) -> Tokens:
    """A piece without the conjunction, preposition or marks at its ends."""
    first, last = piece
    while first < last and tree.upos(first) in ("CCONJ", "ADP", "PUNCT"):
        first += 1
    return trim(tree, first, last)
