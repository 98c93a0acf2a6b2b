import msgspec
import pytest

from accord.errors import RecordError
from accord.model.accounts import Account, StoryHead
from accord.model.findings import Time
from accord.model.reports import Source
from accord.model.spans import Span
from accord.pipeline import account_of
from accord.run.local import map_reports
from accord.verify import decode_account, failures
from tests import factories

TEXT = "Ministers met on Monday.\nThey agreed on little."


def account(text: str = TEXT) -> Account:
    report = factories.report(text, id="one")
    time = Time(report.span(17, 23), "2031-05-05", "date")
    return Account(StoryHead("s", "t"), (report,), passages=factories.passages(report), times=(time,))


def test_a_sound_account_has_no_failures() -> None:
    assert failures(account()) == []


def test_it_survives_json() -> None:
    made = account()
    assert decode_account(msgspec.json.encode(made)) == made


@pytest.mark.parametrize(
    ("broken", "told"),
    [
        (Span("one", 17, 23, "Sunday"), "times[0].span: one has 'Monday' there, not 'Sunday'"),
        (Span("one", 17, 2300, "Monday"), "outside the report's 47 characters"),
        (Span("two", 17, 23, "Monday"), "no report 'two'"),
        (Span("one", 23, 17, ""), "outside the report's"),
    ],
)
def test_a_span_out_of_place_is_told(broken: Span, told: str) -> None:
    made = msgspec.structs.replace(account(), times=(Time(broken, None, "date"),))
    assert len(failures(made)) == 1
    assert told in failures(made)[0]


def test_a_text_that_was_changed_is_told() -> None:
    made = account()
    report = msgspec.structs.replace(made.reports[0], text=TEXT.replace("little", "plenty"))
    assert "reports.one: the text is not the one" in failures(msgspec.structs.replace(made, reports=(report,)))[0]


def test_text_outside_every_passage_is_told() -> None:
    made = account()
    failed = failures(msgspec.structs.replace(made, passages=made.passages[:1]))
    assert failed == ["passages: one has text outside every passage at 24–47"]


def test_the_reports_are_read_again() -> None:
    assert failures(account(), [Source("one.txt", data=TEXT.encode())]) == []
    told = failures(account(), [Source("one.txt", data=b"Something else happened, at some length, on Monday.")])
    assert told == ["one.txt: not the text that the account was made from (one)"]


@pytest.mark.parametrize("data", [b"", b"{}", b'{"schema": "accord/2"}', b"\xff", b"[1]"])
def test_what_is_no_account_is_refused(data: bytes) -> None:
    with pytest.raises(RecordError, match="not"):
        decode_account(data)


PAGE = "<html><body><p>Ministers met on Monday, the hosts said, and agreed on {}.</p></body></html>"


def from_archive(number: int, words: str, url: str = "https://herald.example/1") -> Source:
    return Source(f"news.warc.gz#{number}", data=PAGE.format(words).encode(), url=url, id=f"news.warc.gz#{number}")


def test_an_archive_may_hold_more_than_the_account_was_made_from() -> None:
    made = account_of([from_archive(2, "little")], map_reports)
    kept = [from_archive(1, "much", "https://other.example/"), from_archive(2, "little"), from_archive(3, "nothing")]
    assert failures(made, kept) == []
    (told,) = failures(made, [from_archive(2, "nothing")])
    assert told == "news.warc.gz#2: not the text that the account was made from (news.warc.gz#2)"


def test_earlier_versions_are_checked_too() -> None:
    made = account_of([from_archive(1, "little"), from_archive(2, "nothing")], map_reports)
    (version,) = made.versions
    assert failures(made, [from_archive(1, "little"), from_archive(2, "nothing")]) == []
    changed = msgspec.structs.replace(version.earlier, text=version.earlier.text.replace("little", "plenty"))
    failed = failures(msgspec.structs.replace(made, versions=(msgspec.structs.replace(version, earlier=changed),)))
    assert any("sha256" in line for line in failed)
    assert any("versions[0].changes[0]" in line for line in failed)
