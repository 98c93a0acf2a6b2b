"""What news pages have and treebanks lack: curly marks, missing stops, headline case, far names, datelines."""

import random
from dataclasses import replace
from pathlib import Path

from training.items import Item

AGENCIES = ["Reuters", "AP", "AFP", "Xinhua", "VNA", "TASS", "Bloomberg", "Yonhap", "Kyodo", "ANI", "dpa", "EFE"]
CITIES = (
    "HANOI BEIJING TOKYO SEOUL MANILA JAKARTA BANGKOK|NEW DELHI|WASHINGTON LONDON PARIS BERLIN BRUSSELS MOSCOW KYIV "
    "CAIRO NAIROBI LAGOS TEHRAN ANKARA|UNITED NATIONS|GENEVA CANBERRA OTTAWA|MEXICO CITY|LIMA BOGOTA ISLAMABAD DHAKA"
)
CITIES = [
    c
    for part in CITIES.split("|")
    for c in ([part] if part in ("NEW DELHI", "UNITED NATIONS", "MEXICO CITY") else part.split())
]
MONTHS = ["Jan.", "Feb.", "March", "April", "May", "June", "July", "Aug.", "Sept.", "Oct.", "Nov.", "Dec."]


def load_cultures(path: Path) -> list[tuple[str, list[str], list[str]]]:
    rows = [line.split("\t") for line in path.read_text(encoding="utf-8").splitlines() if line and line[0] != "#"]
    return [(order, family.split(), given.split()) for _, order, family, given in rows]


def make_name(rng: random.Random, cultures: list) -> tuple[list[str], list[str]]:
    """A full name in its own order, and the part that news uses alone."""
    order, families, givens = rng.choice(cultures)
    family = rng.choice(families).replace("_", " ").split()
    given = rng.choice(givens).replace("_", " ").split()
    if order == "GF":
        return given + family, family
    return family + given, given[-1:] if rng.random() < 0.4 and len(given) > 1 else family


def swap_names(item: Item, rng: random.Random, cultures: list) -> Item:
    """Give persons other names: word for word where there is a tree, of any length where there is none."""
    words, glued, names = [], [], []
    i, n = 0, len(item.words)
    keep = [[], [], []]
    while i < n:
        if item.names[i] != "B-PERSON":
            words.append(item.words[i])
            glued.append(item.glued[i])
            names.append(item.names[i])
            keep[0].append(i)
            i += 1
            continue
        end = i + 1
        while end < n and item.names[end] == "I-PERSON":
            end += 1
        full, short = make_name(rng, cultures)
        new = short if end - i == 1 else full
        if item.heads is not None and len(new) != end - i:
            new = item.words[i:end]
        if item.heads is None and item.attrs is not None and len(new) != end - i:
            new = (new * 3)[: end - i]
        if any(not w[:1].isupper() for w in item.words[i : i + 1]):
            new = item.words[i:end]
        if len(new) == end - i:
            keep[0].extend(range(i, end))
        else:
            keep[0].extend([i] * len(new))
        words += new
        glued += [item.glued[i]] + [False] * (len(new) - 1) if new != item.words[i:end] else item.glued[i:end]
        names += ["B-PERSON"] + ["I-PERSON"] * (len(new) - 1)
        i = end
    attrs = [item.attrs[k] for k in keep[0]] if item.attrs is not None else None
    lemmas = item.lemmas
    if lemmas is not None:
        lemmas = [old if new == word else new for old, new, word in zip(lemmas, words, item.words, strict=True)]
    return replace(item, words=words, glued=glued, names=names, attrs=attrs, lemmas=lemmas, vector=-1)


def curl_marks(item: Item) -> Item:
    words = []
    for i, word in enumerate(item.words):
        if word == '"':
            opens = not item.glued[i] or i == 0
            word = "“" if opens else "”"
        elif word == "'":
            word = "‘" if not item.glued[i] or i == 0 else "’"
        elif "'" in word:
            word = word.replace("'", "’")
        words.append(word)
    return replace(item, words=words)


def drop_stop(item: Item) -> Item:
    if (
        len(item.words) < 3
        or item.words[-1] not in (".", "!", "?")
        or item.heads is None
        or len(item.words) - 1 in item.heads
    ):
        return item
    cut = {
        k: getattr(item, k)[:-1]
        for k in ("words", "glued", "upos", "feats", "lemmas", "heads", "labels", "names", "attrs")
        if getattr(item, k) is not None
    }
    return replace(item, **cut)


_SMALL = frozenset(
    [
        "a",
        "an",
        "the",
        "of",
        "in",
        "on",
        "at",
        "to",
        "for",
        "by",
        "from",
        "with",
        "and",
        "or",
        "but",
        "as",
        "is",
        "that",
        "n't",
        "'s",
    ]
)


def headline(item: Item, rng: random.Random) -> Item:
    if rng.random() < 0.25:
        words = [w.upper() for w in item.words]
    else:
        words = [w if w in _SMALL and i else w[:1].upper() + w[1:] for i, w in enumerate(item.words)]
    return replace(item, words=words)


def add_dateline(item: Item, rng: random.Random) -> Item:
    """`HANOI, Dec. 12 (Reuters) — …` before a paragraph without a tree."""
    city = rng.choice(CITIES).split()
    if rng.random() < 0.5:
        city = [w.capitalize() for w in city]
    words, names = list(city), ["B-PLACE"] + ["I-PLACE"] * (len(city) - 1)
    glued = [False] * len(city)
    if rng.random() < 0.6:
        words += [",", rng.choice(MONTHS), str(rng.randint(1, 30))]
        names += ["O"] * 3
        glued += [True, False, False]
    if rng.random() < 0.7:
        words += ["(", rng.choice(AGENCIES), ")"]
        names += ["O", "B-ORGANIZATION", "O"]
        glued += [False, True, True]
    words.append(rng.choice(["—", "-", "–", "--"]))
    names.append("O")
    glued.append(False)
    attrs = ["O"] * len(words) + item.attrs if item.attrs is not None else None
    return replace(
        item, words=words + item.words, glued=glued + item.glued, names=names + item.names, attrs=attrs, vector=-1
    )


def augment(item: Item, rng: random.Random, cultures: list) -> Item:
    if item.names and rng.random() < 0.35 and "B-PERSON" in item.names:
        item = swap_names(item, rng, cultures)
    if item.source in ("wikinews", "crossner") and rng.random() < 0.06:
        item = add_dateline(item, rng)
    if rng.random() < 0.06:
        item = drop_stop(item)
    if len(item.words) < 25 and rng.random() < 0.05:
        item = headline(item, rng)
    return item
