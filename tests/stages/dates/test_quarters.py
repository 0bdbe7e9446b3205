from __future__ import annotations

import pytest

from annotated_reader.stages.dates.dates import find_dates
from annotated_reader.stages.dates.names import date_name


def last(text: str, published: str = "1989-10-26") -> str:
    found = [dated.value for dated in find_dates(f"They met on Monday. {text}", published)]
    return found[-1] if len(found) > 1 else ""


@pytest.mark.parametrize(
    "words",
    [
        "in the third quarter of 1984",
        "in third-quarter 1984",
        "in the 1984 third quarter",
        "in 1984’s third quarter",
        "in Q3 1984",
    ],
)
def test_quarter_of_a_stated_year_is_three_months(words: str) -> None:
    assert last(f"It rose {words}, they said.") == "1984-07/1984-09"


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("in the third quarter of last year", "1988-07/1988-09"),
        ("as early as next year’s first quarter", "1990-01/1990-03"),
        ("and sales fell in the third quarter", "1989-07/1989-09"),
        ("and third-quarter net income fell", "1989-07/1989-09"),
        ("by a fourth-quarter loss of $10 million", "1989-10/1989-12"),
        ("and profit is expected to grow in the first quarter", "1990-01/1990-03"),
        ("and they plan to leave after a third-quarter loss of $9 million", "1989-07/1989-09"),
        ("and in the year-ago third quarter it earned $9 million", "1988-07/1988-09"),
    ],
)
def test_quarter_in_news_of_trade_is_the_last_one_that_has_begun(words: str, value: str) -> None:
    assert last(f"It rose {words}.") == value


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("the quarter ended Sept. 30", "1989-07/1989-09"),
        ("its fourth quarter ended June 30", "1989-04/1989-06"),
        ("the quarter ended Dec. 31", "1988-10/1988-12"),
        ("the quarter ended March 31, 1984", "1984-01/1984-03"),
    ],
)
def test_quarter_that_ended_on_a_day_is_the_three_months_to_it(words: str, value: str) -> None:
    text = f"They met on Monday. It lost much in {words}."
    assert value in [dated.value for dated in find_dates(text, "1989-10-26")]


@pytest.mark.parametrize(
    "text",
    [
        "The firm reported a third-quarter net loss of $35.2 million.",
        "Compared with a year-earlier loss, it lost $9 million in the third quarter.",
    ],
)
def test_report_on_a_quarter_is_news(text: str) -> None:
    assert "1989-07/1989-09" in [dated.value for dated in find_dates(text, "1989-10-26")]


def test_quarter_of_a_sentence_without_trade_is_that_of_the_trade_around_it() -> None:
    trade = "They reported yesterday a third-quarter loss. Sales, earnings and exports fell. "
    text = f"{trade}They hope for little in the fourth quarter."
    assert [dated.value for dated in find_dates(text, "1989-10-26")][-1] == "1989-10/1989-12"


def test_quarter_that_has_not_begun_is_that_of_the_year_before() -> None:
    assert last("Sales fell in the third quarter.", "1989-02-14") == "1988-07/1988-09"


@pytest.mark.parametrize(
    "text",
    [
        "The Reds led in the third quarter.",
        "They scored on a sales ploy in the third quarter.",
        "Profit fell in the fiscal third quarter.",
        "Profit fell in the third quarter ended then.",
        "A third quarter of the loaf was left.",
    ],
)
def test_quarter_of_a_game_or_of_a_business_year_stays_open(text: str) -> None:
    assert last(text) == ""


def test_quarter_is_named_by_its_months() -> None:
    assert date_name("1984-07/1984-09") == "July–September 1984"


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("in the first half of 1988", "1988-01/1988-06"),
        ("in the last half of 1988", "1988-07/1988-12"),
        ("in the second half of last year", "1988-07/1988-12"),
        ("in the fiscal first half of 1988", ""),
        ("in the first half of the 19th century", "1801/1850"),
        ("in the second half of the nineteenth century", "1851/1900"),
        ("in the second half of the match", ""),
    ],
)
def test_half_of_a_year_or_a_century_is_half_as_long(words: str, value: str) -> None:
    assert last(f"It rose {words}, they said.") == value


def test_half_is_told_by_its_months() -> None:
    assert date_name("1988-01/1988-06") == "January–June 1988"
