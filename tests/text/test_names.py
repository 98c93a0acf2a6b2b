import pytest
from hypothesis import given
from hypothesis import strategies as st

from accord.text.names import compare_names, core_words, same_person


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Tran Van Minh", "Tran Van Min"),  # a last letter lost
        ("Tamás Kovács", "Kovacs Tamas"),  # Hungarian order, no accents
        ("Kovács, Tamás", "Tamás Kovács"),
        ("Sergei Lebedev", "Sergey Lebedyev"),
        ("Сергей Лебедев", "Sergei Lebedev"),
        ("Khalid al-Mansour", "Khaled Mansur"),
        ("J. Okafor", "Joseph Okafor"),
        ("Bill Turner", "William Turner"),
        ("Park Jin-ho", "Park Jinho"),
        ("Ana Maria Torres", "Ana Torres"),
        ("Dr. Ana Torres", "Ana Torres"),
    ],
)
def test_one_person(one: str, other: str) -> None:
    assert same_person(one, other), compare_names(one, other)
    assert compare_names(other, one).score == pytest.approx(compare_names(one, other).score)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Tran Van Minh", "Tran Quoc Bao"),
        ("Anna Berg", "Karl Berg"),
        ("Berg", "Karl Berg"),
        ("A. Okafor", "Joseph Okafor"),
        ("Kim Yong-su", "Kim Yong-ho"),
        ("", "Karl Berg"),
        ("1234", "5678"),
    ],
)
def test_two_people_or_not_known(one: str, other: str) -> None:
    assert not same_person(one, other), compare_names(one, other)


def test_the_reason_is_said() -> None:
    assert compare_names("Berg", "Karl Berg").reason == "part of the name alone"
    assert compare_names("Berg Karl", "Karl Berg").reason == "other order"
    assert compare_names("K. Berg", "Karl Berg").reason == "initial"


def test_titles_and_particles_do_not_count() -> None:
    assert core_words("Sheikh Omar bin Salim") == ("omar", "salim")
    assert core_words("de la") == ("de", "la")


@given(st.text(max_size=30), st.text(max_size=30))
def test_any_two_texts_have_a_score(one: str, other: str) -> None:
    assert 0.0 <= compare_names(one, other).score <= 1.0
