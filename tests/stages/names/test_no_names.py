"""What the language model takes for names and nobody looks up."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotated_reader.stages.names.no_names import names_nothing


def is_nothing(text: str, surface: str, kind: str = "organization") -> bool:
    start = text.index(surface)
    return names_nothing(text, (start, start + len(surface)), kind)


@pytest.mark.parametrize(
    ("text", "surface", "kind"),
    [
        ("It is set out at Tab 3 of the book.", "Tab 3", "organization"),
        ("The results of Q3 were good.", "Q3", "organization"),
        ("She teaches Clinical Psychology in Lund.", "Clinical Psychology", "organization"),
        ("A case of COVID-19 was found.", "COVID-19", "organization"),
        ("Half of the White community left.", "White", "person"),
        ("Duckworth, A. L.; Matthews, M. D.; Kelly, D. R.", "M. D.", "person"),
        ("Fly to Osh (IATA: OSS).", "IATA", "organization"),
        ("Captain Ott, R. N., came.", "N.", "person"),
        ("It lay E. by N. of us.", "N.", "person"),
        ("She was a Guggenheim Fellow in 1977.", "Guggenheim Fellow", "person"),
    ],
)
def test_letters_parts_of_books_and_fields_of_study_are_no_names(
    text: str, surface: str, kind: str
) -> None:
    assert is_nothing(text, surface, kind)


@pytest.mark.parametrize(
    ("text", "surface", "kind"),
    [
        ("He works at the Department of Psychology.", "Department of Psychology", "organization"),
        ("Walter White left.", "White", "person"),
        ("They live in Washington, D.C.", "D.C.", "place"),
        ("The IATA met in Osh.", "IATA", "organization"),
        ("It is in Area 51.", "Area 51", "place"),
    ],
)
def test_what_only_looks_like_one_of_those_is_a_name(text: str, surface: str, kind: str) -> None:
    assert not is_nothing(text, surface, kind)


@given(st.text(max_size=30), st.integers(0, 30), st.integers(0, 30))
def test_any_span_names_something_or_nothing(text: str, one: int, other: int) -> None:
    span = min(one, other, len(text)), min(max(one, other), len(text))
    if text[slice(*span)].strip():
        assert names_nothing(text, span, "person") in (True, False)
