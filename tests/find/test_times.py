import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from accord.find.times import find_times
from accord.language.pack import load
from accord.language.rules import RulePack
from accord.model.accounts import ParsedReport
from accord.model.findings import Time
from accord.model.reports import Passage, Report, Role
from accord.text.edtf import is_edtf


def parsed(text: str, published: str | None, role: Role = "body") -> ParsedReport:
    report = Report(id="r", path="r.txt", sha256="", text=text, published=published)
    passages = tuple(Passage(report.span(*m.span()), role) for m in re.finditer(r"[^\n]+", text))
    stretches = [(p.span.start, p.span.end) for p in passages if p.is_content]
    return ParsedReport(report, passages, tuple(RulePack().parse(text, stretches)))


def found(text: str, published: str | None = "2031-05-14") -> tuple[Time, ...]:
    return find_times(parsed(text, published))


def cases() -> list[tuple[str | None, str, list[tuple[str, str | None]]]]:
    rows = []
    for line in (Path(__file__).parent / "times_cases.tsv").read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            published, text, wanted = line.split("\t")
            pairs = [pair.rpartition("=") for pair in wanted.split(" | ") if pair]
            rows.append((None if published == "-" else published, text, [(a, b or None) for a, _, b in pairs]))
    return rows


@pytest.mark.parametrize(("published", "text", "wanted"), cases(), ids=lambda value: str(value)[:40])
def test_finds_and_places(published: str | None, text: str, wanted: list[tuple[str, str | None]]) -> None:
    assert [(time.span.text, time.edtf) for time in found(text, published)] == wanted


def test_says_what_sort_of_time_it_is() -> None:
    times = found("Osei arrived on Monday for a two-day visit. He ruled from 2016 to 2020.")
    assert [time.kind for time in times] == ["date", "duration", "interval"]


def test_says_what_it_is_counted_from() -> None:
    times = found("Osei arrived on Monday. Two days before Osei's visit, the port was closed.")
    assert [(time.edtf, time.on and time.on.text) for time in times] == [
        ("2031-05-12", None),
        ("2031-05-10", "Osei's visit"),
    ]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("The envoys, who had quarrelled since spring, recently met in Bern.", ["../2031-05"]),
        ("The envoys had, after long delays, met in Bern recently.", []),
        ("The guild counted 2000 levels in the game.", []),
        ("On May 20 the envoys had already left.", ["2030-05-20"]),
        ("The envoys will, if they can, leave on May 20.", ["2031-05-20"]),
    ],
)
def test_the_tree_tells_more_than_the_words(text: str, wanted: list[str]) -> None:
    words = parsed(text, "2031-05-14")
    tree = ParsedReport(words.report, words.passages, tuple(load().parse(text, [(0, len(text))])))
    assert [time.edtf for time in find_times(tree)] == wanted


def test_a_date_line_is_a_time_and_a_stamp_is_not() -> None:
    assert [t.edtf for t in find_times(parsed("Friday, March 21, 2031", None, "dateline"))] == ["2031-03-21"]
    assert find_times(parsed("Friday 21 March 2031 06:19 GMT", None, "dateline")) == ()


def test_leaves_out_what_does_not_tell_the_story() -> None:
    assert find_times(parsed("Copyright 2014-2025", "2031-05-14", "boilerplate")) == ()


def test_reads_an_approximate_day_of_publishing() -> None:
    assert [t.edtf for t in found("They met on Tuesday.", "2031-05-14~")] == ["2031-05-13"]
    assert [t.edtf for t in found("They met on Tuesday.", "2031-05-14T06:19Z")] == ["2031-05-13"]


def test_a_stop_behind_a_month_does_not_end_the_date() -> None:
    assert [t.span.text for t in found("It ended on December. 12, 2030 in Rome.")] == ["December. 12, 2030"]


@pytest.mark.parametrize(
    "piece", ["1", ",", "12 ", "May ", "2019-", "two days before ", "visit 2019 ", "from 2019 to ", "( 12:10 "]
)
def test_ends_on_a_long_line_of_anything(piece: str) -> None:
    assert all(time.edtf is None or is_edtf(time.edtf) for time in found(piece * 4000))


WORDS = """on the May 12 , 2023 Monday and from to two days before after ago visit 's last next this year month
12:30 p.m. UTC ( ) - first of second in for 1970s century quarter early late spring weekend Li arrived was will “ ” .
today 31 Feb. 30"""
PIECES = st.sampled_from(WORDS.split())


@given(
    st.lists(PIECES, max_size=30),
    st.sampled_from([None, "2023-12-13", "0001-01-02", "9999-12-30", "2023-12-13T06:19Z", "2023"]),
)
@settings(max_examples=300, deadline=None)
def test_stretches_are_the_text_and_values_are_edtf(words: list[str], published: str | None) -> None:
    text = " ".join(words)
    last = 0
    for time in found(text, published):
        assert text[time.span.start : time.span.end] == time.span.text
        assert time.span.start >= last
        assert time.edtf is None or is_edtf(time.edtf)
        last = time.span.start
