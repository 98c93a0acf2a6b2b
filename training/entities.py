# mypy: ignore-errors
"""GUM marks full noun phrases; a name is the proper noun inside. PERSON: the PROPN head and its `flat` children.
ORGANIZATION, PLACE, EVENT: the capitalised run about the head, joined by of, and, the, for. Plural peoples are NORP.
What GUM can't tell (works, objects, adjectives of nations) is masked."""

import re

from training.items import MASK, OTHER, Item

_BRACKET = re.compile(r"\((\d+)-([a-z]+)[^()]*(\))?|(\d+)\)")
_TYPES = {"person": "PERSON", "organization": "ORGANIZATION", "place": "PLACE", "event": "EVENT"}
_JOINTS = frozenset(
    ["of", "and", "the", "for", "&", "-", "–", "'", "'s", "’s", "de", "la", "al", "del", "von", "van", "/", "."]
)
_INSIDE = frozenset("-‐.\"“”'‘’")
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
    inner = [(0, 0, "")] * len(item.words)
    for span in spans:
        inner[span[0] : span[1]] = [span] * (span[1] - span[0])
    tags = [_default_tag(item, i, inner[i][2]) for i in range(len(item.words))]
    taken = [False] * len(tags)
    for span in spans:
        _mark(item, tags, taken, span, {i for i in range(span[0], span[1]) if inner[i] == span})
    return tags


def _default_tag(item: Item, i: int, kind: str) -> str:
    """Titles and dates are no names; proper nouns in no phrase can't be told, works and things may be
    other names."""
    if item.upos[i] == "PROPN" and kind and kind not in (*_TYPES, "time"):
        return OTHER
    if item.upos[i] == "PROPN":
        return "O" if kind == "time" or (kind == "person" and _is_title(item, i)) else MASK
    return MASK if item.upos[i] == "ADJ" and item.words[i][:1].isupper() and i else "O"


def _is_title(item: Item, i: int) -> bool:
    return item.words[i].lower() in _TITLES or item.labels[i] == "nmod:desc"


def _mark(item: Item, tags: list[str], taken: list[bool], span: tuple[int, int, str], own: set[int]) -> None:
    """Tag a phrase's name; `own` are the words that no phrase inside it holds."""
    first, last, kind = span
    head = _find_head(item, span, own) if kind in _TYPES else -1
    if head < 0 or taken[head]:
        return
    label = _TYPES[kind]
    if label == "PERSON" and "Number=Plur" in item.feats[head]:
        label, begin, end = "NORP", head, head + 1
    elif label == "PERSON":
        begin, end = _person(item, head, first, last, own)
        if end - head == 1 and item.words[head].lower() in _TITLES:
            return
    else:
        begin, end = _run(item, head, first, last)
    if any(taken[begin:end]):
        return
    for i in range(begin, end):
        tags[i], taken[i] = ("B-" if i == begin else "I-") + label, True


def _find_head(item: Item, span: tuple[int, int, str], own: set[int]) -> int:
    """The proper noun that a phrase's name is built about, -1 where there is none: its head; the first, where some
    of the phrase hangs elsewhere (`India, where …`); else what is flat or apposed to a person (`director Louis Malle`),
    or what a place is the village, city or isle `of`."""
    first, last, kind = span
    heads = [i for i in range(first, last) if not first <= item.heads[i] < last]
    proper = [i for i in heads if item.upos[i] == "PROPN"]
    if len(heads) == 1 and proper:
        return proper[0]
    if proper and kind != "event":
        before = {item.upos[i] for i in range(first, proper[0])}
        return proper[0] if proper[0] in own and before <= {"DET", "ADJ", "PROPN"} else -1
    below = [i for i in sorted(own) if item.heads[i] in heads and item.upos[i] == "PROPN"]
    if kind == "person":
        return next((i for i in below if item.labels[i] in ("flat", "appos")), -1)
    if kind == "place":
        return next((i for i in below if item.labels[i] == "nmod" and _stands_after_of(item, i)), -1)
    return -1


def _stands_after_of(item: Item, i: int) -> bool:
    return any(item.heads[k] == i and item.words[k] == "of" for k in range(max(0, i - 4), i))


def _person(item: Item, head: int, first: int, last: int, own: set[int]) -> tuple[int, int]:
    """The head with what is flat to it, and before it its parts (`O.J. Simpson`), titles left out."""
    top = item.heads[head] if item.labels[head] == "flat" else head
    belongs = lambda i: item.labels[i] == "flat" and (item.heads[i] == top or head <= item.heads[i] < i)  # noqa: E731
    end = head + 1
    while end < last:
        joint = item.words[end] in _INSIDE and any(belongs(k) for k in range(end + 1, min(end + 3, last)))
        if not (joint or belongs(end)):
            break
        end += 1
    begin = head
    while begin < end - 1 and item.words[begin].lower() in _TITLES:
        begin += 1
    while (
        begin > first and item.labels[begin - 1] == "compound" and begin - 1 in own and _is_part(item, begin - 1, head)
    ):
        begin -= 1
    return begin, end


def _is_part(item: Item, i: int, head: int) -> bool:
    return item.upos[i] == "PROPN" and item.heads[i] == head and item.words[i].lower() not in _TITLES


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
