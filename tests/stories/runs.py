"""Reports of a story in, its account and the scores of every field out."""

import tomllib
from functools import cache, partial
from io import BytesIO
from pathlib import Path

from accord.model.accounts import Account
from tests.stories.expected import HERE, Expected
from tests.stories.scoring import (
    Scores,
    Sides,
    score_figures,
    score_omissions,
    score_origins,
    score_passages,
    score_reports,
    score_times,
)
from tests.stories.scoring_findings import score_actors, score_attributions, score_events, score_relations
from tests.stories.scoring_points import score_commitments, score_points

FLOORS = HERE / "floors.toml"

SCORERS = (
    score_passages,
    score_reports,
    score_times,
    score_figures,
    score_attributions,
    score_actors,
    score_events,
    score_commitments,
    score_relations,
    score_points,
    score_omissions,
    score_origins,
)


def make_account(folder: Path) -> Account:
    """Take a story's reports the whole way, in this process; ImportError while a stage is missing."""
    from accord.pipeline import account_of  # here and not above: a stage that can't be imported skips the tests
    from accord.read.inputs import find_sources
    from accord.run.local import map_reports

    sources, problems = find_sources([str(folder / "reports")], BytesIO())
    account = account_of(sources, partial(map_reports, jobs=1), problems)
    if account is None:
        raise ValueError(f"{folder}: no report could be read")
    return account


def score(expected: Expected, account: Account) -> Scores:
    """Score every field of an account."""
    sides = Sides(expected, account)
    return {field: figure for scorer in SCORERS for field, figure in scorer(sides).items()}


@cache
def score_story(folder: Path) -> Scores:
    """Read a story once and score it."""
    return score(Expected(folder), make_account(folder))


def load_floors(path: Path = FLOORS) -> dict[str, dict[str, float]]:
    """Read the least figure of each field: {story: {field: floor}}."""
    stories = tomllib.loads(path.read_text("utf-8"))
    return {
        story: {f"{section}.{field}": floor for section, fields in sections.items() for field, floor in fields.items()}
        for story, sections in stories.items()
    }


def write_floors(measured: dict[str, Scores], margin: float, path: Path = FLOORS) -> None:
    """Write floors a margin under what was measured, rounded down to hundredths; 0 where that is nothing."""
    lines = ["# The least that each field of each story has to reach; `scripts/stories --floors` writes it anew."]
    for story, scores in measured.items():
        lines += ["", f"[{story}]"]
        lines += [f"{field} = {max(0.0, int((each.value - margin) * 100) / 100):.2f}" for field, each in scores.items()]
    path.write_text("\n".join(lines) + "\n", "utf-8")
