"""Whether an act is told as done, planned, possible or denied, or only wished for."""

from msgspec import Struct

from accord.find.attributions.trees import Tree
from accord.knowledge.markers import is_negated
from accord.knowledge.plover import frame_of
from accord.model.findings import EventStatus

_PLANNED = frozenset(("will", "shall", "'ll", "’ll", "wo"))
_POSSIBLE = frozenset(("may", "might", "could", "can"))
_ASKED = frozenset(("should", "must", "ought", "need"))
_WHETHER = frozenset(("if", "unless", "whether", "lest"))
_FRAMES: dict[str, EventStatus | None] = {
    "plan": "planned",
    "promise": "planned",
    "may": "possible",
    "refuse": "denied",
    "deny": "denied",
    "wish": None,
    "order": None,
    "belief": None,
}
# Frames that take a finite clause too: "denied that it sent", "hopes they meet". Of others the clause stands by itself.
_OF_CLAUSES = frozenset(("deny", "wish", "promise", "belief"))
_MARKS = frozenset(("”", "’", '"', "'", "''", "»", ")", "]", "."))
# Nouns that an infinitive only describes once it was done: "the first to sign".
_DONE = frozenset(("first", "second", "third", "last", "latest", "next", "only"))
_COMPLEMENTS = frozenset(("xcomp", "obj", "obl", "advcl", "csubj", "nsubj", "acl"))
_CLIMB = 4


class Reading(Struct, frozen=True):
    """How an act is told.

    `status` is None where it is asked for, wished for or believed and not told at all; `own` what its own auxiliaries
    say; `frame` and `above` the verb above it that says how it stands; `asked` whether "should" or "must" asks for it.
    """

    status: EventStatus | None
    own: EventStatus = "happened"
    frame: str | None = None
    above: int = -1
    asked: bool = False


def is_question(tree: Tree) -> bool:
    """Whether a sentence asks: it ends with a question mark, quotation marks aside."""
    return next((word for word in reversed(tree.words) if word not in _MARKS), "") == "?"


def read_act(tree: Tree, token: int) -> Reading:
    """Read the auxiliaries, the negation and the verbs above of a verb, or of a noun."""
    frame, above, top = _frame(tree, token)
    words = _auxiliaries(tree, token) | _auxiliaries(tree, top)
    if words & _ASKED:
        return Reading(None, asked=True)
    own = _own_status(tree, top, words)
    if frame is None and _is_only_named(tree, top):
        return Reading(None, own)
    purpose = _is_purpose_of(tree, token) if frame is None else -1
    if purpose >= 0:
        outer = read_act(tree, purpose).status
        return Reading(outer if outer in ("planned", "possible") else None, own, None, purpose)
    if _is_conditional(tree, token):
        return Reading("possible" if own != "happened" else None, own, frame, above)
    status = _framed(tree, frame, above, own)
    if _is_negated(tree, token) and status is not None:
        status = "denied"
    if above >= 0 and _is_negated(tree, above):
        status = None if frame in ("refuse", "deny") else "denied" if status in ("planned", "possible") else status
    return Reading(status, own, frame, above)


def _framed(tree: Tree, frame: str | None, above: int, own: EventStatus) -> EventStatus | None:
    """Status under the frame: "may agree to" is possible, "agreed to" planned; the act's own without one."""
    if frame not in _FRAMES:
        return own
    outer = _FRAMES[frame]
    may = outer == "planned" and any(tree.lower[child] in _POSSIBLE for child in tree.children(above, "aux"))
    return "possible" if may else outer


def _is_negated(tree: Tree, token: int) -> bool:
    return is_negated(
        [tree.lower[child] for child in tree.kids[token] if tree.label(child) in ("advmod", "aux", "det")]
    )


def _auxiliaries(tree: Tree, token: int) -> set[str]:
    """Words about a verb that say how it is told; those of the verb it is joined to, if it has none: "will A and B"."""
    node = token
    while tree.label(node) == "conj" and tree.sentence.feature(node, "Tense") != "Past":
        if tree.head(node) < 0 or tree.children(node, "aux", "nsubj", "mark") or tree.upos(tree.head(node)) != "VERB":
            break
        node = tree.head(node)
    return {tree.lower[child] for child in tree.children(node, "aux", "advmod", "mark", "cop", "det")}


def _own_status(tree: Tree, token: int, words: set[str]) -> EventStatus:
    if words & _PLANNED:
        return "planned"
    if words & _POSSIBLE:
        return "possible"
    if "would" in words:
        return "planned" if tree.label(token) in ("ccomp", "conj", "acl") else "possible"
    if "to" in words and any(tree.lemma(child) == "be" for child in tree.children(token, "aux", "cop")):
        return "planned"
    return "happened"


def _frame(tree: Tree, token: int) -> tuple[str | None, int, int]:
    """The frame of an act, the verb above that sets it, and the verb that was reached below it.

    The climb goes over verbs that add nothing ("agreed to begin talks") and over verbs joined to one another.
    """
    node = token
    for _ in range(_CLIMB):
        label, head = tree.label(node), tree.head(node)
        if head < 0:
            break
        frame = frame_of(tree.lemma(head))
        if label == "conj":
            if tree.upos(head) != "VERB" or tree.children(node, "nsubj", "mark", "aux"):
                break
            node = head
            continue
        if label == "ccomp" and frame not in _OF_CLAUSES:
            break
        if label not in _COMPLEMENTS and label != "ccomp":
            break
        if label in ("obl", "advcl", "acl") and not _is_complement(tree, node, frame):
            break
        if frame != "try":
            return frame, head, node
        node = head
    return None, -1, node


def _is_complement(tree: Tree, node: int, frame: str | None) -> bool:
    """Whether an infinitive or noun is what its head frames: "an offer to send", "prepared for talks"."""
    if not frame:
        return False
    if tree.upos(node) == "VERB":
        return bool(tree.children(node, "mark"))
    return any(tree.lower[case] in ("for", "on", "to") for case in tree.children(node, "case"))


def _is_purpose_of(tree: Tree, token: int) -> int:
    """The verb that an infinitive is the purpose of: "flew there to sign", "may return to sign"; -1 if none."""
    is_aim = tree.label(token) == "advcl" and any(tree.lower[mark] == "to" for mark in tree.children(token, "mark"))
    return tree.head(token) if is_aim and tree.upos(tree.head(token)) == "VERB" else -1


def _is_only_named(tree: Tree, token: int) -> bool:
    """Whether a verb only says what a noun is about: "efforts to disarm", "the cost of arming"; not "the first to"."""
    if tree.label(token) != "acl" or tree.upos(token) not in ("VERB", "AUX") or tree.head(token) < 0:
        return False
    marks = {tree.lower[mark] for mark in tree.children(token, "mark", "case")}
    if not marks & {"to", "of", "for", "in", "at", "about", "on"} or tree.full_label(token) == "acl:relcl":
        return False
    host = tree.head(token)
    return not any(tree.lower[child] in _DONE for child in (host, *tree.kids[host]))


def _is_conditional(tree: Tree, token: int) -> bool:
    return any(tree.lower[child] in _WHETHER for child in tree.children(token, "mark"))
