from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from threading import Thread

import pytest
from playwright.sync_api import Page, expect

from annotated_reader.site.review import Workplace
from annotated_reader.site.review.server import start
from annotated_reader.stages.editing.entries import parse_entry
from tests.site.reviewed import make_content, make_content_of_ten, make_content_of_two_cities

pytestmark = pytest.mark.browser


@pytest.fixture
def content(tmp_path: Path) -> Path:
    return make_content(tmp_path / "content")


@pytest.fixture
def address(content: Path, tmp_path: Path) -> Iterator[str]:
    yield from served(content, tmp_path)


def served(content: Path, tmp_path: Path) -> Iterator[str]:
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
    """Go to the question on an entry, and open it if it is asked about with others."""
    for _ in range(9):
        rows = page.locator(".row-name b:first-child").all_inner_texts()
        if name in rows:
            page.locator(".row-choice").nth(rows.index(name)).focus()
            page.keyboard.press("o")
        if page.inner_text("#question-name").split(" → ")[0] == name:
            return
        page.keyboard.press("n")
    raise AssertionError(page.inner_text("#question-name"))


def open_list(page: Page, address: str) -> None:
    """Go to the question on Osh and Osch, which are doubtful alike."""
    page.goto(address)
    expect(page.locator("#question")).to_be_focused()
    if page.locator(".row").count() != 2:
        page.keyboard.press("n")
    expect(page.locator(".row")).to_have_count(2)


def status(content: Path, *ids: str) -> list[str]:
    return [parse_entry(id_, header(content, id_)).status for id_ in ids]


def test_one_key_decides_on_all_of_a_list_and_one_takes_it_back(
    page: Page, address: str, content: Path
) -> None:
    open_list(page, address)
    page.keyboard.press("Enter")
    expect(page.locator("#progress")).to_contain_text("1 decision so far")
    assert status(content, "osh", "osch") == ["approved", "approved"]
    page.keyboard.press("u")
    expect(page.locator(".row")).to_have_count(2)
    assert status(content, "osh", "osch") == ["suggested", "suggested"]


def test_row_that_is_left_out_is_asked_about_next(page: Page, address: str, content: Path) -> None:
    open_list(page, address)
    first = page.locator(".row-name b").first.inner_text()
    page.keyboard.press("1")
    page.keyboard.press("h")
    expect(page.locator("#question-name")).to_have_text(first)
    expect(page.locator("#progress")).to_contain_text("1 decision so far")
    assert sorted(status(content, "osh", "osch")) == ["hidden", "suggested"]


def test_rows_are_reached_and_left_out_by_the_keyboard(page: Page, address: str) -> None:
    open_list(page, address)
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Space")
    expect(page.locator(".row-choice").nth(1)).not_to_be_checked()
    expect(page.locator("#actions button").first).to_contain_text("1")
    page.keyboard.press("x")
    expect(page.locator(".row-choice").nth(1)).to_be_checked()


def test_kind_of_a_list_is_two_keys(page: Page, address: str, content: Path) -> None:
    open_list(page, address)
    page.keyboard.press("k")
    page.keyboard.press("o")
    expect(page.locator("#progress")).to_contain_text("1 decision so far")
    kinds = [parse_entry(id_, header(content, id_)).kind for id_ in ("osh", "osch")]
    assert kinds == ["organization", "organization"]


def test_all_of_a_list_become_one(page: Page, address: str, content: Path) -> None:
    open_list(page, address)
    first = page.locator(".row-name b").first.inner_text()
    page.keyboard.press("m")
    expect(page.locator("#form-value")).to_have_value(first)
    page.keyboard.press("Enter")
    expect(page.locator("#progress")).to_contain_text("1 decision so far")
    other = {"Osh": "Osch", "Osch": "Osh"}[first]
    assert parse_entry(first.lower(), header(content, first.lower())).aliases == (other,)


def test_failed_decision_waits_before_the_question_that_she_is_at_by_then(
    page: Page, address: str, content: Path
) -> None:
    page.goto(address)
    expect(page.locator("#question")).to_be_focused()
    ask_about(page, "June")
    (content / "glossary" / "june.md").unlink()
    press_at_once(page, "an")
    expect(page.get_by_role("alert")).to_contain_text("no such entry")
    expect(page.locator("#question-name")).not_to_have_text("June")


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
    ask_about(page, "Osch")
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
    press_at_once(page, "aa")
    expect(page.locator("#progress")).to_have_text("Nothing is open. 2 decisions made.")
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
    ask_about(page, "June")
    page.keyboard.press("m")
    page.keyboard.type("Nobody")
    page.keyboard.press("Enter")
    expect(page.get_by_role("alert")).to_contain_text("no such entry")
    expect(page.locator("#form-value")).to_have_value("Nobody")
    expect(page.locator("#question-name")).to_have_text("June")


def test_key_pressed_in_the_page_of_the_site_beside_decides(page: Page, address: str) -> None:
    page.goto(address)
    expect(page.locator("#question")).to_be_focused()
    ask_about(page, "June")
    page.frame_locator("#site").get_by_text("june").click()
    page.keyboard.press("a")
    expect(page.locator("#progress")).to_contain_text("1 decision")


def test_no_page_of_the_site_stands_beside_a_name_that_has_none(page: Page, tmp_path: Path) -> None:
    content = make_content(tmp_path / "content")
    text = content / "texts" / "one.md"
    text.write_text(text.read_text("utf-8") + " They saw Kurmanjan Datka in Osh.\n", "utf-8")
    for address in served(content, tmp_path):
        page.goto(address)
        expect(page.locator("#site")).to_be_visible()
        ask_about(page, "Kurmanjan Datka")
        expect(page.locator("#site")).to_be_hidden()


def test_escape_leaves_a_form_and_decides_nothing(page: Page, address: str, content: Path) -> None:
    page.goto(address)
    expect(page.locator("#question")).to_be_focused()
    ask_about(page, "June")
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


def test_a_name_of_two_cities_is_split_by_one_key(page: Page, tmp_path: Path) -> None:
    content = make_content_of_two_cities(tmp_path / "content")
    for address in served(content, tmp_path):
        page.goto(address)
        expect(page.locator("#question-doubt")).to_contain_text("Is this something else in “Two”?")
        expect(page.locator("#sentences li").first).to_contain_text(
            "He left England for Cambridge."
        )
        page.keyboard.press("Enter")
        wait_for(page, content, "cambridge", "Not-in: two")
        assert "Only-in: two" in header(content, "cambridge-2")


def test_question_that_she_is_at_stays_in_its_place_when_it_is_worth_less_by_then(
    page: Page, address: str
) -> None:
    page.goto(address)
    expect(page.locator("#question")).to_be_focused()
    orders = page.evaluate(
        """() => {
            const { state, place } = review.desk;
            const names = () => state.questions.map(({ items }) => items[0].entry);
            const before = names();
            place({ questions: [...state.questions.slice(1), state.questions[0]] });
            return [before, names(), state.place];
        }"""
    )
    before, after, place = orders
    assert len(before) > 1
    assert (after, place) == (before, 0)


def test_tenth_row_is_left_out_by_0(page: Page, tmp_path: Path) -> None:
    for address in served(make_content_of_ten(tmp_path / "content"), tmp_path):
        page.goto(address)
        expect(page.locator(".row")).to_have_count(10)
        expect(page.locator(".row-key").last).to_have_text("0")
        page.keyboard.press("0")
        expect(page.locator(".row-choice").last).not_to_be_checked()
        expect(page.locator("#actions button").first).to_contain_text("9")
