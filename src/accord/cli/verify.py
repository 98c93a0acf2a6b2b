import argparse
import sys
from pathlib import Path

from accord.cli.export import read_file
from accord.cli.inputs import Subparsers, tell
from accord.read.inputs import find_sources
from accord.verify import decode_account, failures


def add_to(commands: "Subparsers[argparse.ArgumentParser]") -> None:
    """Add `accord verify`."""
    parser = commands.add_parser(
        "verify",
        help="re-check every hash and every span of an account",
        description="Re-check hashes and spans of an account, against its own texts and against the reports if given.",
    )
    parser.add_argument("account", type=Path)
    parser.add_argument("reports", nargs="*", metavar="REPORT", help="the inputs that the account was made from")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Print what fails, one line each; 1 where anything does."""
    account = decode_account(read_file(options.account))
    sources, problems = find_sources(options.reports, sys.stdin.buffer) if options.reports else ((), ())
    tell(problems, quiet=False)
    failed = failures(account, sources)
    for line in failed:
        print(line)
    if failed or problems:
        return 1
    print(
        f"{len(account.reports)} reports, every span in its place" + (f"; {len(sources)} read again" if sources else "")
    )
    return 0
