"""Which time and which source each figure has, and that none is made up, on any input."""

from pathlib import Path
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec import Struct, structs

from accord.find.actors import find_actors
from accord.find.attributions import find_attributions
from accord.find.figures import find_figures, with_context
from accord.find.times import find_times
from accord.language.pack import Pack, load
from accord.language.rules import RulePack
from accord.model.accounts import ParsedReport
from accord.model.findings import Attribution, Figure, Time
from accord.pipeline import find
from benchmarks.figures import parse
from tests.factories import span
from tests.find.test_figures import PIECES, grow

TABLE = Path(__file__).parent / "figures_context_cases.tsv"
WORDS = [*PIECES, "according", "data", "show", "as", "As", "since", "2031", "Monday", "last", "year", "Karo", "said"]


class Case(Struct, frozen=True):
    """A sentence, whether it is held back, and what each figure with a time or a source has."""

    half: str
    sentence: str
    expected: tuple[tuple[str, str, str], ...]


def load_cases(half: str) -> list[Case]:
    rows = [line.split("\t") for line in TABLE.read_text(encoding="utf-8").splitlines() if line[:1] != "#"]
    return [Case(kind, sentence, _expected(cell)) for kind, sentence, cell in rows if kind == half]


def _expected(cell: str) -> tuple[tuple[str, str, str], ...]:
    pieces = [piece.split(" ⇒ ") for piece in cell.split(" | ")] if cell != "-" else []
    return tuple((text, *told.split(" ; ")) for text, told in pieces)  # type: ignore[misc]


def read(text: str, pack: Pack) -> ParsedReport:
    made = parse(text, pack)
    return structs.replace(made, report=structs.replace(made.report, published="2031-05-14"))


def is_right(case: Case, found: tuple[Figure, ...]) -> bool:
    """Whether each figure has what the table says, and the others have nothing."""
    told = [figure for figure in found if figure.as_of or figure.source]
    if len(told) != len(case.expected):
        return False
    return all(
        text in figure.span.text and (figure.as_of or "-", figure.source or "-") == (as_of, source)
        for figure, (text, as_of, source) in zip(told, case.expected, strict=True)
    )


@pytest.mark.parametrize("case", load_cases("tuned"), ids=lambda case: case.sentence[:60])
def test_case(case: Case) -> None:
    found = find(read(case.sentence, load())).figures
    assert is_right(case, found), [(figure.span.text, figure.as_of, figure.source) for figure in found]


def test_nine_tenths_of_the_held_back_half_are_right() -> None:
    cases = load_cases("held")
    assert len(cases) >= 20
    assert sum(is_right(case, find(read(case.sentence, load())).figures) for case in cases) >= 0.9 * len(cases)


def figures(text: str, pack: Pack) -> tuple[Figure, ...]:
    made = read(text, pack)
    times = find_times(made)
    said = find_attributions(made, find_actors(made), times)
    return with_context(find_figures(made, times), times, said, made.sentences)


def test_without_a_tree_a_time_stands_close_behind_its_figure() -> None:
    assert [figure.as_of for figure in figures("Trade was $3 billion in 2029.", RulePack())] == ["2029"]
    assert [figure.as_of for figure in figures("In 2029 the firm had, it is thought, 40 ships.", RulePack())] == [None]
    assert [figure.as_of for figure in figures("As of 2029, the firm had 40 ships.", RulePack())] == ["2029"]


def test_the_innermost_statement_around_a_figure_is_its_source() -> None:
    text = "Brill said Karo counted 40 ships."
    outer = Attribution("a1", (span(text, "Karo counted 40 ships"),), "indirect", source=span(text, "Brill"))
    inner = Attribution("a2", (span(text, "40 ships"),), "indirect", source=span(text, "Karo"))
    made = read(text, RulePack())
    for said in ((outer, inner), (inner, outer)):
        (figure,) = with_context(find_figures(made), (), said, made.sentences)
        assert figure.source == "Karo"


def test_a_source_named_for_other_words_is_not_the_figures() -> None:
    text = "Ships sank, according to Karo, and 40 docks burned."
    made = read(text, RulePack())
    said = Attribution("a1", (span(text, "Ships sank"),), "indirect", source=span(text, "Karo"))
    assert [each.source for each in with_context(find_figures(made), (), (said,), made.sentences)] == [None]
    assert [each.source for each in with_context(find_figures(made), (), (), made.sentences)] == ["Karo"]


@given(st.lists(st.sampled_from(WORDS), max_size=40).map(" ".join), st.randoms(use_true_random=False))
def test_any_words_and_any_tree_are_read(text: str, random: Random) -> None:
    made = parse(text, RulePack())
    for sentences in (made.sentences, tuple(grow(sentence, random) for sentence in made.sentences)):
        found = find_figures(made)
        times = tuple(
            Time(made.report.span(start, start + 4), "2031", "date")
            for start in range(len(text))
            if text.startswith("2031", start)
        )
        told = with_context(found, times, (), sentences)
        assert [figure.span for figure in told] == [figure.span for figure in found]
        assert all(figure.as_of in (None, "2031") for figure in told)


@pytest.mark.parametrize(
    "text", ["5 ships in 2031, " * 5000, "5 ships as of 2031 " * 5000, "according to Karo 5 data show " * 5000]
)
def test_pages_of_one_shape_are_read(text: str) -> None:
    assert len(figures(text, RulePack())) >= 1
