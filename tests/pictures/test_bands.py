from __future__ import annotations

from annotated_reader.pictures.bands import make_bands
from annotated_reader.pictures.days import Days, days_of


def days(value: str) -> Days:
    found = days_of(value)
    assert found
    return found


def bands(*values: str) -> dict[str, list[str]]:
    return {band.label: items for band, items in make_bands(values, days)}


def test_year_stands_in_its_decade() -> None:
    assert bands("1991", "2005") == {"1990s": ["1991"], "2000s": ["2005"]}


def test_few_days_stay_with_the_decade() -> None:
    assert bands("2010", "2010-06-11") == {"2010s": ["2010", "2010-06-11"]}


def test_crowded_year_gets_a_band_of_its_own() -> None:
    found = bands("2010", "2010-04", "2010-06", "2010-06-11")
    assert found == {"2010s": ["2010"], "2010": ["2010-04", "2010-06", "2010-06-11"]}


def test_crowded_month_gets_a_band_of_its_own() -> None:
    month = [f"2010-06-{day:02}" for day in range(1, 21)]
    assert bands("2010-06", "2010-07", *month) == {
        "2010": ["2010-06", "2010-07"],
        "June 2010": month,
    }


def test_range_over_a_new_year_stays_with_the_decade() -> None:
    found = bands("2010-12/2011-01", "2010-04", "2010-06", "2010-07")
    assert found["2010s"] == ["2010-12/2011-01"]


def test_range_over_decades_stands_on_a_line_of_all_time() -> None:
    assert bands("1995/2005", "2001") == {"1990–2009": ["1995/2005"], "2000s": ["2001"]}


def test_far_apart_dates_stand_in_centuries() -> None:
    assert bands("1204", "1999") == {"1200–1299": ["1204"], "1900–1999": ["1999"]}


def test_first_and_last_year_of_the_calendar_have_a_place() -> None:
    assert list(bands("0001", "9999")) == ["0–99", "9900–9999"]


def test_nothing_gives_no_band() -> None:
    assert bands() == {}
