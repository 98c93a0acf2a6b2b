import os
import signal
from collections.abc import Iterator
from itertools import count

import pytest

from accord.errors import InputError
from accord.model.accounts import Analysis
from accord.model.problems import Problem
from accord.model.reports import Source
from accord.run.local import CHARACTERS_PER_JOB, jobs_for, map_reports
from tests import factories


def analyse(source: Source) -> Analysis:
    """Stand in for the pipeline; at module level, so that a worker can be handed it."""
    if source.path == "bad":
        raise InputError("nothing in it")
    if source.path == "killer":
        os.kill(os.getpid(), signal.SIGKILL)
    if source.path == "fault":
        raise ZeroDivisionError("a finder's fault")
    return factories.analysis(source.text or "", id=source.path)


SOURCES = [
    Source("a", text="One. Two."),
    Source("bad"),
    Source("b", text="Three."),
    Source("fault"),
    Source("c", text=""),
]


@pytest.mark.parametrize("jobs", [1, 2])
def test_results_come_in_the_order_of_the_inputs(jobs: int) -> None:
    results = list(map_reports(analyse, SOURCES, jobs=jobs))
    assert [result.report.id if isinstance(result, Analysis) else result.path for result in results] == [
        "a",
        "bad",
        "b",
        "fault",
        "c",
    ]


@pytest.mark.parametrize("jobs", [1, 2])
def test_a_failure_is_a_problem_and_the_others_go_through(jobs: int) -> None:
    problems = [result for result in map_reports(analyse, SOURCES, jobs=jobs) if isinstance(result, Problem)]
    assert problems == [
        Problem(stage="read", reason="nothing in it", path="bad"),
        Problem(stage="analyse", reason="ZeroDivisionError: a finder's fault", path="fault"),
    ]


def test_the_number_of_processes_changes_nothing() -> None:
    assert list(map_reports(analyse, SOURCES, jobs=1)) == list(map_reports(analyse, SOURCES, jobs=2))


def test_small_work_stays_in_one_process() -> None:
    assert jobs_for(SOURCES) == 1


def test_no_more_processes_than_reports() -> None:
    assert jobs_for([Source("a", data=b"x" * 100 * CHARACTERS_PER_JOB)]) == 1


def test_a_killed_process_costs_its_own_report_only() -> None:
    results = list(map_reports(analyse, [SOURCES[0], Source("killer"), SOURCES[2]], jobs=2))
    assert isinstance(results[0], Analysis)
    assert results[1] == Problem(
        stage="analyse", reason="the process reading it was killed (out of memory?)", path="killer"
    )
    assert isinstance(results[2], Analysis)


@pytest.mark.parametrize("jobs", [1, 2])
def test_a_problem_among_the_inputs_keeps_its_place(jobs: int) -> None:
    told = Problem("read", "no such file", path="x")
    results = list(map_reports(analyse, [SOURCES[0], told, SOURCES[2]], jobs=jobs))
    assert results[1] == told
    assert [isinstance(result, Analysis) for result in results] == [True, False, True]


def test_an_archive_is_read_as_it_goes() -> None:
    taken: list[int] = []

    def endless() -> Iterator[Source]:
        for number in count():
            taken.append(number)
            yield Source(str(number), text="x" * CHARACTERS_PER_JOB)

    results = map_reports(analyse, endless(), jobs=1)
    assert [next(results) for _ in range(3)]
    assert len(taken) <= 4
