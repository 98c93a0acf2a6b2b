import argparse
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from accord.cli.export import read_file
from accord.cli.inputs import Subparsers, tell
from accord.errors import ConfigError
from accord.model.accounts import Account
from accord.model.problems import Problem
from accord.model.reports import Source
from accord.model.spans import Span
from accord.publish.formats import FORMATS
from accord.publish.lookups import counted
from accord.read.inputs import stream_sources
from accord.verify import Reread, decode_account, own_failures, span_failures


def add_to(commands: "Subparsers[argparse.ArgumentParser]") -> None:
    """Add `accord verify`."""
    parser = commands.add_parser(
        "verify",
        help="re-check every hash and every span of an account",
        description="Re-check hashes and spans of an account, against its own texts and against the reports if given.",
    )
    parser.add_argument("account", type=Path)
    parser.add_argument("reports", nargs="*", metavar="REPORT", help="the inputs that the account was made from")
    parser.add_argument(
        "-e",
        "--export",
        action="append",
        default=[],
        metavar="FORMAT=FILE",
        help=f"an export of the account whose spans are checked too; formats: {', '.join(_with_spans())}",
    )
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Print what fails, one line each; 1 where anything does."""
    account = decode_account(read_file(options.account))
    problems: list[Problem] = []
    again = Reread(account)
    failed = [*own_failures(account), *again.check(sources_again(options.reports, account, problems))]
    tell(problems, quiet=False)
    for export in options.export:
        failed += [f"{export}: {line}" for line in span_failures(read_export(export), account)]
    for line in failed:
        print(line)
    if failed or problems:
        return 1
    told = f"; {counted(len(again.found), 'text')} read again" if options.reports else ""
    print(f"{len(account.reports)} reports, every span in its place{told}")
    return 0


def sources_again(names: Sequence[str], account: Account, problems: list[Problem]) -> Iterator[Source]:
    """Yield the inputs named; what gives none is kept aside, unless the account tells of it already."""
    known = {problem.reason for problem in account.problems}
    for found in stream_sources(names, sys.stdin.buffer) if names else ():
        if isinstance(found, Source):
            yield found
        elif found.reason not in known:
            problems.append(found)


def read_export(named: str) -> tuple[Span, ...]:
    """Read the spans of "FORMAT=FILE" back; ConfigError where the format carries none."""
    name, _, path = named.partition("=")
    form = FORMATS.get(name)
    if not path or form is None or form.read_spans is None:
        raise ConfigError(f"--export {named}: say FORMAT=FILE, with a format of {', '.join(_with_spans())}")
    return form.read_spans(read_file(Path(path)))


def _with_spans() -> list[str]:
    return sorted(name for name, form in FORMATS.items() if form.read_spans is not None)
