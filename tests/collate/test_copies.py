import msgspec
import pytest

from accord.collate.copies import Copies
from accord.model.accounts import Analysis
from accord.model.spans import Span
from tests.factories import analysis, clause

DISPATCH = "The mayor opened the new bridge on a windy morning and crossed it slowly on an old bicycle."


def reports(one: str, other: str) -> tuple[Analysis, Analysis]:
    return analysis(one, id="a", published="2031-05-05"), analysis(other, id="b", published="2031-05-04")


def of(copies: Copies, report: Analysis, piece: str) -> object:
    start = report.report.text.index(piece)
    return copies.of(clause(piece, span=Span(report.report.id, start, start + len(piece), piece)))


def test_a_passage_that_both_have_is_of_the_report_published_first() -> None:
    one, other = reports(f"Rain fell all week.\n{DISPATCH}", f"{DISPATCH}\nA fair followed by the river.")
    copies = Copies((one, other))
    copied = copies.of(clause("x", span=one.report.span(one.report.text.index("The mayor"), len(one.report.text))))
    assert copied is not None
    assert copied.source == "b"
    assert of(copies, one, "Rain fell all week.") is None
    assert of(copies, other, "A fair followed by the river.") is None


@pytest.mark.parametrize(
    ("one", "other"),
    [
        # a quotation that both give is an utterance, not a copy
        (f"“{DISPATCH}” she said.", f"“{DISPATCH}” the deputy mayor remarked."),
        # a long name is copied from nobody
        (
            "It met the Port Authority of New York and New Jersey and of the Bay.",
            "They sued the Port Authority of New York and New Jersey and of the Bay.",
        ),
        # nine words in a row are chance
        ("The mayor opened the new bridge on a windy day.", "The mayor opened the new bridge on a windy night."),
    ],
)
def test_what_is_no_copy(one: str, other: str) -> None:
    left, right = reports(one, other)
    copies = Copies((left, right))
    assert of(copies, left, one) is None
    assert of(copies, right, other) is None


def test_quoted_words_beside_copied_ones_are_copied_too() -> None:
    text = f"{DISPATCH} “Nobody will wait for a ferry again,” she said."
    left, right = reports(text, text)
    copies = Copies((left, right))
    assert of(copies, left, "“Nobody will wait for a ferry again,”") is not None


def test_a_copied_headline_is_none() -> None:
    left, right = reports(DISPATCH, DISPATCH)
    copies = Copies([_headlined(left), _headlined(right)])
    assert of(copies, left, DISPATCH) is None


def _headlined(made: Analysis) -> Analysis:
    passages = tuple(msgspec.structs.replace(passage, role="headline") for passage in made.passages)
    return msgspec.structs.replace(made, passages=passages)
