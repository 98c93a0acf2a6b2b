"""Six events of real news, marked in full: what an account of them finds, section by section.

    python -m benchmarks.real_news [NAME…]

`real_news.json` holds what ../shared/gold/GUIDE.md asks for of six of the fifty events of ../shared/data/clusters
(BASIL, three outlets each): offsets into the reports, names, kinds and dates, no sentence of the reports; times and
figures are left out. Each event was marked by one reader, without a look at any account. The misses of three were read
for mending, those of the other three were not: these tell what is found in reports that nobody looked at. Nothing was
learned from any of them. Scored by ../shared/gold/score.py.
"""

import json
import sys
from collections.abc import Mapping, Sequence
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from unittest.mock import patch

from accord.model.reports import Source
from accord.pipeline import account_of
from accord.publish.publication import publish
from accord.run.local import map_reports
from benchmarks.clusters import BASIL, clusters
from benchmarks.readers import GOLD, scoring

MARKS = Path(__file__).with_name("real_news.json")
# Events whose misses were read for mending.
READ = frozenset({"brewer", "naacp", "netanyahu"})
SECTIONS = ("attributions", "actors", "events", "commitments", "relations", "points", "omissions", "origins")

Figures = dict[str, float]


def main(names: Sequence[str]) -> int:
    """Print a column for each event, and the means of those read for mending and of the others."""
    if not BASIL.exists() or not GOLD.exists():
        print(f"no {BASIL} or {GOLD.parent}: nothing measured")
        return 0
    marks: dict[str, Any] = json.loads(MARKS.read_text(encoding="utf-8"))
    reports = {name.split()[-1]: sources for name, sources in clusters().items()}
    told = {name: score(marks[name], reports[marks[name]["event"]]) for name in names or sorted(marks)}
    groups = {"read": [name for name in told if name in READ], "unread": [name for name in told if name not in READ]}
    columns = {**told, **{f"({group})": _mean([told[name] for name in held]) for group, held in groups.items() if held}}
    print(f"{'':28}" + "".join(f"{name:>11}" for name in columns))
    for field in next(iter(told.values())):
        print(f"{field:28}" + "".join(f"{figures[field]:11.3f}" for figures in columns.values()))
    return 0


def score(marks: Mapping[str, Any], sources: Sequence[Source]) -> Figures:
    """Return the figures of an account of these reports, F1 or a share, by section and field."""
    account = json.loads(publish(account_of(list(sources), partial(map_reports, jobs=1))))
    scored = scoring()
    with TemporaryDirectory() as folder:
        for source in sources:
            (Path(folder) / source.path).write_bytes((source.text or "").encode())
        gold = {**marks, "reports": [{"id": source.id, "file": source.path} for source in sources]}
        with patch.object(scored, "resolve", return_value=gold):
            # the reports of a gold file lie beside its folder
            scorer = scored.Scorer(Path(folder) / "gold" / "marks.yaml", account)
    scorer.missed = {}
    figures = {(section, field): figure for section in SECTIONS for field, figure in getattr(scorer, section)().items()}
    return {".".join(field): float(figure.get("f1", figure.get("value"))) for field, figure in figures.items()}


def _mean(every: Sequence[Figures]) -> Figures:
    return {field: sum(figures[field] for figures in every) / len(every) for field in every[0]}


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
