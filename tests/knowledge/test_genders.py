import pytest

from accord.knowledge.genders import gender_of_name, gender_of_word, is_given_name


@pytest.mark.parametrize(
    ("name", "gender"),
    [
        ("Anna Berg", "f"),
        ("Balogh Eszter", "f"),  # the given name last
        ("Taras Hnatiuk", "m"),
        ("Oksana Belova", "f"),
        ("Guðrún Einarsdóttir", "f"),
        ("Kim Hye-jin", None),
        ("Berg", None),
    ],
)
def test_names(name: str, gender: str | None) -> None:
    assert gender_of_name(name) == gender


@pytest.mark.parametrize(
    ("word", "gender"), [("mrs", "f"), ("spokeswoman", "f"), ("fisherman", "m"), ("minister", None), ("german", None)]
)
def test_words(word: str, gender: str | None) -> None:
    assert gender_of_word(word) == gender


def test_given_names_are_known_in_compounds_and_with_accents() -> None:
    assert is_given_name("Hans-Peter")
    assert is_given_name("ANNA")
    assert is_given_name("Zoë")
    assert is_given_name("Casey")  # of either gender
    assert not is_given_name("Weitere")
    assert not is_given_name("")
