from __future__ import annotations

import re
from dataclasses import replace

from hypothesis import given, settings
from markdown import Markdown
from markdown_it import MarkdownIt

from annotated_reader.markdown_ext import ReaderExtension
from annotated_reader.model import Block, Definition, Document, Entry, Evidence, Mention
from annotated_reader.stages.annotate import annotate
from annotated_reader.stages.compose import compose
from annotated_reader.stages.strip import strip_markdown, strip_page
from tests.builders import make_document
from tests.strategies import ENTRIES, annotated_documents

OSH = Entry("osh", "Osh", "place", definition=Definition("a city", "quotation"))
LIBRARY = {id_: Entry(id_, "A *name*", "place", definition=OSH.definition) for id_ in ENTRIES}
ELSEWHERE = Evidence("other", (0, 9), (0, 5), "appositive")


def composed(document: Document, mentions: list[Mention]) -> str:
    return compose(document, *annotate(document, mentions, LIBRARY), LIBRARY, {})


def page_of(markdown: str) -> str:
    return Markdown(extensions=["meta", "extra", ReaderExtension()]).convert(markdown)


@settings(deadline=None)
@given(annotated_documents())
def test_the_text_comes_back_from_the_markdown(drawn: tuple[Document, list[Mention]]) -> None:
    document, mentions = drawn
    assert strip_markdown(composed(document, mentions)) == document.text


@settings(deadline=None)
@given(annotated_documents())
def test_text_blocks_and_mentions_come_back_from_the_page(
    drawn: tuple[Document, list[Mention]],
) -> None:
    document, mentions = drawn
    page = strip_page(page_of(composed(document, mentions)))
    assert page.text == document.text
    kinds = [(block.kind, block.span) for block in document.blocks]
    assert [(block.kind, block.span) for block in page.blocks] == kinds
    linked, _ = annotate(document, mentions, LIBRARY)
    found = [(mention.span, mention.entry) for mention in page.mentions]
    assert found == [(mention.span, mention.entry) for mention in linked]


@settings(deadline=None)
@given(annotated_documents())
def test_code_host_shows_the_same_text_and_links(drawn: tuple[Document, list[Mention]]) -> None:
    document, mentions = drawn
    linked, notes = annotate(document, mentions, LIBRARY)
    body = composed(document, mentions).split("\n---\n", 1)[1]
    body = body.rsplit("\n\n[^", len(notes))[0]  # code may look like a note
    body = re.sub(r"(\.md\))\[\^[a-z0-9-]+\]", r"\1", body)  # markers, which CommonMark has not
    html = MarkdownIt("commonmark").enable(["table", "strikethrough"]).render(body)
    page = strip_page(html.replace("<a ", '<a class="mention" data-entry="x" '))
    assert page.text == document.text
    assert [mention.span for mention in page.mentions] == [mention.span for mention in linked]


def text_with(surface: str, text: str, entry: str = "osh") -> tuple[Document, list[Mention]]:
    document = make_document(text)
    spans = [found.span() for found in re.finditer(re.escape(surface), document.text)]
    mentions = [Mention("text", span, surface, "place", "a rule", 1.0, entry) for span in spans]
    return document, mentions


def body_of(markdown: str) -> str:
    return markdown.split("---\n\n", 1)[1]


def test_first_mention_of_a_section_has_a_marker_and_later_ones_are_links() -> None:
    document, mentions = text_with("Osh", "Osh and Osh.\n\n## Later\n\nIn Osh.")
    assert body_of(composed(document, mentions)).startswith(
        "[Osh](../glossary/osh.md)[^osh] and [Osh](../glossary/osh.md).\n\n"
        "## Later\n\n"
        "In [Osh](../glossary/osh.md)[^osh].\n\n"
        "[^osh]: **A \\*name\\***, place:"
    )


def test_exclamation_mark_before_a_mention_makes_no_picture() -> None:
    document, mentions = text_with("Osh", "Oh!Osh")
    assert body_of(composed(document, mentions)).startswith("Oh\\![Osh](")


