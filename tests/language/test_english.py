import pytest

from accord.language.english import is_english


@pytest.mark.parametrize(
    "text",
    [
        "The ministers met in the capital on Tuesday and said that they would talk again before the end of the year.",
        "Minister resigns",
        "",
        "12 % 45 §",
    ],
)
def test_english_and_what_is_too_short_to_judge_pass(text: str) -> None:
    assert is_english(text.split())


@pytest.mark.parametrize(
    "text",
    [
        "Les ministres se sont rencontrés mardi dans la capitale et se reverront avant la fin de l’année prochaine.",
        "Hai bên nhất trí tiếp tục thúc đẩy quan hệ hữu nghị và hợp tác trên mọi lĩnh vực.",
        "Los ministros se reunieron el martes en la capital y dijeron que hablarían otra vez antes de fin de año.",
        "Встреча министров прошла",
    ],
)
def test_other_languages_do_not(text: str) -> None:
    assert not is_english(text.split())
