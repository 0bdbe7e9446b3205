"""The demo library as a visitor opens it: built from the committed content, read from a folder."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Page

pytestmark = pytest.mark.browser


def test_search_from_a_folder_leads_to_the_paragraph(demo: Path, page: Page) -> None:
    page.goto((demo / "index.html").as_uri())
    page.keyboard.press("/")
    page.wait_for_url("**/search.html*")
    page.get_by_role("combobox").fill("armoured vehicles")
    page.keyboard.press("Enter")
    result = page.get_by_role("link", name="Four nights in Osh")
    result.click()
    page.wait_for_url("**/texts/four-nights-in-osh.html?find=*#p-*")
    landed = page.locator(page.url[page.url.index("#") :])
    assert "armoured" in landed.inner_text()


def test_search_finds_an_entry_by_its_other_spelling(demo: Path, page: Page) -> None:
    page.goto((demo / "search.html").as_uri() + "?q=Shakhimardan")
    assert page.get_by_role("link", name="Shohimardon").first.is_visible()


def test_note_and_back_return_to_the_same_place(demo: Path, page: Page) -> None:
    page.goto((demo / "texts" / "ten-days-in-april.html").as_uri())
    page.locator("a[role=doc-noteref]").first.click()
    assert "#note-kurmanbek-bakiyev" in page.url
    page.locator("#note-kurmanbek-bakiyev a[role=doc-backlink]").first.click()
    assert page.url.endswith("#ref-kurmanbek-bakiyev-1")


def test_mention_in_the_glossary_leads_to_its_place_in_the_text(demo: Path, page: Page) -> None:
    page.goto((demo / "glossary" / "emilbek-kaptagaev.html").as_uri())
    page.get_by_role("link", name="Emilbek Kaptagaev").last.click()
    assert page.url.endswith("texts/four-nights-in-osh.html#m-emilbek-kaptagaev-1")


def test_every_kind_of_page_is_served_without_an_outside_request(
    demo: Path, page: Page, outside_requests: list[str]
) -> None:
    pages = ("index", "glossary", "search", "about", "404", "glossary/osh", "texts/two-air-bases")
    for name in pages:
        page.goto((demo / f"{name}.html").as_uri())
        page.wait_for_load_state("load")
    assert outside_requests == []
