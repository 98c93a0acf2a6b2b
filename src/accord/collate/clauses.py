"""The stretches that are laid side by side: each says one thing, and knows what it speaks of."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping
from typing import Generic, TypeVar

from msgspec import Struct

from accord.knowledge.words import function_words
from accord.model.accounts import Analysis
from accord.model.findings import Attribution, Figure, Time
from accord.model.reports import Passage, Role
from accord.model.sentences import Sentence
from accord.model.spans import Span
from accord.text.stems import stem

T = TypeVar("T")

# A piece shorter than this says too little by itself and stays with its neighbour.
LEAST_WORDS = 4
# A stretch of which source and cue make up this share is the attribution alone.
MOSTLY = 0.75
BREAKS = frozenset({",", ";", ":", "—", "–", "-", "(", ")"})


class Clause(Struct, frozen=True):
    """A candidate for a reading: its span, and what it is compared by.

    `stems` are those of its content words, names left out, and `words` says how each stands in the text; `actors` are
    ids; `quoted` are the stems between quotation marks, in their order; `vector` is the sentence vector's bytes.
    """

    span: Span
    sentence: int
    role: Role
    stems: frozenset[str]
    words: Mapping[str, str]
    actors: frozenset[str]
    figures: tuple[Figure, ...]
    times: tuple[Time, ...]
    attributions: tuple[Attribution, ...]
    quoted: tuple[str, ...]
    vector: bytes


def clauses_of(analysis: Analysis) -> list[Clause]:
    """Cut a report's sentences into clauses, in order."""
    found: list[Clause] = []
    seen = _Findings(analysis)
    for number, sentence in enumerate(analysis.sentences):
        passage = seen.passage_at(sentence.start)
        for first, last in split(sentence):
            start, end = _trimmed(sentence, first, last)
            if start < end and not seen.only_attributes(start, end):
                found.append(seen.clause(sentence, number, passage.role, start, end))
    return [clause for clause in found if clause.stems]


def split(sentence: Sentence) -> Iterator[tuple[int, int]]:
    """Yield the pieces of a sentence by token, end-exclusive: at marks where both sides have words enough.

    A verb is asked of a piece where the parse tells one, so that lists stay whole.
    """
    begin, words = 0, 0
    pieces: list[tuple[int, int]] = []
    for index, word in enumerate(sentence.words):
        if word in BREAKS and words >= LEAST_WORDS and _parts(sentence, index) and _has_verb(sentence, begin, index):
            pieces.append((begin, index))
            begin, words = index + 1, 0
        words += word[:1].isalnum()
    pieces.append((begin, len(sentence)))
    merged: list[tuple[int, int]] = []
    for first, last in pieces:
        thin = sum(word[:1].isalnum() for word in sentence.words[first:last]) < LEAST_WORDS
        if merged and (thin or not _has_verb(sentence, first, last)):
            merged[-1] = (merged[-1][0], last)
        else:
            merged.append((first, last))
    yield from merged


def _parts(sentence: Sentence, index: int) -> bool:
    """Whether a mark parts what stands around it: not inside a word (two-day), a number, a date (May 6, 2031)."""
    before, after = sentence.ends[index - 1] < sentence.starts[index], index + 1 < len(sentence)
    follows = after and sentence.ends[index] < sentence.starts[index + 1]
    if sentence.words[index] in "-–":
        return before and follows
    return not (after and sentence.words[index + 1].isdecimal() and sentence.words[index - 1].isdecimal())


def _has_verb(sentence: Sentence, first: int, last: int) -> bool:
    return not sentence.upos or any(tag in ("VERB", "AUX") for tag in sentence.upos[first:last])


def _trimmed(sentence: Sentence, first: int, last: int) -> tuple[int, int]:
    """Leave marks and conjunctions at the edges out: they join clauses and belong to neither."""
    while first < last and (not sentence.words[first][:1].isalnum() and sentence.words[first] not in "“\"‘'«$€£"):
        first += 1
    while first < last and sentence.words[last - 1] in BREAKS:
        last -= 1
    return (sentence.starts[first], sentence.ends[last - 1]) if first < last else (0, 0)


