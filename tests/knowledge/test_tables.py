from importlib.resources import files

import pytest

from accord.knowledge.cues import cue_nouns, cue_verbs, frames, venue_nouns
from accord.knowledge.offices import honorifics, office_kind, offices
from accord.knowledge.organizations import find_organization, organization_nouns
from accord.knowledge.places import find_place
from accord.knowledge.states import find_state, state_of_adjective, state_of_capital, state_of_seat, states

DATA = [
    path
    for path in files("accord.knowledge").joinpath("data").iterdir()
    if path.name.endswith((".tsv", ".txt")) and not path.name.startswith("function_words")
]


@pytest.mark.parametrize("path", DATA, ids=lambda path: path.name)
def test_every_table_names_its_source(path: object) -> None:
    assert path.read_text(encoding="utf-8").startswith("# source: ")  # type: ignore[attr-defined]


def test_codes_and_names_of_states_are_unique() -> None:
    for column in ("code", "code3", "name"):
        values = [getattr(state, column) for state in states()]
        assert len(values) == len(set(values))
    assert sum(state.kind == "state" for state in states()) == 197  # 193 members, Holy See, Palestine, Kosovo, Taiwan


def test_every_member_has_a_capital_or_is_its_own() -> None:
    without = [state.name for state in states() if state.kind == "state" and not state.capitals]
    assert without == ["Monaco", "San Marino", "Singapore", "Vatican City"]


@pytest.mark.parametrize(
    ("form", "code"), [("Myanmar", "MM"), ("Burma", "MM"), ("the UK", "GB"), ("DPRK", "KP"), ("Türkiye", "TR")]
)
def test_states_go_by_several_names(form: str, code: str) -> None:
    state = find_state(form)
    assert state is not None
    assert state.code == code


def test_people_capitals_and_houses_lead_to_their_state() -> None:
    assert state_of_adjective("Finns") == state_of_adjective("Finnish") == state_of_capital("Helsinki")
    assert state_of_capital("Helsinki") is not None
    assert (seat := state_of_seat("Downing Street")) is not None
    assert seat.code == "GB"
    assert find_state("Helsinki") is None


def test_bodies_go_by_abbreviation() -> None:
    assert (body := find_organization("the IMF")) is not None
    assert body.name == "International Monetary Fund"
    assert organization_nouns()["ministry"] == "ministry"
    assert find_place("Atlantis") is None


def test_titles_have_kinds() -> None:
    assert office_kind("deputy prime minister") == "head"
    assert office_kind("Government spokeswoman") == "spokesperson"
    assert office_kind("minister for rural affairs") == "minister"
    assert "mr" not in offices()
    assert "Mr." in honorifics()


def test_cues_say_what_they_take() -> None:
    assert "quote" in cue_verbs()["say"].complements
    assert "addressee" in cue_verbs()["tell"].complements
    assert "for" in cue_verbs()["call"].particles
    assert "that" in cue_nouns()["claim"].complements
    assert ("according", "to") in frames("preposition")
    assert "joint statement" in venue_nouns()
