from accord.collate.enumerations import read_by_person
from accord.collate.units import units_of
from tests.factories import parsed

SURNAMES = ("Ruiz", "Klein", "Lund")


def read(text: str) -> dict[str, str]:
    """The words of each reading, by the surname for which it is read."""
    sentence = parsed(text).sentences[0]

    def named(tokens: frozenset[int]) -> frozenset[str]:
        return frozenset(sentence.words[i] for i in tokens) & frozenset(SURNAMES)

    return {
        " ".join(sorted(each.persons)): " ".join(
            sentence.words[i] for i in range(*each.stretch) if i not in each.unread
        )
        for each in read_by_person(sentence, units_of(sentence), named)
    }


def test_each_person_stands_alone_with_what_is_said_of_all() -> None:
    found = read("The envoy met with Marta Ruiz, Otto Klein and Ada Lund in Quito.")
    assert set(found) == set(SURNAMES)
    for surname, words in found.items():
        assert "met with" in words
        assert "in Quito" in words
        assert {other for other in SURNAMES if other in words} == {surname}


def test_who_is_named_twice_is_read_for_neither_time() -> None:
    assert set(read("The envoy met with Marta Ruiz, Otto Klein and the daughter of Marta Ruiz.")) == {"Klein"}


def test_one_person_beside_things_is_no_list_of_persons() -> None:
    assert read("The envoy spoke of Marta Ruiz, trade and the border.") == {}


def test_a_sentence_without_a_tree_lists_nobody() -> None:
    assert read("Marta Ruiz, Otto Klein.") == {}
