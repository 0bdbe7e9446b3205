"""Seven ways to read by seven things to do: each cell is done here, or says why it cannot be.

Issue by issue the comforts of the reading page are tested elsewhere; this is the proof that no
way of reading is left out of anything.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.browser.conftest import watched_page
from tests.browser.reading_site import READING

pytestmark = pytest.mark.browser

ADA = "#m-ada-norberg-{}"
SAID = "a captain of the coast"
TASKS = (
    "read a note", "get back", "see who this is", "list all mentions", "jump to one",
    "look an entry up", "change text",
)  # fmt: skip


class Way:
    """A way to read: how its browser is set up, and how it does each of `TASKS`."""

    options: dict[str, object] = {}  # noqa: RUF012  # read only
    cannot: dict[str, str] = {}  # noqa: RUF012  # read only

    def __init__(self, page: Page) -> None:
        self.page = page

    def act(self, selector: str) -> None:
        """Choose a link or a button as this way does."""
        raise NotImplementedError

    def note(self) -> None:
        self.act("#ref-ada-norberg-1")
        expect(self.page.get_by_role("dialog")).to_contain_text(SAID)

    def back(self) -> None:
        self.note()
        self.page.keyboard.press("Escape")
        expect(self.page.get_by_role("dialog")).to_have_count(0)
        assert "#" not in self.page.url

    def who(self) -> None:
        self.act(ADA.format(3))
        expect(self.page.get_by_role("dialog")).to_contain_text("Ada Norberg")
        expect(self.page.get_by_role("dialog")).to_contain_text("person")

    def mentions(self) -> None:
        self.who()
        self.act("[role=dialog] button:has-text('All mentions in this text')")
        expect(self.panel.locator("li")).to_have_count(5)

    def jump(self) -> None:
        self.mentions()
        self.act(f"aside a[href$='{ADA.format(4)}']")
        expect(self.page.locator(ADA.format(4))).to_be_in_viewport()

    def entry(self) -> None:
        self.act("nav a:has-text('Glossary')")
        self.act("dt a:has-text('Ada Norberg')")
        expect(self.page.get_by_role("heading", level=1)).to_have_text("Ada Norberg")

    def text(self) -> None:
        self.act("nav[aria-label='Other texts'] a >> nth=0")
        expect(self.page.get_by_role("heading", level=1)).to_have_text("The society")

    @property
    def panel(self) -> object:
        return self.page.get_by_role("complementary", name="All mentions of Ada Norberg")


class Mouse(Way):
    options = {"viewport": {"width": 900, "height": 700}}  # noqa: RUF012

    def act(self, selector: str) -> None:
        self.page.locator(selector).first.click()

    def rest(self, selector: str) -> None:
        """Let the pointer rest on a word, until its card has come."""
        self.page.locator(selector).hover()
        expect(self.page.get_by_role("dialog")).to_be_visible()

    def note(self) -> None:
        self.rest("#ref-ada-norberg-1")
        expect(self.page.get_by_role("dialog")).to_contain_text(SAID)

    def back(self) -> None:
        self.note()
        self.page.mouse.move(5, 5)
        expect(self.page.get_by_role("dialog")).to_have_count(0)

    def who(self) -> None:
        self.rest(ADA.format(3))
        expect(self.page.get_by_role("dialog")).to_contain_text("Ada Norberg")


class Keyboard(Way):
    options = {"viewport": {"width": 900, "height": 700}}  # noqa: RUF012

    def act(self, selector: str) -> None:
        self.page.locator(selector).first.focus()
        self.page.keyboard.press("Enter")

    def back(self) -> None:
        super().back()
        expect(self.page.locator("#ref-ada-norberg-1")).to_be_focused()


class Touch(Way):
    options = {  # noqa: RUF012
        "viewport": {"width": 390, "height": 700},
        "has_touch": True,
        "is_mobile": True,
    }

    def act(self, selector: str) -> None:
        self.page.locator(selector).first.tap()

    def back(self) -> None:
        self.note()
        self.act("[role=dialog] button[aria-label='Close']")
        expect(self.page.get_by_role("dialog")).to_have_count(0)


class ScreenReader(Way):
    """What assistive technology is told: roles and names alone find the way."""

    options = {"viewport": {"width": 900, "height": 700}}  # noqa: RUF012

    def act(self, selector: str) -> None:
        self.page.locator(selector).first.press("Enter")

    def named(self, role: str, name: str) -> None:
        self.page.get_by_role(role, name=name).first.press("Enter")  # type: ignore[arg-type]

    def note(self) -> None:
        tree = self.page.locator("main").aria_snapshot()
        assert 'link "Note 1: Ada Norberg"' in tree
        notes = self.page.get_by_role("region", name="Notes").or_(
            self.page.locator("[role=doc-endnotes]")
        )
        assert SAID in notes.first.aria_snapshot()

    def back(self) -> None:
        tree = self.page.locator("[role=doc-endnotes]").aria_snapshot()
        ways_back = [line for line in tree.splitlines() if "Back to Ada Norberg" in line]
        assert len(ways_back) == len(set(ways_back)) == 3
        self.page.locator("#note-ada-norberg [role=doc-backlink]").first.press("Enter")
        assert self.page.url.endswith("#ref-ada-norberg-1")

    def who(self) -> None:
        self.act(ADA.format(3))
        assert "Ada Norberg" in self.page.get_by_role("dialog").aria_snapshot()

    def mentions(self) -> None:
        self.who()
        self.named("button", "All mentions in this text")
        tree = self.panel.aria_snapshot()  # type: ignore[attr-defined]
        assert tree.count("listitem") >= 4
        assert "status: 3 of 4" in tree or "3 of 4" in tree

    def entry(self) -> None:
        self.named("link", "Glossary")
        self.named("link", "Ada Norberg")
        assert 'heading "Ada Norberg" [level=1]' in self.page.locator("main").aria_snapshot()

    def text(self) -> None:
        tree = self.page.get_by_role("navigation", name="Other texts").aria_snapshot()
        assert "The society" in tree
        super().text()


class NoScript(Way):
    options = {"viewport": {"width": 900, "height": 700}, "java_script_enabled": False}  # noqa: RUF012

    def act(self, selector: str) -> None:
        self.page.locator(selector).first.click()

    def note(self) -> None:
        self.act("#ref-ada-norberg-1")
        expect(self.page.locator("#note-ada-norberg")).to_be_in_viewport()
        expect(self.page.locator("#note-ada-norberg")).to_contain_text(SAID)

    def back(self) -> None:
        self.note()
        self.act("#note-ada-norberg [role=doc-backlink]")
        expect(self.page.locator("#ref-ada-norberg-1")).to_be_in_viewport()

    def who(self) -> None:
        self.act(ADA.format(3))
        expect(self.page.get_by_role("heading", level=1)).to_have_text("Ada Norberg")

    def mentions(self) -> None:
        self.who()
        expect(self.page.locator(".mentions-in li")).to_have_count(5)

    def jump(self) -> None:
        self.mentions()
        self.act("a[href$='the-crossing.html#m-ada-norberg-4']")
        expect(self.page.locator(ADA.format(4))).to_be_in_viewport()


class Print(Way):
    """Paper: what is in the page when it is printed."""

    options = {"viewport": {"width": 700, "height": 900}}  # noqa: RUF012
    cannot = {  # noqa: RUF012
        "get back": "Paper keeps both places under the reader's fingers: the number at the word is "
        "the number of the note.",
        "jump to one": "Paper has no links; the printed entry names text and section of each "
        "mention instead.",
        "change text": "Another text is another sheet of paper.",
    }

    def act(self, selector: str) -> None:
        raise NotImplementedError

    def open(self, name: str) -> None:
        self.page.goto(self.page.url.rpartition("/texts/")[0] + f"/{name}")
        self.page.emulate_media(media="print")

    def note(self) -> None:
        self.page.emulate_media(media="print")
        expect(self.page.locator("#note-ada-norberg")).to_be_visible()
        expect(self.page.locator("#note-ada-norberg")).to_contain_text(SAID)

    def who(self) -> None:
        self.page.emulate_media(media="print")
        number = self.page.locator("#ref-ada-norberg-1").inner_text()
        place = self.page.locator("[role=doc-endnotes] li").nth(int(number) - 1)
        expect(place).to_contain_text("Ada Norberg")
        assert len(self.page.pdf()) > 10_000

    def mentions(self) -> None:
        self.open("glossary/ada-norberg.html")
        expect(self.page.locator(".mentions-in li")).to_have_count(5)
        expect(self.page.locator(".mentions-in li").last).to_be_visible()

    def entry(self) -> None:
        self.open("glossary.html")
        expect(self.page.locator("#ada-norberg")).to_be_visible()


class Narrow(Way):
    """320 CSS pixels: a window of 1280 magnified four times (WCAG 1.4.10)."""

    options = {"viewport": {"width": 320, "height": 256}, "device_scale_factor": 4}  # noqa: RUF012

    def act(self, selector: str) -> None:
        self.page.locator(selector).first.click()
        width = self.page.evaluate("document.documentElement.scrollWidth")
        assert width <= 320, "the page scrolls sideways"

    def press(self, selector: str) -> None:
        self.page.locator(selector).first.focus()
        self.page.keyboard.press("Enter")

    def note(self) -> None:
        self.press("#ref-ada-norberg-1")
        expect(self.page.get_by_role("dialog")).to_contain_text(SAID)

    def who(self) -> None:
        self.press(ADA.format(3))
        expect(self.page.get_by_role("dialog")).to_contain_text("Ada Norberg")


WAYS: dict[str, type[Way]] = {
    "mouse": Mouse,
    "keyboard": Keyboard,
    "touch": Touch,
    "screen reader": ScreenReader,
    "no script": NoScript,
    "print": Print,
    "narrow": Narrow,
}
DOES: dict[str, Callable[[Way], None]] = dict(
    zip(
        TASKS,
        (
            lambda way: way.note(),
            lambda way: way.back(),
            lambda way: way.who(),
            lambda way: way.mentions(),
            lambda way: way.jump(),
            lambda way: way.entry(),
            lambda way: way.text(),
        ),
        strict=True,
    )
)
CELLS = [(way, task) for way in WAYS for task in TASKS]


@pytest.fixture(scope="module")
def contexts(browser: Browser) -> Iterator[dict[str, BrowserContext]]:
    """One context a way: its page is opened anew for every cell."""
    opened = {name: browser.new_context(**way.options) for name, way in WAYS.items()}  # type: ignore[arg-type]
    yield opened
    for context in opened.values():
        context.close()


@pytest.mark.parametrize(
    ("way", "task"), [cell for cell in CELLS if cell[1] not in WAYS[cell[0]].cannot]
)
def test_cell(way: str, task: str, site: Path, contexts: dict[str, BrowserContext]) -> None:
    with watched_page(contexts[way]) as page:
        page.goto(f"{site.as_uri()}/{READING}")
        DOES[task](WAYS[way](page))
        page.close()


def test_matrix_is_seven_by_seven_and_what_cannot_be_done_is_said_in_a_sentence() -> None:
    assert len(CELLS) == 49
    for way in WAYS.values():
        assert set(way.cannot) <= set(TASKS)
        assert all(len(reason) > 30 and reason.endswith(".") for reason in way.cannot.values())
