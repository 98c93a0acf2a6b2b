import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from accord.text.dates import explicit_dates

CASES = [
    ("Tuesday 6 May 2031 07:45 GMT", "Tuesday 6 May 2031 07:45 GMT", "2031-05-06T07:45Z"),
    ("Lima, Nov. 8, 2029", "Nov. 8, 2029", "2029-11-08"),
    ("on November. 8, 2029.", "November. 8, 2029", "2029-11-08"),
    ("Published 6:31 AM EST, Thu November 8, 2029", "6:31 AM EST, Thu November 8, 2029", "2029-11-08T06:31-05:00"),
    ("Dec 13, 2023 at 5:01pm", "Dec 13, 2023 at 5:01pm", "2023-12-13T17:01"),
    ("12:05 a.m., 2 May 2021", "12:05 a.m., 2 May 2021", "2021-05-02T00:05"),
    ("2031-05-06T07:45:00Z", "2031-05-06T07:45:00Z", "2031-05-06T07:45Z"),
    ("2023-12-13T06:19:22.123+07:00", "2023-12-13T06:19:22.123+07:00", "2023-12-13T06:19+07:00"),
    ("2023/12/13 05:00", "2023/12/13 05:00", "2023-12-13T05:00"),
    ("12/12/2023", "12/12/2023", "2023-12-12"),
    ("13/12/2023", "13/12/2023", "2023-12-13"),
    ("12/13/2023", "12/13/2023", "2023-12-13"),
    ("13.12.2023", "13.12.2023", "2023-12-13"),
    ("the 13th of December 2023", "the 13th of December 2023", "2023-12-13"),
    ("21-Dec-2023", "21-Dec-2023", "2023-12-21"),
    ("by 1 June", "1 June", "XXXX-06-01"),
    ("Dec 12", "Dec 12", "XXXX-12-12"),
    ("September 2017", "September 2017", "2017-09"),
    ("the 1998 treaty", "1998", "1998"),
]


@pytest.mark.parametrize(("text", "stretch", "edtf"), CASES)
def test_reads_a_written_date(text: str, stretch: str, edtf: str) -> None:
    assert [(text[start:end], value) for start, end, value in explicit_dates(text)] == [(stretch, edtf)]


@pytest.mark.parametrize(
    "text",
    ["3/4/2023", "Feb 30, 2023", "it cost $2023", "2023% more", "2,023 people", "may we march", "12 Mayors", "#2023",
     "Copyright 12345", "IMG_12122023.2.jpg", "1.2023", "9999"],
)  # fmt: skip
def test_leaves_alone_what_is_no_day(text: str) -> None:
    assert explicit_dates(text) == []


def test_an_impossible_clock_leaves_the_day() -> None:
    assert explicit_dates("27:99 13 May 2023") == [(0, 17, "2023-05-13")]


@pytest.mark.parametrize("piece", ["1", ",", "1,", "12 ", "Dec ", "12:12 ", "12/", "mon,"])
def test_ends_on_a_long_line_of_anything(piece: str) -> None:
    assert len(explicit_dates(piece * 50_000)) <= 50_000


@given(st.text(alphabet="Dec. 12,/-:T2023pmZMayEST\n", max_size=60))
def test_values_are_edtf_and_stretches_are_in_order(text: str) -> None:
    last = 0
    for start, end, value in explicit_dates(text):
        assert last <= start < end <= len(text)
        assert re.fullmatch(r"(\d{4}|XXXX)(-\d\d(-\d\d(T\d\d:\d\d(Z|[+-]\d\d:\d\d)?)?)?)?", value)
        last = end
