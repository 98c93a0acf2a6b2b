from accord.read.html.candidates import LONGEST, Candidate, Gathering
from accord.read.html.headings import fold
from accord.read.html.traits import mark_traits, slug_words

TITLE = "Talks on the river end in Zurin"


def marks(*told: tuple[str, str], sites: frozenset[str] = frozenset(), url: str = "") -> dict[str, dict[str, float]]:
    gathering = Gathering(sites)
    for place, text in told:
        gathering.add_told(text, place)
    found: list[Candidate] = list(gathering.found.values())
    mark_traits(found, sites, frozenset(), url, {})
    return {one.text: one.marks for one in found}


def test_texts_that_differ_in_signs_alone_are_one_candidate() -> None:
    found = marks(("og:title", TITLE), ("title", TITLE.upper() + "!"))
    assert list(found) == [TITLE]
    assert {"og:title", "title", "told 2", "told alone"} <= found[TITLE].keys()


def test_what_is_left_of_a_title_without_the_sites_name_is_marked() -> None:
    found = marks(("title", f"{TITLE} | The Herald"), sites=frozenset({"theherald"}))
    assert "rest of title" in found[TITLE]
    assert "site name" in found["The Herald"]


def test_the_words_of_the_address_speak_for_a_text() -> None:
    found = marks(("title", TITLE), url="https://herald.example/talks-river-end-zurin-4711.html")
    assert found[TITLE]["slug held"] == 1.0
    assert slug_words("/a/b") == frozenset()


def test_days_bylines_and_capitals_are_told() -> None:
    found = marks(("title", "16 May 2031"), ("og:title", "By Ada Stone"), ("JSON-LD", "TALKS END"))
    assert "day" in found["16 May 2031"]
    assert "by" in found["By Ada Stone"]
    assert "capitals" in found["TALKS END"]


def test_a_text_that_is_too_long_is_no_candidate() -> None:
    assert marks(("title", "a | " * LONGEST)) == {}
    assert fold("") == ""


def test_places_that_say_the_same_are_counted_by_their_kind() -> None:
    found = marks(("JSON-LD", TITLE), ("title", f"{TITLE} | The Herald"), ("og:title", "Who gets the river now?"))
    assert "2 voices" in found[TITLE]
    assert "1 voices" in found["Who gets the river now?"]


def test_a_short_part_of_a_title_is_marked() -> None:
    found = marks(("title", f"World news - {TITLE} - The Herald"))
    assert "short part" in found["World news"]
    assert "short part" not in found[TITLE]
