from __future__ import annotations

import re
import sys
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import html
from markdown import Markdown

from annotated_reader.markdown_ext import ReaderExtension, makeExtension
from tests.strategies import WORDS

if TYPE_CHECKING:
    from collections.abc import Callable

OSH = "[Osh](../glossary/osh.md)"
NOTE = "[^osh]: **Osh**, place. “a city”. [All mentions](../glossary/osh.md)"


def convert(markdown: str, *extensions: str, **options: Any) -> str:
    return Markdown(extensions=[*extensions, ReaderExtension(**options)]).convert(markdown)


def elements(page: str, path: str) -> list[Any]:
    found: list[Any] = html.fragment_fromstring(page, create_parent="div").xpath(path)
    return found


def attributes(page: str, role: str, name: str) -> list[str]:
    return [str(found) for found in elements(page, f"//*[@role='{role}']/@{name}")]


def test_mention_links_to_the_page_of_its_entry() -> None:
    assert convert(OSH) == (
        '<p id="p-1"><a class="mention" data-entry="osh" href="../glossary/osh.html"'
        ' id="m-osh-1" role="doc-glossref">Osh</a></p>'
    )


def test_mentions_of_an_entry_are_counted_through_the_text() -> None:
    page = convert(f"{OSH} {OSH}\n\n[M](../glossary/manas.md)\n\n{OSH}")
    expected = ["m-osh-1", "m-osh-2", "m-manas-1", "m-osh-3"]
    assert attributes(page, "doc-glossref", "id") == expected


def test_reference_is_a_named_link_to_the_note() -> None:
    assert (
        '<sup class="marker"><a aria-label="Note 1: Osh" href="#note-osh" id="ref-osh-1"'
        ' role="doc-noteref">1</a></sup>'
    ) in convert(f"{OSH}[^osh]\n\n{NOTE}")


def test_notes_are_a_section_with_a_heading_and_a_list() -> None:
    page = convert(f"{OSH}[^osh]\n\n{NOTE}")
    assert page.partition("<section")[2] == (
        ' aria-labelledby="notes" class="notes" role="doc-endnotes"><h2 id="notes">Notes</h2>'
        '<ol><li data-entry="osh" id="note-osh">\n'
        "<p><strong>Osh</strong>, place. “a city”."
        ' <a class="all" href="../glossary/osh.html">All mentions</a>'
        ' <span class="backlinks"><a aria-label="Back to Osh" href="#ref-osh-1"'
        ' role="doc-backlink">↩</a></span></p>\n'
        "</li>\n</ol></section>"
    )


def test_backlinks_of_a_note_have_different_names() -> None:
    page = convert(f"a[^osh] b[^osh]\n\n{NOTE}")
    assert attributes(page, "doc-backlink", "aria-label") == [
        "Back to Osh, reference 1 of 2",
        "Back to Osh, reference 2 of 2",
    ]


def test_backlink_names_the_section_that_it_leads_to() -> None:
    page = convert(f"a[^osh]\n\n## Early *life* &amp; {OSH}[^osh] \\#1\n\nb\n\n{NOTE}")
    assert attributes(page, "doc-backlink", "aria-label") == [
        "Back to Osh, reference 1 of 2",
        "Back to Osh, reference 2 of 2, in “Early life & Osh #1”",
    ]


def test_notes_are_numbered_by_first_reference_not_by_definition() -> None:
    page = convert("a[^2] b[^1] c[^2]\n\n[^1]: one\n\n[^2]: two")
    assert attributes(page, "doc-noteref", "href") == ["#note-2", "#note-1", "#note-2"]
    assert [link.text for link in elements(page, "//sup/a")] == ["1", "2", "1"]


def test_note_without_a_name_is_called_by_its_number() -> None:
    page = convert("a[^1]\n\n[^1]: A remark.")
    assert attributes(page, "doc-noteref", "aria-label") == ["Note 1"]
    assert attributes(page, "doc-backlink", "aria-label") == ["Back to note 1"]


def test_reference_without_a_note_stays_literal() -> None:
    assert convert("a[^nobody] b") == '<p id="p-1">a[^nobody] b</p>'


def test_note_without_a_reference_is_left_out() -> None:
    assert "two" not in convert("a[^1]\n\n[^1]: one\n\n[^2]: two")


