"""The reading point: nothing shown comes from after where the reader is."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from annotated_reader.site.named import FREE
from annotated_reader.store import read_content
from tests.browser import reading_site
from tests.browser.conftest import ROOT
from tests.browser.reading_site import READING

pytestmark = pytest.mark.browser

SWITCH = "Only what I have read so far"
KEY = "annotated-reader-points"
POINTS = (
    "[...document.querySelectorAll('.text :is(p, li, h2, h3, h4, h5, h6)[id]')].map((it) => it.id)"
)
TOLD = (Path(__file__).parent / "told.js").read_text("utf-8")
NAMES_AN_ENTRY = re.compile(r"glossary/|#(?:m|note|ref)-")
LONG = 12  # characters of a definition that no chance brings about
DEMO = ("four-nights-in-osh", "roza-otunbayeva")


class Library:
    """What a library knows, to find it where it must not be told yet."""

    def __init__(self, content: Path) -> None:
        known = read_content(content)
        shown = [entry for entry in known.entries.values() if entry.status != "hidden"]
        quoted = [entry.definition for entry in shown if entry.definition.origin not in FREE]
        self.names = {name for entry in shown for name in (entry.name, *entry.aliases)}
        self.facts = {words.text for words in quoted if len(words.text) > LONG}
        self.titles = {slug: text.field("title") for slug, text in known.texts.items()}

    def leaks(self, slug: str, shown: dict[str, Any]) -> list[tuple[str, str]]:
        """Return what is told too early, each with the words that tell it."""
        others = (title for other, title in self.titles.items() if other != slug)
        titles = {title for title in others if len(title) > LONG}
        known = self.names | self.facts | titles | set(shown["surfaces"])
        late = sorted(words for words in known if words not in shown["read"])
        pattern = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, late))})(?!\w)")
        words = [words for words in shown["told"] if words.count("glossary.html") == 0]
        told = [(found[0], each) for each in words for found in pattern.finditer(each) if late]
        return told + [("address", each) for each in words if NAMES_AN_ENTRY.search(each)]


def tell(page: Page, slug: str, point: str) -> dict[str, Any]:
    """Read a text up to a point and gather all that its page tells then."""
    kept = json.dumps({slug: point})
    page.evaluate("([key, it]) => localStorage.setItem(key, it)", [KEY, kept])
    page.reload()
    expect(page.locator(".so-far").first).to_be_attached()
    return dict(page.evaluate(TOLD, point))


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    crossing = reading_site.TEXTS["the-crossing"]
    proof = f"{reading_site.MARKED_ADA}, a captain of the coast, left"
    late = crossing.replace(proof, f"{reading_site.ADA} left").replace(
        "So [Ada", "As a captain of the coast [Ada"
    )
    entry = reading_site.ENTRIES["ada-norberg"].replace(
        "**Ada Norberg**, a captain of the coast, left Lund by night.",
        "As a captain of the coast **Ada Norberg** came home to Lund.",
    )
    with pytest.MonkeyPatch.context() as patch:
        patch.setitem(reading_site.TEXTS, "the-crossing", late)
        patch.setitem(reading_site.ENTRIES, "ada-norberg", entry)
        return reading_site.build(tmp_path_factory.mktemp("point"))


@pytest.fixture
def content(site: Path) -> Path:
    return site.parent / "content"


@pytest.fixture
def reading(site: Path, page: Page) -> Page:
    page.set_viewport_size({"width": 1440, "height": 700})
    page.goto(f"{site.as_uri()}/{READING}")
    return page


def test_nothing_tells_what_comes_later(reading: Page, content: Path) -> None:
    library = Library(content)
    told = []
    for point in reading.evaluate(POINTS)[:-1]:
        shown = tell(reading, "the-crossing", point)
        told.append(any("captain of the coast" in words for words in shown["told"]))
        assert library.leaks("the-crossing", shown) == [], point
        assert shown["unread"] == 0
    last = reading.evaluate(POINTS).index("p-8")
    assert told == [index >= last for index in range(len(told))]


@pytest.mark.parametrize("slug", DEMO)
def test_nothing_tells_what_comes_later_in_a_demo_text(page: Page, demo: Path, slug: str) -> None:
    page.goto(f"{demo.as_uri()}/texts/{slug}.html")
    points = page.evaluate(POINTS)

    for point in points[1 : -1 : len(points) // 3]:
        assert Library(ROOT / "content").leaks(slug, tell(page, slug, point)) == [], point


@pytest.mark.slow
def test_nothing_tells_what_comes_later_in_any_demo_text(page: Page, demo: Path) -> None:
    library = Library(ROOT / "content")
    for slug in library.titles:
        page.goto(f"{demo.as_uri()}/texts/{slug}.html")
        for point in page.evaluate(POINTS)[:-1:3]:
            assert library.leaks(slug, tell(page, slug, point)) == [], (slug, point)


def test_switch_is_kept_for_the_text_and_gives_the_whole_back(reading: Page) -> None:
    switch = reading.get_by_role("button", name=SWITCH)
    note = reading.locator("#note-ada-norberg")
    expect(note).to_contain_text("captain of the coast")
    switch.click()
    expect(switch).to_have_attribute("aria-pressed", "true")
    reading.reload()

    expect(switch).to_have_attribute("aria-pressed", "true")
    expect(reading.locator(".so-far").first).to_be_attached()
    switch.click()

    expect(note.locator(".evidence")).to_have_count(1)
    expect(note.locator(".count")).to_be_visible()


def test_point_moves_on_as_she_reads_and_not_when_she_jumps(reading: Page) -> None:
    reading.get_by_role("button", name=SWITCH).click()
    expect(reading.locator(".so-far").first).to_be_attached()
    point = f"JSON.parse(localStorage.getItem('{KEY}'))['the-crossing']"
    start = reading.evaluate(point)
    reading.evaluate("scrollTo(0, document.body.scrollHeight)")
    reading.wait_for_timeout(400)
    jumped = reading.evaluate(point)
    reading.evaluate("scrollTo(0, 0)")
    reading.set_viewport_size({"width": 500, "height": 400})
    reading.evaluate("document.getElementById('p-2').scrollIntoView()")
    reading.wait_for_timeout(400)

    assert jumped == start
    assert reading.evaluate(point) != start


def test_at_the_end_the_ways_to_other_texts_are_there_again(reading: Page) -> None:
    ways = reading.get_by_role("navigation", name="Other texts")
    reading.get_by_role("button", name=SWITCH).click()
    expect(ways).to_be_hidden()

    for _ in range(20):
        reading.mouse.wheel(0, 300)
        reading.wait_for_timeout(100)

    expect(ways).to_be_visible()
    expect(reading.locator(".kin")).to_be_hidden()


def test_without_script_there_is_no_switch(site: Path, browser: Browser) -> None:
    with browser.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        page.goto(f"{site.as_uri()}/{READING}")

        expect(page.get_by_text(SWITCH)).to_have_count(0)
        expect(page.locator("#note-ada-norberg")).to_have_attribute("data-evidence", "p-8")
