"""Times that hang on the day that the text is telling of, and not on the day of publishing."""

import pytest

from tests.find.test_times import found


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        # clock times go on with the day of long ago that was told, over paragraphs
        (
            "The office sent a draft on Sept. 14, 2030.\nAt 6:52 p.m., Ruiz answered.\nBerg objected at 9:24 p.m.",
            ["2030-09-14", "2030-09-14T18:52", "2030-09-14T21:24"],
        ),
        # and a day without a year is of that year
        ("The office sent a draft on Sept. 14, 2030.\nOn Sept. 16, Ruiz answered.", ["2030-09-14", "2030-09-16"]),
        ("The office sent a draft on Sept. 14, 2030. On Monday, Sept. 16, Ruiz wrote.", ["2030-09-14", "2030-09-16"]),
        # a year alone is no day that goes on
        ("He was born in 2019. The two met at 5 p.m. at the palace.", ["2019", "2031-05-14T17:00"]),
        # what is told of lately keeps its own day
        ("They met on Monday. The talks began at 5 p.m.", ["2031-05-12", "2031-05-12T17:00"]),
        # a quotation's "today" is the day just told of
        (
            'They parted on Monday. They met on Tuesday. "We met today," Ruiz said.',
            ["2031-05-12", "2031-05-13", "2031-05-13"],
        ),
        # "the week after" hangs on what follows it, placed or not
        ("On Tuesday, a union wrote. Berg spoke the week after the fire in Narvik.", ["2031-05-13"]),
        # a day in a body's name is no day
        ("The 17 May Brigade guarded the port.", []),
    ],
)
def test_places_by_what_is_told(text: str, wanted: list[str]) -> None:
    assert [time.edtf for time in found(text)] == wanted


def test_a_happening_looked_back_at_has_not_the_time_of_the_sentence() -> None:
    text = "On Tuesday, a union wrote in the wake of the Narvik fire. Two days after the Narvik fire, Berg spoke."
    assert [time.edtf for time in found(text)][:1] == ["2031-05-13"]
    assert "2031-05-15" not in [time.edtf for time in found(text)]
