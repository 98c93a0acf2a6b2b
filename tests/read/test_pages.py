import hashlib

import pytest

from accord.errors import InputError
from accord.model.reports import Source
from accord.read.decoding import LARGEST
from accord.read.pages import read
from tests.read.page_cases import Case, load_cases

CASES = [(case, field) for folder in ("tuning", "kept-back") for case in load_cases(folder) for field in case.said]
STORY = (
    "Talks reopen in Muscat\n\n"
    "The two delegations met on Tuesday in Muscat to talk about the border, officials said.\n\n"
    "The talks on the border will go on in Muscat on Wednesday, the two delegations said.\n"
)


@pytest.mark.parametrize(("case", "field"), CASES, ids=lambda value: value if isinstance(value, str) else value.name)
def test_what_a_page_says_of_its_report(case: Case, field: str) -> None:
    found = getattr(case.read().report, field)
    assert (list(found) if isinstance(found, tuple) else found) == case.said[field]


def test_text_is_kept_as_it_stood() -> None:
    data = "\ufeff" + STORY.replace("\n\n", "\r\n\r\n") + "\t \n"
    report = read(Source(path="a/talks.txt", data=data.encode())).report
    assert report.text == data[1:]
    assert report.sha256 == hashlib.sha256(data[1:].encode()).hexdigest()
    assert report.id == "talks"


def test_the_headline_is_a_span() -> None:
    report = read(Source(path="talks.txt", text=STORY)).report
    assert report.headline == report.span(0, 22)


def test_what_is_given_goes_before_what_is_found() -> None:
    text = STORY + "\n© 2031 The Valley Herald. All rights reserved.\n"
    given = Source(
        path="t.txt", text=text, outlet="Muscat Mail", published="2031-03-05", url="https://m.example", id="m"
    )
    report = read(given).report
    assert (report.outlet, report.published, report.published_from) == ("Muscat Mail", "2031-03-05", "metadata")
    assert (report.id, report.url) == ("m", "https://m.example")
    assert read(Source(path="t.txt", text=text)).report.outlet == "The Valley Herald"


@pytest.mark.parametrize(
    ("source", "reason"),
    [
        (Source(path="a.txt"), "is empty"),
        (Source(path="a.txt", data=b"\xef\xbb\xbf"), "is empty"),
        (Source(path="a.txt", text=" \n\t\n"), "holds nothing but blanks"),
        (Source(path="a.txt", data=bytes(range(256)) * 9), "is a binary file, not text"),
        (Source(path="a.txt", data=b"a" * LARGEST), "20 MB, over the limit of 20 MB; split it"),
        (
            Source(path="a.txt", text="Advertisement\n\nSign up for our newsletter.\n\nLeave a Reply\n\nBack to top\n"),
            "holds no report: all of it is page furniture (menus, appeals, forms, notices)",
        ),
        (
            Source(path="a.html", text="<!DOCTYPE html>\n<html><p>Talks</p></html>"),
            "holds no report: all of it is page furniture (menus, appeals, forms, notices)",
        ),
    ],
    ids=["empty", "mark", "blank", "binary", "large", "clutter", "html"],
)
def test_what_cannot_be_read_is_refused_in_one_line(source: Source, reason: str) -> None:
    with pytest.raises(InputError) as caught:
        read(source)
    assert str(caught.value) == reason


def test_odd_characters_are_told_as_problems_of_the_report() -> None:
    page = read(Source(path="t.txt", data=STORY.replace("Talks", "Talks\x00").encode()))
    assert [(problem.report, problem.stage) for problem in page.problems] == [("t", "read")]


def test_lone_surrogates_of_a_json_line_can_be_written() -> None:
    page = read(Source(path="-:k", text=STORY + "\ud83d"))
    assert page.report.text.encode().endswith("\ufffd".encode())
    assert len(page.problems) == 1
