import msgspec
import pytest

from accord.gather.stories import gather
from accord.gather.versions import find_versions
from accord.model.accounts import Analysis
from tests import factories

URL = "https://www.herald.example/talks"
FIRST = "The two sides signed 36 agreements in the old town hall, the spokesman said on Friday."
FIXED = FIRST.replace("36", "37")
OTHER = "Bakers in the valley expect a poor harvest after months without rain."


def read(text: str, id: str, **told: str | None) -> Analysis:
    analysis = factories.analysis(text, id=id)
    report = msgspec.structs.replace(analysis.report, **{"url": URL, "path": f"news.warc#{id}", **told})
    return msgspec.structs.replace(analysis, report=report)


def ids(chains: list[tuple[Analysis, ...]]) -> list[list[str]]:
    return [[analysis.report.id for analysis in chain] for chain in chains]


def test_an_address_read_again_with_another_text_is_a_version() -> None:
    latest, chains, problems = find_versions(
        [read(FIRST, "1"), read(FIXED, "2", url=URL + "/?utm_source=x"), read(FIXED, "3", url="https://x.example/a")]
    )
    assert ids(chains) == [["1", "2"]]
    assert [analysis.report.id for analysis in latest] == ["2", "3"]
    assert problems == []


@pytest.mark.parametrize("key", ["captured", "modified", "published"])
def test_versions_follow_one_another_in_time(key: str) -> None:
    days = ["2031-05-18T09:00:00+02:00", "2031-05-18T08:00:00Z", "2031-05-17"]
    texts = [FIRST, FIXED, FIRST.replace("36", "35")]
    found = [read(text, str(n), **{key: day}) for n, (text, day) in enumerate(zip(texts, days, strict=True))]
    assert ids(find_versions(found)[1]) == [["2", "0", "1"]]


def test_the_same_text_at_one_address_is_read_once() -> None:
    latest, chains, (problem,) = find_versions([read(FIRST, "1"), read(FIRST, "2")])
    assert (len(latest), chains) == (1, [])
    assert problem.reason == "holds the text and has the address of news.warc#1; read once"


def test_another_article_at_the_address_stays_a_report() -> None:
    latest, chains, (problem,) = find_versions([read(FIRST, "1"), read(OTHER, "2")])
    assert (len(latest), chains) == (2, [])
    assert "kept as a report of its own" in problem.reason


@pytest.mark.parametrize("url", [None, "https://herald.example/", "https://herald.example"])
def test_what_names_no_page_makes_no_version(url: str | None) -> None:
    latest, _, problems = find_versions([read(FIRST, "1", url=url), read(FIXED, "2", url=url)])
    assert (len(latest), problems) == (2, [])


def test_a_story_has_the_latest_alone() -> None:
    story = gather([read(FIXED, "10"), read(FIRST, "9"), read(OTHER, "8", url=None)])
    assert story is not None
    assert [analysis.report.id for analysis in story.analyses] == ["8", "10"]
    assert [[analysis.report.id for analysis in chain] for chain in story.versions] == [["9", "10"]]
