"""An entry that texts name ten thousand times: on light pages, and all reachable without script."""

from __future__ import annotations

import random
import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import Page, expect

from benchmarks.scale import heaviest_page
from tests.site.conftest import Site

if TYPE_CHECKING:
    from playwright.sync_api import Browser

pytestmark = [pytest.mark.browser, pytest.mark.slow]

TEXTS, MENTIONS = 20, 500
MOST_BYTES = 60_000
LETTERS = "abdefghiklmnoprstuvz"
MENTION = re.compile(r'id="mention-(\d+)".*?href="([^"]+)"', re.DOTALL)


def words(chance: random.Random, number: int) -> str:
    """Words that nobody has said twice, which do not compress."""
    return " ".join("".join(chance.choices(LETTERS, k=7)) for _ in range(number))


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site of many long texts on one place, built with every check there is."""
    chance = random.Random(5)  # noqa: S311  # repeatable on purpose
    library = Site(tmp_path_factory.mktemp("many"))
    for number in range(TEXTS):
        sentences = [
            f"{words(chance, 8).capitalize()} [Osh](../glossary/osh.md) {words(chance, 8)}."
            for _ in range(MENTIONS)
        ]
        header = f"---\ntitle: Report {number}\ndate: {1990 + number}\nlang: en\n---\n\n"
        library.write(f"content/texts/report-{number:02}.md", header + "\n\n".join(sentences))
    entry = "---\nTitle: Osh\nKind: place\nStatus: approved\n---\n\nA city in the south.\n"
    library.write("content/glossary/osh.md", entry)
    library.build(READER_CHECK=True)
    return library.output


def pages_of(site: Path) -> list[Path]:
    further = sorted((site / "glossary" / "osh").iterdir(), key=lambda page: int(page.stem))
    return [site / "glossary" / "osh.html", *further]


def test_every_mention_stands_on_one_page_and_leads_to_its_place(site: Path) -> None:
    found = [
        (int(number), (page.parent / address).resolve().relative_to(site).as_posix())
        for page in pages_of(site)
        for number, address in MENTION.findall(page.read_text("utf-8"))
    ]
    assert [number for number, _ in found] == list(range(1, TEXTS * MENTIONS + 1))
    assert len({address for _, address in found}) == TEXTS * MENTIONS


def test_no_page_is_heavier_than_a_reading_page_may_be(site: Path) -> None:
    name, weight = heaviest_page(site)
    assert weight <= MOST_BYTES, name


def test_all_pages_are_reached_without_script(site: Path, browser: Browser) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto((site / "glossary" / "osh.html").as_uri())
    seen = [page.url]
    while (onward := page.locator(".turn a[rel=next]").first).count():
        onward.click()
        seen.append(page.url)
    assert seen == [each.as_uri() for each in pages_of(site)]
    page.locator(".mentions-in li a").last.click()
    assert page.url.startswith((site / "texts" / "report-19.html").as_uri())
    context.close()


def test_filter_looks_through_the_page_and_says_so(site: Path, page: Page) -> None:
    page.goto(pages_of(site)[1].as_uri())
    expect(page.get_by_role("search", name="Filter the mentions of this page")).to_be_visible()
    shown = page.locator(".mentions-in li")
    first = shown.first.inner_text().split()[0]
    page.get_by_label("Words").fill(first)
    expect(page.get_by_role("status")).to_have_text(re.compile(r"^1 of \d+$"))
    expect(page.locator(".mentions-in li:visible")).to_have_count(1)


def test_column_of_a_year_leads_to_the_page_of_its_mentions(site: Path, page: Page) -> None:
    page.goto((site / "glossary" / "osh.html").as_uri())
    page.locator(".over-time a.column").last.click()
    assert "/glossary/osh/" in page.url
    expect(page.locator(".mentions-in:target")).to_be_visible()
