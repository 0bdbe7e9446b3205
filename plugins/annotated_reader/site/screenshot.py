"""A built site -> the README's picture of a reading page."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

from ..errors import ReaderError

if TYPE_CHECKING:
    from pathlib import Path

BROWSERS = ("chromium", "chromium-browser", "google-chrome")
SIZE = {"width": 1280, "height": 900}
QUIET = (
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
)  # fmt: skip


def take(output: Path, text: str, picture: Path) -> Path:
    """Take a picture of a text's page (of the first one where none is named)."""
    from playwright.sync_api import ViewportSize, sync_playwright

    pages = sorted((output / "texts").glob(f"{text or '*'}.html"))
    browser_path = next(filter(None, map(shutil.which, BROWSERS)), None)
    if not pages:
        raise ReaderError("no such page", path=output / "texts", remedy="build the site first")
    if browser_path is None:
        raise ReaderError("no browser found", remedy=f"install one of {', '.join(BROWSERS)}")
    picture.parent.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=browser_path, args=list(QUIET))
        page = browser.new_page(viewport=ViewportSize(width=SIZE["width"], height=SIZE["height"]))
        page.goto(pages[0].absolute().as_uri())
        page.screenshot(path=picture)
        browser.close()
    return picture
