"""A parsed sentence: parallel tuples, one entry per token, and the tree walks that the finders share."""

from collections.abc import Iterator
from functools import cached_property

from msgspec import Struct


class Name(Struct, frozen=True):
    """A name inside a sentence, by token index, end-exclusive.

    `label` is PERSON, ORGANIZATION, PLACE, EVENT, DOCUMENT or NORP (nationalities, religions, party adjectives).
    """

    first: int
    last: int
    label: str


class Sentence(Struct, frozen=True, dict=True):
    """One sentence of a report, with its tokens, tree, names, attribution tags and vector.

    `start`, `end`, `starts` and `ends` are code points into the report's text, end-exclusive; `words[i]` is
    `text[starts[i]:ends[i]]`. `heads[i]` is an index into the sentence, -1 for the root. `heads`, `upos` and the other
    columns of the model are empty tuples where only the rules have read the text. `vector` holds 384 little-endian
    float32 of unit length, `word_vectors` 128 signed bytes a word (`accord.language.vectors` reads both), or nothing.
    """

    start: int
    end: int
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    words: tuple[str, ...]
    lemmas: tuple[str, ...] = ()
    upos: tuple[str, ...] = ()
    feats: tuple[str, ...] = ()
    heads: tuple[int, ...] = ()
    labels: tuple[str, ...] = ()
    names: tuple[Name, ...] = ()
    attributions: tuple[str, ...] = ()
    vector: bytes = b""
    word_vectors: bytes = b""

    def __len__(self) -> int:
        return len(self.words)

    @cached_property
    def _bases(self) -> tuple[str, ...]:
        """Relations without their subtypes."""
        return tuple(label.partition(":")[0] for label in self.labels)

    @cached_property
    def _below(self) -> tuple[tuple[int, ...], ...]:
        """Children of each token; a sentence is asked for them again and again."""
        found: list[list[int]] = [[] for _ in self.heads]
        for child, head in enumerate(self.heads):
            if head >= 0:
                found[head].append(child)
        return tuple(map(tuple, found))

    @cached_property
    def _subtrees(self) -> dict[int, tuple[int, int]]:
        """What `subtree` has found."""
        return {}

    @property
    def root(self) -> int:
        """Index of the token whose head is -1; -1 where there is no tree."""
        return self.heads.index(-1) if -1 in self.heads else -1

    def children(self, index: int, *labels: str) -> tuple[int, ...]:
        """Tokens whose head is `index`, in order; with labels, those of these relations or their subtypes."""
        found = self._below[index] if self.heads else ()
        # as in `is_labelled`, without a call for each: this is asked a million times of a large story
        return tuple([i for i in found if self.labels[i] in labels or self._bases[i] in labels]) if labels else found

    def is_labelled(self, index: int, *labels: str) -> bool:
        """Whether the token's relation is one of these; `nsubj` also stands for `nsubj:pass`, not the reverse."""
        return self.labels[index] in labels or self._bases[index] in labels

    def descendants(self, index: int) -> tuple[int, ...]:
        """Return the token and all that hangs on it, in the order of the text."""
        below = self._below or ((),) * len(self)
        found, waiting = [], [index]
        while waiting:
            node = waiting.pop()
            found.append(node)
            waiting.extend(below[node])
        return tuple(sorted(found))

    def subtree(self, index: int) -> tuple[int, int]:
        """First and last (end-exclusive) token of what hangs on a token; may cover strangers in a crossing tree."""
        if index not in self._subtrees:
            found = self.descendants(index)
            self._subtrees[index] = found[0], found[-1] + 1
        return self._subtrees[index]

    def ancestors(self, index: int) -> Iterator[int]:
        """Walk to the token's head, its head's head, up to the root."""
        head = self.heads[index]
        while head >= 0:
            yield head
            head = self.heads[head]

    def span_of(self, first: int, last: int) -> tuple[int, int]:
        """Code points in the report's text of the tokens first to last, end-exclusive."""
        return self.starts[first], self.ends[last - 1]

    def tokens_in(self, start: int, end: int) -> tuple[int, int]:
        """Tokens that touch a stretch of the report's text, end-exclusive; (0, 0) where none does."""
        touched = [i for i, (s, e) in enumerate(zip(self.starts, self.ends, strict=True)) if s < end and e > start]
        return (touched[0], touched[-1] + 1) if touched else (0, 0)

    def feature(self, index: int, key: str) -> str:
        """One value of a token's morphology: `Tense=Past|VerbForm=Fin`, `Tense` → `Past`; '' where it has none."""
        for pair in self.feats[index].split("|") if self.feats else ():
            if pair.startswith(key + "="):
                return pair[len(key) + 1 :]
        return ""
