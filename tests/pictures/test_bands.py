from __future__ import annotations

from annotated_reader.pictures.bands import make_bands
from annotated_reader.pictures.days import Days, days_of


def days(value: str) -> Days:
    found = days_of(value)
    assert found
    return found


def bands(*values: str) -> dict[str, list[str]]:
    return {band.label: items for band, items in make_bands(values, days)}


def ticks(*values: str) -> list[str]:
    ((band, _),) = make_bands(values, days)
    return [tick.label for tick in band.ticks]


def test_years_of_one_decade_stand_in_it() -> None:
    assert bands("1991", "1995") == {"1990s": ["1991", "1995"]}


def test_few_days_stay_with_the_decade() -> None:
    assert bands("2010", "2010-06-11") == {"2010s": ["2010", "2010-06-11"]}


def test_crowded_decade_gets_a_band_of_its_own() -> None:
    years = [f"199{year}" for year in range(5)]
    assert bands("1950", *years, "2005") == {"1950–2009": ["1950", "2005"], "1990s": years}


def test_few_dates_of_several_decades_stand_on_one_line() -> None:
    assert bands("1991", "2005") == {"1990–2009": ["1991", "2005"]}


def test_line_of_two_decades_has_a_tick_every_other_year() -> None:
    assert ticks("1991", "2005")[:3] == ["1990", "1992", "1994"]


def test_line_of_many_centuries_has_ticks_at_round_years() -> None:
    assert ticks("0314", "1999")[:3] == ["400", "600", "800"]


def test_crowded_year_gets_a_band_of_its_own() -> None:
    months = [f"2010-{month:02}" for month in range(4, 9)]
    assert bands("2010", *months) == {"2010s": ["2010"], "2010": months}


def test_crowded_month_gets_a_band_of_its_own() -> None:
    month = [f"2010-06-{day:02}" for day in range(1, 21)]
    assert bands("2010-06", "2010-07", *month) == {
        "2010": ["2010-06", "2010-07"],
        "June 2010": month,
    }


def test_range_over_a_new_year_stays_with_the_decade() -> None:
    months = [f"2010-{month:02}" for month in range(4, 9)]
    assert bands("2010-12/2011-01", *months)["2010s"] == ["2010-12/2011-01"]


def test_range_over_decades_stands_on_a_line_of_all_time() -> None:
    assert bands("1995/2005", "2001") == {"1990–2009": ["1995/2005", "2001"]}


def test_crowded_century_of_many_gets_a_band_of_its_own() -> None:
    years = [f"19{decade}1" for decade in range(5)]
    assert bands("1204", *years) == {"1200–1999": ["1204"], "1900–1999": years}


def test_first_and_last_year_of_the_calendar_have_a_place() -> None:
    assert list(bands("0001", "9999")) == ["0–9999"]


def test_nothing_gives_no_band() -> None:
    assert bands() == {}


def test_century_before_christ_ends_with_its_round_year() -> None:
    assert bands("-0099", "-0043", "-0026", "0000") == {
        "100–1 BC": ["-0099", "-0043", "-0026", "0000"]
    }


def test_decade_before_christ_is_called_by_its_last_year() -> None:
    assert bands("-0448", "-0439") == {"440s BC": ["-0448", "-0439"]}
    assert ticks("-0448", "-0439") == [str(year) for year in range(449, 439, -1)]


def test_last_decade_before_christ_has_nine_years() -> None:
    assert bands("-0008", "0000") == {"9–1 BC": ["-0008", "0000"]}


def test_line_across_the_eras_has_ticks_at_round_years_of_both() -> None:
    assert list(bands("-0499", "1999")) == ["500 BC – AD 1999"]
    assert ticks("-0499", "1999") == ["500 BC", "AD 1", "500", "1000", "1500"]
