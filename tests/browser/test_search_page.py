"""What a visitor does with the search: complete, choose, narrow, correct, go and come back."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Literal

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Locator, Page, expect

from tests.browser import search_site

pytestmark = pytest.mark.browser

GUIDELINES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A whole site, built by Pelican: the search page with the theme, and pages to arrive at."""
    return search_site.build(tmp_path_factory.mktemp("library"))


@pytest.fixture
def search(page: Page, site: Path) -> Page:
    """The search page, opened as a file."""
    page.goto((site / "search.html").as_uri())
    return page


def field(page: Page) -> Locator:
    return page.get_by_role("combobox", name="Words or names")


def status(page: Page) -> Locator:
    return page.locator("#search-status")


def options(page: Page) -> Locator:
    return page.get_by_role("listbox", name="Suggestions").get_by_role("option")


def ask(page: Page, query: str) -> None:
    field(page).fill(query)
    field(page).press("Enter")
    expect(status(page)).to_contain_text(query.strip())


def titles(page: Page) -> list[str]:
    return page.locator(".result-link").all_text_contents()


# Completion


def test_one_letter_is_not_completed(search: Page) -> None:
    field(search).press_sequentially("n")
    expect(status(search)).to_contain_text("for “n”")
    expect(options(search)).to_have_count(0)


def test_two_letters_are_completed_names_first_with_their_kind(search: Page) -> None:
    field(search).press_sequentially("no")
    expect(options(search).first).to_have_text("●Ada Norberg person")
    assert options(search).all_text_contents()[1:] == ["nothing", "norberg", "nobody"]


def test_words_are_completed_as_they_stand_in_the_texts(search: Page) -> None:
    field(search).press_sequentially("sailo")
    expect(options(search)).to_have_text(["sailors"])


def test_field_says_whether_its_list_is_open(search: Page) -> None:
    expect(field(search)).to_have_attribute("aria-expanded", "false")
    field(search).press_sequentially("no")
    expect(field(search)).to_have_attribute("aria-expanded", "true")
    field(search).press("Escape")
    expect(field(search)).to_have_attribute("aria-expanded", "false")
    expect(field(search)).to_have_value("no")


def test_arrows_go_round_through_the_suggestions_and_the_field(search: Page) -> None:
    field(search).press_sequentially("sailo")
    expect(options(search)).to_have_count(1)
    field(search).press("ArrowDown")
    expect(field(search)).to_have_attribute("aria-activedescendant", "search-options-0")
    expect(options(search).first).to_have_attribute("aria-selected", "true")
    expect(field(search)).to_be_focused()
    field(search).press("ArrowDown")
    expect(options(search).first).to_have_attribute("aria-selected", "false")
    assert field(search).get_attribute("aria-activedescendant") is None
    field(search).press("ArrowUp")
    expect(options(search).first).to_have_attribute("aria-selected", "true")


def test_enter_takes_the_suggestion_and_searches_for_it(search: Page) -> None:
    field(search).press_sequentially("norb")
    expect(options(search)).not_to_have_count(0)
    field(search).press("ArrowDown")
    field(search).press("Enter")
    expect(field(search)).to_have_value("Ada Norberg ")
    expect(status(search)).to_contain_text("“Ada Norberg”")
    expect(options(search)).to_have_count(0)


def test_enter_without_a_suggestion_searches_for_what_was_typed(search: Page) -> None:
    field(search).press_sequentially("sailo")
    expect(options(search)).to_have_count(1)
    field(search).press("Enter")
    expect(field(search)).to_have_value("sailo")
    expect(options(search)).to_have_count(0)


def test_alt_and_an_arrow_open_and_close_the_list(search: Page) -> None:
    ask(search, "sailo")
    field(search).press("Alt+ArrowDown")
    expect(options(search)).to_have_count(1)
    field(search).press("Alt+ArrowUp")
    expect(options(search)).to_have_count(0)


def test_field_is_cleared_by_a_button(search: Page) -> None:
    ask(search, "sailors")
    search.get_by_role("button", name="Clear the field").click()
    expect(field(search)).to_have_value("")
    expect(field(search)).to_be_focused()
    expect(search.locator(".result")).to_have_count(0)
    expect(search.get_by_role("button", name="Clear the field")).to_have_count(0)


def test_tab_leaves_the_suggestions_alone(search: Page) -> None:
    field(search).press_sequentially("sailo")
    expect(options(search)).to_have_count(1)
    field(search).press("ArrowDown")
    field(search).press("Tab")
    expect(field(search)).to_have_value("sailo")
    expect(options(search)).to_have_count(0)
    expect(search.get_by_role("button", name="Clear the field")).to_be_focused()


