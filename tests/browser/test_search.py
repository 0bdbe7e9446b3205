from __future__ import annotations

import random
from collections.abc import Callable
from pathlib import Path

import pytest
from jinja2 import ChoiceLoader, DictLoader, Environment, FileSystemLoader
from lunr.stop_word_filter import WORDS as STOP_WORDS
from playwright.sync_api import Browser, Page, Route, expect

from annotated_reader.model import KINDS
from annotated_reader.search import SearchDocument, build_search
from annotated_reader.search.analysis import forms, words

pytestmark = pytest.mark.browser

TEMPLATES = Path(__file__).parents[2] / "theme" / "templates"
POLICY = "default-src 'none'; script-src 'self'; style-src 'self'"
BASE = f"""<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{POLICY}">
<title>{{% block title %}}{{% endblock %}}</title>
<script src="{{{{ SITEURL }}}}/search/shortcut.js" defer></script></head>
<body><main>{{% block content %}}{{% endblock %}}</main></body></html>
"""
PLAIN = BASE.replace("{% block title %}{% endblock %}", "Plain").replace(
    "{% block content %}{% endblock %}", '<p id="p-2">Text. <input id="other"></p>'
)
LONG = "The commission met again and again in the hot summer of that year. " * 8


def text(slug: str, title: str, *passages: str, names: tuple[str, ...] = ()) -> SearchDocument:
    numbered = tuple((f"p-{number}", passage) for number, passage in enumerate(passages, 1))
    return SearchDocument(f"texts/{slug}.html", title, "text", names, numbered)


