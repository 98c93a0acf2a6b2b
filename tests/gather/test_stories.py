from accord.gather.stories import gather
from accord.model.problems import Problem
from tests import factories

REPORTS = [factories.analysis(f"Report {name}.", id=name) for name in "cab"]


def test_the_order_of_naming_never_matters() -> None:
    one, other = gather(REPORTS), gather(REPORTS[::-1])
    assert one == other
    assert one is not None
    assert [analysis.report.id for analysis in one.analyses] == ["a", "b", "c"]


def test_no_report_no_story() -> None:
    assert gather([], problems=[Problem(stage="read", reason="empty")]) is None


def test_problems_are_kept_in_an_order_of_their_own() -> None:
    problems = [Problem(stage="read", reason="b", path="2"), Problem(stage="read", reason="a", path="1")]
    one, other = gather(REPORTS, problems=problems), gather(REPORTS, problems=problems[::-1])
    assert one is not None
    assert one == other
    assert len(one.problems) == 2
