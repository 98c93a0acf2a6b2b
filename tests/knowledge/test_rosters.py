from pathlib import Path

import pytest

from accord.errors import ConfigError
from accord.knowledge.rosters import parse_roster, read_roster

GOOD = """
[[actor]]
name = "Kari Dahl"
aliases = ["K. Dahlsen"]
wikidata = "Q101"
offices = [
  { title = "Minister of Ports", of = "Norway", from = 2030-01-01, to = 2032 },
  { title = "Mayor", of = "Oslo", to = "2029-06" },
  { title = "member", of = "Harbour Club" },
]

[[actor]]
name = "Harbour Union"
type = "organization"
"""


def test_a_list_of_actors() -> None:
    dahl, union = parse_roster(GOOD)
    assert (dahl.name, dahl.type, dahl.aliases, dahl.wikidata) == ("Kari Dahl", "person", ("K. Dahlsen",), "Q101")
    assert (union.name, union.type, union.offices) == ("Harbour Union", "organization", ())


@pytest.mark.parametrize(
    ("day", "titles"),
    [
        ("2031-05-06", ["Minister of Ports", "member"]),
        ("2031", ["Minister of Ports", "member"]),
        ("2029-05-31", ["Mayor", "member"]),
        ("2029-07-01", ["member"]),
        ("2033-01-01", ["member"]),
        (None, ["member"]),
    ],
)
def test_posts_are_those_of_the_day(day: str | None, titles: list[str]) -> None:
    assert [office.title for office in parse_roster(GOOD)[0].offices_on(day)] == titles


BAD = [
    ("[[actor]]\nname =", "actors.toml: Invalid value"),
    ('[[actor]]\nname = "A"\n\n[[actor]]\nnmae = "B"', "actors.toml:4: Object contains unknown field `nmae`"),
    (
        '[[actor]]\nname = "A"\noffices = [{title = 3}]',
        "actors.toml:1: Expected `str`, got `int` (in offices[0].title)",
    ),
    ('[actor]\nname = "A"', "write each actor as a table [[actor]]"),
    ('[[person]]\nname = "A"', "[person] is not known"),
    ('[[actor]]\nname = "A"\ntype = "ship"', "actors.toml:1: Invalid enum value 'ship'"),
    ('[[actor]]\nname = "A"\n[[actor]]\nname = "B"\naliases = ["A"]', "actors.toml:3: 'A' is a name of A too"),
    ('[[actor]]\nname = "A"\nwikidata = "12"', "actors.toml:1: '12' is no Wikidata id"),
    ('[[actor]]\nname = "A"\noffices = [{title = "x", to = "soon"}]', "actors.toml:1: 'soon' is no day"),
    ('[[actor]]\nname = " "', "actors.toml:1: an actor without a name"),
]


@pytest.mark.parametrize(("text", "told"), BAD)
def test_a_bad_list_ends_in_one_line_that_says_where(text: str, told: str) -> None:
    with pytest.raises(ConfigError) as caught:
        parse_roster(text)
    assert told in str(caught.value)
    assert "\n" not in str(caught.value)


def test_files_that_cannot_be_read(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match=r"none\.toml can't be read"):
        read_roster(tmp_path / "none.toml")
    broken = tmp_path / "latin.toml"
    broken.write_bytes(b'[[actor]]\nname = "Ren\xe9"')
    with pytest.raises(ConfigError, match="is not UTF-8"):
        read_roster(broken)
    good = tmp_path / "actors.toml"
    good.write_text("\ufeff" + GOOD, encoding="utf-8")
    assert len(read_roster(good)) == 2
