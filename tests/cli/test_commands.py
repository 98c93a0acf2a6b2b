import io
import json
import sys
from pathlib import Path

import jsonschema
import pytest

from accord.cli.main import main
from accord.publish.formats import FORMATS
from accord.publish.schema import schema_json
from tests.cli.test_bad_inputs import GOOD

OTHER = """Treaty on river water signed

“We will keep the river alive,” President Serik told reporters on Tuesday.

The two countries signed the treaty on Tuesday, and a commission of 14 members will meet twice a year, officials said.
"""


@pytest.fixture
def story(tmp_path: Path) -> Path:
    (tmp_path / "one.txt").write_text(GOOD, encoding="utf-8")
    (tmp_path / "two.txt").write_text(OTHER, encoding="utf-8")
    (tmp_path / "reports.toml").write_text(
        '[[report]]\nfile = "two.txt"\noutlet = "The Wire"\npublished = "2031-05-06"\n'
    )
    return tmp_path


def test_a_story_becomes_an_account_that_keeps_its_schema(
    story: Path, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    assert main(["account", "-q", "-f", "json", str(story)]) == 0
    record = json.loads(capsysbinary.readouterr().out)
    jsonschema.validate(record, json.loads(schema_json()))
    assert [report["path"] for report in record["reports"]] == ["one.txt", "two.txt"]
    assert record["reports"][1]["outlet"] == "The Wire"
    assert record["reports"][1]["published_from"] == "metadata"


def test_outputs_are_written_by_their_names(story: Path) -> None:
    out = story / "out"
    names = ["account.html", "account.json", "account.md"]
    assert (
        main(["account", "-q", str(story / "one.txt"), *(part for name in names for part in ("-o", str(out / name)))])
        == 0
    )
    assert (out / "account.html").read_text(encoding="utf-8").lower().startswith("<!doctype html>")
    assert json.loads((out / "account.json").read_bytes())["schema"] == "accord/1"
    assert (out / "account.md").read_text(encoding="utf-8").startswith("# ")
    assert {path.name for path in out.iterdir()} == set(names)


def test_verify_says_whether_it_holds(story: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = story / "account.json"
    assert main(["account", "-q", str(story / "one.txt"), "-o", str(path)]) == 0
    assert main(["verify", str(path), str(story / "one.txt")]) == 0
    path.write_text(
        path.read_text(encoding="utf-8").replace("River states sign water treaty", "River states sink water treaty")
    )
    capsys.readouterr()
    assert main(["verify", str(path)]) == 1
    assert "sha256" in capsys.readouterr().out


def test_analyse_prints_an_object_a_report(story: Path, capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    assert main(["analyse", "--format", "jsonl", "-q", str(story / "one.txt"), str(story / "two.txt")]) == 0
    lines = [json.loads(line) for line in capsysbinary.readouterr().out.splitlines()]
    assert [line["schema"] for line in lines] == ["accord-analysis/1"] * 2
    assert [line["report"]["text"] for line in lines] == [GOOD, OTHER]
    assert {
        "passages",
        "times",
        "figures",
        "attributions",
        "actors",
        "events",
        "commitments",
        "relations",
        "problems",
    } <= set(lines[0])


def test_json_lines_on_stdin(monkeypatch: pytest.MonkeyPatch, capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    line = json.dumps({"id": "wire-7", "text": GOOD, "outlet": "The Wire", "url": "https://example.org/7"})
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(line.encode())))
    assert main(["account", "-q", "-f", "json", "-"]) == 0
    (report,) = json.loads(capsysbinary.readouterr().out)["reports"]
    assert (report["id"], report["outlet"], report["url"]) == ("wire-7", "The Wire", "https://example.org/7")


@pytest.mark.parametrize("name", ["json", "html", "markdown"])
def test_export_gives_what_account_gives(name: str, story: Path, capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    path = story / "account.json"
    main(["account", "-q", str(story / "one.txt"), "-o", str(path)])
    assert main(["export", str(path), "-f", name]) == 0
    exported = capsysbinary.readouterr().out
    assert main(["account", "-q", str(story / "one.txt"), "-f", name]) == 0
    assert capsysbinary.readouterr().out == exported


def test_the_schema_is_printed(capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    assert main(["schema"]) == 0
    assert json.loads(capsysbinary.readouterr().out) == json.loads(schema_json())


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["verify", "missing.json"], "missing.json can't be read"),
        (["export", "missing.json", "-f", "html"], "missing.json can't be read"),
        (["account", "missing.txt"], "missing.txt: no such file"),
    ],
)
def test_a_users_mistake_is_one_line(arguments: list[str], told: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([*arguments]) == 2
    err = capsys.readouterr().err
    assert told in err
    assert "Traceback" not in err


@pytest.mark.parametrize(
    "arguments", [[], ["collate"], ["account"], ["account", "x", "-j", "0"], ["export", "x", "-f", "pdf"]]
)
def test_a_command_that_cant_be_understood(arguments: list[str]) -> None:
    with pytest.raises(SystemExit) as stop:
        main(arguments)
    assert stop.value.code == 2


def test_every_format_has_a_line_in_the_help(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["export", "--help"])
    out = capsys.readouterr().out
    assert all(name in out for name in FORMATS)


def test_errors_for_programs(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--json", "verify", "missing.json"]) == 2
    told = json.loads(capsys.readouterr().err)
    assert told["error"] == "InputError"
    assert "missing.json" in told["reason"]


@pytest.mark.parametrize("shell", ["bash", "zsh", "tcsh"])
def test_completion_knows_the_commands(shell: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["completion", shell]) == 0
    out = capsys.readouterr().out
    assert all(command in out for command in ("account", "analyse", "verify", "export"))


@pytest.mark.parametrize("name", sorted(name for name, form in FORMATS.items() if form.read_spans))
def test_verify_checks_the_spans_of_an_export(name: str, story: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path, export = story / "account.json", story / "export"
    main(["account", "-q", str(story / "one.txt"), "-o", str(path)])
    assert main(["export", str(path), "-f", name, "-o", str(export)]) == 0
    assert main(["verify", str(path), "-e", f"{name}={export}"]) == 0
    other = story / "other.json"
    main(["account", "-q", str(story / "two.txt"), "-o", str(other)])
    capsys.readouterr()
    assert main(["verify", str(other), "-e", f"{name}={export}"]) == 1
    assert f"{name}={export}: " in capsys.readouterr().out


@pytest.mark.parametrize("export", ["csv", "html=x", "nothing=x"])
def test_an_export_that_carries_no_spans(export: str, story: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = story / "account.json"
    main(["account", "-q", str(story / "one.txt"), "-o", str(path)])
    assert main(["verify", str(path), "-e", export]) == 2
    assert "FORMAT=FILE" in capsys.readouterr().err
