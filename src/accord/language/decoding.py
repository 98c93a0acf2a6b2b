"""Readings of a window → sentences: where each begins, its tree, its lemmas and names."""

from collections.abc import Sequence

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from accord.language.attachments import choose_heads
from accord.language.capitals import tell_proper
from accord.language.encoder import Encoder, Readings
from accord.language.lemmas import Lemmas
from accord.language.marking import choose_tags
from accord.language.windows import Window
from accord.model.sentences import Name, Sentence

SURE, LIKELY, UNLIKELY = 2.0, 0.0, -4.0
"""Log-odds at which a sentence begins: after no end mark, after one, where the rules see one. Chosen on GUM and EWT dev
(sentence F1 95.4 and 90.5; with 2, 0, -6 95.2 and 90.3, with 3, 0, -6 95.4 and 89.6)."""

PROPER = frozenset(("PERSON", "ORGANIZATION", "PLACE"))
DOUBT = 1.0
"""What the scores of their first words are lowered by: the sources leave untold what might be a name, and so teach too
little doubt. Chosen on GUM and wikinews-gold dev (names F1 83.6 → 83.8 and 89.2 → 89.4; 0.75 and 1.25 are as good)."""

TRUST = 2.37
"""What the score of no attribution is lowered by: few texts have attributions marked, and readings held to agree on the
rest have learned to be wary. Chosen where overlaps still rise on PolNeAR dev (outermost ones; source, cue, content
79.5, 77.2, 83.1 with 1.7, 80.1, 78.0, 83.9 now) and wikinews-gold dev, and exact contents hardly fall."""

_ENDS = frozenset(".!?…:;。！？")
_CLOSERS = frozenset("\"'”’)]»")


class Tags(Struct, frozen=True):
    """The pack's inventories: class number → tag."""

    upos: tuple[str, ...]
    feats: tuple[str, ...]
    lemmas: tuple[str, ...]
    labels: tuple[str, ...]
    names: tuple[str, ...]
    attrs: tuple[str, ...]


def find_cuts(window: Window, start: NDArray[np.float32]) -> list[int]:
    """Return the words that begin a sentence: the rules propose, the reader decides, more freely after a stop."""
    cuts = [0]
    for index, odds in enumerate(start.tolist()):
        if not index:
            continue
        threshold = UNLIKELY if index in window.starts else LIKELY if _is_stopped(window.words, index) else SURE
        if odds > threshold:
            cuts.append(index)
    return cuts


def _is_stopped(words: Sequence[str], index: int) -> bool:
    """Whether an end mark stands before a word, closing marks aside: `agreed.” He`, not `agreed,” he`."""
    for word in reversed(words[max(0, index - 4) : index]):
        if word not in _CLOSERS:
            return word[-1] in _ENDS
    return False


def decode_window(window: Window, readings: Readings, encoder: Encoder, tags: Tags, lemmas: Lemmas) -> list[Sentence]:
    """Return the window's sentences."""
    cuts = find_cuts(window, readings.start)
    bounds = list(zip(cuts, [*cuts[1:], len(window.words)], strict=True))
    heads = choose_heads(readings, bounds, encoder, tags.labels.index("root"))
    labels = name_relations(encoder.score_labels(readings, np.array(heads) + 1), heads, tags.labels)
    return [_build(window, readings, tags, lemmas, heads, labels, first, last) for first, last in bounds]


def name_relations(scores: NDArray[np.float32], heads: Sequence[int], labels: Sequence[str]) -> list[str]:
    """Return each word's best relation; `root` for the root and for it alone."""
    root = labels.index("root")
    scores = scores.copy()
    scores[:, root] = -np.inf
    return [
        "root" if head < 0 else labels[best] for head, best in zip(heads, scores.argmax(axis=1).tolist(), strict=True)
    ]


def _build(
    window: Window,
    readings: Readings,
    tags: Tags,
    lemmas: Lemmas,
    heads: list[int],
    labels: list[str],
    first: int,
    last: int,
) -> Sentence:
    words, tokens = window.words[first:last], window.tokens[first:last]
    tagged = tuple(tags.upos[k] for k in readings.upos[first:last].tolist())
    upos = tell_proper(words, tagged)
    feats = tuple(tags.feats[k] for k in readings.feats[first:last].tolist())
    named = choose_tags(doubt_names(readings.names[first:last], tags.names), tags.names)
    scripts = (tags.lemmas[k] for k in readings.lemmas[first:last].tolist())
    return Sentence(
        start=tokens[0].start,
        end=tokens[-1].end,
        starts=tuple(t.start for t in tokens),
        ends=tuple(t.end for t in tokens),
        words=words,
        lemmas=tuple(map(lemmas.find, words, upos, feats, scripts)),
        upos=upos,
        feats=feats,
        heads=tuple(h if h < 0 else h - first for h in heads[first:last]),
        labels=tuple(labels[first:last]),
        names=keep_proper(join_names(named), tagged),
        attributions=tuple(choose_tags(favour_speech(readings.attrs[first:last], tags.attrs), tags.attrs)),
        vector=pool_vector(readings.vectors[first:last]),
        word_vectors=readings.words[first:last].tobytes(),
    )


def join_names(tags: Sequence[str]) -> tuple[Name, ...]:
    """Join the tags of a sentence into names.

    >>> join_names(["B-PERSON", "I-PERSON", "O", "B-PLACE"])
    (Name(first=0, last=2, label='PERSON'), Name(first=3, last=4, label='PLACE'))
    """
    names: list[Name] = []
    first = 0
    for index, tag in enumerate([*tags, "O"]):
        if index and tag[0] != "I" and tags[index - 1] != "O":
            names.append(Name(first, index, tags[index - 1][2:]))
        if tag[0] == "B":
            first = index
    return tuple(names)


def doubt_names(scores: NDArray[np.float32], tags: Sequence[str]) -> NDArray[np.float32]:
    """Return the scores with those of the first words of the three common kinds lowered by `DOUBT`."""
    return scores - np.array([DOUBT if tag[0] == "B" and tag[2:] in PROPER else 0.0 for tag in tags], dtype=np.float32)


def favour_speech(scores: NDArray[np.float32], tags: Sequence[str]) -> NDArray[np.float32]:
    """Return the scores of attributions with that of none lowered by `TRUST`."""
    return scores - np.array([TRUST if tag == "O" else 0.0 for tag in tags], dtype=np.float32)


def keep_proper(names: Sequence[Name], upos: Sequence[str]) -> tuple[Name, ...]:
    """Leave out persons, organizations and places without a proper noun: `the government`, `rose gardens`.

    >>> keep_proper([Name(0, 1, "PLACE"), Name(2, 4, "PLACE")], ["NOUN", "ADP", "PROPN", "NOUN"])
    (Name(first=2, last=4, label='PLACE'),)
    """
    return tuple(n for n in names if n.label not in PROPER or "PROPN" in upos[n.first : n.last])


def pool_vector(rows: NDArray[np.float32]) -> bytes:
    """Return the mean of the word vectors at unit length, as 384 little-endian float32."""
    mean = rows.sum(axis=0, dtype=np.float64)
    length = float(np.sqrt((mean * mean).sum()))
    return bytes((mean / length if length else mean).astype("<f4").tobytes())
