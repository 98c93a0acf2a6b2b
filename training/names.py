# mypy: ignore-errors
"""CrossNER, UniversalNER and wikinews-gold → items with names (and attributions)."""

import gzip
import io
import itertools
import json
import re
import tarfile
from dataclasses import replace
from pathlib import Path

from accord.language.boundaries import find_starts
from accord.language.tokens import split_tokens
from training.items import MASK, OTHER, Item

CROSSNER = {
    **dict.fromkeys(("politician", "person", "scientist", "writer", "musicalartist", "researcher"), "PERSON"),
    **dict.fromkeys(
        ("organisation", "politicalparty", "university", "band", "magazine", "academicjournal"), "ORGANIZATION"
    ),
    **dict.fromkeys(("country", "location"), "PLACE"),
    **dict.fromkeys(("event", "election", "conference"), "EVENT"),
    **dict.fromkeys(("book", "poem", "song", "album"), "DOCUMENT"),
    "misc": OTHER,
}
UNER = {"PER": "PERSON", "ORG": "ORGANIZATION", "LOC": "PLACE"}


def read_crossner(path: Path, domain: str, split: str) -> list[Item]:
    with tarfile.open(path) as tar:
        member = next(m for m in tar.getmembers() if re.search(rf"{domain}/{split}\.txt$", m.name))
        text = io.TextIOWrapper(tar.extractfile(member), encoding="utf-8").read()
    items = []
    for block in re.split(r"\n\s*\n", text):
        rows = [line.split("\t") for line in block.split("\n") if "\t" in line]
        if rows:
            words = [r[0] for r in rows]
            names = [_map_tag(r[-1].strip(), CROSSNER) for r in rows]
            items.append(retokenize(words, names))
    return items


def _map_tag(tag: str, table: dict[str, str]) -> str:
    if tag[:2] not in ("B-", "I-"):
        return "O"
    kind = table.get(tag[2:].lower() if table is CROSSNER else tag[2:], "")
    return OTHER if kind == OTHER else (tag[:2] + kind if kind else "O")


_NO_BLANK_BEFORE = frozenset(
    [".", ",", ";", ":", "!", "?", ")", "]", "}", "%", "'s", "’s", "n't", "'re", "'ve", "'ll", "'d", "'m", "”"]
)
_NO_BLANK_AFTER = frozenset(["(", "[", "{", "$", "£", "€", "“", "#"])


def detokenize(words: list[str]) -> list[bool]:
    """Whether each word stands without a blank before it, guessed."""
    glued, is_open, after_opening = [], False, False
    for i, word in enumerate(words):
        no_blank = i > 0 and (word in _NO_BLANK_BEFORE or after_opening or (word == '"' and is_open))
        after_opening = word in _NO_BLANK_AFTER
        if word == '"':
            is_open = not is_open
            after_opening = is_open
        glued.append(no_blank)
    return glued


def retokenize(words: list[str], names: list[str]) -> Item:
    """CrossNER's words (cut at blanks and some marks) → the pack's own tokens."""
    glued = detokenize(words)
    out = Item([], [], "crossner", names=[], is_sentence=False)
    text = ""
    spans = []
    for word, is_glued in zip(words, glued, strict=True):
        text += "" if is_glued or not text else " "
        spans.append((len(text), len(text) + len(word)))
        text += word
    k = 0
    for token in split_tokens(text):
        while spans[k][1] <= token.start:
            k += 1
        tag = names[k]
        if tag.startswith("B-") and token.start > spans[k][0]:
            tag = "I-" + tag[2:]
        out.words.append(text[token.start : token.end])
        out.glued.append(token.start > 0 and not text[token.start - 1].isspace())
        out.names.append(tag)
    out.text = text
    return out


def read_uner(path: Path, documents: list[list[Item]]) -> list[list[Item]]:
    """Names of UniversalNER laid on EWT's own sentences, with their trees; those without names are left out."""
    rows, tags = [], {}
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in [*lines, "\n"]:
            line = line.rstrip("\n")
            if not line:
                if rows:
                    tags.setdefault(tuple(r[1] for r in rows), [_map_tag(r[2], UNER) for r in rows])
                rows = []
            elif line[0] != "#":
                rows.append(line.split("\t"))
    found = []
    for document in documents:
        out = []
        for item in document:
            names = tags.get(tuple(item.words))
            if names is None:
                continue
            masked = [
                (MASK if u == "ADJ" else OTHER) if n == "O" and u in ("ADJ", "PROPN") and w[:1].isupper() else n
                for n, u, w in zip(names, item.upos, item.words, strict=True)
            ]
            out.append(replace(item, source="uner", names=masked))
        found.append(out)
    return found


def read_wikinews(path: Path) -> list[list[Item]]:
    """Articles as lists of paragraphs."""
    articles = []
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            articles.append(_read_article(row["text"], row["items"], row["id"]))
    return articles


def _read_article(text: str, items: list[dict], doc: str) -> list[Item]:
    spans = [(s, e, i["type"]) for i in items if i["k"] == "name" for s, e in i["spans"]]
    speech = sorted(
        (i["spans"] for i in items if i["k"] == "attr"),
        key=lambda p: -sum(e - s for s, e in _pairs(p.get("content"))),
    )
    paragraphs = []
    for match in re.finditer(r"[^\n]+", text):
        tokens = split_tokens(text, match.start(), match.end())
        if not tokens:
            continue
        bounds = [(t.start, t.end) for t in tokens]
        names = lay_tags(bounds, sorted(spans, key=lambda s: s[0] - s[1]))
        attrs = ["O"] * len(bounds)
        for parts in speech:
            triples = [(s, e, k.upper()) for k in ("content", "source", "cue") for s, e in _pairs(parts.get(k))]
            laid = lay_tags(bounds, triples)
            touched = [i for i, tag in enumerate(laid) if tag != "O"]
            if touched and all(attrs[i] == "O" for i in touched):
                for i in touched:
                    attrs[i] = laid[i]
        paragraphs.append(
            Item(
                [text[s:e] for s, e in bounds],
                [s > match.start() and not text[s - 1].isspace() for s, e in bounds],
                "wikinews",
                names=names,
                attrs=attrs,
                is_sentence=False,
                new_paragraph=True,
                text=match.group(),
                doc=doc,
            )
        )
    return paragraphs


def _pairs(spans: list | None) -> list[list[int]]:
    """One span or several, as a list of spans."""
    return [] if not spans else [spans] if isinstance(spans[0], int) else spans


def sentence_texts(item: Item) -> list[str]:
    """Sentences of a paragraph, by rule: for the teacher's vectors."""
    tokens = split_tokens(item.text)
    starts = [tokens[i].start for i in find_starts(item.text, tokens)] + [len(item.text)]
    return [item.text[a:b].strip() for a, b in itertools.pairwise(starts)]


def lay_tags(bounds: list[tuple[int, int]], spans: list[tuple[int, int, str]]) -> list[str]:
    tags = ["O"] * len(bounds)
    for start, end, label in spans:
        inside = [i for i, (s, e) in enumerate(bounds) if s < end and e > start]
        if inside and all(tags[i] == "O" for i in inside):
            for i in inside:
                tags[i] = ("B-" if i == inside[0] else "I-") + label
    return tags
