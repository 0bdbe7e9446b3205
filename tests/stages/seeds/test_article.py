from __future__ import annotations

from bs4 import BeautifulSoup

from annotated_reader.model import RawBlock
from annotated_reader.stages.seeds.article import speakers
from annotated_reader.stages.seeds.markup import Found

HOME = BeautifulSoup("<p>", "lxml").p
SAID = "It was calm."


def labels(*texts: str) -> set[str]:
    """The labels among blocks of a page, of which all but what is said was left out."""
    assert HOME is not None
    found = [Found(RawBlock("paragraph", text, 1), HOME, linked=False) for text in texts]
    kept = [text == SAID for text in texts]
    return speakers(found, kept, range(len(texts)))


def test_names_before_what_is_said_are_labels_even_of_who_speaks_once() -> None:
    said = [
        text for name in ("ANN", "BOB", "ANN", "BOB", "ANN", "BOB", "CAL") for text in (name, SAID)
    ]
    assert labels(*said, "THE END") == {"ANN", "BOB", "CAL"}


def test_line_that_a_page_repeats_is_no_label() -> None:
    assert labels(*["SPONSORED", SAID] * 4, "Once", SAID) == set()


def test_lines_that_stand_before_nothing_that_is_said_are_no_labels() -> None:
    assert labels(*["Share", "Print"] * 4, SAID) == set()
