import pytest

from accord.read.html.marking import mark
from accord.read.html.roles import judge_blocks
from accord.read.html.statements import Statement
from accord.read.html.story import Story
from accord.read.html.surroundings import Page
from accord.read.html.walk import read_tree
from accord.read.html.writers import MOST, Candidate, gather

SAID = "The talks on the river ended on Friday, said Cy Lake, the host, and nobody was surprised by it at all."


@pytest.fixture
def page() -> Page:
    markup = f"<main><h1>Talks end in Zurin</h1><p>16.05.2031</p><p>{SAID}</p><p>{SAID}</p></main>"
    story = Story(read_tree(mark(f"<html><body>{markup}</body></html>")))
    return Page(story, judge_blocks(story), {"theherald"}, "www.herald.example", "Talks end in Zurin")


def marks(found: list[Candidate], name: str) -> set[str]:
    return next(one.marks for one in found if one.name == name)


def test_a_name_gathers_what_every_place_says_of_it(page: Page) -> None:
    head = Statement(("ld",), ("ADA STONE",), place="JSON-LD")
    found = gather([head, Statement(("by",), ("Ada Stone",), 1)], page)
    assert [one.name for one in found] == ["Ada Stone"]
    assert {"ld", "by", "by@top", "at:head", "at:top", "head+page", "kinds:2", "person"} <= found[0].marks


def test_a_name_is_told_by_how_it_is_written(page: Page) -> None:
    found = gather([Statement(("by",), ("Anna Stone", "freeman84", "The Herald", "dpa", "Cy Lake"), 1)], page)
    assert {"person", "given", "words:2"} <= marks(found, "Anna Stone")
    assert {"word:lower", "digit", "words:1", "second"} <= marks(found, "freeman84")
    assert "outlet" in marks(found, "The Herald")
    assert "agency" in marks(found, "dpa")
    assert "prose:2" in marks(found, "Cy Lake")


def test_lists_of_other_reports_are_told_from_one_byline(page: Page) -> None:
    def marked(names: str, block: int) -> Statement:
        return Statement(("class",), (names,), block, mark=" class=author")

    near = gather([marked("Ada Stone", 1), marked("Bo Reed", 2), marked("Cy Lake", 3)], page)
    assert all("unlisted" in one.marks for one in near)
    assert near[0].groups == near[1].groups
    far = gather([marked("Ada Stone", 0), marked("Bo Reed", 3), marked("Cy Lake", 3), marked("Di Vale", 0)], page)
    assert far[0].groups != far[1].groups


def test_parts_of_names_are_told(page: Page) -> None:
    found = gather([Statement(("by",), ("Ada",), 1), Statement(("line",), ("Ada Stone",), 2)], page)
    assert {"begins", "in-other"} <= marks(found, "Ada")
    assert "begun" in marks(found, "Ada Stone")


def test_candidates_are_bounded(page: Page) -> None:
    found = gather([Statement(("by",), tuple(f"Ada Stone{n}" for n in range(1000)), 1)], page)
    assert len(found) == MOST
