"""Nouns written as names are proper; what has its capital from elsewhere is not."""

import pytest

from accord.language.capitals import tell_proper


def told(text: str, *nouns: str) -> list[str]:
    words = text.split()
    upos = ["NOUN" if word in nouns else "X" for word in words]
    return [word for word, tag in zip(words, tell_proper(words, upos), strict=True) if tag == "PROPN"]


@pytest.mark.parametrize(
    ("text", "nouns", "proper"),
    [
        ("under this Treaty the Council may later adopt rules", ("Treaty", "Council", "rules"), ["Treaty", "Council"]),
        ("Ministers adopted the rules after some debate", ("Ministers", "rules", "debate"), []),
        ("she quoted “ Order and nothing else would help", ("Order",), []),
        ("Council Adopts Rules After Long Debate Over Fishing", ("Council", "Rules", "Debate", "Fishing"), []),
        ("members of the IAEA board were not convinced", ("IAEA", "board"), []),
    ],
)
def test_a_capital_amid_small_words_makes_a_name(text: str, nouns: tuple[str, ...], proper: list[str]) -> None:
    assert told(text, *nouns) == proper


def test_other_parts_of_speech_stay() -> None:
    assert tell_proper(["it", "was", "a", "Western", "demand"], ["PRON", "AUX", "DET", "ADJ", "NOUN"])[3] == "ADJ"
    assert tell_proper([], []) == ()
