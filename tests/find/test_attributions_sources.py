"""Who says it and where the cue begins, on trees written by hand: no pack, so one trained anew changes nothing here."""

import pytest

from accord.find.attributions.candidates import Candidate
from accord.find.attributions.contents import find_content
from accord.find.attributions.edges import with_tagged_edges
from accord.find.attributions.frames import find_frames
from accord.find.attributions.openings import is_withheld, opening_of, verb_of_paper
from accord.find.attributions.sources import find_source, source_phrase
from accord.find.attributions.things import is_told_of_thing
from accord.find.attributions.trees import Tree
from accord.knowledge.cues import cue_verbs
from accord.model.sentences import Sentence


def tree(written: str, tags: str = "") -> Tree:
    """Read `Berg/PROPN/nsubj>1 said/VERB/root>-1`, a token's lemma behind its word and "=" where it is another."""
    words, lemmas, upos, labels, heads = [], [], [], [], []
    starts: list[int] = []
    ends: list[int] = []
    for token in written.split():
        word, tag, relation = token.split("/")
        word, _, lemma = word.partition("=")
        label, _, head = relation.partition(">")
        starts.append(ends[-1] + 1 if ends else 0)
        ends.append(starts[-1] + len(word))
        words.append(word)
        lemmas.append(lemma or word.lower())
        upos.append(tag)
        labels.append(label)
        heads.append(int(head))
    return Tree(
        Sentence(
            start=0,
            end=ends[-1],
            starts=tuple(starts),
            ends=tuple(ends),
            words=tuple(words),
            lemmas=tuple(lemmas),
            upos=tuple(upos),
            heads=tuple(heads),
            labels=tuple(labels),
            attributions=tuple(tags.split()),
        )
    )


ISSUED = (
    "Berg/PROPN/nsubj>1 issued=issue/VERB/root>-1 a/DET/det>3 statement/NOUN/obj>1 saying=say/VERB/acl>3 "
    "it/PRON/nsubj>6 rained/VERB/ccomp>4"
)
LEFT = (
    "Berg/PROPN/nsubj>1 left/VERB/root>-1 the/DET/det>3 hall/NOUN/obj>1 ,/PUNCT/punct>5 saying=say/VERB/acl>3 "
    "no/X/obj>5"
)
ASKED = "Courts/NOUN/nsubj>1 asked=ask/VERB/root>-1 Berg/PROPN/obj>1 to/PART/mark>4 explain/VERB/xcomp>1 why/ADV/obj>4"
TOLD = (
    "Berg/PROPN/nsubj:pass>2 was/AUX/aux:pass>2 told=tell/VERB/root>-1 to/PART/mark>4 explain/VERB/xcomp>2 it/X/obj>4"
)
TWO = "Local/ADJ/amod>1 artist/NOUN/nsubj>4 Ana/PROPN/nsubj>4 Berg/PROPN/flat>2 said=say/VERB/root>-1 so/ADV/obj>4"
STEP = "a/DET/det>1 step/NOUN/nsubj>3 Berg/PROPN/nsubj>3 called=call/VERB/root>-1 rash/ADJ/xcomp>3"
APART = "senator/NOUN/nsubj>3 ,/PUNCT/punct>0 Berg/PROPN/nsubj>3 said=say/VERB/root>-1 no/X/obj>3"
FAR = "Kenya/PROPN/nsubj>4 today/X/obl>4 ,/PUNCT/punct>0 Berg/PROPN/nsubj>4 said=say/VERB/root>-1 no/X/obj>4"
BEHIND = "no/X/obj>1 said=say/VERB/root>-1 senator/NOUN/nsubj>1 Berg/PROPN/nsubj>1"
WENT = "Berg/PROPN/nsubj>1 went=go/VERB/root>-1 on/ADP/compound:prt>1 to/PART/mark>4 say/VERB/xcomp>1 no/X/obj>4"
REFUSED = "Berg/PROPN/nsubj>1 declined=decline/VERB/root>-1 to/PART/mark>3 say/VERB/xcomp>1 why/ADV/obj>3"
CALLED = (
    "Berg/PROPN/nsubj>1 called=call/VERB/root>-1 for/ADP/case>4 an/DET/det>4 envoy/NOUN/obj>1 to/PART/mark>6 "
    "talk/VERB/advcl>1"
)


