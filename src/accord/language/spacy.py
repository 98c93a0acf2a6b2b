"""To and from spaCy: the pack's sentences as a `Doc`, and a UD pipeline's `Doc` as sentences.

`to_spacy` needs the extra `accord[spacy]`; what reads a foreign document asks only for its attributes, not its package.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Protocol

from accord.model.sentences import Name, Sentence

if TYPE_CHECKING:
    from spacy.tokens import Doc
    from spacy.vocab import Vocab

KINDS = {
    **dict.fromkeys(("PERSON", "PER"), "PERSON"),
    **dict.fromkeys(("ORG", "ORGANIZATION"), "ORGANIZATION"),
    **dict.fromkeys(("GPE", "LOC", "FAC", "PLACE"), "PLACE"),
    **dict.fromkeys(("LAW", "WORK_OF_ART", "DOCUMENT"), "DOCUMENT"),
    "EVENT": "EVENT",
    "NORP": "NORP",
}
"""Entity labels of OntoNotes and CoNLL → the pack's; others are no names."""


class SpacyToken(Protocol):
    """What is read of a spaCy token."""

    i: int
    idx: int
    text: str
    lemma_: str
    pos_: str
    morph: object
    dep_: str
    is_space: bool

    @property
    def head(self) -> "SpacyToken":
        """The token's head; itself at the root."""
        ...


class SpacySpan(Protocol):
    """What is read of a spaCy sentence or entity."""

    start: int
    end: int
    label_: str

    def __iter__(self) -> Iterator[SpacyToken]: ...


class SpacyDoc(Protocol):
    """What is read of a spaCy `Doc`."""

    ents: Iterable[SpacySpan]

    @property
    def sents(self) -> Iterable[SpacySpan]:
        """The sentences, in order."""
        ...


def to_spacy(text: str, sentences: Sequence[Sentence], vocab: "Vocab") -> "Doc":
    """Return the sentences as one spaCy `Doc` of their words; tags, trees and names as the pack read them."""
    try:
        from spacy.tokens import Doc
    except ImportError as missing:
        raise ImportError("spaCy is not installed: pip install 'accord[spacy]'") from missing

    words: list[str] = []
    spaces: list[bool] = []
    heads: list[int] = []
    entities: list[str] = []
    for sentence in sentences:
        base = len(words)
        words.extend(sentence.words)
        spaces.extend(text[end : end + 1].isspace() for end in sentence.ends)
        heads.extend(base + (i if head < 0 else head) for i, head in enumerate(sentence.heads))
        entities.extend(_tag_names(sentence))
    columns = {k: [v for s in sentences for v in getattr(s, k)] for k in ("lemmas", "upos", "feats", "labels")}
    return Doc(
        vocab,
        words=words,
        spaces=spaces,
        lemmas=columns["lemmas"],
        pos=columns["upos"],
        morphs=columns["feats"],
        heads=heads,
        deps=["ROOT" if label == "root" else label for label in columns["labels"]],
        ents=entities,
    )


def _tag_names(sentence: Sentence) -> list[str]:
    tags = ["O"] * len(sentence)
    for name in sentence.names:
        for i in range(name.first, name.last):
            tags[i] = ("B-" if i == name.first else "I-") + name.label
    return tags


def from_spacy(doc: SpacyDoc, start: int = 0) -> list[Sentence]:
    """Return a document's sentences, offsets moved by `start`; blanks that spaCy keeps as tokens are left out."""
    names = [(e.start, e.end, KINDS[e.label_]) for e in doc.ents if e.label_ in KINDS]
    return [s for s in (_read_sentence(list(sent), names, start) for sent in doc.sents) if s is not None]


def _read_sentence(tokens: list[SpacyToken], names: list[tuple[int, int, str]], start: int) -> Sentence | None:
    tokens = [t for t in tokens if not t.is_space]
    if not tokens:
        return None
    place = {t.i: k for k, t in enumerate(tokens)}
    heads = tuple(-1 if t.head.i == t.i else place.get(t.head.i, -1) for t in tokens)
    inside = [(place[a], place[b - 1] + 1, kind) for a, b, kind in names if a in place and b - 1 in place]
    return Sentence(
        start=start + tokens[0].idx,
        end=start + tokens[-1].idx + len(tokens[-1].text),
        starts=tuple(start + t.idx for t in tokens),
        ends=tuple(start + t.idx + len(t.text) for t in tokens),
        words=tuple(t.text for t in tokens),
        lemmas=tuple(t.lemma_ for t in tokens),
        upos=tuple(t.pos_ for t in tokens),
        feats=tuple(str(t.morph) for t in tokens),
        heads=heads,
        labels=tuple("root" if h < 0 else t.dep_ for h, t in zip(heads, tokens, strict=True)),
        names=tuple(Name(a, b, kind) for a, b, kind in inside),
        attributions=("O",) * len(tokens),
    )
