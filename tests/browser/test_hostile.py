"""What a report says can't run, escape its place or push the page about."""

from collections.abc import Callable
from typing import Any

import pytest

from tests.publish.accounts import HOSTILE, hostile

Opener = Callable[..., Any]


def test_nothing_runs(open_account: Opener) -> None:
    page = open_account(hostile())
    assert page.evaluate("window.hit") is None
    for link in page.locator(".point .place").all()[:6]:
        link.click()
    page.locator("#r1 .headline, #r1 .body").first.click()
    assert page.evaluate("window.hit") is None


def test_text_stays_text(open_account: Opener) -> None:
    page = open_account(hostile())
    shown = page.locator("#r1 .text").evaluate("node => node.textContent")
    assert HOSTILE[0] in shown
    assert HOSTILE[1] in shown
    assert page.title() == HOSTILE[0]


@pytest.mark.parametrize("width", [390, 1440])
def test_long_words_are_broken(open_account: Opener, width: int) -> None:
    page = open_account(hostile(), width=width)
    assert page.evaluate("document.documentElement.scrollWidth") == width


def test_direction_marks_end_where_they_stand(open_account: Opener) -> None:
    page = open_account(hostile())
    boxes = page.locator("#point-4 .outlet a").first.bounding_box(), page.locator("#point-4 .readings").bounding_box()
    assert boxes[0]["x"] - boxes[1]["x"] < 40
