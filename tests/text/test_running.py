from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from accord.text.running import LONGEST, find_running_quotes

PLAIN = "Nobody has asked the fishermen about it in all these years."
OPENED, CLOSED = "She wrote: “The harbour belongs to us.", "We will not leave it.”"


def parts(*paragraphs: str) -> list[tuple[str, bool]]:
    text = "\n\n".join(paragraphs)
    quotes = find_running_quotes(text, [(0, len(text))])
    return [(text[quote.start : quote.end], quote.goes_on) for quote in quotes if not quote.depth]


@pytest.mark.parametrize(("left", "right"), ["“”", '""', "«»", "‹›"])
def test_opened_once_and_closed_at_the_end(left: str, right: str) -> None:
    found = parts(f"She wrote: {left}The harbour belongs to us.", PLAIN, f"We will not leave it.{right}", "He left.")
    assert found == [
        (f"{left}The harbour belongs to us.", True),
        (PLAIN, True),
        (f"We will not leave it.{right}", False),
    ]


def test_opened_anew_at_each_paragraph() -> None:
    found = parts("“The harbour is ours.", "“So is the quay.", "“We stay,” she said.", "“No,” he said.")
    assert [goes_on for _, goes_on in found] == [True, True, False, False]


def test_what_is_quoted_inside_stays_inside() -> None:
    found = parts(
        OPENED, "The “students” had a ‘plan’, it seems, and no boats.", "It’s a “sham” and we won't go.” She left."
    )
    assert [goes_on for _, goes_on in found] == [True, True, False]
    assert found[2][0] == "It’s a “sham” and we won't go.”"


@pytest.mark.parametrize(
    "between",
    [
        ["The harbour master"],  # a heading
        ["LUND: The harbour belongs to the town and to nobody else."],
        [PLAIN, "“That is not so at all,” Karl Lund said on Monday."],
        ["He called the letter “a bundle of lies from start to end” and left."],
        [PLAIN] * (LONGEST + 1),
        ["“LUND: The harbour belongs to the town.", "“(APPLAUSE.)"],
    ],
)
def test_a_lost_mark_takes_in_no_report(between: list[str]) -> None:
    assert not any(goes_on for _, goes_on in parts(OPENED, *between, CLOSED))


def test_a_phrase_left_open_is_no_speech() -> None:
    assert not any(goes_on for _, goes_on in parts("They called it “a harbour of hope", PLAIN, CLOSED))


def test_without_a_closing_mark_nothing_runs_on() -> None:
    assert parts(OPENED, PLAIN, PLAIN) == [("“The harbour belongs to us.", False)]


def test_marks_of_another_kind_close_nothing() -> None:
    assert not any(goes_on for _, goes_on in parts("She wrote: «The harbour belongs to us.", PLAIN, CLOSED))


def test_stretches_are_taken_together() -> None:
    text = "“The harbour is ours.\nAn advertisement\nWe stay.”"
    quotes = find_running_quotes(text, [(0, 21), (39, len(text))])
    assert [(quote.start, quote.goes_on) for quote in quotes] == [(0, True), (39, False)]


@given(st.text(alphabet="abC. ,\n\"'“”‘’«»-(5:", max_size=80))
def test_anything_is_survived(text: str) -> None:
    quotes = find_running_quotes(text, [(0, len(text))])
    for quote in quotes:
        assert 0 <= quote.start < quote.end <= len(text)
    outer = [quote for quote in quotes if not quote.depth]
    assert all(one.end <= other.start for one, other in pairwise(outer))


@pytest.mark.parametrize("piece", ['"A b c.\n', "A b c.\n", "“A b c d.\nA b.”\n", 'a" b\n'])
def test_long_texts_end(piece: str) -> None:
    find_running_quotes(piece * 20_000, [(0, len(piece) * 20_000)])
