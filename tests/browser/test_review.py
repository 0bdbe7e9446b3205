from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from threading import Thread

import pytest
from playwright.sync_api import Page, expect

from annotated_reader.site.review import Workplace
from annotated_reader.site.review.server import start
from tests.site.reviewed import make_content

pytestmark = pytest.mark.browser


@pytest.fixture
def content(tmp_path: Path) -> Path:
    return make_content(tmp_path / "content")


@pytest.fixture
def address(content: Path, tmp_path: Path) -> Iterator[str]:
    (tmp_path / "output" / "glossary").mkdir(parents=True)
    (tmp_path / "output" / "index.html").write_text("<p>a site</p>", "utf-8")
    for id_ in ("osh", "osch", "june"):
        (tmp_path / "output" / "glossary" / f"{id_}.html").write_text(f"<p>{id_}</p>", "utf-8")
    theme = Path(__file__).parents[2] / "theme"
    place = Workplace(content, tmp_path / "output", theme, (sys.executable, "-c", ""))
    server = start(place, "127.0.0.1", "token")
    Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/token/"
    server.shutdown()
    server.server_close()


def test_what_cannot_be_done_is_said_on_the_page(page: Page, address: str) -> None:
    page.goto(address)
    expect(page.locator("#question")).to_be_focused()
    page.keyboard.press("m")
    page.keyboard.type("Nobody")
    page.keyboard.press("Enter")
    expect(page.get_by_role("alert")).to_contain_text("no such entry")


def test_escape_leaves_a_form_and_decides_nothing(page: Page, address: str, content: Path) -> None:
    page.goto(address)
    expect(page.locator("#question")).to_be_focused()
    before = {path.name: path.read_text("utf-8") for path in (content / "glossary").iterdir()}
    page.keyboard.press("r")
    page.keyboard.type("Another")
    page.keyboard.press("Escape")
    expect(page.locator("#form")).to_be_hidden()
    expect(page.locator("#question")).to_be_focused()
    assert before == {p.name: p.read_text("utf-8") for p in (content / "glossary").iterdir()}


def test_page_breaks_no_rule_of_accessibility(page: Page, address: str) -> None:
    from axe_playwright_python.sync_playwright import Axe

    page.goto(address)
    expect(page.locator("#question")).to_be_focused()
    found = Axe().run(page).response["violations"]
    assert [each["id"] for each in found] == []