def test_notes_without_any_reference_leave_no_section() -> None:
    assert convert("a\n\n[^1]: one") == '<p id="p-1">a</p>'


def test_note_may_cite_another_note() -> None:
    page = convert("a[^1]\n\n[^2]: two\n\n[^1]: one[^2]")
    assert attributes(page, "doc-backlink", "href") == ["#ref-1-1", "#ref-2-1"]
    assert attributes(page, "doc-backlink", "aria-label")[1] == "Back to note 2, in “Notes”"


def test_note_may_have_several_paragraphs() -> None:
    page = convert("a[^1]\n\n[^1]: one\n\n    two\n\nb")
    assert [found.text_content() for found in elements(page, "//li/p")] == ["one", "two ↩"]
    assert [found.text_content() for found in elements(page, "/div/p")] == ["a1", "b"]


def test_note_may_be_empty() -> None:
    assert len(elements(convert("a[^1]\n\n[^1]:"), "//li/p/span[@class='backlinks']")) == 1


def test_notes_need_no_blank_line_between_them() -> None:
    page = convert("a[^1] b[^2]\n\n[^1]: one\n[^2]: two")
    assert [found.text_content() for found in elements(page, "//li/p")] == ["one ↩", "two ↩"]


def test_blocks_of_a_text_have_ids() -> None:
    page = convert("a\n\n## b\n\n- c\n    - d\n\n> e\n\nf\\\ng\n\n- h\n\n- i")
    ids = [(element.tag, element.get("id")) for element in elements(page, "//*[@id]")]
    assert ids == [
        *[("p", "p-1"), ("h2", "h-1"), ("li", "p-2"), ("li", "p-3"), ("p", "p-4"), ("p", "p-5")],
        *[("p", "p-6"), ("p", "p-7")],
    ]


def test_id_that_an_editor_gave_is_kept() -> None:
    assert convert("a\n{: #mine}\n\nb", "attr_list") == '<p id="mine">a</p>\n<p id="p-2">b</p>'


def test_hard_break_makes_verse() -> None:
    assert convert("one\\\ntwo") == '<p class="verse" id="p-1">one<br />two</p>'


def test_two_spaces_at_a_lines_end_make_verse_too() -> None:
    assert convert("one  \ntwo") == '<p class="verse" id="p-1">one<br />two</p>'


def test_hard_break_makes_verse_beside_other_markup() -> None:
    verse = '<p class="verse" id="p-1"><em>one</em><br />two</p>'
    assert convert("*one*\\\ntwo") == verse


def test_escaped_backslash_at_a_lines_end_is_no_hard_break() -> None:
    assert convert("one\\\\\ntwo") == '<p id="p-1">one\\\ntwo</p>'
    assert convert("*one*\\\\\ntwo") == '<p id="p-1"><em>one</em>\\\ntwo</p>'


@pytest.mark.parametrize(
    ("link", "address"),
    [
        ("../glossary/osh.md", "../glossary/osh.html"),
        ("../glossary/osh.md#early", "../glossary/osh.html#early"),
        ("another-text.md", "another-text.html"),
        ("another-text.md#p-3", "another-text.html#p-3"),
        ("texts/a.md", "texts/a.html"),
        ("https://example.org/a.md", "https://example.org/a.md"),
        ("{filename}a.md", "{filename}a.md"),
        ("a.txt", "a.txt"),
    ],
)
@pytest.mark.parametrize("text", [True, False])
def test_link_to_a_file_leads_to_its_page(link: str, address: str, text: bool) -> None:  # noqa: FBT001
    assert f'href="{address}"' in convert(f"[a]({link})", text=text)


def test_other_markdown_than_texts_gets_nothing_but_its_links_mapped() -> None:
    markdown = f"# A\n\na[^1] *b* {OSH}\\\nc\n\n[^1]: one"
    plain = Markdown(extensions=["extra"]).convert(markdown)
    expected = plain.replace("osh.md", "osh.html")
    assert convert(markdown, "extra", text=False) == expected


def test_notes_live_with_what_else_an_editor_writes() -> None:
    page = convert(
        "*Both* **[Osh](../glossary/osh.md){.city}**[^osh]\n\n"
        "| a | b |\n|---|---|\n| [Osh](../glossary/osh.md) | `x` |\n\n"
        f"<div>raw</div>\n\n{NOTE}",
        "extra",
    )
    assert 'class="city mention"' in page
    assert attributes(page, "doc-glossref", "id") == ["m-osh-1", "m-osh-2"]
    assert "<em>Both</em>" in page
    assert "<code>x</code>" in page
    assert "\n<div>raw</div>\n" in page