def test_suggestions_are_taken_by_touch(browser: Browser, site: Path) -> None:
    with browser.new_context(
        has_touch=True, is_mobile=True, viewport={"width": 390, "height": 700}
    ) as context:
        page = context.new_page()
        page.goto((site / "search.html").as_uri())
        field(page).tap()
        field(page).press_sequentially("norb")
        box = options(page).first.bounding_box()
        assert box
        assert box["height"] >= 44
        options(page).first.tap()
        expect(field(page)).to_have_value("Ada Norberg ")
        expect(status(page)).to_contain_text("“Ada Norberg”")


# Facets


def facet(page: Page, label: str) -> Locator:
    return page.get_by_role("checkbox", name=label)


def wide(page: Page) -> Page:
    page.set_viewport_size({"width": 1440, "height": 900})
    return page


def test_facets_stand_beside_the_results_with_their_counts(search: Page) -> None:
    ask(wide(search), "lund")
    labels = search.locator(".facet label")
    expect(labels.first).to_be_visible()
    assert "text 3" in [" ".join(label.split()) for label in labels.all_inner_texts()]
    assert "2010 1" in [" ".join(label.split()) for label in labels.all_inner_texts()]


def test_facets_leave_as_many_results_as_they_say(search: Page) -> None:
    ask(wide(search), "lund")
    facet(search, "text 3").check()
    expect(status(search)).to_have_text("3 results for “kind:text lund”.")
    facet(search, "Ada Norberg 2").check()
    expect(search.locator(".result")).to_have_count(2)
    facet(search, "2010 1").check()
    expect(search.locator(".result-link")).to_have_text(["The society"])
    facet(search, "2010 1").uncheck()
    expect(search.locator(".result")).to_have_count(2)


def test_facet_keeps_the_focus_when_the_list_is_made_anew(search: Page) -> None:
    ask(wide(search), "lund")
    facet(search, "text 3").focus()
    search.keyboard.press("Space")
    expect(status(search)).to_contain_text("kind:text")
    expect(facet(search, "text 3")).to_be_focused()
    expect(facet(search, "text 3")).to_be_checked()


def test_facet_means_its_very_name_where_others_share_a_word_of_it(search: Page) -> None:
    ask(wide(search), "kind:text")
    search.get_by_role("checkbox", name=re.compile("^Brandt 1$")).check()
    expect(field(search)).to_have_value('person:"Brandt" kind:text')
    expect(search.locator(".result-link")).to_have_text(["The crossing"])


def test_filter_typed_by_hand_can_be_taken_away_beside_the_results(search: Page) -> None:
    ask(wide(search), "in:society lund")
    expect(search.locator(".result")).to_have_count(1)
    facet(search, "in:society").uncheck()
    expect(field(search)).to_have_value("lund")
    expect(search.locator(".result")).to_have_count(3)


def test_narrow_page_folds_the_facets_and_loads_them_on_demand(search: Page) -> None:
    search.set_viewport_size({"width": 390, "height": 800})
    asked: list[str] = []
    search.on("request", lambda request: asked.append(request.url))
    ask(search, "lund")
    expect(search.locator(".facet")).to_have_count(0)
    assert not any(url.endswith("facets.js") for url in asked)
    search.get_by_text("Narrow the results").click()
    expect(facet(search, "text 3")).to_be_visible()


def test_one_result_is_not_narrowed(search: Page) -> None:
    ask(search, "lund")
    expect(search.get_by_text("Narrow the results")).to_be_visible()
    ask(search, "captain crossed")
    expect(search.locator(".result")).to_have_count(1)
    expect(search.get_by_text("Narrow the results")).to_be_hidden()


# Fall back and correction


def test_nothing_with_all_words_shows_what_has_some_and_says_so(search: Page) -> None:
    field(search).fill("society turned")
    expect(status(search)).to_have_text(
        "Nothing has all words of “society turned”; 2 results with some of them."
    )


def test_result_with_some_words_tells_which_it_lacks(search: Page) -> None:
    field(search).fill("society turned")
    results = search.locator(".result")
    expect(results.filter(has_text="The society").locator("s")).to_have_text(["turned"])
    expect(results.filter(has_text="The crossing").locator("s")).to_have_text(["society"])


def test_correction_is_said_and_can_be_refused(search: Page) -> None:
    field(search).fill("Norbarg ")
    expect(status(search)).to_contain_text("for “norberg”, not “Norbarg”.")
    search.get_by_role("button", name="Search for “Norbarg” instead").click()
    expect(status(search)).to_have_text("No results for “Norbarg”.")
    expect(field(search)).to_be_focused()
    search.wait_for_url("**/search.html?q=Norbarg&as=typed")
    search.reload()
    expect(status(search)).to_have_text("No results for “Norbarg”.")


