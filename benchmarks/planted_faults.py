"""Single changes to a report, of which a collation with the unchanged report has to find each: figures, dates, stages…

Places are enumerated, never drawn: the same report gives the same faults.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import pairwise

from msgspec import Struct

from accord.knowledge.markers import is_negated
from accord.knowledge.words import function_words
from accord.model.accounts import Analysis
from accord.model.reports import Passage
from accord.model.sentences import Sentence
from accord.text.stems import stem

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
# A day of a month, before or behind it, or a weekday.
DATE = re.compile(rf"\b(?:{MONTHS}) (\d\d?)\b(?!\d)|\b(\d\d?) (?:{MONTHS})\b|\b({'|'.join(WEEKDAYS)})\b")
NUMBER = re.compile(r"\d[\d,]*(?:\.\d+)?")
# Nobody in the stories is called so.
STRANGER = "Pavel Orsini"
# Of the sentences long enough to be missed, every other is dropped: what is left is still the same report. One that
# shares a third of its words with another is told twice: without it, its matter is still there.
DROPPED_OF, LEAST_DROPPED, TOLD_TWICE = 2, 8, 3
# A paragraph with fewer words is not missed where it was taken from.
LEAST_COPIED = 15


class Fault(Struct, frozen=True):
    """A change: `text[start:end]` gives way to `new`; of an insertion start and end are one place.

    `since` is where the words begin that the change is about, where that is before its sentence: a quotation told on.
    """

    start: int
    end: int
    new: str
    since: int | None = None


class Changed(Struct, frozen=True):
    """A text with its faults in it: per fault the stretch of its sentence before and after."""

    text: str
    places: tuple[tuple[tuple[int, int], tuple[int, int]], ...]


Planter = Callable[[Analysis], Iterator[Fault]]


def body_sentences(analysis: Analysis) -> list[Sentence]:
    """Sentences of the running text."""
    bodies: Sequence[Passage] = [passage for passage in analysis.passages if passage.role == "body"]
    return [
        sentence
        for sentence in analysis.sentences
        if any(passage.span.start <= sentence.start < passage.span.end for passage in bodies)
    ]


def change_figures(analysis: Analysis) -> Iterator[Fault]:
    """14 documents → 17 documents; a figure a sentence, written in digits."""
    for sentence in body_sentences(analysis):
        for figure in analysis.figures:
            number = NUMBER.search(figure.span.text)
            if number and sentence.start <= figure.span.start < sentence.end:
                start = figure.span.start + number.start()
                yield Fault(start, start + len(number[0]), _another(number[0]))
                break


def _another(number: str) -> str:
    """A number a fifth larger: 3,001 for 2,500."""
    value = float(number.replace(",", ""))
    return f"{value * 1.2:.1f}" if "." in number else f"{int(value) + int(value) // 5 + 1:,}"


def change_dates(analysis: Analysis) -> Iterator[Fault]:
    """May 13 → May 11; Tuesday → Thursday; a date a sentence, where it is one that was read as a day."""
    text = analysis.report.text
    days = [time.span for time in analysis.times if time.kind == "date" and time.edtf and len(time.edtf) >= 10]
    for sentence in body_sentences(analysis):
        for match in DATE.finditer(text, sentence.start, sentence.end):
            group = match.lastindex or 0
            if any(span.start <= match.start(group) < span.end for span in days):
                yield Fault(match.start(group), match.end(group), _other_day(match[group]))
                break


def _other_day(day: str) -> str:
    if day in WEEKDAYS:
        return WEEKDAYS[(WEEKDAYS.index(day) + 2) % len(WEEKDAYS)]
    # back, not on: a day that a report tells as past is not put behind the day of the report
    return str(int(day) - 2 if int(day) > 2 else int(day) + 2)


def change_stages(analysis: Analysis) -> Iterator[Fault]:
    """Signed → may sign: the main verb of a sentence that tells of something done, no cue of speech."""
    for sentence, index in _told_verbs(analysis):
        yield Fault(sentence.starts[index], sentence.ends[index], f"may {sentence.lemmas[index]}")


def negate(analysis: Analysis) -> Iterator[Fault]:
    """Signed → did not sign."""
    for sentence, index in _told_verbs(analysis):
        yield Fault(sentence.starts[index], sentence.ends[index], f"did not {sentence.lemmas[index]}")


def _told_verbs(analysis: Analysis) -> Iterator[tuple[Sentence, int]]:
    cues = {each.cue.start for each in analysis.attributions if each.cue}
    for sentence in body_sentences(analysis):
        index = sentence.root
        if index < 0 or sentence.upos[index] != "VERB" or sentence.starts[index] in cues:
            continue
        feats = sentence.feats[index]
        told = "Tense=Past" in feats and "VerbForm=Fin" in feats and not sentence.children(index, "aux")
        # another negation, or a quotation behind a verb of speech, and the change would not be the only thing to see
        if (
            told
            and not is_negated([word.lower() for word in sentence.words])
            and "ccomp" not in _below(sentence, index)
        ):
            yield sentence, index


def _below(sentence: Sentence, index: int) -> set[str]:
    return {sentence.labels[child] for child in sentence.children(index)}


def change_speakers(analysis: Analysis) -> Iterator[Fault]:
    """Ms Nambooze said → Pavel Orsini said; sources that are names, one a sentence."""
    names = {span: actor.type for actor in analysis.actors for span in actor.mentions}
    for sentence in body_sentences(analysis):
        for each in analysis.attributions:
            source = each.source
            if source and sentence.start <= source.start < sentence.end:
                held = [span for span in names if source.start <= span.start and span.end <= source.end]
                if any(names[span] == "person" and span.text[0].isupper() for span in held):
                    yield Fault(source.start, source.end, STRANGER, min(span.start for span in each.content))
                    break


def drop_sentences(analysis: Analysis) -> Iterator[Fault]:
    """Every other sentence of the body that is long enough to be missed and is told once."""
    stems = {each.start: _stems(each) for each in analysis.sentences}
    told_once = [
        each
        for each in body_sentences(analysis)
        if len(each) >= LEAST_DROPPED
        and not any(_is_alike(stems[each.start], other) for start, other in stems.items() if start != each.start)
    ]
    yield from (Fault(each.start, each.end, "") for each in told_once[::DROPPED_OF])


def _stems(sentence: Sentence) -> frozenset[str]:
    return frozenset(
        stem(word) for word in sentence.words if word[0].isalnum() and word.casefold() not in function_words()
    )


def _is_alike(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether a third of what the shorter one says stands in the other."""
    return len(one & other) * TOLD_TWICE > min(len(one), len(other))


