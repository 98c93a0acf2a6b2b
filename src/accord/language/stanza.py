"""From Stanza: a `Document` of any UD pipeline of Stanza's as sentences, read by its attributes, not its package."""

from collections.abc import Iterator, Sequence
from typing import Protocol

from accord.language.spacy import KINDS
from accord.model.sentences import Name, Sentence


class StanzaWord(Protocol):
    """What is read of a syntactic word; `head` counts from 1 in the sentence, 0 is the root."""

    text: str
    lemma: str | None
    upos: str | None
    feats: str | None
    head: int | None
    deprel: str | None


class StanzaToken(Protocol):
    """What is read of a token, which holds one word or, `can't`, several."""

    start_char: int
    end_char: int

    @property
    def words(self) -> Sequence[StanzaWord]:
        """The words, in order, at least one."""
        ...


class StanzaSentence(Protocol):
    """What is read of a sentence."""

    @property
    def tokens(self) -> Sequence[StanzaToken]:
        """The tokens, in order."""
        ...


class StanzaSpan(Protocol):
    """What is read of an entity."""

    start_char: int
    end_char: int
    type: str


class StanzaDocument(Protocol):
    """What is read of a Stanza `Document`; offsets count code points of its text."""

    text: str

    @property
    def sentences(self) -> Sequence[StanzaSentence]:
        """The sentences, in order."""
        ...

    @property
    def ents(self) -> Sequence[StanzaSpan]:
        """The entities of all sentences."""
        ...


def from_stanza(document: StanzaDocument, start: int = 0) -> list[Sentence]:
    """Return a document's sentences, offsets moved by `start`; a word of several in a token gets its part of it."""
    names = [(e.start_char, e.end_char, KINDS[e.type]) for e in document.ents if e.type in KINDS]
    return [_read_sentence(document.text, s, names, start) for s in document.sentences if s.tokens]


def _read_sentence(text: str, sentence: StanzaSentence, names: Sequence[tuple[int, int, str]], start: int) -> Sentence:
    words = [word for token in sentence.tokens for word in token.words]
    spans = [span for token in sentence.tokens for span in split_token(text, token)]
    heads = tuple((word.head or 0) - 1 for word in words)
    first, last = {a: i for i, (a, _) in enumerate(spans)}, {b: i + 1 for i, (_, b) in enumerate(spans)}
    return Sentence(
        start=start + spans[0][0],
        end=start + spans[-1][1],
        starts=tuple(start + a for a, _ in spans),
        ends=tuple(start + b for _, b in spans),
        words=tuple(text[a:b] for a, b in spans),
        lemmas=tuple(word.lemma or word.text for word in words),
        upos=tuple(word.upos or "X" for word in words),
        feats=tuple(word.feats or "" for word in words),
        heads=heads,
        labels=tuple("root" if head < 0 else word.deprel or "dep" for head, word in zip(heads, words, strict=True)),
        names=tuple(Name(first[a], last[b], kind) for a, b, kind in names if a in first and b in last),
        attributions=("O",) * len(words),
    )


def split_token(text: str, token: StanzaToken) -> Iterator[tuple[int, int]]:
    """Return a token's words as offsets into the text: where each is written, else equal steps to the token's end."""
    at = token.start_char
    left = len(token.words)
    for word in token.words:
        left -= 1
        end = at + len(word.text)
        if left == 0:
            end = token.end_char
        elif text[at:end].lower() != word.text.lower():  # `du` is `de` and `le`: nothing in the text is either
            end = at + max(1, (token.end_char - at) // (left + 1))
        end = min(end, token.end_char)
        yield at, end
        at = end
