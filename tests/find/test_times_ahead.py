"""What is told in the present of a day lies ahead; in a headline it happened."""

import msgspec
import pytest

from accord.find.times import find_times
from tests.factories import parsed


@pytest.mark.parametrize(
    ("text", "role", "edtf"),
    [
        ("The trade union meets on Friday in Quito.", "body", "2031-05-16"),
        ("The trade union meets on Friday in Quito.", "caption", "2031-05-09"),
        ("The envoys have until Sunday to leave the country.", "body", "2031-05-18"),
        ("Ministers to meet in Quito on Friday", "headline", "2031-05-16"),
        ("The union was to meet on Friday in Quito.", "body", "2031-05-09"),
        ("The union that met on Friday praised the accord.", "body", "2031-05-09"),
        ("The envoys recall the Sept. 11 attack on the port.", "body", "2030-09-11"),
        ("The envoys recall the June 2 talks on the port.", "body", "2031-06-02"),
        ("The lease of the port expires in September.", "body", "2031-09"),
    ],
)
def test_days_ahead(text: str, role: str, edtf: str) -> None:
    report = parsed(text, published="2031-05-14")
    passages = tuple(msgspec.structs.replace(passage, role=role) for passage in report.passages)
    found = find_times(msgspec.structs.replace(report, passages=passages))
    assert [time.edtf for time in found] == [edtf]
