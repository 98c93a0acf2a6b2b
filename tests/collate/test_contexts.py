"""How far the matter of a reading has come, by what stands around it."""

import pytest

from accord.collate.chains import Chain
from accord.collate.clauses import clauses_of
from accord.collate.contexts import Contexts
from accord.model.points import Reading
from accord.model.reports import Source
from accord.pipeline import per_report


@pytest.mark.parametrize(
    ("text", "reading", "stage"),
    [
        pytest.param(
            "The minister said that the border accord may be signed.",
            "The minister said that the border accord may be signed.",
            "possible",
            id="that somebody said it is no stage of what he said",
        ),
        pytest.param(
            "The two ministers signed nine agreements on trade.", "nine agreements on trade", "signed", id="object"
        ),
        pytest.param(
            "The envoy came with a promise of aid amid old disputes over fishing rights.",
            "old disputes over fishing rights",
            None,
            id="what stands beside is none of it",
        ),
        pytest.param(
            "During the long meeting with the premier on Wednesday, the envoy praised the accord and its makers.",
            "the long meeting with the premier on Wednesday",
            "done",
            id="what something was done during took place",
        ),
    ],
)
def test_stage_of_a_reading(text: str, reading: str, stage: str | None) -> None:
    found = per_report(Source(path="r.txt", data=text.encode()))
    clauses = clauses_of(found)
    chosen = next(clause for clause in clauses if clause.span.text == reading)
    told = Contexts([found], clauses).told(chosen, Chain(Reading(chosen.span), "r", "in its own voice"))
    assert told.stage == stage


def test_what_is_read_for_one_person_names_none_of_the_others() -> None:
    text = "In Quito the envoy met with Premier Marta Ruiz and Speaker Otto Klein on Monday."
    found = per_report(Source(path="r.txt", data=text.encode()))
    names = {actor.id: actor.name for actor in found.actors}
    clauses = clauses_of(found)
    contexts = Contexts([found], clauses)
    chosen = [clause for clause in clauses if clause.read_for]
    assert len(chosen) == 2
    for clause in chosen:
        told = contexts.told(clause, Chain(Reading(clause.span), "r", "in its own voice"))
        persons = {names[mention.actor] for mention in told.mentions if mention.type == "person"}
        assert persons == {names[each] for each in clause.read_for}


@pytest.mark.parametrize(
    ("reading", "rest", "figures"),
    [
        (
            "Lima has been the largest buyer for years",
            ", with a turnover of 17 billion dollars.",
            ["17 billion dollars"],
        ),
        # another statement is no detail of the first
        ("Lima has been the largest buyer for years", ", while Quito bought goods for 17 billion dollars.", []),
    ],
)
def test_a_phrase_added_behind_a_mark_tells_details(reading: str, rest: str, figures: list[str]) -> None:
    found = per_report(Source(path="r.txt", data=(reading + rest).encode()))
    clauses = clauses_of(found)
    chosen = next(clause for clause in clauses if clause.span.text == reading)
    told = Contexts([found], clauses).told(chosen, Chain(Reading(chosen.span), "r", "in its own voice"))
    assert [figure.span.text for figure in told.fuller.figures] == figures
