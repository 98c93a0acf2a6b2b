"""Named mentions of one report: those the pack found, or those that capitals and tables show."""

from msgspec import Struct

from accord.find.actors.marks import Mark
from accord.find.actors.refining import refine
from accord.find.actors.runs import find_runs
from accord.find.actors.tables import find_table_names
from accord.find.actors.tags import tagged_tokens, without_tags
from accord.model.accounts import ParsedReport
from accord.model.sentences import Sentence


class Mention(Struct, frozen=True):
    """A name at its place: sentence, tokens and code points, end-exclusive.

    `label` is PERSON, ORGANIZATION, PLACE, STATE, CAPITAL (a city that may stand for its state), SEAT or NORP.
    """

    sentence: int
    first: int
    last: int
    start: int
    end: int
    text: str
    label: str


def find_mentions(parsed: ParsedReport) -> tuple[Mention, ...]:
    """Every name of the report's sentences, in order, none overlapping in a sentence."""
    sentences = parsed.sentences
    tagged = [tagged_tokens(sentence.words) for sentence in sentences]
    tables = [
        [name for name in find_table_names(sentence.words) if name.first not in tokens]
        for sentence, tokens in zip(sentences, tagged, strict=True)
    ]
    if any(sentence.upos for sentence in sentences):
        marks = refine(sentences, tables, tagged)
    else:
        runs = [Mark(*run) for run in find_runs(sentences, tables)]
        marks = [mark for run in runs for mark in without_tags([run], tagged[run.sentence])]
    return tuple(_mention(mark, sentences[mark.sentence]) for mark in marks)


def _mention(mark: Mark, sentence: Sentence) -> Mention:
    start, end = sentence.span_of(mark.first, mark.last)
    return Mention(
        mark.sentence, mark.first, mark.last, start, end, between(sentence, mark.first, mark.last), mark.label
    )


def between(sentence: Sentence, first: int, last: int) -> str:
    """Words of a run with a single blank where any stood between them."""
    gaps = (" " if sentence.starts[i] > sentence.ends[i - 1] else "" for i in range(first + 1, last))
    words = sentence.words[first + 1 : last]
    return sentence.words[first] + "".join(gap + word for gap, word in zip(gaps, words, strict=True))
