from types import SimpleNamespace

import pytest

from accord.language.pack import load
from accord.language.spacy import from_spacy, to_spacy
from accord.language.stand_in import StandIn
from accord.model.sentences import Name


def token(i: int, idx: int, text: str, dep: str, pos: str = "NOUN") -> SimpleNamespace:
    made = SimpleNamespace(
        i=i, idx=idx, text=text, lemma_=text.lower(), pos_=pos, morph="", dep_=dep, is_space=not text.strip()
    )
    made.head = made
    return made


class Span(list[SimpleNamespace]):
    start, end, label_ = 0, 0, ""


def named(start: int, end: int, label: str) -> Span:
    span = Span()
    span.start, span.end, span.label_ = start, end, label
    return span


def small_doc(_: str = "") -> SimpleNamespace:
    """`Oslo  waits` as spaCy sees it: the second blank is a token."""
    oslo, blank, waits = (
        token(0, 0, "Oslo", "nsubj", "PROPN"),
        token(1, 5, " ", "dep"),
        token(2, 6, "waits", "ROOT", "VERB"),
    )
    oslo.head = blank.head = waits
    return SimpleNamespace(sents=[Span([oslo, blank, waits])], ents=[named(0, 1, "GPE"), named(2, 3, "DATE")])


def test_a_foreign_document_becomes_sentences() -> None:
    (sentence,) = from_spacy(small_doc(), start=10)
    assert sentence.words == ("Oslo", "waits")
    assert (sentence.starts, sentence.ends) == ((10, 16), (14, 21))
    assert (sentence.heads, sentence.labels) == ((1, -1), ("nsubj", "root"))
    assert sentence.names == (Name(0, 1, "PLACE"),)


def test_a_pipeline_stands_in_for_the_pack() -> None:
    text = "Oslo  waits\nOslo  waits"
    found = StandIn(small_doc).parse(text, [(0, 11), (12, 23)])
    assert [text[s.start : s.end] for s in found] == ["Oslo  waits"] * 2


def test_there_and_back_again() -> None:
    spacy = pytest.importorskip("spacy")
    text = "Nguyen Van Hung met Ngozi Okafor in Oslo. They didn't agree."
    sentences = load().parse(text, [(0, len(text))])
    doc = to_spacy(text, sentences, spacy.blank("en").vocab)
    assert doc.text.strip() == text
    back = from_spacy(doc)
    for mine, theirs in zip(sentences, back, strict=True):
        assert (mine.words, mine.heads, mine.labels, mine.upos, mine.names) == (
            theirs.words,
            theirs.heads,
            theirs.labels,
            theirs.upos,
            theirs.names,
        )
