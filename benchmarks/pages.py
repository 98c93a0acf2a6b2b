"""Pages in: main text, headline, day, authors and speed on the evaluation pages of trafilatura, peers beside.

    python -m benchmarks.pages [../shared/data/pages/trafilatura-eval.tar.xz] [--sample N] [--part tuned|opened|held]

How answers are counted stands in `benchmarks/pages_scores.py`. Main text is what has the role body, heading, summary or
headline; captions are told apart by role and left out, as the annotation asks. Pages are parted by the SHA-1 of their
address: a half on which rules were tuned from the beginning, a quarter whose misses were read later (opened), and a
quarter of which no page was read until all tables and rules stood (held). The tables that weigh headlines and authors
are learned on all of them; what they do on sites that they were not learned on is printed by `training/headlines.py`
and `training/authors.py`. Pages/s is of this process's CPU time, text and metadata together. Peers that are not
installed are left out, and `-` stands for what a tool does not give.
"""

import argparse
import hashlib
import json
import tarfile
import time
from collections.abc import Callable
from pathlib import Path
from urllib.parse import urlsplit

from accord.errors import InputError
from accord.model.reports import Source
from accord.read.html import read_html
from benchmarks.pages_scores import FIELDS, Answer, Case, Counts, share_in_page

MAIN = frozenset({"body", "heading", "summary", "headline"})
ARCHIVE = Path(__file__).parents[2] / "shared/data/pages/trafilatura-eval.tar.xz"
PARTS = ("tuned", "opened", "held")
COLUMNS = ("P", "R", "F", "title", "title~", "author", "author~", "date", "pages/s")
Tool = Callable[[Case], Answer]


def part_of(url: str) -> str:
    """Return the part that a page belongs to, by the last bits of its address's SHA-1: tuned, opened or held.

    >>> [part_of(f"https://herald.example/{number}") for number in range(4)]
    ['opened', 'tuned', 'opened', 'tuned']
    """
    digest = int(hashlib.sha1(url.encode(), usedforsecurity=False).hexdigest(), 16)
    return "tuned" if digest % 2 == 0 else "opened" if digest // 2 % 2 == 0 else "held"


def site_of(url: str) -> str:
    """Return the site of a page, by which folds are parted: the last two labels of its host.

    >>> site_of("https://www.herald.example/talks")
    'herald.example'
    """
    return ".".join((urlsplit(url).hostname or url).split(".")[-2:])


def load_cases(archive: Path, part: str | None) -> list[Case]:
    """Read the pages of the archive that are there, of one part or all, sorted by address."""
    with tarfile.open(archive) as tar:
        files = {}
        for member in tar.getmembers():
            opened = tar.extractfile(member) if member.isfile() else None
            if opened:
                files[member.name.removeprefix("./")] = opened.read()
    cases = []
    for url, gold in sorted(json.loads(files["evaldata.json"]).items()):
        data = files.get("cache/" + gold["file"]) or files.get("eval/" + gold["file"])
        if data is not None and part in (None, part_of(url)):
            cases.append(Case(url, gold, data))
    return cases


def run_accord(case: Case) -> Answer:
    url = case.url if case.url.startswith("http") else None
    try:
        page = read_html(Source(path="page.html", data=case.data, url=url))
    except InputError:
        return Answer("")
    assert page.facts is not None
    text = "\n".join(one.span.text for one in page.passages if one.role in MAIN)
    facts = page.facts
    return Answer(text, facts.headline or "", ", ".join(facts.authors), facts.published or "")


def find_peers() -> dict[str, tuple[Tool, str]]:
    """Return the peers that are installed, each with the columns that it fills."""
    found: dict[str, tuple[Tool, str]] = {}
    for name, make, gives in (
        ("trafilatura", _trafilatura, "text title author date"),
        ("readability-lxml", _readability, "text title"),
        ("resiliparse", _resiliparse, "text title"),
        ("htmldate", _htmldate, "date"),
    ):
        try:
            found[name] = make(), gives
        except ImportError:
            print(f"{name} is not installed: left out")
    return found


def _trafilatura() -> Tool:
    import trafilatura  # type: ignore[import-not-found, unused-ignore]

    def run(case: Case) -> Answer:
        url = case.url if case.url.startswith("http") else None
        told = trafilatura.bare_extraction(case.data, url=url, include_comments=False, with_metadata=True)
        if told is None:
            return Answer("")
        return Answer(told.text or "", told.title or "", (told.author or "").replace(";", ","), told.date or "")

    return run


def _readability() -> Tool:
    import lxml.html  # type: ignore[import-untyped, import-not-found, unused-ignore]
    import readability  # type: ignore[import-untyped, import-not-found, unused-ignore]

    def run(case: Case) -> Answer:
        page = readability.Document(case.data.decode("utf-8", "replace"))
        return Answer(lxml.html.fromstring(page.summary()).text_content(), page.short_title())

    return run


def _resiliparse() -> Tool:
    from resiliparse.extract.html2text import extract_plain_text  # type: ignore[import-not-found, unused-ignore]
    from resiliparse.parse.encoding import bytes_to_str, detect_encoding  # type: ignore[import-not-found, unused-ignore]
    from resiliparse.parse.html import HTMLTree  # type: ignore[import-not-found, unused-ignore]

    def run(case: Case) -> Answer:
        tree = HTMLTree.parse(bytes_to_str(case.data, detect_encoding(case.data)))
        return Answer(extract_plain_text(tree, main_content=True), tree.title or "")

    return run


def _htmldate() -> Tool:
    from htmldate import find_date  # type: ignore[import-untyped, import-not-found, unused-ignore]

    def run(case: Case) -> Answer:
        url = case.url if case.url.startswith("http") else None
        return Answer("", date=find_date(case.data, url=url, original_date=True) or "")

    return run


def measure(tool: Tool, cases: list[Case]) -> dict[str, float]:
    counts = Counts()
    spent = 0.0
    for case in cases:
        before = time.process_time()
        try:
            answer = tool(case)
        except Exception as error:
            print(f"{case.url}: {type(error).__name__}")
            answer = Answer("")
        spent += time.process_time() - before
        counts.add(case, answer)
    return {**counts.shares(), "pages/s": len(cases) / spent}


def _show(figures: dict[str, float], gives: str) -> str:
    cells = []
    for column in COLUMNS:
        name = column.rstrip("~")
        is_given = name == "pages/s" or (name if name in FIELDS else "text") in gives.split()
        cells.append(f"{figures[column]:8.{1 if name == 'pages/s' else 3}f}" if is_given else f"{'-':>8}")
    return "".join(cells)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("archive", type=Path, nargs="?", default=ARCHIVE)
    parser.add_argument("--part", choices=PARTS)
    parser.add_argument("--sample", type=int, default=1, help="take every Nth page")
    options = parser.parse_args()
    tools = {"accord": (run_accord, "text title author date"), **find_peers()}
    print(f"{'':24}{'pages':>6}" + "".join(f"{name:>8}" for name in COLUMNS))
    for part in [options.part] if options.part else PARTS:
        cases = load_cases(options.archive, part)[:: options.sample]
        for name, (tool, gives) in tools.items():
            tool(cases[0])  # lazy imports are not what is timed
            print(f"{part + ' ' + name:24}{len(cases):6}{_show(measure(tool, cases), gives)}", flush=True)
        held = ", ".join(f"{field} {share:.3f}" for field, share in share_in_page(cases).items())
        print(f"{part + ' in page':24}{len(cases):6}  {held}", flush=True)


if __name__ == "__main__":
    main()
