"""Accuracy and cost of the English pack, one table: `make bench-pack`, or `python -m benchmarks.pack --data DATA`.

Scores are CoNLL 2018's from raw text: words match by their characters, relations without subtypes, punctuation out.
`--dev` measures the development parts, which thresholds may be chosen on; the test parts are for the last look.
"""

import argparse
import time
from pathlib import Path
from resource import RUSAGE_SELF, getrusage

from training.items import Item
from training.names import read_crossner, read_uner, read_wikinews
from training.treebanks import add_names, read_documents

from accord.language.pack import EnglishPack, Pack, load
from accord.language.pack import __file__ as pack_file
from accord.language.tokens import split_tokens
from accord.language.windows import plan_windows
from benchmarks.pack_scores import F1, gold_words, leave_untold, match_names, read_words, score_words
from benchmarks.pack_vectors import correlate

Row = tuple[str, float, float | None]  # a figure, its value, what is to be reached
RELATIONS = ("nsubj", "obj", "ccomp", "xcomp", "appos", "conj")
GOALS = {
    "EWT UAS": 90,
    "EWT LAS": 87,
    "GUM UAS": 91,
    "GUM LAS": 88.5,
    "GUM news LAS": 87,
    "GUM UPOS": 97,
    "GUM lemma": 97.5,
    "GUM sentence F1": 95,
    "names GUM": 78,
    "names UNER EWT": 74,
    "names CrossNER politics": 86,
    "names wikinews-gold dev": 86,
}


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--data", type=Path, default=Path("../shared/data"))
    parser.add_argument("--pack", type=Path, default=None, help="a pack's folder; the package's own by default")
    parser.add_argument("--teacher", type=Path, default=None, help="vectors made by training/pairs.py")
    parser.add_argument("--dev", action="store_true")
    args = parser.parse_args()
    began = time.perf_counter()
    pack = load(args.pack)
    loading = time.perf_counter() - began
    if not isinstance(pack, EnglishPack):
        raise SystemExit("There is no model in the package: make one with `python -m training`.")
    folder = args.pack or Path(pack_file).parent / "en"
    rows = measure_cost(pack, args.data, folder, loading)
    rows += measure_accuracy(pack, args.data, "dev" if args.dev else "test")
    if args.teacher:
        rows.append(("vector rank correlation", correlate(pack, args.teacher), 0.95))
    for name, value, goal in rows:
        print(f"{name:34} {value:10.2f} {goal if goal is not None else '':>8}")


def measure_accuracy(pack: Pack, data: Path, part: str) -> list[Row]:
    found: list[tuple[str, float]] = []
    gum = read_documents(data / f"treebanks/gum-{part}.conllu.gz")
    add_names(gum)
    ewt = read_documents(data / f"treebanks/ewt-{part}.conllu.gz")
    scores = score_words([(gold_words(d), read_words(pack, d)) for d in ewt])
    found += [("EWT words F1", scores["words"]), ("EWT sentence F1", scores["sentences"])]
    found += [("EWT UAS", scores["uas"]), ("EWT LAS", scores["las"]), ("EWT UPOS", scores["upos"])]
    pairs = [(gold_words(d), read_words(pack, d)) for d in gum]
    scores = score_words(pairs)
    news = score_words([p for p, d in zip(pairs, gum, strict=True) if "_news_" in d[0].doc])
    found += [("GUM words F1", scores["words"]), ("GUM sentence F1", scores["sentences"])]
    found += [("GUM UAS", scores["uas"]), ("GUM LAS", scores["las"]), ("GUM news LAS", news["las"])]
    found += [("GUM UPOS", scores["upos"]), ("GUM lemma", scores["lemma"]), ("GUM feats", scores["feats"])]
    found += [(f"GUM {r}", scores[r]) for r in RELATIONS]
    found.append(("names GUM", match_names([(g.names, p.names) for g, p in pairs]).value))
    told = [(g.names, leave_untold(g, p.names)) for g, p in pairs]
    found.append(("  where GUM can tell", match_names(told).value))
    if part == "test":
        uner = read_uner(data / "names/uner-ewt-test.iob2.gz", ewt)
        found.append(("names UNER EWT", measure_documents(pack, uner)))
    politics = [[i] for i in read_crossner(data / "names/crossner.tar.gz", "politics", part)]
    found.append(("names CrossNER politics", measure_documents(pack, politics)))
    found += measure_wikinews(pack, data)
    return [(name, value, GOALS.get(name)) for name, value in found]


def measure_documents(pack: Pack, documents: list[list[Item]]) -> float:
    return match_names([(gold_words(d).names, read_words(pack, d).names) for d in documents if d]).value


def measure_wikinews(pack: Pack, data: Path) -> list[tuple[str, float]]:
    articles = read_wikinews(data / "wikinews-gold/dev.jsonl.gz")
    pairs = [(gold_words([p]), read_words(pack, [p])) for a in articles for p in a]
    found = [("names wikinews-gold dev", match_names([(g.names, p.names) for g, p in pairs]).value)]
    kinds = ("PERSON", "ORGANIZATION", "PLACE", "EVENT", "DOCUMENT", "NORP")
    found += [(f"  {k.lower()}", match_names([(g.names, p.names) for g, p in pairs], k).value) for k in kinds]
    for kind in ("SOURCE", "CUE", "CONTENT"):
        tally = F1()
        for gold, read in pairs:
            tally.add(
                {i for i, t in gold.attrs.items() if t.endswith(kind)},
                {i for i, t in read.attrs.items() if t.endswith(kind)},
            )
        found.append((f"  {kind.lower()}, by word", tally.value))
    return found


def measure_cost(pack: EnglishPack, data: Path, folder: Path, loading: float) -> list[Row]:
    """Whole pack against its bare encoder, on wikinews articles, one core."""
    articles = read_wikinews(data / "wikinews-gold/train.jsonl.gz")[:60]
    pages = ["\n".join(p.text for p in a) for a in articles]
    stretches = [_paragraphs(page) for page in pages]
    pack.parse(pages[0], stretches[0])
    began = time.process_time()
    words = sum(len(s) for page, s_ in zip(pages, stretches, strict=True) for s in pack.parse(page, s_))
    whole = time.process_time() - began
    bare = measure_encoder(pack, pages, stretches)
    size = sum(p.stat().st_size for p in folder.iterdir()) / 1e6
    return [
        ("words/s, one core", words / whole, 4000),
        ("time / bare encoder's", whole / bare, 1.5),
        ("load, s", loading, 1.0),
        ("resident memory, MB", getrusage(RUSAGE_SELF).ru_maxrss / 1024, 400),
        ("size, MB", size, 30),
    ]


def _paragraphs(page: str) -> list[tuple[int, int]]:
    bounds, at = [], 0
    for line in page.split("\n"):
        bounds.append((at, at + len(line)))
        at += len(line) + 1
    return bounds


def measure_encoder(pack: EnglishPack, pages: list[str], stretches: list[list[tuple[int, int]]]) -> float:
    """CPU seconds that the encoder alone takes for the same windows."""
    laid = [
        w.lay_out()
        for page, bounds in zip(pages, stretches, strict=True)
        for s, e in bounds
        for w in plan_windows(page, split_tokens(page, s, e), pack._pieces)
    ]
    began = time.process_time()
    for window in laid:
        pack._encoder.read(*window)
    return time.process_time() - began


if __name__ == "__main__":
    main()
