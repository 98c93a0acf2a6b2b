import argparse
from pathlib import Path

from accord.cli.inputs import Subparsers, add_inputs, roster_of, sources_of, tell, write
from accord.pipeline import account_of
from accord.publish.formats import FORMATS
from accord.run.local import map_reports
from accord.run.progress import with_progress

SUFFIXES = {".html": "html", ".htm": "html", ".json": "json", ".md": "markdown"}


def add_to(commands: "Subparsers[argparse.ArgumentParser]") -> None:
    """Add `accord account`."""
    parser = commands.add_parser(
        "account",
        help="reports of one story in, its account out",
        description="Read reports of one story and write the account of them.",
    )
    add_inputs(parser)
    parser.add_argument("-f", "--format", choices=sorted(FORMATS), help="default: by the output's name, else markdown")
    parser.add_argument("-o", "--output", type=Path, action="append", metavar="FILE", help="may be given several times")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Make an account and write it; 1 where some inputs had problems."""
    account = account_of(
        sources_of(options),
        lambda each, inputs: with_progress(map_reports(each, inputs, jobs=options.jobs), quiet=options.quiet),
        roster=roster_of(options),
    )
    tell(account.problems, quiet=options.quiet)
    for output in options.output or [None]:
        suffix = output.suffix.lower() if output else ""
        write(FORMATS[options.format or SUFFIXES.get(suffix, "markdown")].write(account), output)
    return 1 if account.problems else 0
