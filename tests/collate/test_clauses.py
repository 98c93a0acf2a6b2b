"""Clauses: where sentences are cut, and what each piece speaks of."""

import numpy as np
import pytest
from numpy.typing import NDArray

from accord.collate.clauses import Clause, clauses_of
from accord.collate.comparisons import figure_closeness
from accord.collate.enumerations import ReadFor
from accord.model.findings import Actor
from accord.model.reports import Source
from accord.pipeline import per_report
from tests.factories import analysis, figure, span


def clauses(text: str, *names: str) -> dict[str, Clause]:
    return {clause.span.text: clause for clause in cut(text, *names)}


def cut(text: str, *names: str) -> list[Clause]:
    found = analysis(text)
    actors = tuple(
        Actor(id=name, name=name, type="person", names=(name,), mentions=(span(text, name, report=found.report.id),))
        for name in names
    )
    found = type(found)(report=found.report, passages=found.passages, sentences=found.sentences, actors=actors)
    return clauses_of(found)


@pytest.mark.parametrize(
    ("text", "piece"),
    [
        pytest.param("Marta Ruiz was invited to Quito but did not travel.", "did not travel", id="joined verb"),
        pytest.param(
            "Marta Ruiz, who did not attend the summit, rejected it.", "who did not attend the summit", id="who"
        ),
        pytest.param(
            "Marta Ruiz wants to reopen the border crossings.", "to reopen the border crossings", id="infinitive"
        ),
    ],
)
def test_a_clause_speaks_of_the_subject_it_shares(text: str, piece: str) -> None:
    found = clauses(text, "Marta Ruiz")
    named = [clause.actors for content, clause in found.items() if piece.removeprefix("to ") in content]
    assert named
    assert all(actors == {"Marta Ruiz"} for actors in named)


def test_a_pronoun_is_the_last_subject() -> None:
    text = "Marta Ruiz met Otto Klein in Quito. He thanked her. She left for Lima."
    found = clauses(text, "Marta Ruiz", "Otto Klein")
    assert found["She left for Lima."].actors == {"Marta Ruiz"}


def test_a_clause_stands_with_and_without_what_hangs_on_it() -> None:
    found = clauses("The bridges that the flood destroyed must be rebuilt, the governor said.")
    assert "The bridges that the flood destroyed must be rebuilt" in found
    assert "The bridges that the flood destroyed must be rebuilt, the governor said." in found


@pytest.mark.parametrize(
    ("text", "opening"),
    [
        (
            "The bridges have fallen into disrepair in recent years, mainly because of the floods.",
            "The bridges have fallen into disrepair in recent years",
        ),
        (
            "The governor met the rail unions in Quito and the bus drivers in Lima.",
            "The governor met the rail unions in Quito",
        ),
    ],
)
def test_a_clause_stands_without_what_is_added_at_its_end(text: str, opening: str) -> None:
    found = clauses(text)
    assert text in found
    assert opening in found
    assert opening not in {clause.span.text for clause in clauses_of(analysis(text), finely=False)}


@pytest.mark.parametrize(
    ("text", "torn"),
    [
        # the last item alone
        (
            "The governor met the rail unions, the bus drivers and the pilots.",
            "The governor met the rail unions, the bus drivers",
        ),
        # a part of a date
        ("The bridges fell into the river on May 3, 2031.", "The bridges fell into the river on May 3"),
    ],
)
def test_neither_lists_nor_dates_are_torn(text: str, torn: str) -> None:
    found = {clause.span.text for clause in clauses_of(per_report(Source(path="r.txt", data=text.encode())))}
    assert text in found
    assert torn not in found


def test_numbers_are_no_words() -> None:
    found = clauses("Two ministers signed twelve treaties in Quito.").values()
    assert any(clause.complete for clause in found)
    assert not any({"two", "twelv"} & clause.stems for clause in found)


def test_verbs_are_known_by_their_lemma() -> None:
    told = clauses("The ministers met the mayors.").values()
    named = clauses("The meeting of ministers with the mayors went on.").values()
    assert any(one.stems & other.stems >= {"=meet"} for one in told for other in named)


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        pytest.param(
            figure("six towns", 6, unit="towns"), figure("six breaches", 6, unit="breaches"), 0.0, id="chance"
        ),
        pytest.param(figure("six towns", 6, unit="towns"), figure("six", 6), 1.0, id="of what is not said"),
        pytest.param(figure("940 dead", 940, unit="dead"), figure("940 homes", 940, unit="homes"), 1.0, id="large"),
    ],
)
def test_the_same_number_of_two_things(one: object, other: object, expected: float) -> None:
    assert figure_closeness(one, other) == expected  # type: ignore[arg-type]


