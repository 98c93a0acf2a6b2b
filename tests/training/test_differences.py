"""Notes of differences fit the stories that they are of."""

from pathlib import Path
from typing import get_args

import numpy as np
import pytest
from training.differences import NOTES, Pairs, cases_of, notes_of
from training.stories import STORIES, read_reports

from accord.model.points import DifferenceKind, Standing


@pytest.mark.parametrize("path", sorted(NOTES.glob("*.tsv")), ids=lambda path: path.stem)
def test_notes_fit_their_story(path: Path) -> None:
    _, marks = read_reports(STORIES / f"{path.stem}.txt")
    told: dict[int, set[str]] = {}
    for outlet, _, _, point in marks:
        told.setdefault(point, set()).add(outlet)
    outlets = set().union(*told.values())
    for line in path.read_text(encoding="utf-8").splitlines():
        point, standing, origins, _ = line.split("\t")
        assert int(point) in told
        assert standing in get_args(Standing)
        assert int(origins) >= 1
    for noted in notes_of(path).values():
        assert all(kind in get_args(DifferenceKind) and between <= outlets for kind, between in noted)


def test_pairs_that_no_note_names_are_no_case_of_it() -> None:
    both = [frozenset("ab"), frozenset("ac")]
    noted = Pairs("s", both, np.array([[1.0], [2.0]]), [("wording", frozenset("ab"))])
    bare = Pairs("s", both, np.array([[3.0], [4.0]]), [("date", frozenset("ab"))])
    rows, same, worth = cases_of([noted, bare])
    assert rows[:, 0].tolist() == [1.0, 3.0, 4.0]
    assert same.tolist() == [1.0, 0.0, 0.0]
    assert worth.tolist() == [1.0, 0.5, 0.5]
