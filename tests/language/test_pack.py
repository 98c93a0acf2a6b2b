import random
import subprocess
import sys

import pytest

from accord.language.pack import EnglishPack, load
from accord.language.trees import find_cycle
from accord.language.vectors import stack_vectors
from accord.model.sentences import Sentence

PAGE = (
    "Ministers agree to talk again\n"
    "OSLO, Nov. 30 (AP) — Foreign Minister Nguyen Van Hung said on Tuesday that he “will not sign” the treaty.\n"
    "“We were told nothing,” said Ngozi Okafor, who leads the African Union's delegation. She didn't elaborate.\n"
    "The U.S. and China, which trade goods worth $175.6 billion, have not commented."
)


def paragraphs(page: str) -> list[tuple[int, int]]:
    bounds, at = [], 0
    for line in page.split("\n"):
        bounds.append((at, at + len(line)))
        at += len(line) + 1
    return bounds


@pytest.fixture(scope="module")
def sentences() -> list[Sentence]:
    return load().parse(PAGE, paragraphs(PAGE))


def test_the_package_holds_the_model() -> None:
    assert isinstance(load(), EnglishPack)


def test_every_token_is_a_slice_of_the_text(sentences: list[Sentence]) -> None:
    for s in sentences:
        assert s.words == tuple(PAGE[a:b] for a, b in zip(s.starts, s.ends, strict=True))
        assert (s.start, s.end) == (s.starts[0], s.ends[-1])
    assert "".join(w for s in sentences for w in s.words) == "".join(PAGE.split())


def test_columns_are_parallel_and_every_tree_has_one_root(sentences: list[Sentence]) -> None:
    for s in sentences:
        assert len({len(c) for c in (s.words, s.lemmas, s.upos, s.feats, s.heads, s.labels, s.attributions)}) == 1
        assert s.heads.count(-1) == 1
        assert s.labels[s.root] == "root"
        assert s.labels.count("root") == 1
        assert not find_cycle([h + 1 for h in s.heads])
        assert s.descendants(s.root) == tuple(range(len(s)))


def test_a_plain_sentence_is_read_right(sentences: list[Sentence]) -> None:
    said = next(s for s in sentences if "sign" in s.words)
    verb = said.words.index("said")
    assert said.root == verb
    assert said.lemmas[verb] == "say"
    assert said.feature(verb, "Tense") == "Past"
    (subject,) = said.children(verb, "nsubj")
    assert said.words.index("Hung") in said.descendants(subject)
    assert ("Nguyen Van Hung", "PERSON") in {(" ".join(said.words[n.first : n.last]), n.label) for n in said.names}
    assert said.attributions[verb] == "B-CUE"


def test_stretches_are_never_joined(sentences: list[Sentence]) -> None:
    bounds = paragraphs(PAGE)
    assert all(any(a <= s.start and s.end <= b for a, b in bounds) for s in sentences)
    assert sentences[0].words[-1] == "again"


def test_nothing_but_the_stretch_bears_on_a_sentence(sentences: list[Sentence]) -> None:
    bounds = paragraphs(PAGE)
    alone = [s for b in bounds for s in load().parse(PAGE, [b])]
    assert alone == sentences
    order = list(range(len(bounds)))
    random.Random(7).shuffle(order)
    shuffled = {k: load().parse(PAGE, [bounds[k]]) for k in order}
    assert [s for k in sorted(shuffled) for s in shuffled[k]] == sentences


def test_place_in_the_text_moves_offsets_alone(sentences: list[Sentence]) -> None:
    shift = "\n\n\n"
    moved = load().parse(shift + PAGE, [(a + 3, b + 3) for a, b in paragraphs(PAGE)])
    assert [(s.words, s.heads, s.labels, s.names, s.vector) for s in moved] == [
        (s.words, s.heads, s.labels, s.names, s.vector) for s in sentences
    ]


@pytest.mark.parametrize("threads", ["1", "2"])
def test_another_process_with_other_threads_reads_the_same(sentences: list[Sentence], threads: str) -> None:
    code = (
        "import sys, hashlib, msgspec\n"
        "from accord.language.pack import load\n"
        "page = sys.stdin.read(); at = 0; bounds = []\n"
        "for line in page.split('\\n'):\n"
        "    bounds.append((at, at + len(line))); at += len(line) + 1\n"
        "print(hashlib.sha256(msgspec.json.encode(load().parse(page, bounds))).hexdigest())"
    )
    import hashlib

    import msgspec

    env = {"OMP_NUM_THREADS": threads, "OPENBLAS_NUM_THREADS": threads, "PYTHONHASHSEED": threads, "PYTHONPATH": "src"}
    ran = subprocess.run([sys.executable, "-c", code], input=PAGE, text=True, capture_output=True, env=env, check=True)
    assert ran.stdout.strip() == hashlib.sha256(msgspec.json.encode(sentences)).hexdigest()


def test_vectors_have_unit_length_and_tell_like_from_unlike() -> None:
    texts = [
        "The two leaders signed a trade deal.",
        "A trade agreement was signed by the leaders.",
        "My cat sleeps all day.",
    ]
    rows = stack_vectors([load().parse(t, [(0, len(t))])[0] for t in texts])
    assert rows.shape == (3, 384)
    assert (rows**2).sum(axis=1) == pytest.approx([1, 1, 1], abs=1e-5)
    assert rows[0] @ rows[1] > rows[0] @ rows[2] + 0.3


@pytest.mark.parametrize(
    "text",
    [
        "",
        "   \n ",
        "1234 5678 90",
        "!!! ??? ... ---",
        "🙂🙃😀🎉" * 40,
        "新华社河内十二月十二日电" * 30,
        "word " * 5000,
        "a, " * 2000,
        "x" * 5000,
        "\x00\x01\u200b\ufeff\ud7ff",
        "نص عربي قصير",
    ],
)
def test_odd_texts_are_read_without_error(text: str) -> None:
    found = load().parse(text, [(0, len(text))])
    assert "".join(w for s in found for w in s.words) == "".join(text.split())
    assert all(len(s) <= 400 for s in found)
