"""Whatever comes as a seed: a clear error or a right page; never a crash, a hang or a lost word."""

from __future__ import annotations

import re

import pytest
from lxml import html as lxml_html
from markdown import Markdown

from annotated_reader.errors import SeedError
from annotated_reader.markdown_ext import ReaderExtension
from annotated_reader.model import Parse
from annotated_reader.pipeline import (
    annotate_document,
    compose_text,
    make_library,
    read_document,
)
from annotated_reader.site.sanitize import sanitized
from annotated_reader.stages.editing.front_matter import parse_front_matter
from annotated_reader.stages.strip import strip_markdown, strip_page
from tests.books import book_of
from tests.hostile.corpus import BYTES, HUGE, LETTERS, MARKUP, PAGES

OURS = {"a", "article", "blockquote", "br", "div", "em", "h2", "h3", "h4", "h5", "h6", "li", "ol",
        "p", "section", "span", "strong", "sup", "ul", "pre", "code"}  # fmt: skip
SEEDS = {
    **{f"markup: {name}": ("a.txt", text.encode()) for name, text in MARKUP.items()},
    **{f"letters: {name}": ("a.txt", text.encode()) for name, text in LETTERS.items()},
    **{f"bytes: {name}": ("a.txt", data) for name, data in BYTES.items()},
    **{f"page: {name}": ("a.html", text.encode()) for name, text in PAGES.items()},
    **{f"page of a book: {name}": ("a.epub", book_of(t.encode())) for name, t in PAGES.items()},
    **{f"bytes of a book: {name}": ("a.epub", data) for name, data in BYTES.items()},
    **{f"bytes in a book: {name}": ("a.epub", book_of(data)) for name, data in BYTES.items()},
    **{f"markdown: {name}": ("a.md", text.encode()) for name, text in MARKUP.items()},
}


def page_of(path: str, data: bytes) -> tuple[str, str]:
    """Convert a seed and make its page, as a build does; return its text and its HTML."""
    document = read_document(path, data, 'title = "A text"\n')
    names = tuple(
        (found.start(), found.end(), "GPE") for found in re.finditer("Osh", document.text)
    )
    made = make_library([document], {document.slug: Parse(names)}, {})
    annotated = annotate_document(made.library, document)
    markdown = compose_text(annotated, made.library, {document.slug: document.title})
    assert strip_markdown(markdown) == document.text, "the Markdown does not hold the text"
    body = parse_front_matter(markdown).body
    return document.text, sanitized(
        Markdown(extensions=[ReaderExtension()], output_format="html").convert(body)
    )


@pytest.mark.parametrize("name", SEEDS)
def test_seed_is_refused_clearly_or_becomes_a_page_that_holds_its_text(name: str) -> None:
    path, data = SEEDS[name]
    refused: SeedError | None = None
    try:
        text, html = page_of(path, data)
    except SeedError as error:
        refused = error
    if refused is not None:
        assert refused.remedy, "an error has to say what to do"
        assert name.startswith(("bytes", "page")), "a text is refused"
        return
    assert strip_page(html).text == text
    for element in lxml_html.fragment_fromstring(html, create_parent="div").iterdescendants():
        assert element.tag in OURS, f"live markup: <{element.tag}>"
        assert not [key for key in element.attrib if key.startswith("on")]
        assert "script:" not in (element.get("href") or "").lower()


@pytest.mark.parametrize("name", [*MARKUP])
def test_every_word_of_a_plain_text_is_on_its_page(name: str) -> None:
    words = re.findall(r"\w+", re.sub(r"\A---\n.*?\n---\n", "", MARKUP[name], flags=re.DOTALL))
    text, _ = page_of("a.txt", MARKUP[name].encode())
    missing = [word for word in words if word not in text]
    assert missing == []


@pytest.mark.slow
@pytest.mark.parametrize("name", HUGE)
def test_seed_of_great_size_becomes_a_page_that_holds_its_text(name: str) -> None:
    data = HUGE[name]()
    text, html = page_of("a.txt", data)
    assert text.split() == data.decode().split()
    page = strip_page(html)
    assert page.text == text
    assert len(page.mentions) == text.count("Osh")
