"""Phrases, exclusions, filters, corrections, and how matches are ranked."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import pytest
from jinja2 import ChoiceLoader, DictLoader, Environment, FileSystemLoader
from playwright.sync_api import Page, expect

from annotated_reader.model import KINDS
from annotated_reader.search import SearchDocument, build_search

pytestmark = pytest.mark.browser

TEMPLATES = Path(__file__).parents[2] / "theme" / "templates"
BASE = """<!DOCTYPE html><html lang="en"><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'self'">
<title>Search</title><main>{% block content %}{% endblock %}</main></html>"""


def text(
    slug: str, title: str, body: str, entries: tuple[str, ...] = (), date: str = ""
) -> SearchDocument:
    refs = tuple(f"glossary/{entry}.html" for entry in entries)
    headings = (body.partition(":")[0],) if ":" in body else ()
    return SearchDocument(
        f"texts/{slug}.html", title, "text", (), (("p-1", body),), headings, refs, date=date
    )


def entry(slug: str, name: str, kind: str, *aliases: str) -> SearchDocument:
    return SearchDocument(
        f"glossary/{slug}.html", name, kind, (name, *aliases), (("", f"a {kind}"),)
    )


DOCUMENTS = sorted(
    (
        entry("bakiyev", "Kurmanbek Bakiyev", "person"),
        entry("osh", "Osh", "place"),
        entry("ft", "Financial Times", "organization", "FT"),
        entry("may", "Theresa May", "person"),
        text("a", "One", "The house of the people is open.", ("bakiyev", "osh"), "2005-03"),
        text("b", "Two", "People of the house are open.", ("osh",), "2010"),
        text("c", "Three", "An investigation was closed.", ("bakiyev",), "2010-06-11"),
        text("d", "Four", "Several investigations were closed."),
        text("e", "Harbors", "Nothing of the kind."),
        text("f", "Five", "A word about harbors, and other words."),
        text("g", "Six", "東京タワーは高い。"),
        text("h", "Seven", "Elections were held in Bishkek."),
        *(text(f"p-{n}", f"Paper {n}", "Quiet roads, roads quiet, quiet.") for n in range(300)),
        text("z", "Last", "The quiet of the roads: one of quiet roads of which no other text is."),
    ),
    key=lambda document: document.ref,
)


def write_page(folder: Path, files: Iterable[tuple[str, bytes]]) -> None:
    """Write the theme's page of the search, and the files of an index beside it."""
    loader = ChoiceLoader([DictLoader({"base.html": BASE}), FileSystemLoader(TEMPLATES)])
    template = Environment(loader=loader, autoescape=True).get_template("search.html")
    (folder / "search.html").write_text(
        template.render(SITEURL=".", SITENAME="Site", KINDS=KINDS), "utf-8"
    )
    for name, data in files:
        path = folder / "search" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)


@pytest.fixture(scope="module")
def shared(shared_page: Page, tmp_path_factory: pytest.TempPathFactory) -> Page:
    folder = tmp_path_factory.mktemp("syntax")
    write_page(folder, build_search(DOCUMENTS))
    shared_page.goto((folder / "search.html").as_uri())
    return shared_page


def found(page: Page, query: str) -> list[str]:
    script = """async (query) => {
        const { search } = AnnotatedReader;
        const answer = await search.find(query);
        return (await search.fill(search.hits(answer.numbers, answer))).map(({ title }) => title);
    }"""
    return page.evaluate(script, query)  # type: ignore[no-any-return]


@pytest.mark.parametrize(
    ("query", "titles"),
    [
        ('"house of the people"', ["One"]),
        ("“people of the house”", ["Two"]),
        ('open "of the people"', ["One"]),
        ("people -one", ["Two"]),
        ("closed -several", ["Three"]),
        ('open -"people of the house"', ["One"]),
        ('"of the"', ["One", "Two", "Harbors", "Last"]),
        ('open "of the"', ["One", "Two"]),
        ('"one the house"', []),
        ("kind:place", ["Osh"]),
        ("person:bakiyev kind:text", ["One", "Three"]),
        ("place:osh open", ["One", "Two"]),
        ("place:osh person:bakiyev", ["One"]),
        ("-person:bakiyev open", ["Two"]),
        ("in:three closed", ["Three"]),
        ("in:text person", []),
        ("in:text harbors", ["Harbors", "Five"]),
        ("before:2010 kind:text", ["One"]),
        ("after:2009 kind:text", ["Two", "Three"]),
        ("after:2010-05", ["Three"]),
        ("after:2004 before:2006", ["One"]),
    ],
)
def test_query_leaves(shared: Page, query: str, titles: list[str]) -> None:
    assert sorted(found(shared, query)) == sorted(titles)


def test_exact_word_comes_before_its_other_forms(shared: Page) -> None:
    assert found(shared, "investigations ") == ["Four", "Three"]


def test_title_comes_before_body(shared: Page) -> None:
    assert found(shared, "harbors ") == ["Harbors", "Five"]


def test_form_that_no_text_has_finds_those_that_texts_have(shared: Page) -> None:
    assert found(shared, "election ") == ["Seven"]


def test_text_without_spaces_is_found_inside(shared: Page) -> None:
    assert found(shared, "タワー") == ["Six"]


def test_name_that_is_a_stop_word_is_found(shared: Page) -> None:
    assert found(shared, "may ") == ["Theresa May"]


def test_phrase_is_found_in_however_many_texts_its_words_stand(shared: Page) -> None:
    assert found(shared, '"quiet of the roads"') == ["Last"]


def test_acronym_leads_to_the_entry(shared: Page) -> None:
    assert found(shared, "FT ") == ["Financial Times"]


@pytest.mark.parametrize("typed", ["Bakyev ", "Bakiev ", "bakieyv "])
def test_misspelt_name_is_found_and_this_is_said(shared: Page, typed: str) -> None:
    shared.locator("#search-field").fill(typed)
    expect(shared.locator("#search-status")).to_have_text(
        f"Showing 1 result for “bakiyev”, not “{typed.strip()}”."
    )


def test_whoever_meant_what_she_typed_may_have_it(shared: Page) -> None:
    shared.locator("#search-field").fill("Bakyev ")
    shared.get_by_role("button", name="Search for “Bakyev” instead").click()
    expect(shared.locator("#search-status")).to_have_text("No results for “Bakyev”.")
