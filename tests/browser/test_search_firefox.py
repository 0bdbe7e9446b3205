"""The search in Firefox, from a folder, on a server and under a sub-path, as in Chromium."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import quote

import pytest
from jinja2 import ChoiceLoader, DictLoader, Environment, FileSystemLoader

from annotated_reader.search import SearchDocument, build_search
from tests.browser.firefox import Firefox, find_firefox, running_firefox

pytestmark = pytest.mark.browser

TEMPLATES = Path(__file__).parents[2] / "theme" / "templates"
BASE = """<!DOCTYPE html><html lang="en"><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'self'">
<title>Search</title><main>{% block content %}{% endblock %}</main></html>"""
OSH = SearchDocument(
    "texts/osh.html",
    "Violence in Osh",
    "text",
    ("Kurmanbek Bakiyev",),
    (("p-1", "The house of the people burned; Herr Gürtel wrote from Łódź and Москва."),),
    entries=("glossary/bakiyev.html",),
)
BAKIYEV = SearchDocument(
    "glossary/bakiyev.html", "Kurmanbek Bakiyev", "person", ("Kurmanbek Bakiyev",)
)
OTHERS = [SearchDocument(f"texts/z-{n}.html", f"Filler {n}", "text") for n in range(9)]


@pytest.fixture(scope="module")
def firefox(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Firefox]:
    """One Firefox; without one the test is skipped, but in CI (CI=true) it fails."""
    executable = find_firefox()
    if executable is None:
        message = "no Firefox: neither firefox-esr nor firefox is installed"
        if os.environ.get("CI") == "true":
            pytest.fail(message)
        pytest.skip(message)
    with running_firefox(executable, tmp_path_factory.mktemp("profile")) as started:
        yield started


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A served folder whose site lies at `a library/sub`."""
    served = tmp_path_factory.mktemp("served")
    site = served / "a library" / "sub"
    loader = ChoiceLoader([DictLoader({"base.html": BASE}), FileSystemLoader(TEMPLATES)])
    template = Environment(loader=loader, autoescape=True).get_template("search.html")
    files = {f"search/{name}": data for name, data in build_search([BAKIYEV, OSH, *OTHERS])}
    files["search.html"] = template.render(SITEURL=".", SITENAME="Site").encode()
    for name, data in files.items():
        (site / name).parent.mkdir(parents=True, exist_ok=True)
        (site / name).write_bytes(data)
    return served


@pytest.fixture(params=["file", "http", "sub-path"])
def address(request: pytest.FixtureRequest, folder: Path, serve: Callable[[Path], str]) -> str:
    """The address of the site, in each way in which it may be opened."""
    site = folder / "a library" / "sub"
    return {
        "file": site.as_uri,
        "http": lambda: serve(site),
        "sub-path": lambda: f"{serve(folder)}/a%20library/sub",
    }[request.param]()


QUERIES = {
    "plain": "violence ",
    "half-typed": "viol",
    "other form": "burning ",
    "without marks": "gurtel lodz ",
    "with marks": "Łódź москва ",
    "phrase": '"house of the people"',
    "negated": "filler -violence kind:text -filler osh ",
    "filter": "person:bakiyev kind:text",
    "misspelt": "Bakyev kind:text",
}


def test_search_answers_every_kind_of_query(firefox: Firefox, address: str) -> None:
    firefox.goto(f"{address}/search.html")
    found = {
        name: firefox.evaluate(
            "AnnotatedReader.search.find(" + repr(query) + ")"
            ".then((found) => AnnotatedReader.search.hits(found.numbers, found))"
            ".then(AnnotatedReader.search.fill)"
            ".then((hits) => hits.map(({ url }) => url))"
        )
        for name, query in QUERIES.items()
    }
    osh = f"{address}/texts/osh.html"
    assert {name: osh in urls for name, urls in found.items()} == {
        name: name != "negated" for name in QUERIES
    }


def test_page_shows_what_its_address_asks_for(firefox: Firefox, address: str) -> None:
    firefox.goto(f"{address}/search.html?q={quote('lodz')}")
    deadline = time.monotonic() + 20
    links = "Array.from(document.querySelectorAll('#search-results a'), (link) => link.href)"
    while not (shown := firefox.evaluate(links)) and time.monotonic() < deadline:
        time.sleep(0.05)
    assert shown[0].partition("?")[0] == f"{address}/texts/osh.html"


def test_a_folder_is_as_strict_as_for_any_visitor(firefox: Firefox, folder: Path) -> None:
    firefox.goto((folder / "a library" / "sub" / "search.html").as_uri())
    asked = "fetch('search/core.js').then(() => 'read', () => 'refused')"
    assert firefox.evaluate(asked) == "refused"
