"""Whether a clause says that something is so, or that it is not."""

from accord.knowledge.tables import read_words
from accord.model.sentences import Sentence

NEGATORS = frozenset(("not", "n't", "n’t", "never", "neither", "nor", "hardly"))
NO = frozenset(("no", "none", "neither", "nobody", "nothing"))
# "There is no doubt" says that it is so.
CERTAIN = frozenset(("doubt", "question", "secret", "wonder"))
# "not only a deal" is a deal.
MERELY = frozenset(("only", "just", "merely", "simply", "least"))
# Words that leave open whether what follows is so.
ASKING = frozenset(("whether", "if", "unless", "until", "what", "how", "why"))
# Relations by which what a verb denies hangs on it, and those by which a negated verb takes what it says with it.
DENIED = ("ccomp", "xcomp", "obj")
TAKEN_ALONG = ("xcomp",)
# Relations by which a clause, or the noun that it belongs to, is told through what stands above it.
GOVERNED = ("ccomp", "xcomp", "obj", "acl", "csubj", "obl", "nmod")


def is_denied(sentence: Sentence, head: int) -> bool | None:
    """Say whether the clause of a predicate is negated, denies, or hangs on a verb of denial: "refused to sign".

    None where it asserts nothing: "whether he signed", "how it signed", "to sign".
    """
    if not _asserts(sentence, head):
        return None
    return (_is_negated(sentence, head) != _denies(sentence, head)) != _is_governed(sentence, head)


def is_turned(sentence: Sentence, head: int) -> bool:
    """Whether something above a clause, however far, says that it is not so: "rejected the notion that he signed"."""
    node, above = head, sentence.heads[head]
    for _ in range(len(sentence)):
        if above < 0 or not sentence.is_labelled(node, *GOVERNED):
            return False
        # a noun of a negated sentence takes what hangs on it along: "this is not something that he signed"
        if _denies(sentence, above) or _is_negated(sentence, above) or _is_none(sentence, above):
            return True
        node, above = above, sentence.heads[above]
    return False


def _asserts(sentence: Sentence, head: int) -> bool:
    opening = sentence.children(head, "mark", "advmod", "nsubj", "obj")
    asked = any(sentence.words[child].lower() in ASKING for child in opening)
    verbs = (head, *sentence.children(head, "aux", "cop"))
    return not asked and any(sentence.feature(verb, "VerbForm") == "Fin" for verb in verbs)


def _denies(sentence: Sentence, verb: int) -> bool:
    lemma = sentence.lemmas[verb] if sentence.lemmas else sentence.words[verb]
    return lemma.lower() in read_words("denial_verbs.txt")


def _is_negated(sentence: Sentence, head: int) -> bool:
    if any(_negates(sentence, child) for child in sentence.children(head, "advmod", "aux", "cc")):
        return True
    if any(sentence.words[child].lower() == "without" for child in sentence.children(head, "mark")):
        return True
    return any(_is_none(sentence, child) for child in sentence.children(head, "nsubj", "obj"))


def _negates(sentence: Sentence, token: int) -> bool:
    following = sentence.words[token + 1].lower() if token + 1 < len(sentence) else ""
    return sentence.words[token].lower() in NEGATORS and following not in MERELY


def _is_none(sentence: Sentence, noun: int) -> bool:
    """Whether a phrase names nobody and nothing: "no price", "not one of them", "nobody"."""
    if sentence.words[noun].lower() in CERTAIN:
        return False
    before = sentence.children(noun, "det", "advmod", "nummod", "cc")
    inner = [grandchild for child in before for grandchild in sentence.children(child, "advmod")]
    return sentence.words[noun].lower() in NO or any(
        sentence.words[token].lower() in NO or _negates(sentence, token) for token in (*before, *inner)
    )


def _is_governed(sentence: Sentence, head: int) -> bool:
    """Whether a verb above says of the clause that it is not so."""
    above = sentence.heads[head]
    if above < 0 or sentence.upos[above] not in ("VERB", "AUX"):
        return False
    denies = _denies(sentence, above) and sentence.is_labelled(head, *DENIED)
    taken = sentence.is_labelled(head, *TAKEN_ALONG) and _is_negated(sentence, above)
    return denies != taken
