"""Learn the weights by which a page's authors are told: `python -m training.authors [--folds 8] [--write]`.

A logistic regression over the marks of candidates (`accord.read.html.writers`), fitted by Newton's method on
trafilatura's evaluation pages (`benchmarks/pages.py`), all of them or some `--parts`; pages whose annotation names no
author are not learned from, for many have one. Pages count twice: as they are, and without their head, so that bylines
are weighed where it is silent. With `--folds`, pages are judged by weights learned on those of other sites: that is the
figure to trust.
"""

import argparse
import hashlib
import re
from collections import Counter
from pathlib import Path
from typing import NamedTuple

import numpy as np

from accord.errors import InputError
from accord.read.html import authors, metadata
from accord.read.html.charset import decode_page
from accord.read.html.marking import mark
from accord.read.html.roles import judge_blocks
from accord.read.html.said import Said
from accord.read.html.story import Story
from accord.read.html.walk import read_tree
from accord.read.html.writers import Candidate, gather
from benchmarks.pages import ARCHIVE, PARTS, load_cases, site_of
from benchmarks.pages_scores import COMPARE, Case, told

TABLE = Path(__file__).parent.parent / "src/accord/knowledge/data/html_author_weights.tsv"
SOURCE = (
    "# source: learned by training/authors.py from trafilatura's evaluation pages (annotation "
    "Apache-2.0)\n# mark of a candidate\tweight (logits)\n"
)
RIDGE = 3.0
"""Weight of the squares: 2, 3 and 5 differ by less than .008 over eight folds of all pages, parted by site."""
HEADLESS = 0.3
"""What a page without its head counts."""
RAREST = 3
"""Pages' candidates from which a mark is weighed."""
_JOINING = frozenset(["and", "und", "et", "y", "e", "i", "von", "by", "with", "mit", "dr", "prof", "phd", "md"])


class Example(NamedTuple):
    """A page's candidates, which of them are right, what it counts (0: not learned from), and its annotation."""

    site: str
    candidates: list[Candidate]
    right: list[bool]
    amount: float
    annotation: str


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("archive", type=Path, nargs="?", default=ARCHIVE)
    parser.add_argument("--parts", nargs="+", choices=PARTS, default=PARTS)
    parser.add_argument("--folds", type=int, default=0)
    parser.add_argument("--write", action="store_true", help="put the table in its place")
    options = parser.parse_args()
    cases = [case for part in options.parts for case in load_cases(options.archive, part)]
    examples = [one for case in cases for one in read_examples(case)]
    if options.folds:
        cross_validate(examples, options.folds)
    if options.write:
        rows = sorted(fit(examples).items())
        TABLE.write_text(SOURCE + "".join(f"{name}\t{weight:.3f}\n" for name, weight in rows), encoding="utf-8")


def read_examples(case: Case) -> list[Example]:
    """Return a page as it is, and without its head where somebody is rightly named elsewhere."""
    annotation = told(case, "author")
    try:
        marked = mark(decode_page(case.data).text)
    except InputError:
        return []
    story = Story(read_tree(marked))
    roles = judge_blocks(story)
    url = case.url if case.url.startswith("http") else None
    said = Said(marked, story, url)
    addresses = metadata._addresses(said)
    about = authors.describe(said, story, roles, addresses[0].value if addresses else url)
    statements = authors.read_statements(said, story, roles)
    found = []
    for some, amount in ((statements, 1.0), ([one for one in statements if one.block != -1], HEADLESS)):
        candidates = gather(some, about)
        right = tell_right([one.name for one in candidates], annotation)
        if amount == 1.0 or any(right):
            found.append(Example(site_of(case.url), candidates, right, amount if annotation else 0.0, annotation))
    return found if annotation else found[:1]


def tell_right(names: list[str], label: str) -> list[bool]:
    """Say which names are an author's, whole: their words are all among the label's, and no longer name's are."""
    wanted = _words(label)
    words = [_words(name) for name in names]
    within = [bool(some) and some <= wanted for some in words]
    return [
        is_within and not any(some < other for other, fits in zip(words, within, strict=True) if fits)
        for some, is_within in zip(words, within, strict=True)
    ]


def _words(text: str) -> frozenset[str]:
    return frozenset(re.findall(r"\w+", text.casefold())) - _JOINING


def fit(examples: list[Example]) -> dict[str, float]:
    """Return the weight of each mark that is not too rare, and the bias."""
    examples = [one for one in examples if one.amount]
    counts = Counter(name for one in examples for candidate in one.candidates for name in candidate.marks)
    names = sorted(name for name, count in counts.items() if count >= RAREST)
    places = {name: number for number, name in enumerate(names)}
    rows = [(candidate, one) for one in examples for candidate in one.candidates]
    marks = np.zeros((len(rows), len(names) + 1))
    marks[:, -1] = 1.0
    for row, (candidate, _) in zip(marks, rows, strict=True):
        row[[places[name] for name in candidate.marks if name in places]] = 1.0
    right = np.array([fits for one in examples for fits in one.right], float)
    amounts = np.array([one.amount for _, one in rows])
    weights = _descend(marks, right, amounts)
    return {**dict(zip(names, weights.tolist(), strict=False)), "bias": float(weights[-1])}


def _descend(marks: np.ndarray, right: np.ndarray, amounts: np.ndarray) -> np.ndarray:
    """Newton's method; the bias is not drawn to nought."""
    ridge = np.full(marks.shape[1], RIDGE)
    ridge[-1] = 1e-6
    weights = np.zeros(marks.shape[1])
    for _ in range(30):
        told = 1.0 / (1.0 + np.exp(-(marks @ weights)))
        slope = marks.T @ (amounts * (told - right)) + ridge * weights
        bend = (marks * (amounts * told * (1.0 - told))[:, None]).T @ marks + np.diag(ridge)
        step = np.linalg.solve(bend, slope)
        weights = weights - step
        if np.abs(step).max() < 1e-8:
            break
    return weights


def cross_validate(examples: list[Example], folds: int) -> None:
    """Print the shares of right answers, and of pages without an annotated author that are given none."""
    right: Counter[str] = Counter()
    given: Counter[str] = Counter()
    for fold in range(folds):
        table = fit([one for one in examples if _fold(one.site, folds) != fold])
        authors._weights = lambda table=table: table  # type: ignore[assignment]
        for one in examples:
            if _fold(one.site, folds) != fold or 0.0 < one.amount < 1.0:
                continue
            names = authors.choose(one.candidates)
            strict, loose = COMPARE["author"](one.annotation, ", ".join(names))
            for kind, is_so in (
                (("annotated", strict), ("loosely", loose)) if one.annotation else (("none", not names),)
            ):
                given[kind] += 1
                right[kind] += is_so
    print({kind: f"{right[kind]} of {given[kind]}: {right[kind] / given[kind]:.4f}" for kind in given})


def _fold(site: str, folds: int) -> int:
    return int(hashlib.sha1(("a" + site).encode(), usedforsecurity=False).hexdigest(), 16) % folds


if __name__ == "__main__":
    main()
