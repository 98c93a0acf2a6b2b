"""The words of clauses laid out for `language.likeness`, and the pairs that it reads."""

import math
from collections import Counter
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from itertools import chain as joined

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from accord.knowledge.words import function_words
from accord.language.likeness import LONGEST, Likeness, Words
from accord.language.vectors import STEPS, WORD_WIDTH, stack_words
from accord.model.sentences import Sentence

# So many pairs are read at once, those of like length; so many batches beside one another.
BATCH, THREADS = 128, 2
# Log-odds are rounded to whole steps of 1 / this, so that the last bits of sums tip nothing.
ROUNDED = 256

Numbers = NDArray[np.float64]
Indices = NDArray[np.int64]


class Stretch(Struct, frozen=True):
    """Some words of a sentence, by index."""

    sentence: Sentence
    inside: tuple[int, ...]


NO_WORDS = Stretch(Sentence(start=0, end=0, starts=(), ends=(), words=()), ())


class Stretches:
    """The stretches of a story, to be read in pairs."""

    def __init__(self, stretches: Sequence[Stretch], likeness: Likeness) -> None:
        self._likeness = likeness
        sentences = {id(each.sentence): each.sentence for each in stretches}
        places, tokens = {}, 0  # words stand in the tables once, though stretches overlap
        for key, sentence in sentences.items():
            places[key], tokens = tokens, tokens + len(sentence)
        kept = [_read_words(each) for each in stretches]
        self._sizes = np.array([len(each) for each in kept], dtype=np.int64)
        self._begins = np.cumsum(self._sizes) - self._sizes
        self._at = np.array(
            [places[id(each.sentence)] + i for each, inside in zip(stretches, kept, strict=True) for i in inside],
            dtype=np.int64,
        )
        self._tops = np.array(
            [
                i in tops
                for each, inside in zip(stretches, kept, strict=True)
                for tops in [tops_of(each)]
                for i in inside
            ],
            dtype=np.float32,
        )
        self._lay_out(list(sentences.values()), likeness)
        # whole steps add up exactly in whatever order
        count = np.bincount(self._at, minlength=tokens).astype(np.float64)
        self._mean = count @ self._vectors / max(1, len(self._at))

    def _lay_out(self, sentences: Sequence[Sentence], likeness: Likeness) -> None:
        """Put what is known of each word of the sentences into tables."""
        rows = [stack_words(s) if s.word_vectors else np.zeros((len(s), WORD_WIDTH), np.float32) for s in sentences]
        self._vectors = np.concatenate([np.zeros((0, WORD_WIDTH), dtype=np.float32), *rows]).astype(np.int8)
        self._tags = np.array(
            [likeness.tags.get(tag, 0) for s in sentences for tag in _told(s, s.upos)], dtype=np.int64
        )
        labels = (label.split(":")[0] for s in sentences for label in _told(s, s.labels))
        self._relations = np.array([likeness.relations.get(label, 0) for label in labels], dtype=np.int64)
        lemmas = [[lemma.lower() for lemma in _told(s, s.lemmas)] for s in sentences]
        numbers = {lemma: number for number, lemma in enumerate(dict.fromkeys(joined.from_iterable(lemmas)), start=1)}
        self._lemmas = np.array([numbers[lemma] for lemma in joined.from_iterable(lemmas)], dtype=np.int64)
        counts = Counter(joined.from_iterable(map(set, lemmas)))
        scale = math.log(len(sentences) + 1)
        known = {
            lemma: (math.log((len(sentences) + 1) / count) / scale, float(lemma in function_words()))
            for lemma, count in counts.items()
        }
        weights = [known[lemma] for lemma in joined.from_iterable(lemmas)]
        self._weights = np.array(weights, dtype=np.float32).reshape(-1, 2)

    def odds(self, ones: Indices, others: Indices, compared: Numbers, odds: Numbers) -> Numbers:
        """Return the log-odds that the pairs say the same, (pairs,), given what was compared of them and theirs."""
        found = np.array(odds, dtype=np.float64)
        order = np.argsort(np.maximum(self._sizes[ones], self._sizes[others]), kind="stable")
        order = order[np.minimum(self._sizes[ones], self._sizes[others])[order] > 0]

        def read(batch: Indices) -> Numbers:
            pair = self.words(ones[batch]), self.words(others[batch])
            rows = compared[batch].astype(np.float32), odds[batch].astype(np.float32)
            return self._likeness.odds(*pair, *rows).astype(np.float64)

        batches = [order[first : first + BATCH] for first in range(0, len(order), BATCH)]
        with ThreadPoolExecutor(THREADS) as pool:  # a batch says the same beside whatever others
            for batch, told in zip(batches, pool.map(read, batches), strict=True):
                found[batch] = np.rint(told * ROUNDED) / ROUNDED
        return found

    def words(self, chosen: Indices) -> Words:
        """Lay out the words of some stretches."""
        places = np.arange(max(1, int(self._sizes[chosen].max(initial=1))))
        there = places < self._sizes[chosen][:, None]
        spot = np.where(there, self._begins[chosen][:, None] + places, 0)
        at = self._at[spot]
        vectors = (self._vectors[at] - self._mean) / STEPS * there[..., None]
        weights = np.concatenate([self._weights[at], self._tops[spot][..., None]], axis=-1)
        return Words(
            vectors=vectors.astype(np.float32),
            tags=self._tags[at] * there,
            relations=self._relations[at] * there,
            lemmas=self._lemmas[at] * there,
            weights=weights * there[..., None].astype(np.float32),
        )


def _read_words(stretch: Stretch) -> list[int]:
    """The words that are read, marks left out; none where the sentence has no vectors or no tree."""
    sentence = stretch.sentence
    if not sentence.word_vectors or not sentence.heads:
        return []
    return [i for i in stretch.inside if sentence.upos[i] != "PUNCT"][:LONGEST]


def tops_of(stretch: Stretch) -> frozenset[int]:
    """Words of a stretch that hang on none of its words."""
    inside = set(stretch.inside)
    heads = stretch.sentence.heads
    return frozenset(i for i in stretch.inside if heads and heads[i] not in inside)


def _told(sentence: Sentence, told: Sequence[str]) -> Sequence[str]:
    """What is told of each word of a sentence, blank where nothing is."""
    return told or ("",) * len(sentence)
