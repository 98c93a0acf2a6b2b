"""Whether an act is told as done, planned, possible or denied, or only wished for."""

from accord.find.attributions.trees import Tree
from accord.knowledge.markers import is_negated
from accord.knowledge.plover import frame_of
from accord.model.findings import EventStatus

_PLANNED = frozenset(("will", "shall", "'ll", "’ll", "wo"))
_POSSIBLE = frozenset(("may", "might", "could", "can"))
_ASKED = frozenset(("should", "must", "ought", "need"))
_WHETHER = frozenset(("if", "unless", "whether", "lest", "until", "before"))
_FRAMES: dict[str, EventStatus | None] = {
    "plan": "planned",
    "promise": "planned",
    "may": "possible",
    "refuse": "denied",
    "deny": "denied",
    "wish": None,
    "order": None,
}
_CLIMB = 4


class Reading:
    """How an act is told. `status` is None where it is asked or wished for and not told at all."""

    def __init__(
        self, status: EventStatus | None, frame: str | None = None, above: int = -1, asked: bool = False
    ) -> None:
        self.status = status
        self.frame = frame
        self.above = above
        self.asked = asked


def read_act(tree: Tree, token: int) -> Reading:
    """Read the auxiliaries, the negation and the verbs above of a verb, or of the noun's verb."""
    words = _auxiliaries(tree, token)
    negated = is_negated(
        [tree.lower[child] for child in tree.kids[token] if tree.label(child) in ("advmod", "aux", "det")]
    )
    if words & _ASKED:
        return Reading(None, asked=True)
    own = _own_status(tree, token, words)
    frame, above = _frame(tree, token)
    if frame == "wish" and own != "happened" and above >= 0 and tree.label(token) == "ccomp":
        frame, above = None, -1  # "believes that Oslo will lend": told as to come
    if frame is None and (purpose := _is_purpose_of(tree, token)) >= 0:
        outer = read_act(tree, purpose).status
        return Reading(outer if outer in ("planned", "possible") else None, None, purpose)
    if _is_conditional(tree, token):
        return Reading("possible" if own != "happened" else None, frame, above)
    status: EventStatus | None = own
    if frame in _FRAMES:
        outer = _FRAMES[frame]
        if outer == "planned" and above >= 0 and _outer_possible(tree, above):
            outer = "possible"
        status = outer
    if negated and status in ("happened", "planned", "possible"):
        status = "denied"
    return Reading(status, frame, above)


def _auxiliaries(tree: Tree, token: int) -> set[str]:
    """Words about a verb that say how it is told; those of the verb it is joined to, where it has none: "will A and B"."""
    node = token
    while tree.label(node) == "conj" and tree.sentence.feature(node, "Tense") != "Past":
        if tree.head(node) < 0 or tree.children(node, "aux", "nsubj", "mark") or tree.upos(tree.head(node)) != "VERB":
            break
        node = tree.head(node)
    return {tree.lower[child] for child in tree.children(node, "aux", "aux:pass", "advmod", "mark", "cop", "det")}


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


def _outer_possible(tree: Tree, token: int) -> bool:
    return any(tree.lower[child] in _POSSIBLE for child in tree.children(token, "aux"))


def _frame(tree: Tree, token: int) -> tuple[str | None, int]:
    """The verb above that says how the act stands, climbing over verbs that add nothing: "agreed to begin talks"."""
    node = token
    for _ in range(_CLIMB):
        label, head = tree.label(node), tree.head(node)
        if head < 0:
            break
        if label == "conj":
            if tree.upos(head) in ("VERB", "AUX") and not tree.children(node, "nsubj", "mark", "aux"):
                node = head
                continue
            break
        if label in ("ccomp",) and frame_of(tree.lemma(head)) in ("deny", "wish", "promise"):
            return frame_of(tree.lemma(head)), head
        if label in ("xcomp", "obj", "obl", "advcl", "csubj", "nsubj:pass", "acl", "ccomp"):
            frame = frame_of(tree.lemma(head))
            if (
                label in ("obj", "obl", "advcl", "acl", "ccomp")
                and not (frame and tree.children(node, "mark"))
                and tree.upos(node) == "VERB"
            ):
                break
            if frame == "try":
                node = head
                continue
            return frame, head
        break
    return None, -1


def _is_purpose_of(tree: Tree, token: int) -> int:
    """The verb that an infinitive is the purpose of: "flew there to sign", "may return to sign"; -1 if none."""
    is_aim = tree.label(token) == "advcl" and any(tree.lower[mark] == "to" for mark in tree.children(token, "mark"))
    return tree.head(token) if is_aim and tree.upos(tree.head(token)) == "VERB" else -1


def _is_conditional(tree: Tree, token: int) -> bool:
    return any(tree.lower[child] in _WHETHER - {"before", "until"} for child in tree.children(token, "mark"))
