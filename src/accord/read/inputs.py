"""What a user names on the command line → inputs with their bytes and what is known of them from outside."""

import os
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from glob import has_magic
from itertools import chain
from pathlib import Path
from typing import BinaryIO

import msgspec
from msgspec import Struct

from accord.model.problems import Problem
from accord.model.reports import Source
from accord.read.containers import read_container
from accord.read.jsonlines import read_lines
from accord.read.kinds import HEAD, find_kind, is_input
from accord.read.metadata import METADATA_FILE, Metadata, load_metadata
from accord.read.names import Names
from accord.read.packing import CHUNK, as_stream
from accord.text.urls import is_address

STDIN = "-"

Found = Iterator[Source | Problem]


class _File(Struct, frozen=True):
    """A file as it was found: where it is, how it is shown, and what is known of it."""

    place: Path
    shown: str
    known: Metadata


def stream_sources(
    arguments: Sequence[str], stdin: BinaryIO | None = None, *, only: Mapping[Path, Collection[str]] | None = None
) -> Found:
    """Yield the inputs that the arguments name, file by file in the order of their paths, and what gave none.

    An argument is a file of any kind that is read here, a folder (its texts, pages, feeds and archives, at any depth),
    a glob pattern, or `-` for stdin. Paths are relative to the deepest folder that all named files share, so that the
    record does not depend on where the program runs; a lone file goes by its name. `reports.toml` beside the files
    adds what is known of them. Every id is unique. No more than one input is held at a time. `only` names the
    addresses that are read of a WARC file. Nothing is fetched: an address is a Problem here.
    """
    addresses = [argument for argument in arguments if is_address(argument)]
    files, problems = _find_files([one for one in arguments if one != STDIN and not is_address(one)])
    yield from (Problem("read", "is an address, and nothing is fetched here", path=one) for one in addresses)
    yield from problems
    names = Names([file.shown for file in files])
    for file in files:
        yield from names.check(_read_file(file, (only or {}).get(file.place)))
    if STDIN in arguments and stdin is not None:
        yield from names.check(_read_stdin(stdin))


def find_sources(
    arguments: Sequence[str], stdin: BinaryIO | None = None
) -> tuple[tuple[Source, ...], tuple[Problem, ...]]:
    """Return all inputs that the arguments name at once, and a Problem for each that gave none, sorted."""
    found = list(stream_sources(arguments, stdin))
    problems = [one for one in found if isinstance(one, Problem)]
    return tuple(one for one in found if isinstance(one, Source)), tuple(sorted(problems, key=msgspec.json.encode))


def _find_files(arguments: Iterable[str]) -> tuple[list[_File], list[Problem]]:
    """Return each named file once, in the order of what is shown of them, and what is wrong with the naming."""
    files, nothing = _match_all(arguments)
    root = _shared_folder([path for path, _ in [*files, *nothing]])
    metadata, bad = load_metadata(sorted({path.parent for path, _ in files}))
    told = [Problem("read", reason, path=_relative(path, root)) for path, reason in [*nothing, *bad, *files] if reason]
    found = [_File(path, _relative(path, root), metadata.get(path, Metadata())) for path, _ in files]
    return sorted(found, key=lambda file: file.shown), told


def _match_all(arguments: Iterable[str]) -> tuple[list[tuple[Path, str]], list[tuple[Path, str]]]:
    """Each named file once with a note where it was named twice, and what names none with the reason."""
    named: Counter[Path] = Counter()
    problems: dict[Path, str] = {}
    for argument in arguments:
        place = Path(os.path.abspath(argument))  # noqa: PTH100 - pathlib's own way would follow links
        if place.is_dir():
            found = [path for path in place.rglob("*") if is_input(path.relative_to(place)) and path.is_file()]
            reason = "folder without reports: no text, page, feed or archive in it"
        elif not place.exists() and has_magic(argument):
            found = _match(place)
            reason = "no file matches this pattern"
        else:
            found, reason = [place], ""
        named.update(found)
        if not found:
            problems[place] = reason
    files = _once(path for path in named.elements() if path.name != METADATA_FILE)
    return files, sorted(problems.items())


def _match(pattern: Path) -> list[Path]:
    """Files that an absolute pattern names."""
    root = Path(pattern.anchor)
    return [path for path in sorted(root.glob(str(pattern.relative_to(root)))) if path.is_file()]


def _once(paths: Iterable[Path]) -> list[tuple[Path, str]]:
    """Drop second namings, those through links too; note them."""
    first: dict[Path, Path] = {}
    again: set[Path] = set()
    for path in sorted(paths):
        real = path.resolve()
        if real in first:
            again.add(real)
        else:
            first[real] = path
    return [(path, "named more than once, read once" if real in again else "") for real, path in first.items()]


def _shared_folder(paths: Sequence[Path]) -> Path:
    """`/a/b/x.txt`, `/a/c/y.txt` → `/a`."""
    return Path(os.path.commonpath([path.parent for path in paths])) if paths else Path()


def _relative(path: Path, root: Path) -> str:
    return path.relative_to(root).as_posix() if path.is_relative_to(root) else path.name


def _read_file(file: _File, only: Collection[str] | None) -> Found:
    known = Source(path=file.shown, **msgspec.structs.asdict(file.known))
    try:
        if not file.place.exists():
            yield Problem("read", "no such file", path=file.shown)
        elif not file.place.is_file():
            yield Problem("read", "is no regular file", path=file.shown)
        else:
            with file.place.open("rb") as stream:
                yield from read_container(stream, known, only=only)
    except OSError as error:
        yield Problem("read", f"can't be read: {error.strerror}", path=file.shown)


def _read_stdin(stream: BinaryIO) -> Found:
    """Read JSON lines, or a page, feed or archive that another program wrote."""
    head = stream.read(HEAD)
    whole = as_stream(chain([head], iter(lambda: stream.read(CHUNK), b"")))
    if find_kind(head, STDIN) in ("json", "lines", "text"):
        yield from read_lines(whole, STDIN)
    else:
        yield from read_container(whole, Source(path=STDIN))
