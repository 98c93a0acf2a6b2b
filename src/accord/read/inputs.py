"""What a user names on the command line → inputs with their bytes and what is known of them from outside."""

import hashlib
import os
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from glob import has_magic
from pathlib import Path
from typing import BinaryIO

import msgspec

from accord.model.problems import Problem
from accord.model.reports import Source
from accord.read.decoding import LARGEST
from accord.read.jsonlines import read_lines
from accord.read.metadata import METADATA_FILE, Metadata, load_metadata

SUFFIXES = frozenset({".txt", ".text", ".html", ".htm", ".xhtml"})
"""What counts as a report in a folder; a file named by itself may have any suffix."""

STDIN = "-"


def find_sources(
    arguments: Sequence[str], stdin: BinaryIO | None = None
) -> tuple[tuple[Source, ...], tuple[Problem, ...]]:
    """Return the inputs that the arguments name, sorted by path, and a Problem for each that gave none.

    An argument is a file, a folder (its text files and pages, at any depth), a glob pattern, or `-` for JSON lines
    on stdin. Paths are relative to the deepest folder that all named files share, so that the record does not depend
    on where the program runs; a lone file goes by its name. `reports.toml` beside the files adds what is known of
    them. Every id is unique.
    """
    files, problems = _find_files([argument for argument in arguments if argument != STDIN])
    root = _shared_folder([path for path, _ in [*files, *problems]])
    metadata, bad_metadata = load_metadata(sorted({path.parent for path, reason in files}))
    told = [Problem("read", reason, path=_relative(path, root)) for path, reason in [*problems, *bad_metadata]]
    told += [Problem("read", reason, path=_relative(path, root)) for path, reason in files if reason]
    sources: list[Source] = []
    for path, _ in files:
        read = _read_file(path, _relative(path, root), metadata.get(path))
        if isinstance(read, Source):
            sources.append(read)
        else:
            told.append(read)
    if STDIN in arguments and stdin is not None:
        lines, bad_lines = read_lines(stdin)
        sources += lines
        told += bad_lines
    ordered = _with_ids(sorted(sources, key=lambda source: (source.path, source.id or "")))
    return ordered, (*sorted(told, key=msgspec.json.encode), *_find_copies(ordered))


def _find_files(arguments: Iterable[str]) -> tuple[list[tuple[Path, str]], list[tuple[Path, str]]]:
    """Each named file once with a note where it was named twice, and what names none with the reason."""
    named: Counter[Path] = Counter()
    problems: dict[Path, str] = {}
    for argument in arguments:
        place = Path(os.path.abspath(argument))  # noqa: PTH100 - pathlib's own way would follow links
        if place.is_dir():
            found = [path for path in sorted(place.rglob("*")) if _is_report(path, place)]
            reason = "folder without reports: no text file (.txt) or page (.html) in it"
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


def _is_report(path: Path, folder: Path) -> bool:
    hidden = any(part.startswith(".") for part in path.relative_to(folder).parts)
    return path.suffix.lower() in SUFFIXES and not hidden and path.is_file()


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


def _read_file(path: Path, shown: str, known: Metadata | None) -> Source | Problem:
    try:
        if not path.exists():
            return Problem("read", "no such file", path=shown)
        if path.is_dir() or not path.is_file():
            return Problem("read", "is no regular file", path=shown)
        with path.open("rb") as file:
            data = file.read(LARGEST)  # a larger one is refused on reading: its rest is of no use
    except OSError as error:
        return Problem("read", f"can't be read: {error.strerror}", path=shown)
    known = known or Metadata()
    return Source(
        path=shown,
        data=data,
        url=known.url,
        outlet=known.outlet,
        published=known.published,
        language=known.language,
    )


def _with_ids(sources: Sequence[Source]) -> tuple[Source, ...]:
    """Give each source an id of its own: its own or its file stem, its path where others have that too."""
    wanted = [source.id or Path(source.path).stem for source in sources]
    counts = Counter(wanted)
    ids: dict[str, None] = {}
    for source, short in zip(sources, wanted, strict=True):
        name = short if counts[short] == 1 else source.id or source.path
        ids[next(_numbered(name, ids))] = None
    return tuple(msgspec.structs.replace(source, id=name) for source, name in zip(sources, ids, strict=True))


def _numbered(name: str, taken: dict[str, None]) -> Iterator[str]:
    """Yield the name, `name-2`, `name-3`, … that no one has."""
    tries = [name, *(f"{name}-{number}" for number in range(2, len(taken) + 3))]
    yield from (one for one in tries if one not in taken)


def _find_copies(sources: Sequence[Source]) -> list[Problem]:
    """Return a Problem for each input whose text one before it has; both are kept."""
    first: dict[bytes, str] = {}
    copies = []
    for source in sources:
        data = source.data if source.text is None else source.text.encode("utf-8", "replace")
        digest = hashlib.sha256(data.removeprefix(b"\xef\xbb\xbf")).digest()
        before = first.setdefault(digest, source.path)
        if before != source.path and data.strip():
            copies.append(Problem("read", f"holds the same text as {before}; both are kept", report=source.id))
    return copies
