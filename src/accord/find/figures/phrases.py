"""The phrase that says what is counted, verbatim: `agreements signed in May`, `the vote` of `15% of the vote`."""

from accord.find.figures.lines import Line
from accord.find.figures.trees import phrase_by_tree
from accord.knowledge.quantities import phrase_stops, word_list, words_for
from accord.model.reports import Report

_REACH = 14  # tokens of the longest phrase that is given
_PARTICIPLES = ("ed", "ing", "en")


def counted_phrase(report: Report, line: Line, first: int, last: int, noun: int | None) -> str | None:
    """Words behind an amount (tokens first to last) that say what it counts, from its noun on where it has one."""
    start = noun if noun is not None else last
    while line.at(start) in words_for("of-openers"):
        start += 1
    if not line.at(start)[:1].isalpha() or (noun is None and not _may_open(line, start, opened=start > last)):
        return None
    end = _trimmed(line, start, min(_end(line, first, start), start + _REACH))
    if end <= start:
        return None
    return report.text[line.sentence.starts[start] : line.sentence.ends[end - 1]]


def _may_open(line: Line, start: int, *, opened: bool) -> bool:
    """Whether a word can begin the phrase of a bare amount: a noun's own words, not `to`, `below`, `said`."""
    word = line.low[start]
    return opened or word not in phrase_stops() or word in words_for("determiners") or word.endswith(_PARTICIPLES)


def _end(line: Line, first: int, start: int) -> int:
    """End of the phrase: by the tree and by the words, whichever stops first; by the words alone without a tree."""
    by_words = _end_by_words(line, start)
    if not line.sentence.heads:
        return by_words
    by_tree = phrase_by_tree(line, first, start)
    return min(by_words, by_tree) if by_tree > start else by_words


def _end_by_words(line: Line, start: int) -> int:
    last = start
    for index in range(start, min(len(line), start + _REACH)):
        word = line.low[index]
        if word in word_list("finite_words.txt") or not (word[0].isalnum() or word[1:] == "s" or line.is_hyphen(index)):
            break
        if index > start and line.sentence.starts[index] - line.sentence.ends[index - 1] > 1:
            break
        last = index + 1
    return last


def _trimmed(line: Line, start: int, last: int) -> int:
    """Leave out the closed-class words that a cut phrase ends on."""
    while last > start and line.low[last - 1] in phrase_stops() and not line.low[last - 1].endswith(_PARTICIPLES):
        last -= 1
    return last - (last > start and line.is_hyphen(last - 1))
