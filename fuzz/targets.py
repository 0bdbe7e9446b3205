"""What is fuzzed: functions that take bytes, refuse them clearly, or show a promise broken.

A target returns where its input was refused by a `ReaderError` with a remedy, or kept every
promise; anything that it raises is a find. `DRAWN` ones make whole documents of the bytes, by
the strategies of the tests.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from pathlib import PurePosixPath
from typing import TypeVar

from hypothesis import given
from hypothesis import strategies as st
from lxml import html as lxml_html
from markdown import Markdown

from annotated_reader.errors import ReaderError, each_of
from annotated_reader.markdown_ext import ReaderExtension
from annotated_reader.model import Document, Entry, Mention, RawBlock, Seed
from annotated_reader.pipeline import read_document
from annotated_reader.site.sanitize import SCHEMES, TAGS, sanitized
from annotated_reader.site.views import entry_markdown
from annotated_reader.stages.annotate import annotate
from annotated_reader.stages.clean import clean
from annotated_reader.stages.compose import compose
from annotated_reader.stages.editing.entries import parse_entry
from annotated_reader.stages.editing.front_matter import parse_front_matter, read_value, write_value
from annotated_reader.stages.escape import escape, escape_part_of_heading
from annotated_reader.stages.seeds.decode import CONTROLS, decode
from annotated_reader.stages.seeds.header import read_header, read_sidecar
from annotated_reader.stages.strip import strip_markdown, strip_page
from annotated_reader.store.edit import with_body, with_fields
from tests.books import book_of
from tests.strategies import CHARACTERS, ENTRIES, LINES, TEXTS, VERSES, annotated_documents

Target = Callable[[bytes], object]
Read = TypeVar("Read")

NAMES = ("a.txt", "a.md", "a.html", "a.epub")
LETTERS = re.compile(r"[^\W\d_]")
ADDRESS = re.compile(r"\s*([a-z][a-z0-9+.-]*):", re.IGNORECASE)
LIBRARY = {id_: Entry(id_, "A *name* <b>", "place", aliases=("&",)) for id_ in ENTRIES}


def fuzz_ingest(data: bytes) -> None:
    """Read a seed, and make its page: every letter of a plain text is in it or set aside."""
    path, body = NAMES[data[0] % len(NAMES)] if data else NAMES[0], data[1:]
    seed = book_of(body) if path == "a.epub" else body
    document = accepted(lambda: read_document(path, seed, ""))
    if document is None:
        return
    check_document(document)
    check_page(document, [])
    if path == "a.txt":
        text = decode(path, body).text
        header = read_header(path, text)
        check_letters("\n".join(text.split("\n")[header.lines :]), document)


def fuzz_front_matter(data: bytes) -> None:
    """Read a text as an entry, a header and a sidecar; change fields, and find them changed."""
    text = data.decode("utf-8", "replace")
    accepted(lambda: parse_entry("osh", text, "osh.md"))
    accepted(lambda: read_header("osh.txt", text))
    accepted(lambda: read_sidecar("osh.txt", text))
    value = " ".join(CONTROLS.sub("", text).split())
    assert read_value(write_value(value)) == value, "a value does not come back"
    header = accepted(lambda: parse_front_matter(text, "osh.md"))
    if header is not None and header.fields:
        changed = parse_front_matter(with_body(with_fields(text, {"Title": "New"}), "Words."))
        assert changed.fields == header.fields | {"title": ("New",)}, "fields were lost"
        assert changed.body == "Words.", "the body is another"


def fuzz_markdown(data: bytes) -> None:
    """Convert what an editor may have written: nothing live is left in the page."""
    text = data.decode("utf-8", "replace")
    check_inert(text_page(text))
    check_inert(sanitized(entry_markdown().reset().convert(text)))
    strip_markdown(text)


def fuzz_escape(data: bytes) -> None:
    """Escape a paragraph and a heading: their text comes back."""
    lines = CONTROLS.sub("", data.decode("utf-8", "replace")).split("\n")
    text = "\n".join(line for each in lines if (line := each.replace("\t", " ").strip()))
    if text:
        assert strip_page(text_page(escape(text))).text == text, "a text does not come back"
        line = text.replace("\n", " ")
        heading = escape_part_of_heading(line, starts=True, ends=True)
        assert strip_page(text_page(f"## {heading}")).text == line, "a heading does not come back"


@given(annotated_documents())
def drawn_compose(drawn: tuple[Document, list[Mention]]) -> None:
    """Compose a document with mentions anywhere: text, blocks and links come back."""
    check_page(*drawn)


SPACED = st.text(CHARACTERS, min_size=1).filter(str.strip)
TEXTS_OF_ANY_FORM = st.one_of(LINES, VERSES, SPACED, st.lists(LINES).map("\n \n".join))
BLOCKS = st.builds(
    RawBlock, st.sampled_from(list(TEXTS)), TEXTS_OF_ANY_FORM, st.just(1), st.integers(0, 6)
)
FIELDS = st.dictionaries(
    st.sampled_from(["title", "date", "language", "summary"]), st.lists(LINES).map(tuple)
)


@given(st.lists(BLOCKS, max_size=8), FIELDS)
def drawn_clean(blocks: list[RawBlock], fields: dict[str, tuple[str, ...]]) -> None:
    """Clean a seed of blocks of any form: no letter is lost."""
    seed = Seed("a", "a.txt", "", "utf-8", fields, tuple(blocks))
    document = accepted(lambda: clean(seed))
    if document is not None:
        check_document(document)
        check_letters("\n".join(block.text for block in blocks), document)


def accepted(read: Callable[[], Read]) -> Read | None:
    """Return what is read, or None where it is refused with a remedy for each mistake."""
    try:
        return read()
    except ReaderError as error:
        refusals = each_of(error)
    assert all(each.remedy for each in refusals), f"no remedy: {refusals}"
    return None


def check_document(document: Document) -> None:
    """Blocks follow one another and cover the text, which holds nothing invisible."""
    assert not CONTROLS.search(document.text), "the text holds a control character"
    assert document.title, "the text has no title"
    parts = [document.text[slice(*block.span)] for block in document.blocks]
    assert "\n\n".join(parts) == document.text, "blocks do not make the text"
    assert all(parts), "a block is empty"
    assert PurePosixPath(document.slug).name == document.slug, "the slug leads elsewhere"


def check_letters(text: str, document: Document) -> None:
    """Every letter of a text is in its document, its title, or what was set aside."""
    aside = "".join(each.text for each in document.set_aside)
    kept = Counter(LETTERS.findall(document.text + document.title + aside))
    lost = Counter(LETTERS.findall(text)) - kept
    assert not lost, f"letters were lost: {dict(lost)}"


def check_page(document: Document, mentions: list[Mention]) -> None:
    """Text, blocks and mentions come back from a document's Markdown and from its page."""
    linked, notes = annotate(document, mentions, LIBRARY)
    markdown = compose(document, linked, notes, LIBRARY, {})
    assert strip_markdown(markdown) == document.text, "the Markdown does not hold the text"
    html = text_page(parse_front_matter(markdown).body)
    page = strip_page(html)
    assert page.text == document.text, "the page does not hold the text"
    blocks = [(block.kind, block.span) for block in document.blocks]
    assert [(block.kind, block.span) for block in page.blocks] == blocks, "other blocks"
    links = [(mention.span, mention.entry) for mention in linked]
    assert [(mention.span, mention.entry) for mention in page.mentions] == links, "other links"
    check_inert(html)


def text_page(markdown: str) -> str:
    """Return the HTML of a text, as the site has it."""
    return sanitized(
        Markdown(extensions=[ReaderExtension()], output_format="html").convert(markdown)
    )


def check_inert(html: str) -> None:
    """Nothing in a page runs, loads or leads where only a script would."""
    for element in lxml_html.fragment_fromstring(html, create_parent="div").iterdescendants():
        assert element.tag in TAGS, f"<{element.tag}> is left"
        for name, value in element.attrib.items():
            assert not name.startswith("on"), f"{name} is left"
            scheme = ADDRESS.match(value) if name in {"href", "src"} else None
            assert scheme is None or scheme[1].lower() in SCHEMES, f"{value} is left"


TARGETS: dict[str, Target] = {
    "ingest": fuzz_ingest,
    "clean": drawn_clean.hypothesis.fuzz_one_input,
    "escape": fuzz_escape,
    "compose": drawn_compose.hypothesis.fuzz_one_input,
    "front-matter": fuzz_front_matter,
    "markdown": fuzz_markdown,
}
DRAWN = ("clean", "compose")
