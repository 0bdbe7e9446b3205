"""Margin notes, the panel of mentions, marks on demand, the strip, and the reader's place."""

from __future__ import annotations

import gzip
import re
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path
from typing import Literal

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Locator, Page, expect

from tests.browser.reading_site import READING
from tests.browser.test_reading_card import GUIDELINES

pytestmark = pytest.mark.browser

ADA = "#m-ada-norberg-{}"


@pytest.fixture
def wide(reading: Page) -> Page:
    reading.set_viewport_size({"width": 1440, "height": 900})
    expect(reading.locator(".beside").first).to_be_visible()
    return reading


def open_panel(page: Page, number: int) -> Locator:
    page.locator(ADA.format(number)).focus()
    page.keyboard.press("Enter")
    page.get_by_role("button", name="All mentions in this text").press("Enter")
    panel = page.get_by_role("complementary", name="All mentions of Ada Norberg")
    expect(panel).to_be_visible()
    return panel


# The panel


def test_panel_lists_every_mention_under_its_heading(reading: Page) -> None:
    panel = open_panel(reading, 1)

    assert panel.locator("h3").all_inner_texts() == [
        "The harbor",
        "The open water",
        "The other shore",
        "In other texts",
    ]
    expect(panel.locator("> ol li")).to_have_count(4)


def test_panel_shows_the_mentions_of_other_texts_in_context(reading: Page) -> None:
    others = open_panel(reading, 1).locator(".panel-others")

    expect(others.get_by_role("heading", level=4)).to_have_text("The society")
    expect(others.locator("li")).to_have_text("Ada Norberg founded it in Lund.")
    expect(others.locator("li mark")).to_have_text("Ada Norberg")
    others.locator("li a").click()
    expect(reading).to_have_url(re.compile("/the-society[.]html#m-ada-norberg-1$"))


def test_panel_leads_to_other_texts_where_their_mentions_do_not_come(reading: Page) -> None:
    reading.route("**/mentions/*.js", lambda route: route.abort())

    expect(open_panel(reading, 1).get_by_role("link", name="The society")).to_be_visible()


def test_panel_begins_at_the_mention_she_came_from(reading: Page) -> None:
    expect(open_panel(reading, 3).get_by_role("status")).to_have_text("3 of 4")


def test_n_and_p_go_through_the_mentions(reading: Page) -> None:
    panel = open_panel(reading, 1)

    for key, at in (("n", 2), ("n", 3), ("p", 2)):
        reading.keyboard.press(key)
        expect(panel.get_by_role("status")).to_have_text(f"{at} of 4")
        expect(reading.locator(f"{ADA.format(at)}.current")).to_be_in_viewport()


def test_a_chosen_mention_gets_the_focus(reading: Page) -> None:
    open_panel(reading, 1).locator("li a").nth(3).press("Enter")

    expect(reading.locator(ADA.format(4))).to_be_focused()


def test_escape_goes_back_to_place_and_focus(reading: Page) -> None:
    reading.locator(ADA.format(1)).focus()
    before = reading.evaluate("scrollY")
    panel = open_panel(reading, 1)
    panel.locator("li a").nth(3).press("Enter")

    reading.keyboard.press("Escape")

    expect(panel).to_have_count(0)
    expect(reading.locator(ADA.format(1))).to_be_focused()
    assert reading.evaluate("scrollY") == before


def test_she_may_stay_where_a_mention_led_her(reading: Page) -> None:
    panel = open_panel(reading, 1)
    panel.get_by_role("button", name="Next").click()

    panel.get_by_role("button", name="Stay here").click()

    expect(panel).to_have_count(0)
    expect(reading.locator(ADA.format(2))).to_be_focused()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 1440])
def test_axe_finds_nothing_with_panel_and_marks(
    reading: Page, scheme: Literal["light", "dark"], width: int
) -> None:
    reading.emulate_media(color_scheme=scheme, reduced_motion="reduce")
    reading.set_viewport_size({"width": width, "height": 640})
    reading.get_by_text("Where each name stands").click()
    reading.locator(".contents summary").click()
    reading.get_by_role("button", name="Mark the names").click()
    open_panel(reading, 1)

    found = Axe().run(reading, options={"runOnly": GUIDELINES})

    assert [(rule["id"], rule["nodes"][0]["html"]) for rule in found.response["violations"]] == []
    assert reading.evaluate("document.documentElement.scrollWidth") == width


# The margin


def test_margin_notes_stand_level_with_their_lines(wide: Page) -> None:
    beside = wide.locator(".beside", has_text="a captain of the coast").first.bounding_box()
    line = wide.locator(ADA.format(1)).bounding_box()

    assert beside
    assert line
    assert abs(beside["y"] - line["y"]) < 90


def test_margin_notes_never_overlap(wide: Page) -> None:
    boxes = wide.evaluate(
        """["end", "start"].map((side) => [...document.querySelectorAll(`[data-side=${side}]`)]
            .map((it) => it.getBoundingClientRect()).map((it) => [it.top, it.bottom]))"""
    )
    for side in boxes:
        assert all(one[1] <= two[0] for one, two in pairwise(side))


def test_assistive_technology_does_not_meet_them_twice(wide: Page) -> None:
    expect(wide.locator(".margin")).to_have_attribute("aria-hidden", "true")
    assert wide.locator(".margin a:not([tabindex='-1'])").count() == 0


def test_no_card_opens_beside_a_margin_note(wide: Page) -> None:
    wide.locator(ADA.format(1)).hover()
    wide.wait_for_timeout(700)

    expect(wide.get_by_role("dialog")).to_have_count(0)
    assert wide.locator(".beside.lit").count() == 1


def test_narrow_page_has_no_margin_notes(reading: Page) -> None:
    expect(reading.locator(".beside:visible")).to_have_count(0)


