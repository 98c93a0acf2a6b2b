from typing import Any

from accord.collate.chains import Chain
from accord.collate.contexts import Told
from accord.collate.copies import Copies
from accord.collate.independence import Independence, independence_of
from accord.model.accounts import Analysis
from accord.model.findings import Attribution
from accord.model.points import Reading
from accord.model.spans import Span
from tests.factories import analysis, clause

DISPATCH = "The mayor opened the new bridge on a windy morning and crossed it slowly on an old bicycle."
OWN = "A crowd watched the mayor cross the bridge."


def reading(report: Analysis, piece: str, *via: str, **found: Any) -> Told:
    start = report.report.text.index(piece)
    made = clause(piece, span=Span(report.report.id, start, start + len(piece), piece), **found)
    speech = made.attributions[0] if made.attributions else None
    root = via[-1] if via else f"voice of {report.report.id}"
    return Told(
        made,
        Chain(
            Reading(made.span, tuple(via), speech.id if speech else None),
            root,
            "",
            speech.speaker[0] if speech else None,
        ),
        context=made,
        fuller=made,
    )


def independence(readings: list[Told], *reports: Analysis) -> Independence:
    return independence_of(
        readings, Copies(reports), {each.report.id: f"voice of {each.report.id}" for each in reports}
    )


def test_a_copied_reading_has_the_root_of_its_source_and_the_account_says_so() -> None:
    one, other = analysis(DISPATCH, id="a"), analysis(DISPATCH, id="b")
    found = independence([reading(one, DISPATCH), reading(other, DISPATCH)], one, other)
    assert found.origins == 1
    (merge,) = found.merged
    assert {span.report for span in merge.readings} == {"a", "b"}
    assert merge.because == "a passage that stands word for word in each"


def test_what_a_copying_report_tells_itself_stays_its_own() -> None:
    one, other = analysis(DISPATCH, id="a"), analysis(f"{DISPATCH}\n{OWN}", id="b")
    readings = [reading(one, DISPATCH), reading(other, DISPATCH), reading(other, OWN)]
    assert independence(readings, one, other).origins == 2


def test_a_copy_without_its_source_in_the_point_still_counts_as_the_source() -> None:
    one, other = analysis(f"{DISPATCH}\n{OWN}", id="a"), analysis(DISPATCH, id="b")
    assert independence([reading(one, OWN), reading(other, DISPATCH)], one, other).origins == 1


def test_readings_through_one_agency_are_one_origin() -> None:
    one, other = analysis("The dam broke.", id="a"), analysis("A dam burst.", id="b")
    found = independence(
        [reading(one, "The dam broke.", "An Agency"), reading(other, "A dam burst.", "A Paper", "An Agency")],
        one,
        other,
    )
    assert (found.origins, [merge.because for merge in found.merged]) == (1, ["through An Agency"])


def spoken(report: str, text: str) -> tuple[Attribution, ...]:
    return (Attribution(f"{report}.a1", content=(Span(report, 0, len(text), text),), kind="indirect", speaker=("n1",)),)


def test_one_utterance_told_with_and_without_marks_is_one_origin() -> None:
    texts = ("it would be a fresh humble beginning", "the treaty is a fresh humble beginning for all")
    made = [analysis(text, id=id) for text, id in zip(texts, "ab", strict=True)]
    readings = [
        reading(report, text, attributions=spoken(report.report.id, text))
        for report, text in zip(made, texts, strict=True)
    ]
    assert independence(readings, *made).origins == 1
    apart = [readings[0], reading(made[1], texts[1])]
    assert independence(apart, *made).origins == 2
