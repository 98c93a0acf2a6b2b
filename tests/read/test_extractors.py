import pytest

from accord.read.extractors import map_entry

TEXT = "The talks ended on Friday."


@pytest.mark.parametrize(
    "entry",
    [
        {"title": "Talks", "text": TEXT, "sitename": "The Herald", "date": "2031-05-16", "source": "https://h.example/1"},
        {"title": "Talks", "maintext": TEXT, "source_domain": "The Herald", "date_publish": "2031-05-16 00:00:00",
         "url": "https://h.example/1"},
        {"title": "Talks", "plaintext": TEXT, "publisher": "The Herald", "publishing_date": "2031-05-16",
         "html": {"requested_url": "https://h.example/1"}},
        {"title": "Talks", "text": TEXT, "source_url": "The Herald", "publish_date": "2031-05-16T00:00:00",
         "url": "https://h.example/1", "text_cleaned": ""},
    ],
    ids=["trafilatura", "news-please", "fundus", "newspaper4k"],
)  # fmt: skip
def test_the_lines_of_other_extractors_have_our_keys(entry: dict[str, object]) -> None:
    assert map_entry(entry) == {
        "text": f"Talks\n\n{TEXT}",
        "url": "https://h.example/1",
        "outlet": "The Herald",
        "published": "2031-05-16",
    }


def test_a_body_in_sections_is_joined_as_it_is_read() -> None:
    body = {"summary": ["In short."], "sections": [{"headline": ["After"], "paragraphs": [TEXT, "All left."]}]}
    assert map_entry({"title": "Talks", "body": body})["text"] == f"Talks\n\nIn short.\n\nAfter\n\n{TEXT}\n\nAll left."


def test_the_day_of_a_download_is_none_of_publication() -> None:
    told = map_entry({"maintext": TEXT, "date_publish": "None", "date_download": "2031-05-17 10:00:00+00:00"})
    assert told == {"text": TEXT, "captured": "2031-05-17T10:00:00Z"}


def test_our_own_lines_stay_as_they_are() -> None:
    own = {"id": "a", "text": TEXT, "outlet": "The Herald", "language": "en"}
    assert map_entry(own) == own
