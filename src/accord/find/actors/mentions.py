"""Named mentions of one report: those the pack found, or those that capitals and tables show."""

from collections import Counter
from collections.abc import Sequence

from msgspec import Struct, structs

from accord.find.actors.runs import find_runs
from accord.find.actors.tables import TableName, find_table_names
from accord.model.accounts import ParsedReport
from accord.model.sentences import Sentence

ACTORS = frozenset(("PERSON", "ORGANIZATION", "PLACE", "STATE", "CAPITAL", "SEAT", "MEDIUM"))


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
    tables = [find_table_names(sentence.words) for sentence in parsed.sentences]
    if any(sentence.upos for sentence in parsed.sentences):
        found = [mention for i, s in enumerate(parsed.sentences) for mention in _from_pack(i, s, tables[i])]
        return tuple(_with_missed(_agree(found), parsed.sentences))
    runs = find_runs(parsed.sentences, tables)
    return tuple(_mention(i, parsed.sentences[i], first, last, label) for i, first, last, label in runs)


def _mention(index: int, sentence: Sentence, first: int, last: int, label: str) -> Mention:
    start, end = sentence.span_of(first, last)
    text = _between(sentence, first, last)
    return Mention(index, first, last, start, end, text, label)


def _between(sentence: Sentence, first: int, last: int) -> str:
    """Words of a name with a single blank where any stood between them."""
    gaps = (" " if sentence.starts[i] > sentence.ends[i - 1] else "" for i in range(first + 1, last))
    words = sentence.words[first + 1 : last]
    return sentence.words[first] + "".join(gap + word for gap, word in zip(gaps, words, strict=True))


def _from_pack(index: int, sentence: Sentence, tables: Sequence[TableName]) -> list[Mention]:
    """The pack's names, refined by the tables where both mark the same words; table names alone for states."""
    known = {(name.first, name.last): name.label for name in tables}
    found = []
    taken: set[int] = set()
    for name in sentence.names:
        label = _refined(name.label, known.get((name.first, name.last)))
        found.append(_mention(index, sentence, name.first, name.last, label))
        taken.update(range(name.first, name.last))
    found += [
        _mention(index, sentence, one.first, one.last, one.label)
        for one in tables
        if one.label in ("STATE", "NORP") and taken.isdisjoint(range(one.first, one.last))
    ]
    return sorted(found, key=lambda mention: mention.first)


def _refined(label: str, table: str | None) -> str:
    """What a name is, given the pack's word and the table's."""
    if label == "PLACE" and table in ("STATE", "CAPITAL"):
        return table
    if label in ("PLACE", "ORGANIZATION") and table == "SEAT":
        return table
    return label


def _agree(mentions: list[Mention]) -> list[Mention]:
    """Give a name of several words that has two labels in a report the commoner one."""
    labels: dict[str, Counter[str]] = {}
    for mention in mentions:
        labels.setdefault(mention.text, Counter())[mention.label] += 1
    best = {text: max(sorted(counts), key=lambda label: counts[label]) for text, counts in labels.items()}
    return [structs.replace(one, label=best[one.text]) if " " in one.text else one for one in mentions]


def _with_missed(mentions: list[Mention], sentences: Sequence[Sentence]) -> list[Mention]:
    """Add the places where a name found elsewhere in the report stands unmarked."""
    return mentions
