from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Literal

import pytest
from axe_playwright_python.sync_playwright import Axe
from lxml import html
from playwright.sync_api import Browser, Page, expect

from annotated_reader.model import KINDS
from tests.browser import sample
from tests.browser.sample_texts import SEEDS

pytestmark = pytest.mark.browser

READING = "texts/a-vote-in-june.html"
UNDATED = "texts/the-answers.html"
ENTRY = "glossary/roza-otunbayeva.html"
PAGES = (
    "index.html",
    READING,
    UNDATED,
    "glossary.html",
    ENTRY,
    "glossary/osh.html",
    "glossary/bakiyev.html",
    "timeline.html",
    "map.html",
    "network.html",
    "report.html",
    "offline.html",
    "not-saved.html",
    "about.html",
    "404.html",
)
LANDED = (f"{READING}#note-roza-otunbayeva", f"{READING}#p-2")
GUIDELINES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
MADE_ELSEWHERE = re.compile(
    r"(?:\.\.?/)?(?:search\.html|report\.json|manifest\.webmanifest|icons/192\.png)"
    r"|texts/.*\.(txt|json)"
)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return sample.build(tmp_path_factory.mktemp("site"))


@pytest.fixture
def visit(site: Path, page: Page) -> Callable[[str], Page]:
    def go(name: str) -> Page:
        page.goto(f"{site.as_uri()}/{name}")
        return page

    return go


@pytest.fixture
def scriptless(site: Path, browser: Browser) -> Iterator[Callable[[str], Page]]:
    with browser.new_context(java_script_enabled=False) as context:
        page = context.new_page()

        def go(name: str) -> Page:
            page.goto(f"{site.as_uri()}/{name}")
            return page

        yield go


# What everyone can perceive and reach


@pytest.mark.parametrize("scheme", ["light", pytest.param("dark", marks=pytest.mark.slow)])
@pytest.mark.parametrize("name", PAGES + LANDED)
def test_axe_finds_nothing_against_the_guidelines(
    visit: Callable[[str], Page], page: Page, name: str, scheme: Literal["light", "dark"]
) -> None:
    page.emulate_media(color_scheme=scheme, reduced_motion="reduce")

    found = Axe().run(visit(name), options={"runOnly": GUIDELINES})

    assert [rule["id"] for rule in found.response["violations"]] == []


@pytest.mark.parametrize("name", PAGES)
def test_a_narrow_page_scrolls_one_way_only(visit: Callable[[str], Page], name: str) -> None:
    page = visit(name)

    page.set_viewport_size({"width": 320, "height": 640})

    assert page.evaluate("document.documentElement.scrollWidth") == 320


def test_tab_goes_from_the_skip_link_through_the_masthead_to_the_text(
    visit: Callable[[str], Page],
) -> None:
    page = visit(READING)

    assert tab_stops(page, 14) == [
        "Skip to the content",
        "A small library",
        "Library",
        "Glossary",
        "Timeline",
        "Map",
        "Network",
        "Search",
        "About",
        "Appearance: system",
        "Mark the names",
        "Only what I have read so far",
        "Roza Otunbayeva",
        "Note 1: Roza Otunbayeva",
    ]


def test_the_skip_link_leads_past_the_masthead(visit: Callable[[str], Page]) -> None:
    page = visit(READING)
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")

    assert tab_stops(page, 1) == ["Mark the names"]


def test_focus_is_seen_on_every_stop(visit: Callable[[str], Page]) -> None:
    page = visit(READING)
    stops = page.locator("main :is(a, button, summary):not([tabindex='-1'])").count()
    page.locator("#content").focus()

    outlines = [focus_outline(page) for _ in range(stops)]

    assert set(outlines) == {"2px"}


@pytest.mark.parametrize("name", PAGES)
def test_links_outside_sentences_are_high_enough_to_hit(
    visit: Callable[[str], Page], name: str
) -> None:
    heights = visit(name).evaluate(
        """() => [...document.querySelectorAll("nav a, li a, dt a, h2 a, h3 a, button, summary")]
            .filter((link) => !link.closest(".occurrence"))
            .map((link) => link.getClientRects()[0]?.height)"""
    )

    assert [height for height in heights if height and height < 24] == []


def test_a_marker_is_small_to_see_and_large_to_hit(visit: Callable[[str], Page]) -> None:
    page = visit(READING)
    box = page.locator("#ref-osh-1").bounding_box()
    assert box is not None

    page.mouse.click(box["x"] + box["width"] / 2, box["y"] - 5)

    expect(page).to_have_url(re.compile("#note-osh$"))


# What works without script, without a network, on paper


def test_without_script_a_marker_leads_to_its_note_and_back(
    scriptless: Callable[[str], Page],
) -> None:
    page = scriptless(READING)

    page.locator("#ref-osh-1").click()
    expect(page).to_have_url(re.compile("#note-osh$"))
    page.locator("#note-osh [role=doc-backlink]").click()

    expect(page).to_have_url(re.compile("#ref-osh-1$"))


