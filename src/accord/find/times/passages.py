"""The words of a report around a phrase: what stands beside it, whether it is quoted, how its verb leans."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import pairwise

from accord.find.times.governing import Tree, is_headed_for, is_scheduled, lean_of_verb, verb_of
from accord.find.times.settings import AHEAD, BACK, NAMING, PERHAPS_AHEAD
from accord.knowledge.tables import read_rows
from accord.model.accounts import ParsedReport
from accord.model.reports import PICTURING_ROLES
from accord.model.sentences import Sentence

REACH = 25
"""Words that the search for a verb looks at to either side, so that it costs a constant for each phrase."""
_IS = frozenset(("is", "are", "'s", "’s", "'re", "’re"))
_AFTER_PLANS = frozenset(("to", "for", "in", "on", "at", "by", "be", "next", "until", ",", "this"))
_OPENERS, _CLOSERS = "“«", "”»"


@cache
def tense_words() -> dict[str, str]:
    """Words that lean a sentence to the past or to the future, and the marks at which the search stops."""
    return {word: lean for lean, words in read_rows("tense_words.tsv") for word in words.split()}


class Passage:
    """Sentences that follow one another in one passage, as one row of words.

    `pictured` says that they tell in the present what happened, as headlines and captions do.
    """

    def __init__(self, sentences: Sequence[Sentence], *, pictured: bool = False) -> None:
        self.pictured = pictured
        self.words: list[str] = []
        self.starts: list[int] = []
        self.breaks: list[int] = []  # index of each sentence's first word
        self.tags: list[str] = []
        for sentence in sentences:
            self.breaks.append(len(self.words))
            self.words += sentence.words
            self.starts += sentence.starts
            self.tags += sentence.upos or ("",) * len(sentence.words)
        self.lower = [word.lower() for word in self.words]
        self.tree = Tree(self.lower, [], [], [])
        for sentence in sentences:
            self.tree.add(sentence)
        self.quoted = mark_quotes(self.words)

    def index_at(self, start: int) -> int:
        """Index of the word at a code point; a part of a word counts for the word before it."""
        index = bisect_left(self.starts, start)
        return index if index < len(self.starts) and self.starts[index] == start else max(0, index - 1)

    def index_after(self, end: int) -> int:
        """Index of the first word that begins at a code point or later."""
        return bisect_left(self.starts, end)

    def sentence_of(self, index: int) -> tuple[int, int]:
        """First and last (end-exclusive) index of the sentence that a word is in."""
        at = bisect_left(self.breaks, index + 1) - 1
        return self.breaks[at], self.breaks[at + 1] if at + 1 < len(self.breaks) else len(self.words)

    def sentences(self) -> Iterator[tuple[int, int]]:
        """First and last (end-exclusive) index of each sentence."""
        return pairwise((*self.breaks, len(self.words)))

    def end_of(self, index: int) -> int:
        """Code point at which a word ends."""
        return self.starts[index] + len(self.words[index])

    def before(self, index: int, by: int = 1) -> str:
        """Word before an index, '' outside its sentence."""
        first, _ = self.sentence_of(index) if index < len(self.words) else (0, 0)
        return self.words[index - by] if index - by >= first else ""

    def after(self, index: int, by: int = 0) -> str:
        """Word at an index, or so many after it; '' at the end."""
        return self.words[index + by] if index + by < len(self.words) else ""

    def is_limit(self, first: int) -> bool:
        """Whether a phrase is the end of something, that may lie ahead though it is told: `rescheduled to June 2`."""
        return self.before(first).lower() in ("by", "until", "till", "through", "to")

    def tag(self, index: int) -> str:
        """Part of speech of a word, '' where only the rules have read it or the passage ends."""
        return self.tags[index] if index < len(self.tags) else ""

    def lean(self, first: int, last: int) -> int:
        """Say how the verb nearest to words first to last leans: BACK, AHEAD, PERHAPS_AHEAD; NAMING; else 0."""
        lean = self._lean_in_tree(first, last)
        if lean:
            return lean
        begin, end = self.sentence_of(first)
        back = self._lean_among(range(first - 1, max(begin, first - REACH) - 1, -1))
        lean = back or self._lean_among(range(last, min(end, last + REACH)))
        return lean or (NAMING if self._names(first, last) else 0)

    def _names(self, first: int, last: int) -> bool:
        """Whether words name the noun behind them: "the Sept. 11 attack"."""
        top = self.tree.top(first, last)
        return (
            top >= 0
            and self.tree.labels[top] in ("compound", "nmod:poss", "nmod:desc")
            and self.tree.heads[top] >= last
        )

    def _lean_in_tree(self, first: int, last: int) -> int:
        """Ask the tree; a verb that tells of plans, `they scheduled talks on Monday`, is for the words to judge."""
        verb, before = verb_of(self.tree, first, last), self.before(first)
        if verb < 0 or tense_words().get(self.lower[verb]) == "perhaps":
            return 0
        if is_headed_for(self.tree, verb) or (not self.pictured and is_scheduled(self.tree, verb, before)):
            return AHEAD
        return lean_of_verb(self.tree, verb, before)

    def _lean_among(self, indexes: Iterable[int]) -> int:
        cues = tense_words()
        for index in indexes:
            word = self.lower[index]
            cue = cues.get(word)
            if cue == "stop":
                return 0
            if cue == "future" or (word == "to" and self._is_plan(index)) or self._is_arranged(index, word):
                return AHEAD
            if cue == "modal" or (cue == "perhaps" and self.after(index, 1).lower() in _AFTER_PLANS):
                return AHEAD if self._is_present(index) else PERHAPS_AHEAD
            if cue == "past" or self._is_told(index, word):
                return BACK
        return 0

    def _is_told(self, index: int, word: str) -> bool:
        """Whether a word tells by its ending: `visited`; not `be visited`, `the planned visit`."""
        if len(word) < 5 or not word.endswith("ed") or self.tags[index] not in ("", "VERB"):
            return False
        return self.before(index).lower() not in ("be", "the", "a", "an")

    def _is_arranged(self, index: int, word: str) -> bool:
        """Whether a word in the present tells of what is arranged: `is meeting on Sunday`."""
        return word.endswith("ing") and self.tag(index) in ("", "VERB") and self.before(index).lower() in _IS

    def _is_plan(self, index: int) -> bool:
        """Whether a `to` is that of a plan: `is to leave`, `are set to meet`, `want to meet`."""
        before = [self.lower[i] for i in range(max(0, index - 2), index)]
        plans = bool(before) and tense_words().get(before[-1]) == "planning"
        return plans or (bool(before) and before[-1] in ("is", "are", "set", "going", "about"))

    def _is_present(self, index: int) -> bool:
        """Whether an expectation stands still: `is scheduled`, `are expected`; not `was due`, `the planned`."""
        before = [self.lower[i] for i in range(max(0, index - 3), index)]
        return any(word in ("is", "are", "'s", "’s", "be") for word in before)


def passages_of(parsed: ParsedReport) -> Iterator[Passage]:
    """Give the sentences of each passage that tells the story together."""
    passages = parsed.content()
    at, group = 0, list[Sentence]()
    for sentence in parsed.sentences:
        while at < len(passages) and sentence.start >= passages[at].span.end:
            if group:
                yield Passage(group, pictured=passages[at].role in PICTURING_ROLES)
                group = []
            at += 1
        group.append(sentence)
    if group:
        yield Passage(group, pictured=at < len(passages) and passages[at].role in PICTURING_ROLES)


def mark_quotes(words: Sequence[str]) -> list[bool]:
    """Say for each word of a passage whether it stands between quotation marks.

    >>> mark_quotes(["He", "said", "“", "today", "”", "."])
    [False, False, True, True, False, False]
    """
    inside, marks = False, []
    for word in words:
        if word in _OPENERS or word == '"' or word == "``":
            inside = word != '"' or not inside
        elif word in _CLOSERS or word == "''":
            inside = False
        marks.append(inside)
    return marks
