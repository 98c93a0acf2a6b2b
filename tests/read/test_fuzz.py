"""A short run of the fuzzer over the readers; `benchmarks/pages_fuzz.py` runs it at length."""

from benchmarks.pages_fuzz import Run

INPUTS = 1_500


def test_broken_input_is_read_or_refused_and_nothing_else() -> None:
    run = Run(2031)
    run.go(INPUTS)
    assert [(kind, reason) for kind, reason, _ in run.failed] == []
    assert sum(run.ends.values()) == INPUTS
    assert {kind.split()[0] for kind in run.ends} == {"page", "text", "feed", "exchange", "json", "warc"}
