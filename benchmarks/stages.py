"""What each stage costs: words a second on one core, how it grows with the input, and the main job cold.

    python -m benchmarks.stages [REPORTS…]      by default ../shared/seeds, else the first story under tests/stories

Figures of one run on one machine: compare ratios, not seconds. The growth exponent is the slope of log time over log
input between 1× and 8×; 1.0 is linear.
"""

import math
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import Any

import msgspec

from accord.collate.accounts import collate
from accord.find.actors import find_actors
from accord.find.attributions import find_attributions
from accord.find.figures import find_figures
from accord.find.times import find_times
from accord.gather.stories import gather
from accord.language.pack import load
from accord.model.accounts import ParsedReport
from accord.model.pages import Page
from accord.model.reports import Source
from accord.pipeline import analyse
from accord.publish.formats import FORMATS
from accord.read.inputs import find_sources
from accord.read.pages import read

ROOT = Path(__file__).parent.parent
TIMES = (1, 2, 4, 8)


def main(arguments: Sequence[str]) -> int:
    """Print the table."""
    inputs = list(arguments) or [str(default_story())]
    load()
    rows: dict[str, list[float]] = {}
    words = 0
    for times in TIMES:
        sources = copies(inputs, times)
        words = words or sum(len(read(source).report.text.split()) for source in sources)
        for stage, seconds in measure(sources).items():
            rows.setdefault(stage, []).append(seconds)
    print(f"{len(copies(inputs, 1))} reports, {words} words; one core")
    print(f"{'stage':14} {'words/s':>10}  " + "  ".join(f"{times}×".rjust(8) for times in TIMES) + "  growth")
    for stage, spent in rows.items():
        slope = math.log(spent[-1] / spent[0]) / math.log(TIMES[-1] / TIMES[0])
        line = "  ".join(f"{1000 * each:6.0f}ms" for each in spent)
        print(f"{stage:14} {words / spent[0]:10,.0f}  {line}  {slope:6.2f}")
    cold(inputs)
    return 0


def default_story() -> Path:
    """Take the five real reports where they are, else the first story shipped here."""
    seeds = ROOT.parent / "shared" / "seeds"
    return seeds if seeds.is_dir() else sorted((ROOT / "tests" / "stories").glob("*/reports"))[0]


def copies(inputs: Sequence[str], times: int) -> list[Source]:
    """Return the inputs so many times over, each copy a report of its own."""
    sources, _ = find_sources(inputs, sys.stdin.buffer)
    return [
        msgspec.structs.replace(source, id=f"{source.id}-{copy}", path=f"{copy}/{source.path}")
        for copy in range(times)
        for source in sources
    ]


def measure(sources: Sequence[Source]) -> dict[str, float]:
    """Return seconds by stage, each stage run alone over all reports."""
    spent: dict[str, float] = {}

    def timed(stage: str, work: Callable[[], Any]) -> Any:  # noqa: ANN401 -- whatever the stage gives
        start = time.perf_counter()
        result = work()
        spent[stage] = time.perf_counter() - start
        return result

    pages: list[Page] = timed("read", lambda: [read(source) for source in sources])
    parsed: list[ParsedReport] = timed("parse", lambda: [parse(page) for page in pages])
    times = timed("times", lambda: [find_times(each) for each in parsed])
    timed("figures", lambda: [find_figures(each, found) for each, found in zip(parsed, times, strict=True)])
    actors = timed("actors", lambda: [find_actors(each) for each in parsed])
    timed("attributions", lambda: list(map(find_attributions, parsed, actors, times)))
    analyses = [analyse(page) for page in pages]
    story = timed("gather", lambda: gather(analyses))
    account = timed("collate", lambda: collate(story))
    for name in ("json", "html", "markdown"):
        timed(f"publish {name}", partial(FORMATS[name].write, account))
    return spent


def parse(page: Page) -> ParsedReport:
    """Parse one page's content."""
    stretches = [(passage.span.start, passage.span.end) for passage in page.passages if passage.is_content]
    return ParsedReport(page.report, page.passages, tuple(load().parse(page.report.text, stretches)))


# A process measured from a large parent is charged with the parent's pages: a small one stands between.
MEASURED = """
import resource, subprocess, sys, time
start = time.perf_counter()
status = subprocess.run(sys.argv[1:], check=False).returncode
used = resource.getrusage(resource.RUSAGE_CHILDREN)
print(time.perf_counter() - start, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024, status)
"""


def cold(inputs: Sequence[str]) -> None:
    """Run the main job as a user would, in a process of its own, and print its wall time and peak memory."""
    with tempfile.TemporaryDirectory() as folder:
        command = [sys.executable, "-m", "accord.cli.main", "account", "-q", *inputs]
        command += ["-o", f"{folder}/account.html", "-o", f"{folder}/account.json"]
        measured = subprocess.run(
            [sys.executable, "-c", MEASURED, *command], capture_output=True, text=True, check=True
        )
    wall, processor, peak, status = measured.stdout.split()
    print(
        f"main job, cold: {float(wall):.2f} s ({float(processor):.2f} s of CPU), {float(peak):.0f} MB, status {status}"
    )


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
