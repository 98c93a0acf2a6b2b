"""Stages are those of the predicate."""

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
    ],
)
def test_stage(text: str, stage: str) -> None:
    found = {clause.span.text: clause.stage for clause in clauses_of(analysis(text))}
    assert found[max(found, key=len)] == stage
