from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotated_reader.model import Mention
from annotated_reader.pictures.histogram import Histogram, make_histogram, make_scale
from annotated_reader.stages.collect import Occurrence, Register, Text
from annotated_reader.stages.strip import Page


def make_text(number: int, date: str) -> Text:
    return Text(f"text-{number}", "A text", Page("", (), ()), date=date)


def make_occurrence(text: Text) -> Occurrence:
    mention = Mention(text.slug, (0, 3), "Osh", "place", "full name", 0.9, "osh")
    return Occurrence(mention, text.slug, "m-osh-1", "", "", "Osh", "")


def histogram(*named: tuple[str, int], others: tuple[str, ...] = ()) -> Histogram | None:
    """The picture of an entry that texts of these dates name so many times."""
    texts = [make_text(number, date) for number, (date, _) in enumerate(named)]
    silent = [make_text(number + len(texts), date) for number, date in enumerate(others)]
    counted = zip(texts, named, strict=True)
    found = [make_occurrence(text) for text, (_, number) in counted for _ in range(number)]
    slugs = tuple(text.slug for text in texts)
    register = Register((*texts, *silent), {}, {"osh": tuple(found)}, {}, {"osh": slugs})
    return make_histogram("osh", register, make_scale(register.texts))


def columns(picture: Histogram | None) -> dict[str, int]:
    assert picture
    return {column.period.label: column.mentions for column in picture.columns}


def scale(*dates: str) -> list[str]:
    made = make_scale([make_text(number, date) for number, date in enumerate(dates)])
    return [period.label for period in made.periods]


def test_years_between_texts_are_empty_columns() -> None:
    found = columns(histogram(("2010", 2), ("2012-05", 1)))
    assert found == {"2010": 2, "2011": 0, "2012": 1}


def test_texts_without_a_date_have_a_column_of_their_own() -> None:
    found = columns(histogram(("2010", 2), ("2011", 1), ("", 4)))
    assert found == {"2010": 2, "2011": 1, "Without a date": 4}


def test_year_that_is_open_counts_as_undated() -> None:
    assert columns(histogram(("2010", 1), ("2011", 1), ("--06-11", 3)))["Without a date"] == 3


def test_few_months_are_columns_of_their_own() -> None:
    assert scale("2010-11-30", "2011-01") == ["November 2010", "December 2010", "January 2011"]


def test_text_of_a_year_makes_years_of_months() -> None:
    assert scale("2010-11-30", "2010", "2011-01-02") == ["2010", "2011"]


def test_text_that_falls_into_two_periods_stands_apart() -> None:
    labels = scale("2010", "2011", "2010-12-30/2011-01-02")
    assert labels == ["2010", "2011", "No date within one period"]


def test_long_time_has_periods_of_many_years() -> None:
    assert scale("1801", "1995")[:2] == ["1800–1809", "1810–1819"]


@given(st.lists(st.integers(1, 9999), min_size=1))
def test_every_dated_text_stands_in_one_of_few_periods(years: list[int]) -> None:
    made = make_scale([make_text(number, f"{year:04}") for number, year in enumerate(years)])
    assert len(made.periods) <= 21
    assert sum(made.texts) == len(years)
    assert all(period.days for period in made.periods)


def test_column_says_how_many_of_the_texts_name_it() -> None:
    picture = histogram(("2010", 1), ("2011", 1), others=("2010", "2010-03"))
    assert picture
    assert [(column.texts, column.of) for column in picture.columns] == [(1, 3), (1, 1)]


def test_column_leads_to_its_first_text() -> None:
    picture = histogram(("2010-01-01", 1), ("2010-02-01", 1), ("2014", 1))
    assert picture
    assert picture.columns[0].first == "text-0"


def test_highest_column_is_that_of_most_mentions() -> None:
    picture = histogram(("2010", 7), ("2011", 14))
    assert picture
    assert [column.height for column in picture.columns] == [28, 56]


def test_single_mention_is_seen_beside_a_thousand() -> None:
    picture = histogram(("2010", 1000), ("2011", 1))
    assert picture
    assert picture.columns[1].height == 3


@pytest.mark.parametrize("named", [(("2010", 3),), (("2010", 3), ("2010-06", 1))])
def test_no_picture_where_there_is_nothing_to_compare(named: tuple[tuple[str, int], ...]) -> None:
    assert histogram(*named) is None


def test_library_without_dates_has_no_picture() -> None:
    assert histogram(("", 3), ("", 1)) is None
