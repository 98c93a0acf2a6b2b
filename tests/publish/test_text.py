"""Markdown, plain text and brat."""

import re

from accord.publish.archives import unpack
from accord.publish.brat import to_brat
from accord.publish.markdown import to_markdown
from accord.publish.plain import to_text
from tests.publish.accounts import hostile, summit


def test_markdown_tells_every_point_with_its_readings() -> None:
    lines = to_markdown(summit()).splitlines()
    assert (
        "**7.** the one-stop border post at Holili will work round the clock by December *(3 readings, 3 origins)*"
        in lines
    )
    assert "- **Coast Dispatch ← Rift News Agency ← Grace Otieno:** We share a lake, a border and one future" in lines
    numbered = [line for line in lines if re.match(r"\*\*\d+\.\*\* ", line)]
    assert len(numbered) == len(summit().points)


def test_markdown_lets_no_markup_through() -> None:
    text = to_markdown(hostile())
    assert "\\<script\\>" in text
    assert "<script>" not in text.replace("\\<", "")
    assert "](" not in text.replace("\\](", "")


def test_mail_is_seventy_two_wide() -> None:
    lines = to_text(summit()).splitlines()
    assert max(map(len, lines)) <= 72
    assert "DISPUTED" in lines
    assert "    ! date: December 2024 / about January 2025 – about April 2025" in lines


def test_brat_pairs_texts_and_annotations() -> None:
    files = unpack(to_brat(summit()))
    assert list(files)[:3] == ["annotation.conf", "ledger.txt", "ledger.ann"]
    assert files["ledger.txt"].decode() == summit().reports[0].text
    lines = files["ledger.ann"].decode().splitlines()
    content = next(line for line in lines if "attributions_direct_content" in line)
    assert content.count(";") == 1
    types = set(files["annotation.conf"].decode().splitlines())
    assert {line.split("\t")[1].split(" ")[0] for line in lines if line.startswith("T")} <= types
