"""A stated date becomes Pelican's without being made more precise."""

from __future__ import annotations

from datetime import datetime

import pytest

from annotated_reader.site.reader import UNDATED, first_day


@pytest.mark.parametrize(
    ("stated", "first"),
    [
        ("2010", (2010, 1, 1)),
        ("2010-06", (2010, 6, 1)),
        ("2010-06-11", (2010, 6, 11)),
        ("0850", (850, 1, 1)),
    ],
)
def test_first_day_of_a_stated_date(stated: str, first: tuple[int, int, int]) -> None:
    assert first_day(stated) == datetime(*first)  # noqa: DTZ001


@pytest.mark.parametrize("unclear", ["", "Monday", "11 June", "--06-11"])
def test_unclear_date_is_none(unclear: str) -> None:
    assert first_day(unclear) == UNDATED


def test_impossible_date_is_none() -> None:
    assert first_day("2010-02-31") == UNDATED
