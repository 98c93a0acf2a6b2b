"""Markdown, plain text and brat."""

import re

import msgspec

from accord.model.accounts import Account
from accord.model.points import UNSAID, Difference, Point
from accord.model.spans import Span
from accord.model.versions import Change, Edit, Version
from accord.publish.archives import unpack
from accord.publish.brat import to_brat
from accord.publish.lookups import Lookup
from accord.publish.markdown import to_markdown
from accord.publish.page.documents import to_html
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


def test_markdown_shows_a_piece_within_its_statement() -> None:
    account = summit()
    point = next(each for each in account.points if len(each.readings) > 1)
    reading = point.readings[0]
    report = next(each for each in account.reports if each.id == reading.span.report)
    whole = report.span(reading.span.start, reading.span.end + 30)
    pieced = msgspec.structs.replace(reading, within=whole)
    changed = msgspec.structs.replace(point, readings=(pieced, *point.readings[1:]))
    points = tuple(changed if each.id == point.id else each for each in account.points)
    text = to_markdown(msgspec.structs.replace(account, points=points))
    piece, rest = " ".join(reading.span.text.split()), " ".join(whole.text[len(reading.span.text) :].split())
    assert re.search(rf":\*\* \*{re.escape(piece)}\* ?{re.escape(rest)}$", text, re.MULTILINE)


def test_what_some_alone_say_is_told_without_what_others_lack() -> None:
    account = summit()
    point = next(each for each in account.points if len({reading.span.report for reading in each.readings}) > 1)
    one, other = (next(r.span for r in point.readings if r.span.report == report) for report in _reports(point)[:2])
    finer = Difference("precision", (one.report, other.report), (one, other), ("in Arusha", UNSAID), True, "")
    changed = msgspec.structs.replace(point, differences=(finer,))
    points = tuple(changed if each.id == point.id else each for each in account.points)
    text = to_markdown(msgspec.structs.replace(account, points=points))
    assert f"precision: in Arusha (only {Lookup(account).label(one.report)})\n" in text
    assert UNSAID not in text


def _reports(point: Point) -> list[str]:
    return list(dict.fromkeys(reading.span.report for reading in point.readings))


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


def changed() -> Account:
    """The summit with an earlier version of its first report, in which a figure and a line were others."""
    made = summit()
    latest = made.reports[0]
    line = next(each.span for each in made.passages if each.span.report == latest.id and each.role == "body")
    earlier = msgspec.structs.replace(latest, id="before", captured="2024-11-29T08:00:00Z")
    old, new = (Span(name, line.start, line.start + 3, line.text[:3]) for name in ("before", latest.id))
    before = msgspec.structs.replace(line, report="before")
    changes = (Change("rewritten", before, line, (Edit("figure", old, new),)), Change("removed", before, None))
    version = Version(latest.id, earlier, latest.id, changes)
    return msgspec.structs.replace(made, versions=(version,))


def test_what_changed_between_versions_is_told_and_that_no_note_says_so() -> None:
    told = to_markdown(changed())
    assert "## Changed between versions" in told
    assert "no new note tells of it" in told
    assert "- rewritten: figure: “" in told
    assert "CHANGED BETWEEN VERSIONS" in to_text(changed())
    assert max(map(len, to_text(changed()).splitlines())) <= 72
    page = to_html(changed())
    assert 'id="changed"' in page
    assert "<del>" in page
    assert "<ins>" in page
