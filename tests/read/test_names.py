from accord.model.problems import Problem
from accord.model.reports import Source
from accord.read.names import Names

URL = "https://herald.example/1"


def give(*sources: Source | Problem, files: tuple[str, ...] = ()) -> tuple[list[str | None], list[str]]:
    found = list(Names(files).check(sources))
    told = [one.reason for one in found if isinstance(one, Problem)]
    return [one.id for one in found if isinstance(one, Source)], told


def test_a_file_goes_by_its_stem_unless_another_has_it() -> None:
    files = ("a/one.txt", "b/one.txt", "two.html")
    ids, _ = give(*(Source(path, text=path) for path in files), files=files)
    assert ids == ["a/one.txt", "b/one.txt", "two"]


def test_what_one_file_holds_goes_by_its_own_id_or_its_place() -> None:
    sources = [
        Source("w.warc#2", text="a"),
        Source("l.jsonl:k", text="b", id="k"),
        Source("m.jsonl:k", text="c", id="k"),
    ]
    assert give(*sources)[0] == ["w.warc#2", "k", "k-2"]


def test_an_id_is_given_once_whoever_asks_for_it() -> None:
    sources = [Source(str(n), text=str(n), id=name) for n, name in enumerate(["k", "k-2", "k", "k"])]
    ids, _ = give(*sources)
    assert len(set(ids)) == 4


def test_the_same_text_is_told_and_left_out_at_the_same_address_alone() -> None:
    first = Source("a", text="Talks end.", url=URL)
    again = Source("b", text="Talks end.", url=URL + "?utm_source=x")
    other = Source("c", text="Talks end.", url="https://courier.example/1")
    ids, told = give(first, again, other)
    assert ids == ["a", "c"]
    assert told == ["holds the text and has the address of a; read once", "holds the same text as a; both are kept"]


def test_a_problem_passes_through() -> None:
    assert give(Problem("read", "is empty", path="a")) == ([], ["is empty"])
