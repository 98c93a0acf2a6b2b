"""Map a function over reports, in this process or over a pool of processes, with the same results in the same order."""

import multiprocessing
import os
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from functools import partial

from accord.errors import AccordError
from accord.model.accounts import Analysis
from accord.model.problems import Problem
from accord.model.reports import Source

# Starting a worker and loading the pack there costs about a second, in which one process reads this much.
CHARACTERS_PER_JOB = 60_000

PerReport = Callable[[Source], Analysis]


def jobs_for(sources: Sequence[Source]) -> int:
    """Choose how many processes pay for their start: one per `CHARACTERS_PER_JOB`, at most one per core."""
    size = sum(len(source.data) or len(source.text or "") for source in sources)
    return max(1, min(os.cpu_count() or 1, len(sources), size // CHARACTERS_PER_JOB))


def attempt(per_report: PerReport, source: Source) -> Analysis | Problem:
    """Analyse one input; a failure becomes a Problem, so that one bad report never stops the others."""
    try:
        return per_report(source)
    except AccordError as error:
        return Problem(stage="read", reason=str(error), path=source.path)
    except Exception as error:  # a fault of ours in one report: told in the record, never at the others' cost
        return Problem(stage="analyse", reason=f"{type(error).__name__}: {error}", path=source.path)


def map_reports(
    per_report: PerReport, sources: Sequence[Source], *, jobs: int | None = None
) -> Iterator[Analysis | Problem]:
    """Yield the result of each input in the order given, over `jobs` processes (by default as many as pay)."""
    jobs = jobs or jobs_for(sources)
    work = partial(attempt, per_report)
    if jobs == 1 or len(sources) < 2:
        yield from map(work, sources)
        return
    with _pool(min(jobs, len(sources))) as pool:
        futures = [pool.submit(work, source) for source in sources]
        for source, future in zip(sources, futures, strict=True):
            try:
                yield future.result()
            except BrokenProcessPool:
                yield _alone(work, source)


def _alone(work: Callable[[Source], Analysis | Problem], source: Source) -> Analysis | Problem:
    """Try an input again in a process of its own: when a pool breaks, every input in it is lost, guilty or not."""
    try:
        with _pool(1) as pool:
            return pool.submit(work, source).result()
    except BrokenProcessPool:
        return Problem(stage="analyse", reason="the process reading it was killed (out of memory?)", path=source.path)


def _pool(size: int) -> ProcessPoolExecutor:
    # spawn, not fork: the pack's threads and arenas don't survive a fork on every platform
    return ProcessPoolExecutor(size, mp_context=multiprocessing.get_context("spawn"))
