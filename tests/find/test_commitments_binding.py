"""A commitment binds or asks somebody: predictions, outcomes, questions, failures and views are none."""

import pytest

from tests.find.test_commitments import commitments


@pytest.mark.parametrize(
    "sentence",
    [
        "Anna Berg will lose the vote, a columnist wrote.",
        "Norway will suffer from the frost.",
        "Lifting the cap would make the fund solvent, a study by Norway found.",
        "If the price fell, Norway would buy grain.",
        "Norway could have opened the road.",
        "A reporter asked whether Norway would open the road.",
        "Will Norway open the road?",
        "Anna Berg suggested that the critics were late.",
        "Norway offered a critique of the plan.",
        "There was no agreement on fishing.",
        "The two sides lost hope of a deal on fishing.",
        "The tax will be raised.",
        "“Who can guarantee Norway a harvest?” Anna Berg asked.",
        "Anna Berg rejected the idea that Norway should open the road.",
        "It happens to be a cold morning in Norway.",
        "Norway was trying to mend the road.",
        "The song would no longer please Norway.",
        "The talks are a search for a deal to open the road.",
        "Norway ignored the suggestions put forward by Chile.",
        "The trouble with plans to raise taxes is the vote, Norway said.",
        "The charges against Norway will focus on the harbour.",
    ],
)
def test_what_binds_nobody(sentence: str) -> None:
    assert commitments(sentence) == ()


@pytest.mark.parametrize(
    ("sentence", "stage"),
    [
        ("Norway said it would open the road.", "expected"),
        ("Norway is to provide 600 soldiers.", "expected"),
        ("Norway asked Chile to open the road.", "proposed"),
        ("Anna Berg suggested that Norway should open the road.", "proposed"),
        ("Chile should be paid for the water, President Anna Berg of Chile said.", "proposed"),
        ("The road will be built by Norway.", "expected"),
        ("Fishermen are calling on Norway to open the road.", "proposed"),
        ("The statement urged fishermen to rebuke the board.", "proposed"),
    ],
)
def test_what_binds_or_asks(sentence: str, stage: str) -> None:
    assert [reading.stage for one in commitments(sentence) for reading in one.readings][:1] == [stage]


def test_topics_come_from_words_and_never_from_names() -> None:
    (one,) = commitments("Norway promised Condoleezza Rice to send aides to Lima.")
    assert one.topics == ()


def test_a_purpose_is_not_what_is_bound_to() -> None:
    (one,) = commitments("To pay for it, Norway proposed a tax on salmon.")
    assert one.subject.text == "a tax on salmon"


def test_who_is_asked_is_a_party_too() -> None:
    (one,) = commitments("Norway urged Chile to open the road.")
    assert len(one.parties) == 2


def test_an_announced_plan_is_a_promise() -> None:
    (one,) = commitments("Norway announced a plan to open the road.")
    assert [reading.stage for reading in one.readings] == ["pledged"]
