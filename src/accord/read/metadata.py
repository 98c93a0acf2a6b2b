"""`reports.toml` beside the files: what is known of reports from outside their text."""

import re
import tomllib
from collections.abc import Iterable
from datetime import date
from pathlib import Path

from msgspec import Struct

METADATA_FILE = "reports.toml"
KEYS = ("outlet", "url", "published", "language")
_DAY = r"\d{4}(?:-\d\d(?:-\d\d(?:T\d\d:\d\d(?::\d\d)?(?:Z|[+-]\d\d:?\d\d)?)?)?)?[~?%]?"
_EDTF = re.compile(rf"(?:{_DAY})|(?:{_DAY}|\.\.)?/(?:{_DAY}|\.\.)?")

Reasons = list[tuple[Path, str]]


class Metadata(Struct, frozen=True):
    """What is known of one report beside its text; `published` is EDTF."""

    outlet: str | None = None
    url: str | None = None
    published: str | None = None
    language: str | None = None


def load_metadata(folders: Iterable[Path]) -> tuple[dict[Path, Metadata], Reasons]:
    """Return what the `reports.toml` of each folder says, by file, and what is wrong with them, a line each."""
    known: dict[Path, Metadata] = {}
    reasons: Reasons = []
    for folder in folders:
        path = folder / METADATA_FILE
        if not path.is_file():
            continue
        try:
            entries = tomllib.loads(path.read_text(encoding="utf-8-sig")).get("report", [])
        except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
            reasons.append((path, f"can't be understood, so nothing in it is used: {error}"))
            continue
        for entry in entries if isinstance(entries, list) else [entries]:
            reasons += [(path, reason) for reason in _take_entry(entry, folder, known)]
    return known, reasons


def _take_entry(entry: object, folder: Path, known: dict[Path, Metadata]) -> list[str]:
    """Add one `[[report]]`; return what is wrong with it."""
    if not isinstance(entry, dict) or not isinstance(entry.get("file"), str):
        return ['a [[report]] without file = "…" is left out']
    file = entry["file"]
    values, wrong = check_values({key: value for key, value in entry.items() if key != "file"})
    if not (folder / file).is_file():
        wrong.append("there is no such file")
    known[folder / file] = Metadata(**values)
    return [f"{file}: {reason}" for reason in wrong]


def check_values(entry: dict[str, object]) -> tuple[dict[str, str], list[str]]:
    """Keep what can be used of a report's metadata; say what can't.

    >>> check_values({"outlet": "The Herald", "published": "yesterday", "mood": "good"})
    ({'outlet': 'The Herald'}, ["published = 'yesterday' is no EDTF date", 'mood is not known here'])
    """
    values: dict[str, str] = {}
    wrong: list[str] = []
    for key, value in entry.items():
        text = value.isoformat() if isinstance(value, date) else value
        if key not in KEYS:
            wrong.append(f"{key} is not known here")
        elif text is None or text == "":
            continue
        elif not isinstance(text, str):
            wrong.append(f"{key} = {value!r} is no text")
        elif key == "published":
            if edtf := as_edtf(text):
                values[key] = edtf
            else:
                wrong.append(f"published = {text!r} is no EDTF date")
        else:
            values[key] = text
    return values, wrong


def as_edtf(value: str) -> str | None:
    """Read a day, a time or an interval as EDTF level 1; None for what is none.

    >>> as_edtf("2023-12-13 06:19:00+00:00"), as_edtf("2023-12~"), as_edtf("13/12/2023")
    ('2023-12-13T06:19:00Z', '2023-12~', None)
    """
    text = re.sub(r"(?<=\d\d)[ T](?=\d\d:)", "T", value.strip())
    text = re.sub(r"(?<=:\d\d)\.\d+", "", text)
    text = re.sub(r"[+-]00:?00$", "Z", text)
    text = re.sub(r"([+-]\d\d)(\d\d)$", r"\1:\2", text) if "T" in text else text
    return text if _EDTF.fullmatch(text) and text != "/" else None
