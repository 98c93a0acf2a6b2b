"""Points: what a reading is a piece of, and what of a sentence no shared point holds."""

import msgspec
import pytest

from accord.collate.clauses import Clause, clauses_of
from accord.collate.contexts import Contexts
from accord.collate.points import points_of
from accord.model.accounts import Analysis
from accord.model.reports import Passage
from tests.factories import analysis


def cut(text: str, piece: str) -> tuple[Contexts, Clause]:
    found = analysis(text)
    clauses = clauses_of(found)
    return Contexts([found], clauses), next(each for each in clauses if each.span.text == piece)


@pytest.mark.parametrize(
    ("text", "piece", "whole"),
    [
        pytest.param("The ministers opened the border in Quito.", "The ministers opened the border in Quito.", None),
        pytest.param(
            "The ministers met before her first trip to the northern ports.",
            "her first trip to the northern ports",
            "The ministers met before her first trip to the northern ports.",
            id="a phrase",
        ),
        pytest.param(
            "Marta Ruiz repeated the claim that troops had crossed the border.",
            "troops had crossed the border",
            None,
            id="told as so",
        ),
    ],
)
def test_a_piece_has_its_statement(text: str, piece: str, whole: str | None) -> None:
    contexts, clause = cut(text, piece)
    found = contexts.whole_of(clause)
    assert (found and found.text) == whole


def points(*texts: str) -> list[tuple[int, list[str]]]:
    analyses = [analysis(text, id=f"r{number}") for number, text in enumerate(texts)]
    found = points_of(analyses, [clauses_of(each) for each in analyses], {})
    return [
        (len({each.span.report for each in point.readings}), [each.span.text for each in point.readings])
        for point in found
    ]


def test_the_rest_of_a_sentence_told_in_part_stands_alone() -> None:
    shared = "The ministers of Peru and Ecuador signed the border accord in Quito on Monday"
    rest = "the port workers stopped unloading grain because their wages had not been paid"
    found = points(f"{shared}, and {rest}.", f"{shared}.")
    assert any(reports == 2 for reports, _ in found)
    assert any(reports == 1 and rest[:40] in readings[0] for reports, readings in found)


def test_nothing_of_a_sentence_that_is_told_stands_alone() -> None:
    shared = "The ministers of Peru and Ecuador signed the border accord in Quito on Monday."
    assert [reports for reports, _ in points(shared, shared)] == [2]


def test_a_headline_that_stands_twice_is_read_once() -> None:
    line = "Peru and Ecuador sign border accord"
    found: Analysis = analysis(f"{line}\n\n{line}\n\nThe accord was signed in Quito.")
    first, second, *others = found.passages
    heads = [Passage(each.span, "headline") for each in (first, second)]
    headed = msgspec.structs.replace(found, passages=(*heads, *others))
    starts = {clause.span.start for clause in clauses_of(headed)}
    assert any(start < len(line) for start in starts)
    assert not any(second.span.start <= start < second.span.end for start in starts)
