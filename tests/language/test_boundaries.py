import pytest

from accord.language.boundaries import LONGEST, cut_sentences, find_starts
from accord.language.tokens import split_tokens


def sentences(text: str) -> list[str]:
    return [text[run[0].start : run[-1].end] for run in cut_sentences(text, split_tokens(text))]


@pytest.mark.parametrize(
    "expected",
    [
        ["They met on Nov. 30 in Oslo.", "Talks go on."],
        ["U.S. President Ann Roe spoke.", "Mr. Li left."],
        ["He flew to the U.S.", "The talks failed."],
        ['"We agreed."', '"When?" he asked.', "Nobody knew."],
        ["“We agreed,” she said.", "“It is done.”", "He left."],
        ["She said (in jest.)", "They laughed."],
        ["It cost $4.5 million.", "Why?", "No answer!"],
        ["He waited... and then left.", "Then rain fell."],
        ["'Good,' said Roe.", "'Very good.'", "She sat."],
        ["Headline without a stop"],
    ],
)
def test_sentences_end_where_a_reader_ends_them(expected: list[str]) -> None:
    assert sentences(" ".join(expected)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("in 2031.Rana Sen reports", ["in 2031.", "Rana Sen reports"]),
        ("round the world.Port LouisBBC", ["round the world.", "Port LouisBBC"]),
        ("They agreed.“Good,” he said.", ["They agreed.", "“Good,” he said."]),
        ("First block\n\nSecond block", ["First block", "Second block"]),
        ("", []),
    ],
)
def test_glued_text_and_blank_lines_part_sentences(text: str, expected: list[str]) -> None:
    assert sentences(text) == expected


@pytest.mark.parametrize("mark", ["”", ")", "»", "’"])
def test_a_closing_mark_never_begins_a_sentence(mark: str) -> None:
    for sentence in sentences(f"It ended.{mark} Then it began. {mark} So be it.{mark}"):
        assert not sentence.startswith(mark)


@pytest.mark.parametrize("mark", ["“", "(", "«", "‘"])
def test_an_opening_mark_never_ends_a_sentence(mark: str) -> None:
    for sentence in sentences(f"It ended. {mark}Then it began. {mark}So be it."):
        assert not sentence.endswith(mark)


def test_a_text_without_stops_is_cut_at_a_bound() -> None:
    text = "word " * 3000
    assert max(len(run) for run in cut_sentences(text, split_tokens(text))) == LONGEST


def test_a_notes_mark_closes_the_sentence_before_it() -> None:
    text = "He lost, some say.[6] In the end it passed. [17] “Good,” she said. See [3] and [b] there."
    tokens = split_tokens(text)
    starts = [text[tokens[i].start :].split()[0] for i in find_starts(text, tokens)]
    assert starts == ["He", "In", "“Good,”", "See"]