DOCUMENTS = (
    text(
        "osh",
        "Violence in Osh",
        "In June the city of Osh burned.",
        LONG + "Emilbek Kaptagaev’s office denied the allegations of an investigation. " + LONG,
        names=("Osh", "Emilbek Kaptagaev"),
    ),
    text("jalal-abad", "The road to Jalal-Abad", "Buses left Jalal‑Abad for the Élysée."),
    text("lodz", "Letters from Łódź", "Herr Gürtel wrote from Москва and from Łódź."),
    text("ban", "Banner"),
    text("banner", "Ban"),
    text("evil", "<img src=x onerror=alert(1)>", "A <script>alert('evil')</script> & more evil."),
    SearchDocument(
        "glossary/emilbek-kaptagaev.html",
        "Emilbek Kaptagaev",
        "person",
        ("Mr Kaptagaev",),
        (("", "chief of staff in the interim government"),),
    ),
    SearchDocument("glossary/who.html", "WHO", "organization", ("World Health Organization",)),
    *(text(f"pad-{n}", f"Filler {n}", f"Number {n} of the fillers. {LONG * 2}") for n in range(45)),
)


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site below a sub-path: the search page, its scripts, and a page for every document."""
    folder = tmp_path_factory.mktemp("server") / "a library" / "sub"
    base = DictLoader({"base.html": BASE, "plain.html": PLAIN})
    environment = Environment(
        loader=ChoiceLoader([base, FileSystemLoader(TEMPLATES)]), autoescape=True
    )
    pages = {
        "search.html": environment.get_template("search.html").render(
            SITEURL=".", SITENAME="Site", KINDS=KINDS
        ),
        **{
            document.ref: environment.get_template("plain.html").render(SITEURL="..")
            for document in DOCUMENTS
        },
    }
    files = {name: page.encode() for name, page in pages.items()}
    files |= {
        f"search/{name}": data
        for name, data in build_search(sorted(DOCUMENTS, key=lambda document: document.ref))
    }
    for name, data in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    return folder


@pytest.fixture
def search(page: Page, site: Path) -> Page:
    """The search page, opened as a file."""
    page.goto((site / "search.html").as_uri())
    return page


@pytest.fixture(scope="module")
def shared(shared_page: Page, site: Path) -> Page:
    """The search page, opened once for all tests that only ask."""
    shared_page.goto((site / "search.html").as_uri())
    return shared_page


def ask(page: Page, query: str) -> None:
    clear(page)
    page.locator("#search-field").fill(query)
    page.locator("#search-field").press("Enter")
    expect(page.locator("#search-status")).to_contain_text(query.strip())


def clear(page: Page) -> None:
    page.locator("#search-field").fill("")
    page.locator("#search-field").press("Enter")
    expect(page.locator("#search-status")).to_have_text("")


def titles(page: Page) -> list[str]:
    return page.locator(".result-link").all_text_contents()


def first(page: Page) -> str:
    return str(page.locator(".result-link").first.text_content())


# Both sides analyze alike


def browser_forms(page: Page, texts: list[str]) -> list[list[str]]:
    return page.evaluate(  # type: ignore[no-any-return]
        """(texts) => {
            const { words, forms } = AnnotatedReader.search.analysis;
            return texts.map((text) => words(text).flatMap(forms));
        }""",
        texts,
    )


def python_forms(texts: list[str]) -> list[list[str]]:
    return [[form for word in words(text) for form in forms(word)] for text in texts]


NAMES = [
    "Élysée", "Москва", "Łódź", "Gürtel", "Jalal-Abad", "Jalal‑Abad", "O’Brien", "Sana’a", "ʿAlī",
    "Þingvellir", "Ærøskøbing", "Đà Nẵng", "İstanbul", "ISTANBUL", "Iğdır", "STRAẞE", "ΟΔΥΣΣΕΥΣ",
    "Йошкар-Ола", "Ёлкин", "北京", "東京タワー", "ガス", "서울", "القُدس", "בְּרֵאשִׁית", "हिन्दी में",
    "ไทยแลนด์",
    "ﬁnally", "１２３", "km²", "½", "don’t", "the king’s men’s", "rock-’n’-roll", "❤️ 1️⃣ 👩‍👩‍👧",
    "a_b", "foo:bar", "x^2~1*", "constructor", "__proto__", "hasOwnProperty", "e\u0301", "ŉ", "ǆ",
]  # fmt: skip
ENDINGS = [
    "s",
    "es",
    "ies",
    "ed",
    "ing",
    "eed",
    "ly",
    "y",
    "yy",
    "ying",
    "ation",
    "ational",
    "izer",
    "ness",
    "fulness",
    "iveness",
    "ical",
    "ate",
]
LETTERS = (
    "aàábcčdđeéëfgğhiıİjklłmnñoöøpqrsßştuüvwxyzžæœАЖйёшщяΣσςήإسلامא한国ガไทย०५1290'’-‑ \u00ad\u0301"
)


def generated_words() -> list[str]:
    chance = random.Random(2010)  # noqa: S311 (a fixed seed is wanted)
    stems = [
        "".join(chance.choices("abcdeeiioouylrstnz", k=chance.randint(1, 6))) for _ in range(4000)
    ]
    return [word + "".join(chance.choices(ENDINGS, k=chance.randint(0, 2))) for word in stems]


def generated_texts() -> list[str]:
    chance = random.Random(1916)  # noqa: S311
    return ["".join(chance.choices(LETTERS, k=chance.randint(1, 24))) for _ in range(4000)]


@pytest.mark.parametrize(
    "texts",
    [NAMES, sorted(STOP_WORDS), generated_words(), generated_texts()],
    ids=["names", "stop words", "generated words", "generated texts"],
)
def test_browser_and_builder_analyze_alike(shared: Page, texts: list[str]) -> None:
    assert browser_forms(shared, texts) == python_forms(texts)


# Finding


@pytest.mark.parametrize(
    ("query", "title"),
    [
        ("Élysée", "The road to Jalal-Abad"),
        ("elysee", "The road to Jalal-Abad"),
        ("Jalal-Abad", "The road to Jalal-Abad"),
        ("jalal abad", "The road to Jalal-Abad"),
        ("Jalalabad", "The road to Jalal-Abad"),
        ("jalal-a", "The road to Jalal-Abad"),
        ("Łódź", "Letters from Łódź"),
        ("lodz", "Letters from Łódź"),
        ("GURTEL", "Letters from Łódź"),
        ("Gürtel", "Letters from Łódź"),
        ("москва", "Letters from Łódź"),
        ("МОСК", "Letters from Łódź"),
        ("kapta", "Emilbek Kaptagaev"),
        ("the WHO", "WHO"),
        ("investigatio", "Violence in Osh"),
        ("denying allegation", "Violence in Osh"),
    ],
)
def test_query_finds_first(shared: Page, query: str, title: str) -> None:
    ask(shared, query)
    assert first(shared) == title


def test_word_itself_comes_before_words_that_begin_with_it(shared: Page) -> None:
    ask(shared, "ban")
    assert titles(shared) == ["Ban", "Banner"]


def test_word_that_is_finished_is_not_completed(shared: Page) -> None:
    ask(shared, "ban ")
    assert titles(shared) == ["Ban"]


def test_all_words_must_be_there(shared: Page) -> None:
    ask(shared, "kaptagaev burned")
    assert titles(shared) == ["Violence in Osh"]


def test_some_words_will_do_where_none_has_all_and_this_is_said(shared: Page) -> None:
    shared.locator("#search-field").fill("gürtel kaptagaev")
    expect(shared.locator("#search-status")).to_have_text(
        "Nothing has all words of “gürtel kaptagaev”; 3 results with some of them."
    )


def test_excerpt_marks_the_words_as_they_stand_in_the_text(shared: Page) -> None:
    ask(shared, "elysee")
    expect(shared.locator(".result-excerpt mark")).to_have_text(["Élysée"])


def test_compound_is_marked_whole_when_it_was_found_whole(shared: Page) -> None:
    ask(shared, "jalalabad")
    expect(shared.locator(".result-excerpt mark")).to_have_text(["Jalal‑Abad"])


def test_part_of_a_compound_is_marked_alone(shared: Page) -> None:
    ask(shared, "abad")
    expect(shared.locator(".result-excerpt mark")).to_have_text(["Abad"])


def test_excerpt_of_a_long_passage_is_cut_around_the_words(shared: Page) -> None:
    ask(shared, "allegations")
    excerpt = str(shared.locator(".result-excerpt").text_content())
    assert excerpt.startswith("… ")
    assert excerpt.endswith(" …")
    assert len(excerpt) < 190


def test_result_leads_to_the_paragraph(shared: Page) -> None:
    ask(shared, "allegations")
    href = str(shared.locator(".result-link").first.get_attribute("href"))
    assert href.endswith("/texts/osh.html?find=allegations#p-2")


def test_result_of_an_entry_says_its_kind(shared: Page) -> None:
    ask(shared, "kapta")
    expect(shared.locator(".result-kind").first).to_have_text("●person")


def test_markup_in_titles_and_passages_stays_text(shared: Page) -> None:
    ask(shared, "evil")
    assert titles(shared) == ["<img src=x onerror=alert(1)>"]
    assert shared.locator("#search-results img, #search-results script").count() == 0


@pytest.mark.parametrize(
    "query",
    [
        "foo:bar", "re: x", "title:osh", "*", "osh*", "~1", "osh~1", '"', '"osh', "^2", "osh^x",
        "+-", "+osh -june", "🔥", "\\", "__proto__", "constructor", "<b>osh</b>", "%", "x" * 5000,
        "osh " * 300,
    ],
)  # fmt: skip
def test_no_query_breaks_the_search(shared: Page, query: str) -> None:
    clear(shared)
    shared.locator("#search-field").fill(query)
    said = "result" if words(query) else "nothing to search for"
    expect(shared.locator("#search-status")).to_contain_text(said)
    ask(shared, "lodz")
    assert first(shared) == "Letters from Łódź"


# Telling


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ("lodz", "1 result for “lodz”."),
        ("kaptagaev", "2 results for “kaptagaev”."),
        ("zzz", "No results for “zzz”."),
    ],
)
def test_count_is_announced(shared: Page, query: str, said: str) -> None:
    shared.locator("#search-field").fill(query)
    expect(shared.get_by_role("status")).to_have_text(said)


def test_results_come_in_portions(search: Page) -> None:
    ask(search, "fillers")
    expect(search.locator(".result")).to_have_count(10)
    search.get_by_role("button", name="More results").click()
    expect(search.locator(".result")).to_have_count(20)
    expect(search.locator(".result-link").nth(10)).to_be_focused()


def test_no_button_for_more_when_all_are_shown(shared: Page) -> None:
    ask(shared, "lodz")
    expect(shared.get_by_role("button", name="More results")).to_be_hidden()


def test_late_answer_does_not_replace_a_newer_one(search: Page) -> None:
    held: list[Route] = []
    holding = [True]

    def hold(route: Route) -> None:
        if holding[0]:
            held.append(route)
        else:
            route.continue_()

    search.route("**/search/documents/*", hold)
    search.locator("#search-field").fill("fillers")
    with search.expect_request("**/search/documents/*"):
        search.keyboard.press("Enter")
    holding[0] = False
    ask(search, "elysee")
    for route in held:
        route.continue_()
    search.wait_for_function(
        "AnnotatedReader.search.find('fillers').then((found) =>"
        " AnnotatedReader.search.passagesOf({ number: found.numbers[0] }))"
        ".then((passages) => passages.length)"
    )
    assert titles(search) == ["The road to Jalal-Abad"]


# Keyboard


def test_slash_focuses_the_field(search: Page) -> None:
    search.keyboard.press("/")
    expect(search.locator("#search-field")).to_be_focused()
    expect(search.locator("#search-field")).to_have_value("")


def test_slash_leads_to_the_search_from_another_page(page: Page, site: Path) -> None:
    page.goto((site / "texts/osh.html").as_uri())
    page.keyboard.press("/")
    page.wait_for_url("**/search.html#search-field")
    expect(page.locator("#search-field")).to_be_focused()


def test_slash_is_a_letter_in_a_field(page: Page, site: Path) -> None:
    page.goto((site / "texts/osh.html").as_uri())
    page.locator("#other").press("/")
    expect(page.locator("#other")).to_have_value("/")


def test_slash_can_be_switched_off(search: Page) -> None:
    search.get_by_text("How to ask").click()
    search.get_by_label("The key / leads here").uncheck()
    search.reload()
    expect(search.locator("#search-key")).not_to_be_checked()
    search.keyboard.press("/")
    expect(search.locator("#search-field")).not_to_be_focused()


def test_arrows_go_through_the_results_and_back_to_the_field(search: Page) -> None:
    ask(search, "kaptagaev")
    links = search.locator(".entity-name a, .result-link")
    search.keyboard.press("ArrowDown")
    expect(links.nth(0)).to_be_focused()
    search.keyboard.press("ArrowDown")
    expect(links.nth(1)).to_be_focused()
    search.keyboard.press("ArrowDown")
    expect(links.nth(1)).to_be_focused()
    search.keyboard.press("ArrowUp")
    search.keyboard.press("ArrowUp")
    expect(search.locator("#search-field")).to_be_focused()


def test_enter_opens_the_chosen_result_at_its_paragraph(search: Page) -> None:
    ask(search, "allegations")
    search.keyboard.press("ArrowDown")
    search.keyboard.press("Enter")
    search.wait_for_url("**/texts/osh.html?find=allegations#p-2")


def test_enter_in_the_field_searches_and_stays(search: Page) -> None:
    search.locator("#search-field").fill("lodz")
    search.keyboard.press("Enter")
    expect(search.locator(".result-link")).to_have_text(["Letters from Łódź"])
    expect(search.locator("#search-field")).to_be_focused()


def test_escape_returns_to_the_field_then_clears_then_leaves(search: Page) -> None:
    field = search.locator("#search-field")
    ask(search, "lodz")
    search.keyboard.press("ArrowDown")
    search.keyboard.press("Escape")
    expect(field).to_be_focused()
    expect(field).to_have_value("lodz")
    search.keyboard.press("Escape")
    expect(field).to_have_value("")
    expect(search.locator(".result")).to_have_count(0)
    expect(search.get_by_role("status")).to_have_text("")
    search.keyboard.press("Escape")
    expect(field).not_to_be_focused()


# Address


def test_query_is_read_from_the_address(page: Page, site: Path) -> None:
    page.goto((site / "search.html").as_uri() + "?q=%C5%81%C3%B3d%C5%BA+wrote")
    expect(page.locator("#search-field")).to_have_value("Łódź wrote")
    expect(page.locator(".result-link")).to_have_text(["Letters from Łódź"])


def test_query_is_kept_in_the_address(search: Page) -> None:
    ask(search, "Łódź")
    search.wait_for_url("**/search.html?q=%C5%81%C3%B3d%C5%BA")


def test_back_from_a_result_finds_the_query_again(search: Page) -> None:
    ask(search, "lodz")
    search.locator(".result-link").click()
    search.wait_for_url("**/texts/lodz.html*")
    search.go_back()
    expect(search.locator(".result-link")).to_have_text(["Letters from Łódź"])


# Places


def test_search_works_below_a_path_of_a_server(
    page: Page, site: Path, serve: Callable[[Path], str]
) -> None:
    page.goto(serve(site.parents[1]) + "/a%20library/sub/search.html")
    ask(page, "allegations")
    page.locator(".result-link").first.click()
    page.wait_for_url("**/a%20library/sub/texts/osh.html?find=allegations#p-2")


def test_strict_policy_is_never_violated(search: Page) -> None:
    search.evaluate(
        "document.addEventListener('securitypolicyviolation', (event) =>"
        " { window.violated = event.blockedURI; })"
    )
    ask(search, "lodz")
    assert search.evaluate("window.violated") is None


def test_rehearsal_of_a_large_library_finds_the_page_as_it_was(search: Page) -> None:
    errors: list[str] = []
    search.on("pageerror", lambda error: errors.append(str(error)))
    rehearsed = search.evaluate(
        """async () => {
            const { search } = AnnotatedReader;
            const { ranked } = search;
            const core = await search.index.core();
            const { documents } = core;
            const found = [];
            search.ranked = (...asked) => found.push(ranked(...asked).numbers.length);
            core.documents = 1e6;
            await search.prepare();
            await new Promise((resolve) => setTimeout(resolve, 50));
            Object.assign(core, { documents });
            Object.assign(search, { ranked });
            return found;
        }"""
    )
    assert rehearsed == [3000]  # documents that have the rehearsed word
    ask(search, "osh")
    assert first(search) == "Violence in Osh"
    assert not errors


def test_missing_index_is_said(page: Page, site: Path) -> None:
    page.route("**/search/core.js", lambda route: route.abort())
    page.goto((site / "search.html").as_uri())
    page.locator("#search-field").fill("lodz")
    expect(page.get_by_role("status")).to_contain_text("could not be loaded")


def test_result_that_cannot_be_loaded_is_said(page: Page, site: Path) -> None:
    page.route("**/search/documents/*", lambda route: route.abort())
    page.goto((site / "search.html").as_uri())
    ask(page, "lodz")
    expect(page.locator(".result")).to_have_text(["This result could not be loaded."])


def test_without_script_the_page_says_so(browser: Browser, site: Path) -> None:
    with browser.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        page.goto((site / "search.html").as_uri())
        expect(page.get_by_text("The search needs script")).to_be_visible()
        link = page.get_by_role("link", name="list of all texts and names from A to Z")
        expect(link).to_have_attribute("href", "./a-z.html")


def test_with_script_the_page_does_not_say_that_it_needs_it(search: Page) -> None:
    expect(search.get_by_text("The search needs script")).to_have_count(0)
