"""What a clause says is so, and what it says is not."""

import pytest

from accord.collate.clauses import clauses_of
from tests.factories import analysis


def denied(text: str, piece: str) -> bool | None:
    found = {clause.span.text.rstrip("."): clause.denied for clause in clauses_of(analysis(text))}
    return found[piece]


@pytest.mark.parametrize(
    ("text", "piece", "expected"),
    [
        pytest.param("The ministers met in Quito on Monday.", None, False, id="stated"),
        pytest.param("The ministers did not meet in Quito.", None, True, id="not"),
        pytest.param("The ministers didn’t meet in Quito.", None, True, id="n't"),
        pytest.param("No price was discussed at the talks.", None, True, id="no subject"),
        pytest.param("The statement made no mention of tariffs.", None, True, id="no object"),
        pytest.param("Not one of our soldiers crossed the border.", None, True, id="not one"),
        pytest.param("There is no doubt that the army must win the war.", None, False, id="no doubt"),
        pytest.param("The treaty is not only a promise to the farmers.", None, False, id="not only"),
        pytest.param(
            "The ministry denied that troops crossed the border.", "troops crossed the border", True, id="denied"
        ),
        pytest.param("The premier refused to sign the border treaty.", None, True, id="refused to"),
        pytest.param("They did not agree to share the river water.", None, True, id="taken along"),
        pytest.param(
            "She did not say that troops crossed the border.", "troops crossed the border", False, id="not said"
        ),
        pytest.param("The ministry did not deny that troops crossed it.", None, False, id="did not deny"),
    ],
)
def test_denied(text: str, piece: str | None, expected: bool) -> None:
    assert denied(text, piece or text.rstrip(".")) is expected


@pytest.mark.parametrize(
    ("text", "piece"),
    [
        pytest.param(
            "Editors asked whether the premier was born in Quito.",
            "whether the premier was born in Quito",
            id="whether",
        ),
        pytest.param(
            "She flew home to answer the senators of the inquiry.", "to answer the senators of the inquiry", id="to"
        ),
    ],
)
def test_what_is_not_asserted_is_not_denied(text: str, piece: str) -> None:
    assert denied(text, piece) is None


def test_a_phrase_denies_nothing() -> None:
    found = clauses_of(analysis("Farmers praised the first joint dam on the upper river."))
    phrases = [clause for clause in found if not clause.complete]
    assert phrases
    assert {clause.denied for clause in phrases} == {None}
