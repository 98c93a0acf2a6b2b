import pytest

from accord.text.urls import same_address


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("http://a.example/x?id=1&ref=home", "https://a.example/x/?id=1"),
        ("https://www.A.example/x#top", "https://a.example/x"),
        ("https://a.example/x?b=2&a=1", "https://a.example/x?a=1&b=2&fbclid=9"),
    ],
)
def test_what_does_not_name_the_page_is_left_out(one: str, other: str) -> None:
    assert same_address(one) == same_address(other) is not None


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("https://a.example/x?id=1", "https://a.example/x?id=2"),
        ("https://a.example/x?reference=1", "https://a.example/x"),
        ("https://a.example/x", "https://b.example/x"),
    ],
)
def test_what_names_the_page_stays(one: str, other: str) -> None:
    assert same_address(one) != same_address(other)


@pytest.mark.parametrize("url", ["https://a.example/", "a.example", "", "https://[broken/x", "urn:agency:1"])
def test_what_names_no_page_has_no_address(url: str) -> None:
    assert same_address(url) is None
