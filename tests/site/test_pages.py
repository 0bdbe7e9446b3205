"""Hand-written pages may use Markdown and a little HTML; nothing of theirs runs or loads."""

from __future__ import annotations

import pytest

from annotated_reader.errors import ReaderError
from annotated_reader.site.pages import removed

from .conftest import Site

LIVE = """\
---
Title: Hers <script>alert(0)</script>
Slug: hers
---

Osh <b>is</b> *old* <script>alert(1)</script><b onclick="alert(2)">.</b>

<iframe src="https://example.org"></iframe> [out](javascript:alert(3)) [in]({filename}about.md)

<form action="https://example.org"><button>Go</button></form>

| a | b |
|:--|--:|
| 1 | 2 |
"""
ABOUT = "---\nTitle: Us & them\nSlug: about\n---\n\n5 < 6, a table, an *end*[^1].\n\n[^1]: Here.\n"


@pytest.fixture(scope="module")
def hers(tmp_path_factory: pytest.TempPathFactory) -> tuple[str, str]:
    """The page made of it, and what the build said."""
    site = Site(tmp_path_factory.mktemp("pages"))
    site.write("content/pages/about.md", ABOUT)
    site.write("content/pages/hers.md", LIVE)
    told = str(site.build(READER_CHECK=False))
    return site.read("hers.html").partition("<main")[2], told


@pytest.fixture
def page(hers: tuple[str, str]) -> str:
    return hers[0]


@pytest.mark.parametrize(
    "live", ["<script", "onclick", "<iframe", "<form", "javascript:", "style="]
)
def test_page_holds_nothing_that_runs_or_loads(page: str, live: str) -> None:
    assert live not in page


@pytest.mark.parametrize(
    "kept", ["<b>is</b>", "<em>old</em>", '<a href="./about.html">in</a>', "<td>1</td>", "Go"]
)
def test_page_keeps_what_it_says(page: str, kept: str) -> None:
    assert kept in page


def test_title_of_a_page_is_words(page: str) -> None:
    assert "<h1>Hers alert(0)</h1>" in page


def test_writer_is_told_what_was_left_out(hers: tuple[str, str]) -> None:
    told = hers[1].split("\n")
    assert "pages/hers.md: left out <button>, <form>, <iframe>, <script>, onclick=" in told


def test_clean_page_stays_as_it_is(site: Site) -> None:
    site.write("content/pages/about.md", ABOUT)
    told = str(site.build())
    page = site.read("about.html")
    assert "<h1>Us &amp; them</h1>" in page
    assert "5 &lt; 6, a table, an <em>end</em>" in page
    assert 'class="footnote-ref" href="#fn:1"' in page
    assert "left out" not in told


def test_page_of_another_theme_is_its_own(site: Site) -> None:
    site.write("content/pages/hers.md", LIVE)
    site.build(READER_CHECK=False, THEME="simple")
    assert '<b onclick="alert(2)">' in site.read("hers.html")


def test_what_was_removed_is_named_once() -> None:
    assert removed("<b onclick=a><x></x><x></x></b>", "<b></b>") == ["<x>", "onclick="]


@pytest.mark.parametrize("name", ["CACHE_CONTENT", "LOAD_CONTENT_CACHE"])
def test_cache_that_could_run_code_is_turned_off(
    site: Site, caplog: pytest.LogCaptureFixture, name: str
) -> None:
    with pytest.raises(ReaderError, match="Pelican warned"):
        site.build(**{name: True})
    assert f"{name}: turned off, for what Pelican keeps can run code" in caplog.text
