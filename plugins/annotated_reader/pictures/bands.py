"""Spans of days -> the bands of a timeline: centuries, decades, years, months, as the data asks.

A date stands in the smallest band that is larger than itself: a year in its decade, a month
in its year. A smaller band is drawn only where enough dates would crowd in the larger one; what
crowds nowhere stands on one line of all time, so that three dates far apart are no three lines.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from ..stages.dates.names import MONTHS
from .days import Days, number_of, year_and_month

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

UNITS = ("century", "decade", "year", "month")
WORTH_A_BAND = {"century": 5, "decade": 5, "year": 4, "month": 16}
"""How many dates that are smaller than itself a unit must hold to get a band of its own."""

MANY_DECADES = 20
MANY_TICKS = 12
STEPS = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000)
YEARS = {"century": 100, "decade": 10, "year": 1}

Item = TypeVar("Item")
Unit = tuple[str, int, int]
"""A unit's kind, its first year, and its month (1 where it has none)."""


@dataclass(frozen=True, slots=True)
class Tick:
    """A line of a band's scale: the day it stands at, and what begins there."""

    day: int
    label: str


@dataclass(frozen=True, slots=True)
class Band:
    """A stretch of time that is drawn as one line: its name, its days, the ticks of its scale."""

    label: str
    days: Days
    ticks: tuple[Tick, ...]


def make_bands(
    items: Sequence[Item], days: Callable[[Item], Days]
) -> list[tuple[Band, list[Item]]]:
    """Return the bands in the order of time, larger before smaller, each with its items."""
    if not items:
        return []
    first, last = min(days(item).start for item in items), max(days(item).end for item in items)
    decades = (_year(last - 1) - _year(first)) // 10
    largest = "century" if decades > MANY_DECADES else "decade"
    groups, _ = _within(items, days, largest)
    (lone,) = groups if len(groups) == 1 else (None,)
    if lone and len(groups[lone]) == len(items):
        return _split(lone, items, days)
    rest, bands = _parted(groups, items, days)
    return [(_whole(first, last, largest), rest), *bands] if rest else bands


def _split(
    unit: Unit, items: Sequence[Item], days: Callable[[Item], Days]
) -> list[tuple[Band, list[Item]]]:
    """The band of a unit with what stays in it, and the bands of its crowded parts."""
    smaller = UNITS[UNITS.index(unit[0]) + 1 :]
    if not smaller:
        return [(_band(unit), list(items))]
    groups, _ = _within(items, days, smaller[0])
    staying, parts = _parted(groups, items, days)
    return [(_band(unit), staying), *parts] if staying else parts


def _parted(
    groups: dict[Unit, list[Item]], items: Sequence[Item], days: Callable[[Item], Days]
) -> tuple[list[Item], list[tuple[Band, list[Item]]]]:
    """What stays where it is, and the bands of those groups that would crowd there."""
    crowded = {unit: held for unit, held in groups.items() if _is_crowded(unit, held)}
    moved = {id(item) for held in crowded.values() for item in held}
    staying = [item for item in items if id(item) not in moved]
    return staying, [band for unit in sorted(crowded) for band in _split(unit, crowded[unit], days)]


def _is_crowded(unit: Unit, items: Sequence[Item]) -> bool:
    return len(items) >= WORTH_A_BAND[unit[0]]


def _within(
    items: Sequence[Item], days: Callable[[Item], Days], kind: str
) -> tuple[dict[Unit, list[Item]], list[Item]]:
    """Items by the unit that holds them and is larger than they are; and the rest."""
    groups: dict[Unit, list[Item]] = defaultdict(list)
    rest = []
    for item in items:
        span = days(item)
        unit = _unit(kind, span.start)
        around = _days(unit)
        if span.end <= around.end and span.number < around.number:
            groups[unit].append(item)
        else:
            rest.append(item)
    return groups, rest


def _unit(kind: str, day: int) -> Unit:
    """The unit of a kind that a day lies in."""
    if kind == "month":
        return kind, *year_and_month(day)
    return kind, _start(_year(day), YEARS[kind]), 1


