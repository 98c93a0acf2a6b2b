"""What the notes of a point's differences say beside their values."""

import msgspec
import pytest

from accord.model.points import Difference
from accord.publish.comparisons import comparisons_of
from accord.publish.lookups import Lookup
from tests.publish.accounts import summit


@pytest.mark.parametrize(
    ("values", "note", "told"),
    [
        (("done", "expected"), "done / expected", ""),
        (("done", "expected"), "done / expected; expected / done", ""),
        (("2031-05-12", "2031-05-13"), "Monday / Tuesday; Tuesday / Monday", "Monday / Tuesday"),
        (("36", "37"), "36 / 37: both can't be right", "36 / 37: both can't be right"),
    ],
)
def test_a_note_says_what_the_values_do_not(values: tuple[str, str], note: str, told: str) -> None:
    account = summit()
    point = next(point for point in account.points if len(point.readings) > 1)
    places = tuple(reading.span for reading in point.readings[:2])
    difference = Difference("stage", tuple(place.report for place in places), places, values, True, note)
    (found,) = comparisons_of(Lookup(account), msgspec.structs.replace(point, differences=(difference,)))
    assert found.note == told