@pytest.mark.parametrize(
    ("query", "but"),
    [
        ("kind:place turned", "1 result without the filters"),
        ("“turned then”", "1 result with the words in any order"),
        ("turned -ship", "1 result with nothing left out"),
    ],
)
def test_no_results_but_what_less_would_find(search: Page, query: str, but: str) -> None:
    field(search).fill(query)
    field(search).press("Enter")
    expect(status(search)).to_have_text(f"No results for “{query}”, but {but}.")
    search.get_by_role("button", name=f"Show {but}").click()
    expect(search.locator(".result-link")).to_have_text(["The crossing"])


# Entities


def entity(page: Page) -> Locator:
    return page.get_by_role("region", name="In the glossary")


def test_query_that_names_an_entry_shows_its_card(search: Page) -> None:
    ask(search, "captain norberg")
    expect(entity(search).get_by_role("link", name="Ada Norberg", exact=True)).to_be_visible()
    expect(entity(search)).to_contain_text("a captain of the coast")
    entity(search).get_by_role("link", name="All texts that name Ada Norberg").click()
    expect(search.locator(".result-link")).to_have_text(["The crossing", "The society"])


def test_entry_that_has_its_card_is_not_listed_again(search: Page) -> None:
    ask(search, "ada norberg")
    expect(entity(search)).to_be_visible()
    expect(search.locator(".result-link")).not_to_have_count(0)
    titles = search.locator(".result-link").all_text_contents()
    assert "Ada Norberg" not in titles


def test_name_that_could_be_several_is_a_choice(search: Page) -> None:
    ask(search, "brandt")
    expect(entity(search).get_by_role("heading", level=2)).to_have_text("“brandt” may be")
    names = entity(search).get_by_role("link")
    expect(names).to_have_text(["Brandt", "Ida Brandt", "Olof Brandt"])
    expect(entity(search)).to_contain_text("the texts do not tell which")


def test_query_that_names_nobody_shows_no_card(search: Page) -> None:
    ask(search, "shore")
    expect(search.locator(".result")).not_to_have_count(0)
    expect(entity(search)).to_have_count(0)


# Results


def test_result_tells_date_words_and_who_is_named_there(search: Page) -> None:
    ask(search, "turned")
    result = search.locator(".result").first
    expect(result.locator("time")).to_have_text("May 2011")
    expect(result.locator(".result-excerpt mark")).to_have_text(["turned"])
    expect(result.get_by_role("list", name="Named there").get_by_role("link")).to_have_text(
        ["Ada Norberg"]
    )


def test_excerpt_takes_two_lines_at_most(search: Page) -> None:
    ask(wide(search), "calm")
    lines = search.locator(".result-excerpt").first.evaluate(
        "(it) => it.getBoundingClientRect().height / parseFloat(getComputedStyle(it).lineHeight)"
    )
    assert round(lines, 1) <= 2


def test_phrase_is_marked_as_a_whole_and_its_words_nowhere_else(search: Page) -> None:
    ask(search, "“wrote home”")
    expect(search.locator(".result-excerpt mark")).to_have_text(["wrote home"])


def test_back_returns_to_the_same_list_and_place(search: Page) -> None:
    search.set_viewport_size({"width": 800, "height": 400})
    ask(search, "sea")
    search.get_by_role("button", name="More results").click()
    link = search.locator(".result-link").nth(12)
    link.scroll_into_view_if_needed()
    expect(search.locator(".result")).to_have_count(14)
    top = search.evaluate("scrollY")
    assert top > 400
    link.focus()
    search.keyboard.press("Enter")
    search.wait_for_url("**/texts/**")
    search.go_back()
    expect(search.locator(".result")).to_have_count(14)
    expect(link).to_be_focused()
    assert abs(search.evaluate("scrollY") - top) < 20


# Arrival


def arrive(page: Page, site: Path, query: str = "turned") -> None:
    page.goto((site / "search.html").as_uri() + "?q=" + query)
    page.locator(".result-link").first.click()
    page.wait_for_url("**/texts/**")
    expect(page.locator(".arrival-bar")).to_be_visible()


def highlighted(page: Page) -> list[str]:
    script = "() => [...(CSS.highlights.get('arrival') || [])].map(String)"
    return page.evaluate(script)  # type: ignore[no-any-return]


