"""How far a clause has its matter: may, is expected, promised, signed, done."""

from collections.abc import Sequence

from accord.knowledge.markers import find_stage
from accord.knowledge.tables import read_words
from accord.model.sentences import Sentence

# How far a thing has come that is told as done, where no stage of accord/1 is marked.
DONE = "done"
# What is told as a state: it has come nowhere.
STATE = "state"
# What somebody promises that he "would" do is promised.
GOVERNING = frozenset(("proposed", "pledged", "agreed", "signed"))
# What belongs to a predicate: "is | expected to | sign", "entered | into | force"; and to a phrase: "a signed accord".
OF_VERB = ("aux", "cop", "advmod", "xcomp", "mark", "case", "compound")
OF_PHRASE = ("amod", "compound", "acl", "case")


def stage_of(
    sentence: Sentence, inside: Sequence[int], head: int | None, *, verbal: bool, pictured: bool = False
) -> str | None:
    """Give what a phrase at the predicate marks, else done, or a state, where a verb tells it; None without both.

    `inside` are the tokens of the clause, `head` is its predicate, None where there is no tree. What is marked
    elsewhere is told of something else: who "arrived with a promise" has arrived. `pictured` is what a headline or a
    caption tells: there the present is what happened.
    """
    core = _predicate(sentence, head, OF_VERB if verbal else OF_PHRASE) if head is not None else set(inside)
    # a name marks no stage: "on May 13", "Will Smith"
    words = [sentence.words[i] if _is_name(sentence, i) else sentence.words[i].lower() for i in inside]
    marked = find_stage(words, [at for at, token in enumerate(inside) if token in core])
    if marked == "expected" and head is not None:
        return _governing(sentence, head) or marked
    finite = [token for token in core if _is_finite(sentence, token)]
    if marked or not finite:
        return marked
    is_past = pictured or any(_is_past(sentence, token) for token in finite)
    return DONE if is_past and not (head is not None and _is_lasting(sentence, head)) else STATE


def _governing(sentence: Sentence, head: int) -> str | None:
    """The stage of the verb that a clause is the content of: "they promised | they would go"."""
    above = sentence.heads[head]
    if above < 0 or not sentence.is_labelled(head, "ccomp"):
        return None
    stage = find_stage([word.lower() for word in sentence.words[above : above + 1]])
    return stage if stage in GOVERNING else None


def _is_lasting(sentence: Sentence, head: int) -> bool:
    if sentence.children(head, "cop"):
        return True
    return bool(sentence.lemmas) and sentence.lemmas[head].lower() in read_words("lasting_verbs.txt")


def _predicate(sentence: Sentence, head: int, labels: Sequence[str]) -> set[int]:
    found, waiting = {head}, [head]
    while waiting:
        children = sentence.children(waiting.pop(), *labels)
        own = [child for child in children if sentence.labels[child] != "acl:relcl" and child not in found]
        found.update(own)
        waiting += own
    return found


def _is_finite(sentence: Sentence, token: int) -> bool:
    return sentence.feature(token, "VerbForm") == "Fin" and bool(sentence.feature(token, "Tense"))


def _is_past(sentence: Sentence, token: int) -> bool:
    """Whether a finite verb tells of what has been: "met", "has | met"."""
    if sentence.feature(token, "Tense") == "Past":
        return True
    return bool(sentence.lemmas) and sentence.lemmas[token].lower() == "have" and sentence.is_labelled(token, "aux")


def _is_name(sentence: Sentence, token: int) -> bool:
    return bool(sentence.upos) and sentence.upos[token] == "PROPN"
