import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from accord.model.reports import Passage
from accord.read.passages import find_passages
from tests.factories import report
from tests.read.page_cases import Case, add_up, count_roles, load_cases

TUNING = load_cases("tuning")
KEPT_BACK = load_cases("kept-back")
ACCURACY, F1 = 0.95, 0.99  # the floors of the whole
LEAST = 0.9  # what any single page reaches

FURNITURE = st.sampled_from(
    [
        "Advertisement",
        "Leave a Reply",
        "Sign up for our newsletter.",
        "By Ana Ruiz",
        "March 3, 2031",
        "HANOI, Dec. 12 (Xinhua) -- The leaders met.",
        "Photo: Ana Ruiz/AFP",
        "The two ministers agreed on Tuesday to reopen the border, officials said.",
        "© 2031 The Valley Herald. All rights reserved.",
        "talks_01.jpg",
        "___",
    ]
)
LINES = st.lists(st.one_of(FURNITURE, st.text(max_size=80)), max_size=20)
BREAKS = st.sampled_from(["\n", "\n\n", "\r\n", "\r", "\n\n\n", " ", ""])


def roles(text: str) -> list[str]:
    return [passage.role for passage in find_passages(report(text))]


def assert_whole(text: str, passages: tuple[Passage, ...]) -> None:
    """Every non-blank character in one passage, in order, each span the very slice."""
    end, left = 0, ""
    for passage in passages:
        span = passage.span
        assert span.start >= end
        assert span.text == text[span.start : span.end]
        assert span.text == span.text.strip() != ""
        left += text[end : span.start]
        end = span.end
    assert not (left + text[end:]).strip()


@given(LINES, BREAKS)
@settings(max_examples=150, deadline=None)
def test_passages_cover_every_character_in_order(lines: list[str], line_break: str) -> None:
    text = line_break.join(lines)
    assert_whole(text, find_passages(report(text)))


@given(st.text(max_size=300))
@settings(max_examples=150, deadline=None)
def test_passages_cover_any_text(text: str) -> None:
    assert_whole(text, find_passages(report(text)))


@pytest.mark.parametrize("case", [*TUNING, *KEPT_BACK], ids=lambda case: case.name)
def test_a_page_is_covered(case: Case) -> None:
    assert_whole(case.text, case.read().passages)


@pytest.mark.parametrize("case", [*TUNING, *KEPT_BACK], ids=lambda case: case.name)
def test_most_of_a_page_is_in_its_role(case: Case) -> None:
    assert count_roles(case).accuracy >= LEAST


@pytest.mark.parametrize("cases", [TUNING, KEPT_BACK], ids=["tuning", "kept back"])
def test_pages_are_read_in_their_roles(cases: list[Case]) -> None:
    whole = add_up([count_roles(case) for case in cases])
    assert whole.accuracy >= ACCURACY
    assert whole.f1 >= F1


def test_a_dateline_glued_to_a_note_is_its_own_passage() -> None:
    text = (
        "Talks reopen in Muscat\n\n"
        "Editor’s Note: Sign up for The Valley Herald’s weekly newsletter.OmanThe Valley Herald — \n\n"
        "The two delegations met on Tuesday in the Omani capital to talk about the border, officials said.\n\n"
        "The talks on the border will go on in the Omani capital on Wednesday, the two delegations said."
    )
    found = find_passages(report(text))
    assert [(passage.role, passage.span.text[:14]) for passage in found[1:3]] == [
        ("promo", "Editor’s Note:"),
        ("dateline", "OmanThe Valley"),
    ]


def test_a_caption_keeps_its_glued_credit() -> None:
    text = (
        "Talks reopen in Muscat\n\n"
        "The delegations wait in a hall in Muscat on March 4, 2031.Ana Ruiz/AFP/Getty Images\n\n"
        "The two delegations met on Tuesday in Muscat to talk about the border, officials said.\n\n"
        "The talks on the border will go on in Muscat on Wednesday, the two delegations said."
    )
    assert roles(text) == ["headline", "caption", "body", "body"]


def test_a_repeated_headline_is_a_headline() -> None:
    body = "The two delegations met on Tuesday in Muscat to talk about the border, officials said."
    assert roles(f"Talks reopen in Muscat\n\nTalks reopen in Muscat\n\n{body}\n\n{body} Both left.")[:2] == [
        "headline",
        "headline",
    ]


def test_a_lone_sentence_is_the_story() -> None:
    assert roles("The ministers met on Tuesday and agreed to meet again.") == ["body"]


def test_blank_text_has_no_passages() -> None:
    assert roles(" \n\t\r\n") == []


@pytest.mark.parametrize(
    "text",
    ["The talks went on. " * 20_000, "," * 100_000, "“" * 100_000, "(" * 100_000, "A" * 100_000, "A a " * 50_000],
    ids=["one line", "commas", "quotes", "brackets", "one word", "short words"],
)
def test_one_huge_line_is_covered(text: str) -> None:
    assert_whole(text, find_passages(report(text)))


def test_text_from_right_to_left_is_covered() -> None:
    text = "وصل الوزير إلى مسقط\n\nقال الوزير إن المحادثات كانت مفيدة وإن الجانبين سيلتقيان مرة أخرى في جنيف."
    found = find_passages(report(text))
    assert_whole(text, found)
    assert [passage.role for passage in found][-1] == "body"
