import pytest

from accord.collate.silences import observed_omissions, reported_omissions
from accord.model.points import Point, Reading
from tests.factories import analysis, span

TOLD = "The harbour board raised its fees for fishing boats by a tenth."
REST = "\n".join(f"Gulls and lorries, part {number}, filled the morning with noise." for number in range(24))


def point(*reports: str) -> Point:
    readings = tuple(Reading(span(TOLD, TOLD, report=report)) for report in reports)
    return Point("p1", readings[0].span, readings, "corroborated", len(reports))


def test_what_three_tell_and_a_long_report_does_not_is_left_out() -> None:
    reports = [analysis(f"{TOLD}\n{REST}", id=id) for id in "abc"] + [analysis(REST, id="d")]
    (found,) = observed_omissions(reports, [point("a", "b", "c")])
    assert (found.kind, found.missing_from, found.point) == ("observed", ("d",), "p1")


def test_no_silence_of_one_among_three_of_short_reports_or_of_what_is_told_elsewhere() -> None:
    telling = [analysis(f"{TOLD}\n{REST}", id=id) for id in "abc"]
    assert not list(observed_omissions([*telling[:2], analysis(REST, id="d")], [point("a", "b")]))
    assert not list(
        observed_omissions([*telling, analysis("Gulls filled the morning.", id="d")], [point("a", "b", "c")])
    )
    nearly = analysis(f"Fees for fishing boats rose, the harbour board said.\n{REST}", id="d")
    assert not list(observed_omissions([*telling, nearly], [point("a", "b", "c")]))


@pytest.mark.parametrize(
    "text",
    [
        "The notice made no mention of the fees.",
        "The board has not said how it will spend the fees.",
        "The board did not respond to repeated requests for comment.",
        "The notice mentions neither the fees nor the boats.",
    ],
)
def test_what_a_report_says_was_left_out(text: str) -> None:
    (found,) = reported_omissions([analysis(f"It rained.\n{text}", id="a")])
    assert found.evidence is not None
    assert found.evidence.text == text
