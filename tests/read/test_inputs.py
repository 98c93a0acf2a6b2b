import gzip
import io
import json
import os
from pathlib import Path

import pytest

from accord.model.problems import Problem
from accord.read.decoding import LARGEST
from accord.read.inputs import find_sources


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "a").mkdir()
    (tmp_path / "b").mkdir()
    (tmp_path / "a" / "one.txt").write_text("The first report.\n")
    (tmp_path / "a" / "two.txt").write_text("The second report.\n")
    (tmp_path / "b" / "three.text").write_text("The third report.\n")
    (tmp_path / "b" / "note.md").write_text("No report.\n")
    return tmp_path


def paths(*arguments: Path | str) -> list[str]:
    sources, problems = find_sources([str(argument) for argument in arguments])
    assert problems == ()
    return [source.path for source in sources]


def reasons(problems: tuple[Problem, ...]) -> list[tuple[str | None, str]]:
    return [(problem.path or problem.report, problem.reason) for problem in problems]


def test_a_folder_gives_its_reports_at_any_depth_in_order(folder: Path) -> None:
    assert paths(folder) == ["a/one.txt", "a/two.txt", "b/three.text"]


def test_paths_are_relative_to_the_deepest_shared_folder(folder: Path) -> None:
    assert paths(folder / "a" / "two.txt", folder / "a" / "one.txt") == ["one.txt", "two.txt"]


def test_a_lone_file_goes_by_its_name(folder: Path) -> None:
    assert paths(folder / "b" / "note.md") == ["note.md"]


def test_globs_are_inputs(folder: Path) -> None:
    assert paths(folder / "*" / "t*.t*") == ["a/two.txt", "b/three.text"]


