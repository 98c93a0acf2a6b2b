"""The stretches that are laid side by side: each says one thing, and knows what it speaks of."""

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from functools import partial

import msgspec
import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from accord.collate.concepts import base_of, concept_of
from accord.collate.enumerations import read_by_person
from accord.collate.meanings import context_of, vector_of
from accord.collate.participants import Participants
from accord.collate.places import Spanned
from accord.collate.polarity import is_denied, is_turned
from accord.collate.stages import stage_of
from accord.collate.stretches import NO_WORDS, Stretch
from accord.collate.units import units_of
from accord.knowledge.offices import words_of_titles
from accord.knowledge.states import state_of_adjective
from accord.knowledge.tables import read_words
from accord.knowledge.words import function_words
from accord.language.vectors import stack_words
from accord.model.accounts import Analysis
from accord.model.findings import Attribution, Figure, Time
from accord.model.reports import PICTURING_ROLES, Passage, Role
from accord.model.sentences import Sentence
from accord.model.spans import Span
from accord.text.quotes import find_quotes
from accord.text.stems import stem

# Marks that join clauses and belong to neither.
JOINTS = frozenset({",", ";", ":", "—", "–", "-", "(", ")"})
# Parts of speech that can tell something beside names.
TELLING = frozenset(("VERB", "AUX", "NOUN", "ADJ", "ADV", "NUM"))
# A stretch of which source and cue make up this share is the attribution alone.
MOSTLY = 0.75
# A noun phrase that holds fewer words, times, or actors and figures than this says too little to be compared; a clause
# that tells how far a thing has come may hold fewer.
LEAST_HELD, LEAST_TOLD = 3, 2


