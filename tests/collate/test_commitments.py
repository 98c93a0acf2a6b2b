"""One entry a commitment, with a reading a report, each at its stage."""

from msgspec import structs

from accord.collate.commitments import merge_commitments
from accord.model.accounts import Analysis
from accord.model.findings import Actor, Commitment, CommitmentReading, Stage
from tests.factories import analysis

ACTORS = (Actor("n1", "Norway", "state", ("Norway",)), Actor("n2", "Chile", "state", ("Chile",)))
OTHERS = (Actor("n3", "Peru", "state", ("Peru",)), Actor("n4", "Fiji", "state", ("Fiji",)))


def binding(
    id: str, text: str, subject: str, stage: Stage = "agreed", parties: tuple[str, ...] = ("n1", "n2"), topic: str = ""
) -> Analysis:
    read = analysis(text, id=id)
    span = read.report.span(text.index(subject), text.index(subject) + len(subject))
    whole = CommitmentReading(read.report.span(0, len(text)), stage)
    one = Commitment("c1", span, (whole,), parties, None, (topic,) if topic else ())
    return structs.replace(read, actors=ACTORS + OTHERS, commitments=(one,))


def test_one_matter_at_two_stages() -> None:
    one = binding("a", "Norway and Chile will open a ferry to Lagos.", "open a ferry to Lagos", "expected")
    other = binding("b", "Norway and Chile agreed to open a ferry to Lagos.", "open a ferry to Lagos")
    (found,) = merge_commitments([one, other])
    assert [reading.stage for reading in found.readings] == ["expected", "agreed"]


def test_counted_bundles_are_one_whatever_they_count() -> None:
    one = binding("a", "Norway and Chile signed 36 agreements.", "36 agreements", "signed")
    other = binding("b", "Norway and Chile announced 37 deals.", "37 deals")
    assert len(merge_commitments([one, other])) == 1


def test_other_parties_other_commitment() -> None:
    one = binding("a", "Norway and Chile will open a ferry.", "open a ferry")
    other = binding("b", "Peru and Fiji will open a ferry.", "open a ferry", parties=("n3", "n4"))
    assert len(merge_commitments([one, other])) == 2


def test_other_matters_stay_apart() -> None:
    one = binding("a", "Norway and Chile will open a ferry.", "open a ferry")
    other = binding("b", "Norway and Chile will free the crew.", "free the crew")
    assert len(merge_commitments([one, other])) == 2


def test_a_headline_repeated_in_its_report_is_one_reading() -> None:
    one = binding("a", "Norway and Chile agree on a ferry.", "a ferry")
    (commitment,) = one.commitments
    again = structs.replace(one, commitments=(commitment, structs.replace(commitment, id="c2")))
    (found,) = merge_commitments([again])
    assert len(found.readings) == 1
