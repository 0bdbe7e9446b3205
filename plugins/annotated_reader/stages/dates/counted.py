"""What "last Friday" or "two years later" says: a match and its base go in, dates come out.

One reader for each name in `COUNTED`, which `readers` takes up; a reader that lacks a base
yields none.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from .base import Base, Dated, exists
from .names import MONTHS
from .weekdays import read_weekday
from .words import NUMBERS

if TYPE_CHECKING:
    import re
    from collections.abc import Callable, Iterator

_NEAR_DAYS = {
    "yesterday": -1,
    "last night": -1,
    "tomorrow": 1,
    "the day before yesterday": -2,
    "the day after tomorrow": 2,
}
_HOURS = ("night", "morning", "afternoon", "evening")
_NEAR = {"last": -1, "this": 0, "next": 1}
_BY_TEXT, _BY_BASE = "counted from the text’s date", "counted from the date before"
COMPARED = "year before, to compare with"
"""The rule of "a year earlier" in news: what is said next goes on from the later year."""


def _read_near_day(match: re.Match[str], base: Base) -> Iterator[Dated]:
    if base.is_news:
        value = moved(base.published, "day", _NEAR_DAYS.get(_plain(match["near"]), 0))
        yield Dated(match.span(), value, _BY_TEXT, 0.8)


def _plain(words: str) -> str:
    return " ".join(words.lower().split())


def _read_near(match: re.Match[str], base: Base) -> Iterator[Dated]:
    value = moved(base.published, match["unit"], _NEAR[match["near"].lower()])
    if value and base.is_news:
        yield Dated(match.span(), value, _BY_TEXT, 0.75)


def _read_ago(match: re.Match[str], base: Base) -> Iterator[Dated]:
    value = moved(base.published, match["unit"], -number_of(match))
    if match["today"] and match["unit"] == "year" and base.is_news:
        day = moved(base.published, "day", _NEAR_DAYS.get(_plain(match["today"]), 0))
        is_one = exists(value, int(day[5:7]), int(day[8:]))
        value = (
            f"{int(value) + int(day[:4]) - int(base.published[:4])}{day[4:]}" if is_one else value
        )
    if value and base.is_news:
        yield Dated(match.span(), value, _BY_TEXT, 0.75)


def _read_half_ago(match: re.Match[str], base: Base) -> Iterator[Dated]:
    """A year and a half ago: the month; two and a half months ago: about the month."""
    is_of_years = match["one"] or match["unit"] == "year"
    months = 12 * number_of(match) + 6 if is_of_years else number_of(match)
    counted_from = base.published if is_of_years else moved(base.published, "week", -2).rstrip("~")
    value = moved(counted_from, "month", -months) if base.is_news else ""
    if value:
        yield Dated(match.span(), value, _BY_TEXT, 0.7)


def _read_ahead(match: re.Match[str], base: Base) -> Iterator[Dated]:
    if base.is_news and (value := moved(base.published, match["unit"], number_of(match))):
        yield Dated(match.span(), value, _BY_TEXT, 0.7)


def _read_later(match: re.Match[str], base: Base) -> Iterator[Dated]:
    groups = match.groupdict()
    by = 0 if groups.get("same") else number_of(match) * (-1 if groups.get("back") else 1)
    unit = "day" if match["unit"] in _HOURS else match["unit"]
    counted_from = base.day if unit in ("day", "week") else base.before
    is_compared = base.is_news and unit == "year" and by == -1
    if is_compared and not counted_from:
        counted_from = base.published
    if value := moved(counted_from, unit, by):
        yield Dated(match.span(), value, COMPARED if is_compared else _BY_BASE, 0.7)


def number_of(match: re.Match[str]) -> int:
    """Return how many years, months, weeks or days a match counts."""
    word = match.groupdict().get("number") or "one"
    return int(word) if word.isdigit() else NUMBERS[word.lower()]


def moved(base: str, unit: str, by: int) -> str:
    """Return a date so many units off, as precise as the unit; "" if there is none.

    Weeks lead to a day that is only about right: "three weeks ago".
    """
    parts = [int(part) for part in base.split("-") if part]
    if unit in ("day", "week") and len(parts) > 2:
        day = date(*parts[:3]) + timedelta(days=by * (7 if unit == "week" else 1))
        return day.isoformat() + ("~" if unit == "week" else "")
    if unit == "month" and len(parts) > 1 and parts[1] <= len(MONTHS):
        months = parts[0] * 12 + parts[1] - 1 + by
        return f"{months // 12:04}-{months % 12 + 1:02}"
    if unit == "decade" and parts and parts[0] + 10 * by > 0:
        return f"{parts[0] + 10 * by:04}~"
    if unit == "year" and parts and parts[0] + by > 0:
        return f"{parts[0] + by:04}"
    return ""


COUNTED: dict[str, Callable[[re.Match[str], Base], Iterator[Dated]]] = {
    "weekday": read_weekday,
    "near day": _read_near_day,
    "near": _read_near,
    "ago": _read_ago,
    "half ago": _read_half_ago,
    "ahead": _read_ahead,
    "later": _read_later,
}
