"""Margin notes never lie on each other, however long they are and however close their words."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from annotated_reader.site.run import build_site

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = pytest.mark.browser

ROOT = Path(__file__).parents[2]
FILLER = "The sea was calm that day and nothing was seen of the other shore. "
TEXTS = {
    "one-sentence": (3, 1, 10),
    "a-list-of-names": (60, 1, 60),
    "long-notes": (40, 8, 900),
    "thousands-of-words": (120, 40, 120),
}
"""How many names a text has, how many words stand between them, how many letters a note has."""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("margin")
    for folder in ("texts", "glossary"):
        (root / "content" / folder).mkdir(parents=True)
    for number in range(max(names for names, _, _ in TEXTS.values())):
        entry = f"---\nTitle: Name {number}\nKind: person\nStatus: approved\n---\n\nSomebody.\n"
        (root / f"content/glossary/n-{number}.md").write_text(entry)
    for slug, (names, words, letters) in TEXTS.items():
        (root / f"content/texts/{slug}.md").write_text(make_text(slug, names, words, letters))
    build_site(
        ROOT / "pelicanconf.py",
        {"PATH": str(root / "content"), "OUTPUT_PATH": str(root / "output")},
    )
    return root / "output"


def make_text(slug: str, names: int, words: int, letters: int) -> str:
    filler = " ".join((FILLER * words).split()[:words])
    mentions = [f"[Name {n}](../glossary/n-{n}.md)[^n-{n}] {filler}" for n in range(names)]
    paragraphs = [", ".join(mentions[start : start + 8]) for start in range(0, names, 8)]
    note = (FILLER * (letters // len(FILLER) + 1))[:letters].strip()
    notes = [
        f"[^n-{n}]: **Name {n}**, person. {note} [All mentions](../glossary/n-{n}.md)"
        for n in range(names)
    ]
    header = f"---\ntitle: {slug}\nlang: en\nsource: seeds/{slug}.txt\nsummary: x\n---"
    return "\n\n".join([header, *paragraphs, *notes]) + "\n"


def overlaps(page: Page) -> list[tuple[float, float]]:
    """Return where a margin note ends below the head of the next one on its side."""
    sides = page.evaluate(
        """["end", "start"].map((side) => [...document.querySelectorAll(`[data-side=${side}]`)]
            .map((it) => it.getBoundingClientRect()).map((it) => [it.top, it.bottom]))"""
    )
    return [
        (one[1], other[0])
        for side in sides
        for one, other in pairwise(sorted(side))
        if one[1] > other[0]
    ]


def settle(page: Page) -> None:
    """Let the page measure and move its notes."""
    page.evaluate("new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))")


@pytest.mark.parametrize("width", [1200, 1440, 2560])
@pytest.mark.parametrize("slug", TEXTS)
def test_margin_notes_never_overlap(site: Path, page: Page, slug: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(f"{site.as_uri()}/texts/{slug}.html")
    settle(page)

    assert page.locator(".beside:visible").count()
    assert overlaps(page) == []


def test_margin_notes_do_not_overlap_once_the_page_grows_narrow(site: Path, page: Page) -> None:
    page.set_viewport_size({"width": 2560, "height": 900})
    page.goto(f"{site.as_uri()}/texts/thousands-of-words.html")
    settle(page)

    page.set_viewport_size({"width": 1210, "height": 900})
    settle(page)

    assert overlaps(page) == []


def test_margin_notes_do_not_overlap_in_larger_letters(site: Path, page: Page) -> None:
    """WCAG 1.4.4: letters twice as large."""
    page.set_viewport_size({"width": 2560, "height": 900})
    page.goto(f"{site.as_uri()}/texts/long-notes.html")
    page.evaluate(
        """() => {
            const sheet = new CSSStyleSheet();
            sheet.replaceSync(":root { font-size: 200% } .beside { font-size: 1.6rem }");
            document.adoptedStyleSheets = [sheet];
        }"""
    )
    settle(page)

    assert overlaps(page) == []


def test_note_that_finds_no_room_is_in_the_list(site: Path, page: Page) -> None:
    page.set_viewport_size({"width": 1440, "height": 900})
    page.goto(f"{site.as_uri()}/texts/a-list-of-names.html")
    settle(page)

    assert page.locator("[data-side=none]").count()
    assert page.locator(".notes > ol > li:visible").count() == TEXTS["a-list-of-names"][0]
