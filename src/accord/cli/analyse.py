import argparse
import sys
from functools import partial

from accord.cli.inputs import Subparsers, add_inputs, roster_of, sources_of, tell
from accord.errors import InputError
from accord.model.accounts import Analysis
from accord.pipeline import per_report
from accord.publish.analyses import to_json_line
from accord.run.local import map_reports
from accord.run.progress import with_progress


def add_to(commands: "Subparsers[argparse.ArgumentParser]") -> None:
    """Add `accord analyse`."""
    parser = commands.add_parser(
        "analyse",
        help="what each report alone says, one JSON object a report",
        description="Analyse each report alone and print one JSON object a line (accord-analysis/1).",
    )
    add_inputs(parser)
    parser.add_argument("-f", "--format", choices=["jsonl"], default="jsonl")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Print an analysis a line as they come; 1 where some inputs had problems, 2 where none could be read."""
    results = map_reports(partial(per_report, roster=roster_of(options)), sources_of(options), jobs=options.jobs)
    read = failed = 0
    for result in with_progress(results, quiet=options.quiet):
        problems = result.problems if isinstance(result, Analysis) else (result,)
        failed += len(problems)
        if isinstance(result, Analysis):
            read += 1
            sys.stdout.buffer.write(to_json_line(result))
        tell(problems, quiet=options.quiet)
    sys.stdout.buffer.flush()
    if not read:
        raise InputError("no input could be read")
    return 1 if failed else 0
