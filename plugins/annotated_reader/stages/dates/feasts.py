"""The name of a feast and a year go in, its month and day come out.

What is counted from Easter is of the Western churches; Thanksgiving, Memorial Day and Labor Day (as
Americans write it) are those of the United States.
"""

from __future__ import annotations

import re
from datetime import date, timedelta
from functools import lru_cache

from .words import HOLIDAYS

_FROM_EASTER = {
    "ash wednesday": -46,
    "palm sunday": -7,
    "maundy thursday": -3,
    "good friday": -2,
    "easter sunday": 0,
    "easter monday": 1,
    "whit sunday": 49,
}
_AMONG_WEEKDAYS = {"thanksgiving": (11, 3, 4), "memorial day": (5, 0, -1), "labor day": (9, 0, 1)}
"""The month, the weekday from Monday on, and which of those in the month: the last one is -1."""

_NAMES = (*_FROM_EASTER, *_AMONG_WEEKDAYS, "veterans day", "remembrance day", "all saints’ day")
FEAST = "|".join(
    r"\s".join(re.sub("’", "[’']", word.title()) for word in name.split()) for name in _NAMES
).replace("Thanksgiving", r"Thanksgiving(?:\sDay)?")
"""The names as an expression. Christmas and what else has always had one day has its own."""


@lru_cache(maxsize=256)
def day_of_feast(name: str, year: int) -> tuple[int, int]:
    """Return the month and the day of a feast, by its name in lower case."""
    if (days := _FROM_EASTER.get(name)) is not None:
        from dateutil.easter import easter

        day = easter(year) + timedelta(days=days)
        return day.month, day.day
    if (rule := _AMONG_WEEKDAYS.get(name)) is not None:
        month, weekday, number = rule
        first = date(year, month, 1)
        days = (weekday - first.weekday()) % 7 + 7 * (number - 1)
        return month, days + 1 if number > 0 else _last_weekday(year, month, weekday)
    return HOLIDAYS[name]


def _last_weekday(year: int, month: int, weekday: int) -> int:
    last = date(year, month + 1, 1) - timedelta(days=1)
    return last.day - (last.weekday() - weekday) % 7
