import pytest

from accord.gather.dating import date_undated
from tests import factories


@pytest.mark.parametrize(
    ("published", "given"),
    [
        (["2031-05-04", None], {"1": "2031-05-04~"}),
        (["2031-05-04", "2031-05-05", "2031-05-05", None], {"3": "2031-05-05~"}),
        (["2031-05-04T10:30Z", None], {"1": "2031-05-04~"}),
        ([None, None], {}),
        (["2031-05-04", "2031-06-04", None], {}),
        (["2031-05", None], {}),
        (["2031-05-04", "2031-05-05"], {}),
    ],
)
def test_an_undated_report_takes_the_middle_day_of_the_others(
    published: list[str | None], given: dict[str, str]
) -> None:
    assert (
        date_undated([factories.analysis("Talks.", id=str(n), published=p) for n, p in enumerate(published)]) == given
    )
