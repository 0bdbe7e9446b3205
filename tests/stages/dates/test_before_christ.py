from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotated_reader.stages.dates.before_christ import before_christ
from annotated_reader.stages.dates.dates import find_dates
from annotated_reader.stages.dates.names import date_name, order_of
from annotated_reader.stages.editing.entries import parse_entry


def found(text: str) -> list[tuple[str, str, str]]:
    dates = find_dates(text)
    return [(text[slice(*each.span)], each.value, date_name(each.value)) for each in dates]


@pytest.mark.parametrize(
    ("words", "value", "name"),
    [
        ("44 BC", "-0043", "44 BC"),
        ("1 BCE", "0000", "1 BC"),
        ("3,000 B.C.", "-2999", "3000 BC"),
        ("508 B. C.", "-0507", "508 BC"),
        ("15 March 44 BC", "-0043-03-15", "15 March 44 BC"),
        ("March 15, 44 B.C.", "-0043-03-15", "15 March 44 BC"),
        ("March 44 BC", "-0043-03", "March 44 BC"),
        ("5th century BC", "-0499/-0400", "5th century BC"),
        ("first-century BC", "-0099/0000", "1st century BC"),
    ],
)
def test_years_before_christ_are_dates(words: str, value: str, name: str) -> None:
    assert found(f"It was so in {words}, they say.") == [(words, value, name)]


def test_span_of_years_before_christ_is_two_dates() -> None:
    assert found("The war (431–404 BC) was long.") == [
        ("431", "-0430", "431 BC"), ("404 BC", "-0403", "404 BC"),
    ]  # fmt: skip


def test_year_before_christ_may_be_approximate() -> None:
    assert found("It stood c. 1200 BC there.") == [("1200 BC", "-1199~", "about 1200 BC")]


def test_span_across_the_eras_is_two_dates() -> None:
    assert [name for _, _, name in found("He ruled from 27 BC to AD 14.")] == ["27 BC", "AD 14"]


@pytest.mark.parametrize(
    "text",
    [
        "On the coast of British Columbia some 50 BC Ferries wait.",
        "In Vancouver, B.C., some 30 B.C. residents came.",
        "They saw the 2010 BC Games.",
        "It was in the 3rd millennium BC.",
        "It lies 12,345 BC.",
    ],
)
def test_letters_of_a_province_and_what_is_no_year_are_no_date(text: str) -> None:
    assert found(text) == []


def test_day_before_the_letters_of_a_province_is_one() -> None:
    assert found("In Surrey, BC, on May 12 BC voters came.") == [("May 12", "--05-12", "12 May")]


def test_years_in_no_common_order_of_signs_are_in_the_order_of_time() -> None:
    values = ["2010", "0014", "0000", "-0030", "-0043-03-15", "-0043", "-0499/-0400"]
    in_time = ["-0499/-0400", "-0043", "-0043-03-15", "-0030", "0000", "0014", "2010"]
    assert sorted(values, key=order_of) == in_time


def test_years_before_christ_that_are_no_century_are_called_by_both() -> None:
    assert date_name("-0057/-0049") == "58–50 BC"
    assert date_name("-0026/0014") == "27 BC – AD 14"


def test_editor_may_write_a_year_before_christ() -> None:
    entry = parse_entry("ides", "Title: Ides of March\nKind: event\nValue: -0043-03-15\n")
    assert entry.value == "-0043-03-15"


@given(st.integers(1, 10_000))
def test_year_before_christ_is_named_as_it_is_written(number: int) -> None:
    assert date_name(before_christ(number)) == f"{number} BC"
