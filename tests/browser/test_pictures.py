from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.browser import sample

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = pytest.mark.browser

PLACE = """() => {
    const box = document.activeElement.querySelector(".shape").getBoundingClientRect();
    return [scrollX + box.x + box.width / 2, scrollY + box.y + box.height / 2];
}"""


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


@pytest.mark.parametrize("name", ["map", "network"])
def test_narrow_window_shows_what_is_named_most(site: Path, page: Page, name: str) -> None:
    page.set_viewport_size({"width": 320, "height": 600})
    page.goto(f"{site.as_uri()}/{name}.html")
    for frame in page.locator(".picture-scroll").all():
        shape = frame.locator(".picture-mark .shape").first.bounding_box()
        seen = frame.bounding_box()
        assert shape
        assert seen
        assert seen["x"] <= shape["x"]
        assert shape["x"] + shape["width"] <= seen["x"] + seen["width"]


def test_arrows_go_through_the_timeline_in_the_order_of_time(site: Path, page: Page) -> None:
    page.goto(f"{site.as_uri()}/timeline.html")
    drawing = page.locator(".picture-drawing").first
    drawing.locator(".picture-mark").first.focus()
    page.keyboard.press("Home")
    places = []
    for _ in range(drawing.locator(".picture-mark").count()):
        places.append(page.evaluate(PLACE))
        page.keyboard.press("ArrowRight")
    assert places == sorted(places)
    assert len({tuple(place) for place in places}) == len(places)


def test_drawing_is_one_stop_of_the_tab_key_and_arrows_reach_every_mark(
    site: Path, page: Page
) -> None:
    page.goto(f"{site.as_uri()}/network.html")
    marks = page.locator(".picture-mark")
    marks.first.focus()
    page.keyboard.press("End")
    seen = []
    for _ in range(marks.count()):
        seen.append(page.evaluate("document.activeElement.id"))
        page.keyboard.press("ArrowLeft")
    assert len(set(seen)) == marks.count()
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('.picture-drawing')") is None


def test_down_and_up_go_to_what_lies_there(site: Path, page: Page) -> None:
    page.goto(f"{site.as_uri()}/network.html")
    page.locator(".picture-mark").first.focus()
    page.keyboard.press("Home")
    before = page.evaluate(PLACE)
    for key, sign in (("ArrowDown", 1), ("ArrowUp", -1)):
        page.keyboard.press(key)
        after = page.evaluate(PLACE)
        assert (after[1] - before[1]) * sign >= 0
        before = after


def test_without_script_every_mark_is_a_stop(site: Path, scriptless: Page) -> None:
    scriptless.goto(f"{site.as_uri()}/network.html")
    assert scriptless.locator(".picture-mark[tabindex]").count() == 0


def test_entry_is_followed_in_the_drawing_without_script(site: Path, scriptless: Page) -> None:
    scriptless.goto(f"{site.as_uri()}/network.html")
    scriptless.get_by_role("link", name="Follow").first.click()
    followed = scriptless.locator(".picture-mark:target")
    visible = followed.locator(".own-ties").evaluate("tie => getComputedStyle(tie).visibility")
    others = scriptless.locator(".picture-mark:not(:target)").first
    assert visible == "visible"
    assert float(others.evaluate("mark => getComputedStyle(mark).opacity")) < 0.5
    scriptless.get_by_role("link", name="Show all again").click()
    assert scriptless.locator(".picture-mark:target").count() == 0


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


CROSSED = """() => [...document.querySelectorAll(".picture-drawing")].flatMap(drawing => {
    const sheet = drawing.getBoundingClientRect();
    const names = [...drawing.querySelectorAll(".picture-mark text, .country:not([font-size])")]
        .map(text => [text.textContent, text.getBoundingClientRect()]);
    const out = names.filter(([_, a]) => a.left < sheet.left - 2 || a.right > sheet.right + 2);
    const crossed = names.filter(([_, a], n) => names.slice(n + 1).some(([_, b]) =>
        a.left < b.right && b.left < a.right && a.top + 4 < b.bottom && b.top + 4 < a.bottom));
    return [...out, ...crossed].map(([words, _]) => words);
})"""


@pytest.mark.parametrize("name", ["map", "network", "timeline"])
def test_no_name_in_a_drawing_lies_on_another_or_is_cut_off(
    demo: Path, scriptless: Page, name: str
) -> None:
    scriptless.goto(f"{demo.as_uri()}/{name}.html")
    assert scriptless.evaluate(CROSSED) == []


def test_names_of_the_columns_over_time_do_not_touch(demo: Path, scriptless: Page) -> None:
    scriptless.goto(f"{demo.as_uri()}/glossary/osh.html")
    boxes = scriptless.locator(".period-name:visible").evaluate_all(
        "names => names.map(name => name.getBoundingClientRect()).map(box => [box.left, box.right])"
    )
    assert all(one[1] + 4 < other[0] for one, other in pairwise(boxes))


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


def test_map_is_one_stop_of_the_tab_key(site: Path, page: Page) -> None:
    page.goto(f"{site.as_uri()}/map.html")
    stops = page.locator(".map-drawing a.picture-mark:not([tabindex='-1'])")
    assert stops.count() == page.locator(".map-drawing").count()
