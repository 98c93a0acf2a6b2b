"""JSON lines → inputs: one object a line with `id`, `text`, and any of outlet, url, published, language."""

import json
from typing import BinaryIO

import msgspec

from accord.errors import InputError
from accord.model.problems import Problem
from accord.model.reports import Source
from accord.read.decoding import LARGEST, decode
from accord.read.metadata import KEYS, check_values

NAME = "-"  # as the user names the stream


def read_lines(stream: BinaryIO) -> tuple[list[Source], list[Problem]]:
    """Return the reports of a stream of JSON lines and a Problem for each line that is none; blank lines are nothing.

    The path of a report is `-:` and its id, that of a bad line `-:` and its number.
    """
    sources: list[Source] = []
    problems: list[Problem] = []
    seen: set[tuple[str, str | None]] = set()
    for number, line in enumerate(stream, 1):
        if not line.strip():
            continue
        try:
            source, wrong = read_line(line, number)
        except InputError as error:
            problems.append(Problem("read", str(error), path=f"{NAME}:{number}"))
            continue
        problems += [Problem("read", f"line {number}: {reason}", path=source.path) for reason in wrong]
        if (source.path, source.text) in seen:
            problems.append(Problem("read", f"line {number}: the same report again, read once", path=source.path))
            continue
        seen.add((source.path, source.text))
        sources.append(source)
    if not sources and not problems:
        problems.append(Problem("read", "no JSON line came in", path=NAME))
    return sources, problems


def read_line(line: bytes, number: int) -> tuple[Source, list[str]]:
    """Return the report of one JSON line and what of its metadata can't be used; InputError where it is no report.

    A line without `id` gets its number.

    >>> read_line(b'{"id": "a", "text": "Talks ended.", "outlet": "The Herald"}', 1)[0].outlet
    'The Herald'
    """
    if len(line) >= LARGEST:
        raise InputError(f"{len(line) / 1e6:.0f} MB, over the limit of {LARGEST / 1e6:.0f} MB")
    try:
        entry = json.loads(decode(line)[0])
    except (ValueError, RecursionError) as error:
        raise InputError(f"is no JSON: {error}") from error
    if not isinstance(entry, dict) or not isinstance(entry.get("text"), str):
        raise InputError("is no report: an object with id and text is asked for")
    name = entry.get("id")
    if name is not None and not isinstance(name, str | int):
        raise InputError("is no report: its id is neither text nor a number")
    values, wrong = check_values({key: entry[key] for key in KEYS if key in entry})
    own = str(name).encode("utf-8", "replace").decode() if name not in (None, "") else str(number)
    return msgspec.convert({**values, "path": f"{NAME}:{own}", "text": entry["text"], "id": own}, Source), wrong
