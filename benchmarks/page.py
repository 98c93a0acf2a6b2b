"""How heavy the page is and how soon it answers, in Chromium: bytes, first paint, each filter.

    python -m benchmarks.page      the five real reports (or the first story here), and a story of 100 reports

Milliseconds of one run on one machine. Needs Playwright and Chromium; says so where they are missing.
"""

import shutil
import sys
import tempfile
from io import BytesIO
from pathlib import Path
from typing import Any

from accord.model.accounts import Account
from accord.pipeline import account_of
from accord.publish.publication import publish
from accord.read.inputs import find_sources
from accord.run.local import map_reports
from benchmarks.stages import default_story
from tests.browser.conftest import FLAGS, NAMES
from tests.publish.accounts import repeated

# From the change of a filter to the frame after the next one.
TIME_FILTER = """([selector, value]) => new Promise(done => {
  const field = document.querySelector(selector), start = performance.now();
  field.value = value;
  field.dispatchEvent(new Event("input", {bubbles: true}));
  requestAnimationFrame(() => setTimeout(() => done(performance.now() - start), 0));
})"""
PAINT = "performance.getEntriesByName('first-contentful-paint').map(entry => entry.startTime)[0]"


def main() -> int:
    """Print the table."""
    try:
        from playwright.sync_api import sync_playwright
    except ImportError:
        print("Playwright is not installed: pip install accord[dev]")
        return 0
    print(f"{'page':14} {'MB':>6} {'first paint':>12} {'by word':>9} {'by report':>10}")
    with sync_playwright() as playwright, tempfile.TemporaryDirectory() as folder:
        browser = playwright.chromium.launch(executable_path=next(filter(None, map(shutil.which, NAMES))), args=FLAGS)
        for name, account in (("five reports", five()), ("100 reports", repeated(20))):
            page_file = Path(folder) / "page.html"
            page_file.write_bytes(publish(account, "html"))
            row = measure(browser, page_file)
            print(f"{name:14} {page_file.stat().st_size / 1e6:6.2f} {row[0]:9.0f} ms {row[1]:6.0f} ms {row[2]:7.0f} ms")
        browser.close()
    return 0


def five() -> Account:
    """Make the account of the default story."""
    sources, problems = find_sources([str(default_story())], BytesIO())
    return account_of(sources, map_reports, problems)


def measure(browser: Any, page_file: Path) -> tuple[float, float, float]:  # noqa: ANN401 -- Playwright is optional
    """Return first paint, the word filter and the report filter, in ms."""
    page = browser.new_page(viewport={"width": 1440, "height": 900})
    page.goto(page_file.as_uri())
    page.wait_for_function(f"{PAINT} !== undefined")
    paint = float(page.evaluate(PAINT))
    word = float(page.evaluate(TIME_FILTER, ["#search", "treaty"]))
    page.evaluate(TIME_FILTER, ["#search", ""])
    second = page.eval_on_selector("#told-by", "select => select.options[1].value")
    report = float(page.evaluate(TIME_FILTER, ["#told-by", second]))
    page.close()
    return paint, word, report


if __name__ == "__main__":
    sys.exit(main())
