import pytest
from hypothesis import given
from hypothesis import strategies as st

from accord.text.quotes import find_quotes


def texts(text: str) -> list[str]:
    return [text[quote.start : quote.end] for quote in find_quotes(text)]


@pytest.mark.parametrize(
    ("text", "quotes"),
    [
        ('The plan is "sound," she said.', ['"sound,"']),
        ('The “new era" of ”good will“ began', ['“new era"', "”good will“"]),
        ("« Bonjour », dit-il. »Nein«, sagte er.", ["« Bonjour »", "»Nein«"]),
        ("Mayors: ‘fair deal’ is 'near'", ["‘fair deal’", "'near'"]),
        ("In the ’90s the farmers’ co-op didn't sell 'em any.", []),
        ("``We go,'' he said.", ["``We go,''"]),
        ('A 6\'2" man said "no".', ['"no"']),
        ("They said,“Go.”Then they left.", ["“Go.”"]),
        ("(“yes”) and pro-“growth” votes", ["“yes”", "“growth”"]),
        ("「はい」と言った", ["「はい」"]),
        ("He said no” to it.", ["He said no”"]),
        ('He left. We go on." So they did.', ['We go on."']),
        ("“We agree. “We will go on,” he said.", ["“We agree.", "“We will go on,”"]),
        ("It was “a first step. Nobody denied it.", ["“a first step."]),
        ('" We agree " he said.', ['" We agree "']),
    ],
)
def test_marks_of_every_kind(text: str, quotes: list[str]) -> None:
    assert texts(text) == quotes


def test_quotations_inside_quotations() -> None:
    text = "“The ‘joint’ plan, “so called”, is dead,” he said."
    found = find_quotes(text)
    assert [quote.depth for quote in found] == [0, 1, 1]
    assert text[found[1].start : found[1].end] == "‘joint’"


def test_only_the_stretch_is_read() -> None:
    text = "“one” “two” “three”"
    assert [(quote.start, quote.end) for quote in find_quotes(text, 6, 11)] == [(6, 11)]


@given(st.text(alphabet="ab. ,\n\"'“”‘’«»-(5", max_size=60))
def test_anything_is_survived(text: str) -> None:
    for quote in find_quotes(text):
        assert 0 <= quote.start < quote.end <= len(text)
        assert 0 <= quote.depth <= len(text)


@pytest.mark.parametrize("piece", ['"a ', "“", "'", "word” ", 'a"b', "“a. ", "''a "])
def test_long_runs_of_marks_end(piece: str) -> None:
    find_quotes(piece * 20_000)
