"""One entry a commitment, with a reading a report, each at its stage."""

from msgspec import structs

from accord.collate.commitments import merge_commitments
from accord.model.accounts import Analysis
from accord.model.findings import Actor, Commitment, CommitmentReading, Stage
from accord.model.points import Point, Reading
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


def listed(id: str, bundle: str, item: str) -> Analysis:
    """A report of a bundle with one item, under ids of its own."""
    read = binding(id, f"Norway and Chile signed {bundle}, with {item}.", bundle, "signed")
    (whole,) = read.commitments
    start = read.report.text.index(item)
    span = read.report.span(start, start + len(item))
    one = Commitment(f"{id}2", span, (CommitmentReading(span, "signed"),), whole.parties, parent=f"{id}1")
    return structs.replace(read, commitments=(structs.replace(whole, id=f"{id}1"), one))


def test_an_item_has_the_merged_bundle_as_parent() -> None:
    first = binding("z", "Norway and Chile will free the crew.", "free the crew")
    found = merge_commitments(
        [first, listed("a", "36 agreements", "a rail link"), listed("b", "37 deals", "a rail link")]
    )
    assert [(one.id, one.subject.text, one.parent) for one in found] == [
        ("c1", "free the crew", None),
        ("c2", "36 agreements", None),
        ("c3", "a rail link", "c2"),
    ]


def test_a_bundle_stands_in_no_other_nor_in_itself() -> None:
    found = merge_commitments([listed("a", "36 agreements", "12 deals on rail")])
    assert [one.parent for one in found] == [None]


def test_amounts_of_all_readings_are_kept() -> None:
    def priced(id: str) -> Analysis:
        read = binding(id, "Norway will lend Chile $40 million.", "lend Chile $40 million")
        (one,) = read.commitments
        return structs.replace(read, commitments=(structs.replace(one, amounts=(read.report.span(23, 34),)),))

    (found,) = merge_commitments([priced("a"), priced("b")])
    assert [(each.report, each.text) for each in found.amounts] == [("a", "$40 million"), ("b", "$40 million")]


def test_readings_of_one_point_are_nearer() -> None:
    one = binding("a", "Norway and Chile will run a ferry.", "run a ferry", "expected")
    other = binding("b", "Norway and Chile plan ships to Lagos.", "ships to Lagos")
    spans = [each.commitments[0].readings[0].span for each in (one, other)]
    point = Point("p1", spans[0], tuple(map(Reading, spans)), "corroborated", 2)
    assert len(merge_commitments([one, other])) == 2
    assert len(merge_commitments([one, other], [point])) == 1


def test_a_reading_of_two_matters_does_not_join_them() -> None:
    both = binding("a", "Norway and Chile agreed on ferries and prisons.", "ferries and prisons")
    one = binding("b", "Norway and Chile will build ferries.", "build ferries")
    other = binding("c", "Norway and Chile will close prisons.", "close prisons")
    groups = [{reading.span.report for reading in each.readings} for each in merge_commitments([both, one, other])]
    assert {"b", "c"} not in groups
    assert {"a", "b", "c"} not in groups
