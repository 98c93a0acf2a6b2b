"""Stages are those of the predicate."""

import msgspec
import pytest

from accord.collate.clauses import clauses_of
from tests.factories import analysis


@pytest.mark.parametrize(
    ("text", "stage"),
    [
        pytest.param("The premier arrived in Quito with a promise of aid.", "done", id="a noun marks nothing"),
        pytest.param("The ministers who signed the treaty met in Quito.", "done", id="nor does an inner clause"),
        pytest.param("The ministers are expected to sign the border treaty.", "expected", id="expected"),
        pytest.param("The bank is to lend the region forty million euros.", "expected", id="is to"),
        pytest.param("The ministers may sign the border treaty.", "possible", id="may"),
        pytest.param("The border treaty entered into force on Monday.", "in-force", id="in force"),
        pytest.param("The ministers signed the border treaty.", "signed", id="signed"),
        pytest.param("The envoy will return to Quito in May.", "expected", id="will, and no may"),
        pytest.param("The border treaty was a priority for the envoy.", "state", id="what something was"),
        pytest.param("The two ministers needed the votes of the farmers.", "state", id="what goes on"),
        pytest.param("The bank lends the farmers of the region money.", "state", id="the present tells what is so"),
        pytest.param("The envoy has met the farmers of the region.", "done", id="what has been"),
    ],
)
def test_stage(text: str, stage: str) -> None:
    found = {clause.span.text: clause.stage for clause in clauses_of(analysis(text))}
    assert found[max(found, key=len)] == stage


def test_what_a_headline_tells_in_the_present_has_happened() -> None:
    found = analysis("Envoy meets farmers of the border region")
    headline = msgspec.structs.replace(found.passages[0], role="headline")
    stages = [
        [clause.stage for clause in clauses_of(each)]
        for each in (found, msgspec.structs.replace(found, passages=(headline,)))
    ]
    assert "done" not in stages[0]
    assert "done" in stages[1]


def test_what_one_promises_that_he_would_do_is_promised() -> None:
    found = analysis("The ministers promised that their states would build a railway.")
    stages = {clause.span.text: clause.stage for clause in clauses_of(found)}
    assert stages["their states would build a railway"] == "pledged"
