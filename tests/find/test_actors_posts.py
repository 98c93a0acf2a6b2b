"""Whose post it is: of joined titles, of owners in an apposition, of the head of the outlet's own state."""

from msgspec import structs

from accord.find.actors import find_actors
from accord.language.pack import load
from accord.model.accounts import ParsedReport
from tests.factories import passages, report


def offices(text: str, outlet: str | None = None) -> dict[str, set[tuple[str, str | None]]]:
    made = structs.replace(report(text), outlet=outlet)
    lines = passages(made)
    sentences = load().parse(text, [(one.span.start, one.span.end) for one in lines])
    actors = find_actors(ParsedReport(made, lines, tuple(sentences)))
    return {actor.name: {(one.title, one.of) for one in actor.offices} for actor in actors if actor.type == "person"}


def test_joined_titles_of_an_apposition_are_of_one_body() -> None:
    held = offices("Ana Berg, president and chief executive of the Harbour Trade Council, said the port would close.\n")
    assert {of for _, of in held["Ana Berg"]} == {"Harbour Trade Council"}


def test_whose_adviser_somebody_is_is_no_post_of_his() -> None:
    held = offices("The talks with Kenya failed. Ana Berg, the president's chief adviser, said the port would close.\n")
    assert "president" not in {title for title, _ in held["Ana Berg"]}


def test_the_body_that_a_title_ends_in_may_own_what_follows() -> None:
    held = offices("Ana Berg, director of the Harbour Trade Council's Oslo office, said the port would close.\n")
    assert "Harbour Trade Council" in {of for _, of in held["Ana Berg"]}


ABROAD = "The war in Kenya goes on. In Kenya, President {name} said, the talks had failed.\n"


def test_who_heads_the_outlets_own_state_is_called_by_a_surname() -> None:
    assert offices(ABROAD.format(name="Dahl"), "Aftenposten")["Dahl"] == {("President", "Norway")}
    assert offices(ABROAD.format(name="Ana Dahl"), "Aftenposten")["Ana Dahl"] == {("President", "Kenya")}
    assert offices(ABROAD.format(name="Dahl"))["Dahl"] == {("President", "Kenya")}


def test_titles_that_stand_abbreviated_before_names_are_posts() -> None:
    held = offices(
        "Texas Gov. Ana Berg met Gov. Ole Dahl of Ohio, former Sen. Jo Lund and Reps. Ida Moe and Kai Ruud.\n"
    )
    assert ("Governor", "Texas") in held["Ana Berg"]
    assert ("Governor", "Ohio") in held["Ole Dahl"]
    assert [{title for title, _ in held[name]} for name in ("Jo Lund", "Ida Moe", "Kai Ruud")] == [
        {"former Senator"},
        {"Representative"},
        {"Representative"},
    ]


def test_a_plural_title_is_of_all_whom_a_list_behind_a_mark_names() -> None:
    held = offices("Three state senators — Ana Berg, Ole Dahl and Jo Lund — asked her to reject the measure.\n")
    assert all("state senator" in {title for title, _ in held[name]} for name in ("Ana Berg", "Ole Dahl", "Jo Lund"))
