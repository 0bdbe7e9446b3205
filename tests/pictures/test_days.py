from __future__ import annotations

from datetime import date

import pytest

from annotated_reader.pictures.days import days_of, year_and_month


@pytest.mark.parametrize(
    ("value", "first", "number", "precision"),
    [
        ("2010", date(2010, 1, 1), 365, "year"),
        ("2012", date(2012, 1, 1), 366, "year"),
        ("2010-06", date(2010, 6, 1), 30, "month"),
        ("2010-12", date(2010, 12, 1), 31, "month"),
        ("2010-06-11", date(2010, 6, 11), 1, "day"),
        ("2010-22", date(2010, 6, 1), 92, "season"),
        ("2010-24", date(2010, 1, 1), 365, "season"),
        ("1850~", date(1850, 1, 1), 365, "year"),
        ("2010-06-04~", date(2010, 6, 4), 1, "day"),
        ("2010-06-11/2010-06-14", date(2010, 6, 11), 4, "range"),
        ("2010-06/2010-07-02", date(2010, 6, 1), 32, "range"),
    ],
)
def test_value_means_all_its_days(value: str, first: date, number: int, precision: str) -> None:
    days = days_of(value)
    assert days
    assert (days.start, days.number, days.precision) == (first.toordinal(), number, precision)


@pytest.mark.parametrize("value", ["--06-11", "--06-11/--06-14", "2010/--06", "--06/2010"])
def test_open_year_is_no_place_in_time(value: str) -> None:
    assert days_of(value) is None


@pytest.mark.parametrize(
    "value", ["", "Monday", "2010-13", "2010-02-30", "-0043-02-30", "2010/2009", "//"]
)
def test_what_the_calendar_does_not_have_is_no_place_in_time(value: str) -> None:
    assert days_of(value) is None


def test_last_year_of_the_calendar_ends() -> None:
    assert days_of("9999").number == 365  # type: ignore[union-attr]


def test_years_before_christ_go_on_below_the_first() -> None:
    last, first = days_of("0000"), days_of("0001")
    assert last
    assert first
    assert (last.end, last.number) == (first.start, 366)


def test_days_before_christ_have_their_month() -> None:
    days = days_of("-0043-03-15")
    assert days
    assert (year_and_month(days.start), days.precision) == ((-43, 3), "day")
