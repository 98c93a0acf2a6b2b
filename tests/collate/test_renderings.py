"""What is told of how two readings put one matter."""

import msgspec
import pytest

from accord.collate.accounts import renamed
from accord.collate.actors import merge_actors
from accord.collate.clauses import clauses_of
from accord.collate.contexts import Told
from accord.collate.contrasts import CONTRASTS
from accord.collate.phrasings import answers_of
from accord.collate.points import telling
from accord.collate.renderings import Compared, compare, log_odds, rendering_contrast
from accord.collate.speakers import voice_contrast
from accord.gather.stories import gather
from accord.model.reports import Source
from accord.pipeline import per_report


def both(one: str, other: str) -> tuple[Told, Told]:
    """The longest clauses of two reports."""
    sources = [Source(f"{name}.txt", text.encode()) for name, text in (("a", one), ("b", other))]
    story = gather([per_report(source) for source in sources])
    assert story
    actors, ids = merge_actors(story.analyses)
    analyses = [renamed(each, ids) for each in story.analyses]
    clauses = [clauses_of(each) for each in analyses]
    told = telling(analyses, [clause for held in clauses for clause in held], {actor.id: actor for actor in actors})
    longest = [max(held, key=lambda clause: len(clause.span.text)) for held in clauses]
    return told(longest[0]), told(longest[1])


def compared(one: Told, other: Told) -> Compared:
    return compare(one, other, answers_of(one.phrasing, other.phrasing))


CALLED = (
    "Premier Ada Orr called the accord with the farmers “a milestone for the whole valley”, according to her office."
)
HOPED = "Premier Ada Orr hoped that the farm accord “would prove a turning point for the region”."


def test_a_statement_in_other_words_is_told() -> None:
    one, other = both(CALLED, HOPED)
    found = rendering_contrast(one, other)
    assert found is not None
    assert found.compatible
    assert found.note == " / ".join(found.values)
    assert all(word in CALLED for word in found.values[0].split(" … "))
    assert all(word in HOPED for word in found.values[1].split(" … "))


def test_a_bare_fact_in_other_words_is_not() -> None:
    one, other = both("Nine ministers signed the accord.", "The accord was signed by nine ministers.")
    assert rendering_contrast(one, other) is None
    assert log_odds(compared(one, other)) < 0


def test_what_is_compared_is_the_same_both_ways() -> None:
    one, other = both(CALLED, HOPED)
    assert msgspec.structs.astuple(compared(one, other)) == pytest.approx(msgspec.structs.astuple(compared(other, one)))


def test_one_matter_on_the_words_of_two() -> None:
    one, other = both(
        "Fishermen downstream have been sold by the river accord, farmer Hugo Lenz said on Tuesday.",
        "“The river accord betrays those who fish,” opposition leader Ilse Brandt said on Monday.",
    )
    found = voice_contrast(one, other)
    assert found is not None
    assert found.compatible
    assert len(set(found.values)) == 2
    assert voice_contrast(one, one) is None


def test_every_contrast_is_none_of_a_reading_with_itself() -> None:
    one, _ = both(CALLED, HOPED)
    assert [kind for kind, contrast_of in CONTRASTS if contrast_of(one, one)] == []
