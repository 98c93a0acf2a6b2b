"""Walks on a sentence's tree that are asked for often, over children listed once."""

from collections.abc import Iterable

from accord.model.sentences import Sentence

Tokens = tuple[int, int]
"""First and last token, end-exclusive."""


class Tree:
    """A sentence with the children of each token; empty lists where there is no parse."""

    def __init__(self, sentence: Sentence) -> None:
        self.sentence = sentence
        self.words = sentence.words
        self.lower = tuple(word.lower() for word in sentence.words)
        self.kids: list[list[int]] = [[] for _ in sentence.words]
        for child, head in enumerate(sentence.heads):
            if head >= 0:
                self.kids[head].append(child)

    def label(self, index: int) -> str:
        """Relation of a token without its subtype; '' without a parse."""
        return self.sentence.labels[index].partition(":")[0] if self.sentence.labels else ""

    def full_label(self, index: int) -> str:
        """Relation of a token with its subtype."""
        return self.sentence.labels[index] if self.sentence.labels else ""

    def upos(self, index: int) -> str:
        """Part of speech; '' without a parse."""
        return self.sentence.upos[index] if self.sentence.upos else ""

    def lemma(self, index: int) -> str:
        """Lemma in lower case, the word itself without one."""
        return (self.sentence.lemmas[index] if self.sentence.lemmas else self.words[index]).lower()

    def head(self, index: int) -> int:
        """Head of a token, -1 at the root or without a parse."""
        return self.sentence.heads[index] if self.sentence.heads else -1

    def children(self, index: int, *labels: str) -> list[int]:
        """Children of these relations, subtypes among them."""
        return [child for child in self.kids[index] if self.label(child) in labels or self.full_label(child) in labels]

    def below(self, index: int, without: Iterable[int] = ()) -> list[int]:
        """The token and all below it, in order, some branches left out."""
        skip = set(without)
        found, waiting = [], [index]
        while waiting:
            node = waiting.pop()
            found.append(node)
            waiting.extend(child for child in self.kids[node] if child not in skip)
        return sorted(found)

    def around(self, index: int, tokens: Iterable[int]) -> Tokens:
        """The unbroken run of tokens about a token."""
        held = set(tokens)
        first, last = index, index + 1
        while first - 1 in held:
            first -= 1
        while last in held:
            last += 1
        return first, last


def runs_of(tokens: Iterable[int]) -> list[Tokens]:
    """Cut a set of tokens into unbroken runs, in order.

    >>> runs_of([5, 1, 2, 6, 9])
    [(1, 3), (5, 7), (9, 10)]
    """
    runs: list[Tokens] = []
    for token in sorted(set(tokens)):
        if runs and runs[-1][1] == token:
            runs[-1] = (runs[-1][0], token + 1)
        else:
            runs.append((token, token + 1))
    return runs