# Marks


def test_marks_are_off_until_wanted_and_then_remembered(
    site: Path, page: Page, serve: Callable[[Path], str]
) -> None:
    address = f"{serve(site)}/{READING}"
    page.goto(address)
    assert page.locator("html").get_attribute("data-marks") == ""

    page.get_by_role("button", name="Mark the names").click()
    page.get_by_label("people").uncheck()
    page.goto(address)

    assert page.locator("html").get_attribute("data-marks") == "place"


def test_a_held_key_shows_the_marks(reading: Page) -> None:
    reading.keyboard.down("Alt")
    assert reading.locator("html").get_attribute("data-marks") == "person place"
    reading.keyboard.up("Alt")

    assert reading.locator("html").get_attribute("data-marks") == ""


def test_kinds_differ_by_shape(reading: Page) -> None:
    reading.get_by_role("button", name="Mark the names").click()
    shapes = [
        reading.locator(name).evaluate("(it) => getComputedStyle(it, '::before').content")
        for name in (ADA.format(1), "#m-lund-1")
    ]

    assert [shape[1] for shape in shapes] == ["●", "▲"]


# The contents


def test_contents_lead_to_a_heading(reading: Page) -> None:
    contents = reading.get_by_role("navigation", name="Contents")
    contents.get_by_text("Contents").click()

    expect(contents.get_by_role("link")).to_have_text(
        ["The harbor", "The open water", "The other shore", "What was left"]
    )
    contents.get_by_role("link", name="The other shore").click()
    expect(reading.get_by_role("heading", name="The other shore")).to_be_in_viewport()


def test_contents_need_no_script(site: Path, browser: Browser) -> None:
    with browser.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        page.goto(f"{site.as_uri()}/{READING}")
        page.locator(".contents summary").click()

        expect(page.get_by_role("link", name="The harbor", exact=True)).to_be_visible()


# The strip


def test_a_tick_leads_to_its_place(reading: Page) -> None:
    reading.locator(f".strip-picture a[href='{ADA.format(3)}'] .strip-hit").click()

    expect(reading).to_have_url(re.compile("#m-ada-norberg-3$"))


def test_its_table_names_every_mention(reading: Page) -> None:
    reading.get_by_text("Where each name stands").click()

    link = reading.get_by_role("link", name="Ada Norberg, mention 3 of 4, under “The open water”")
    expect(link).to_be_visible()


# Her place


def test_the_way_back_that_she_came_by_is_marked(reading: Page) -> None:
    reading.locator("#ref-ada-norberg-2").click()

    marked = reading.locator(".came-from")
    expect(marked).to_have_attribute("href", "#ref-ada-norberg-2")
    expect(marked).to_have_attribute("aria-current", "location")


def until_kept(page: Page) -> None:
    """Wait until the page has kept the reader's place, ten seconds at most."""
    for _ in range(100):
        if page.evaluate("localStorage.getItem('annotated-reader-places')"):
            return
        page.wait_for_timeout(100)


def test_she_may_continue_where_she_left(
    site: Path, page: Page, serve: Callable[[Path], str]
) -> None:
    address = serve(site)
    page.goto(f"{address}/{READING}")
    page.mouse.wheel(0, 900)
    until_kept(page)

    page.goto(f"{address}/index.html")
    page.get_by_role("link", name=re.compile("continue at .* %: The crossing")).click()

    expect(page).to_have_url(re.compile("the-crossing.html#[ph]-"))


# The notes


def test_why_we_think_so_stands_on_the_last_line_of_a_note(reading: Page) -> None:
    reading.evaluate("document.documentElement.style.setProperty('--measure', '100rem')")
    summary = reading.locator("#note-lund summary").bounding_box()
    backlink = reading.locator("#note-lund [role='doc-backlink']").last.bounding_box()
    assert summary
    assert backlink
    bottom = min(each["y"] + each["height"] for each in (summary, backlink))
    shared = bottom - max(summary["y"], backlink["y"])
    assert shared > min(summary["height"], backlink["height"]) / 2  # whatever the fonts' heights


def test_what_a_note_unfolds_stands_below_it(reading: Page) -> None:
    summary = reading.locator("#note-lund summary")
    summary.click()
    why = reading.locator("#note-lund .why").bounding_box()
    box = summary.bounding_box()
    assert why
    assert box
    assert why["y"] >= box["y"] + box["height"] - 4
    assert why["x"] <= box["x"]


# Paper and weight


def test_paper_has_none_of_it(wide: Page) -> None:
    open_panel(wide, 1)
    wide.emulate_media(media="print")

    for hidden in (".panel", ".margin", ".contents", ".strip", ".tools", ".kin", ".more >> nth=0"):
        expect(wide.locator(hidden)).to_be_hidden()


def test_without_script_nothing_is_dead(site: Path, browser: Browser) -> None:
    with browser.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        page.goto(f"{site.as_uri()}/{READING}")

        expect(page.locator("button, input")).to_have_count(0)
        expect(page.locator(".strip-picture")).to_be_visible()


def test_scripts_weigh_at_most_fifteen_kilobytes(site: Path) -> None:
    page = (site / READING).read_text(encoding="utf-8")
    names = re.findall(r'<script[^>]*src="\.\./([^"]*)"', page)

    assert sum(len(gzip.compress((site / name).read_bytes())) for name in names) <= 15_000


def test_page_with_all_it_needs_weighs_at_most_sixty_kilobytes(site: Path) -> None:
    page = (site / READING).read_text(encoding="utf-8")
    names = re.findall(r'(?:src|rel="stylesheet" href)="\.\./([^"]*)"', page)
    files = [READING, *names]

    assert sum(len(gzip.compress((site / name).read_bytes())) for name in files) <= 60_000
