"""What a story's reports should yield: expected.json, with its anchors turned into places in the reports."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from msgspec import Struct

HERE = Path(__file__).parent
Entry = dict[str, Any]  # one object of expected.json; README.md says what it may hold


class Place(Struct, frozen=True):
    """Stretches of one report's text, as code points; the report by its id in expected.json."""

    report: str
    ranges: tuple[tuple[int, int], ...]

    @property
    def size(self) -> int:
        return sum(end - start for start, end in self.ranges)


class AnchorError(ValueError):
    """An anchor that does not occur in its report, or not so often."""


class Expected:
    """One story folder: `data` is expected.json, `texts` the reports' texts by their ids there."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.data: Entry = json.loads((folder / "expected.json").read_text("utf-8"))
        self.files = {report["file"]: report["id"] for report in self.data["reports"]}
        self.texts = {id: (folder / "reports" / file).read_bytes().decode() for file, id in self.files.items()}

    def place(self, anchor: Entry | list[Entry] | None, report: str | None = None) -> Place | None:
        """Find an anchor, or several of one report, in the text; null stays None."""
        anchors = anchor if isinstance(anchor, list) else [anchor] if anchor else []
        if not anchors:
            return None
        where = report or anchors[0]["report"]
        return Place(where, tuple(self.range_of(each, where) for each in anchors))

    def range_of(self, anchor: Entry, report: str) -> tuple[int, int]:
        """Find the nth occurrence of an anchor's text that is not cut out of a longer word; AnchorError if none."""
        piece, nth = anchor["text"], anchor.get("nth", 1)
        for found, start in enumerate(occurrences(piece, self.texts[report]), 1):
            if found == nth:
                return start, start + len(piece)
        raise AnchorError(f"{self.folder.name}, {report}: no occurrence {nth} of {piece!r}")

    def passages(self, report: Entry) -> Iterator[tuple[int, int, frozenset[str]]]:
        """Yield (start, end, admissible roles) of each passage in order; together they cover the non-blank lines."""
        text = self.texts[report["id"]]
        lines = list(non_blank_lines(text))
        for (start, end), passage in zip(lines, report["passages"], strict=True):
            parts = passage.get("parts") or [passage]
            starts = [_part_start(text, part["text"], start, end) for part in parts]
            if starts[0] != start:
                raise AnchorError(f"{report['id']}: a line does not begin with {parts[0]['text']!r}")
            for part, begin, finish in zip(parts, starts, [*starts[1:], end], strict=True):
                yield begin, finish, frozenset({part["role"], *part.get("also", ())})


def occurrences(piece: str, text: str) -> Iterator[int]:
    """Yield where a piece occurs as words of its own: `he` in "the man he saw" → 8."""
    start = text.find(piece)
    while start >= 0:
        before, after = text[start - 1 : start], text[start + len(piece) : start + len(piece) + 1]
        if not (before.isalnum() and piece[0].isalnum()) and not (after.isalnum() and piece[-1].isalnum()):
            yield start
        start = text.find(piece, start + 1)


def non_blank_lines(text: str) -> Iterator[tuple[int, int]]:
    """Yield start and end of each line that holds more than white space, without the space at its ends."""
    start = 0
    for line in text.splitlines(keepends=True):
        if line.strip():
            first = start + len(line) - len(line.lstrip())
            yield first, first + len(line.strip())
        start += len(line)


def _part_start(text: str, piece: str, start: int, end: int) -> int:
    found = text.find(piece, start, end)
    if found < 0:
        raise AnchorError(f"no {piece!r} in the line {text[start:end][:60]!r}")
    return found


def story_folders(root: Path = HERE) -> list[Path]:
    """Return the folders that hold an expected.json, in order; those kept back in blind/ are not looked for here."""
    return sorted(path.parent for path in root.glob("*/expected.json"))
