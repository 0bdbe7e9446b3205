from __future__ import annotations

from functools import partial
from html import unescape
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, reject
from hypothesis import strategies as st
from markdown import Markdown
from markdown.inlinepatterns import LinkInlineProcessor

from annotated_reader.errors import SeedError
from annotated_reader.stages.ingest import ingest
from annotated_reader.stages.seeds.bounds import bound_links

if TYPE_CHECKING:
    from collections.abc import Callable

    from annotated_reader.stages.seeds.bounds import Link

PIECES = st.sampled_from(
    ["[", "]", "(", ")", "a", "b c", "\\", "!", '"t"', "<http://x>", "\n", "[r]: x 'y'\n"]
)


def bound() -> Markdown:
    markdown = Markdown()
    bound_links(markdown)
    return markdown


class OpenTitleError(Exception):
    """Python-Markdown would lose words: see the next test."""


def with_open_titles_refused() -> Markdown:
    markdown = Markdown()
    for pattern in markdown.inlinePatterns:
        if isinstance(pattern, LinkInlineProcessor):
            pattern.getLink = partial(refuse, pattern.getLink)  # type: ignore[method-assign]
    return markdown


def refuse(read: Callable[[str, int], Link], data: str, index: int) -> Link:
    found = read(data, index)
    if found[2] < index:
        raise OpenTitleError
    return found


@given(st.lists(PIECES, max_size=30).map("".join))
def test_links_within_reason_are_read_as_ever(text: str) -> None:
    try:
        expected = with_open_titles_refused().convert(text)
    except OpenTitleError:
        reject()
    assert bound().convert(text) == expected


@pytest.mark.parametrize("text", ['[a]("t"( b', '[a](x "t"( b', '[]("t"('])
def test_open_title_loses_and_repeats_no_words(text: str) -> None:
    assert unescape(bound().convert(text)) == f"<p>{text}</p>"


@pytest.mark.parametrize("piece", ["[", "[](", "!["])
def test_page_of_open_links_is_read_in_time(piece: str) -> None:
    text = piece * 4_000  # which took minutes
    assert bound().convert(text) == f"<p>{text}</p>"


def test_thousands_of_tags_without_an_end_are_refused_before_they_are_read() -> None:
    with pytest.raises(SeedError, match="write a backslash before each <"):
        ingest("a.md", b"<a" * 100_000)


def test_page_of_whole_tags_is_read() -> None:
    assert ingest("a.md", b"<b>a</b> " * 1_000).blocks
