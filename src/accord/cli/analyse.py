import argparse
import sys

from accord.cli.inputs import Subparsers, add_inputs, sources_of, tell
from accord.model.accounts import Analysis
from accord.model.problems import Problem
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
    sources, problems = sources_of(options)
    results = map_reports(per_report, sources, jobs=options.jobs)
    read = 0
    failed: list[Problem] = list(problems)
    for result in with_progress(results, len(sources), quiet=options.quiet):
        if isinstance(result, Analysis):
            read += 1
            failed += result.problems
            sys.stdout.buffer.write(to_json_line(result))
        else:
            failed.append(result)
    sys.stdout.buffer.flush()
    tell(tuple(failed), quiet=options.quiet)
    return (1 if failed else 0) if read else 2