class Clause(Struct, frozen=True):
    """A candidate for a reading: its span, and what it is compared by.

    `stems` are those of its content words, names, numbers and times left out, near-synonyms brought to one, and `words`
    says how each stands in the text; `actors` are ids, that of a subject outside the clause or of a pronoun among them;
    `quoted` are the stems between quotation marks, in their order; `stage` is how far it has its matter; `around` are
    the times of its sentence; `denied` says whether it tells that something is not so, None where it asserts nothing; a
    `complete` one has a verb and its subject; `saying` is what its verb does; `persons` are those of its actors,
    `length` its tokens; `vector` is what it means, as far as the pack can tell (`meanings.vector_of`), and `stretch`
    its words in their sentence. Where the clause says one thing of several persons one after another, it is read for
    each of them too, without the words for the others: `read_for` then holds whom it is read for.
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
    stage: str | None = None
    around: tuple[Time, ...] = ()
    denied: bool | None = None
    complete: bool = False
    saying: bool = False
    persons: frozenset[str] = frozenset()
    length: int = 1
    vector: bytes = b""
    stretch: Stretch = NO_WORDS
    read_for: frozenset[str] = frozenset()


def clauses_of(analysis: Analysis, *, finely: bool = True) -> list[Clause]:
    """Cut a report's sentences into clauses as `units_of` does, in order; a headline that stands twice is read once.

    A piece of which what stands above it says that it is not so is none by itself: cut off from "they deny that", it
    would tell the contrary.
    """
    found: list[Clause] = []
    headlines: set[str] = set()
    seen = _Findings(analysis)
    for number, sentence in enumerate(analysis.sentences):
        passage = seen.passage_at(sentence.start)
        if passage.role == "headline":
            text = analysis.report.text[sentence.start : sentence.end]
            if text in headlines:
                continue
            headlines.add(text)
        tokens = seen.tokens_of(sentence)
        stretches = units_of(sentence, finely=finely)
        for first, last in stretches:
            start, end = _trimmed(sentence, first, last)
            if start >= end or seen.is_inside_one(end) or _is_turned(sentence, first, last):
                continue
            if not seen.only_attributes(start, end) and not _only_names(sentence, first, last):
                found.append(seen.clause(tokens, number, passage.role, start, end))
        for each in read_by_person(sentence, stretches, partial(seen.persons_named, sentence)):
            start, end = _trimmed(sentence, *each.stretch)
            if start < end and not _is_turned(sentence, *each.stretch):
                clause = seen.clause(tokens, number, passage.role, start, end, each.unread)
                # a name that begins before the clause names nobody in it
                if told := each.persons & clause.persons:
                    found.append(msgspec.structs.replace(clause, read_for=told))
    return [clause for clause in found if _says_something(clause)]


def _says_something(clause: Clause) -> bool:
    held = len(clause.stems) + len(clause.times) + bool(clause.actors) + bool(clause.figures)
    return bool(clause.stems) and held >= (LEAST_HELD if clause.stage is None else LEAST_TOLD)


def _is_turned(sentence: Sentence, first: int, last: int) -> bool:
    head = _head_of(sentence, range(first, last))
    return head is not None and is_turned(sentence, head)


def _only_names(sentence: Sentence, first: int, last: int) -> bool:
    """Whether a stretch names somebody and tells nothing: a credit, or an office by its title."""
    if not sentence.upos:
        return False
    telling = (sentence.words[i] for i in range(first, last) if sentence.upos[i] in TELLING)
    return all(_is_of_title(word) for word in telling)


def _is_of_title(word: str) -> bool:
    """Whether a word stands in titles: of the office, or of the state whose it is."""
    lower = word.lower()
    return (
        lower in words_of_titles() or lower in read_words("country_nouns.txt") or state_of_adjective(word) is not None
    )


def _trimmed(sentence: Sentence, first: int, last: int) -> tuple[int, int]:
    """Leave marks and conjunctions at the edges out: they join clauses and belong to neither."""
    while first < last and (not sentence.words[first][:1].isalnum() and sentence.words[first] not in "“\"‘'«$€£"):
        first += 1
    while first < last and sentence.words[last - 1] in JOINTS:
        last -= 1
    return (sentence.starts[first], sentence.ends[last - 1]) if first < last else (0, 0)


class _Tokens(Struct, frozen=True):
    """A sentence, and what each of its tokens adds to a clause: clauses overlap, and ask for it again and again.

    `concepts` are what content words stand for, "" for others; those of `titled` ones count in clauses without a person
    only. `quoted` are the stems of words between quotation marks, "" for others; `vectors` are those of all words, and
    `context` is what these mean together.
    """

    sentence: Sentence
    concepts: tuple[str, ...]
    titled: tuple[bool, ...]
    quoted: tuple[str, ...]
    vectors: NDArray[np.float32]
    context: NDArray[np.float32]


class _Findings:
    """What was found in one report, looked up by place."""

    def __init__(self, analysis: Analysis) -> None:
        self.report = analysis.report
        self.passages = analysis.passages
        self.starts = [passage.span.start for passage in analysis.passages]
        self.figures = Spanned([(figure.span, figure) for figure in analysis.figures])
        self.times = Spanned([(time.span, time) for time in analysis.times])
        quotations = [(each.start, each.end) for each in find_quotes(self.report.text) if each.is_opened]
        self.quotations = Spanned((self.report.span(*each), each) for each in quotations)
        self.participants = Participants(analysis)
        self.persons = frozenset(actor.id for actor in analysis.actors if actor.type == "person")
        self.named = Spanned((span, span) for actor in analysis.actors for span in actor.mentions)
        self.cues = Spanned(
            (span, span) for each in analysis.attributions for span in (each.source, each.cue) if span is not None
        )
        self.said = Spanned((each.cue, each.cue) for each in analysis.attributions if each.cue)
        said = [(span, each) for each in analysis.attributions for span in each.content]
        self.attributions = Spanned(said)

    def passage_at(self, start: int) -> Passage:
        """Return the passage that holds a place."""
        at = bisect_left(self.starts, start + 1) - 1
        return self.passages[max(at, 0)]

    def is_inside_one(self, at: int) -> bool:
        """Whether a place lies inside a time or a name: "on May 3 | , 2031"."""
        times = (time.span for time in self.times.touching(at, at + 1))
        return any(span.start < at < span.end for span in (*times, *self.named.touching(at, at + 1)))

    def only_attributes(self, start: int, end: int) -> bool:
        """Whether a stretch says who said it and nothing of what: "according to the agency", say.

        "The envoy promised 700" says what.
        """
        if self.figures.within(start, end):
            return False
        covered = sum(min(span.end, end) - max(span.start, start) for span in self.cues.touching(start, end))
        return covered >= MOSTLY * (end - start)

    def persons_named(self, sentence: Sentence, tokens: frozenset[int]) -> frozenset[str]:
        """Ids of the persons whose names these tokens are."""
        return self.participants.named_by(sentence, tokens) & self.persons

    def tokens_of(self, sentence: Sentence) -> _Tokens:
        """Look up what every token of a sentence adds to a clause."""
        named = [*self.named.touching(sentence.start, sentence.end)]
        named += [time.span for time in self.times.touching(sentence.start, sentence.end)]
        quotations = tuple(self.quotations.touching(sentence.start, sentence.end))
        concepts, quoted = [], []
        for i, (word, at) in enumerate(zip(sentence.words, sentence.starts, strict=True)):
            is_word = word[0].isalnum()
            is_quoted = is_word and any(first < at < last for first, last in quotations)
            quoted.append(stem(word) if is_quoted else "")
            typed = not is_word or any(span.start <= at < span.end for span in named) or _is_number(sentence, i)
            is_content = not typed and word.casefold() not in function_words()
            concepts.append(concept_of(base_of(sentence, i)) if is_content else "")
        titled = tuple(word.casefold() in words_of_titles() for word in sentence.words)
        vectors = stack_words(sentence)
        return _Tokens(sentence, tuple(concepts), titled, tuple(quoted), vectors, context_of(vectors))

    def clause(
        self, tokens: _Tokens, number: int, role: Role, start: int, end: int, unread: frozenset[int] = frozenset()
    ) -> Clause:
        """Build a clause with all that lies in it but `unread` tokens."""
        sentence = tokens.sentence
        first, last = bisect_left(sentence.starts, start), bisect_left(sentence.starts, end)
        inside = [i for i in range(first, last) if i not in unread]
        head = _head_of(sentence, inside)
        actors = self.participants.of_clause(sentence, inside, head) - self.participants.named_by(sentence, unread)
        # beside a name its title says nothing that the name does not
        left_out = bool(actors & self.persons)
        words: dict[str, str] = {}
        for i in inside:
            if tokens.concepts[i] and not (left_out and tokens.titled[i]):
                words.setdefault(tokens.concepts[i], sentence.words[i])
        verbal = head is not None and _is_verbal(sentence, head)
        complete = verbal and any(child in inside for child in sentence.children(head or 0, "nsubj", "csubj"))
        return Clause(
            span=self.report.span(start, end),
            sentence=number,
            role=role,
            stems=frozenset(words),
            words=words,
            actors=actors,
            figures=tuple(self.figures.within(start, end)),
            times=tuple(self.times.within(start, end)),
            attributions=tuple(dict.fromkeys(self.attributions.touching(start, end))),
            quoted=tuple(tokens.quoted[i] for i in inside if tokens.quoted[i]),
            stage=stage_of(sentence, inside, head, verbal=verbal, pictured=role in PICTURING_ROLES),
            around=tuple(self.times.within(sentence.start, sentence.end)),
            denied=is_denied(sentence, head) if head is not None and verbal else None,
            complete=complete,
            saying=head is not None and bool(self.said.touching(sentence.starts[head], sentence.ends[head])),
            persons=actors & self.persons,
            length=len(inside),
            vector=vector_of(tokens.vectors, inside, tokens.context),
            stretch=Stretch(sentence, tuple(inside)),
        )


def _head_of(sentence: Sentence, inside: Sequence[int]) -> int | None:
    """The token of a clause that hangs on nothing in it; a verb, where there are several. None without a tree."""
    own = set(inside)
    tops = [i for i in inside if sentence.heads[i] not in own] if sentence.heads else []
    return min(tops, key=lambda i: (not _is_verbal(sentence, i), i), default=None)


def _is_verbal(sentence: Sentence, index: int) -> bool:
    return sentence.upos[index] in ("VERB", "AUX") or bool(sentence.children(index, "cop", "nsubj"))


def _is_number(sentence: Sentence, index: int) -> bool:
    return sentence.words[index].isdecimal() or (bool(sentence.upos) and sentence.upos[index] == "NUM")
