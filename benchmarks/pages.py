"""Pages in: main text, headline, day, authors and speed on the evaluation pages of trafilatura, peers beside.

    python benchmarks/pages.py ../shared/data/pages/trafilatura-eval.tar.xz [--sample N] [--half tune|held]

F is that of segments the main text must and must not hold (`with`, `without` of evaldata.json), blanks run together.
Main text is what has the role body, heading, summary or headline; captions are told apart by role and left out, as the
annotation asks. A headline or author is right where letters and digits are the same; a day where all its digits are.
Pages are halved by the SHA-1 of their address: rules were tuned on one half only. Pages/s is of this process's CPU
time, text and metadata together. Peers that are not installed are left out.
"""

import argparse
import hashlib
import json
import re
import tarfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from accord.errors import InputError
from accord.model.reports import Source
from accord.read.html import read_html

MAIN = frozenset({"body", "heading", "summary", "headline"})


class Answer(NamedTuple):
    """What a tool makes of a page."""

    text: str
    title: str = ""
    author: str = ""
    date: str = ""


class Case(NamedTuple):
    """One page with its annotation."""

    url: str
    gold: dict[str, object]
    data: bytes


Tool = Callable[[Case], Answer]


def load_cases(archive: Path, half: str | None) -> list[Case]:
    """Read the pages of the archive that are there, sorted by address."""
    with tarfile.open(archive) as tar:
        files = {}
        for member in tar.getmembers():
            opened = tar.extractfile(member) if member.isfile() else None
            if opened:
                files[member.name.removeprefix("./")] = opened.read()
    cases = []
    for url, gold in sorted(json.loads(files["evaldata.json"]).items()):
        data = files.get("cache/" + gold["file"]) or files.get("eval/" + gold["file"])
        tuned = int(hashlib.sha1(url.encode(), usedforsecurity=False).hexdigest(), 16) % 2 == 0
        if data is not None and (half is None or tuned == (half == "tune")):
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


def find_peers() -> dict[str, Tool]:
    """Return the peers that are installed."""
    found: dict[str, Tool] = {}
    for name, make in (
        ("trafilatura", _trafilatura),
        ("readability-lxml", _readability),
        ("resiliparse", _resiliparse),
    ):
        try:
            found[name] = make()
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


def run_blanks(text: str) -> str:
    return re.sub(r"\s+", " ", text).strip()


def fold(text: str) -> str:
    return re.sub(r"\W+", "", text).casefold()


def people(text: str) -> list[str]:
    return [word for word in re.findall(r"\w+", text.casefold()) if word not in ("and", "und", "et", "y", "von", "by")]


def told(case: Case, key: str) -> str:
    value = case.gold.get(key) or ""
    return (", ".join(map(str, value)) if isinstance(value, list) else str(value)).strip()


def measure(tool: Tool, cases: list[Case]) -> dict[str, float]:
    right, given = dict.fromkeys(("title", "author", "date"), 0), dict.fromkeys(("title", "author", "date"), 0)
    hits = wrong = missed = 0
    spent = 0.0
    for case in cases:
        before = time.process_time()
        try:
            answer = tool(case)
        except Exception as error:
            print(f"{case.url}: {type(error).__name__}")
            answer = Answer("")
        spent += time.process_time() - before
        text = run_blanks(answer.text)
        must, must_not = [[run_blanks(one) for one in _segments(case, key)] for key in ("with", "without")]
        hits += sum(one in text for one in must)
        missed += sum(one not in text for one in must)
        wrong += sum(one in text for one in must_not)
        for key, same in _compare(case, answer).items():
            given[key] += 1
            right[key] += same
    shares = {key: right[key] / max(1, given[key]) for key in given}
    precision, recall = hits / max(1, hits + wrong), hits / max(1, hits + missed)
    f = 2 * hits / max(1, 2 * hits + wrong + missed)
    return {"P": precision, "R": recall, "F": f, **shares, "pages/s": len(cases) / spent}


def _segments(case: Case, key: str) -> list[str]:
    value = case.gold[key]
    return [str(one) for one in value] if isinstance(value, list) else []


def _compare(case: Case, answer: Answer) -> dict[str, bool]:
    """For each of title, author and date that the annotation has, whether the answer is the same."""
    same = {}
    if title := told(case, "title"):
        same["title"] = fold(title) == fold(answer.title)
    if author := told(case, "author"):
        same["author"] = people(author) == people(answer.author)
    if date := told(case, "date"):
        same["date"] = date[:10] == answer.date[:10]
    return same


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("archive", type=Path)
    parser.add_argument("--half", choices=("tune", "held"))
    parser.add_argument("--sample", type=int, default=1, help="take every Nth page")
    options = parser.parse_args()
    columns = ("P", "R", "F", "title", "author", "date", "pages/s")
    tools = {"accord": run_accord, **find_peers()}
    print(f"{'':24}{'pages':>6}" + "".join(f"{name:>9}" for name in columns))
    for half in [options.half] if options.half else ["tune", "held"]:
        cases = load_cases(options.archive, half)[:: options.sample]
        for name, tool in tools.items():
            tool(cases[0])  # lazy imports are not what is timed
            figures = measure(tool, cases)
            shown = "".join(f"{figures[key]:9.1f}" if key == "pages/s" else f"{figures[key]:9.3f}" for key in columns)
            print(f"{half + ' ' + name:24}{len(cases):6}{shown}", flush=True)


if __name__ == "__main__":
    main()
