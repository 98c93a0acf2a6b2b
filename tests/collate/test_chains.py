import msgspec
import pytest

from accord.collate.chains import Chain, chain_of
from accord.model.accounts import Analysis
from accord.model.findings import Actor, ActorType, Attribution
from tests.factories import analysis, clause, passages, span


def reported(text: str, source: str, cue: str, content: str, type: ActorType) -> tuple[Chain, Analysis]:
    """The chain of a whole sentence that gives a content to a source."""
    report = analysis(text, id="a")
    report = msgspec.structs.replace(report, report=msgspec.structs.replace(report.report, outlet="The Quay"))
    speech = Attribution(
        "a.a1",
        content=(span(text, content, report="a"),),
        kind="indirect",
        source=span(text, source, report="a"),
        cue=span(text, cue, report="a"),
        speaker=("n1",),
    )
    made = clause(text, span=span(text, text, report="a"), attributions=(speech,))
    return chain_of(made, report, {"n1": Actor("n1", source, type, (source,))}, "The Quay"), report


def test_who_says_a_thing_is_no_part_of_it() -> None:
    text = "According to the long-serving harbour master Ada Orr, two boats sank."
    chain, _ = reported(text, "the long-serving harbour master Ada Orr", "According to", "two boats sank", "person")
    assert chain.reading.attribution == "a.a1"
    assert chain.said_by == "n1"


@pytest.mark.parametrize(
    ("text", "cue", "root"),
    [
        ("Orr Shipping said that it would buy a crane", "said", "Orr Shipping"),
        # what it does in saying so is the outlet's to tell
        ("Orr Shipping pledged that it would buy a crane", "pledged", "The Quay"),
    ],
)
def test_an_act_is_no_utterance(text: str, cue: str, root: str) -> None:
    chain, _ = reported(text, "Orr Shipping", cue, "it would buy a crane", "organization")
    assert chain.root == root


def test_what_an_outlet_was_told_it_tells_itself() -> None:
    chain, _ = reported("The Quay learned that two boats sank", "The Quay", "learned", "two boats sank", "organization")
    assert chain.reading.via == ()
    assert chain.root == "The Quay"


def test_who_say_it_together_stand_in_no_chain() -> None:
    text = "Ada Orr and Ben Kay said two boats sank."
    report = analysis(text, id="a")
    speech = Attribution(
        "a.a1",
        content=(span(text, "two boats sank", report="a"),),
        kind="indirect",
        source=span(text, "Ada Orr and Ben Kay", report="a"),
        cue=span(text, "said", report="a"),
        speaker=("n1", "n2"),
    )
    actors = {f"n{n}": Actor(f"n{n}", name, "person", (name,)) for n, name in enumerate(("Ada Orr", "Ben Kay"), 1)}
    made = clause(text, span=span(text, text, report="a"), attributions=(speech,))
    chain = chain_of(made, report, actors, "The Quay")
    assert chain.reading.via == ("Ada Orr",)
    assert chain.beside == ("Ben Kay",)


@pytest.mark.parametrize(
    ("beside", "via"),
    [
        # the description that a page gives of the picture for those who can't see it
        (
            "Envoy Ada Orr and harbour master Ben Kay cut the ribbon in Port Ellis on 3 May. Ann Lee/AFP/Getty Images",
            True,
        ),
        ("A trawler leaves Port Ellis in the rain. Ann Lee/AFP/Getty Images", False),
    ],
)
@pytest.mark.parametrize("order", [1, -1])
def test_a_credit_holds_for_both_captions_of_one_picture(beside: str, via: bool, order: int) -> None:
    told = "Ada Orr (left) and Ben Kay (right) cut a ribbon at the opening in Port Ellis."
    text = "\n\n".join([told, beside][::order])
    report = analysis(text, id="a")
    report = msgspec.structs.replace(report, passages=passages(report.report, "caption"))
    chain = chain_of(clause(told, span=span(text, told, report="a"), role="caption"), report, {}, "The Quay")
    assert chain.reading.via == (("Getty Images", "Agence France-Presse") if via else ())
