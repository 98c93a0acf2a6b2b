import pytest

from accord.model.reports import Report, Source
from accord.read.pages import read

BODY = "The two delegations met {} in Muscat to talk about the sea border, officials of both sides said.\n\n"
LATER = "The delegations will go on with the talks on the border in Muscat, officials said {}.\n\n"
PICTURE = "The two delegations shake hands in Muscat on March 4, 2031. (Ana Ruiz/AFP)\n\n"  # a Tuesday


def published(text: str) -> tuple[str | None, str | None]:
    report: Report = read(Source(path="r.txt", text="Talks on sea border reopen in Muscat\n\n" + text)).report
    span = report.published_from
    return report.published, span if span is None or isinstance(span, str) else span.text


@pytest.mark.parametrize(
    ("text", "edtf", "rests_on"),
    [
        ("March 5, 2031 06:19 GMT\n\n" + BODY.format("on Tuesday"), "2031-03-05T06:19Z", "March 5, 2031 06:19 GMT"),
        (
            "Updated: March 6, 2031\n\nPublished: March 5, 2031\n\n" + BODY.format("on Tuesday"),
            "2031-03-05",
            "March 5, 2031",
        ),
        (PICTURE + BODY.format("on Tuesday") + LATER.format("on Wednesday"), "2031-03-05~", "Wednesday"),
        (
            PICTURE + BODY.format("on Tuesday") + LATER.format("they were due to end on Thursday"),
            "2031-03-04~",
            "Tuesday",
        ),
        (PICTURE + BODY.format("for long") + LATER.format("there"), "2031-03-04/..", "March 4, 2031"),
        (PICTURE + BODY.format("on March 4, 2031,") + LATER.format("on Tuesday"), "2031-03-04/..", "March 4, 2031"),
        (BODY.format("on March 4, 2031,") + LATER.format("there"), "2031-03-04/..", "March 4, 2031"),
        (
            "MUSCAT, March 5 (Xinhua) -- " + BODY.format("on Tuesday") + PICTURE + LATER.format("there"),
            "2031-03-05",
            "March 5",
        ),
        (
            "Issued on: 05/03/2031 - 21:14\n\n" + PICTURE + BODY.format("on Tuesday") + LATER.format("there"),
            "2031-03-05T21:14",
            "05/03/2031",
        ),
        (BODY.format("on Tuesday") + LATER.format("on Wednesday"), None, None),
        (BODY.format("on Tuesday") + LATER.format("there") + "© 2014-2031 The Valley Herald\n", None, None),
        (PICTURE.replace("The two", "FILE - The two") + BODY.format("on Tuesday") + LATER.format("there"), None, None),
    ],
    ids=[
        "date line",
        "update first",
        "latest day told",
        "days ahead",
        "picture alone",
        "whole date in the lead",
        "lead alone",
        "dateline",
        "figures",
        "weekdays alone",
        "copyright",
        "archive picture",
    ],
)
def test_when_a_report_came_out(text: str, edtf: str | None, rests_on: str | None) -> None:
    assert published(text) == (edtf, rests_on)
