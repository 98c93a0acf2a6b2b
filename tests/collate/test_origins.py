"""Whom reports lean on: media, bodies, people they asked, documents, and those without a name."""

import pytest

from accord import analyse, read_source
from accord.collate.actors import merge_actors
from accord.collate.origins import origins_of
from accord.model.reports import Source


def origins(text: str) -> set[tuple[str, str]]:
    analysis = analyse(read_source(Source(path="one.txt", id="one", text=f"{text}\n", published="2031-05-14")))
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
