"""What a visit leaves behind: no request to anyone, no cookie, only the reader's own choices."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import pytest

from annotated_reader.site.kinds_of_pages import kinds_of_pages

if TYPE_CHECKING:
    from playwright.sync_api import BrowserContext, Page

pytestmark = pytest.mark.browser

# What may be kept in a browser, by the names of its keys: a choice, or where the reader is.
KEPT = {
    "annotated-reader-appearance",
    "annotated-reader-marks",
    "annotated-reader-places",
    "annotated-reader-points",
    "annotated-reader-search-key",
}
USE = """() => {
  for (const each of document.querySelectorAll("main button, main input[type=checkbox]")) {
    if (each.checkVisibility() && !each.disabled) each.click();
  }
  window.scrollTo(0, document.body.scrollHeight);
}"""


def test_visit_asks_nobody_else_and_leaves_only_choices(
    demo: Path, serve: Callable[[Path], str], context: BrowserContext, page: Page
) -> None:
    address = serve(demo)
    asked: set[str] = set()
    page.on("request", lambda request: asked.add(request.url))
    for name in kinds_of_pages(demo):
        page.goto(f"{address}/{name}")
        page.evaluate(USE)
    hosts = {urlsplit(each).netloc for each in asked} - {urlsplit(address).netloc, ""}
    assert hosts == set()
    assert context.cookies() == []
    kept = page.evaluate("() => [...Object.keys(localStorage), ...Object.keys(sessionStorage)]")
    assert kept
    assert set(kept) <= KEPT
    assert page.evaluate("async () => (await indexedDB.databases()).length") == 0


STRICT = {
    "default-src": "'none'", "style-src": "'self'", "script-src": "'self'",
    "img-src": "'self' data:", "font-src": "'self'", "connect-src": "'self'",
    "manifest-src": "'self'", "form-action": "'self'", "base-uri": "'none'",
}  # fmt: skip


def test_every_page_forbids_what_it_does_not_need_before_it_loads_anything(demo: Path) -> None:
    pages = sorted(demo.rglob("*.html"))
    assert len(pages) > 50
    for path in pages:
        head = path.read_text("utf-8").partition("</head>")[0]
        found = re.search(r'<meta http-equiv="Content-Security-Policy" content="([^"]+)">', head)
        assert found, path
        rules = dict(each.strip().partition(" ")[::2] for each in found[1].split(";"))
        assert rules.items() <= STRICT.items(), path
        assert rules["default-src"] == "'none'"
        assert not re.search(r"<(script|link|img|style)\b", head[: found.start()]), path
