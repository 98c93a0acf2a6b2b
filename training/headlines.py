# mypy: ignore-errors
"""Weights of what speaks for a headline: `python -m training.headlines [archive] [--write]`.

Learned on the pages of `benchmarks/pages.py`, all or some `--parts`: each page offers its candidates (`offer_titles`),
and the weights make the annotated one likely among them (a conditional logit with a quadratic penalty, by Newton's
method from fixed weights on, so the same pages give the same table; annotations that look like slips count little).
Pages that don't offer the annotated title teach nothing. The figure to trust is that of folds parted by site, which is
printed.
"""

import argparse
import hashlib
from collections import Counter
from pathlib import Path

import numpy as np

from accord.errors import InputError
from accord.model.reports import Source
from accord.read.html import metadata, read_html
from accord.read.html.titles import offer_titles
from benchmarks.pages import ARCHIVE, PARTS, load_cases, site_of
from benchmarks.pages_scores import fold, told

TABLE = Path(__file__).parent.parent / "src/accord/knowledge/data/html_headline_weights.tsv"
SOURCE = (
    "# source: weights learned by training/headlines.py on trafilatura's evaluation pages, "
    "see there; compiled for this project, CC0\n# mark\tweight in nats\n"
)
LEAST = 4  # pages that must show a mark
PENALTY = 1.5  # by other sites .935 at 3 and .933 at 1.5, of the pages learned on .948 and .951: taken for the latter
SLIPS = 0.05  # share of annotations that follow no rule: a typing error, a headline of another day
RIVALS = 5  # titles among which such a slip falls
ROUNDS = 6  # of fitting, then asking which annotations are slips
PRIOR = {  # what holds of any site, where the pages show it too seldom to teach it
    "site": -4.0,
    "site name": -3.0,
    "day": -3.0,
    "in <footer>": -3.0,
    "more before told": -4.0,
    "by": -4.0,
    "role comments": -2.0,
    "role promo": -1.0,
    "role related": -1.0,
    "role caption": -1.0,
    "in <aside>": -1.0,
    "in <form>": -1.0,
    "in <figure>": -1.0,
    "linked": -1.0,
    "section": -1.0,
    "host name": -1.0,
    "phrase": -2.0,
    "with site": -2.0,
    "h1 tail told": -1.0,
    "1 word": -1.0,
    "ends heading": 1.0,
}
SMALLEST = 0.05  # weights below which a mark is left out
FOLDS = 8


def read_pages(archive, parts):
    """(site, [(text, marks)], annotated title) of each page of some parts that has one."""
    offered = []
    find = metadata.find_title

    def keep(story, roles, said, url):
        offered.append([(one.text, dict(one.marks)) for one in offer_titles(story, roles, said, url or "")])
        return find(story, roles, said, url)

    metadata.find_title = keep
    pages = []
    for case in [case for part in parts for case in load_cases(archive, part)]:
        if title := told(case, "title"):
            offered.clear()
            try:
                read_html(Source(path="page.html", data=case.data, url=case.url if case.url[:4] == "http" else None))
            except InputError:
                offered.append([])
            pages.append((site_of(case.url), offered[0], title))
    metadata.find_title = find
    return pages


def to_arrays(pages, names):
    """A matrix of marks and the row of the annotated title, -1 where it isn't offered, for each page."""
    columns = {name: number for number, name in enumerate(names)}
    arrays = []
    for _, offered, title in pages:
        matrix = np.zeros((len(offered), len(names)))
        for row, (_, marks) in enumerate(offered):
            for name, much in marks.items():
                if name in columns:
                    matrix[row, columns[name]] = much
        right = [row for row, (text, _) in enumerate(offered) if fold(text) == fold(title)]
        arrays.append((matrix, right[0] if right else -1))
    return arrays


