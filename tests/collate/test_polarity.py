"""What a clause says is so, and what it says is not."""

import pytest

from accord.collate.clauses import clauses_of
from tests.factories import analysis


def denied(text: str, piece: str) -> bool | None:
    found = {clause.span.text.rstrip("."): clause.denied for clause in clauses_of(analysis(text))}
    return found[piece]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("The ministers met in Quito on Monday.", False, id="stated"),
        pytest.param("The ministers did not meet in Quito.", True, id="not"),
        pytest.param("The ministers didn’t meet in Quito.", True, id="n't"),
        pytest.param("No price was discussed at the talks.", True, id="no subject"),
        pytest.param("The statement made no mention of tariffs.", True, id="no object"),
        pytest.param("Not one of our soldiers crossed the border.", True, id="not one"),
        pytest.param("There is no doubt that the army must win the war.", False, id="no doubt"),
        pytest.param("The treaty is not only a promise to the farmers.", False, id="not only"),
        pytest.param("The ministry denied that troops crossed the border.", True, id="denied"),
        pytest.param("The premier refused to sign the border treaty.", True, id="refused to"),
        pytest.param("They did not agree to share the river water.", True, id="taken along"),
        pytest.param("She did not say that troops crossed the border.", True, id="not said"),
        pytest.param("The ministry did not deny that troops crossed it.", False, id="did not deny"),
    ],
)
def test_denied(text: str, expected: bool) -> None:
    assert denied(text, text.rstrip(".")) is expected


@pytest.mark.parametrize(
    ("text", "piece"),
    [
        pytest.param("The ministry denied that troops crossed the border.", "troops crossed the border", id="denied"),
        pytest.param("Ana Ruiz did not say that troops crossed the river.", "troops crossed the river", id="not said"),
        pytest.param("The port has no means to guard every crossing.", "to guard every crossing", id="no means"),
    ],
)
def test_what_is_not_so_is_told_with_its_denial(text: str, piece: str) -> None:
    found = {clause.span.text.rstrip(".") for clause in clauses_of(analysis(text))}
    assert text.rstrip(".") in found
    assert piece not in found


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
