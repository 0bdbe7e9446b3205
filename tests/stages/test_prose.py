from __future__ import annotations

from dataclasses import replace

import pytest

from annotated_reader.model import Block, Claim
from annotated_reader.pipeline import (
    annotate_document,
    compose_suggestion,
    compose_text,
    make_library,
    read_document,
)
from annotated_reader.stages.prose import prose_of
from tests.builders import make_document, make_parse


@pytest.mark.parametrize("space", ["\u00a0", "\u202f", "\u2009", "\t"])
def test_any_space_is_a_space(space: str) -> None:
    document = make_document(f"Mr.{space}Lee came.\n\nThen{space}left.")
    assert prose_of(document).text == "Mr. Lee came.\n\nThen left."


def test_lines_stay() -> None:
    document = make_document("One line\nand another\n\nThen more.")
    assert prose_of(document) is document


def test_code_is_blanked_and_all_else_stays_in_its_place() -> None:
    document = make_document("Osh was calm.\n\nif Osh:\n  left\n\nThen Osh.")
    code = Block("code", document.blocks[1].span)
    document = replace(document, blocks=(document.blocks[0], code, document.blocks[2]))
    assert prose_of(document).text == "Osh was calm.\n\n       \n      \n\nThen Osh."


def test_name_behind_a_no_break_space_is_linked_and_its_space_is_kept() -> None:
    text = "Mr.\u00a0Ernest Lee came. Mr.\u00a0Lee, the painter, spoke to Mrs.\u00a0Ott."
    document = make_document(text)
    names = (("Ernest Lee", "PERSON"), ("Lee", "PERSON"), ("Ott", "PERSON"))
    parsed = make_parse(prose_of(document), *names)
    made = make_library([document], {"text": parsed}, {})
    markdown = compose_text(annotate_document(made.library, document), made.library, {})
    assert "[Mr.\u00a0Lee](../glossary/ernest-lee.md)" in markdown
    assert "[Mrs.\u00a0Ott](../glossary/ott.md)" in markdown
    assert made.library.entries["ernest-lee"].aliases == ("Mr. Ernest Lee", "Mr. Lee")


@pytest.mark.parametrize(
    ("text", "prose"),
    [
        ("Osh[12] was calm.[3][4] Then.", "Osh     was calm.       Then."),
        ("Osh,[note 3] then[a] left.", "Osh,         then    left."),
        ("He [sic] said [12] of [2010].", "He [sic] said [12] of [2010]."),
        ("At Osh[12:11] it[ab] was.", "At Osh[12:11] it[ab] was."),
    ],
)
def test_numbers_of_notes_are_blanked(text: str, prose: str) -> None:
    assert prose_of(make_document(text)).text == prose


def test_what_is_quoted_has_no_gap_where_the_number_of_a_note_was() -> None:
    text = "Ernest Lee,[5] a painter[7] of the old town[8], came. He left.[9] All was calm."
    document = read_document("text.txt", text.encode(), "")
    assert [text[slice(*each)] for each in document.sentences][1:] == ["He left.", "All was calm."]
    start, end = text.index("a painter"), text.index("[8]")
    claim = Claim((0, 10), (start, end), "appositive")
    parsed = replace(make_parse(prose_of(document), ("Ernest Lee", "PERSON")), claims=(claim,))
    made = make_library([document], {"text": parsed}, {})
    entry = compose_suggestion(made, "ernest-lee", {"text": "A text"})
    assert "“a painter of the old town”" in entry
    assert "> **Ernest Lee**, a painter of the old town, came." in entry
    annotated = annotate_document(made.library, document)
    assert "[Ernest Lee](../glossary/ernest-lee.md)" in compose_text(annotated, made.library, {})
    assert "\\[5\\] a painter\\[7\\]" in compose_text(annotated, made.library, {})
