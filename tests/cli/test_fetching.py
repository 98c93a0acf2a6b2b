import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from accord.cli.main import main

pytest.importorskip("httpx")
from tests.read.hosts import ANSWERS, HTML, serve

STORY = """<html><head><title>Treaty on river water signed</title></head><body><article>
<h1>Treaty on river water signed</h1>
<p>The two countries signed the treaty on Tuesday, and a commission of {} members will meet twice a year, officials
said.</p>
<p>“We will keep the river alive,” President Alma Serik told reporters after the signing in the capital.</p>
</article></body></html>"""
FAST = ["--allow-private", "--pause", "0"]


@pytest.fixture(scope="module")
def host() -> Iterator[str]:
    with serve() as address:
        yield address


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setitem(ANSWERS, "/story", (200, STORY.format(12).encode(), HTML))
    return tmp_path


def test_pages_are_fetched_and_told(host: str, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "list.txt").write_text(f"{host}/story\n{host}/missing\n")
    assert main(["fetch", *FAST, "list.txt", host + "/moved", "none.txt"]) == 1
    out, err = capsys.readouterr()
    assert [line.split()[-1] for line in out.splitlines()] == [host + "/story", host + "/page"]
    assert f"{host}/missing: answers with status 404" in err
    assert "none.txt: can't be read" in err
    assert (folder / "pages.warc.gz").exists()


def test_nothing_fetched_is_an_error(host: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["fetch", "-q", *FAST, host + "/missing"]) == 2
    assert capsys.readouterr().err == "accord: no page could be fetched\n"


def test_an_address_is_an_input_and_its_page_is_kept_beside_the_account(
    host: str, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["account", *FAST, host + "/story", "-o", "out/account.json", "-o", "out/account.md"]) == 0
    record = json.loads((folder / "out" / "account.json").read_bytes())
    (report,) = record["reports"]
    assert (report["path"], report["url"]) == ("account.warc.gz#2", host + "/story")
    assert "1 of 1 pages kept in out/account.warc.gz" in capsys.readouterr().err
    again = folder / "again.json"
    assert main(["account", "-q", "out/account.warc.gz", "-o", str(again)]) == 0
    assert json.loads(again.read_bytes()) == record


def test_an_address_that_cant_be_had_is_a_problem_of_the_account(host: str, folder: Path) -> None:
    assert main(["account", "-q", *FAST, host + "/story", host + "/bomb", "-o", "account.json"]) == 1
    (problem,) = json.loads((folder / "account.json").read_bytes())["problems"]
    assert problem["path"] == host + "/bomb"
    assert "decompresses to more than 20 MB" in problem["reason"]


@pytest.mark.parametrize("path", ["/paper.html", "/picture.html", "/empty"])
def test_what_is_no_page_is_kept_and_told(path: str, host: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["account", "-q", *FAST, host + path]) == 2
    assert "pages.warc.gz#2" in capsys.readouterr().err


def test_nothing_is_fetched_from_this_machine_unless_allowed(host: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["analyse", "-q", host + "/story"]) == 2
    assert main(["verify", "account.json", host + "/story"]) == 2


def test_only_what_is_asked_for_is_read_of_what_was_kept(host: str, capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    main(["fetch", "-q", *FAST, host + "/page"])
    assert main(["analyse", "-q", *FAST, host + "/story"]) == 0
    (line,) = capsysbinary.readouterr().out.splitlines()
    assert json.loads(line)["report"]["url"] == host + "/story"


def test_a_page_that_was_changed_in_silence_is_one_report_and_the_change_is_told(
    host: str, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    command = ["account", "-q", *FAST, host + "/story", "-o", "account.json", "-o", "account.md"]
    assert main(command) == 0
    monkeypatch.setitem(ANSWERS, "/story", (200, STORY.format(14).encode(), HTML))
    assert main(command) == 0
    record = json.loads((folder / "account.json").read_bytes())
    assert [report["path"] for report in record["reports"]] == ["account.warc.gz#4"]
    (version,) = record["versions"]
    (edit,) = version["changes"][0]["edits"]
    assert (edit["kind"], edit["before"]["text"], edit["after"]["text"]) == ("figure", "12", "14")
    assert all(point["independent_origins"] == 1 and len(point["readings"]) == 1 for point in record["points"])
    assert "figure: “12” → “14”" in (folder / "account.md").read_text(encoding="utf-8")
    assert main(["verify", "account.json", "account.warc.gz"]) == 0
