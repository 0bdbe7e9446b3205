"""The preview card: what it says, and how it comes and goes by mouse, keyboard and touch."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Literal

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Locator, Page, expect

from tests.browser.conftest import guarded_context, watched_page
from tests.browser.reading_site import READING

pytestmark = pytest.mark.browser

GUIDELINES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
FIRST = "#m-ada-norberg-1"
LATER = "#m-ada-norberg-3"


@pytest.fixture
def phone(site: Path, browser: Browser) -> Iterator[Page]:
    with (
        browser.new_context(
            viewport={"width": 390, "height": 700}, has_touch=True, is_mobile=True
        ) as context,
        watched_page(context) as page,
    ):
        page.goto(f"{site.as_uri()}/{READING}")
        yield page


def card(page: Page) -> Locator:
    return page.get_by_role("dialog")


def enter(page: Page, selector: str) -> Locator:
    page.locator(selector).focus()
    page.keyboard.press("Enter")
    expect(card(page)).to_be_visible()
    return card(page)


# What it says


def test_it_says_who_in_what_words_and_how_often(reading: Page) -> None:
    shown = enter(reading, FIRST)

    expect(shown).to_have_accessible_name("Ada Norberg")
    expect(shown).to_contain_text("Ada Norberg, person. “a captain of the coast”.")
    expect(shown).to_contain_text("5 mentions in 2 texts")
    expect(shown).to_contain_text("Named most with Lund")


def test_it_says_why_by_rule_sentence_and_confidence(reading: Page) -> None:
    shown = enter(reading, "#m-ada-norberg-2")

    shown.get_by_text("Why we think so").click()

    expect(shown).to_contain_text(
        "“Captain Norberg” leads here by: title and surname; 90 % sure; the machine."
    )
    expect(shown).to_contain_text("“Ada Norberg, a captain of the coast, left Lund by night.”")
    expect(shown).to_contain_text("where it stands beside the name. Written or changed by the")


def test_an_ambiguous_name_offers_its_candidates(reading: Page) -> None:
    shown = enter(reading, "#m-brandt-1")

    expect(shown.get_by_role("link", name="Ida Brandt")).to_be_visible()
    expect(shown.get_by_role("link", name="Olof Brandt")).to_be_visible()


def test_a_word_without_a_note_says_what_the_glossary_says(site: Path, page: Page) -> None:
    page.goto(f"{site.as_uri()}/texts/a-town.html")
    shown = enter(page, "#m-ida-brandt-1")

    expect(shown).to_have_accessible_name("Ida Brandt")
    expect(shown).to_contain_text("Ida Brandt, person: A cook. Named only here")
    expect(shown).to_contain_text("In the editor’s words. Approved by the editor.")
    expect(page.locator(".notes")).not_to_contain_text("Ida Brandt")


def test_name_of_one_mention_has_no_list_of_mentions(site: Path, page: Page) -> None:
    page.goto(f"{site.as_uri()}/texts/a-town.html")
    shown = enter(page, "#m-ida-brandt-1")

    expect(shown.get_by_role("button", name="All mentions")).to_have_count(0)
    expect(shown.get_by_role("link", name="Its page in the glossary")).to_be_visible()


def test_it_says_what_the_note_says_without_the_ways_back(reading: Page) -> None:
    expect(enter(reading, FIRST).locator("[role=doc-backlink]")).to_have_count(0)


def test_a_marker_opens_the_same_card(reading: Page) -> None:
    expect(enter(reading, "#ref-ada-norberg-2")).to_have_accessible_name("Ada Norberg")


def test_it_leads_to_the_entry(reading: Page) -> None:
    link = enter(reading, FIRST).get_by_role("link", name="Its page in the glossary")

    link.click()

    expect(reading).to_have_url(re.compile("/glossary/ada-norberg[.]html$"))


# By mouse


def stop_the_clock(reading: Page) -> None:
    """Let time pass in the page only when a test says so, however slow the machine is."""
    reading.clock.install(time=0)
    reading.clock.pause_at(60_000)


def test_a_pointer_at_rest_opens_it_after_half_a_second(reading: Page) -> None:
    stop_the_clock(reading)
    reading.locator(FIRST).hover()

    reading.clock.run_for(450)
    expect(card(reading)).to_have_count(0)
    reading.clock.run_for(100)
    expect(card(reading)).to_be_visible()


def test_a_pointer_that_passes_by_opens_nothing(reading: Page) -> None:
    stop_the_clock(reading)
    reading.locator(FIRST).hover()
    reading.clock.run_for(200)
    reading.locator("h1").hover()

    reading.clock.run_for(1000)

    expect(card(reading)).to_have_count(0)


def test_the_pointer_may_enter_it_and_it_stays(reading: Page) -> None:
    stop_the_clock(reading)
    reading.locator(FIRST).hover()
    reading.clock.run_for(550)

    card(reading).hover()
    reading.clock.run_for(1000)

    expect(card(reading)).to_be_visible()


def test_it_goes_when_the_pointer_has_left(reading: Page) -> None:
    stop_the_clock(reading)
    reading.locator(FIRST).hover()
    reading.clock.run_for(550)

    reading.locator("h1").hover()
    reading.clock.run_for(200)
    expect(card(reading)).to_be_visible()
    reading.clock.run_for(200)
    expect(card(reading)).to_have_count(0)


def test_escape_closes_it_under_a_pointer_that_stays(reading: Page) -> None:
    reading.locator(FIRST).hover()
    expect(card(reading)).to_be_visible()

    reading.keyboard.press("Escape")
    reading.wait_for_timeout(700)

    expect(card(reading)).to_have_count(0)


def test_a_click_of_the_mouse_follows_the_link(reading: Page) -> None:
    reading.locator(FIRST).click()

    expect(reading).to_have_url(re.compile("/glossary/ada-norberg[.]html$"))


def test_its_words_can_be_selected(reading: Page) -> None:
    reading.locator(FIRST).hover()
    card(reading).locator(".card-note p").first.dblclick(position={"x": 20, "y": 10})

    assert reading.evaluate("getSelection().toString().trim()") != ""
    expect(card(reading)).to_be_visible()


def test_mention_and_note_light_up_with_it(reading: Page) -> None:
    enter(reading, FIRST)

    assert reading.locator(f"{FIRST}.lit").count() == 1
    assert reading.locator("#note-ada-norberg.lit").count() == 1


@pytest.mark.parametrize("selector", [FIRST, LATER, "#m-ada-norberg-4", "#m-lund-1"])
@pytest.mark.parametrize("block", ["start", "center", "end"])
def test_it_never_covers_its_word(reading: Page, selector: str, block: str) -> None:
    reading.locator(selector).evaluate("(it, block) => it.scrollIntoView({ block })", block)
    reading.wait_for_timeout(100)
    reading.locator(selector).evaluate("(it) => it.focus({ preventScroll: true })")
    reading.keyboard.press("Enter")

    word, shown = reading.locator(selector).bounding_box(), card(reading).bounding_box()

    assert word
    assert shown
    assert shown["y"] >= word["y"] + word["height"] or shown["y"] + shown["height"] <= word["y"]
    assert shown["x"] >= 0
    assert shown["x"] + shown["width"] <= 900


def test_it_does_not_open_where_the_note_is_in_view(reading: Page) -> None:
    reading.locator("#note-ada-norberg").scroll_into_view_if_needed()
    reading.set_viewport_size({"width": 900, "height": 3000})
    reading.locator(LATER).hover()

    reading.wait_for_timeout(700)

    expect(card(reading)).to_have_count(0)
    assert reading.locator("#note-ada-norberg.lit").count() == 1


# By keyboard


def test_focus_alone_opens_nothing(reading: Page) -> None:
    reading.locator(FIRST).focus()
    reading.wait_for_timeout(700)

    expect(card(reading)).to_have_count(0)


def test_escape_closes_it_and_the_focus_stays(reading: Page) -> None:
    enter(reading, FIRST)

    reading.keyboard.press("Escape")

    expect(card(reading)).to_have_count(0)
    expect(reading.locator(FIRST)).to_be_focused()


def test_tab_leads_into_it_and_shift_tab_back(reading: Page) -> None:
    shown = enter(reading, FIRST)

    reading.keyboard.press("Tab")
    assert shown.evaluate("(it) => it.contains(document.activeElement)")
    reading.keyboard.press("Shift+Tab")

    expect(reading.locator(FIRST)).to_be_focused()
    expect(card(reading)).to_be_visible()


def test_tab_leads_out_of_it_to_what_follows_the_word(reading: Page) -> None:
    shown = enter(reading, FIRST)
    stops = shown.locator("a:visible, button:visible, summary:visible").count()

    for _ in range(stops + 1):
        reading.keyboard.press("Tab")

    expect(reading.locator("#ref-ada-norberg-1")).to_be_focused()


def test_escape_within_it_leads_back_to_the_word(reading: Page) -> None:
    enter(reading, FIRST)
    reading.keyboard.press("Tab")

    reading.keyboard.press("Escape")

    expect(reading.locator(FIRST)).to_be_focused()


def test_going_on_past_it_closes_it(reading: Page) -> None:
    shown = enter(reading, FIRST)
    stops = shown.locator("a:visible, button:visible, summary:visible").count()

    for _ in range(stops + 1):
        reading.keyboard.press("Tab")

    expect(card(reading)).to_have_count(0)


def test_the_text_is_as_it_was_once_it_is_closed(reading: Page) -> None:
    before = reading.locator(".text").inner_html()
    enter(reading, FIRST)
    reading.keyboard.press("Escape")
    reading.locator(FIRST).evaluate("(it) => it.blur()")

    assert reading.locator(".text").inner_html().replace(' class="mention lit"', "") == before


def test_enter_goes_to_a_note_that_is_in_view_and_escape_back(reading: Page) -> None:
    reading.set_viewport_size({"width": 900, "height": 6000})  # in any font
    reading.locator(LATER).focus()

    reading.keyboard.press("Enter")
    expect(reading.locator("#note-ada-norberg")).to_be_focused()
    reading.keyboard.press("Escape")

    expect(reading.locator(LATER)).to_be_focused()


# By touch


def test_a_tap_opens_a_sheet_that_leaves_the_word_free(phone: Page) -> None:
    phone.locator(LATER).tap()

    expect(card(phone)).to_be_visible()
    word, sheet = phone.locator(LATER).bounding_box(), card(phone).bounding_box()
    assert word
    assert sheet
    assert word["y"] + word["height"] <= sheet["y"]
    assert round(sheet["y"] + sheet["height"]) == 700


def test_a_tap_on_the_cross_closes_the_sheet(phone: Page) -> None:
    phone.locator(LATER).tap()
    phone.get_by_role("button", name="Close").tap()

    expect(card(phone)).to_have_count(0)


def test_a_tap_outside_closes_the_sheet(phone: Page) -> None:
    phone.locator(LATER).tap()
    phone.touchscreen.tap(200, 20)

    expect(card(phone)).to_have_count(0)


# For everyone


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 900])
def test_axe_finds_nothing_with_the_card_open(
    reading: Page, scheme: Literal["light", "dark"], width: int
) -> None:
    reading.emulate_media(color_scheme=scheme, reduced_motion="reduce")
    reading.set_viewport_size({"width": width, "height": 640})
    enter(reading, FIRST).get_by_text("Why we think so").click()

    found = Axe().run(reading, options={"runOnly": GUIDELINES})

    assert [(rule["id"], rule["nodes"][0]["html"]) for rule in found.response["violations"]] == []
    assert reading.evaluate("document.documentElement.scrollWidth") == width


def test_it_stands_still_for_those_who_want_no_motion(reading: Page) -> None:
    reading.emulate_media(reduced_motion="reduce")

    expect(enter(reading, FIRST)).to_have_css("animation-name", "none")


def test_it_is_not_on_paper(reading: Page) -> None:
    enter(reading, FIRST)

    reading.emulate_media(media="print")

    expect(card(reading)).to_be_hidden()


def test_it_opens_without_the_popover_of_newer_browsers(
    site: Path, browser: Browser, outside_requests: list[str]
) -> None:
    with guarded_context(browser, outside_requests) as context, watched_page(context) as page:
        page.add_init_script("delete HTMLElement.prototype.showPopover")
        page.goto(f"{site.as_uri()}/{READING}")

        expect(enter(page, FIRST)).to_contain_text("a captain of the coast")


def test_what_it_says_is_in_the_page_without_script(site: Path, browser: Browser) -> None:
    with browser.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        page.goto(f"{site.as_uri()}/{READING}")

        note = page.locator("#note-ada-norberg")
        note.get_by_text("Why we think so").click()

        expect(note).to_contain_text("where it stands beside the name")
        expect(note.get_by_role("link", name="The society")).to_be_visible()
