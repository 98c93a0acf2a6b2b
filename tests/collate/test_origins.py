"""Whom reports lean on: media, bodies, people they asked, documents, and those without a name."""

import pytest
from msgspec import structs

from accord import analyse, read_source
from accord.collate.actors import merge_actors
from accord.collate.origins import origins_of
from accord.model.reports import Source


def origins(text: str, outlet: str | None = None) -> set[tuple[str, str]]:
    analysis = analyse(read_source(Source(path="one.txt", id="one", text=f"{text}\n", published="2031-05-14")))
    analysis = structs.replace(analysis, report=structs.replace(analysis.report, outlet=outlet))
    actors, _ = merge_actors([analysis])
    return {(origin.origin, origin.kind) for origin in origins_of([analysis], {actor.id: actor for actor in actors})}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("The border will reopen in May, according to Reuters.", ("Reuters", "agency"), id="agency"),
        pytest.param("The deal is dead, a senior diplomat said.", ("senior diplomat", "person"), id="unnamed"),
        pytest.param("The deal is dead, a diplomat in Quito said.", ("diplomat in Quito", "person"), id="and where"),
        pytest.param("Two officers said that the bridge had fallen.", ("Two officers", "person"), id="several"),
        pytest.param(
            "The draft communiqué says that the border will reopen.", ("draft communiqué", "document"), id="paper"
        ),
    ],
)
def test_origins(text: str, expected: tuple[str, str]) -> None:
    assert expected in origins(text)


def test_one_without_a_name_is_one_however_short_he_is_called() -> None:
    found = origins("The deal is dead, a diplomat in Quito said. “Nobody wants it,” the diplomat said.")
    assert [name for name, _ in found if "diplomat" in name] == ["diplomat in Quito"]


@pytest.mark.parametrize("outlet", ["The Washington Post", "Washington Post", "the Washington Post"])
def test_an_outlet_is_no_origin_of_its_own_report(outlet: str) -> None:
    text = "The deal is dead, Ana Berg told The Washington Post. The mayor told The Washington Post that it was alive."
    assert "The Washington Post" not in {name for name, _ in origins(text, outlet)}
    assert "The Washington Post" in {name for name, _ in origins(text, "The Guardian")}


def test_one_of_a_body_is_not_the_body() -> None:
    found = origins("The deal is dead, a senior United Nations official said.")
    assert ("senior United Nations official", "person") in found
    assert "United Nations" not in {name for name, _ in found}


@pytest.mark.parametrize(
    ("text", "is_one"),
    [
        ("The United Nations said that the deal was dead.", True),
        ("A spokesman for the United Nations said that the deal was dead.", True),
        ("United Nations data show that the deal was dead.", True),
        ("The United Nations met on Monday. It said that the deal was dead.", False),
    ],
)
def test_a_body_is_leant_on_where_it_speaks_by_name(text: str, is_one: bool) -> None:
    assert ("United Nations" in {name for name, _ in origins(text)}) is is_one


@pytest.mark.parametrize(
    ("text", "is_one"),
    [
        pytest.param(
            "Ana Berg, president of the Harbour Trade Council, said that the port would close.", True, id="body"
        ),
        pytest.param("Sen. Ana Berg said that the port would close.", True, id="lawmaker"),
        pytest.param("The president of Norway, Ana Berg, said that the port would close.", False, id="state"),
    ],
)
def test_who_rules_nobody_is_one_the_story_is_told_by(text: str, *, is_one: bool) -> None:
    assert (("Ana Berg", "person") in origins(f"{text} Everybody in the port knew it.")) is is_one
