from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.browser import sample

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return sample.build(tmp_path_factory.mktemp("site"))


@pytest.fixture(scope="module")
def scriptless(browser: Browser) -> Iterator[Page]:
    with browser.new_context(java_script_enabled=False) as context:
        yield context.new_page()


def test_mark_of_the_timeline_says_what_it_leads_to(site: Path, scriptless: Page) -> None:
    scriptless.goto(f"{site.as_uri()}/timeline.html")
    mark = scriptless.get_by_role("link", name="Text: A vote in June, 2010-06-28")

    mark.click()

    assert scriptless.url.endswith("texts/a-vote-in-june.html")


def test_keyboard_goes_through_the_timeline_in_the_order_of_time(site: Path, page: Page) -> None:
    page.goto(f"{site.as_uri()}/timeline.html")
    marks = page.locator(".picture-mark")
    marks.first.focus()

    for number in range(1, marks.count()):
        page.keyboard.press("Tab")
        assert marks.nth(number).evaluate("mark => mark === document.activeElement")


def test_choice_of_a_kind_hides_the_others_without_script(site: Path, scriptless: Page) -> None:
    scriptless.goto(f"{site.as_uri()}/network.html")

    scriptless.get_by_label("people").check()

    assert scriptless.locator('.picture [data-kinds="person"]:visible').count()
    assert not scriptless.locator(
        '.picture [data-kinds]:not([data-kinds="person"]):visible'
    ).count()


def test_ties_of_the_entry_pointed_at_stand_out_without_script(
    site: Path, scriptless: Page
) -> None:
    scriptless.goto(f"{site.as_uri()}/network.html")
    mark = scriptless.locator(".picture-mark").first

    before = mark.locator(".own-ties").evaluate("tie => getComputedStyle(tie).visibility")
    mark.locator(".target").hover()
    after = mark.locator(".own-ties").evaluate("tie => getComputedStyle(tie).visibility")

    assert (before, after) == ("hidden", "visible")


def test_place_on_the_map_leads_to_its_entry(site: Path, scriptless: Page) -> None:
    scriptless.goto(f"{site.as_uri()}/map.html")
    scriptless.get_by_role("navigation", name="Main").get_by_role("link", name="Map").click()

    scriptless.locator(".map-drawing .picture-mark").first.click()

    assert scriptless.url.endswith("glossary/osh.html")


def test_entry_of_a_place_shows_where_it_lies(site: Path, scriptless: Page) -> None:
    scriptless.goto(f"{site.as_uri()}/glossary/osh.html")
    assert scriptless.get_by_role("img", name="Where Osh lies").is_visible()


def test_entry_without_coordinates_shows_no_map(site: Path, scriptless: Page) -> None:
    scriptless.goto(f"{site.as_uri()}/glossary/kyrgyzstan.html")
    assert not scriptless.locator(".map-drawing").count()
