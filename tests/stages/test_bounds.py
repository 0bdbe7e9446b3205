from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown import Markdown

from annotated_reader.errors import SeedError
from annotated_reader.stages.bounds import bound_links
from annotated_reader.stages.ingest import ingest

PIECES = st.sampled_from(
    ["[", "]", "(", ")", "a", "b c", "\\", "!", '"t"', "<http://x>", "\n", "[r]: x 'y'\n"]
)


def bound() -> Markdown:
    markdown = Markdown()
    bound_links(markdown)
    return markdown


@given(st.lists(PIECES, max_size=30).map("".join))
def test_links_within_reason_are_read_as_ever(text: str) -> None:
    assert bound().convert(text) == Markdown().convert(text)


@pytest.mark.parametrize("piece", ["[", "[](", "!["])
def test_page_of_open_links_is_read_in_time(piece: str) -> None:
    text = piece * 4_000  # which took minutes
    assert bound().convert(text) == f"<p>{text}</p>"


def test_thousands_of_tags_without_an_end_are_refused_before_they_are_read() -> None:
    with pytest.raises(SeedError, match="write a backslash before each <"):
        ingest("a.md", b"<a" * 100_000)


def test_page_of_whole_tags_is_read() -> None:
    assert ingest("a.md", b"<b>a</b> " * 1_000).blocks