@pytest.mark.parametrize(
    ("written", "cue", "head", "phrase"),
    [
        (ISSUED, 4, "Berg", "Berg"),  # whoever gives the paper out, not the paper
        (LEFT, 5, "Berg", "Berg"),  # the participle behind the comma is not the hall's
        (ASKED, 4, "Berg", "Berg"),
        (TOLD, 4, "Berg", "Berg"),
        (TWO, 4, "Ana", "Local artist Ana Berg"),  # the tree has made two subjects of one
        (STEP, 3, "Berg", "Berg"),  # the first is no title
        (WENT, 4, "Berg", "Berg"),
        (APART, 3, "Berg", "senator , Berg"),
        (FAR, 4, "Berg", "Berg"),
        (BEHIND, 1, "Berg", "senator Berg"),
    ],
)
def test_who_says_it(written: str, cue: int, head: str, phrase: str) -> None:
    read = tree(written)
    found = find_source(read, cue)
    first, last = source_phrase(read, found)
    assert read.words[found] == head
    assert " ".join(read.words[first:last]) == phrase


def test_a_cue_takes_in_what_carries_it() -> None:
    assert opening_of(tree(WENT), 4, 4) == 1
    assert opening_of(tree(ISSUED), 4, 4) == 1
    assert opening_of(tree(ASKED), 4, 4) == 4
    assert opening_of(tree(LEFT), 5, 5) == 5


def test_a_paper_is_given_out_by_a_verb() -> None:
    assert verb_of_paper(tree(ISSUED), 4) == 1
    assert verb_of_paper(tree(LEFT), 5) == -1


def test_what_is_declined_is_not_said() -> None:
    assert is_withheld(tree(REFUSED), 3)
    assert not is_withheld(tree(WENT), 4)


@pytest.mark.parametrize(
    ("subject", "verb", "is_thing"),
    [
        ("visit", "threatens=threaten", True),
        ("attacks=attack", "highlight", True),
        ("minister", "threatens=threaten", False),
        ("report", "suggests=suggest", False),
        ("visit", "said=say", False),
    ],
)
def test_things_say_nothing(subject: str, verb: str, *, is_thing: bool) -> None:
    read = tree(f"The/DET/det>1 {subject}/NOUN/nsubj>2 {verb}/VERB/root>-1 peace/NOUN/obj>2")
    assert is_told_of_thing(read, 2, 1) is is_thing


def test_who_is_called_for_is_no_part_of_the_cue() -> None:
    found, how, _ = find_content(tree(CALLED), 1, cue_verbs()["call"], [])
    assert (found, how) == ([(3, 5)], "preposition")


def test_content_that_another_clause_parts() -> None:
    read = tree(
        "He/PRON/nsubj>1 noted=note/VERB/root>-1 that/SCONJ/mark>9 two/NUM/nummod>4 mayors/NOUN/ccomp>1 "
        "--/PUNCT/punct>6 Berg/PROPN/appos>4 --/PUNCT/punct>9 both/DET/det>9 agree/VERB/ccomp>1"
    )
    found, how, _ = find_content(read, 1, cue_verbs()["note"], [])
    assert (found, how) == ([(2, 10)], "clause")


def test_the_preposition_of_a_cue_is_no_content() -> None:
    read = tree(
        "Berg/PROPN/nsubj>1 called=call/VERB/root>-1 for/ADP/case>3 talks/NOUN/obl>1",
        "B-SOURCE B-CUE B-CONTENT I-CONTENT",
    )
    (drawn,) = with_tagged_edges(read, [Candidate(0, 1, (1, 2), ((3, 4),), "verb:preposition", (0, 1), 0)])
    assert (drawn.cue, drawn.content) == ((1, 3), ((3, 4),))


def test_a_clause_behind_a_noun_of_speech_is_what_is_hoped() -> None:
    read = tree(
        "Berg/PROPN/nsubj>1 expressed=express/VERB/root>-1 hope/NOUN/obj>1 that/SCONJ/mark>5 it/PRON/nsubj>5 "
        "rains/VERB/ccomp>1"
    )
    (found,) = find_frames(read, 0)
    assert (found.source, found.cue, found.content) == ((0, 1), (1, 3), ((3, 6),))
