from __future__ import annotations

from dataclasses import replace

import pytest

from annotated_reader.model import Block
from annotated_reader.pipeline import annotate_document, compose_text, make_library
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
