from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotated_reader.stages.date_names import date_name
from annotated_reader.stages.dates import find_dates


def values(text: str, published: str = "") -> list[str]:
    return [dated.value for dated in find_dates(text, published)]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("It began on 11 June 2010.", "2010-06-11"),
        ("It began on June 11th, 2010.", "2010-06-11"),
        ("It began on the 11th of June 2010.", "2010-06-11"),
        ("It began on 2010-06-11.", "2010-06-11"),
        ("It began on Sept. 3, 2010.", "2010-09-03"),
        ("It began in June 2010.", "2010-06"),
        ("It began in 2010.", "2010"),
        ("The 2010 vote was close.", "2010"),
        ("It lasted from 6 to 8 April 2010.", "2010-04-06/2010-04-08"),
        ("It lasted from 6–8 April 2010.", "2010-04-06/2010-04-08"),
        ("It was April 6–8, 2010.", "2010-04-06/2010-04-08"),
    ],
)
def test_a_date_in_full_has_the_value_and_precision_of_its_words(text: str, value: str) -> None:
    assert values(text) == [value]


def test_day_without_a_year_takes_the_year_of_the_text() -> None:
    assert values("It began on June 11th.", "2010-06-22") == ["2010-06-11"]


def test_day_without_a_year_takes_the_year_of_the_date_before() -> None:
    assert values("In June 2010 it burned. On 14 June it ended.") == ["2010-06", "2010-06-14"]


def test_day_without_any_year_in_sight_stays_open() -> None:
    assert values("It began on June 11th.") == ["--06-11"]


def test_a_year_far_back_is_no_base() -> None:
    text = "It was founded in 1938. " + "The years went by. " * 40 + "It closed on 3 May."
    assert values(text) == ["1938", "--05-03"]


def test_weekday_is_the_last_one_before_the_date_of_the_text() -> None:
    assert values("He spoke on Monday.", "2010-06-22") == ["2010-06-21"]


def test_weekday_without_a_date_of_the_text_is_no_date() -> None:
    assert values("He spoke on Monday. In 2010 he left.") == ["2010"]


def test_weekday_in_an_account_of_another_week_stays_open() -> None:
    text = "It began on 6 April. On Wednesday they came to Bishkek."
    assert values(text, "2010-04-19") == ["2010-04-06"]


@pytest.mark.parametrize("text", ["There is a vote on Sunday.", "They will come on Monday."])
def test_weekday_that_may_lie_ahead_stays_open(text: str) -> None:
    assert values(text, "2010-06-25") == []


def test_month_in_a_dated_text_is_the_latest_such_month() -> None:
    assert values("He left in November.", "2010-06-22") == ["2009-11"]


def test_month_without_a_base_is_no_date() -> None:
    assert values("He was ousted in April.") == []


def test_date_line_at_the_head_dates_the_text() -> None:
    text = "Wednesday, April 13, 2011\n\nIt will be launched on April 29."
    assert values(text) == ["2011-04-13", "2011-04-29"]


@pytest.mark.parametrize(
    "text",
    [
        "It took two days.",
        "She is 14 years old.",
        "It cost 2010 dollars.",
        "They counted 1,990 houses.",
        "In 2000 people fled.",
        "They may come.",
        "On 30 February 2010 nothing happened.",
    ],
)
def test_durations_ages_and_amounts_are_not_dates(text: str) -> None:
    assert values(text) == []


@pytest.mark.parametrize(
    ("value", "name"),
    [
        ("2010", "2010"),
        ("2010-06", "June 2010"),
        ("2010-06-11", "11 June 2010"),
        ("--06-11", "11 June"),
        ("2010-04-06/2010-04-08", "6–8 April 2010"),
        ("2010-04-30/2010-05-02", "30 April 2010 – 2 May 2010"),
    ],
)
def test_name_of_a_date_says_no_more_than_its_value(value: str, name: str) -> None:
    assert date_name(value) == name


@given(st.text())
def test_dates_are_in_order_and_apart_in_any_text(text: str) -> None:
    spans = [dated.span for dated in find_dates(text)]
    assert spans == sorted(spans)
    assert all(before[1] <= after[0] for before, after in itertools.pairwise(spans))
