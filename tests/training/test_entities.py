"""GUM's noun phrases → names: what of a phrase is the name, and what can't be told."""

from training.entities import read_entities
from training.items import MASK, OTHER, Item

Row = tuple[str, str, int, str, str]  # word, UPOS, head (1-based, 0 the root), relation, brackets


def tag(*rows: Row, plural: tuple[str, ...] = ()) -> list[str]:
    words = [r[0] for r in rows]
    item = Item(words, [False] * len(words), "gum")
    item.upos, item.heads = [r[1] for r in rows], [r[2] - 1 for r in rows]
    item.labels = [r[3] for r in rows]
    item.feats = ["Number=Plur" if w in plural else "" for w in words]
    return read_entities(item, [f"Entity={r[4]}" if r[4] else "_" for r in rows])


def test_a_person_is_the_head_with_all_that_is_flat_to_it() -> None:
    found = tag(
        ("Premier", "PROPN", 2, "nmod:desc", "(1-person"),
        ("Tam", "PROPN", 0, "root", ""),
        ("Wai", "PROPN", 2, "flat", ""),
        ("-", "PUNCT", 5, "punct", ""),
        ("ho", "PROPN", 3, "flat", "1)"),
    )
    assert found == ["O", "B-PERSON", "I-PERSON", "I-PERSON", "I-PERSON"]


def test_a_name_flat_or_apposed_to_a_noun() -> None:
    flat = tag(
        ("director", "NOUN", 0, "root", "(1-person"),
        ("Ana", "PROPN", 1, "flat", ""),
        ("Lima", "PROPN", 1, "flat", "1)"),
    )
    assert flat == ["O", "B-PERSON", "I-PERSON"]
    apposed = tag(
        ("the", "DET", 2, "det", "(1-person"),
        ("judge", "NOUN", 0, "root", ""),
        ("Ana", "PROPN", 2, "appos", ""),
        ("Lima", "PROPN", 3, "flat", "1)"),
    )
    assert apposed == ["O", "O", "B-PERSON", "I-PERSON"]


def test_a_phrase_that_hangs_apart_keeps_its_first_name() -> None:
    found = tag(
        ("came", "VERB", 0, "root", ""),
        ("Peru", "PROPN", 1, "obl", "(1-place"),
        ("where", "ADV", 4, "advmod", ""),
        ("used", "VERB", 1, "advcl", "1)"),
    )
    assert found == ["O", "B-PLACE", "O", "O"]


def test_the_village_of() -> None:
    found = tag(
        ("the", "DET", 2, "det", "(1-place"),
        ("village", "NOUN", 0, "root", ""),
        ("of", "ADP", 4, "case", ""),
        ("Auch", "PROPN", 2, "nmod", "1)"),
    )
    assert found == ["O", "O", "O", "B-PLACE"]


def test_what_gum_can_tell_of_other_proper_nouns() -> None:
    found = tag(
        ("Zotero", "PROPN", 3, "nsubj", "(1-abstract)"),
        ("Ides", "PROPN", 3, "obl", ""),
        ("runs", "VERB", 0, "root", ""),
        ("French", "ADJ", 5, "amod", ""),
        ("May", "PROPN", 3, "obl", "(2-time)"),
    )
    assert found == [OTHER, MASK, "O", MASK, "O"]


def test_titles_alone_are_no_names_and_peoples_are_peoples() -> None:
    assert tag(("President", "PROPN", 0, "root", "(1-person)")) == ["O"]
    assert tag(("Kurds", "PROPN", 0, "root", "(1-person)"), plural=("Kurds",)) == ["B-NORP"]
