from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import lxml.html
import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown import Markdown

from annotated_reader.errors import IntegrityError
from annotated_reader.markdown_ext import ReaderExtension
from annotated_reader.site.sanitize import ATTRIBUTES, SCHEMES, TAGS, sanitized
from annotated_reader.stages.strip import strip_page

if TYPE_CHECKING:
    from tests.site.conftest import Site


@pytest.mark.parametrize(
    ("html", "clean"),
    [
        ("<p>a<script>alert(1)</script>b</p>", "<p>ab</p>"),
        ("<p><b onclick=x>b</b></p>", "<p><b>b</b></p>"),
        ('<p><a href="javascript:alert(1)">x</a></p>', "<p><a>x</a></p>"),
        ('<p><a href="JaVaScRiPt&#58;alert(1)">x</a></p>', "<p><a>x</a></p>"),
        ('<p><a href=" data:text/html,x">x</a></p>', "<p><a>x</a></p>"),
        ("<p><img src=x onerror=alert(1)></p>", '<p><img src="x"></p>'),
        ("<p>a<!-- <script> -->b</p>", "<p>ab</p>"),
        ("<iframe src=x></iframe><p>a</p>", "<p>a</p>"),
        ('<p style="background:url(x)">a</p>', "<p>a</p>"),
        ("<svg><script>alert(1)</script></svg>a", "a"),
        ("<style>p{}</style><p>a</p>", "<p>a</p>"),
        ("<form action=x><input></form><p>a</p>", "<p>a</p>"),
        ('<meta http-equiv="refresh" content="0;url=x"><p>a</p>', "<p>a</p>"),
        ("<base href=//x><p>a</p>", "<p>a</p>"),
    ],
)
def test_what_could_run_or_load_goes(html: str, clean: str) -> None:
    assert sanitized(html) == clean


@pytest.mark.parametrize(
    "html",
    [
        '<p>a <b>b</b> <abbr title="x">c</abbr></p>',
        '<p><a href="https://example.org/a:b">x</a> <a href="osh.html#p-1">y</a></p>',
        '<table><thead><tr><th scope="col">a</th></tr></thead></table>',
        '<p lang="fr">5 &lt; 6 &amp; on = off, style = x</p>',
    ],
)
def test_what_is_clean_stays_as_it_is(html: str) -> None:
    assert sanitized(html) == html


def test_text_with_its_notes_stays_as_it_is() -> None:
    note = "[^osh]: **Osh**, place. [All mentions](../glossary/osh.md)"
    markdown = f"[Osh](../glossary/osh.md)[^osh] is old.\n\n{note}"
    html = Markdown(extensions=[ReaderExtension()], output_format="html").convert(markdown)
    assert sanitized(html) == html


@given(st.text())
def test_nothing_is_left_but_what_is_on_the_lists(text: str) -> None:
    clean = sanitized(f"<p>{text}</p><script>{text}</script><a href='{text}' {text}>x</a>{text}")
    assert sanitized(clean) == clean
    for element in lxml.html.fragment_fromstring(clean, create_parent="div").iterdescendants():
        assert element.tag in TAGS
        for name, value in element.attrib.items():
            allowed = ATTRIBUTES["*"] | ATTRIBUTES.get(str(element.tag), set())
            assert name in allowed or name.startswith("aria-")
            if name in ("href", "src") and (scheme := urlsplit(value.strip()).scheme):
                assert scheme in SCHEMES


@given(st.text(st.characters(exclude_categories=["C"])))
def test_words_of_a_hostile_text_stay(words: str) -> None:
    from html import escape

    html = f'<p id="p-1">{escape(words)}<img src=x onerror=y></p>'
    assert strip_page(sanitized(html)).text == strip_page(html).text


@pytest.mark.parametrize("html", ["<script>alert(1)</script>", "<b>bold</b>", "<!-- a -->"])
def test_html_in_a_text_is_told_with_its_line(site: Site, html: str) -> None:
    site.write(
        "content/texts/hand.md", f"---\ntitle: Hers\n---\n\nOsh was calm.\n\nIt {html} was.\n"
    )
    with pytest.raises(IntegrityError, match=r"hand\.md:7: .* write a backslash before each <"):
        site.build(READER_CONVERT=False)
