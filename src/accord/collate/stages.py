"""How far a clause has its matter: may, is expected, promised, signed, done."""

from collections.abc import Sequence

from accord.knowledge.markers import find_stage
from accord.model.sentences import Sentence

# How far a thing has come that is told as done, where no stage of accord/1 is marked.
DONE = "done"
# What belongs to a predicate: "is | expected to | sign", "entered | into | force"; and to a phrase: "a signed accord".
OF_VERB = ("aux", "cop", "advmod", "xcomp", "mark", "case", "compound")
OF_PHRASE = ("amod", "compound", "acl", "case")


def stage_of(sentence: Sentence, inside: Sequence[int], head: int | None, *, verbal: bool) -> str | None:
    """Give what a phrase at the predicate marks, else done where a verb tells it as past or present; None without both.

    `inside` are the tokens of the clause, `head` is its predicate, None where there is no tree. What is marked
    elsewhere is told of something else: who "arrived with a promise" has arrived.
    """
    core = _predicate(sentence, head, OF_VERB if verbal else OF_PHRASE) if head is not None else set(inside)
    # a name marks no stage: "on May 13", "Will Smith"
    words = [sentence.words[i] if _is_name(sentence, i) else sentence.words[i].lower() for i in inside]
    marked = find_stage(words, [at for at, token in enumerate(inside) if token in core])
    return marked or (DONE if any(_is_finite(sentence, token) for token in core) else None)


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


def _is_name(sentence: Sentence, token: int) -> bool:
    return bool(sentence.upos) and sentence.upos[token] == "PROPN"
