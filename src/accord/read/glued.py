"""Dates in lines whose parts a scraper ran together."""

import re
from collections.abc import Iterator
from itertools import pairwise

from accord.text.dates import explicit_dates

# `03/12/2030March 12, 2030`, `Tue, May 6 20317:12 AM EDT`
_JOINT = re.compile(r"(?<=\d)(?=[A-Z][a-z]{2})|(?<=[ ,/](?:19|20)\d\d)(?=\d{1,2}:\d\d)")


def find_dates(text: str) -> Iterator[tuple[int, int, str]]:
    """Yield the dates written out in a text as `explicit_dates` does, those glued to something among them.

    >>> list(find_dates("03/12/2030March 12, 2030"))
    [(10, 24, '2030-03-12')]
    """
    starts = [0, *(match.start() for match in _JOINT.finditer(text)), len(text)]
    for first, last in pairwise(starts):
        for start, end, edtf in explicit_dates(text[first:last]):
            yield first + start, first + end, edtf