def test_bracket_right_behind_a_marker_makes_no_link() -> None:
    document, mentions = text_with("Osh", "Osh(2010) burned. In Osh(2011) it rained.")
    markdown = composed(document, mentions)
    assert "[^osh]\\(2010) burned. In [Osh](../glossary/osh.md)(2011)" in markdown
    assert strip_page(page_of(markdown)).text == document.text


def test_every_kind_of_block_has_its_form() -> None:
    kinds = [("heading", 3), ("item", 1), ("item", 2), ("item", 1), ("quote", 0), ("quote", 0)]
    texts = ["A", "b", "c", "d", "e", "f\nf", "g\nh"]
    blocks = []
    position = 0
    for text, (kind, level) in zip(texts, [*kinds, ("verse", 0)], strict=True):
        blocks.append(Block(kind, (position, position + len(text)), level))
        position += len(text) + 2
    document = Document("a", "a.txt", "", "A", "\n\n".join(texts), tuple(blocks))
    assert body_of(composed(document, [])) == (
        "### A\n\n- b\n    - c\n- d\n\n> e\n>\n> f\\\n> f\n\ng\\\nh\n"
    )


def test_header_says_what_is_known_and_nothing_else() -> None:
    document = replace(
        make_document("One."),
        date="2010-06-11",
        made_title=True,
        sources=("A report", "Another"),
        summary="One: two\n---\nrights: mine",
    )
    assert composed(document, []).split("\n\n")[0] == (
        "---\n"
        "title: A text\n"
        "date: 2010-06-11\n"
        "lang: en\n"
        "source: seeds/text.txt\n"
        "origin:\n"
        "  - A report\n"
        "  - Another\n"
        "title_made: yes\n"
        'summary: "One: two --- rights: mine"\n'
        "---"
    )


def note(entry: Entry, **others: Entry) -> str:
    document, mentions = text_with("Osh", "Osh", entry.id)
    entries = {entry.id: entry, **others}
    markdown = compose(
        document, *annotate(document, mentions, entries), entries, {"other": "A *title*"}
    )
    return markdown.rstrip("\n").rpartition("\n")[2]


ALL = "[All mentions](../glossary/osh.md)"


def test_note_quotes_a_definition_of_its_own_text() -> None:
    assert note(OSH) == f"[^osh]: **Osh**, place: “a city”. {ALL}"


def test_note_names_the_text_that_a_definition_comes_from() -> None:
    entry = replace(OSH, definition=Definition("a city", "quotation", ELSEWHERE))
    assert note(entry) == f"[^osh]: **Osh**, place: “a city” ([A \\*title\\*](other.md)). {ALL}"


def test_note_does_not_end_a_sentence_twice() -> None:
    entry = replace(OSH, definition=Definition("Osh is old.", "sentence"))
    assert note(entry) == f"[^osh]: **Osh**, place: “Osh is old.” {ALL}"


def test_note_names_the_data_set_of_a_fact() -> None:
    entry = replace(OSH, definition=Definition("city in Kyrgyzstan", "data", source="GeoNames"))
    assert note(entry) == f"[^osh]: **Osh**, place: city in Kyrgyzstan (GeoNames). {ALL}"


def test_note_gives_an_editors_words_without_quotation_marks() -> None:
    entry = replace(OSH, definition=Definition("The southern capital", "editor"))
    assert note(entry) == f"[^osh]: **Osh**, place: The southern capital. {ALL}"


def test_note_without_a_definition_says_no_more_than_name_and_kind() -> None:
    entry = Entry("osh", "Osh city", "place")
    assert note(entry) == f"[^osh]: **Osh city**, place. {ALL}"


def test_note_on_an_ambiguous_name_says_what_it_may_be() -> None:
    entry = replace(OSH, candidates=("osh-city", "osh-region"))
    city = replace(OSH, id="osh-city", name="Osh (city)")
    region = replace(OSH, id="osh-region", name="Osh Region")
    assert note(entry, **{"osh-city": city, "osh-region": region}) == (
        "[^osh]: **Osh**, place. May be [Osh (city)](../glossary/osh-city.md)"
        f" or [Osh Region](../glossary/osh-region.md). {ALL}"
    )
