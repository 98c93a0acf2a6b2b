"""What collating costs as a story grows: seconds and memory of `collate` alone at 10, 50, 100 and 200 reports.

    python -m benchmarks.collation [--sizes 10 50 100 200] [--analyses FILE] [--profile N]

The reports are put together from sentences of ../shared/data (news texts): some facts that all tell, more that few
tell, the rest a report's own, 600 words each. Seconds are of processor time, so that a busy machine shows the same; set
OPENBLAS_NUM_THREADS=1, or the threads that multiply matrices are counted twice. The
growth exponent is the slope of log time over log reports from 50 reports on; 1.0 is linear. `--analyses` keeps the
analyses in a file between runs; `--profile` prints where the time of one size goes.
"""

import argparse
import cProfile
import csv
import gzip
import json
import math
import pickle
import pstats
import sys
import tarfile
import time
import tracemalloc
from collections.abc import Iterator, Sequence
from pathlib import Path

from accord.collate.accounts import collate
from accord.gather.stories import gather
from accord.model.accounts import Account, Analysis, Story
from accord.model.reports import Source
from accord.pipeline import per_report
from accord.text.stems import words_of

DATA = Path(__file__).parent.parent.parent / "shared" / "data"
BASIL = DATA / "clusters" / "basil-2010-2014.tar.gz"
WIKINEWS = [DATA / "texts" / f"wikinews-{year}.csv.gz" for year in (2019, 2020)]
SIZES = (10, 50, 100, 200)
WORDS = 600
# The n-th four shared facts stand in every n-th report: the first four in all, the last in one of thirty.
FACTS_PER_RANK, RANKS = 4, 30
LEAST_WORDS, MOST_WORDS = 8, 60
# Growth is judged from here on: below, what is done once a story counts for too much.
FROM_SIZE = 50


def main(arguments: Sequence[str]) -> int:
    """Print the table."""
    options = _parser().parse_args(arguments)
    if not BASIL.exists() or not all(path.exists() for path in WIKINEWS):
        print(f"no texts in {DATA}: nothing measured")
        return 0
    analyses = load_analyses(options.profile or max(options.sizes), options.analyses)
    if options.profile:
        profile(story_of(analyses, options.profile))
        return 0
    collate(story_of(analyses, 2))  # word lists are read once, before anything is timed
    print(f"{'reports':>8} {'words':>9} {'points':>7} {'shared':>7} {'seconds':>8} {'MB':>6}")
    seconds = {size: row(story_of(analyses, size)) for size in options.sizes}
    grown = [size for size in options.sizes if size >= FROM_SIZE]
    if len(grown) > 1:
        first, last = grown[0], grown[-1]
        exponent = math.log(seconds[last] / seconds[first]) / math.log(last / first)
        print(f"growth exponent from {first} to {last} reports: {exponent:.2f}")
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.collation")
    parser.add_argument("--sizes", nargs="+", type=int, default=list(SIZES))
    parser.add_argument("--analyses", type=Path)
    parser.add_argument("--profile", type=int, default=0, metavar="N")
    return parser


def row(story: Story) -> float:
    """Collate once for time and once for memory; print a row and return the seconds."""
    start = time.process_time()
    account = collate(story)
    seconds = time.process_time() - start
    shared = sum(len({reading.span.report for reading in point.readings}) > 1 for point in account.points)
    words = sum(len(words_of(report.text)) for report in account.reports)
    size = len(account.reports)
    print(f"{size:8} {words:9,} {len(account.points):7,} {shared:7,} {seconds:8.2f} {memory(story):6.0f}", flush=True)
    return seconds


def memory(story: Story) -> float:
    """Return the most that a collation holds at once, in MB, the analyses left out."""
    tracemalloc.start()
    account: Account | None = collate(story)
    most = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    del account
    return most / 1e6


def profile(story: Story) -> None:
    """Print the functions in which most time is spent."""
    profiler = cProfile.Profile()
    profiler.runcall(collate, story)
    pstats.Stats(profiler).sort_stats("tottime").print_stats(25)


def story_of(analyses: Sequence[Analysis], size: int) -> Story:
    """Return the first so many reports as one story."""
    story = gather(analyses[:size])
    if story is None:
        raise ValueError("a story needs a report")
    return story


def load_analyses(size: int, kept: Path | None) -> list[Analysis]:
    """Analyse so many reports, or take them from a file of an earlier run."""
    if kept and kept.exists():
        analyses: list[Analysis] = pickle.loads(kept.read_bytes())
        if len(analyses) >= size:
            return analyses
    analyses = [per_report(source) for source in sources(size)]
    if kept:
        kept.write_bytes(pickle.dumps(analyses))
    return analyses


def sources(size: int) -> list[Source]:
    """Put so many reports together; a report is the same in stories of every size."""
    pool = sentence_pool()
    facts = [next(pool) for _ in range(FACTS_PER_RANK * RANKS)]
    return [_source(number, facts, pool) for number in range(size)]


def _source(number: int, facts: Sequence[str], pool: Iterator[str]) -> Source:
    """Put one report together: its own headline and sentences, with the shared facts that fall to it among them."""
    told = [
        told_by(number, fact)
        for index, fact in enumerate(facts)
        if number % (index // FACTS_PER_RANK + 1) == index % (index // FACTS_PER_RANK + 1)
    ]
    lines = [next(pool).rstrip(".")]
    words = 0
    while words < WORDS:
        # two shared facts, then one of its own
        line = told.pop(0) if told and len(lines) % 3 else next(pool)
        lines.append(line)
        words += len(words_of(line))
    text = "\n\n".join(lines) + "\n"
    return Source(path=f"{number:03}.txt", id=f"r{number:03}", text=text, outlet=f"Outlet {number}")


def told_by(number: int, fact: str) -> str:
    """Give the version in which a report tells a fact: whole, without its last phrase, or without its first."""
    phrases = fact.split(", ")
    if len(phrases) > 2 and number % 3 == 1:
        return ", ".join(phrases[:-1]) + "."
    if len(phrases) > 2 and number % 3 == 2:
        return ", ".join(phrases[1:])[0].upper() + ", ".join(phrases[1:])[1:]
    return fact


def sentence_pool() -> Iterator[str]:
    """Yield the sentences of the news texts, each once, in an order that is always the same."""
    seen: set[str] = set()
    for sentence in (*_basil(), *_wikinews()):
        if sentence not in seen and LEAST_WORDS <= len(words_of(sentence)) <= MOST_WORDS:
            seen.add(sentence)
            yield sentence


def _basil() -> Iterator[str]:
    with tarfile.open(BASIL) as archive:
        for member in sorted(archive.getmembers(), key=lambda each: each.name):
            content = archive.extractfile(member)
            if content and member.name.endswith(".json"):
                for paragraph in json.load(content)["body-paragraphs"]:
                    yield from paragraph


def _wikinews() -> Iterator[str]:
    for path in WIKINEWS:
        with gzip.open(path, "rt", encoding="utf-8", newline="") as file:
            for article in csv.DictReader(file):
                for line in article["text"].splitlines():
                    yield from (f"{part}." for part in line.rstrip(".").split(". ") if part)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