class _Findings:
    """What was found in one report, looked up by place."""

    def __init__(self, analysis: Analysis) -> None:
        self.report = analysis.report
        self.passages = analysis.passages
        self.starts = [passage.span.start for passage in analysis.passages]
        self.figures = _Spanned([(figure.span, figure) for figure in analysis.figures])
        self.times = _Spanned([(time.span, time) for time in analysis.times])
        mentions = [(span, actor.id) for actor in analysis.actors for span in actor.mentions]
        self.mentions = _Spanned(mentions)
        self.named = _Spanned((span, span) for actor in analysis.actors for span in actor.mentions)
        self.cues = _Spanned(
            (span, span) for each in analysis.attributions for span in (each.source, each.cue) if span is not None
        )
        said = [(span, each) for each in analysis.attributions for span in each.content]
        self.attributions = _Spanned(said)

    def passage_at(self, start: int) -> Passage:
        """Return the passage that holds a place."""
        at = bisect_left(self.starts, start + 1) - 1
        return self.passages[max(at, 0)]

    def only_attributes(self, start: int, end: int) -> bool:
        """Whether a stretch says who said it and nothing of what: "according to the agency", say."""
        covered = sum(min(span.end, end) - max(span.start, start) for span in self.cues.touching(start, end))
        return covered >= MOSTLY * (end - start)

    def clause(self, sentence: Sentence, number: int, role: Role, start: int, end: int) -> Clause:
        """Build a clause with all that lies in it."""
        inside = [i for i in range(len(sentence)) if start <= sentence.starts[i] < end]
        names = self.named.touching(start, end)
        quoted, open_mark = [], False
        words: dict[str, str] = {}
        for i in inside:
            word = sentence.words[i]
            if word in '“”"«»':
                open_mark = word in "“«" or (word == '"' and not open_mark)
            elif word[0].isalnum():
                root = stem(word)
                if open_mark:
                    quoted.append(root)
                named = any(span.start <= sentence.starts[i] < span.end for span in names)
                if not named and word.casefold() not in function_words() and not word.isdecimal():
                    words.setdefault(root, word)
        return Clause(
            span=self.report.span(start, end),
            sentence=number,
            role=role,
            stems=frozenset(words),
            words=words,
            actors=frozenset(self.mentions.within(start, end)),
            figures=tuple(self.figures.within(start, end)),
            times=tuple(self.times.within(start, end)),
            attributions=tuple(dict.fromkeys(self.attributions.touching(start, end))),
            quoted=tuple(quoted),
            vector=sentence.vector,
        )


class _Spanned(Generic[T]):
    """Findings by place: every stretch of `BUCKET` characters knows the findings that touch it."""

    BUCKET = 512

    def __init__(self, items: Iterable[tuple[Span, T]]) -> None:
        self.buckets: dict[int, list[tuple[int, int, T]]] = {}
        for span, item in items:
            for bucket in range(span.start // self.BUCKET, span.end // self.BUCKET + 1):
                self.buckets.setdefault(bucket, []).append((span.start, span.end, item))

    def touching(self, start: int, end: int) -> list[T]:
        """Return what shares a character with the stretch, in order, each once."""
        hits = {
            (first, last, id(item)): item
            for bucket in range(start // self.BUCKET, end // self.BUCKET + 1)
            for first, last, item in self.buckets.get(bucket, ())
            if first < end and start < last
        }
        return [hits[key] for key in sorted(hits, key=lambda key: key[:2])]

    def within(self, start: int, end: int) -> list[T]:
        """Return what begins inside the stretch."""
        hits = {
            (first, last, id(item)): item
            for bucket in range(start // self.BUCKET, end // self.BUCKET + 1)
            for first, last, item in self.buckets.get(bucket, ())
            if start <= first < end
        }
        return [hits[key] for key in sorted(hits, key=lambda key: key[:2])]