PLANTERS: Mapping[str, Planter] = {
    "figure": change_figures,
    "date": change_dates,
    "stage": change_stages,
    "attribution": change_speakers,
    "polarity": negate,
    "dropped": drop_sentences,
}


def plant(analysis: Analysis, faults: Sequence[Fault]) -> Changed:
    """Put faults into a report's text; they stand in order and each in a sentence of its own."""
    text, made, moved = analysis.report.text, "", 0
    places = []
    for fault, after in pairwise((*faults, None)):
        assert fault is not None
        sentence = next(each for each in analysis.sentences if each.start <= fault.start < each.end)
        made += text[moved : fault.start] + fault.new
        moved = fault.end
        first = sentence.start if fault.since is None else min(fault.since, sentence.start)
        start = len(made) - len(fault.new) - (fault.start - first)
        length = sentence.end - first + len(fault.new) - (fault.end - fault.start)
        places.append(((first, sentence.end), (start, start + length)))
        assert after is None or after.start >= sentence.end
    return Changed(made + text[moved:], tuple(places))


def copied_paragraphs(giver: Analysis, taker: Analysis) -> Iterator[tuple[tuple[int, int], int]]:
    """Paragraphs of one report's body, and the place in the other report's text behind whose paragraph each is put."""
    ends = [passage.span.end for passage in taker.passages if passage.role == "body"]
    bodies = [passage.span for passage in giver.passages if passage.role == "body"]
    for number, span in enumerate(bodies):
        if len(span.text.split()) >= LEAST_COPIED and ends:
            yield (span.start, span.end), ends[number % len(ends)]
