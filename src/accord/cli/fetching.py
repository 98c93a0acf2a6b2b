"""What the commands that may fetch share: the options of fetching, and addresses kept in a WARC file."""

import argparse
import os
import sys
from collections.abc import Collection, Iterable, Iterator, Sequence
from pathlib import Path

from accord.model.problems import Problem
from accord.read.connections import Limits
from accord.read.fetch import Fetched
from accord.read.keeping import keep_pages
from accord.text.urls import is_address

NAME = "pages.warc.gz"


def add_limits(parser: argparse.ArgumentParser) -> None:
    """Add what may be said of fetching."""
    usual = Limits()
    group = parser.add_argument_group("fetching", "nothing is fetched but the addresses that are named")
    group.add_argument(
        "--seconds", type=_positive, default=usual.seconds, metavar="N", help="for a page in all (default: %(default)g)"
    )
    group.add_argument(
        "--megabytes", type=_positive, default=usual.bytes / 1e6, metavar="N", help="of a page (default: %(default)g)"
    )
    group.add_argument(
        "--pause",
        type=float,
        default=usual.pause,
        metavar="N",
        help="seconds between two requests to one host, more where robots.txt asks (default: %(default)g)",
    )
    group.add_argument("--allow-private", action="store_true", help="fetch from this machine and private networks too")


def fetch_into(path: Path, addresses: Iterable[str], options: argparse.Namespace) -> Iterator[Fetched | Problem]:
    """Fetch addresses within the options' limits into a WARC file."""
    limits = Limits(seconds=options.seconds, bytes=int(options.megabytes * 1e6), pause=options.pause)
    return keep_pages(addresses, path, limits=limits, allow_private=options.allow_private)


Asked = tuple[list[str], dict[Path, Collection[str]], list[Problem]]


def keep_addresses(inputs: Sequence[str], options: argparse.Namespace) -> Asked:
    """Fetch the addresses among the inputs; return inputs with a WARC file in their place, and what could not be had.

    Of the file, what was asked for is read, all versions that it has; everything where it is itself named.
    """
    addresses = [one for one in inputs if is_address(one)]
    rest = [one for one in inputs if not is_address(one)]
    if not addresses:
        return rest, {}, []
    path = options.keep or _beside(getattr(options, "output", None))
    place = Path(os.path.abspath(path))  # noqa: PTH100 -- as the inputs are, links not followed
    found = list(fetch_into(place, addresses, options))
    kept = {one.final_url for one in found if isinstance(one, Fetched)}
    if kept and not options.quiet:
        sys.stderr.write(f"accord: {len(kept)} of {len(set(addresses))} pages kept in {path}\n")
    is_named = any(Path(os.path.abspath(one)) == place for one in rest)  # noqa: PTH100
    inputs = rest if is_named or not kept else [*rest, str(place)]
    return list(inputs), {} if is_named else {place: kept}, [one for one in found if isinstance(one, Problem)]


def _beside(outputs: Sequence[Path] | None) -> Path:
    """`out/account.html` → `out/account.warc.gz`"""
    return outputs[0].with_name(f"{outputs[0].stem}.warc.gz") if outputs else Path(NAME)


def _positive(value: str) -> float:
    try:
        number = float(value)
    except ValueError:
        number = 0.0
    if not 0 < number < 1e6:
        raise argparse.ArgumentTypeError(f"{value!r} is no number above 0")
    return number
