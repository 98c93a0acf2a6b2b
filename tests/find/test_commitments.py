"""What parties bind themselves to, how far it has come, and lists cut into their items."""

import pytest

from accord.find.actors import find_actors
from accord.find.attributions import find_attributions
from accord.find.commitments import find_commitments
from accord.find.figures import find_figures
from accord.find.times import find_times
from accord.model.findings import Commitment
from tests.factories import parsed


def commitments(text: str) -> tuple[Commitment, ...]:
    read = parsed(text, published="2031-05-14")
    actors, times = find_actors(read), find_times(read)
    figures, attributions = find_figures(read, times), find_attributions(read, actors, times)
    found = find_commitments(read, actors, figures, attributions, times)
    for one in found:
        for span in (one.subject, *(reading.span for reading in one.readings)):
            assert text[span.start : span.end] == span.text
    return found


@pytest.mark.parametrize(
    ("sentence", "stage"),
    [
        ("Norway and Chile agreed to open a joint consulate in Lagos.", "agreed"),
        ("Norway and Chile signed a treaty on fishing.", "signed"),
        ("Norway and Chile are expected to sign a treaty on fishing.", "expected"),
        ("Norway and Chile may sign a treaty on fishing.", "possible"),
        ("Norway promised to rebuild the harbour of Lima.", "pledged"),
        ("Norway called for a common fund for canals.", "proposed"),
        ("Norway will lend Chile $40 million.", "expected"),
        ("Norway and Chile should share the water, President Anna Berg said.", "proposed"),
    ],
)
def test_stages(sentence: str, stage: str) -> None:
    found = commitments(sentence)
    assert [reading.stage for one in found for reading in one.readings][:1] == [stage]


def test_a_refused_signature_binds_nobody() -> None:
    assert commitments("Norway did not sign the treaty with Chile.") == ()


def test_instrument_topics_and_parties() -> None:
    (one,) = commitments("Norway and Chile signed a memorandum of understanding on railways.")
    assert (one.instrument, one.topics[:1]) == ("memorandum of understanding", ("railways",))
    assert len(one.parties) == 2


def test_money_promised_is_finance() -> None:
    (one,) = commitments("Norway pledged 60 million euros to the clinic.")
    assert "finance" in one.topics


def test_items_of_a_list_are_their_own_at_the_stage_of_the_bundle() -> None:
    text = "Norway and Chile signed 12 agreements. They cover trade and investment, tourism, railways and fisheries."
    found = commitments(text)
    subjects = [one.subject.text for one in found]
    assert subjects[-4:] == ["trade and investment", "tourism", "railways", "fisheries"]
    assert {one.readings[0].stage for one in found[-4:]} == {"signed"}


def test_infinitives_of_two_matters_are_two() -> None:
    found = commitments("Norway and Chile agreed to open a hotline and to release the prisoners.")
    assert [one.topics[0] for one in found] == ["hotline", "prisoners"]


def test_whose_word_a_reading_is() -> None:
    found = commitments("Norway will send 300 soldiers to Chile, Reuters reported.")
    assert found
    assert found[0].readings[0].via == ("Reuters",)


def test_items_name_their_bundle() -> None:
    found = commitments("Norway and Chile signed 12 agreements. They cover tourism, railways and fisheries.")
    assert [(one.subject.text, one.parent) for one in found[1:]] == [
        ("tourism", found[0].id),
        ("railways", found[0].id),
        ("fisheries", found[0].id),
    ]
    assert found[0].parent is None


@pytest.mark.parametrize(
    ("sentence", "amounts"),
    [
        ("Norway pledged 60 million euros to the clinic.", ["60 million euros"]),
        ("Norway will send 300 soldiers to Chile.", ["300 soldiers"]),
        ("Norway agreed to sell Chile 12 fighter jets for $2 billion.", ["12 fighter jets", "$2 billion"]),
        ("Norway promised to cut tariffs on Chilean salmon by 15 percent.", ["15 percent"]),
        ("Norway promised to meet 14 envoys of Chile on 4 May.", []),
    ],
)
def test_amounts_are_money_shares_and_forces(sentence: str, amounts: list[str]) -> None:
    found = commitments(sentence)
    assert [amount.text for amount in found[0].amounts] == amounts


def test_a_reading_has_the_day_that_it_says() -> None:
    text = "Kenya and Uganda signed an agreement on water on 6 May 2031."
    read = parsed(text, published="2031-05-07")
    times = find_times(read)
    (found, *_) = find_commitments(read, find_actors(read), (), (), times)
    assert [reading.date for reading in found.readings] == ["2031-05-06"]
