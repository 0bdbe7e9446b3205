from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotated_reader.stages.seeds.stated_date import read_date


@pytest.mark.parametrize(
    ("stated", "value"),
    [
        ("2010", "2010"),
        ("2010-06", "2010-06"),
        ("2010-6-4T12:00Z", "2010-06-04"),
        ("20100614T055000+0900", "2010-06-14"),
        ("June 2010", "2010-06"),
        ("Sept. 4, 2010", "2010-09-04"),
        ("Mon, 14 Jun 2010 16:57:37 GMT", "2010-06-14"),
        ("Monday, June 14, 2010 at 3:41 PM", "2010-06-14"),
        ("Mon Jun 14 10:56:04 -0500 2010", "2010-06-14"),
        ("Thurs Sept  2 09:00:00 UTC 2010", "2010-09-02"),
    ],
)
def test_date_is_as_precise_as_it_was_stated(stated: str, value: str) -> None:
    assert read_date(stated) == value


@pytest.mark.parametrize(
    "text", ["2014 World Cup", "06/11/2010", "20109914", "30 February 2010", "Maybe 2010", "soon"]
)
def test_what_states_no_date_gives_none(text: str) -> None:
    assert read_date(text) == ""


@given(st.dates(min_value=date(1000, 1, 1)))
def test_every_day_is_read_however_it_is_written(day: date) -> None:
    for form in ("%Y-%m-%d", "%d %B %Y", "%a, %b %d %Y 16:57:37", "%Y%m%dT101112"):
        assert read_date(f"{day:{form}}") == str(day)
