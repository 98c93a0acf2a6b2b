"""The page as a string: it holds the whole account, leads nowhere in vain, and text stays text."""

import html
import os
import re
import subprocess
import sys
from html.parser import HTMLParser

import msgspec
import pytest

from accord.publish.page.documents import to_html
from tests.publish.accounts import HOSTILE, hostile, repeated, summit

VOID = {"meta", "input", "br", "wbr"}


class Reader(HTMLParser):
    """Collects ids, inner links and the tree's balance."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.links: set[str] = set()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = dict(attrs)
        self.tags.append((tag, found))
        self.ids += [value for key, value in attrs if key == "id" and value]
        self.links |= {value[1:] for key, value in attrs if key == "href" and value and value.startswith("#")}
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        self.open.pop()

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


@pytest.mark.parametrize("account", [summit(), hostile()], ids=["summit", "hostile"])
def test_every_link_leads_somewhere_and_every_id_is_one(account: object) -> None:
    page = Reader(to_html(account))  # type: ignore[arg-type]
    assert page.open == []
    assert len(page.ids) == len(set(page.ids))
    assert page.links <= set(page.ids)
    assert all(" " not in name for name in page.ids)


def test_holds_every_report_to_the_letter() -> None:
    page = to_html(summit())
    plain = html.unescape(re.sub(r"<sup>.*?</sup>|<[^>]*>", "", page))
    for report in summit().reports:
        for line in report.text.splitlines():
            assert line in plain


def test_asks_the_network_for_nothing() -> None:
    for tag, attributes in Reader(to_html(summit())).tags:
        assert tag not in ("link", "img", "iframe", "object", "embed", "audio", "video", "base")
        assert "src" not in attributes
        assert "style" not in attributes
    assert not re.search(r"url\(|@import|fetch\(|XMLHttp", to_html(summit()))


def test_hostile_text_stays_text() -> None:
    page = Reader(to_html(hostile()))
    assert [tag for tag, _ in page.tags].count("script") == 1
    assert [tag for tag, _ in page.tags].count("style") == 1
    assert not {"img", "b"} & ({tag for tag, _ in page.tags} - {"b"})
    for _, attributes in page.tags:
        assert not [name for name in attributes if name.startswith("on")]
        assert not (attributes.get("href") or "").startswith("javascript")
    assert html.escape(HOSTILE[1]) in to_html(hostile())


def test_controls_are_shown_as_their_pictures() -> None:
    page = to_html(hostile())
    assert "a␀b␇c␛[31md\ufffde\ufffdf" in page
    assert not re.search("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff]", page)


def test_same_bytes_whatever_the_seed_of_hashes() -> None:
    program = "import sys; from tests.publish.accounts import summit; from accord.publish.formats import FORMATS; "
    program += "sys.stdout.buffer.write(FORMATS['html'].write(summit()))"
    runs = {
        subprocess.run(
            [sys.executable, "-c", program], env=os.environ | {"PYTHONHASHSEED": seed}, capture_output=True, check=True
        ).stdout
        for seed in ("1", "2")
    }
    assert len(runs) == 1


def test_size_of_a_small_and_of_a_large_story() -> None:
    assert len(to_html(summit()).encode()) < 1.5e6
    assert len(to_html(repeated(20)).encode()) < 15e6


def test_an_empty_account_is_a_page_too() -> None:
    account = summit()
    bare = type(account)(account.story, account.reports)
    page = Reader(to_html(bare))
    assert page.links <= set(page.ids)


def test_a_notebook_shows_an_account_as_its_page() -> None:
    import accord

    assert accord.Account is type(summit())
    assert summit()._repr_html_().startswith("<iframe")  # type: ignore[attr-defined]


def test_pledges_tell_amounts_and_what_they_are_part_of() -> None:
    account = summit()
    first, second = account.commitments[:2]
    amount = account.figures[0].span
    part = msgspec.structs.replace(second, parent=first.id, amounts=(amount, amount))
    page = to_html(msgspec.structs.replace(account, commitments=(first, part, *account.commitments[2:])))
    pledge = page[page.index('id="pledge-2"') :]
    pledge = pledge[: pledge.index("<ol")]
    assert 'part of <a href="#pledge-1">c1</a>' in pledge
    assert pledge.count(html.escape(amount.text)) == 1


def test_what_was_over_before_the_story_is_marked() -> None:
    account = summit()
    old = tuple(msgspec.structs.replace(event, background=True) for event in account.events)
    assert ">background</span>" in to_html(msgspec.structs.replace(account, events=old))
    assert ">background</span>" not in to_html(account)
