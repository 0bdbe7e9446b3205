from __future__ import annotations

import pytest

from annotated_reader.stages.strip import (
    PageBlock,
    PageMention,
    difference,
    strip_markdown,
    strip_page,
)

NOTE = "[^osh]: **Osh**, place. “a city” [All mentions](../glossary/osh.md)"


def test_markdown_loses_header_links_markers_and_notes() -> None:
    markdown = (
        "---\ntitle: A\n---\n\n"
        "In [Osh](../glossary/osh.md)[^osh], at \\[noon\\] &amp; later.\n\n"
        "## Late\\#\n\n- one\n    - two\n\n> a\n>\n> b\n\nc\\\n\\- d\n\n"
        f"{NOTE}\n"
    )
    assert strip_markdown(markdown) == (
        "In Osh, at [noon] & later.\n\nLate#\n\none\n\ntwo\n\na\n\nb\n\nc\n- d"
    )


@pytest.mark.parametrize(
    "note",
    [
        "[^1]: One.\n\n    Another paragraph.",
        "[^1]: One\nand more.",
        "[^1]: One.\n[^osh]: Two.",
    ],
)
def test_markdown_loses_the_notes_that_an_editor_wrote(note: str) -> None:
    assert strip_markdown(f"---\ntitle: A\n---\n\nHere.[^1]\n\n{note}\n\nAfter.") == (
        "Here.\n\nAfter."
    )


def test_marker_without_a_note_stays_literal_as_on_the_page() -> None:
    assert strip_markdown("Here.[^1]") == "Here.[^1]"


def test_address_with_brackets_is_left_out_whole() -> None:
    assert strip_markdown("[Osh](https://example.org/Osh_(city)) is") == "Osh is"


BODY = (
    '<h2 id="h-1">Osh</h2>\n'
    '<p id="p-1">In <a class="mention" data-entry="osh" id="m-osh-1" href="x.html">Osh</a>'
    '<sup class="marker"><a href="#note-osh">1</a></sup>, <em>a &amp; b</em>.</p>\n'
    '<ul>\n<li id="p-2">one<ul>\n<li id="p-3">two</li>\n</ul>\n</li>\n</ul>\n'
    '<blockquote>\n<p id="p-4">three</p>\n</blockquote>\n'
    '<p class="verse" id="p-5">four<br />\nfive</p>\n'
)
NOTES = '<section class="notes"><h2 id="notes">Notes</h2><ol><li><p>x</p></li></ol></section>'
TEXT = "Osh\n\nIn Osh, a & b.\n\none\n\ntwo\n\nthree\n\nfour\nfive"


def test_page_gives_back_the_text() -> None:
    assert strip_page(BODY + NOTES).text == TEXT


def test_page_tells_its_blocks() -> None:
    assert strip_page(BODY + NOTES).blocks == (
        PageBlock("h-1", "heading", 2, (0, 3)),
        PageBlock("p-1", "paragraph", 0, (5, 19)),
        PageBlock("p-2", "item", 1, (21, 24)),
        PageBlock("p-3", "item", 2, (26, 29)),
        PageBlock("p-4", "quote", 0, (31, 36)),
        PageBlock("p-5", "verse", 0, (38, 47)),
    )


def test_page_tells_its_mentions() -> None:
    assert strip_page(BODY + NOTES).mentions == (PageMention((8, 11), "osh", "m-osh-1"),)


def test_text_is_found_in_a_whole_page() -> None:
    page = (
        "<!DOCTYPE html><html><head><title>T</title></head><body><h1>Title</h1>"
        f'<div class="text" data-slug="a">\n  {BODY}\n</div><div>{NOTES}</div></body></html>'
    )
    assert strip_page(page) == strip_page(BODY)


def test_page_without_a_text_is_empty() -> None:
    assert strip_page("<html><body><p>Not found</p></body></html>").text == ""


def test_spaces_inside_a_block_are_kept() -> None:
    assert strip_page("<p> <em>a</em>  b&#160;</p>").text == " a  b\u00a0"


def test_newline_before_a_list_in_an_item_is_not_text() -> None:
    page = "<ul><li>one\n<ul>\n<li>two</li>\n</ul>\n</li></ul>"
    assert strip_page(page).text == "one\n\ntwo"


def test_paragraphs_of_an_item_are_blocks_of_their_own() -> None:
    page = strip_page('<ul><li>\n<p id="p-1">a</p>\n<p id="p-2">b</p>\n</li></ul>')
    assert [(block.anchor, block.kind) for block in page.blocks] == [
        ("p-1", "item"),
        ("p-2", "item"),
    ]


def test_no_difference_is_empty() -> None:
    assert difference(TEXT, TEXT) == ""


def test_difference_shows_block_and_words_around_it() -> None:
    before, after = "x" * 50, "y" * 50
    assert difference(f"One.\n\n{before}A{after}", f"One.\n\n{before}B{after}") == (
        f"block 2, character 56: expected '{'x' * 30}A{'y' * 29}', found '{'x' * 30}B{'y' * 29}'"
    )


def test_missing_end_is_a_difference() -> None:
    assert difference("Osh.", "Osh") == "block 1, character 3: expected 'Osh.', found 'Osh'"
