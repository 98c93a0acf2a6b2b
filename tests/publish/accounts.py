"""Builds an account from a folder: reports as .txt and account.toml, where a span is a quoted text to be searched."""

import hashlib
import re
import tomllib
from functools import cache
from pathlib import Path
from typing import Any

import msgspec

from accord.model.accounts import Account, StoryHead
from accord.model.findings import Actor, Attribution, Office
from accord.model.points import Difference, Point, Reading
from accord.model.problems import Problem
from accord.model.reports import Passage, Report

HERE = Path(__file__).parent


@cache
def summit() -> Account:
    """The account of five invented reports about a summit in Arusha, with every section filled."""
    return account_in(HERE / "summit")


HOSTILE = (
    "</title></style></script><script>window.hit = 1</script>",
    "<img src=x onerror='window.hit = 1'> <a href=\"javascript:window.hit=1\">here</a> <svg onload=window.hit=1>",
    "<!-- &lt;b&gt; &amp;amp; {{7*7}} ${7*7} ]]>",
    "right \u202eto left and never back",
    "\u2066\u2067isolates that nobody closes\u202d",
    "w" * 10_000,
    "a\x00b\x07c\x1b[31md\x85e\ufffef",
    'הנשיא אמר "שלום" — \u200fقال الرئيس',
)


def hostile() -> Account:
    """An account whose every string attacks the page: two reports of the same lines, each line a disputed point."""
    text = "\n".join(HOSTILE)
    reports = []
    for name in ("one <script>window.hit=1</script>", 'two" onclick="window.hit=1'):
        digest = hashlib.sha256(text.encode()).hexdigest()
        path, url = f"{HOSTILE[0]}.txt", "javascript:window.hit=1"
        reports.append(
            Report(name, path, digest, text, outlet=HOSTILE[1], url=url, authors=HOSTILE[:2], language='"><b>')
        )
    lines = {
        report.id: [report.span(text.index(line), text.index(line) + len(line)) for line in HOSTILE]
        for report in reports
    }
    passages = tuple(Passage(span, "body") for spans in lines.values() for span in spans)
    said = tuple(Attribution(f"a {n}", (span,), "direct", span) for n, span in enumerate(lines[reports[0].id]))
    points = []
    for number, pair in enumerate(zip(*lines.values(), strict=True)):
        readings = (Reading(pair[0], HOSTILE[:2], f"a {number}"), Reading(pair[1], (HOSTILE[3],)))
        difference = Difference("wording", tuple(lines), pair, (HOSTILE[0], HOSTILE[4]), False, HOSTILE[1])
        points.append(Point(f'p"{number}', pair[0], readings, "disputed", 2, (difference,), HOSTILE[:3]))
    return Account(
        StoryHead("s", HOSTILE[0], "<i>", '"'),
        tuple(reports),
        passages,
        actors=(Actor("n <b>", HOSTILE[1], "person", HOSTILE, (Office(HOSTILE[0], HOSTILE[1]),), (passages[0].span,)),),
        attributions=said,
        points=tuple(points),
        problems=(Problem("<b>", HOSTILE[0], path=HOSTILE[1]),),
    )


def repeated(times: int) -> Account:
    """The invented summit told by many times five outlets: each point has readings of all of them."""
    record = msgspec.json.decode(msgspec.json.encode(summit()))
    lists = [key for key, value in record.items() if isinstance(value, list)]
    made: dict[str, Any] = {"schema": "accord/1", "story": record["story"]} | {key: [] for key in lists}
    for number in range(times):
        copy = _renamed(record, {report["id"]: f"{report['id']}{number}" for report in record["reports"]})
        for report in copy["reports"]:
            report["outlet"] += f" {number}"
        for key in lists:
            made[key] += copy[key]
    merged = [dict(point, readings=[]) for point in made["points"][: len(record["points"])]]
    for number, point in enumerate(made["points"]):
        point["id"] += f"-{number}"
        merged[number % len(merged)]["readings"] += point["readings"]
    made["points"] = merged + made["points"][len(merged) :]
    return msgspec.convert(made, Account)


def _renamed(node: Any, names: dict[str, str]) -> Any:
    if isinstance(node, list):
        return [_renamed(item, names) for item in node]
    if isinstance(node, dict):
        return {key: value if key == "text" else _renamed(value, names) for key, value in node.items()}
    return names.get(node, node) if isinstance(node, str) else node


def account_in(folder: Path) -> Account:
    """Read a folder's reports and its account.toml."""
    tables = tomllib.loads((folder / "account.toml").read_text(encoding="utf-8"))
    texts = {report["id"]: (folder / f"{report['id']}.txt").read_text(encoding="utf-8") for report in tables["reports"]}
    passages = [passage for report in tables["reports"] for passage in _passages(report, texts)]
    tables["reports"] = [_report(report, texts) for report in tables["reports"]]
    # TOML has no null
    tables["times"] = [{"edtf": None} | time for time in tables["times"]]
    tables["omissions"] = [{"evidence": None} | omission for omission in tables["omissions"]]
    return msgspec.convert({"schema": "accord/1", "passages": passages} | _anchored(tables, texts), Account)


def _report(table: dict[str, Any], texts: dict[str, str]) -> dict[str, Any]:
    text, given = texts[table["id"]], {key: value for key, value in table.items() if key != "roles"}
    given["headline"] = {"in": table["id"], "text": table["headline"]}
    if table["published_from"] != "metadata":
        given["published_from"] = {"in": table["id"], "text": table["published_from"]}
    digest = hashlib.sha256(text.encode()).hexdigest()
    return given | {"path": f"reports/{table['id']}.txt", "text": text, "sha256": digest}


def _passages(table: dict[str, Any], texts: dict[str, str]) -> list[dict[str, Any]]:
    text = texts[table["id"]]
    lines = [match for match in re.finditer(r"\S[^\n]*", text)]
    roles = table["roles"].split()
    assert len(lines) == len(roles), f"{table['id']} has {len(lines)} lines and {len(roles)} roles"
    spans = [{"report": table["id"], "start": line.start(), "end": line.end(), "text": line[0]} for line in lines]
    return [{"span": place, "role": role} for place, role in zip(spans, roles, strict=True)]


def _anchored(node: Any, texts: dict[str, str]) -> Any:
    """Put a span where a table says {in, text}, anywhere below."""
    if isinstance(node, list):
        return [_anchored(item, texts) for item in node]
    if not isinstance(node, dict):
        return node
    if "in" in node:
        return _span(node["in"], texts[node["in"]], node["text"], node.get("nth", 1))
    return {key: _anchored(value, texts) for key, value in node.items()}


def _span(report: str, text: str, piece: str, nth: int) -> dict[str, Any]:
    start = -1
    for _ in range(nth):
        start = text.find(piece, start + 1)
        assert start >= 0, f"{report} has no {piece!r} number {nth}"
    return {"report": report, "start": start, "end": start + len(piece), "text": piece}
