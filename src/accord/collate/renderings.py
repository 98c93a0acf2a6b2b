"""How two readings word one matter.

Nearly any two reports word a thing otherwise; which of it an editor would note is learned. `WORDED` holds the log-odds
of that, comparison by comparison; `python -m training.differences` makes it from stories written for it.
"""

import math
from itertools import groupby

import msgspec
import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from accord.collate.contexts import Contrast, Told
from accord.collate.phrasings import Answers, answers_of, count_unanswered, has_own_top, own_words
from accord.collate.speakers import wording_contrast


class Compared(Struct, frozen=True):
    """How two readings word a matter; as a table, what each comparison is worth.

    The `unanswered` words of the one that has fewer; how well the words of both are `answered`, 0 to 2; then, 1 or 0:
    words between quotation marks in both, or in one alone; an attribution in both, or in one; figures in both; a
    `headline` among them; at the `tops` of both, words that the other lacks.
    """

    unanswered: float
    answered: float
    both_quoted: float
    one_quoted: float
    both_attributed: float
    one_attributed: float
    both_counting: float
    headline: float
    tops: float


WORDED_BIAS = -1.85
WORDED = Compared(
    unanswered=0.22,
    answered=0.25,
    both_quoted=1.39,
    one_quoted=0.59,
    both_attributed=1.06,
    one_attributed=0.24,
    both_counting=-0.76,
    headline=0.49,
    tops=0.33,
)
# So many words of a reading are shown that the other lacks.
MOST_SHOWN = 5
# How well words are answered where all are; readings that leave half of each other's without an answer may well tell
# of two matters.
MOST_ANSWERED, LEAST_ANSWERED = 2.0, 1.0
# From these log-odds on, seven in ten, a difference is told.
WORTH_TELLING = 0.85


def compare(one: Told, other: Told, answers: Answers) -> Compared:
    """Compare how two readings word a matter, given how near the words of each come to the other's."""
    mine, theirs = one.phrasing, other.phrasing
    return msgspec.structs.replace(
        _most(one, other),
        unanswered=min(count_unanswered(mine, answers.one), count_unanswered(theirs, answers.other)),
        answered=sum(float(np.mean(each)) for each in (answers.one, answers.other) if len(each)),
        tops=float(has_own_top(mine, answers.one) and has_own_top(theirs, answers.other)),
    )


def _most(one: Told, other: Told) -> Compared:
    """The most that a comparison could be worth, whatever comes of the words, which cost more to look up."""
    mine, theirs = one.clause, other.clause
    quoted, attributed = bool(mine.quoted) + bool(theirs.quoted), bool(mine.attributions) + bool(theirs.attributions)
    return Compared(
        unanswered=min(int(one.phrasing.common.sum()), int(other.phrasing.common.sum())),
        answered=MOST_ANSWERED,
        both_quoted=float(quoted == 2),
        one_quoted=float(quoted == 1),
        both_attributed=float(attributed == 2),
        one_attributed=float(attributed == 1),
        both_counting=float(bool(mine.figures and theirs.figures)),
        headline=float("headline" in (mine.role, theirs.role)),
        tops=1.0,
    )


def log_odds(compared: Compared) -> float:
    """Add up what comparisons are worth."""
    pairs = zip(msgspec.structs.astuple(compared), msgspec.structs.astuple(WORDED), strict=True)
    return WORDED_BIAS + math.fsum(found * weight for found, weight in pairs)


def rendering_contrast(one: Told, other: Told) -> Contrast | None:
    """The matter in words that tell another thing, or with another force: "a goal" / "a concession"."""
    if log_odds(_most(one, other)) < WORTH_TELLING or wording_contrast(one, other):
        return None
    answers = answers_of(one.phrasing, other.phrasing)
    compared = compare(one, other, answers)
    if compared.answered < LEAST_ANSWERED or log_odds(compared) < WORTH_TELLING:
        return None
    mine, theirs = _own_words(one, answers.one), _own_words(other, answers.other)
    if not mine or not theirs:
        return None
    return Contrast((mine, theirs), (one.clause.span, other.clause.span), True, f"{mine} / {theirs}")


def _own_words(told: Told, answers: NDArray[np.float32]) -> str:
    """The first words that the other reading has none for, as they stand: "called … historic milestone"."""
    own = own_words(told.phrasing, answers)[:MOST_SHOWN]
    span, sentence = told.clause.span, told.clause.stretch.sentence
    runs = [list(run) for _, run in groupby(own, key=lambda token: token - own.index(token))]
    places = [(sentence.starts[run[0]] - span.start, sentence.ends[run[-1]] - span.start) for run in runs]
    return " … ".join(span.text[start:end] for start, end in places)
