from pathlib import Path
from typing import Any

from accord.publish.page.frames import to_frame
from tests.publish.accounts import summit


def test_a_place_is_found_inside_a_frame(browser: Any, tmp_path: Path) -> None:
    path = tmp_path / "notebook.html"
    path.write_text(f"<!doctype html><title>n</title>{to_frame(summit())}", encoding="utf-8")
    page = browser.new_page(viewport={"width": 1200, "height": 900})
    page.goto(path.as_uri())
    frame = page.frame_locator("iframe")
    frame.locator("#point-7 .outlet a").nth(1).click()
    assert "round-the-clock post at" in frame.locator(".here").first.inner_text()
    page.close()
