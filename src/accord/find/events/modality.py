"""Whether an act is told as done, planned, possible or denied, or only wished for."""

from msgspec import Struct

from accord.find.attributions.trees import Tree
from accord.knowledge.markers import is_negated
from accord.knowledge.plover import frame_of
from accord.knowledge.tables import read_words
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
_MARKS = frozenset(("”", "’", "“", '"', "'", "''", "»", ")", "]", "."))
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
    if (frame is None and _is_only_named(tree, top)) or _is_untold(tree, token, above):
        return Reading(None, own)
    purpose = _is_purpose_of(tree, token) if frame is None else -1
    if purpose >= 0:
        outer = read_act(tree, purpose).status
        return Reading(outer if outer in ("planned", "possible") else None, own, None, purpose)
    if _is_conditional(tree, token):
        return Reading("possible" if own != "happened" else None, own, frame, above)
    status = _framed(tree, frame, above, own)
    if frame is None and _is_put_forward(tree, top):
        return Reading(None, own)
    if frame is None and above >= 0 and status == "happened" and tree.label(top) == "xcomp":
        status = read_act(tree, above).status  # "should not give it leave to attack" tells of no attack
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
        if tree.head(node) < 0 or tree.children(node, "aux", "nsubj", "mark"):
            break
        if not _is_predicate(tree, tree.head(node)):
            break
        node = tree.head(node)
    return {tree.lower[child] for child in tree.children(node, "aux", "advmod", "mark", "cop", "det")}


def _is_predicate(tree: Tree, token: int) -> bool:
    """Whether a word is what a clause says: a verb, or a noun or adjective with "be"."""
    return tree.upos(token) == "VERB" or bool(tree.children(token, "cop"))


def _own_status(tree: Tree, token: int, words: set[str]) -> EventStatus:
    if words & _PLANNED:
        return "planned"
    if words & _POSSIBLE:
        return "possible"
    if "would" in words:
        return "planned" if tree.label(token) in ("ccomp", "conj", "acl") else "possible"
    return "planned" if _is_to(tree, token) else "happened"


def _is_to(tree: Tree, token: int) -> bool:
    """Whether it is said that somebody "is to" do it: not "happens to be", not "were trying to"."""
    being = [child for child in tree.children(token, "aux", "cop") if tree.lemma(child) == "be"]
    marks = [child for child in tree.children(token, "mark", "aux") if tree.lower[child] == "to"]
    return bool(being and marks) and being[0] < marks[0]


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
            if (
                not _is_predicate(tree, head)
                or tree.children(node, "nsubj", "mark", "aux")
                or _is_told_past(tree, node)
            ):
                break
            node = _joined_to(tree, node)
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


def _joined_to(tree: Tree, token: int) -> int:
    """What a verb is joined to: an infinitive to the one before it: "called on them to plan and pay"."""
    head = tree.head(token)
    if tree.sentence.feature(token, "VerbForm") != "Inf" or tree.sentence.feature(head, "Tense") != "Past":
        return head
    between = [child for child in tree.children(head, "xcomp", "advcl") if child < token and tree.upos(child) == "VERB"]
    infinitives = [child for child in between if any(tree.lower[mark] == "to" for mark in tree.children(child, "mark"))]
    return infinitives[-1] if infinitives and not tree.children(head, "aux") else head


def _is_told_past(tree: Tree, token: int) -> bool:
    """Whether a verb tells by itself of what was done: "would not go so far but asked"."""
    return tree.sentence.feature(token, "VerbForm") == "Fin" and tree.sentence.feature(token, "Tense") == "Past"


def _is_put_forward(tree: Tree, token: int) -> bool:
    """Whether a clause is what somebody proposed: "suggested that schools train guards", present under past."""
    said = tree.head(token)
    if tree.label(token) != "ccomp" or said < 0 or tree.lemma(said) not in read_words("proposing_verbs.txt"):
        return False
    verbs = (token, *tree.children(token, "aux", "cop"))
    past = tree.sentence.feature(said, "Tense") == "Past"
    return (
        past
        and not any(tree.sentence.feature(verb, "Tense") == "Past" for verb in verbs)
        and not any(tree.lower[verb] in _PLANNED | _POSSIBLE | {"would"} for verb in verbs)
    )


def _is_untold(tree: Tree, token: int, above: int) -> bool:
    """Whether an act is kept from, a duty or only spoken about: "have to give way", "closing a deal by May is hard"."""
    if above >= 0 and tree.lemma(above) == "have" and tree.children(token, "mark"):
        return tree.label(token) == "xcomp"
    marks = {tree.lower[mark] for mark in tree.children(token, "mark")}
    if above >= 0 and tree.upos(above) == "ADJ" and frame_of(tree.lemma(above)) is None and "to" in marks:
        return True  # "hard to meet"
    spoken = tree.label(token) == "csubj" and tree.lower[token].endswith("ing") and not tree.children(token, "nsubj")
    return spoken or _is_kept_from(tree, token)


def _is_kept_from(tree: Tree, token: int) -> bool:
    """Whether somebody is kept or keeps from an act: "stop them from shelling the port"."""
    if tree.label(token) not in ("advcl", "xcomp", "obl", "acl") or tree.upos(token) != "VERB":
        return False
    return any(tree.lower[mark] == "from" for mark in tree.children(token, "mark", "case"))


def _is_conditional(tree: Tree, token: int) -> bool:
    return any(tree.lower[child] in _WHETHER for child in tree.children(token, "mark"))
