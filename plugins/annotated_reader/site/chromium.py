"""A real browser for pictures and measures of a built site, quiet in the background."""

from __future__ import annotations

import shutil
from contextlib import contextmanager
from typing import TYPE_CHECKING

from ..errors import ReaderError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser

BROWSERS = ("chromium", "chromium-browser", "google-chrome")
QUIET = (
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
)  # fmt: skip


def browser_path() -> str:
    """Return where Chromium is; raise where it is not installed."""
    found = next(filter(None, map(shutil.which, BROWSERS)), None)
    if found is None:
        raise ReaderError("no browser found", remedy=f"install one of {', '.join(BROWSERS)}")
    return found


@contextmanager
def open_browser() -> Iterator[Browser]:
    """Start Chromium and close it in the end."""
    from playwright.sync_api import sync_playwright

    path = browser_path()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=list(QUIET))
        yield browser
        browser.close()