def test_marks_without_their_partner_are_left_out() -> None:
    found = clauses("They praised “greater political trust between neighbours, deeper practical cooperation in trade”.")
    assert "greater political trust between neighbours" in found
    assert not [content for content in found if content.startswith("“") and "”" not in content]


def test_words_between_marks_that_a_clause_cuts_are_quoted() -> None:
    found = clauses("She promised “fair use of shared rivers, and prompt exchange of data among all riparians”.")
    (clause,) = (each for content, each in found.items() if content.startswith("fair use of shared rivers"))
    assert clause.quoted[:3] == ("fair", "use", "of")


def test_a_clause_means_what_it_says_more_than_what_stands_beside_it() -> None:
    found = clauses("The port was closed for a week, and the minister praised the harvest.")
    closed, praised = (
        vector_of(found, piece) for piece in ("The port was closed for a week", "the minister praised the harvest")
    )
    again = vector_of(clauses("The harbour stayed shut for seven days."), "The harbour stayed shut for seven days")
    assert again @ closed > again @ praised


def vector_of(found: dict[str, Clause], piece: str) -> NDArray[np.float32]:
    (clause,) = (clause for text, clause in found.items() if text.rstrip(".") == piece)
    return np.frombuffer(clause.vector, dtype="<f4")


def test_a_clause_does_not_end_on_what_leads_on() -> None:
    found = clauses("The premier scolded the envoys for what he called a breach of the truce.")
    assert not [content for content in found if content.split()[-1] in ("for", "what")]


def test_a_mark_within_a_clause_stays() -> None:
    text = "As the ministry has told the press, the border stays open."
    assert text in clauses(text)


def test_a_phrase_of_names_and_titles_alone_is_no_clause() -> None:
    found = clauses("Kari Dahl, general secretary of the Harbour Workers' Party, opened the new port in Oslo.")
    assert "the new port in Oslo" in found
    assert "general secretary of the Harbour Workers' Party" not in found


def read_for(text: str, *names: str) -> dict[frozenset[str], Clause]:
    return {clause.read_for: clause for clause in cut(text, *names) if clause.read_for}


MET = "In Quito the envoy met with Premier Marta Ruiz, Speaker Otto Klein and Mayor Ada Lund."


def test_what_is_said_of_several_persons_is_read_for_each_of_them() -> None:
    found = read_for(MET, "Marta Ruiz", "Otto Klein", "Ada Lund")
    assert set(found) == {frozenset({name}) for name in ("Marta Ruiz", "Otto Klein", "Ada Lund")}
    for persons, clause in found.items():
        assert clause.actors == clause.persons == persons
        assert "=meet" in clause.stems
        words = {clause.stretch.sentence.words[i] for i in clause.stretch.inside}
        assert {name.split()[1] for name in persons} == {"Ruiz", "Klein", "Lund"} & words


def test_a_clause_read_for_the_first_ends_before_the_rest() -> None:
    found = read_for(MET, "Marta Ruiz", "Otto Klein", "Ada Lund")
    assert found[frozenset({"Marta Ruiz"})].span.text == "In Quito the envoy met with Premier Marta Ruiz"
    assert found[frozenset({"Ada Lund"})].span.text.startswith("In Quito the envoy met")


@pytest.mark.parametrize(
    ("text", "names"),
    [
        pytest.param("Marta Ruiz and Otto Klein met in Quito on Monday.", ("Marta Ruiz", "Otto Klein"), id="subjects"),
        pytest.param("The envoy met Marta Ruiz and her two aides in Quito.", ("Marta Ruiz",), id="one person"),
        pytest.param("They discussed trade, fishing and the border.", (), id="things"),
    ],
)
def test_what_is_said_of_all_together_is_read_once(text: str, names: tuple[str, ...]) -> None:
    assert read_for(text, *names) == {}


def test_whom_a_clause_does_not_name_it_is_not_read_for(monkeypatch: pytest.MonkeyPatch) -> None:
    beyond = ReadFor((0, 4), frozenset(), frozenset({"Ada Lund"}))
    monkeypatch.setattr("accord.collate.clauses.read_by_person", lambda *_: [beyond])
    assert read_for("The envoy met Marta Ruiz in Quito.", "Marta Ruiz") == {}
