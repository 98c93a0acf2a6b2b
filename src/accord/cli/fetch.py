import argparse
from collections.abc import Iterator, Sequence
from pathlib import Path

from accord.cli.fetching import NAME, add_limits, fetch_into
from accord.cli.inputs import Subparsers, tell
from accord.errors import InputError
from accord.model.problems import Problem
from accord.read.listings import read_addresses
from accord.text.urls import is_address


def add_to(commands: "Subparsers[argparse.ArgumentParser]") -> None:
    """Add `accord fetch`."""
    parser = commands.add_parser(
        "fetch",
        help="pages from the web into a WARC file",
        description="Fetch pages, politely, and keep them as WARC: an input of the other commands, a proof for good.",
    )
    parser.add_argument(
        "addresses",
        nargs="+",
        metavar="ADDRESS",
        help="http or https, or a file that lists some: a feed, a sitemap, one a line",
    )
    parser.add_argument(
        "-o",
        "--output",
        type=Path,
        default=Path(NAME),
        metavar="FILE",
        help="a WARC file, which is added to, or a folder for it (default: %(default)s)",
    )
    parser.add_argument("-q", "--quiet", action="store_true", help="no list of pages, no list of problems")
    add_limits(parser)
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Fetch and tell what came, a line a page; 1 where some could not be had, 2 where none could."""
    path = options.output / NAME if options.output.is_dir() else options.output
    read = failed = 0
    problems: list[Problem] = []
    for fetched in fetch_into(path, addresses_of(options.addresses, problems), options):
        if isinstance(fetched, Problem):
            problems.append(fetched)
        else:
            read += 1
            told = "unchanged" if fetched.status == 304 else f"{len(fetched.body):,} bytes"
            led = f" -> {fetched.final_url}" if fetched.final_url != fetched.url else ""
            if not options.quiet:
                print(f"{told:>16}  {fetched.url}{led}")
        failed += len(problems)
        tell(problems, quiet=options.quiet)
        problems.clear()
    failed += len(problems)
    tell(problems, quiet=options.quiet)
    if not read:
        raise InputError("no page could be fetched")
    return 1 if failed else 0


def addresses_of(arguments: Sequence[str], problems: list[Problem]) -> Iterator[str]:
    """Yield addresses, those that a file lists in its place; what lists none is told."""
    for argument in arguments:
        if is_address(argument):
            yield argument
            continue
        try:
            yield from read_addresses(Path(argument))
        except InputError as error:
            problems.append(Problem("read", str(error), path=argument))
