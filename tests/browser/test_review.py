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


def header(content: Path, id_: str) -> str:
    return (content / "glossary" / f"{id_}.md").read_text("utf-8")


def wait_for(page: Page, content: Path, id_: str, words: str) -> None:
    """Wait in the page's way: while Python sleeps, Playwright lets none of its requests through."""
    for _ in range(200):
        if words in header(content, id_):
            return
        page.wait_for_timeout(50)
    raise AssertionError(header(content, id_))


def press_at_once(page: Page, keys: str) -> None:
    """Press keys before the server can answer the first."""
    page.evaluate(
        "keys => { for (const key of keys) document.body.dispatchEvent("
        "new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true })); }",
        keys,
    )


def ask_about(page: Page, name: str) -> None:
    for _ in range(9):
        if page.inner_text("#question-name") == name:
            return
        page.keyboard.press("n")
    raise AssertionError(page.inner_text("#question-name"))


def test_editor_decides_by_the_keyboard_alone(page: Page, address: str, content: Path) -> None:
    page.goto(address)
    expect(page.locator("#question")).to_be_focused()
    page.keyboard.press("p")
    ask_about(page, "June")
    page.keyboard.press("h")
    wait_for(page, content, "june", "Status: hidden")
    expect(page.locator("#progress")).to_contain_text("1 decision")
    ask_about(page, "Osh")
    page.keyboard.press("1")
    wait_for(page, content, "osh", "“They came to Osh in June.”")
    expect(page.locator("#progress")).to_contain_text("2 decisions")
    expect(page.locator("#question-name")).to_have_text("Osch")
    page.keyboard.press("m")
    page.keyboard.type("Osh")
    page.keyboard.press("Enter")
    wait_for(page, content, "osh", "Aliases: Osch")
    expect(page.locator("#progress")).to_contain_text("3 decisions")


def test_last_decision_is_undone(page: Page, address: str, content: Path) -> None:
    page.goto(address)
    expect(page.locator("#question")).to_be_focused()
    ask_about(page, "June")
    page.keyboard.press("a")
    wait_for(page, content, "june", "Status: approved")
    expect(page.locator("#progress")).to_contain_text("1 decision")
    page.keyboard.press("u")
    wait_for(page, content, "june", "Status: suggested")
    expect(page.locator("#question-name")).to_have_text("June")


def test_keys_pressed_faster_than_the_server_answers_all_count(
    page: Page, address: str, content: Path
) -> None:
    page.goto(address)
    expect(page.locator("#question")).to_be_focused()
    press_at_once(page, "aaa")
    expect(page.locator("#progress")).to_have_text("Nothing is open. 3 decisions made.")
    assert all("Status: approved" in header(content, id_) for id_ in ("osh", "osch", "june"))


def test_key_pressed_while_a_decision_is_undone_means_what_is_asked_again(
    page: Page, address: str, content: Path
) -> None:
    page.goto(address)
    expect(page.locator("#question")).to_be_focused()
    ask_about(page, "June")
    press_at_once(page, "auh")
    wait_for(page, content, "june", "Status: hidden")
    assert "Status: suggested" in header(content, "osch")


def test_what_cannot_be_done_is_said_on_the_page(page: Page, address: str) -> None:
    page.goto(address)
    expect(page.locator("#question")).to_be_focused()
    page.keyboard.press("m")
    page.keyboard.type("Nobody")
    page.keyboard.press("Enter")
    expect(page.get_by_role("alert")).to_contain_text("no such entry")
    expect(page.locator("#form-field")).to_have_value("Nobody")
    expect(page.locator("#question-name")).to_have_text("June")


def test_key_pressed_in_the_page_of_the_site_beside_decides(page: Page, address: str) -> None:
    page.goto(address)
    expect(page.locator("#question")).to_be_focused()
    page.frame_locator("#site").get_by_text("june").click()
    page.keyboard.press("a")
    expect(page.locator("#progress")).to_contain_text("1 decision")


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
