import argparse
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from accord.cli.fetching import add_limits, keep_addresses
from accord.errors import InputError
from accord.knowledge.rosters import read_roster
from accord.model.problems import Problem
from accord.model.reports import Source
from accord.model.rosters import Roster
from accord.read.inputs import stream_sources

Subparsers = argparse._SubParsersAction  # argparse has no public name for it


def add_inputs(parser: argparse.ArgumentParser) -> None:
    """Add what every command that reads reports takes."""
    parser.add_argument(
        "inputs",
        nargs="+",
        metavar="INPUT",
        help="texts, saved pages, feeds, WARC, ninjs, NewsML-G2, NITF, JSON lines, packed (gz, zst, br, zip) or not; "
        "folders, glob patterns, - for stdin; addresses of the web, which are fetched",
    )
    parser.add_argument(
        "-j", "--jobs", type=_jobs, metavar="N", help="processes to read with (default: as many as pay)"
    )
    parser.add_argument("-q", "--quiet", action="store_true", help="no count of inputs, no list of problems")
    parser.add_argument(
        "--actors",
        type=Path,
        metavar="FILE",
        help="your own list of actors (actors.toml): their names, posts with dates, Wikidata ids",
    )
    parser.add_argument(
        "--keep",
        type=Path,
        metavar="FILE",
        help="where fetched pages are kept as WARC (default: beside the first output, else pages.warc.gz)",
    )
    add_limits(parser)


def roster_of(options: argparse.Namespace) -> Roster:
    """Read the user's list of actors where one is named."""
    return read_roster(options.actors) if options.actors else ()


def sources_of(options: argparse.Namespace) -> Iterator[Source | Problem]:
    """Yield the inputs that a command names as they are read, and a Problem for each that gives none.

    Addresses among them are fetched first and kept; they are read from where they are kept.
    """
    inputs, only, problems = keep_addresses(options.inputs, options)
    yield from problems
    yield from stream_sources(inputs, sys.stdin.buffer, only=only)


def tell(problems: Iterable[Problem], *, quiet: bool) -> None:
    """Print each problem as one line on stderr."""
    for problem in () if quiet else problems:
        where = problem.report or problem.path or "input"
        clear = "\r\x1b[K" if sys.stderr.isatty() else ""  # the count of inputs that may stand there
        sys.stderr.write(f"{clear}accord: {where}: {problem.reason}\n")


def write(data: bytes, output: Path | None) -> None:
    """Write to a file, all of it or nothing, or to stdout."""
    if output is None:
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
        return
    try:
        output.parent.mkdir(parents=True, exist_ok=True)
        beside = output.with_name(f".{output.name}.part")
        beside.write_bytes(data)
        beside.replace(output)
    except OSError as error:
        raise InputError(f"{output} can't be written: {error.strerror}") from error


def _jobs(value: str) -> int:
    if not value.isdecimal() or int(value) < 1:
        raise argparse.ArgumentTypeError(f"{value!r} is no number of processes (1 or more)")
    return int(value)
