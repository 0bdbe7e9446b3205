from __future__ import annotations

import pytest
import yaml
from hypothesis import example, given
from hypothesis import strategies as st
from markdown import Markdown

from annotated_reader.errors import ContentError
from annotated_reader.stages.editing.front_matter import parse_front_matter, read_value, write_value

FILE = "---\nTitle: Osh: a city\norigin: first\n    second\nempty:\n---\n\nBody.\n\nMore.\n"


def test_keys_are_read_in_lower_case_with_all_their_values() -> None:
    assert parse_front_matter(FILE).fields == {
        "title": ("Osh: a city",),
        "origin": ("first", "second"),
        "empty": ("",),
    }


def test_each_key_has_the_line_it_stands_on() -> None:
    assert parse_front_matter(FILE).lines == {"title": 2, "origin": 3, "empty": 5}


def test_the_body_begins_at_its_first_line_that_is_not_blank() -> None:
    header = parse_front_matter(FILE)
    assert (header.body, header.body_line) == ("Body.\n\nMore.", 8)


@pytest.mark.parametrize(
    "markdown",
    [
        FILE,
        "---\ntitle: A\n...\nBody.\n",
        "Title: A\nKind: place\n\nBody.\n",
        "Title: A\nBody at once.\n",
        "Title: A\n\n---\n\nBody after a rule.\n",
        "Just a body: with a colon later on.\n",
        "---\n---\nBody.\n",
    ],
)
def test_python_markdown_reads_the_same_fields(markdown: str) -> None:
    reader = Markdown(extensions=["meta"])
    reader.convert(markdown)
    meta: dict[str, list[str]] = reader.Meta  # type: ignore[attr-defined]
    assert parse_front_matter(markdown).fields == {key: tuple(meta[key]) for key in meta}


def test_a_file_without_a_header_is_all_body() -> None:
    header = parse_front_matter("\nOne.\n\nTwo.\n")
    assert (header.fields, header.body, header.body_line) == ({}, "One.\n\nTwo.", 2)


def test_an_empty_file_is_empty() -> None:
    header = parse_front_matter("")
    assert (header.fields, header.body) == ({}, "")


def test_a_header_by_hand_needs_no_lines_around_it() -> None:
    header = parse_front_matter("Title: A\n\nBody.")
    assert (header.fields, header.body, header.body_line) == ({"title": ("A",)}, "Body.", 3)


@pytest.mark.parametrize(
    ("markdown", "message"),
    [
        (
            "---\ntitle: A\n\nBody",
            (
                "x.md:1: the header that begins here has no end; "
                "put --- on a line of its own below its last field"
            ),
        ),
        (
            "---\ntitle: A\n\nkind: place\n---\n",
            (
                "x.md:3: a blank line inside the header would end it; "
                "remove the line, or close the header with --- above it"
            ),
        ),
        (
            "---\ntitle: A\nno field\n---\n",
            (
                "x.md:3: “no field” in the header is not a field; "
                "write “Key: value”, or put a hyphen in front if it is one more value of the field"
            ),
        ),
        (
            "---\ntitle: A\nkind: place\nTITLE: B\n---\n",
            (
                "x.md:4: “TITLE” stands here for the second time (first on line 2); "
                "keep one of them; further values go on lines with a hyphen in front"
            ),
        ),
    ],
    ids=["no end", "blank line", "stray line", "twice"],
)
def test_a_mistake_is_told_with_its_line_and_remedy(markdown: str, message: str) -> None:
    with pytest.raises(ContentError) as caught:
        parse_front_matter(markdown, "x.md")
    assert str(caught.value) == message


def test_all_mistakes_of_a_header_are_told() -> None:
    with pytest.raises(ContentError) as caught:
        parse_front_matter("---\nno field\ntitle: A\ntitle: B\n---\n", "x.md")
    assert [line.split(": ")[0] for line in str(caught.value).splitlines()] == ["x.md:2", "x.md:4"]


def test_a_list_in_yaml_is_read_as_several_values() -> None:
    file = '---\norigin:\n  - first\n  - "second: a part"\n---\n'
    assert parse_front_matter(file).fields == {"origin": ("first", "second: a part")}


ONE_LINE = st.text(st.characters(exclude_categories=("C", "Z")) | st.just(" ")).map(
    lambda text: " ".join(text.split())
)


@given(ONE_LINE.filter(bool))
@example("A: b")
@example("# no comment")
@example("“quoted” at its head")
@example("- no list")
@example("'single")
def test_a_value_comes_back_whoever_reads_it(value: str) -> None:
    written = write_value(value)
    assert read_value(written) == value
    assert str(yaml.load(written, Loader=yaml.BaseLoader)) == value  # noqa: S506  # strings only


def test_plain_words_need_no_quotation_marks() -> None:
    assert write_value("Kyrgyzstan’s interim government, 11:30") == (
        "Kyrgyzstan’s interim government, 11:30"
    )


def test_single_quotation_marks_of_yaml_are_read() -> None:
    assert read_value("'Osh: it''s a city'") == "Osh: it's a city"
