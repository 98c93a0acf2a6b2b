# mypy: ignore-errors
"""CoNLL-U → items; GUM's entity brackets → names."""

import gzip
import re
from pathlib import Path

from training.entities import read_entities
from training.items import Item


def read_documents(path: Path) -> list[list[Item]]:
    """Documents of a treebank in order, each a list of sentences."""
    documents: list[list[Item]] = []
    rows: list[list[str]] = []
    doc, new_paragraph = "", True
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            line = line.rstrip("\n")
            if line.startswith("# newdoc"):
                doc = line.partition("= ")[2]
                documents.append([])
                new_paragraph = True
            elif line.startswith("# newpar"):
                new_paragraph = True
            elif not line and rows:
                item = read_sentence(rows, path.name.partition("-")[0])
                item.doc, item.new_paragraph = doc, new_paragraph
                documents[-1].append(item)
                rows, new_paragraph = [], False
            elif line and line[0] != "#":
                rows.append(line.split("\t"))
    return [d for d in documents if d]


def read_sentence(rows: list[list[str]], source: str) -> Item:
    item = Item([], [], source, [], [], [], [], [], names=None)
    glued, fused_last, fused_space = False, 0, ""
    text = ""
    misc = []
    for row in rows:
        if "." in row[0]:
            continue
        if "-" in row[0]:
            fused_last, fused_space = int(row[0].split("-")[1]), row[9]
            continue
        number = int(row[0])
        item.words.append(row[1])
        item.glued.append(glued)
        item.upos.append(row[3])
        item.xpos.append(row[4])
        item.feats.append("" if row[5] == "_" else row[5])
        item.lemmas.append(row[2])
        item.heads.append(int(row[6]) - 1)
        item.labels.append(row[7])
        misc.append(row[9])
        text += ("" if glued or not text else " ") + row[1]
        if number <= fused_last:
            glued = number < fused_last or "SpaceAfter=No" in fused_space
        else:
            glued = "SpaceAfter=No" in row[9]
    item.text = text
    if any("Entity=" in m for m in misc):
        item.names = []
    item_misc[id(item)] = misc
    return item


item_misc: dict[int, list[str]] = {}


def add_names(documents: list[list[Item]]) -> None:
    """GUM only: names from the entity brackets, which may run over sentence ends."""
    for document in documents:
        for item in document:
            item.names = read_entities(item, item_misc[id(item)])


def genre(item: Item) -> str:
    return re.sub(r"^GUM_([a-z]+)_.*", r"\1", item.doc)