def learn(arrays, penalty, prior):
    """Weights under which the annotated titles are likely; pages whose annotation hardly can be right count little."""
    taught = [(matrix, right) for matrix, right in arrays if right >= 0]
    starts = np.concatenate([[0], np.cumsum([len(matrix) for matrix, _ in taught])])
    stacked, rows = np.concatenate([matrix for matrix, _ in taught]), starts[:-1] + [right for _, right in taught]
    weights, trust = prior, np.ones(len(taught))
    for _ in range(ROUNDS):
        weights = _fit(stacked, starts, rows, trust, weights, penalty, prior)
        likely = _shares(stacked @ weights, starts)[0][rows]
        trust = (1 - SLIPS) * likely / ((1 - SLIPS) * likely + SLIPS / RIVALS)
    return weights


def _fit(stacked, starts, rows, trust, weights, penalty, prior):
    """Newton's method from some weights on, each page counting as much as it is trusted."""
    each, told = np.repeat(trust, np.diff(starts)), trust @ stacked[rows]

    def lose(weights):
        sums = _shares(stacked @ weights, starts)[1]
        return trust @ sums - told @ weights + penalty / 2 * (weights - prior) @ (weights - prior)

    loss = lose(weights)
    for _ in range(50):
        shared = stacked * (_shares(stacked @ weights, starts)[0])[:, None]
        means = np.add.reduceat(shared, starts[:-1], axis=0)
        slope = penalty * (weights - prior) + trust @ means - told
        curve = penalty * np.eye(len(weights)) + stacked.T @ (shared * each[:, None]) - (means.T * trust) @ means
        step = np.linalg.solve(curve, slope)
        while (new := lose(weights - step)) > loss:
            step /= 2
        weights, gain, loss = weights - step, loss - new, new
        if gain < 1e-9:
            break
    return weights


def _shares(sums, starts):
    """The share of each candidate among those of its page, and the logarithm of each page's sum."""
    sizes = np.diff(starts)
    highest = np.maximum.reduceat(sums, starts[:-1])
    powers = np.exp(sums - np.repeat(highest, sizes))
    totals = np.add.reduceat(powers, starts[:-1])
    return powers / np.repeat(totals, sizes), highest + np.log(totals)


def share_right(arrays, weights):
    return [right >= 0 and int(np.argmax(matrix @ weights)) == right for matrix, right in arrays]


def cross_validate(pages, arrays, penalty, prior, seed):
    folds = [int(hashlib.sha1((seed + site).encode()).hexdigest(), 16) % FOLDS for site, *_ in pages]
    hits = 0
    for fold_number in range(FOLDS):
        weights = learn([one for one, at in zip(arrays, folds, strict=True) if at != fold_number], penalty, prior)
        hits += sum(share_right([one for one, at in zip(arrays, folds, strict=True) if at == fold_number], weights))
    return hits / len(pages)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("archive", type=Path, nargs="?", default=ARCHIVE)
    parser.add_argument("--parts", nargs="+", choices=PARTS, default=PARTS)
    parser.add_argument("--penalty", type=float, default=PENALTY)
    parser.add_argument("--write", action="store_true", help="the table of weights")
    options = parser.parse_args()
    pages = read_pages(options.archive, options.parts)
    counts = Counter(name for _, offered, _ in pages for name in {name for _, marks in offered for name in marks})
    names = sorted(name for name, count in counts.items() if count >= LEAST and name)
    arrays = to_arrays(pages, names)
    prior = np.array([PRIOR.get(name, 0.0) for name in names])
    print(f"{len(pages)} pages, {sum(right >= 0 for _, right in arrays)} offer their title, {len(names)} marks")
    for seed in "ab":
        print(f"folds {seed}: {cross_validate(pages, arrays, options.penalty, prior, seed):.3f} right")
    weights = learn(arrays, options.penalty, prior)
    print(f"of the pages learned on {sum(share_right(arrays, weights)) / len(pages):.3f}")
    if options.write:
        rows = sorted(zip(names, weights, strict=True), key=lambda row: (-round(row[1], 2), row[0]))
        lines = [f"{name}\t{weight:.2f}\n" for name, weight in rows if abs(weight) >= SMALLEST]
        TABLE.write_text(SOURCE + "".join(lines), encoding="utf-8")


if __name__ == "__main__":
    main()
