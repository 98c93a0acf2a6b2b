"""Every bad input ends as one clear line, and never at the cost of the reports beside it."""

import io
import json
import os
import sys
from pathlib import Path
from typing import Any

import pytest

from accord.cli.main import main

GOOD = """River states sign water treaty

The presidents of two river states signed a treaty on sharing water on Tuesday, 6 May 2031, officials said.

“We will keep the river alive,” President Alma Serik said after the signing in the capital.

The treaty sets up a commission of 12 members that will meet twice a year.
"""


@pytest.fixture
def good(tmp_path: Path) -> Path:
    path = tmp_path / "good.txt"
    path.write_text(GOOD, encoding="utf-8")
    return path


def account(*inputs: object, capsysbinary: pytest.CaptureFixture[bytes]) -> tuple[int, dict[str, Any], str]:
    status = main(["account", "--format", "json", "-q", *map(str, inputs)])
    out, err = capsysbinary.readouterr()
    return status, json.loads(out) if out else {}, err.decode()


BAD_FILES = {
    "empty.txt": b"",
    "blank.txt": b" \n\n\t\n",
    "binary.txt": bytes(range(256)) * 20,
    "picture.txt": b"\x89PNG\r\n\x1a\n" + bytes(200),
    "nul.txt": b"\x00" * 500,
}


@pytest.mark.parametrize("name", BAD_FILES)
def test_a_bad_file_is_a_problem_and_the_other_goes_through(
    name: str, good: Path, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    bad = good.parent / name
    bad.write_bytes(BAD_FILES[name])
    status, record, _ = account(good, bad, capsysbinary=capsysbinary)
    assert status == 1
    assert [report["path"] for report in record["reports"]] == ["good.txt"]
    (problem,) = record["problems"]
    assert problem["path"] == name
    assert "\n" not in problem["reason"]


@pytest.mark.parametrize("name", BAD_FILES)
def test_a_bad_file_alone_is_nothing_usable(
    name: str, tmp_path: Path, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    bad = tmp_path / name
    bad.write_bytes(BAD_FILES[name])
    status, record, err = account(bad, capsysbinary=capsysbinary)
    assert (status, record) == (2, {})
    assert err.startswith("accord: ")


def test_no_such_file(good: Path, capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    status, record, _ = account(good, good.parent / "missing.txt", capsysbinary=capsysbinary)
    assert status == 1
    assert len(record["reports"]) == 1
    assert "missing.txt" in json.dumps(record["problems"])


@pytest.mark.skipif(os.geteuid() == 0, reason="root reads whatever it likes")
def test_an_unreadable_file(good: Path, capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    locked = good.parent / "locked.txt"
    locked.write_text(GOOD)
    locked.chmod(0)
    status, record, _ = account(good, locked, capsysbinary=capsysbinary)
    assert status == 1
    assert len(record["reports"]) == 1


def test_a_folder_without_reports(tmp_path: Path, capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    status, record, err = account(tmp_path, capsysbinary=capsysbinary)
    assert (status, record) == (2, {})
    assert err.count("\n") == 1


def test_the_same_file_twice_is_read_once(good: Path, capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    status, record, _ = account(good, good, capsysbinary=capsysbinary)
    assert status == 1
    assert len(record["reports"]) == 1
    assert len(record["problems"]) == 1


def test_two_files_with_one_text_are_both_kept_and_told(good: Path, capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    copy = good.parent / "copy.txt"
    copy.write_text(GOOD, encoding="utf-8")
    status, record, _ = account(good, copy, capsysbinary=capsysbinary)
    assert status == 1
    assert len({report["id"] for report in record["reports"]}) == 2
    assert len(record["problems"]) == 1


def test_a_malformed_reports_toml(good: Path, capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    (good.parent / "reports.toml").write_text("[[report]\nfile = ")
    status, record, _ = account(good, capsysbinary=capsysbinary)
    assert status == 1
    assert len(record["reports"]) == 1
    assert "reports.toml" in json.dumps(record["problems"])


def test_json_lines_of_which_some_are_no_report(
    monkeypatch: pytest.MonkeyPatch, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    lines = [
        json.dumps({"id": "one", "text": GOOD, "outlet": "The Courier", "published": "2031-05-06"}),
        "not json",
        json.dumps({"id": "two"}),
        json.dumps(["three"]),
        json.dumps({"id": "four", "text": GOOD + "\ud800 and on", "outlet": None}),
    ]
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO("\n".join(lines).encode("utf-8", "surrogatepass"))))
    status, record, _ = account("-", capsysbinary=capsysbinary)
    assert status == 1
    assert {report["id"] for report in record["reports"]} >= {"one"}
    assert record["reports"][-1]["outlet"] in ("The Courier", None)
    assert len(record["problems"]) >= 3


HARD_TEXTS = {
    "one line of 200 kB": "The ministers met again on Monday and agreed, they said, on 12 points. " * 2900,
    "200 kB of digits": "7" * 200_000,
    "200 kB without a space": "x" * 200_000,
    "forty thousand commas": "," * 40_000,
    "mixed newlines": GOOD.replace("\n\n", "\r\n\r") + "\u2028And more was said.\x0bAnd more.",
    "right to left": "قال الرئيس يوم الثلاثاء إن الاتفاق سيوقع غدا في العاصمة. " * 20,
    "another language": "Die Minister haben am Dienstag in der Hauptstadt ein Abkommen über Wasser unterzeichnet. "
    * 10,
    "only emoji": "🎉🕊️ " * 400,
    "marks never closed": "“" * 500 + GOOD + "«" * 500,
    "only clutter": "Subscribe to our newsletter\n\nShare on Facebook\n\nRead more\n\nAll rights reserved © 2031\n",
}


@pytest.mark.parametrize("name", HARD_TEXTS)
def test_a_hard_text_is_read_or_told_and_every_span_stands(
    name: str, good: Path, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    hard = good.parent / "hard.txt"
    hard.write_text(HARD_TEXTS[name], encoding="utf-8", newline="")
    status, record, _ = account(good, hard, capsysbinary=capsysbinary)
    assert status in (0, 1)
    assert "good.txt" in [report["path"] for report in record["reports"]]
    if len(record["reports"]) == 1:
        assert record["problems"]
    (good.parent / "account.json").write_text(json.dumps(record), encoding="utf-8")
    assert main(["verify", str(good.parent / "account.json")]) == 0


def test_utf_16_and_legacy_encodings_are_read(good: Path, capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    (good.parent / "wide.txt").write_bytes(GOOD.encode("utf-16"))
    (good.parent / "legacy.txt").write_bytes((GOOD + "A café in Besançon, naïvely — enough.").encode("cp1252"))
    _, record, _ = account(good.parent, capsysbinary=capsysbinary)
    texts = {report["path"]: report["text"] for report in record["reports"]}
    assert "President Alma Serik" in texts["wide.txt"]
    assert "café in Besançon" in texts["legacy.txt"]
    assert "“We will keep" in texts["legacy.txt"]


def test_a_text_longer_than_any_report_is_told_at_once(good: Path, capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    (good.parent / "dump.txt").write_text("The ministers met again and agreed on little. " * 100_000, encoding="utf-8")
    status, record, _ = account(good.parent, capsysbinary=capsysbinary)
    assert status == 1
    assert [report["path"] for report in record["reports"]] == ["good.txt"]
    assert "more than any report" in record["problems"][0]["reason"]
