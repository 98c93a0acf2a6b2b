import pytest

from accord.read.html.names import clean_names, find_lead, is_lead, is_person, strip_lead


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("By Ada Stone and Bo Reed", ("Ada Stone", "Bo Reed")),
        ("Von Ada Stone, dpa", ("Ada Stone", "dpa")),
        ("Alle Artikel von Ada Stone", ("Ada Stone",)),
        ("ada.stone@herald.example", ()),
        ("https://facebook.com/herald", ()),
        ("Ada Stone, PhD, Bo Reed, MD", ("Ada Stone", "Bo Reed")),
        ("<a href='/ada'>Ada Stone</a>", ("Ada Stone",)),
        ("Ada Stone, ADA STONE", ("Ada Stone",)),
        ("Ada Stone @adastone", ("Ada Stone",)),
        ("admin", ()),
        ("No Author", ()),
        ("Autor:", ()),
        ("freeman84", ("freeman84",)),
        ("Ada &amp; Bo", ("Ada", "Bo")),
        ("Redaktion", ("Redaktion",)),
        ("Dr. Ada Stone (dpa)", ("Ada Stone", "dpa")),
        ("Rechtsanwältin Ada Stone", ("Ada Stone",)),
        ("Ada Stone Chefredakteurin", ("Ada Stone",)),
        ("Ada Stone in Zurin", ("Ada Stone",)),
        ("Ada Stone For The Herald", ("Ada Stone",)),
        ("Ada Stone schreibt über Flüsse", ("Ada Stone",)),
        ("Ada van der Stone", ("Ada van der Stone",)),
        ("Ada Stone am 16.05.2031", ("Ada Stone",)),
        ("Ada Stone Jr., Bo Reed", ("Ada Stone Jr.", "Bo Reed")),
        ("mad/AFP", ("mad", "AFP")),
        ("Ada Symbolbild", ("Ada",)),
        ("Ada Stone - The Herald", ("Ada Stone", "The Herald")),
        ("", ()),
    ],
)
def test_names_are_cleaned(text: str, names: tuple[str, ...]) -> None:
    assert clean_names(text) == names


@pytest.mark.parametrize(
    ("line", "rest"),
    [
        ("Von Ada Stone", "Ada Stone"),
        ("ByAda Stone", "Ada Stone"),
        ("Text & Fotos: Ada Stone", "Ada Stone"),
        ("Autor/in: Ada Stone", "Ada Stone"),
        ("Ein Gastbeitrag von Ada Stone", "Ada Stone"),
        ("Autor Ada Stone", "Ada Stone"),
        ("Photo: Ada Stone", "Photo: Ada Stone"),
        ("Byron Reed", "Byron Reed"),
        ("Text folgt", "Text folgt"),
    ],
)
def test_what_leads_to_names_is_cut(line: str, rest: str) -> None:
    assert strip_lead(line) == rest


def test_a_lead_alone_is_told_from_a_byline() -> None:
    assert is_lead("Von:")
    assert is_lead("by")
    assert not is_lead("Von Ada Stone")
    assert not find_lead("Ada Stone")


@pytest.mark.parametrize("name", ["Ada Stone", "Ada van der Stone", "Ada O'Stone", "ADA STONE"])
def test_people_are_written_in_two_words_or_more(name: str) -> None:
    assert is_person(name)


@pytest.mark.parametrize("name", ["Ada", "adastone", "Talks in the town go on", "weitere Artikel", ""])
def test_other_lines_are_no_people(name: str) -> None:
    assert not is_person(name)


def test_a_long_text_is_read_in_part() -> None:
    assert len(clean_names("Ada Stone, " * 100_000)) == 1
    assert clean_names("x" * 100_000) == ()
