import msgspec

from accord.model.accounts import Account
from tests.stories.summaries import compare, number, summarize, write_summary
from tests.stories.test_scoring import perfect


def written(account: Account) -> str:
    return write_summary(summarize(account))


def test_a_summary_counts_every_section_and_has_a_line_an_item() -> None:
    account = perfect()
    summary = summarize(account)
    assert summary["counts"]["figures"] == len(account.figures) == len(summary["figures"])
    assert summary["reports"][3]["published"] is None
    assert "≥ 300 [–, –] troops" in "\n".join(summary["figures"])


def test_equal_accounts_show_no_change() -> None:
    assert compare(written(perfect()), written(perfect()), "nairobi") == []


def test_a_change_is_shown_under_its_section() -> None:
    account = perfect()
    first = msgspec.structs.replace(account.figures[0], comparator="~")
    other = msgspec.structs.replace(account, figures=(first, *account.figures[1:]))
    title, *lines = compare(written(account), written(other), "nairobi")
    assert title == "nairobi, figures"
    assert [line[2] for line in lines] == ["-", "+"]
    assert all(first.span.text in line for line in lines)


def test_numbers_are_written_without_an_idle_fraction() -> None:
    assert [number(value) for value in (14.0, 51.3, None)] == ["14", "51.3", "–"]
