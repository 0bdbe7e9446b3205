"""A page that is open while the site is made again: reloaded as soon as it is there, and once."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from annotated_reader.site.changes import Changes
from annotated_reader.site.serve import start_server
from tests.browser.reading_site import READING

pytestmark = pytest.mark.browser

OTHER = "glossary.html"


@dataclass(frozen=True)
class Served:
    """A site that is served, and what its server is told."""

    folder: Path
    address: str
    changes: Changes

    def edited(self, name: str) -> bytes:
        """Return a page with a word more."""
        return (self.folder / name).read_bytes().replace(b"</body>", b"Edited.</body>")


@pytest.fixture
def served(site: Path, tmp_path: Path) -> Iterator[Served]:
    folder = tmp_path / "output"
    shutil.copytree(site, folder)
    changes = Changes()
    server = start_server(folder, changes, 0)
    yield Served(folder, f"http://127.0.0.1:{server.server_port}", changes)
    server.shutdown()
    server.server_close()


def opened(page: Page, served: Served, name: str) -> Page:
    """Open a page, and mark it as one that has not been reloaded."""
    with page.expect_request("**/-/events**"):
        page.goto(f"{served.address}/{name}")
    page.evaluate("window.before = true")
    return page


def test_open_page_shows_an_edit_before_it_is_published(served: Served, page: Page) -> None:
    opened(page, served, READING)
    served.changes.show(READING, served.edited(READING))
    expect(page.locator("body")).to_contain_text("Edited.")


def test_page_that_is_published_as_it_was_shown_is_not_loaded_again(
    served: Served, page: Page, context: BrowserContext
) -> None:
    opened(page, served, READING)
    other = opened(context.new_page(), served, OTHER)
    edited = served.edited(READING)
    with page.expect_request("**/-/events**"):
        served.changes.show(READING, edited)
    page.evaluate("window.before = true")
    (served.folder / READING).write_bytes(edited)
    with other.expect_event("load"):
        served.changes.settle(served.folder)
    assert not other.evaluate("window.before")
    assert page.evaluate("window.before")


def test_page_whose_build_failed_is_as_it_was_before(served: Served, page: Page) -> None:
    opened(page, served, READING)
    with page.expect_request("**/-/events**"):
        served.changes.show(READING, served.edited(READING))
    expect(page.locator("body")).to_contain_text("Edited.")
    served.changes.settle(served.folder)
    expect(page.locator("body")).not_to_contain_text("Edited.")
