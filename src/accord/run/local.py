"""Map a function over reports, in this process or over a pool of processes, with the same results in the same order."""

import multiprocessing
import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from functools import partial
from itertools import chain

from accord.errors import AccordError
from accord.model.accounts import Analysis
from accord.model.problems import Problem
from accord.model.reports import Source

# Starting a worker and loading the pack there costs about a second, in which one process reads this much.
CHARACTERS_PER_JOB = 60_000
# Inputs a process that are read before their turn: enough that none waits, few enough that an archive stays on disk.
AHEAD = 3

PerReport = Callable[[Source], Analysis]
Input = Source | Problem
Result = Analysis | Problem
Work = Callable[[Input], Result]


def jobs_for(sources: Sequence[Input]) -> int:
    """Choose how many processes pay for their start: one per `CHARACTERS_PER_JOB`, at most one per core."""
    return max(1, min(os.cpu_count() or 1, len(sources), sum(map(_size, sources)) // CHARACTERS_PER_JOB))


def attempt(per_report: PerReport, source: Input) -> Result:
    """Analyse one input; a failure becomes a Problem, so that one bad report never stops the others."""
    if isinstance(source, Problem):
        return source
    try:
        return per_report(source)
    except AccordError as error:
        return Problem(stage="read", reason=str(error), path=source.path)
    except Exception as error:  # a fault of ours in one report: told in the record, never at the others' cost
        return Problem(stage="analyse", reason=f"{type(error).__name__}: {error}", path=source.path)


def map_reports(per_report: PerReport, inputs: Iterable[Input], *, jobs: int | None = None) -> Iterator[Result]:
    """Yield the result of each input in the order given, over `jobs` processes (by default as many as pay).

    Inputs are taken as they are needed, a few ahead; a Problem among them is passed on in its place.
    """
    rest = iter(inputs)
    ahead = _take(rest, jobs or os.cpu_count() or 1)
    jobs = min(jobs, len(ahead)) if jobs else jobs_for(ahead)
    work = partial(attempt, per_report)
    every = chain(ahead, rest)
    yield from map(work, every) if jobs < 2 else _map_over(_Pool(jobs), work, every, jobs * AHEAD)


def _size(source: Input) -> int:
    return 0 if isinstance(source, Problem) else len(source.data) or len(source.text or "")


def _take(inputs: Iterator[Input], most: int) -> list[Input]:
    """Take the first inputs, as many as decide how many processes pay, up to the most that there may be."""
    taken: list[Input] = []
    size = 0
    for one in inputs:
        taken.append(one)
        size += _size(one)
        if size >= CHARACTERS_PER_JOB * most and len(taken) >= most:
            break
    return taken


class _Pool:
    """A pool of processes that is opened again where one of them was killed."""

    def __init__(self, size: int) -> None:
        self._size = size
        self._pool = _open(size)

    def submit(self, work: Work, source: Input) -> "Future[Result]":
        """Hand an input to a process."""
        try:
            return self._pool.submit(work, source)
        except BrokenProcessPool:
            self._pool = _open(self._size)
            return self._pool.submit(work, source)

    def close(self) -> None:
        """End the processes."""
        self._pool.shutdown(cancel_futures=True)


def _map_over(pool: _Pool, work: Work, inputs: Iterable[Input], most: int) -> Iterator[Result]:
    waiting: deque[tuple[Input, Future[Result] | None]] = deque()
    try:
        for source in inputs:
            waiting.append((source, pool.submit(work, source) if isinstance(source, Source) else None))
            if len(waiting) >= most:
                yield _result(work, *waiting.popleft())
        while waiting:
            yield _result(work, *waiting.popleft())
    finally:
        pool.close()


def _result(work: Work, source: Input, future: "Future[Result] | None") -> Result:
    """Wait for a result; when a pool breaks, every input in it is lost, guilty or not, and tried again alone."""
    if future is None:
        return work(source)
    try:
        return future.result()
    except BrokenProcessPool:
        pass
    try:
        with _open(1) as pool:
            return pool.submit(work, source).result()
    except BrokenProcessPool:
        return Problem(stage="analyse", reason="the process reading it was killed (out of memory?)", path=source.path)


def _open(size: int) -> ProcessPoolExecutor:
    # spawn, not fork: the pack's threads and arenas don't survive a fork on every platform
    return ProcessPoolExecutor(size, mp_context=multiprocessing.get_context("spawn"))
