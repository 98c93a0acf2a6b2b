from dataclasses import dataclass, field
from types import SimpleNamespace

import pytest

from accord.language.stand_in import StandIn
from accord.language.stanza import StanzaDocument, from_stanza, split_token
from accord.model.sentences import Name

TEXT = "Oslo can't wait. Talks end"


@dataclass
class Word:
    """The attributes of Stanza's `Word` that count; `id` and the offsets are there and unread."""

    id: int
    text: str
    lemma: str | None = None
    upos: str | None = None
    feats: str | None = None
    head: int | None = None
    deprel: str | None = None
    start_char: int | None = None
    end_char: int | None = None


@dataclass
class Token:
    start_char: int
    end_char: int
    words: list[Word]
    id: tuple[int, ...] = ()


@dataclass
class Sentence:
    tokens: list[Token]


@dataclass
class Span:
    start_char: int
    end_char: int
    type: str


@dataclass
class Document:
    text: str
    sentences: list[Sentence]
    ents: list[Span] = field(default_factory=list)


def small_document(text: str = TEXT) -> Document:
    first = [
        Token(0, 4, [Word(1, "Oslo", "Oslo", "PROPN", "Number=Sing", 4, "nsubj")]),
        Token(5, 10, [Word(2, "ca", "can", "AUX", None, 4, "aux"), Word(3, "n't", "not", "PART", None, 4, "advmod")]),
        Token(11, 15, [Word(4, "wait", "wait", "VERB", "VerbForm=Inf", 0, "root")]),
        Token(15, 16, [Word(5, ".", ".", "PUNCT", None, 4, "punct")]),
    ]
    second = [Token(17, 22, [Word(1, "Talks", None, None, None, 2, "nsubj")]), Token(23, 26, [Word(2, "end", head=0)])]
    return Document(text, [Sentence(first), Sentence(second), Sentence([])], [Span(0, 4, "GPE"), Span(17, 22, "TIME")])


def test_a_document_becomes_sentences() -> None:
    oslo, talks = from_stanza(small_document(), start=100)
    assert oslo.words == ("Oslo", "ca", "n't", "wait", ".")
    assert (oslo.starts, oslo.ends) == ((100, 105, 107, 111, 115), (104, 107, 110, 115, 116))
    assert oslo.heads == (3, 3, 3, -1, 3)
    assert oslo.labels == ("nsubj", "aux", "advmod", "root", "punct")
    assert oslo.lemmas == ("Oslo", "can", "not", "wait", ".")
    assert oslo.names == (Name(0, 1, "PLACE"),)
    assert (talks.start, talks.end, talks.upos, talks.lemmas) == (117, 126, ("X", "X"), ("Talks", "end"))
    assert talks.labels == ("nsubj", "root")
    assert talks.names == ()


@pytest.mark.parametrize(
    ("text", "words", "parts"),
    [
        ("can't", ["ca", "n't"], ["ca", "n't"]),
        ("du", ["de", "le"], ["d", "u"]),
        ("I'm", ["i", "am"], ["I", "'m"]),
    ],
)
def test_words_of_one_token_share_its_letters(text: str, words: list[str], parts: list[str]) -> None:
    token = Token(0, len(text), [Word(i + 1, w) for i, w in enumerate(words)])
    assert [text[a:b] for a, b in split_token(text, token)] == parts


def test_a_pipeline_stands_in_for_the_pack() -> None:
    page = f"{TEXT}\n \n{TEXT}"
    found = StandIn(small_document).parse(page, [(0, 26), (27, 28), (29, 55)])
    assert [page[s.start : s.end] for s in found] == ["Oslo can't wait.", "Talks end"] * 2
    for sentence in found:
        for word, start, end in zip(sentence.words, sentence.starts, sentence.ends, strict=True):
            assert page[start:end] == word


def test_stanzas_own_classes_are_read() -> None:
    made = pytest.importorskip("stanza.models.common.doc")
    rows: list[dict[str, object]] = [
        {"id": 1, "text": "Oslo", "lemma": "Oslo", "upos": "PROPN", "head": 4, "deprel": "nsubj"},
        {"id": (2, 3), "text": "can't"},
        {"id": 2, "text": "ca", "lemma": "can", "upos": "AUX", "head": 4, "deprel": "aux"},
        {"id": 3, "text": "n't", "lemma": "not", "upos": "PART", "head": 4, "deprel": "advmod"},
        {"id": 4, "text": "wait", "lemma": "wait", "upos": "VERB", "head": 0, "deprel": "root"},
    ]
    for row, (start, end) in zip(rows, [(0, 4), (5, 10), (5, 7), (7, 10), (11, 15)], strict=True):
        row |= {"start_char": start, "end_char": end, "ner": "S-GPE" if start == 0 else "O"}
    document: StanzaDocument = made.Document([rows], text="Oslo can't wait")
    (sentence,) = from_stanza(document)
    assert sentence.words == ("Oslo", "ca", "n't", "wait")
    assert (sentence.heads, sentence.names) == ((3, 3, 3, -1), (Name(0, 1, "PLACE"),))


def test_the_kind_of_document_is_told_by_what_it_holds() -> None:
    token = SimpleNamespace(
        i=0, idx=0, text="Go", lemma_="go", pos_="VERB", morph="", dep_="ROOT", is_space=False, head=None
    )
    token.head = token
    spacy_doc = SimpleNamespace(sents=[[token]], ents=[])
    (sentence,) = StandIn(lambda _: spacy_doc).parse("Go", [(0, 2)])
    assert (sentence.words, sentence.heads) == (("Go",), (-1,))
