# mypy: ignore-errors
"""GUM marks full noun phrases; a name is the proper noun inside. PERSON: the PROPN head and its `flat` children.
ORGANIZATION, PLACE, EVENT: the capitalised run about the head, joined by of, and, the, for. Plural peoples are NORP.
What GUM can't tell (works, objects, adjectives of nations) is masked."""

import re

from training.items import MASK, Item

_BRACKET = re.compile(r"\((\d+)-([a-z]+)[^()]*(\))?|(\d+)\)")
_TYPES = {"person": "PERSON", "organization": "ORGANIZATION", "place": "PLACE", "event": "EVENT"}
_JOINTS = frozenset(
    ["of", "and", "the", "for", "&", "-", "–", "'", "'s", "’s", "de", "la", "al", "del", "von", "van", "/", "."]
)
_TITLES = frozenset(
    [
        "mr.",
        "mrs.",
        "ms.",
        "dr.",
        "president",
        "king",
        "queen",
        "prince",
        "princess",
        "pope",
        "sir",
        "lord",
        "lady",
        "senator",
        "governor",
        "general",
        "captain",
        "justice",
        "professor",
        "prof.",
        "judge",
        "minister",
        "secretary",
        "chairman",
        "mayor",
        "god",
        "mom",
        "dad",
        "mum",
        "grandma",
        "grandpa",
        "uncle",
        "aunt",
        "emperor",
        "empress",
        "earl",
        "duke",
        "command",
        "protector",
        "whip",
        "baron",
        "bishop",
        "archbishop",
        "sister",
        "brother",
        "father",
        "mother",
        "sheikh",
        "sultan",
        "shah",
        "chancellor",
        "premier",
        "ambassador",
        "representative",
        "congressman",
        "coach",
        "doctor",
    ]
)


def read_spans(misc: list[str]) -> list[tuple[int, int, str]]:
    """Entity spans of one sentence: first, last (exclusive), GUM type; those that cross its end are dropped."""
    open_, spans = {}, []
    for i, cell in enumerate(misc):
        match = re.search(r"(?:^|\|)Entity=([^|]*)", cell)
        for number, kind, closed, closing in _BRACKET.findall(match.group(1) if match else ""):
            if closing:
                if open_.get(closing):
                    first, kind = open_[closing].pop()
                    spans.append((first, i + 1, kind))
            elif closed:
                spans.append((i, i + 1, kind))
            else:
                open_.setdefault(number, []).append((i, kind))
    return spans


def read_entities(item: Item, misc: list[str]) -> list[str]:
    spans = sorted(read_spans(misc), key=lambda s: (s[0] - s[1], s[0]))
    inner = [""] * len(item.words)
    for first, last, kind in spans:
        inner[first:last] = [kind] * (last - first)
    tags = [_default_tag(item, i, inner[i]) for i in range(len(item.words))]
    taken = [False] * len(tags)
    for first, last, kind in spans:
        _mark(item, tags, taken, first, last, kind)
    return tags


def _default_tag(item: Item, i: int, kind: str) -> str:
    """Titles and dates are no names; proper nouns that are works, things or nothing GUM names can't be told."""
    if item.upos[i] == "PROPN":
        return "O" if kind in (*_TYPES, "time") else MASK
    return MASK if item.upos[i] == "ADJ" and item.words[i][:1].isupper() and i else "O"


def _mark(item: Item, tags: list[str], taken: list[bool], first: int, last: int, kind: str) -> None:
    heads = [i for i in range(first, last) if not first <= item.heads[i] < last]
    if len(heads) != 1 or item.upos[heads[0]] != "PROPN" or any(taken[i] for i in heads):
        return
    head = heads[0]
    if kind not in _TYPES:
        return
    label = _TYPES[kind]
    if label == "PERSON" and "Number=Plur" in item.feats[head]:
        label, begin, end = "NORP", head, head + 1
    elif label == "PERSON":
        begin, end = _person(item, head, first, last)
        if end - begin == 1 and item.words[begin].lower() in _TITLES:
            return
    else:
        begin, end = _run(item, head, first, last)
    if any(taken[begin:end]):
        return
    for i in range(begin, end):
        tags[i], taken[i] = ("B-" if i == begin else "I-") + label, True


def _person(item: Item, head: int, first: int, last: int) -> tuple[int, int]:
    end = head + 1
    while end < last and (
        (item.labels[end] == "flat" and item.heads[end] == head)
        or (item.words[end] in "-.‐" and end + 1 < last and item.labels[end + 1] == "flat")
        or (
            item.words[end] in ('"', "“", "”")
            and end + 1 < last
            and any(item.labels[k] == "flat" and item.heads[k] == head for k in range(end + 1, min(end + 3, last)))
        )
    ):
        end += 1
    return head, end


def _run(item: Item, head: int, first: int, last: int) -> tuple[int, int]:
    def belongs(i: int) -> bool:
        return item.upos[i] == "PROPN" or (
            item.words[i][:1].isupper() and item.upos[i] in ("ADJ", "NOUN", "NUM", "VERB", "ADP")
        )

    begin = head
    i = head - 1
    while i >= first and (belongs(i) or item.words[i].lower() in _JOINTS or (item.upos[i] == "NUM" and i == first)):
        if belongs(i) or item.upos[i] == "NUM":
            begin = i
        i -= 1
    end = head + 1
    i = end
    while i < last and (belongs(i) or item.words[i].lower() in _JOINTS or item.upos[i] == "NUM"):
        if belongs(i) or item.upos[i] == "NUM":
            end = i + 1
        i += 1
    return begin, end