def test_texts_do_not_mix_when_one_converter_reads_them_all() -> None:
    converter = Markdown(extensions=[makeExtension()])
    converter.convert(f"{OSH}[^osh]\n\n{NOTE}")
    assert converter.reset().convert("b[^osh]") == '<p id="p-1">b[^osh]</p>'


# What the fast way reads itself, and what it must leave to the inline patterns.
PLAIN = st.sampled_from(
    [
        *(OSH, "[^osh]", "\\*", "&amp;", "&#94;", "\\\n", "a", " b ", "\n", "\n\n", "- ", "\\\\"),
        *("[a\\]b](y_z.md)", "**b** ", "!", "]", ")", "\\!", "{.c}", "~", "a_b.md", "**\\*b**"),
    ]
)
OTHER = st.sampled_from(
    [
        *(
            "[a\\zb](y.md)",
            "\\z",
            "\\",
            "*",
            "_u_",
            "`c`",
            "[*a*](y.md)",
            "[^1](y.md)",
            "![a](b.md)",
        ),
        *("**[x](y.md)**", "[", "(", "  \n", "<b>", "[^nobody]", "[a](b.md 't')", "**", "> ", "* "),
    ]
)
MARKDOWN = st.lists(st.one_of(PLAIN, PLAIN, PLAIN, PLAIN, OTHER, WORDS), max_size=6).map("".join)


@settings(deadline=None, max_examples=300)
@given(MARKDOWN)
def test_the_fast_way_gives_what_the_inline_patterns_give(markdown: str) -> None:
    markdown = f"{markdown}\n\n{NOTE}"
    slow = Markdown(extensions=["attr_list", ReaderExtension()])
    slow.treeprocessors.deregister("reader-set-aside")
    assert convert(markdown, "attr_list") == slow.convert(markdown)


def test_inline_patterns_of_another_extension_are_not_passed_by() -> None:
    assert "<br />" in convert("one\ntwo", "nl2br")


def count_calls(work: Callable[[], object]) -> int:
    """Count the calls of Python functions: a measure of work that no other process disturbs."""
    calls = 0

    def count(_frame: object, event: str, _argument: object) -> None:
        nonlocal calls
        calls += event == "call"

    before = sys.getprofile()
    sys.setprofile(count)
    try:
        work()
    finally:
        sys.setprofile(before)
    return calls


@pytest.mark.parametrize(
    "text",
    [
        lambda count: f"a {OSH}[^osh] " * count + f"\n\n{NOTE}",
        lambda count: f"*a* {OSH}[^osh] " * count + f"\n\n{NOTE}",
        lambda count: (
            "".join(f"a[^{n}] " for n in range(count))
            + "".join(f"\n\n[^{n}]: **N {n}**, person." for n in range(count))
        ),
        lambda count: "a[^0]" + "".join(f"\n\n[^{n}]: see[^{n + 1}]" for n in range(count)),
    ],
    ids=["one note", "one note, slow way", "many notes", "chain of notes"],
)
def test_work_grows_with_the_length_of_the_text(text: Callable[[int], str]) -> None:
    some, twice = (count_calls(lambda n=n: convert(text(n))) for n in (200, 400))
    assert twice < 2.5 * some


def test_every_fragment_leads_to_an_id() -> None:
    page = convert(f"a[^osh] b[^Osh’s] c[^osh]\n\n{NOTE}\n\n[^Osh’s]: x")
    links = [link.get("href") for link in elements(page, "//a[starts-with(@href, '#')]")]
    ids = {re.sub("’", "%E2%80%99", element.get("id")) for element in elements(page, "//*[@id]")}
    assert {link.removeprefix("#") for link in links} <= ids


def test_code_between_fences_is_a_block_with_an_id() -> None:
    html = convert("One.\n\n```\nif a < b & c:\n\n    [^osh] *d*\n```\n\nTwo.")
    code = "if a &lt; b &amp; c:\n\n    [^osh] *d*"
    assert f'<pre id="p-2"><code>{code}</code></pre>\n<p id="p-3">Two.</p>' in html
