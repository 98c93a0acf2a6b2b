import pytest

from accord.find.actors import find_actors
from accord.find.attributions import find_attributions
from accord.language.pack import load
from accord.language.rules import RulePack
from accord.model.accounts import ParsedReport
from accord.model.findings import Actor, Attribution
from tests.factories import passages, report

MODEL = load()
needs_model = pytest.mark.skipif(isinstance(MODEL, RulePack), reason="the English pack is not built")
PACKS = [pytest.param(RulePack(), id="rules"), pytest.param(MODEL, id="pack")]


def read(text: str, pack: object = MODEL, role: str = "body") -> tuple[tuple[Attribution, ...], dict[str, Actor]]:
    made = report(text)
    lines = passages(made, role)  # type: ignore[arg-type]
    sentences = pack.parse(text, [(one.span.start, one.span.end) for one in lines])  # type: ignore[attr-defined]
    parsed = ParsedReport(made, lines, tuple(sentences))
    actors = find_actors(parsed)
    found = find_attributions(parsed, actors, ())
    for one in found:
        for span in (*one.content, *filter(None, (one.source, one.cue))):
            assert text[span.start : span.end] == span.text
    return found, {actor.id: actor for actor in actors}


def with_cue(text: str, cue: str) -> tuple[Attribution, list[str]]:
    found, actors = read(text)
    one = next((each for each in found if each.cue and cue in each.cue.text), None)
    assert one, [each.cue and each.cue.text for each in found]
    return one, [actors[speaker].name for speaker in one.speaker]


def said(one: Attribution) -> str:
    return " … ".join(span.text for span in one.content)


@pytest.mark.parametrize("pack", PACKS)
def test_a_quotation_with_its_speaker(pack: object) -> None:
    found, actors = read("“The port will open in May,” Foreign Minister Kari Dahl said.", pack)
    assert len(found) == 1
    assert said(found[0]) == "“The port will open in May,”"
    assert found[0].kind == "direct"
    assert [actors[one].name for one in found[0].speaker] == ["Kari Dahl"]


@pytest.mark.parametrize("pack", PACKS)
def test_according_to(pack: object) -> None:
    found, _ = read("The port will open in May, according to the Harbour Ministry.", pack)
    assert found
    assert found[0].cue
    assert found[0].cue.text == "according to"
    assert said(found[0]) == "The port will open in May"


@pytest.mark.parametrize("pack", PACKS)
@pytest.mark.parametrize(
    "text",
    [
        "",
        "“",
        "said",
        "“said said” said",
        "He said: “",
        "“A.” “B.” “C.”",
        "according to",
        "said that that that",
        "\n“”\n",
    ],
)
def test_odd_texts_raise_nothing(text: str, pack: object) -> None:
    read(text, pack)