def test_paths_do_not_depend_on_the_working_directory(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from_outside = find_sources([str(folder / "a"), str(folder / "missing.txt")])
    monkeypatch.chdir(folder)
    assert find_sources(["a", "missing.txt"]) == from_outside


def test_a_file_named_twice_is_read_once(folder: Path) -> None:
    (folder / "link.txt").symlink_to(folder / "a" / "one.txt")
    again = folder / "a" / ".." / "a" / "one.txt"
    sources, problems = find_sources([str(one) for one in (folder / "a" / "one.txt", again, folder / "link.txt")])
    assert [source.path for source in sources] == ["one.txt"]
    assert reasons(problems) == [("one.txt", "named more than once, read once")]


def test_the_same_text_in_two_files_is_told_and_both_are_kept(folder: Path) -> None:
    (folder / "b" / "copy.txt").write_text("The first report.\n")
    sources, problems = find_sources([str(folder)])
    assert len(sources) == 4
    assert reasons(problems) == [("copy", "holds the same text as a/one.txt; both are kept")]


def test_ids_are_file_stems_unless_two_files_share_one(folder: Path) -> None:
    (folder / "b" / "one.txt").write_text("Another report.\n")
    sources, _ = find_sources([str(folder)])
    assert [source.id for source in sources] == ["a/one.txt", "two", "b/one.txt", "three"]


def test_what_names_no_report_is_a_problem_and_the_others_go_through(folder: Path) -> None:
    (folder / "empty").mkdir()
    arguments = [folder / "a", folder / "empty", folder / "missing.txt", folder / "*.nothing"]
    sources, problems = find_sources([str(argument) for argument in arguments])
    assert [source.path for source in sources] == ["a/one.txt", "a/two.txt"]
    assert reasons(problems) == [
        ("empty", "folder without reports: no text, page, feed or archive in it"),
        ("*.nothing", "no file matches this pattern"),
        ("missing.txt", "no such file"),
    ]


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_an_unreadable_file_is_a_problem(folder: Path) -> None:
    (folder / "a" / "one.txt").chmod(0)
    sources, problems = find_sources([str(folder / "a")])
    assert [source.path for source in sources] == ["two.txt"]
    assert reasons(problems) == [("one.txt", "can't be read: Permission denied")]


def test_an_unreadable_file_is_a_problem_for_root_too(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(path: Path, mode: str = "r") -> io.BytesIO:
        if path.name == "one.txt":
            raise PermissionError(13, "Permission denied")
        return io.BytesIO(b"The second report.\n")

    monkeypatch.setattr(Path, "open", refuse)
    sources, problems = find_sources([str(folder / "a")])
    assert [source.path for source in sources] == ["two.txt"]
    assert reasons(problems) == [("one.txt", "can't be read: Permission denied")]


def test_no_more_of_a_file_is_held_than_decides_that_it_is_too_large(folder: Path) -> None:
    (folder / "a" / "one.txt").write_bytes(b"a" * (LARGEST + 1000))
    sources, _ = find_sources([str(folder / "a" / "one.txt")])
    assert len(sources[0].data) == LARGEST


def test_metadata_beside_the_files_is_taken(folder: Path) -> None:
    toml = '[[report]]\nfile = "one.txt"\noutlet = "The Herald"\nurl = "https://herald.example/1"\n'
    (folder / "a" / "reports.toml").write_text(toml + 'published = 2031-03-04\nlanguage = "en"\n')
    sources, problems = find_sources([str(folder / "a"), str(folder / "a" / "reports.toml")])
    assert problems == ()
    one = sources[0]
    assert (one.outlet, one.url, one.published, one.language) == (
        "The Herald",
        "https://herald.example/1",
        "2031-03-04",
        "en",
    )


def test_malformed_metadata_is_a_problem_and_the_reports_go_through(folder: Path) -> None:
    (folder / "a" / "reports.toml").write_text("[[report]\nfile = one")
    sources, problems = find_sources([str(folder / "a")])
    assert len(sources) == 2
    assert [problem.path for problem in problems] == ["reports.toml"]
    assert problems[0].reason.startswith("can't be understood, so nothing in it is used: ")


def test_metadata_that_cannot_be_used_is_told(folder: Path) -> None:
    (folder / "a" / "reports.toml").write_text(
        '[[report]]\nfile = "one.txt"\npublished = "yesterday"\nmood = 3\n'
        '[[report]]\nfile = "none.txt"\n[[report]]\noutlet = "X"\n'
    )
    _, problems = find_sources([str(folder / "a")])
    assert {problem.reason for problem in problems} == {
        "one.txt: published = 'yesterday' is no EDTF date",
        "one.txt: mood is not known here",
        "none.txt: there is no such file",
        'a [[report]] without file = "…" is left out',
    }


def stream(*lines: object) -> io.BytesIO:
    return io.BytesIO("\n".join(line if isinstance(line, str) else json.dumps(line) for line in lines).encode())


def test_json_lines_are_reports() -> None:
    lines = stream({"id": "k", "text": "The ministers met.", "outlet": "The Herald", "published": "2031-03-04"}, "")
    sources, problems = find_sources(["-"], lines)
    assert problems == ()
    assert [(one.id, one.path, one.text, one.outlet, one.published) for one in sources] == [
        ("k", "-:k", "The ministers met.", "The Herald", "2031-03-04")
    ]


@pytest.mark.parametrize(
    "line",
    ["{broken", "[1, 2]", '{"id": "x"}', '{"id": "x", "text": 3}', '{"id": [1], "text": "a"}', "null", "[" * 100_000],
    ids=["broken", "list", "no text", "number", "id", "null", "deep"],
)
def test_a_line_that_is_no_report_is_a_problem_and_the_others_go_through(line: str) -> None:
    sources, problems = find_sources(["-"], stream(line, {"id": "k", "text": "The ministers met."}))
    assert [source.id for source in sources] == ["k"]
    assert [problem.path for problem in problems] == ["-:1"]
    assert "\n" not in problems[0].reason


def test_json_lines_with_one_id_and_two_texts_are_two_reports() -> None:
    same, other = {"id": "k", "text": "One."}, {"id": "k", "text": "Two."}
    sources, problems = find_sources(["-"], stream(same, same, other))
    assert [source.id for source in sources] == ["k", "k-2"]
    assert reasons(problems) == [("-:k", "line 2: the same report again, read once")]


def test_a_lone_surrogate_in_a_json_line_is_no_end() -> None:
    sources, _ = find_sources(["-"], stream('{"id": "k", "text": "up \\ud83d"}'))
    assert sources[0].text == "up \ud83d"


def test_whatever_another_program_writes_is_read_from_a_pipe() -> None:
    page = b"<!doctype html><html><p>The ministers met on Monday, the hosts said.</p></html>"
    for data in (page, gzip.compress(page)):
        (source,), problems = find_sources(["-"], io.BytesIO(data))
        assert (source.path, source.data, problems) == ("-", page, ())


def test_an_address_is_not_fetched_here() -> None:
    sources, problems = find_sources(["ftp://herald.example/2", "https://herald.example/1"])
    assert sources == ()
    assert [problem.path for problem in problems] == ["ftp://herald.example/2", "https://herald.example/1"]


def test_an_empty_stream_is_a_problem() -> None:
    sources, problems = find_sources(["-"], io.BytesIO(b"\n"))
    assert sources == ()
    assert reasons(problems) == [("-", "no JSON line came in")]
