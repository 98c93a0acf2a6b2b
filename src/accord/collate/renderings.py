"""How two readings put one matter: in which words, and on whose.

Nearly any two reports word a thing otherwise; which of it an editor would note is learned. `WORDED` and `VOICED` hold
the log-odds of that, comparison by comparison; `python -m training.differences` makes both from stories written for it.
"""

import math
from itertools import groupby

import msgspec
import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from accord.collate.contexts import Contrast, Told
from accord.collate.phrasings import answers_of, count_unanswered, has_own_top, own_words
from accord.collate.speakers import attribution_contrast, speakers_of, wording_contrast
from accord.model.points import OWN_VOICE


class Compared(Struct, frozen=True):
    """How two readings put a matter; as a table, what each comparison is worth.

    The `unanswered` words of the one that has fewer; how well the words of both are `answered`, 0 to 2; then, 1 or 0:
    words between quotation marks in both, or in one alone; an attribution in both, or in one; the words of two persons,
    or of one and nobody's; figures in both; a `headline` among them; at the `tops` of both, words that the other lacks.
    """

    unanswered: float
    answered: float
    both_quoted: float
    one_quoted: float
    both_attributed: float
    one_attributed: float
    two_said: float
    one_said: float
    both_counting: float
    headline: float
    tops: float


WORDED_BIAS, VOICED_BIAS = -1.85, -3.56
WORDED = Compared(
    unanswered=0.22,
    answered=0.25,
    both_quoted=1.39,
    one_quoted=0.59,
    both_attributed=1.06,
    one_attributed=0.24,
    two_said=0.0,
    one_said=0.0,
    both_counting=-0.76,
    headline=0.49,
    tops=0.33,
)
VOICED = Compared(
    unanswered=0.0,
    answered=0.0,
    both_quoted=0.0,
    one_quoted=1.08,
    both_attributed=2.14,
    one_attributed=2.29,
    two_said=2.34,
    one_said=1.01,
    both_counting=0.0,
    headline=0.0,
    tops=0.0,
)
# So many words of a reading are shown that the other lacks.
MOST_SHOWN = 5
# How well words are answered where all are; readings that leave half of each other's without an answer may well tell
# of two matters.
MOST_ANSWERED, LEAST_ANSWERED = 2.0, 1.0
# From these log-odds on, seven in ten, a difference is told.
WORTH_TELLING = 0.85


def compare(one: Told, other: Told) -> Compared:
    """Compare how two readings put a matter."""
    mine, theirs = one.phrasing, other.phrasing
    answers = answers_of(mine, theirs)
    return msgspec.structs.replace(
        _circumstances(one, other),
        unanswered=min(count_unanswered(mine, answers.one), count_unanswered(theirs, answers.other)),
        answered=sum(float(np.mean(each)) for each in (answers.one, answers.other) if len(each)),
        tops=float(has_own_top(mine, answers.one) and has_own_top(theirs, answers.other)),
    )


def _circumstances(one: Told, other: Told) -> Compared:
    """All but the comparison of words, of which the best is taken that it could find."""
    mine, theirs = one.clause, other.clause
    quoted, one_quoted = _both_and_one(bool(mine.quoted), bool(theirs.quoted))
    attributed, one_attributed = _both_and_one(bool(mine.attributions), bool(theirs.attributions))
    said, one_said = _both_and_one(bool(one.chain.said_by), bool(other.chain.said_by))
    return Compared(
        unanswered=min(int(one.phrasing.common.sum()), int(other.phrasing.common.sum())),
        answered=MOST_ANSWERED,
        both_quoted=quoted,
        one_quoted=one_quoted,
        both_attributed=attributed,
        one_attributed=one_attributed,
        two_said=float(bool(said) and one.chain.said_by != other.chain.said_by),
        one_said=one_said,
        both_counting=float(bool(mine.figures and theirs.figures)),
        headline=float("headline" in (mine.role, theirs.role)),
        tops=1.0,
    )


def _both_and_one(mine: bool, theirs: bool) -> tuple[float, float]:
    return float(mine and theirs), float(mine != theirs)


def log_odds(compared: Compared, weights: Compared, bias: float) -> float:
    """Add up what comparisons are worth."""
    pairs = zip(msgspec.structs.astuple(compared), msgspec.structs.astuple(weights), strict=True)
    return bias + math.fsum(found * weight for found, weight in pairs)


def rendering_contrast(one: Told, other: Told) -> Contrast | None:
    """The matter in words that tell another thing, or with another force: "a goal" / "a concession"."""
    if log_odds(_circumstances(one, other), WORDED, WORDED_BIAS) < WORTH_TELLING or wording_contrast(one, other):
        return None
    compared = compare(one, other)
    if compared.answered < LEAST_ANSWERED or log_odds(compared, WORDED, WORDED_BIAS) < WORTH_TELLING:
        return None
    answers = answers_of(one.phrasing, other.phrasing)
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


def voice_contrast(one: Told, other: Told) -> Contrast | None:
    """What one tells in its own voice and the other on somebody's word, or both on other people's."""
    mine, theirs = speakers_of(one), speakers_of(other)
    if not (mine or theirs) or mine.keys() & theirs or attribution_contrast(one, other):
        return None
    if log_odds(_circumstances(one, other), VOICED, VOICED_BIAS) < WORTH_TELLING:
        return None
    values = tuple(", ".join(sorted(each)) or OWN_VOICE for each in (mine, theirs))
    return Contrast((values[0], values[1]), (one.clause.span, other.clause.span), True, "on other words")
