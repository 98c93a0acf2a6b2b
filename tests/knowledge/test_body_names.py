import pytest

from accord.knowledge.body_names import initials_of, is_same_body
from accord.knowledge.parties import find_home


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("N.H.W.A.", "NHWA", True),
        ("NHWA", "National Harbour Workers Association", True),
        ("NHWA", "National Hill Walkers Association", True),
        ("NA", "National Association", False),
        ("Clean Harbours", "Clean Harbours Now", True),
        ("Clean Harbours", "Clean Harbours Inc.", True),
        ("Clean Harbours", "Super PAC Clean Harbours", True),
        ("Clean Harbours", "Clean Harbours Union", False),
        ("Harbour Union", "Harbour Union Today", False),
        ("the New York Times", "The New York Times", True),
        ("The Times", "The New York Times", False),
        ("AP", "The Associated Press", True),
        ("Harbour Safety Board of the North", "North Harbour Safety Board", True),
    ],
)
def test_names_of_one_body(one: str, other: str, same: bool) -> None:
    assert is_same_body(one, other) is same
    assert is_same_body(other, one) is same


def test_initials_need_three_letters() -> None:
    assert initials_of("Harbour Union") == frozenset()
    assert initials_of("harbour workers' union") == frozenset()


@pytest.mark.parametrize(("text", "home"), [("N.H.", "New Hampshire"), ("Que", "Quebec"), ("Utah", "Utah"), ("", None)])
def test_homes(text: str, home: str | None) -> None:
    assert find_home(text) == home
