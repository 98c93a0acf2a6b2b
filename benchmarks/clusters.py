"""Fifty events of US politics, each told by three outlets, taken all the way: what is found, and whether it all holds.

    python -m benchmarks.clusters [--first N] [--write FOLDER]

The texts are those of ../shared/data/clusters (BASIL, 2010–2014). `--write` keeps the accounts as Markdown and JSON, to
be read from start to end.
"""

import argparse
import json
import sys
import tarfile
import time
from collections import Counter, defaultdict
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import Any

from accord.model.accounts import Account
from accord.model.reports import Source
from accord.pipeline import account_of
from accord.publish.formats import FORMATS
from accord.run.local import map_reports
from accord.verify import failures

BASIL = Path(__file__).parent.parent.parent / "shared" / "data" / "clusters" / "basil-2010-2014.tar.gz"
OUTLETS = {"fox": "Fox News", "hpo": "HuffPost", "nyt": "The New York Times"}
STANDINGS = ("corroborated", "disputed", "single")
COLUMNS = ("points", "shared", *STANDINGS, "differences", "contradictions", "attributions", "omissions", "origins")


def main(arguments: Sequence[str]) -> int:
    """Print the table; 1 where an account does not hold."""
    options = _parser().parse_args(arguments)
    if not BASIL.exists():
        print(f"no {BASIL}: nothing measured")
        return 0
    total: Counter[str] = Counter()
    broken = []
    print(f"{'event':50} {'seconds':>7} " + " ".join(f"{column[:8]:>8}" for column in COLUMNS))
    for event, sources in sorted(clusters().items())[: options.first]:
        start = time.process_time()
        account = account_of(sources, partial(map_reports, jobs=1))
        seconds = time.process_time() - start
        broken += [f"{event}: {reason}" for reason in failures(account, sources)]
        broken += [f"{event}: {problem.stage}: {problem.reason}" for problem in account.problems]
        counts = count(account)
        total.update(counts)
        print(f"{event[:50]:50} {seconds:7.2f} " + " ".join(f"{counts[c]:8}" for c in COLUMNS), flush=True)
        if options.write:
            write(account, event, options.write)
    print(f"{'all':50} {'':7} " + " ".join(f"{total[column]:8}" for column in COLUMNS))
    kinds = sorted(name for name in total if name.startswith(("difference ", "origin ")))
    print("\n".join(f"{name:40} {total[name]:6}" for name in kinds))
    print("\n".join(broken) or "every account holds: no problem, no anchor astray")
    return 1 if broken else 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.clusters")
    parser.add_argument("--first", type=int, default=None, metavar="N")
    parser.add_argument("--write", type=Path, metavar="FOLDER")
    return parser


def count(account: Account) -> Counter[str]:
    """Count what an account holds, by column and by kind."""
    found: Counter[str] = Counter(point.standing for point in account.points)
    differences = [difference for point in account.points for difference in point.differences]
    found["points"] = len(account.points)
    found["shared"] = sum(len({reading.span.report for reading in point.readings}) > 1 for point in account.points)
    found["differences"] = len(differences)
    found["contradictions"] = sum(not difference.compatible for difference in differences)
    found["attributions"] = len(account.attributions)
    found["omissions"] = len(account.omissions)
    found["origins"] = len(account.origins)
    found.update(
        f"difference {each.kind}, {'compatible' if each.compatible else 'contradiction'}" for each in differences
    )
    found.update(f"origin {each.kind}" for each in account.origins)
    return found


def write(account: Account, event: str, folder: Path) -> None:
    """Keep an account to be read."""
    folder.mkdir(parents=True, exist_ok=True)
    name = "-".join("".join(char if char.isalnum() else " " for char in event).split())
    for format, suffix in (("markdown", "md"), ("json", "json")):
        (folder / f"{name}.{suffix}").write_bytes(FORMATS[format].write(account))


def clusters() -> dict[str, list[Source]]:
    """Return the reports of each event, by the year and the name of the event."""
    found: dict[str, list[tuple[str, dict[str, Any]]]] = defaultdict(list)
    with tarfile.open(BASIL) as archive:
        for member in archive.getmembers():
            content = archive.extractfile(member)
            if content and member.name.endswith(".json"):
                article = json.load(content)
                found[article["triplet-uuid"]].append((member.name, article))
    named = {}
    for id, articles in sorted(found.items()):
        articles.sort(key=lambda each: each[0])
        event = articles[0][1]["main-event"]
        named[f"{articles[0][1]['date'][:4]} {event} {id[:4]}"] = [_source(article) for _, article in articles]
    return named


def _source(article: dict[str, Any]) -> Source:
    paragraphs = [" ".join(sentences) for sentences in article["body-paragraphs"]]
    outlet = OUTLETS.get(article["source"].lower(), article["source"])
    return Source(
        path=f"{article['source']}.txt",
        id=article["source"],
        text="\n\n".join([article["title"], *paragraphs]) + "\n",
        outlet=outlet,
        published=article["date"],
        url=article["url"],
    )


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
