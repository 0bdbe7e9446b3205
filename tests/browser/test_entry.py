"""An entry's page: when it is named, and its mentions, shown whole or only some of them."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.browser import sample
from tests.browser.sample_texts import SEEDS

pytestmark = pytest.mark.browser

ENTRY = "glossary/osh.html"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    later = {
        "slug": "ten-years-on",
        "title": "Ten years on",
        "date": "2012-06-10",
        "body": "## The bazaar\n\n[[osh|Osh]] has a new bazaar.\n\n"
        "## Café Ömür\n\nIn [[osh|Osh]] they talk.",
    }
    register = sample.make_register((*SEEDS, later))
    return sample.build(tmp_path_factory.mktemp("site"), register)


@pytest.fixture
def entry(site: Path, page: Page) -> Page:
    page.goto(f"{site.as_uri()}/{ENTRY}")
    return page


def shown(page: Page) -> list[str]:
    return page.locator(".mentions-in h3:visible").all_inner_texts()


def count(page: Page) -> Locator:
    return page.get_by_role("status")


def test_mentions_stand_under_their_text_and_heading(entry: Page) -> None:
    later = entry.locator("#in-ten-years-on")

    assert later.get_by_role("heading").all_inner_texts() == [
        "Ten years on",
        "The bazaar",
        "Café Ömür",
    ]
    expect(later.locator(".mentions-under").last).to_contain_text("In Osh they talk.")


def test_words_show_the_sentences_that_hold_them(entry: Page) -> None:
    entry.get_by_label("Words").fill("NEW bazaar")

    expect(count(entry)).to_have_text("1 of 7")
    assert shown(entry) == ["Ten years on"]


def test_words_need_no_accents_and_may_be_a_headings(entry: Page) -> None:
    entry.get_by_label("Words").fill("omur")

    expect(count(entry)).to_have_text("1 of 7")
    assert entry.locator("h4:visible").all_inner_texts() == ["Café Ömür"]


def test_a_text_is_shown_alone(entry: Page) -> None:
    entry.get_by_label("Text", exact=True).select_option("Early days")

    assert shown(entry) == ["Early days"]


def test_a_year_is_shown_alone(entry: Page) -> None:
    entry.get_by_label("Year", exact=True).select_option("2010")

    assert shown(entry) == ["A vote in June", "Early days"]


def test_texts_that_state_no_year_are_shown_alone(entry: Page) -> None:
    entry.get_by_label("Year", exact=True).select_option("not stated")

    expect(count(entry)).to_have_text("2 of 7")


def test_all_are_shown_again_by_the_keyboard(entry: Page) -> None:
    words = entry.get_by_label("Words")
    words.fill("nowhere")
    expect(count(entry)).to_have_text("0 of 7")

    entry.get_by_role("button", name="Show all").press("Enter")

    expect(count(entry)).to_have_text("7 of 7")
    expect(words).to_be_focused()
    expect(entry.get_by_role("button", name="Show all")).to_be_hidden()


def test_enter_in_the_field_leaves_the_page_where_it_is(entry: Page) -> None:
    entry.get_by_label("Words").fill("bazaar")
    entry.keyboard.press("Enter")

    expect(count(entry)).to_have_text("1 of 7")
    assert "?" not in entry.url


def test_column_leads_to_the_first_text_of_its_time(entry: Page) -> None:
    entry.get_by_role("link", name="2012: 2 mentions in 1 of 1 text").press("Enter")

    expect(entry).to_have_url(re.compile("#in-ten-years-on$"))
    expect(entry.locator("#in-ten-years-on")).to_be_in_viewport()


def test_link_to_what_is_hidden_shows_it(entry: Page) -> None:
    entry.get_by_label("Words").fill("ruins")
    expect(count(entry)).to_have_text("1 of 7")

    entry.get_by_role("link", name="2012: 2 mentions in 1 of 1 text").press("Enter")

    expect(entry.locator("#in-ten-years-on")).to_be_in_viewport()
    expect(count(entry)).to_have_text("7 of 7")


def test_picture_is_described_and_has_a_table_for_a_twin(entry: Page) -> None:
    picture = entry.get_by_role("group", name="Osh in the texts over time")
    expect(picture).to_have_accessible_description(
        re.compile("7 mentions in 4 texts, 2010 to 2012")
    )

    entry.get_by_text("As a table").click()

    assert [
        re.sub(r"\s+", " ", row) for row in entry.locator(".over-time tbody tr").all_inner_texts()
    ] == ["2010 3 2 of 2", "2012 2 1 of 1", "Without a date 2 1 of 1"]


def test_column_of_the_undated_is_told_apart_by_shape(entry: Page) -> None:
    shape = entry.locator(".undated .shape")
    assert shape.evaluate("it => getComputedStyle(it).fill") == "none"
    assert shape.evaluate("it => getComputedStyle(it).strokeDasharray") != "none"


def test_without_script_the_list_is_whole_and_nothing_is_dead(site: Path, browser: Browser) -> None:
    with browser.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        page.goto(f"{site.as_uri()}/{ENTRY}")

        expect(page.locator(".occurrence:visible")).to_have_count(7)
        expect(page.locator(":is(input, select, button):visible")).to_have_count(0)
        page.get_by_text("As a table").click()
        expect(page.get_by_role("link", name="2012", exact=True)).to_be_visible()


def test_paper_has_the_picture_but_no_fields(entry: Page) -> None:
    entry.emulate_media(media="print")

    expect(entry.locator(".histogram")).to_be_visible()
    expect(entry.locator(".filter")).to_be_hidden()