def test_without_script_no_dead_button_is_shown(scriptless: Callable[[str], Page]) -> None:
    expect(scriptless(READING).locator("button")).to_have_count(0)


def test_without_script_a_chosen_kind_hides_the_others(scriptless: Callable[[str], Page]) -> None:
    page = scriptless("glossary.html")

    page.get_by_label("places").check()

    assert page.locator("dt:visible").all_inner_texts() == ["Kyrgyzstan", "Osh"]
    assert page.locator(".jump a:visible").all_inner_texts() == ["K", "O"]


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_can_be_chosen(kind: str) -> None:
    rules = (sample.THEME / "static" / "css" / "glossary.css").read_text(encoding="utf-8")

    assert f'#only-{kind}:checked) [data-kinds]:not([data-kinds~="{kind}"])' in rules


@pytest.mark.parametrize("name", PAGES)
def test_a_page_obeys_its_own_content_security_policy(
    visit: Callable[[str], Page], page: Page, name: str
) -> None:
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(message.text))

    visit(name)

    assert complaints == []


@pytest.mark.parametrize("name", PAGES)
def test_every_link_leads_somewhere(site: Path, name: str) -> None:
    for href in html.parse(str(site / name)).xpath("//@href | //@src"):
        if href.startswith("https:") or MADE_ELSEWHERE.search(href):
            continue
        path, _, fragment = href.partition("#")
        target = (site / name).parent / path if path else site / name
        assert target.is_file(), href
        assert not fragment or f'id="{fragment}"' in target.read_text(encoding="utf-8"), href


def test_paper_has_text_and_notes_but_no_furniture(visit: Callable[[str], Page]) -> None:
    page = visit(READING)

    page.emulate_media(media="print")

    for shown in ("h1", ".text", ".notes", ".colophon dt >> nth=0"):
        expect(page.locator(shown)).to_be_visible()
    for hidden in ("header nav", ".neighbors", ".foot", ".backlinks >> nth=0", "details >> nth=0"):
        expect(page.locator(hidden)).to_be_hidden()


def test_paper_is_white_in_the_dark(visit: Callable[[str], Page]) -> None:
    page = visit(READING)
    page.get_by_role("button", name="Appearance").click(click_count=2)

    page.emulate_media(media="print", color_scheme="dark")

    assert style(page, "body", "background-color") == "rgb(255, 255, 255)"
    assert style(page, "body", "color") == "rgb(0, 0, 0)"


# The switch


def test_the_switch_goes_round_system_light_and_dark(visit: Callable[[str], Page]) -> None:
    page = visit(READING)
    switch = page.get_by_role("button", name="Appearance")
    for choice in ("light", "dark", "system"):
        switch.click()
        expect(switch).to_have_accessible_name(f"Appearance: {choice}")


def test_the_choice_holds_on_the_next_page(
    site: Path, page: Page, serve: Callable[[Path], str]
) -> None:
    address = serve(site)
    page.goto(f"{address}/index.html")
    page.get_by_role("button", name="Appearance").click(click_count=2)
    dark = style(page, "body", "background-color")

    page.goto(f"{address}/{READING}")

    assert page.locator("html").get_attribute("data-appearance") == "dark"
    assert style(page, "body", "background-color") == dark == "rgb(25, 23, 20)"


# Where a link lands


def test_the_mention_that_a_link_leads_to_is_marked(visit: Callable[[str], Page]) -> None:
    page = visit(f"{READING}#m-osh-2")

    assert style(page, "#m-osh-1", "background-color") == "rgba(0, 0, 0, 0)"
    expect(page.locator("#m-osh-2")).to_have_css("background-color", "rgb(244, 229, 181)")


def test_the_landing_stands_still_for_those_who_want_no_motion(
    visit: Callable[[str], Page], page: Page
) -> None:
    page.emulate_media(reduced_motion="reduce")

    assert style(visit(f"{READING}#m-osh-2"), "#m-osh-2", "animation-name") == "none"


# What the pages say


def test_markup_in_a_name_or_title_is_shown_and_not_obeyed(visit: Callable[[str], Page]) -> None:
    for name in (UNDATED, "index.html", "glossary.html", "glossary/markup.html"):
        page = visit(name)
        expect(page.locator("main b")).to_have_count(0)
        expect(page.get_by_role("main")).to_contain_text("<b>Daily</b>")


def test_no_date_is_shown_where_the_text_states_none(visit: Callable[[str], Page]) -> None:
    expect(visit(READING).locator("time")).to_have_text("28 June 2010")
    expect(visit(UNDATED).locator("time")).to_have_count(0)


def test_a_made_title_says_so(visit: Callable[[str], Page]) -> None:
    expect(visit(UNDATED).locator(".text-head")).to_contain_text("title made")
    expect(visit(READING).locator(".text-head")).not_to_contain_text("title made")