@needs_model
class TestPack:
    def test_indirect_speech_keeps_its_complementiser(self) -> None:
        one, speaker = with_cue("Foreign Minister Kari Dahl said that the port would open in May.", "said")
        assert said(one) == "that the port would open in May"
        assert one.source
        assert one.source.text == "Foreign Minister Kari Dahl"
        assert (one.kind, speaker) == ("indirect", ["Kari Dahl"])

    def test_mixed_speech(self) -> None:
        one, _ = with_cue("Kari Dahl said the deal was “a first step” for both countries.", "said")
        assert one.kind == "mixed"

    def test_fragments_of_one_speech_are_one_attribution(self) -> None:
        text = "“The port is ready,” Kari Dahl said, “and it will open.” She left. “No comment on ships,” she added."
        found, _ = read(text)
        assert said(found[0]) == "“The port is ready,” … “and it will open.”"

    def test_a_pronoun_is_who_spoke_before(self) -> None:
        text = "Kari Dahl said the port was ready. “Ships will come in May,” she added."
        one, speaker = with_cue(text, "added")
        assert speaker == ["Kari Dahl"]
        assert said(one) == "“Ships will come in May,”"

    def test_two_who_speak_together(self) -> None:
        text = "Kenyan President Joseph Mwangi and Norwegian Prime Minister Kari Dahl said they would open the port."
        _, speaker = with_cue(text, "said")
        assert sorted(speaker) == ["Joseph Mwangi", "Kari Dahl"]

    def test_words_that_came_through_an_agency(self) -> None:
        text = "Foreign Minister Kari Dahl said on Friday that the port would open, according to Reuters."
        found, actors = read(text)
        one = next(each for each in found if each.cue and each.cue.text.startswith("said"))
        assert one.via == ("Reuters",)
        assert [actors[speaker].name for speaker in one.speaker] == ["Kari Dahl"]
        assert not any(each.cue and each.cue.text == "according to" for each in found)

    def test_to_whom_it_was_said(self) -> None:
        one, speaker = with_cue("Foreign Minister Kari Dahl told Reuters that the port would open in May.", "told")
        assert one.via == ("Reuters",)
        assert len(one.to) == 1
        assert speaker == ["Kari Dahl"]

    def test_through_the_medium_of_whom_it_was_said_to(self) -> None:
        one, _ = with_cue("Foreign Minister Kari Dahl told Ana Berg of Reuters that the port would open.", "told")
        assert one.via == ("Reuters",)

    def test_refusal_keeps_its_polarity(self) -> None:
        one, _ = with_cue("Kari Dahl did not say that the port would open in May.", "say")
        assert one.cue
        assert one.cue.text == "did not say"

    def test_sourceless_report(self) -> None:
        found, _ = read("The port is expected to open in May.")
        assert any(one.cue and "expected" in one.cue.text and one.source is None for one in found)

    def test_a_quotation_never_closed(self) -> None:
        one, _ = with_cue("Kari Dahl said: “The port is ready and it will open in May.", "said")
        assert "The port is ready" in said(one)


@needs_model
@pytest.mark.parametrize(
    ("text", "cue", "speaker"),
    [
        # a name that only tells more of the one who speaks
        ("Ana Berg, a Lund lieutenant, met Karl Lund. A Lund aide said the vote would stand.", "said", []),
        ("Karl Lund went home. Lund’s lawyer said the charge was false.", "said", []),
        ("Critics of Karl Lund said the bridge was late.", "said", []),
        ("Karl Lund lost. One union official said the result was fair.", "said", []),
        ("A senior Kenyan official said the port would open.", "said", []),
        ("The World Bank gave no date. Other banks warned that the loan was lost.", "warned", []),
        ("Letters released by the World Bank showed that the loan was lost.", "showed", []),
        ("Karl Lund spoke to voters who say the bridge is late.", "say", []),
        # one that names the one who speaks
        ("Figures released by the World Bank showed that the loan was lost.", "showed", ["World Bank"]),
        ("A spokesman for the World Bank said the loan was lost.", "said", ["World Bank"]),
        ("A fisherman named Karl Lund said the bridge was late.", "said", ["Karl Lund"]),
        ("Pavel Horak met Karl Lund, who said the bridge was late.", "said", ["Karl Lund"]),
        ("A researcher at the museum, Karl Lund, said the bridge was late.", "said", ["Karl Lund"]),
    ],
)
def test_a_source_speaks_for_whom_it_names(text: str, cue: str, speaker: list[str]) -> None:
    assert with_cue(text, cue)[1] == speaker


@needs_model
@pytest.mark.parametrize(
    "text",
    [
        "UPDATE: The vote was put off, the clerk said.",
        "Karl Lund said on Monday that the bridge was late and that the loan was lost.",
    ],
)
def test_one_saying_is_told_once(text: str) -> None:
    found, _ = read(text)
    assert [one.cue.text.split()[0] for one in found if one.cue] == ["said"]
    assert "UPDATE" not in {one.source.text for one in found if one.source}
