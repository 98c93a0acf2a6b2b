"""Builds an account from a folder: reports as .txt and account.toml, where a span is a quoted text to be searched."""

import hashlib
import re
import tomllib
from functools import cache
from pathlib import Path
from typing import Any

import msgspec

from accord.model.accounts import Account

HERE = Path(__file__).parent


@cache
def summit() -> Account:
    """The account of five invented reports about a summit in Arusha, with every section filled."""
    return account_in(HERE / "summit")


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
