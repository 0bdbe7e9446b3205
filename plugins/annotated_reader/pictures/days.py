"""An ISO 8601 value -> the days that it may mean: a month is all its days, not its first one.

A season is that of the northern half of the world; a winter has the first and the last months of
its year, so it is drawn as the year.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

DATE = re.compile(r"(-?\d{4})(?:-(\d{2}))?(?:-(\d{2}))?~?")
PRECISIONS = ("year", "month", "day")
SEASONS = {21: (3, 5), 22: (6, 8), 23: (9, 11), 24: (1, 12)}


@dataclass(frozen=True, slots=True, order=True)
class Days:
    """Days from `start` up to but not including `end`, and how precise.

    They are counted as `datetime` does, and on below zero for years BC.
    """

    start: int
    end: int
    precision: str

    @property
    def number(self) -> int:
        """How many days these are."""
        return self.end - self.start


def days_of(value: str) -> Days | None:
    """Return the days that a value may mean; None where it leaves the year open, or is no date."""
    parts = [_days_of_one(part) for part in value.split("/")]
    first, last = parts[0], parts[-1]
    if first is None or last is None or len(parts) > 2 or last.end <= first.start:
        return None
    return Days(first.start, last.end, first.precision if len(parts) == 1 else "range")


def _days_of_one(value: str) -> Days | None:
    found = DATE.fullmatch(value)
    if not found:
        return None
    year, month, day = (int(part) if part else 0 for part in found.groups())
    precision = PRECISIONS[bool(month) + bool(day)]
    first, last = SEASONS.get(month, (month or 1, month or 12))
    if month in SEASONS:
        precision = "season"
    try:
        start = number_of(year, first, day or 1)
    except ValueError:
        return None
    if day:
        return Days(start, start + 1, precision)
    return Days(start, number_of(year + last // 12, last % 12 + 1), precision)


CYCLE = 400
"""Years after which the calendar is the same again."""
_DAYS_OF_A_CYCLE = date(1 + CYCLE, 1, 1).toordinal() - 1


def number_of(year: int, month: int = 1, day: int = 1) -> int:
    """Return the number of a day of any year; year 0 is 1 BC. Raises ValueError if it is none."""
    cycles, rest = divmod(year - 1, CYCLE)
    return date(rest + 1, month, day).toordinal() + cycles * _DAYS_OF_A_CYCLE


def year_and_month(number: int) -> tuple[int, int]:
    """Return the year and the month of a day by its number."""
    cycles, rest = divmod(number - 1, _DAYS_OF_A_CYCLE)
    day = date.fromordinal(rest + 1)
    return day.year + cycles * CYCLE, day.month
