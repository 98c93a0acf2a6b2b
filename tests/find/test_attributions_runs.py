"""Letters and speeches in several paragraphs, with and without a cue."""

import pytest

from accord.language.pack import load
from accord.language.rules import RulePack
from tests.find.test_attributions import read

needs_model = pytest.mark.skipif(isinstance(load(), RulePack), reason="the English pack is not built")

LETTER = (
    "“The harbour belongs to the town and to nobody else. The ministry knows it.",
    "Nobody has asked the fishermen about it in all these years. That is a disgrace.",
    "I ask the council to vote at once and to end this.”",
)
ANEW = (LETTER[0], f"“{LETTER[1]}", f"“{LETTER[2]}")


def speakers(*paragraphs: str) -> dict[str, list[str]]:
    """Who speaks in each quotation, by its last word."""
    found, actors = read("\n".join(paragraphs))
    spoken = [(span.text.rstrip(".,”"), one) for one in found if one.kind == "direct" for span in one.content]
    return {text.split()[-1]: [actors[each].name for each in one.speaker] for text, one in spoken}


@needs_model
@pytest.mark.parametrize("letter", [LETTER, ANEW])
def test_a_speech_keeps_its_speaker(letter: tuple[str, ...]) -> None:
    before = (
        "Karl Lund said on Monday that the bridge was late.",
        f"{letter[0][:51]},” Ana Berg said. “Look at the map.",
    )
    found = speakers(*before, *letter[1:], "Karl Lund left.")
    assert found["disgrace"] == found["this"] == ["Ana Berg"]


@needs_model
def test_a_cue_at_the_end_tells_who_began() -> None:
    parts = (*ANEW[:2], "“I ask the council to vote at once,” Ana Berg told the council.")
    found = speakers("Karl Lund said on Monday that the bridge was late.", *parts)
    assert found["it"] == found["disgrace"] == ["Ana Berg"]


@needs_model
@pytest.mark.parametrize(
    "introduction",
    [
        "The quarrel grew on Monday, when Ana Berg published a letter to the council.",
        "The quarrel ended with Ana Berg writing a letter to the council.",
        "In a statement, Governor Ana Berg:",
        "Ana Berg put it so in a letter to Pavel Horak:",
        "The full statement by Ana Berg:",
    ],
)
@pytest.mark.parametrize("letter", [LETTER, ANEW])
def test_who_wrote_what_stands_behind(introduction: str, letter: tuple[str, ...]) -> None:
    found = speakers("Karl Lund said on Monday that the bridge was late.", introduction, *letter)
    assert found["it"] == found["disgrace"] == found["this"] == ["Ana Berg"]


@needs_model
def test_what_nobody_known_announces_is_nobodys() -> None:
    found = speakers("Karl Lund said on Monday that the bridge was late.", "One fisherman put it this way:", *LETTER)
    assert found["it"] == found["disgrace"] == []


@needs_model
def test_narration_between_lost_marks_stays_narration() -> None:
    lost = "“The harbour belongs to the town and to nobody else,” Ana Berg said. “We stay."
    found = speakers(lost, "The council met on Monday.", "“The loan is lost and it will not return,” Karl Lund said.")
    assert "Monday" not in found
    assert found["return"] == ["Karl Lund"]


@needs_model
def test_a_turn_of_a_transcript_begins_its_line() -> None:
    turn = "DAHL: And you are supporting Ana Berg, some people in the port are skeptical."
    (told,), _ = read(f"The transcript follows here.\n{turn}\nNobody answered.")
    assert [span.text for span in told.content] == [turn.removeprefix("DAHL: ")]
    assert read(f"The hall was full. {turn}")[0] == ()
