import itertools

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from accord.language.tokens import split_tokens


def cut(text: str) -> list[str]:
    return [text[t.start : t.end] for t in split_tokens(text)]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("It won’t do.", ["It", "wo", "n’t", "do", "."]),
        ("They cannot.", ["They", "can", "not", "."]),
        ("China's and the states' aims", ["China", "'s", "and", "the", "states", "'", "aims"]),
        ("worth $175.6 billion, 67%", ["worth", "$", "175.6", "billion", ",", "67", "%"]),
        ("US$300m", ["US$", "300", "m"]),
        ("12-13 December", ["12", "-", "13", "December"]),
        ("on Nov. 30, the U.S. envoy", ["on", "Nov.", "30", ",", "the", "U.S.", "envoy"]),
        ("a non-profit, state-run bank", ["a", "non-profit", ",", "state", "-", "run", "bank"]),
        ("in 2031.Rana Sen", ["in", "2031", ".", "Rana", "Sen"]),
        ("Sana'a and O’Neill", ["Sana'a", "and", "O’Neill"]),
        ("“Good,” he said…", ["“", "Good", ",", "”", "he", "said", "…"]),
        ("see www.example.org.", ["see", "www.example.org", "."]),
        ("at 5:30 p.m. on 3/4", ["at", "5:30", "p.m.", "on", "3/4"]),
        ("Dr. J. Ho, No. 5", ["Dr.", "J.", "Ho", ",", "No.", "5"]),
        ("He said no.", ["He", "said", "no", "."]),
        ("AT&T -- why?!", ["AT&T", "--", "why", "?!"]),
        ("20th, 1990s", ["20th", ",", "1990s"]),
        ("Call (713) 555-0142 or +44 20", ["Call", "(", "713", ")", "555-0142", "or", "+44", "20"]),
        ("see [13,14], 1,250 men", ["see", "[", "13", ",", "14", "]", ",", "1,250", "men"]),
        ("its a pity its price rose", ["it", "s", "a", "pity", "its", "price", "rose"]),
        ("pens, etc. They left, etc.", ["pens", ",", "etc", ".", "They", "left", ",", "etc", "."]),
        ("pens, etc. and ink", ["pens", ",", "etc.", "and", "ink"]),
        ("a lot, alot", ["a", "lot", ",", "a", "lot"]),
        ("the U.S and S. F., Cal., in", ["the", "U.S", "and", "S.", "F.", ",", "Cal.", ",", "in"]),
        ("Ada Roe (b. 1950) hit .325 [...]", ["Ada", "Roe", "(", "b.", "1950", ")", "hit", ".325", "[...]"]),
        ("It did not.?", ["It", "did", "not", ".?"]),
        ("", []),
        (" \n\t", []),
    ],
)
def test_words_are_cut_as_in_the_treebanks(text: str, words: list[str]) -> None:
    assert cut(text) == words


@settings(deadline=None)
@given(st.text(max_size=300))
def test_tokens_cover_every_character_but_blanks_in_order(text: str) -> None:
    tokens = split_tokens(text)
    assert all(a.end <= b.start for a, b in itertools.pairwise(tokens))
    covered = "".join(text[t.start : t.end] for t in tokens)
    assert "".join(covered.split()) == "".join(text.split())
    assert all(t.start < t.end and not text[t.start].isspace() for t in tokens)


def test_a_stretch_is_read_by_itself_with_the_texts_offsets() -> None:
    text = "One two. Three four."
    assert [(t.start, t.end) for t in split_tokens(text, 9, 14)] == [(9, 14)]


@pytest.mark.parametrize(
    "text", ["a" * 200_000, "." * 200_000, ",," * 100_000, "a@" * 100_000, "U.S." * 50_000, "'" * 200_000]
)
def test_long_runs_of_one_kind_are_read_through(text: str) -> None:
    tokens = split_tokens(text)
    assert tokens[-1].end == len(text)
