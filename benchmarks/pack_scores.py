"""Gold and read words on the same characters, and the scores between them."""

from collections import defaultdict
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from typing import Any

from training.items import MASK, Item

from accord.language.pack import Pack

STRICT = ("PERSON", "ORGANIZATION", "PLACE")
Span = tuple[int, int]
Word = dict[str, Any]
Names = set[tuple[int, int, str]]


@dataclass
class Words:
    """Words by span, each with its head's span (None at the root) and its tags; sentences and names by span."""

    words: dict[Span, Word] = field(default_factory=dict)
    sentences: set[Span] = field(default_factory=set)
    names: Names = field(default_factory=set)
    untold: list[Span] = field(default_factory=list)  # words of which the source can't tell whether they are names
    attrs: dict[int, str] = field(default_factory=dict)


@dataclass
class F1:
    """Right, in the gold and found, added up over documents."""

    right: int = 0
    gold: int = 0
    found: int = 0

    def add(self, gold: AbstractSet[Any], found: AbstractSet[Any]) -> None:
        """Count one document's."""
        self.right += len(gold & found)
        self.gold += len(gold)
        self.found += len(found)

    @property
    def value(self) -> float:
        """The harmonic mean of precision and recall, in hundredths."""
        return 200 * self.right / max(1, self.gold + self.found)


def lay_text(document: list[Item]) -> tuple[str, list[list[Span]], list[Span]]:
    """Document → text, spans of each item's words, paragraphs as stretches."""
    text, spans, stretches = "", [], []
    for number, item in enumerate(document):
        if number and item.new_paragraph:
            text += "\n\n"
        if not number or item.new_paragraph:
            stretches.append((len(text), len(text)))
        row = []
        for i, word in enumerate(item.words):
            text += "" if item.glued[i] or (not i and text.endswith("\n")) or not text else " "
            row.append((len(text), len(text) + len(word)))
            text += word
        spans.append(row)
        stretches[-1] = (stretches[-1][0], len(text))
    return text, spans, stretches


def gold_words(document: list[Item]) -> Words:
    out = Words()
    _, spans, _ = lay_text(document)
    for item, row in zip(document, spans, strict=True):
        out.sentences.add((row[0][0], row[-1][1]))
        if item.heads is not None and item.labels and item.upos and item.lemmas and item.feats:
            for i, span in enumerate(row):
                head = item.heads[i]
                out.words[span] = {
                    "head": row[head] if head >= 0 else None,
                    "label": item.labels[i].partition(":")[0],
                    "upos": item.upos[i],
                    "lemma": item.lemmas[i],
                    "feats": item.feats[i],
                }
        out.names |= _named(item.names or [], row)
        out.untold += [span for span, tag in zip(row, item.names or [], strict=False) if tag == MASK]
        for span, tag in zip(row, item.attrs or [], strict=False):
            out.attrs[span[0]] = tag
    return out


def _named(tags: list[str], row: list[Span]) -> Names:
    found: Names = set()
    first = 0
    for i, tag in enumerate([*tags, "O"]):
        if i and tag[:2] != "I-" and tags[i - 1][:2] in ("B-", "I-"):
            found.add((row[first][0], row[i - 1][1], tags[i - 1][2:]))
        if tag[:2] == "B-":
            first = i
    return found


def read_words(pack: Pack, document: list[Item]) -> Words:
    out = Words()
    text, _, stretches = lay_text(document)
    for s in pack.parse(text, stretches):
        out.sentences.add((s.start, s.end))
        row = list(zip(s.starts, s.ends, strict=True))
        for i, span in enumerate(row):
            out.words[span] = {
                "head": row[s.heads[i]] if s.heads[i] >= 0 else None,
                "label": s.labels[i].partition(":")[0],
                "upos": s.upos[i],
                "lemma": s.lemmas[i],
                "feats": s.feats[i],
            }
            out.attrs[span[0]] = s.attributions[i]
        out.names |= {(*s.span_of(n.first, n.last), n.label) for n in s.names}
    return out


def score_words(pairs: list[tuple[Words, Words]]) -> dict[str, float]:
    tallies: dict[str, F1] = {}
    for gold, read in pairs:
        _add(tallies, "sentences", gold.sentences, read.sentences)
        _add(tallies, "words", set(gold.words), set(read.words))
        for key in ("upos", "lemma", "feats"):
            _add(
                tallies, key, {(s, w[key]) for s, w in gold.words.items()}, {(s, w[key]) for s, w in read.words.items()}
            )
        arcs = [
            {(s, w["head"], w["label"]) for s, w in side.words.items() if gold_is_word(gold, s, w)}
            for side in (gold, read)
        ]
        _add(tallies, "las", *arcs)
        _add(tallies, "uas", *({a[:2] for a in side} for side in arcs))
        for label in {a[2] for side in arcs for a in side}:
            _add(tallies, label, *({a for a in side if a[2] == label} for side in arcs))
    return defaultdict(float, {k: t.value for k, t in tallies.items()})


def gold_is_word(gold: Words, span: Span, word: Word) -> bool:
    """Punctuation is what the treebank calls so; a word cut otherwise is judged by its own tag."""
    return bool((gold.words[span]["upos"] if span in gold.words else word["upos"]) != "PUNCT")


def _add(tallies: dict[str, F1], key: str, gold: AbstractSet[Any], found: AbstractSet[Any]) -> None:
    tallies.setdefault(key, F1()).add(gold, found)


def leave_untold(gold: Words, found: Names) -> Names:
    """Names found, without those that touch words of which the source can't tell."""
    return {n for n in found if n in gold.names or not any(n[0] < e and n[1] > s for s, e in gold.untold)}


def match_names(pairs: list[tuple[Names, Names]], kind: str = "") -> F1:
    tally = F1()
    kinds = (kind,) if kind else STRICT
    for gold, found in pairs:
        tally.add({n for n in gold if n[2] in kinds}, {n for n in found if n[2] in kinds})
    return tally