def test_words_are_marked_on_arrival_without_touching_the_text(page: Page, site: Path) -> None:
    arrive(page, site, "captain+turned")
    assert highlighted(page) == ["captain", "Captain", "turned"]
    expect(page.locator(".text mark")).to_have_count(0)


def test_phrase_across_a_name_and_its_note_is_marked_on_arrival(page: Page, site: Path) -> None:
    arrive(page, site, '"ada+norberg+turned+the"')
    [found] = highlighted(page)
    assert re.sub(r"\d", "", found) == "Ada Norberg turned the"


def test_escape_clears_the_marks_and_the_address(page: Page, site: Path) -> None:
    arrive(page, site)
    page.keyboard.press("Escape")
    assert highlighted(page) == []
    expect(page.locator(".arrival-bar")).to_have_count(0)
    page.wait_for_url("**/texts/the-crossing.html#p-*")


def test_marks_are_counted_and_walked_through(page: Page, site: Path) -> None:
    arrive(page, site, "calm+shore+turned")
    bar = page.locator(".arrival-bar")
    expect(bar.get_by_role("status")).to_contain_text("marked places")
    before = bar.get_by_role("status").inner_text()
    bar.get_by_role("button", name="Next").click()
    assert bar.get_by_role("status").inner_text() != before
    bar.get_by_role("button", name="Clear").click()
    expect(bar).to_have_count(0)


def test_browser_without_highlights_marks_with_elements(page: Page, site: Path) -> None:
    page.add_init_script("delete window.Highlight")
    arrive(page, site, '"ada+norberg+turned"+captain')
    marks = page.locator(".text mark.arrival")
    expect(marks).to_have_text(["captain", "Captain", "Ada Norberg", " turned"])
    before = page.locator(".text").inner_text()
    page.keyboard.press("Escape")
    expect(marks).to_have_count(0)
    assert page.locator(".text").inner_text() == before


def test_paragraph_that_was_led_to_does_not_drown_its_words(page: Page, site: Path) -> None:
    page.emulate_media(reduced_motion="reduce")
    arrive(page, site)
    ground = page.locator(":target").evaluate("(it) => getComputedStyle(it).backgroundColor")
    assert ground == "rgba(0, 0, 0, 0)"


def test_words_of_an_entry_are_marked_on_arrival(page: Page, site: Path) -> None:
    page.goto((site / "glossary/ada-norberg.html").as_uri() + "?find=coast")
    expect(page.locator(".arrival-bar")).to_be_visible()
    assert highlighted(page) == ["coast", "coast"]


def test_page_without_words_asked_for_loads_nothing_of_the_search(page: Page, site: Path) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto((site / "texts/the-crossing.html").as_uri())
    assert [url for url in asked if "/search/" in url and "shortcut" not in url] == []


# For everyone


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("query", ["brandt", "kind:text Norbarg ", "turned -ship"])
def test_axe_finds_nothing_against_the_guidelines(
    page: Page, site: Path, query: str, scheme: Literal["light", "dark"]
) -> None:
    page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
    page.goto((site / "search.html").as_uri())
    ask(wide(page), query)
    field(page).fill("no")
    expect(options(page)).not_to_have_count(0)
    found = Axe().run(page, options={"runOnly": GUIDELINES})
    assert [rule["id"] for rule in found.response["violations"]] == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("name", ["a-z.html", "texts/the-crossing.html?find=turned#p-1"])
def test_axe_finds_nothing_where_the_search_leads(
    page: Page, site: Path, name: str, scheme: Literal["light", "dark"]
) -> None:
    page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
    page.goto(f"{site.as_uri()}/{name}")
    found = Axe().run(page, options={"runOnly": GUIDELINES})
    assert [rule["id"] for rule in found.response["violations"]] == []


def test_narrow_search_scrolls_one_way_only(search: Page) -> None:
    search.set_viewport_size({"width": 320, "height": 640})
    ask(search, "brandt")
    search.get_by_text("Narrow the results").click()
    search.get_by_text("How to ask").click()
    assert search.evaluate("document.documentElement.scrollWidth") == 320


def test_without_script_texts_and_names_stand_from_a_to_z(browser: Browser, site: Path) -> None:
    with browser.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        page.goto((site / "search.html").as_uri())
        expect(page.get_by_role("searchbox")).to_have_count(0)
        page.get_by_role("link", name="list of all texts and names from A to Z").click()
        under = page.locator("section.letter").filter(has=page.get_by_role("heading", name="L"))
        expect(under.get_by_role("link")).to_have_text(["Lund"])
        page.get_by_role("link", name="The crossing").click()
        page.wait_for_url("**/texts/the-crossing.html")
