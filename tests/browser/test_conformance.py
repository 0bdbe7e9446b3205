"""Every kind of page by the guidelines and specifications that it claims to keep.

The pages are those of the demo library and of one whose texts run from right to left. A test
judges them all and names each that fails, so that a new kind of page is judged as well.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Literal

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, Page, expect

from annotated_reader.site.kinds_of_pages import kinds_of_pages
from tests import html_checker
from tests.browser import rtl_site
from tests.browser.conftest import guarded_context
from tests.browser.rtl_site import ARABIC

pytestmark = [pytest.mark.browser, pytest.mark.slow]

Scheme = Literal["light", "dark"]
GUIDELINES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
ENHANCED = ["color-contrast-enhanced"]
LISTEN = """
window.violations = [];
addEventListener("securitypolicyviolation", (event) => {
  window.violations.push(`${event.effectiveDirective}: ${event.blockedURI} ${event.sample}`);
});
"""


@pytest.fixture(scope="module")
def right_to_left(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return rtl_site.build(tmp_path_factory.mktemp("right-to-left"))


@pytest.fixture(scope="module")
def pages(demo: Path, right_to_left: Path) -> list[Path]:
    """One page of each kind of the demo, and what differs where text runs from right to left."""
    others = ("index.html", ARABIC, "glossary/sami.html")
    return [demo / name for name in kinds_of_pages(demo)] + [right_to_left / it for it in others]


@pytest.fixture(scope="module")
def listening(browser: Browser) -> Iterator[BrowserContext]:
    """A context whose pages hear what their own policy forbids."""
    with guarded_context(browser, []) as context:
        context.add_init_script(LISTEN)
        yield context


def violations(page: Page, rules: list[str], *, by_tag: bool = True) -> list[str]:
    page.evaluate("document.querySelectorAll('details').forEach((it) => { it.open = true })")
    chosen = rules if by_tag else {"type": "rule", "values": rules}
    found = Axe().run(page, options={"runOnly": chosen}).response["violations"]
    return [f"{rule['id']}: {node['html'][:80]}" for rule in found for node in rule["nodes"]]


def judged(
    page: Page, pages: list[Path], judge: Callable[[Page], list[str]]
) -> dict[str, list[str]]:
    """Return what is wrong with each page that has something wrong with it."""
    wrong = {}
    for path in pages:
        page.goto(path.as_uri())
        if found := judge(page):
            wrong["/".join(path.parts[-2:])] = found
    return wrong


# Guidelines


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_on_any_kind_of_page(
    page: Page, pages: list[Path], scheme: Scheme
) -> None:
    page.emulate_media(color_scheme=scheme, reduced_motion="reduce")

    assert judged(page, pages, lambda it: violations(it, GUIDELINES)) == {}


def test_what_is_seen_of_a_link_is_in_its_name(page: Page, pages: list[Path]) -> None:
    """WCAG 2.5.3: who speaks to her browser says what she sees."""
    rules = ["label-content-name-mismatch"]

    assert judged(page, pages, lambda it: violations(it, rules, by_tag=False)) == {}


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_more_contrast_is_seven_to_one(page: Page, pages: list[Path], scheme: Scheme) -> None:
    page.emulate_media(color_scheme=scheme, contrast="more", reduced_motion="reduce")

    assert judged(page, pages, lambda it: violations(it, ENHANCED, by_tag=False)) == {}


def test_nothing_moves_for_those_who_want_no_motion(page: Page, pages: list[Path]) -> None:
    page.emulate_media(reduced_motion="reduce")
    moving = """() => [...document.querySelectorAll("*")].filter((it) => {
        const style = getComputedStyle(it);
        return style.animationName !== "none" || style.scrollBehavior === "smooth"
            || style.transitionDuration !== "0s";
    }).map((it) => it.tagName)"""

    assert judged(page, pages, lambda it: list(it.evaluate(moving))) == {}


def test_system_colors_reach_the_drawings(page: Page, pages: list[Path]) -> None:
    """Browsers leave fills alone where the system chooses colors: ours must be the system's."""
    page.emulate_media(forced_colors="active", color_scheme="dark")
    foreign = """() => {
        const probe = document.createElement("i");
        document.body.append(probe);
        const system = ["Canvas", "CanvasText", "LinkText", "Highlight"].map((name) => {
            probe.style.color = name;
            return getComputedStyle(probe).color;
        });
        probe.remove();
        return [...document.querySelectorAll("svg *:not(title, desc)")]
            .flatMap((it) => [getComputedStyle(it).fill, getComputedStyle(it).stroke])
            .filter((color) => color.startsWith("rgb") && !/, 0[)]$/.test(color))
            .filter((color) => !system.includes(color));
    }"""

    assert judged(page, pages, lambda it: list(it.evaluate(foreign))) == {}


def test_narrow_pages_scroll_one_way_only(page: Page, pages: list[Path]) -> None:
    """WCAG 1.4.10: at 320 pixels, as on a wide screen at four times the size."""
    page.set_viewport_size({"width": 320, "height": 640})
    excess = "() => [document.documentElement.scrollWidth].filter((width) => width > 320)"

    assert judged(page, pages, lambda it: list(it.evaluate(excess))) == {}


