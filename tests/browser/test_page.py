"""The page in a real browser: every item leads to its place and back, filters work, nothing leaves the page."""

from collections.abc import Callable
from typing import Any

import pytest

from accord.publish.lookups import Lookup
from tests.publish.accounts import repeated, summit

Opener = Callable[..., Any]
# Every place that the page links to, with the text that is marked when one follows the link.
FOLLOW_ALL = """async () => {
  const found = {};
  const ids = new Set(Array.from(document.querySelectorAll("a[href^='#r']"), (a) => a.getAttribute("href").slice(1)));
  for (const id of ids) {
    if (!/^r\\d+-/.test(id)) continue;
    const changed = new Promise((done) => addEventListener("hashchange", done, { once: true }));
    location.hash = id;
    await changed;
    found[id] = Array.from(document.querySelectorAll(".here"), (node) => node.textContent).join("");
  }
  return found;
}"""


def marked(page: Any) -> str:
    text: str = page.evaluate("Array.from(document.querySelectorAll('.here'), (node) => node.textContent).join('')")
    return text


def test_every_item_leads_to_its_place(open_account: Opener) -> None:
    numbers = Lookup(summit()).numbers
    texts = {numbers[report.id]: report.text for report in summit().reports}
    found = open_account().evaluate(FOLLOW_ALL)
    assert len(found) > 80
    for place, words in found.items():
        report, start, end = map(int, place.removeprefix("r").split("-"))
        assert words == texts[report][start:end]


@pytest.mark.parametrize("width", [390, 1440])
def test_click_on_words_shows_them_in_their_report_and_back(open_account: Opener, width: int) -> None:
    page = open_account(width=width)
    words = page.locator("#point-7 .words").nth(1)
    words.click()
    assert marked(page) == words.inner_text()
    place = page.locator(".here").first
    place.wait_for()
    assert page.evaluate("""() => {
        const box = document.querySelector(".here").getBoundingClientRect();
        return box.top > 0 && box.bottom < innerHeight;
    }""")
    back = page.locator("#back")
    assert back.inner_text() == "↑ Back to point 7"
    back.click()
    assert page.evaluate("document.activeElement.closest('.item').id") == "point-7"
    assert not back.is_visible()


def test_a_readings_number_leads_back_to_its_point(open_account: Opener) -> None:
    page = open_account()
    page.locator("#r5 sup a", has_text="7").first.click()
    assert page.url.endswith("#point-7")
    assert page.locator("#point-7").evaluate("node => node.classList.contains('lit')")


def test_a_large_page_leads_to_its_places_too(open_account: Opener) -> None:
    page = open_account(repeated(15))
    assert page.locator("body.many").count() == 1
    for section in ("when", "said", "matrix"):
        page.locator(f".bar a[href='#{section}']").click()
        page.wait_for_timeout(400)
        assert 0 < page.locator(f"#{section} h2").evaluate("node => node.getBoundingClientRect().top") < 300
    link = page.locator("#r67 sup a").last
    href = link.get_attribute("href")
    link.click()
    assert page.locator(href).evaluate("node => node.getBoundingClientRect().top < innerHeight")
    page.locator(f"{href} .outlet a").first.click()
    page.wait_for_timeout(200)
    assert page.evaluate("""() => {
        const box = document.querySelector(".here").getBoundingClientRect();
        return box.top > 0 && box.bottom < innerHeight;
    }""")


def test_filters_leave_what_they_are_asked_for(open_account: Opener) -> None:
    page = open_account()
    page.locator("#search").fill("NATRON")
    assert page.locator(".point:visible").evaluate_all("nodes => nodes.map((node) => node.id)") == ["point-9"]
    assert page.locator("#shown").inner_text() == "1 of 15 points"
    page.locator("#search").fill("")
    page.locator("#told-by").select_option(label="Arusha Herald")
    told = page.locator(".point:visible").evaluate_all("nodes => nodes.map((node) => node.dataset.reports)")
    assert told
    assert all("3" in reports.split() for reports in told)
    page.locator("#told-by").select_option(label="All reports")
    assert page.locator(".point:visible").count() == 15


def test_readable_without_script(open_account: Opener) -> None:
    page = open_account(java_script_enabled=False)
    assert not page.locator(".filters").is_visible()
    assert page.locator(".point").count() == 15
    page.locator("#point-6 .outlet a").first.click()
    assert "#r1-" in page.url
    assert page.locator(".at:target").count() == 1


def test_keyboard_alone_reaches_a_place_and_comes_back(open_account: Opener) -> None:
    page = open_account()
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Skip to the reports"
    page.locator("#point-7 .outlet a").nth(1).focus()
    page.keyboard.press("Enter")
    page.locator(".here").first.wait_for()
    assert marked(page).startswith("the round-the-clock post at Holili")
    page.keyboard.press("Escape")
    assert page.evaluate("document.activeElement.closest('.item').id") == "point-7"


@pytest.mark.parametrize("width", [320, 390, 820, 1200, 1440])
def test_nothing_runs_over_the_side(open_account: Opener, width: int) -> None:
    page = open_account(width=width)
    assert page.evaluate("document.documentElement.scrollWidth") == width


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 820, 1440])
def test_axe_finds_nothing(open_account: Opener, width: int, scheme: str) -> None:
    axe = pytest.importorskip(
        "axe_playwright_python.sync_playwright", reason="no axe: pip install axe-playwright-python"
    )
    page = open_account(width=width, scheme=scheme)
    results = axe.Axe().run(page).response
    assert [(rule["id"], rule["nodes"][0]["html"][:200]) for rule in results["violations"]] == []


def test_print_shows_the_reports_and_not_the_bar(open_account: Opener) -> None:
    page = open_account()
    page.emulate_media(media="print")
    assert not page.locator(".bar").is_visible()
    assert page.locator("aside").evaluate("node => getComputedStyle(node).overflowY") == "visible"
    assert page.locator("#r5 .text").is_visible()


def test_points_of_one_origin_have_room_for_their_readings(open_account: Opener) -> None:
    page = open_account()
    several = page.locator("#one-origin .point")
    assert several.count() == 1
    assert several.locator("h3").evaluate("node => node.getBoundingClientRect().width") > 500
    assert several.locator(".readings > li").count() == 2
