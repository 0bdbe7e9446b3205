from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown import Markdown
from markdown_it import MarkdownIt

from annotated_reader.markdown_ext import ReaderExtension
from annotated_reader.stages.escape import escape, escape_part_of_heading, fenced
from annotated_reader.stages.strip import strip_page
from tests.strategies import LINES, VERSES

EXTENSIONS = [["extra"], ["extra", "admonition", "toc", "sane_lists", "codehilite"], []]


def text_of(markdown: str, extensions: list[str]) -> str:
    return strip_page(Markdown(extensions=[*extensions, ReaderExtension()]).convert(markdown)).text


@pytest.mark.parametrize("extensions", EXTENSIONS)
@settings(deadline=None)
@given(text=st.one_of(LINES, VERSES))
def test_escaped_text_is_read_as_the_text_by_python_markdown(
    extensions: list[str], text: str
) -> None:
    assert text_of(escape(text), extensions) == text


@settings(deadline=None)
@given(text=st.one_of(LINES, VERSES))
def test_escaped_text_is_read_as_the_text_by_commonmark_with_tables(text: str) -> None:
    github = MarkdownIt("commonmark").enable(["table", "strikethrough"])
    assert strip_page(github.render(escape(text))).text == text


@settings(deadline=None)
@given(text=LINES)
def test_escaped_heading_is_read_as_the_text(text: str) -> None:
    heading = escape_part_of_heading(text, starts=True, ends=True)
    assert text_of(f"## {heading}", ["extra"]) == text


@pytest.mark.parametrize(
    "prose",
    [
        "Kyrgyzstan’s “interim” government – in 2010 – said: no (not yet); 3.5 million!",
        "He paid $5 & left at 10:30 a.m. — see p. 12; 50% + 1, 2 > 1, a = b, a | b",
        "–5 degrees, 1.5 metres",
    ],
)
def test_ordinary_prose_changes_in_nothing_but_ampersands(prose: str) -> None:
    assert escape(prose) == prose.replace("&", "&amp;")


@pytest.mark.parametrize(
    ("text", "markdown"),
    [
        ("# One", "\\# One"),
        ("- said he", "\\- said he"),
        ("1. First", "1\\. First"),
        ("12) Twelfth", "12\\) Twelfth"),
        (": so", "&#58; so"),
        ("~~~", "&#126;&#126;&#126;"),
        ("!!! note", "\\!!! note"),
        ("a*b_c [d] {e} `f` <g> \\", "a\\*b\\_c \\[d\\] \\{e\\} \\`f\\` &lt;g> \\\\"),
        ("\u00a0no-break", "&#160;no-break"),
        ("One\n# two", "One\\\n\\# two"),
    ],
)
def test_what_would_be_markup_is_escaped_as_readably_as_can_be(text: str, markdown: str) -> None:
    assert escape(text) == markdown


def test_number_signs_at_the_end_of_a_heading_are_kept() -> None:
    assert escape_part_of_heading("In C# #", starts=True, ends=True) == "In C\\# \\#"


def test_fence_is_longer_than_those_in_the_code() -> None:
    assert fenced("a\n````\nb ``````") == "`````\na\n````\nb ``````\n`````"
