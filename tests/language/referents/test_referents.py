"""Pronouns and descriptions in short reports, each after a `|`, with whom they stand for."""

import re

import pytest

from accord.find.actors import find_actors
from accord.language.pack import load
from accord.language.referents import find_referents
from accord.language.rules import RulePack
from accord.model.accounts import ParsedReport
from tests.factories import passages, report

needs_pack = pytest.mark.skipif(isinstance(load(), RulePack), reason="the English pack is not there")


def meant(marked: str) -> list[str]:
    """Whom each word behind a `|` stands for, names joined by "+"; "?" where it is no mention."""
    places = [match.start() - n for n, match in enumerate(re.finditer(r"\|", marked))]
    text = marked.replace("|", "")
    made = report(text)
    lines = passages(made)
    sentences = tuple(load().parse(text, [(one.span.start, one.span.end) for one in lines]))
    actors = find_actors(ParsedReport(made, lines, sentences))
    names = {actor.id: actor.name for actor in actors}
    found = find_referents(sentences, actors, text)
    answers = [found.at(place) for place in places]
    return ["?" if answer is None else "+".join(names[one] for one in answer) for answer in answers]


@needs_pack
@pytest.mark.parametrize(
    ("text", "names"),
    [
        # the subject stands out more than who is met
        ("President Karl Lund met Prime Minister Pavel Horak on Monday. |He left early.", ["Karl Lund"]),
        # a pronoun goes by the title, the form of address, the name
        ("Mrs Berg met Mr Lund in Oslo. |He said yes. |She said no.", ["Lund", "Berg"]),
        ("Desislava Toneva met Pavel Horak. |She left, and |he stayed.", ["Desislava Toneva", "Pavel Horak"]),
        # bodies joined to one another are the two sides, states where there are none
        (
            "The Dockers Union and Harbour Holdings met on Monday. The two |sides said no.",
            ["Dockers Union+Harbour Holdings"],
        ),
        ("Norway and Kenya signed the deal. The two |sides said yes.", ["Norway+Kenya"]),
        # whoever is from two places speaks for both, what is written for whoever wrote it
        (
            "|Researchers from the University of Oslo and the Port Institute said no.",
            ["University of Oslo+Port Institute"],
        ),
        ("The Harbour Union's |update said the strike would go on.", ["Harbour Union"]),
        ("|Footage from the Harbour Union showed a fire.", ["Harbour Union"]),
        # what somebody says of another is not of oneself
        ("Karl Lund praised Pavel Horak. “|He has been a friend,” |he said.", ["Pavel Horak", "Karl Lund"]),
        ("When |she came to Oslo, Anna Berg said the talks would go on.", ["Anna Berg"]),
        ("Kari Dahl and Pavel Horak met in Oslo. |They said the port was open.", ["Kari Dahl+Pavel Horak"]),
        ("Villagers came. |They said the well was dry.", [""]),
        # who speaks does not name himself, and stays before the reader's eyes while he is quoted
        ("Karl Lund thanked the crowd. “Pavel Horak was wrong. Pavel Horak must go,” |he said.", ["Karl Lund"]),
        (
            "Karl Lund spoke last. “Pavel Horak lost. He was late. He was tired.” |He said the bridge was safe.",
            ["Karl Lund"],
        ),
        # those without a name are meant, too
        ("The World Bank met farmers on Monday. Greens were angry. |They said the loan was lost.", [""]),
        ("The World Bank kept a cable. The cable came from Oslo. |It said the loan was lost.", [""]),
    ],
)
def test_pronouns(text: str, names: list[str]) -> None:
    assert meant(text) == names


@needs_pack
@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "Foreign Minister Kari Dahl met President Joseph Mwangi of Kenya. The |minister was late. "
            "The Kenyan |leader was not.",
            ["Kari Dahl", "Joseph Mwangi"],
        ),
        ("Defence Minister Kari Dahl met Trade Minister Pavel Horak. The trade |minister left.", ["Pavel Horak"]),
        (
            "Norwegian Foreign Minister Kari Dahl spoke first. Her Czech |counterpart, Pavel Horak, spoke last. "
            "“We agree,” the Czech |diplomat said.",
            ["?", "Pavel Horak"],
        ),
        ("Goro Ishida said he fished for crabs. The 66-year-|old said he would sail.", ["Goro Ishida"]),
        ("Its |chief denied it. “There is one map,” Abena Owusu said in Accra.", ["Abena Owusu"]),
        ("A |driver said that the road was closed. The |driver did not give a name.", ["", ""]),
    ],
)
def test_one_person(text: str, names: list[str]) -> None:
    told = meant(text)
    assert [name for name in told if name != "?"] == [name for name in names if name != "?"]


@needs_pack
@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("The Harbour Workers' Union met the World Bank. The |union was pleased.", ["Harbour Workers' Union"]),
        ("The World Bank gave no date. A |spokesman for the bank was silent.", ["World Bank"]),
        ("Norway and Kenya met on Monday. The two |countries signed nothing.", ["Norway+Kenya"]),
        ("President Kari Dahl hosted President Joseph Mwangi. The two |presidents dined.", ["Kari Dahl+Joseph Mwangi"]),
        ("Three |ministers resigned on Monday.", [""]),
        ("Karl Lund met Pavel Horak. Two |fishermen complained.", [""]),
        ("The Harbour Workers' Union spoke. A task force was formed. The |force met on Monday.", [""]),
    ],
)
def test_bodies_and_groups(text: str, names: list[str]) -> None:
    assert meant(text) == names


def test_a_report_without_a_tree_is_read_by_its_words() -> None:
    text = "Reporters met President Anna Berg in Oslo. She said the talks would go on."
    made = report(text)
    lines = passages(made)
    sentences = tuple(RulePack().parse(text, [(one.span.start, one.span.end) for one in lines]))
    actors = find_actors(ParsedReport(made, lines, sentences))
    answer = find_referents(sentences, actors, text).at(text.index("She"))
    assert [actor.name for actor in actors if actor.id in (answer or ())] == ["Anna Berg"]


def test_the_same_report_gives_the_same_answers() -> None:
    text = "Anna Berg met Karl Lund. They said that she and the minister had agreed."
    made = report(text)
    sentences = tuple(load().parse(text, [(0, len(text))]))
    actors = find_actors(ParsedReport(made, passages(made), sentences))
    places = range(len(text))
    one, other = (find_referents(sentences, actors, f"{text}{end}") for end in ("", " "))
    assert [one.at(place) for place in places] == [other.at(place) for place in places]