def test_text_may_be_spaced_out(page: Page, pages: list[Path]) -> None:
    """WCAG 1.4.12: nothing is cut off by the spacing that a reader sets."""
    page.set_viewport_size({"width": 320, "height": 640})
    space = """() => {
        const sheet = new CSSStyleSheet();
        sheet.replaceSync(`* { line-height: 1.5 !important; letter-spacing: 0.12em !important;
            word-spacing: 0.16em !important } p { margin-block-end: 2em !important }`);
        document.adoptedStyleSheets = [sheet];
        const cut = [...document.querySelectorAll("main :is(p, li, h1, h2, h3, dt, dd, a, button)")]
            .filter((it) => !it.matches(".visually-hidden"))
            .filter((it) => getComputedStyle(it).overflow === "hidden")
            .filter((it) => it.scrollHeight > it.clientHeight + 1 && it.checkVisibility());
        return [...cut.map((it) => it.outerHTML.slice(0, 80)),
            ...[document.documentElement.scrollWidth].filter((width) => width > 320)];
    }"""

    assert judged(page, pages, lambda it: list(it.evaluate(space))) == {}


def test_every_kind_of_page_says_what_it_is(page: Page, pages: list[Path]) -> None:
    described = """() => {
        const words = document.querySelector("meta[name=description]")?.content || "";
        return words.trim() ? [] : [words];
    }"""

    assert judged(page, pages, lambda it: list(it.evaluate(described))) == {}


# Specifications


def test_nu_checker_finds_no_error_in_any_page(demo: Path, right_to_left: Path) -> None:
    pages = [*demo.rglob("*.html"), *right_to_left.rglob("*.html")]
    try:
        found = html_checker.complaints(pages)
    except html_checker.MissingError as error:
        if os.environ.get("CI") == "true":
            raise
        pytest.skip(str(error))

    assert found == []


def test_listener_hears_what_the_policy_forbids(demo: Path, listening: BrowserContext) -> None:
    page = listening.new_page()
    page.goto((demo / "index.html").as_uri())

    page.evaluate("document.body.setAttribute('style', 'color: red')")

    assert [it.partition(":")[0] for it in page.evaluate("violations")] == ["style-src-attr"]


def test_no_kind_of_page_breaks_its_policy_from_a_folder(
    pages: list[Path], listening: BrowserContext
) -> None:
    page = listening.new_page()

    assert judged(page, pages, lambda it: list(it.evaluate("violations"))) == {}


def test_no_page_breaks_its_policy_from_a_folder(demo: Path, listening: BrowserContext) -> None:
    page = listening.new_page()
    every = sorted(demo.rglob("*.html"))
    # A page that leads on at once cannot be asked; the policy of the one it leads to is.
    pages = [path for path in every if 'http-equiv="refresh"' not in path.read_text("utf-8")]

    assert judged(page, pages, lambda it: list(it.evaluate("violations"))) == {}


def test_no_kind_of_page_breaks_its_policy_on_a_server(
    demo: Path, listening: BrowserContext, serve: Callable[[Path], str]
) -> None:
    page = listening.new_page()
    address = serve(demo)
    wrong = {}
    for name in kinds_of_pages(demo):
        page.goto(f"{address}/{name}")
        if found := page.evaluate("violations"):
            wrong[name] = found

    assert wrong == {}


def test_card_and_panel_keep_the_policy(right_to_left: Path, listening: BrowserContext) -> None:
    page = listening.new_page()
    page.goto((right_to_left / ARABIC).as_uri())
    page.locator("#m-sami-2").focus()
    page.keyboard.press("Enter")
    page.get_by_role("button", name="All mentions in this text").press("Enter")
    expect(page.get_by_role("complementary")).to_be_visible()

    assert page.evaluate("violations") == []


# From right to left


@pytest.fixture
def arabic(right_to_left: Path, page: Page) -> Page:
    page.set_viewport_size({"width": 1440, "height": 900})
    page.goto((right_to_left / ARABIC).as_uri())
    return page


def direction(page: Page, selector: str) -> str:
    return str(page.locator(selector).first.evaluate("it => getComputedStyle(it).direction"))


def test_text_runs_from_right_to_left_and_what_the_site_says_does_not(arabic: Page) -> None:
    found = {name: direction(arabic, name) for name in ("h1", ".text", ".notes", ".masthead")}

    assert found == {"h1": "rtl", ".text": "rtl", ".notes": "ltr", ".masthead": "ltr"}


def test_number_of_a_note_follows_its_name_to_the_left(arabic: Page) -> None:
    name = arabic.locator("#m-sami-1").bounding_box()
    number = arabic.locator("#ref-sami-1").bounding_box()

    assert name
    assert number
    assert number["x"] + number["width"] <= name["x"] + 2


def test_margin_notes_of_it_stand_beside_the_text(arabic: Page) -> None:
    expect(arabic.locator(".beside").first).to_be_visible()
    beside = arabic.locator(".beside").first.bounding_box()
    text = arabic.locator(".text").bounding_box()

    assert beside
    assert text
    assert beside["x"] >= text["x"] + text["width"]


def test_count_stays_after_an_arabic_name(right_to_left: Path, page: Page) -> None:
    page.goto((right_to_left / "glossary/sami.html").as_uri())
    company = page.locator(".companions li", has_text="عمّان")
    name = company.locator("a").bounding_box()
    number = company.locator(".quiet").bounding_box()

    assert name
    assert number
    assert number["x"] >= name["x"] + name["width"]


@pytest.mark.parametrize(
    ("tag", "attributes"),
    [
        ("en", 'lang="en"'),
        ("ar", 'lang="ar" dir="rtl"'),
        ("he-IL", 'lang="he-IL" dir="rtl"'),
        ("az-Arab", 'lang="az-Arab" dir="rtl"'),
        ("ku-Latn", 'lang="ku-Latn"'),
        ("ug-Cyrl", 'lang="ug-Cyrl"'),
        ('"><b>', 'lang="&#34;&gt;&lt;b&gt;"'),
    ],
)
def test_direction_is_that_of_the_language_or_its_script(tag: str, attributes: str) -> None:
    from tests.browser import sample

    macros = sample.environment(sample.THEME).get_template("macros/lang.html").module

    assert macros.lang(tag) == attributes  # type: ignore[attr-defined]
