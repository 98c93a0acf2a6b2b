import numpy as np

from accord.language.decoding import DOUBT, doubt_names, join_names, keep_proper
from accord.language.marking import choose_tags
from accord.model.sentences import Name

TAGS = ("O", "B-PLACE", "I-PLACE", "B-EVENT", "I-EVENT")


def test_a_place_must_be_surer_than_no_name_and_an_event_need_not() -> None:
    near = DOUBT / 2
    scores = np.array([[0, near, -9, -9, -9], [0, -9, -9, near, -9], [0, 2 * DOUBT, -9, -9, -9]], dtype=np.float32)
    assert choose_tags(doubt_names(scores, TAGS), TAGS) == ["O", "B-EVENT", "B-PLACE"]


def test_no_common_noun_is_a_place_but_an_event_may_be_one() -> None:
    names = (Name(0, 1, "PLACE"), Name(1, 3, "ORGANIZATION"), Name(3, 4, "EVENT"))
    assert keep_proper(names, ["NOUN", "DET", "PROPN", "NOUN"]) == names[1:]


def test_names_end_where_the_next_begins() -> None:
    tags = ["B-PLACE", "B-PLACE", "I-PLACE", "O", "B-EVENT"]
    assert join_names(tags) == (Name(0, 1, "PLACE"), Name(1, 3, "PLACE"), Name(4, 5, "EVENT"))
