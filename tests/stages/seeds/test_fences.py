from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotated_reader.stages.seeds.fences import with_plain_fences

LINES = st.lists(
    st.sampled_from(
        ["```", "  ```sh", "~~~~", "    ~~~", "- item", "1. item", "  x", "", "text", "    y"]
    )
)


@pytest.mark.parametrize(
    "markdown",
    [
        "```\n  ```\n```",
        "text\n```sh\n- x\n```\ntext",
        "- item\n\n  ```\n  x",
        "    ```\n    a block of code that shows a fence\n    ```",
        "inline ``` fence ```",
    ],
)
def test_other_markdown_stays_as_it_is(markdown: str) -> None:
    assert with_plain_fences(markdown) == markdown


def test_fence_behind_a_list_that_has_ended_is_at_the_beginning_of_its_line() -> None:
    assert (
        with_plain_fences("- item\n\ntext\n\n  ```\n  x\n  ```") == "- item\n\ntext\n\n```\nx\n```"
    )


@given(LINES)
def test_no_word_is_lost(lines: list[str]) -> None:
    def words(markdown: str) -> list[str]:
        return [word for word in markdown.split() if word.isalpha()]

    assert words(with_plain_fences("\n".join(lines))) == words("\n".join(lines))
