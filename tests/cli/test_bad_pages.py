"""Pages, feeds and archives that were made to break a reader: a clear line each, and the report beside goes through."""

import gzip
import io
import json
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from accord.cli.main import main
from tests.cli.test_bad_inputs import GOOD
from tests.read.test_archives import response
from tests.read.test_feeds import BOMB

PARAGRAPH = "<p>The presidents of two river states signed a treaty on sharing water, officials said.</p>"
PAGE = f"<html><body><article><h1>River treaty signed</h1>{PARAGRAPH * 4}</article></body></html>"
# a bomb of 200 MB would cost the tests a second: to what is unpacked whole, 30 MB are one
NOUGHT = bytes(30_000_000)


def zipped(**files: bytes) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return buffer.getvalue()


REFUSED: dict[str, tuple[Callable[[], bytes], str]] = {
    "bomb.html.gz": (lambda: gzip.compress(NOUGHT), "over the limit of 20 MB"),
    "bomb.zip": (lambda: zipped(**{"a.html": NOUGHT}), "over the limit of 20 MB"),
    "bomb.warc": (lambda: response(gzip.compress(NOUGHT), "Content-Encoding: gzip"), "decompresses to more than 20 MB"),
    "laughs.xml": (lambda: BOMB, "declares XML entities"),
    "large.html": (lambda: b"<html><p>" + bytes(100_000_000), "over the limit of 20 MB"),
    "paper.html": (lambda: b"%PDF-1.7\n" + bytes(500), "is a PDF"),
    "picture.html": (lambda: b"\x89PNG\r\n\x1a\n" + bytes(500), "is a picture"),
    "empty.html": (lambda: b"", "is empty"),
    "blank.html": (lambda: b"<html><body></body></html>", "holds no text"),
    "script.html": (lambda: b"<html><body><script>write()</script></body></html>", "scripts write this page"),
    "nul.html": (lambda: b"<html>" + bytes(1000), "holds no"),
    "cut.warc.gz": (lambda: gzip.compress(response(PAGE.encode()))[:-30], "breaks off"),
    "nested.xml": (lambda: b"<rss>" + b"<a>" * 100_000, "nested more than 200"),
    "office.docx": (lambda: zipped(**{"[Content_Types].xml": b"<x/>"}), "office document"),
    "broken.json": (lambda: b'{"text": "a", ', "is no JSON"),
    "deep.json": (lambda: b'{"a":' * 100_000, "is no JSON"),
    "list.json": (lambda: b'[{"text": "Talks end."}, {"text": ', "breaks off after 1"),
}
READ: dict[str, Callable[[], bytes]] = {
    "tags.html": lambda: (PAGE + "<div>" * 1_000_000).encode(),
    "attribute.html": lambda: PAGE.replace("<article>", f'<article title="{"x" * 1_000_000}">').encode(),
    "unclosed.html": lambda: (
        PAGE.replace("</p>", "").replace("</h1>", "").removesuffix("</article></body></html>").encode()
    ),
    "charset.html": lambda: PAGE.replace("<body>", "<meta charset=utf-8>“Voilà”, dit-il.").encode("cp1252"),
    "wrong.html": lambda: PAGE.replace("<body>", "<meta charset=utf-16>“Voilà”, dit-il.").encode(),
    "nul-inside.html": lambda: PAGE.replace("river", "ri\x00ver").encode(),
    "feed.xml": lambda: PAGE.encode(),
    "page.txt": lambda: PAGE.encode(),
    "wide.html": lambda: PAGE.encode("utf-16"),
    "packed.html": lambda: gzip.compress(PAGE.encode()),
}


def account(
    folder: Path, name: str, data: bytes, capsysbinary: pytest.CaptureFixture[bytes]
) -> dict[str, list[dict[str, str]]]:
    (folder / "good.txt").write_text(GOOD, encoding="utf-8")
    (folder / name).write_bytes(data)
    main(["account", "--format", "json", "-q", "-j", "1", str(folder / "good.txt"), str(folder / name)])
    record: dict[str, list[dict[str, str]]] = json.loads(capsysbinary.readouterr().out)
    return record


@pytest.mark.parametrize("name", REFUSED)
def test_what_can_be_no_report_is_told(name: str, tmp_path: Path, capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    make, reason = REFUSED[name]
    record = account(tmp_path, name, make(), capsysbinary)
    assert "good.txt" in [report["path"] for report in record["reports"]]
    problems = [problem for problem in record["problems"] if problem.get("path", "").startswith(name)]
    assert reason in problems[-1]["reason"]
    assert all("\n" not in problem["reason"] for problem in problems)


@pytest.mark.parametrize("name", READ)
def test_what_is_only_odd_is_read(name: str, tmp_path: Path, capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    record = account(tmp_path, name, READ[name](), capsysbinary)
    texts = {report["path"]: report["text"] for report in record["reports"]}
    assert "signed a treaty on sharing water, officials said." in texts[name]
