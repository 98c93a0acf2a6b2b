from collections import Counter

import pytest

from accord.knowledge.media import find_medium, load_media, medium_names


@pytest.mark.parametrize(
    ("said", "name", "kind"),
    [
        ("AP", "Associated Press", "agency"),
        ("the Associated Press", "Associated Press", "agency"),
        ("Xinhua news agency", "Xinhua", "state-agency"),
        ("KCNA", "Korean Central News Agency", "state-agency"),
        ("Getty Images", "Getty Images", "photo-agency"),
        ("China Central Television", "CCTV", "state-media"),
        ("the New York Times", "The New York Times", "outlet"),
        ("Al-Jazeera", "Al Jazeera", "outlet"),
    ],
)
def test_media_are_found_by_their_names(said: str, name: str, kind: str) -> None:
    medium = find_medium(said)
    assert medium is not None
    assert (medium.name, medium.kind) == (name, kind)


@pytest.mark.parametrize("word", ["time", "hill", "Hill", "mint", "the paper", "Ana Ruiz", ""])
def test_plain_words_are_no_media(word: str) -> None:
    assert find_medium(word) is None


def test_every_medium_has_one_row_and_a_state_code() -> None:
    media = load_media()
    assert [name for name, count in Counter(medium.name for medium in media).items() if count > 1] == []
    assert all(medium.state is None or (len(medium.state) == 2 and medium.state.isupper()) for medium in media)


def test_most_of_the_world_has_an_agency_or_an_outlet() -> None:
    assert len({medium.state for medium in load_media()}) > 120
    assert len(medium_names("agency", "state-agency")) > 150
