"""Names in headlines whose every word is capital."""

import pytest

from accord import analyse, read_source
from accord.model.reports import Source

BODY = "Attorney General Daniel Okoth met residents of Garissa on Monday. Okoth spoke with the mayor for an hour."


@pytest.mark.parametrize(
    "headline",
    [
        "Daniel Okoth Hears From The People Of Garissa",
        "Daniel Okoth Vows Reform After Garissa Protests",
        "Garissa Protesters Challenge Okoth Over Dam",
    ],
)
def test_verbs_of_headlines_are_no_names(headline: str) -> None:
    source = Source(path="one.txt", id="one", text=f"{headline}\n\n{BODY}\n", published="2031-05-14")
    people = {actor.name for actor in analyse(read_source(source)).actors if actor.type == "person"}
    assert people == {"Daniel Okoth"}


def test_a_name_that_only_the_headline_has_stays_whole() -> None:
    text = "Marta Quispe Ruiz Meets Farmers Of Garissa\n\nResidents of Garissa were asked about the dam on Monday.\n"
    found = analyse(read_source(Source(path="one.txt", id="one", text=text, published="2031-05-14"))).actors
    assert any("Marta Quispe Ruiz" in actor.name for actor in found)