def _start(year: int, unit: int) -> int:
    """The first year of the century or decade that a year is of; year 0 is 1 BC.

    The 440s BC begin with 449 BC, and the first century BC with 100 BC.
    """
    if year > 0:
        return max(year // unit * unit, 1)
    if unit == YEARS["century"]:
        return (year - 1) // unit * unit + 1
    return 2 - unit - (1 - year) // unit * unit


def _after(start: int, unit: int) -> int:
    """The year after a century or decade that begins with `start`; the last decade BC has nine."""
    if start > 0:
        return start // unit * unit + unit
    return min(start + unit, 1)


def _year(day: int) -> int:
    return year_and_month(day)[0]


def _days(unit: Unit) -> Days:
    kind, year, month = unit
    if kind == "month":
        following = number_of(year + month // 12, month % 12 + 1)
    else:
        following = number_of(_after(year, YEARS[kind]))
    return Days(number_of(year, month), following, kind)


def _band(unit: Unit) -> Band:
    kind, year, month = unit
    last = _after(year, YEARS[kind]) - 1 if kind in YEARS else year
    labels = {
        "century": _span(year // 100 * 100 if year > 0 else year, last),
        "decade": f"{year // 10 * 10}s" if year > 0 else _decade_before_christ(year, last),
        "year": _told(year),
        "month": f"{MONTHS[month - 1]} {_told(year)}",
    }
    return Band(labels[kind], _days(unit), _ticks(unit))


def _told(year: int) -> str:
    return str(year) if year > 0 else f"{1 - year} BC"


def _span(first: int, last: int) -> str:
    return f"{1 - first}–{1 - last} BC" if last < 1 else f"{first}–{last}"


def _decade_before_christ(first: int, last: int) -> str:
    return f"{1 - last}s BC" if (1 - last) % 10 == 0 else _span(first, last)


def _ticks(unit: Unit) -> tuple[Tick, ...]:
    kind, year, month = unit
    if kind == "month":
        length = _days(unit).number
        days = (day for day in (1, 5, 10, 15, 20, 25, 30) if day <= length)
        return tuple(Tick(number_of(year, month) + day - 1, str(day)) for day in days)
    if kind == "year":
        return tuple(Tick(number_of(year, each), MONTHS[each - 1][:3]) for each in range(1, 13))
    step, size = YEARS[UNITS[UNITS.index(kind) + 1]], YEARS[kind]
    if year < 1:
        years = range(year, _after(year, size), step)
        return tuple(Tick(number_of(each), str(1 - each)) for each in years)
    start = year // size * size
    years = range(start, start + size, step)
    return tuple(Tick(number_of(max(each, 1)), str(each)) for each in years)


def _whole(first: int, last: int, largest: str) -> Band:
    """The band of all time, for what crowds in no unit or crosses the largest one's border."""
    unit = YEARS[largest]
    start = _round(_year(first)) // unit * unit
    end = (_round(_year(last - 1)) // unit + 1) * unit
    step = next(each for each in STEPS if (end - start) / each <= MANY_TICKS)
    years = range(-(-start // step) * step, end, step)
    ticks = tuple(Tick(number_of(_counted(each)), _sign(each, start)) for each in years)
    days = Days(number_of(_counted(start)), number_of(_counted(end)), "all")
    if start >= 0:
        return Band(f"{start}–{end - 1}", days, ticks)
    return Band(f"{-start}–{1 - end} BC" if end < 1 else f"{-start} BC – AD {end - 1}", days, ticks)


def _round(year: int) -> int:
    """A year as it is called, BC below zero: no year is 0."""
    return year if year > 0 else year - 1


def _counted(called: int) -> int:
    """The year by what it is called."""
    return called + 1 if called < 0 else max(called, 1)


def _sign(called: int, start: int) -> str:
    if called < 0:
        return f"{-called} BC"
    return "AD 1" if start < 0 and called == 0 else str(called)
