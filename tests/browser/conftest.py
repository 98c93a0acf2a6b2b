"""A real browser, where there is one: Playwright for Python (PyPI) with the system's Chromium."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from accord.model.accounts import Account
from accord.publish.page.documents import to_html
from tests.publish.accounts import summit

NAMES = ("chromium", "chromium-browser", "google-chrome-stable", "google-chrome")
FLAGS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
Opener = Callable[..., Any]


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    playwright = pytest.importorskip("playwright.sync_api", reason="no Playwright: pip install playwright")
    executable = next(filter(None, map(shutil.which, NAMES)), None)
    if executable is None:
        pytest.skip("no Chromium: install it (Debian: apt-get install chromium) to run the browser tests")
    with playwright.sync_playwright() as started:
        running = started.chromium.launch(executable_path=executable, args=FLAGS)
        yield running
        running.close()


@pytest.fixture
def open_account(browser: Any, tmp_path: Path) -> Iterator[Opener]:
    """Write an account's page and open it; whatever the page asks for or complains of is kept on it and checked."""
    contexts: list[Any] = []
    heard: list[str] = []

    def open_it(account: Account | None = None, *, width: int = 1440, scheme: str = "light", **options: Any) -> Any:
        path = tmp_path / "account.html"
        path.write_text(to_html(account or summit()), encoding="utf-8")
        context = browser.new_context(
            viewport={"width": width, "height": 900}, color_scheme=scheme, reduced_motion="reduce", **options
        )
        contexts.append(context)
        page = context.new_page()
        page.on("request", lambda request: heard.append(request.url) if request.url != path.as_uri() else None)
        page.on("console", lambda message: heard.append(message.text))
        page.on("pageerror", lambda error: heard.append(str(error)))
        page.on("dialog", lambda dialog: heard.append(dialog.message))
        page.goto(path.as_uri())
        return page

    yield open_it
    for context in contexts:
        context.close()
    assert not heard, "the page asked for something, or complained"
