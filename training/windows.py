"""Items → windows of neighbouring sentences, as numbers; windows → batches of like length."""

import random
from collections import Counter
from dataclasses import dataclass

import torch
from torch import Tensor

from accord.language.lemmas import find_script
from accord.language.pieces import FIRST, LAST, UNKNOWN, Pieces, case_of
from training.augment import augment, curl_marks
from training.items import OTHER, Item

NAMES = ["O"] + [f"{b}-{k}" for k in ("PERSON", "ORGANIZATION", "PLACE", "EVENT", "DOCUMENT", "NORP") for b in "BI"]
ATTRS = ["O"] + [f"{b}-{k}" for k in ("SOURCE", "CUE", "CONTENT") for b in "BI"]
LONGEST_ITEM, LONGEST_WINDOW = 180, 220
IGNORE, OTHERS = -100, -2  # classes that train nothing, and that train what a name is not
HIDE_WORDS = 0.1  # of a window that hides some, so that the context must tell


@dataclass
class Tables:
    """Tag inventories, index = class."""

    upos: list[str]
    feats: list[str]
    lemmas: list[str]
    labels: list[str]
    names: list[str]
    attrs: list[str]

    def sizes(self) -> dict[str, int]:
        return {k: len(v) for k, v in self.__dict__.items()} | {"start": 2}

    def index(self) -> dict[str, dict[str, int]]:
        return {k: {t: i for i, t in enumerate(v)} for k, v in self.__dict__.items()}


def count_tables(items: list[Item]) -> Tables:
    upos, feats, lemmas, labels = Counter(), Counter(), Counter(), Counter()
    for item in items:
        if item.heads is None:
            continue
        upos.update(item.upos)
        feats.update(item.feats)
        labels.update(item.labels)
        lemmas.update(find_script(w, m) for w, m in zip(item.words, item.lemmas, strict=True))
    kept = lambda c, n: sorted(t for t, k in c.items() if k >= n)  # noqa: E731
    return Tables(kept(upos, 1), kept(feats, 3), kept(lemmas, 4), kept(labels, 3), NAMES, ATTRS)


def make_windows(items: list[Item], rng: random.Random | None, cultures: list, longest: int = 100) -> list[list[Item]]:
    """Runs of neighbouring items up to a length drawn anew for each run; a paragraph's end ends a window."""
    windows: list[list[Item]] = []
    run: list[Item] = []
    budget = longest
    for item in items:
        if len(item.words) > LONGEST_ITEM:
            continue
        size = sum(len(i.words) for i in run)
        if run and (item.new_paragraph or not item.is_sentence or size + len(item.words) > budget):
            windows.append(run)
            run = []
            budget = longest if rng is None else rng.randint(20, longest)
        run.append(item if rng is None else augment(item, rng, cultures))
    if run:
        windows.append(run)
    if rng is not None:
        windows = [[curl_marks(i) for i in w] if rng.random() < 0.5 else w for w in windows]
    return windows


class Coder:
    """Windows to numbers."""

    def __init__(self, pieces: Pieces, tables: Tables, *, hide_windows: float = 0.0) -> None:
        self.pieces, self.index, self.hide_windows = pieces, tables.index(), hide_windows

    def encode(self, window: list[Item], rng: random.Random | None = None) -> dict:
        out: dict[str, list] = {
            k: []
            for k in (
                "first",
                "last",
                "item",
                "upos",
                "feats",
                "lemmas",
                "names",
                "attrs",
                "start",
                "heads",
                "labels",
                "rows",
            )
        }
        ids, cases = [FIRST], [0]
        base = 0
        hide = HIDE_WORDS if rng is not None and self.hide_windows and rng.random() < self.hide_windows else 0.0
        for number, item in enumerate(window):
            glue_all = rng is not None and number > 0 and rng.random() < 0.03
            for i, word in enumerate(item.words):
                glued = item.glued[i] or (i == 0 and glue_all)
                cut = (UNKNOWN,) if hide and rng.random() < hide else self.pieces.cut(word)
                out["first"].append(len(ids))
                ids += cut
                out["last"].append(len(ids) - 1)
                cases += [case_of(word, glued=glued)] * len(cut)
            n = len(item.words)
            out["item"] += [number] * n
            for key in ("upos", "feats", "names", "attrs"):
                tags = getattr(item, key)
                out[key] += (
                    [OTHERS if t == OTHER else self.index[key].get(t, IGNORE) for t in tags]
                    if tags is not None
                    else [IGNORE] * n
                )
            tree = item.heads is not None
            out["lemmas"] += (
                [
                    self.index["lemmas"].get(find_script(w, m), IGNORE)
                    for w, m in zip(item.words, item.lemmas, strict=True)
                ]
                if tree
                else [IGNORE] * n
            )
            out["heads"] += [0 if h < 0 else base + h + 1 for h in item.heads] if tree else [IGNORE] * n
            out["labels"] += [self.index["labels"].get(t, IGNORE) for t in item.labels] if tree else [IGNORE] * n
            out["start"] += [1] + [0] * (n - 1) if tree else [IGNORE] * n
            out["rows"].append((base, base + n, -1 if hide else item.vector))
            base += n
        out["ids"], out["cases"] = [*ids, LAST], [*cases, 0]
        return out


def make_batches(coded: list[dict], budget: int, rng: random.Random) -> list[list[dict]]:
    """Windows of like length together, at most `budget` pieces with padding, in shuffled order."""
    order = sorted(coded, key=lambda c: len(c["ids"]) + rng.random() * 8)
    batches, run = [], []
    for c in order:
        if run and (len(run) + 1) * len(c["ids"]) > budget:
            batches.append(run)
            run = []
        run.append(c)
    batches.append(run)
    rng.shuffle(batches)
    return batches


def stack(batch: list[dict]) -> dict[str, Tensor]:
    pieces, words = max(len(c["ids"]) for c in batch), max(len(c["first"]) for c in batch)
    fill = {"ids": 0, "cases": 0, "first": 0, "last": 0, "item": -1}
    out = {}
    for key in batch[0]:
        if key == "rows":
            continue
        width = pieces if key in ("ids", "cases") else words
        out[key] = torch.tensor([c[key] + [fill.get(key, IGNORE)] * (width - len(c[key])) for c in batch])
    out["mask"] = torch.tensor([[1] * len(c["ids"]) + [0] * (pieces - len(c["ids"])) for c in batch], dtype=torch.bool)
    out["rows"] = [(b, first, last, row) for b, c in enumerate(batch) for first, last, row in c["rows"] if row >= 0]
    return out
