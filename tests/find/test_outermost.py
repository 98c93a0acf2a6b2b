"""What PolNeAR's annotation leaves out is left out by place alone."""

from accord.model.findings import Attribution
from benchmarks.outermost import outermost
from tests.factories import span

TEXT = "“I think they will sign,” Dahl said. Dahl left."


def attribution(id: str, content: str, cue: str | None = None) -> Attribution:
    return Attribution(id=id, content=(span(TEXT, content),), kind="direct", cue=span(TEXT, cue) if cue else None)


def test_speech_within_speech_is_left_out() -> None:
    outer = attribution("a1", "“I think they will sign,”", "said")
    inner = attribution("a2", "they will sign", "think")
    assert outermost((outer, inner)) == (outer,)


def test_a_quotation_without_a_cue_counts_by_its_content() -> None:
    outer = attribution("a1", "“I think they will sign,”", "said")
    assert outermost((outer, attribution("a2", "they will sign"))) == (outer,)
    assert len(outermost((outer, attribution("a2", "Dahl left")))) == 2