def test_what_was_set_aside_is_on_record(visit: Callable[[str], Page]) -> None:
    page = visit(READING)

    page.get_by_text("Set aside: 2 lines").click()

    line = page.get_by_text("Follow the topics in this <article> (line 14, follow topics)")
    expect(line).to_be_visible()


def test_a_reading_page_offers_its_plain_text_and_annotations(visit: Callable[[str], Page]) -> None:
    colophon = visit(READING).locator(".colophon")

    text = colophon.get_by_role("link", name="Plain text")
    expect(text).to_have_attribute("href", "../texts/a-vote-in-june.txt")
    annotations = colophon.get_by_role("link", name="annotations (JSON)")
    expect(annotations).to_have_attribute("href", "../texts/a-vote-in-june.annotations.json")


def test_an_entry_says_who_what_where_and_why(visit: Callable[[str], Page]) -> None:
    page = visit(ENTRY)

    main = page.get_by_role("main")
    expect(main).to_contain_text("also Mrs Otunbayeva, Otunbayeva")
    expect(main).to_contain_text("Quoted from the texts, where it stands beside the name.")
    expect(main).to_contain_text("no editor has read it yet")
    expect(main).to_contain_text("3 mentions in 1 text")
    expect(main.get_by_role("heading", name="What was asked")).to_be_visible()
    expect(main).to_contain_text("full name, 90 %")


def test_a_mention_on_an_entry_leads_to_its_place(visit: Callable[[str], Page]) -> None:
    page = visit(ENTRY)

    page.get_by_role("link", name="Otunbayeva, mention 3 of 3", exact=True).click()

    expect(page).to_have_url(re.compile("/texts/a-vote-in-june[.]html#m-roza-otunbayeva-3$"))


def test_an_ambiguous_name_names_its_candidates(visit: Callable[[str], Page]) -> None:
    expect(visit("glossary/bakiyev.html").get_by_role("main")).to_contain_text(
        "May be Kurmanbek Bakiyev or Maxim Bakiyev. The texts do not tell which."
    )


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ("2010", "2010"),
        ("2010-06", "June 2010"),
        ("2010-06-01", "1 June 2010"),
        ("--06-11", "11 June"),
        ("--06", "June"),
        ("2010-21", "spring 2010"),
        ("1850~", "about 1850"),
        ("2010-06-11~", "about 11 June 2010"),
        ("0476", "AD 476"),
        ("2010-06-11/2010-06-14", "11 June 2010 to 14 June 2010"),
    ],
)
def test_a_date_says_no_more_than_its_value(value: str, words: str) -> None:
    macros = sample.environment(sample.THEME).get_template("macros/date.html").module

    written = macros.date(value)  # type: ignore[attr-defined]

    assert html.fromstring(f"<p>{written}</p>").xpath("string()") == words


@pytest.mark.parametrize(
    ("value", "machine"),
    [
        ("2010-06", ["2010-06"]),
        ("--06-11", ["06-11"]),
        ("--06", []),
        ("2010-21", []),
        ("2010~", []),
    ],
)
def test_a_date_is_given_to_machines_as_html_knows_it(value: str, machine: list[str]) -> None:
    macros = sample.environment(sample.THEME).get_template("macros/date.html").module

    written = macros.date(value)  # type: ignore[attr-defined]

    assert html.fromstring(f"<p>{written}</p>").xpath("//time/@datetime") == machine


def test_a_large_library_lists_titles_without_summaries() -> None:
    seeds = [{**SEEDS[0], "slug": f"text-{number}"} for number in range(201)]
    register = sample.make_register(seeds)

    page = sample.render("index.html", {"template": "index.html"}, register)

    assert page.count('class="text-item"') == 201
    assert 'class="summary"' not in page


def test_shelves_are_named_and_linked() -> None:
    register = sample.make_register()
    shelves = [(str(year), list(register.texts)) for year in range(2010, 2014)]

    page = sample.render("index.html", {"template": "index.html", "shelves": shelves}, register)

    assert '<a href="#shelf-2012">2012</a>' in page
    assert '<h2 id="shelf-2012">2012</h2>' in page


def tab_stops(page: Page, number: int) -> list[str]:
    """Press Tab and return the names of the stops."""
    return [_tab(page, "it.ariaLabel || it.textContent.trim()") for _ in range(number)]


def focus_outline(page: Page) -> str:
    return _tab(page, "getComputedStyle(it).outlineWidth")


def _tab(page: Page, expression: str) -> str:
    page.keyboard.press("Tab")
    return str(page.evaluate(f"((it) => {expression})(document.activeElement)"))


def style(page: Page, selector: str, name: str) -> str:
    script = "(element, name) => getComputedStyle(element).getPropertyValue(name)"
    return str(page.locator(selector).evaluate(script, name))
