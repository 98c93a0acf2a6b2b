import numpy as np

from accord.language.decoding import DOUBT, TRUST, doubt_names, favour_speech, join_names, keep_proper
from accord.language.marking import choose_tags
from accord.model.sentences import Name

TAGS = ("O", "B-PLACE", "I-PLACE", "B-EVENT", "I-EVENT")


def test_a_place_must_be_surer_than_no_name_and_an_event_need_not() -> None:
    near = DOUBT / 2
    scores = np.array([[0, near, -9, -9, -9], [0, -9, -9, near, -9], [0, 2 * DOUBT, -9, -9, -9]], dtype=np.float32)
    assert choose_tags(doubt_names(scores, TAGS), TAGS) == ["O", "B-EVENT", "B-PLACE"]


def test_a_name_once_begun_goes_on_as_before() -> None:
    near = DOUBT / 2
    scores = np.array([[0, 5 * DOUBT, -9, -9, -9], [0, -9, near, -9, -9]], dtype=np.float32)
    assert choose_tags(doubt_names(scores, TAGS), TAGS) == ["B-PLACE", "I-PLACE"]


def test_speech_is_found_where_none_is_hardly_surer() -> None:
    tags = ("O", "B-CUE", "I-CUE")
    scores = np.array([[TRUST / 2, 0, -9], [2 * TRUST, 0, -9]], dtype=np.float32)
    assert choose_tags(favour_speech(scores, tags), tags) == ["B-CUE", "O"]


def test_no_common_noun_is_a_place_but_an_event_may_be_one() -> None:
    names = (Name(0, 1, "PLACE"), Name(1, 3, "ORGANIZATION"), Name(3, 4, "EVENT"))
    assert keep_proper(names, ["NOUN", "DET", "PROPN", "NOUN"]) == names[1:]


def test_names_end_where_the_next_begins() -> None:
    tags = ["B-PLACE", "B-PLACE", "I-PLACE", "O", "B-EVENT"]
    assert join_names(tags) == (Name(0, 1, "PLACE"), Name(1, 3, "PLACE"), Name(4, 5, "EVENT"))
