"""Spans of pages found again in a browser: each is turned into its DOM range, and the range is read in Chromium.

    python -m benchmarks.pages_browser [ARCHIVE] [--pages N]

Every passage of the pages and a stretch inside each is looked for. A span is found where the range's text nodes, those
that no reader sees left out, hold its characters, blanks run together. Nothing is fetched, and a policy keeps scripts
from running; scripting itself stays on, for a browser without it reads what is in `<noscript>` as part of the page,
which readers' browsers do not. Pages are spread over the archive by the order of their addresses.
"""

import argparse
import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from accord.errors import InputError
from accord.model.pages import Page
from accord.model.reports import Source
from accord.model.spans import Span
from accord.read.html import read_html
from accord.read.ranges import find_range, to_selector
from benchmarks.pages import ARCHIVE, load_cases

if TYPE_CHECKING:
    from playwright.sync_api import Page as Tab

NAMES = ("chromium", "chromium-browser", "google-chrome-stable", "google-chrome")
FLAGS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
ADDRESS = "http://page.invalid/"
SHOWN = 5
"""Spans of a page that are told where they are not found."""
READ = """selectors => {
  const unseen = new Set(
    ['SCRIPT', 'STYLE', 'NOSCRIPT', 'TEMPLATE', 'TITLE', 'IFRAME', 'OBJECT', 'SVG', 'VIDEO', 'AUDIO', 'CANVAS']);
  const point = selector => {
    const kind = XPathResult.FIRST_ORDERED_NODE_TYPE;
    const node = document.evaluate(selector.value, document, null, kind, null).singleNodeValue;
    if (!node) return null;
    return [node, [...node.data].slice(0, selector.refinedBy.start).join('').length];
  };
  return selectors.map(selector => {
    const start = point(selector.startSelector), end = point(selector.endSelector);
    if (!start || !end) return null;
    if (start[0] === end[0]) return start[0].data.slice(start[1], end[1]);
    const walker = document.createTreeWalker(document, NodeFilter.SHOW_TEXT);
    walker.currentNode = start[0];
    let text = start[0].data.slice(start[1]);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if (node === end[0]) return text + node.data.slice(0, end[1]);
      let up = node.parentNode, hidden = false;
      for (; up && !hidden; up = up.parentNode) hidden = unseen.has((up.nodeName || '').toUpperCase());
      if (!hidden) text += node.data;
    }
    return null;
  });
}"""
_LABELS = {
    "cp1252": "windows-1252",
    "cp932": "shift_jis",
    "cp949": "euc-kr",
    "big5hkscs": "big5",
    "cp874": "windows-874",
}
_INVISIBLE = re.compile("[\\s\u200b\u2060\ufeff\xad\xa0]+")


def spans_of(page: Page) -> list[Span]:
    """Every passage of a page, and the middle of each that is long."""
    spans = []
    for one in page.passages:
        span = one.span
        spans.append(span)
        if (third := len(span.text) // 3) > 5:
            spans.append(page.report.span(span.start + third, span.end - third))
    return spans


def find_in_browser(tab: "Tab", page: Page, data: bytes) -> Iterator[tuple[Span, str | None]]:
    """Yield the spans of a page, each with the text that the browser has in its range; None where it has none."""
    assert page.source is not None
    told = [(span, find_range(page.source, page.report, span)) for span in spans_of(page)]
    encoding = page.source.encoding
    label = _LABELS.get(encoding, encoding.replace("cp125", "windows-125").replace("iso8859", "iso-8859"))
    headers = {"content-type": f"text/html; charset={label}", "content-security-policy": "default-src 'none'"}
    answer = {"body": data, "headers": headers}
    tab.unroute_all()
    tab.route("**/*", lambda route: route.fulfill(**(answer if route.request.url == ADDRESS else {"status": 204})))
    tab.goto(ADDRESS, wait_until="commit")
    tab.wait_for_load_state("domcontentloaded")
    texts = tab.evaluate(READ, [to_selector(found) for _, found in told if found])
    given = iter(texts)
    for span, found in told:
        yield span, next(given) if found else None


def is_same(span: Span, text: str | None) -> bool:
    """Whether two texts are the same but for blanks and what no reader sees."""
    return text is not None and _INVISIBLE.sub("", text) == _INVISIBLE.sub("", span.text)


def main() -> None:
    from playwright.sync_api import sync_playwright

    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("archive", type=Path, nargs="?", default=ARCHIVE)
    parser.add_argument("--pages", type=int, default=200)
    options = parser.parse_args()
    executable = next(filter(None, map(shutil.which, NAMES)), None)
    if executable is None:
        print("no Chromium: install it (Debian: apt-get install chromium) to look for spans in a browser")
        return
    cases = load_cases(options.archive, None)
    cases = cases[:: max(1, len(cases) // options.pages)][: options.pages]
    pages = found = total = 0
    with sync_playwright() as started:
        browser = started.chromium.launch(executable_path=executable, args=FLAGS)
        tab = browser.new_page()
        for case in cases:
            try:
                page = read_html(Source(path="p.html", data=case.data))
            except InputError:
                continue
            results = list(find_in_browser(tab, page, case.data))
            lost = [(span, text) for span, text in results if not is_same(span, text)]
            pages, found, total = pages + 1, found + len(results) - len(lost), total + len(results)
            if lost:
                print(f"{case.url}: {len(lost)} of {len(results)} not found", flush=True)
                for span, text in lost[:SHOWN]:
                    print(f"    {span.text[:70]!r} | {None if text is None else text[:70]!r}", flush=True)
        browser.close()
    print(f"{pages} pages, {total} spans, {found} found in Chromium: {found / max(1, total):.2%}")


if __name__ == "__main__":
    main()
