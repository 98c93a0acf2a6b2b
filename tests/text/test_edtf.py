from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from accord.text.edtf import approximate, bounds, format_week, grain, interval, is_edtf


@pytest.mark.parametrize(
    ("value", "first", "last"),
    [
        ("2031-05-14", "2031-05-14", "2031-05-14"),
        ("2031-05-14T06:19Z", "2031-05-14", "2031-05-14"),
        ("2032-02", "2032-02-01", "2032-02-29"),
        ("2031~", "2031-01-01", "2031-12-31"),
        ("203X", "2030-01-01", "2039-12-31"),
        ("20XX", "2000-01-01", "2099-12-31"),
        ("2030-24", "2030-12-01", "2031-02-28"),
        ("2016/2020", "2016-01-01", "2020-12-31"),
    ],
)
def test_bounds(value: str, first: str, last: str) -> None:
    assert is_edtf(value)
    assert bounds(value) == (date.fromisoformat(first), date.fromisoformat(last))


@pytest.mark.parametrize(
    "value", ["", "2031-13", "2031-02-29", "2031-5-1", "31", "2031-05-14T25:00", "2020/2016", "../..", "a/b/c"]
)
def test_refuses_what_is_none(value: str) -> None:
    assert not is_edtf(value)


def test_joins_and_marks() -> None:
    assert interval("2016", "2020") == "2016/2020"
    assert interval("2016/2017", "2019/2020") == "2016/2020"
    assert approximate("2016") == approximate("2016~") == "2016~"
    assert approximate("2016/2020") == "2016/2020"


@given(st.dates(min_value=date(1, 1, 8), max_value=date(9999, 12, 20)))
def test_a_week_holds_its_day(day: date) -> None:
    first, last = bounds(format_week(day))
    assert first is not None
    assert last is not None
    assert first <= day <= last
    assert (last - first).days == 6
    assert grain(format_week(day)) == "interval"
