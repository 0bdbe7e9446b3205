"""The register -> how often an entry is named over time: a column a period, the undated apart.

All entries share one scale, that of the library, so that their pictures can be compared. A text
stands in a period only if its date lies wholly within it; the others share a column of their own.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from ..stages.dates.names import MONTHS
from .days import Days, days_of
from .drawing import tidy

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from ..stages.collect import Occurrence, Register, Text

MOST = 20  # periods: more would be too narrow for a finger
SEVERAL = 2  # texts, or dated periods: with fewer there is nothing to show over time
STEPS = (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000)
"""Years to a period; the first that needs no more than `MOST` periods is taken."""

TALLEST = 56  # units of the tallest column; each unit is a pixel
FULL = 100  # percent of the width
APART = 0.75  # columns between the last period and what has none, whose name is a long word


@dataclass(frozen=True, slots=True)
class Period:
    """A stretch of the scale: its name, its short name below the column, its days."""

    label: str
    short: str
    days: Days | None


@dataclass(frozen=True, slots=True)
class Scale:
    """The library's periods, how many of its texts each holds, and where each text stands.

    Texts that stand in no period share the last one, which has no days; it is there only where
    there are such texts.
    """

    periods: tuple[Period, ...]
    texts: tuple[int, ...]
    places: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Column:
    """A period with an entry's mentions: `first` is the slug of the first text that has some.

    `x` and `width` are percents of the picture, `height` is in its units.
    """

    period: Period
    mentions: int
    texts: int
    of: int
    first: str
    x: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Histogram:
    """The columns of one entry, the empty ones as well; `tallest` is the height of the highest."""

    columns: tuple[Column, ...]
    tallest: int = TALLEST


def make_scale(texts: Sequence[Text]) -> Scale:
    """Divide the time of the library into periods: months where these are few, else years."""
    dates = {text.slug: days_of(text.date) for text in texts}
    dated = [days for days in dates.values() if days]
    periods = _periods(dated) if dated else ()
    places = {slug: _place(days, periods) for slug, days in dates.items()}
    if len(periods) in places.values():
        undated = all(dates[slug] is None for slug in places if places[slug] == len(periods))
        label = "Without a date" if undated else "No date within one period"
        periods = (*periods, Period(label, "undated" if undated else "open", None))
    counts = [0] * len(periods)
    for place in places.values():
        counts[place] += 1
    return Scale(periods, tuple(counts), places)


def make_histogram(id_: str, register: Register, scale: Scale) -> Histogram | None:
    """Return an entry's columns; None where one text or one period is all there is to show."""
    named, dated = register.texts_of.get(id_, ()), sum(map(_is_dated, scale.periods))
    if len(named) < SEVERAL or dated < SEVERAL:
        return None
    by_period: dict[int, list[Occurrence]] = {}
    for occurrence in register.occurrences[id_]:
        by_period.setdefault(scale.places[occurrence.text], []).append(occurrence)
    most = max(map(len, by_period.values()))
    found = (by_period.get(number, []) for number in range(len(scale.periods)))
    return Histogram(tuple(_column(number, held, most, scale) for number, held in enumerate(found)))


def _is_dated(period: Period) -> bool:
    return period.days is not None


def _column(number: int, held: Sequence[Occurrence], most: int, scale: Scale) -> Column:
    period = scale.periods[number]
    apart = APART if not _is_dated(scale.periods[-1]) else 0
    share = FULL / (len(scale.periods) + apart)
    return Column(
        period=period,
        mentions=len(held),
        texts=len({occurrence.text for occurrence in held}),
        of=scale.texts[number],
        first=held[0].text if held else "",
        x=tidy((number + (0 if _is_dated(period) else apart)) * share),
        width=tidy(share),
        height=tidy(max(3, TALLEST * len(held) / most)) if held else 0,
    )


def _place(days: Days | None, periods: Sequence[Period]) -> int:
    """The number of the period that holds these days; that after the last one if none does."""
    for number, period in enumerate(periods):
        if days and period.days and period.days.start <= days.start < days.end <= period.days.end:
            return number
    return len(periods)


def _periods(dated: Sequence[Days]) -> tuple[Period, ...]:
    first = date.fromordinal(min(days.start for days in dated))
    last = date.fromordinal(max(days.end for days in dated) - 1)
    months = (last.year - first.year) * 12 + last.month - first.month + 1
    if months <= MOST and all(days.precision in ("month", "day") for days in dated):
        start = first.year * 12 + first.month - 1
        return tuple(_month(*divmod(start + number, 12), number) for number in range(months))
    step = next(step for step in STEPS if last.year // step - first.year // step < MOST)
    years = range(first.year // step * step, last.year + 1, step)
    return tuple(_years(year, step) for year in years)


def _month(year: int, month: int, number: int) -> Period:
    """A month, counted from 0; its year stands below the first one and each January."""
    name = MONTHS[month]
    short = str(year) if number == 0 or month == 0 else name[:3]
    return Period(f"{name} {year}", short, days_of(f"{year:04}-{month + 1:02}"))


def _years(year: int, step: int) -> Period:
    last = year + step - 1
    label = str(year) if step == 1 else f"{year}–{last}"
    days = days_of(f"{max(year, 1):04}/{min(last, date.max.year):04}")
    return Period(label, str(year), days)
