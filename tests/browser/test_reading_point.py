"""The reading point: nothing shown comes from after where the reader is."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser import reading_site
from tests.browser.reading_site import READING

pytestmark = pytest.mark.browser

# ruff: noqa: E501  # what runs in the page has lines of its own

SWITCH = "Only what I have read so far"
KEY = "annotated-reader-points"
POINTS = (
    "[...document.querySelectorAll('.text :is(p, li, h2, h3, h4, h5, h6)[id]')].map((it) => it.id)"
)
SHOWN = """(point) => {
  const last = document.getElementById(point);
  const read = (it) => last.contains(it)
    || Boolean(last.compareDocumentPosition(it) & Node.DOCUMENT_POSITION_PRECEDING);
  const words = [], later = [];
  const all = [...document.querySelectorAll(".text .mention")];
  const before = all.filter(read);
  for (const link of before) {
    AnnotatedReader.card.open(link);
    const card = document.querySelector("#card");
    words.push([card.ariaLabel, card.textContent].join(" "));
    const note = AnnotatedReader.page.noteOf(link);
    AnnotatedReader.card.close();
    AnnotatedReader.mentions.open(note, link);
    const panel = document.querySelector(".panel");
    words.push(panel.textContent);
    later.push(...[...panel.querySelectorAll("li a")].map((it) => it.hash));
    AnnotatedReader.mentions.close();
  }
  const seen = [...document.querySelectorAll(".beside, .notes li, .strip-name, .strip th[scope=row]")];
  words.push(...seen.filter((it) => it.checkVisibility()).map((it) => it.innerText));
  const links = [...document.querySelectorAll(".strip a, .notes a")].filter((it) => it.checkVisibility());
  later.push(...links.map((it) => it.getAttribute("href")).filter((it) => it.startsWith("#")));
  const unread = later.filter((it) => !read(document.getElementById(decodeURIComponent(it.slice(1)))));
  const names = new Set(before.map((it) => it.textContent));
  const unknown = all.map((it) => it.textContent).filter((it) => !names.has(it));
  return { words: words.join(" "), unread, unknown, cards: before.length };
}"""


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
def reading(site: Path, page: Page) -> Page:
    page.set_viewport_size({"width": 1440, "height": 700})
    page.goto(f"{site.as_uri()}/{READING}")
    return page


def test_no_card_panel_note_or_tick_tells_what_comes_later(reading: Page) -> None:
    told = []
    for point in reading.evaluate(POINTS):
        kept = json.dumps({"the-crossing": point})
        reading.evaluate("([key, it]) => localStorage.setItem(key, it)", [KEY, kept])
        reading.reload()
        expect(reading.locator(".so-far").first).to_be_attached()
        shown = reading.evaluate(SHOWN, point)
        told.append("captain of the coast" in shown["words"])
        assert shown["unread"] == [], point
        for name in [*shown["unknown"], "The society", "Olof Brandt"]:
            assert name not in shown["words"], (point, name)
    last = reading.evaluate(POINTS).index("p-8")
    assert told == [index >= last for index in range(len(told))]


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


def test_without_script_there_is_no_switch(site: Path, browser: Browser) -> None:
    with browser.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        page.goto(f"{site.as_uri()}/{READING}")

        expect(page.get_by_text(SWITCH)).to_have_count(0)
        expect(page.locator("#note-ada-norberg")).to_have_attribute("data-evidence", "p-8")
