"""The register -> a timeline: dated texts and entries with their precision, the rest as lists.

A date is drawn as long as the days that it may mean; what has no year is not placed.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from .bands import Band, make_bands
from .days import Days, days_of
from .drawing import WIDTH, shortened, tidy, width_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from ..model import Entry
    from ..stages.collect import Register, Text

LANE = 26
SCALE = 22  # above the first lane
GAP = 8  # between two labels of a lane
LABEL = 36  # letters
POINT = 8  # the width of a day, whatever the scale


@dataclass(frozen=True, slots=True)
class Dated:
    """A text or an entry with a date: where its link leads, what it is called, when it was."""

    address: str
    name: str
    kind: str
    value: str
    days: Days
    mentions: int = 0
    words: str = ""
    language: str = ""


@dataclass(frozen=True, slots=True)
class Mark:
    """A dated thing in its place: a bar from `x` on, or a point in the middle of its day."""

    dated: Dated
    x: float
    y: float
    width: float
    is_point: bool
    label: str
    label_x: float
    anchor: str
    target: tuple[float, float]


@dataclass(frozen=True, slots=True)
class Line:
    """A band as it is drawn: its scale (`x`, label) and its marks in the order of time."""

    label: str
    height: float
    ticks: tuple[tuple[float, str], ...]
    marks: tuple[Mark, ...]


@dataclass(frozen=True, slots=True)
class Timeline:
    """All lines, all that is on them in the order of time, and what could not be placed."""

    lines: tuple[Line, ...]
    dated: tuple[Dated, ...]
    open_entries: tuple[Entry, ...]
    undated_texts: tuple[Text, ...]
    width: int = WIDTH


def make_timeline(register: Register) -> Timeline:
    """Place every text and every entry whose date has a year."""
    return draw(banded(register), *undated(register))


def banded(register: Register) -> list[tuple[Band, list[Dated]]]:
    """Return all that has a date with a year, in the bands that it will be drawn in."""
    dated = sorted((*_texts(register), *_entries(register)), key=_order)
    return make_bands(dated, lambda each: each.days)


def undated(register: Register) -> tuple[list[Entry], list[Text]]:
    """Return the entries whose year is open and the texts that state no date."""
    entries = [entry for entry in _with_date(register) if not days_of(entry.value)]
    return entries, [text for text in register.texts if not days_of(text.date)]


def draw(
    bands: Iterable[tuple[Band, Sequence[Dated]]],
    entries: Sequence[Entry] = (),
    texts: Sequence[Text] = (),
) -> Timeline:
    """Draw bands with what is in them, and list what has no date."""
    held = [(band, items) for band, items in bands if items]
    return Timeline(
        lines=tuple(_line(band, items) for band, items in held),
        dated=tuple(sorted((item for _, items in held for item in items), key=_order)),
        open_entries=tuple(entries),
        undated_texts=tuple(texts),
    )


def _with_date(register: Register) -> Iterator[Entry]:
    return (entry for entry in register.entries.values() if entry.value or entry.kind == "date")


def _texts(register: Register) -> Iterator[Dated]:
    for text in register.texts:
        if days := days_of(text.date):
            address = f"texts/{text.slug}.html"
            yield Dated(
                address, text.title, "text", text.date, days,
                words=text.summary, language=text.language,
            )  # fmt: skip


def _entries(register: Register) -> Iterator[Dated]:
    for entry in _with_date(register):
        if days := days_of(entry.value):
            mentions = len(register.occurrences.get(entry.id, ()))
            address, words = f"glossary/{entry.id}.html", entry.definition.text
            yield Dated(address, entry.name, entry.kind, entry.value, days, mentions, words)


def _order(dated: Dated) -> tuple[int, int, str, str]:
    """In the order of time; what lasts longer stands before what falls into it."""
    return dated.days.start, -dated.days.end, dated.name, dated.address


def _line(band: Band, items: Sequence[Dated]) -> Line:
    ends: list[float] = []
    marks = [_mark(item, band, ends) for item in items]
    ticks = tuple((_x(tick.day, band), tick.label) for tick in band.ticks)
    return Line(band.label, SCALE + LANE * len(ends) + 4, ticks, tuple(marks))


def _x(day: int, band: Band) -> float:
    return tidy((day - band.days.start) / band.days.number * WIDTH)


def _mark(dated: Dated, band: Band, ends: list[float]) -> Mark:
    """Put a thing into the first lane with room for its bar and its label; `ends` is changed."""
    left, right = _x(dated.days.start, band), _x(dated.days.end, band)
    if is_point := dated.days.precision == "day":
        middle = min(max((left + right) / 2, POINT / 2), WIDTH - POINT / 2)
        left, right = middle - POINT / 2, middle + POINT / 2
    right = max(right, left + 3)
    label = shortened(_name_in(band, dated), LABEL)
    overhangs = left + width_of(label) > WIDTH
    start = min(left, right - width_of(label)) if overhangs else left
    end = right if overhangs else max(right, left + width_of(label))
    lane = _lane(ends, start, max(right - GAP, start + width_of(label)))  # bars may touch
    return Mark(
        dated, tidy(left), SCALE + lane * LANE, tidy(right - left - (not is_point)),
        is_point, label, tidy(right if overhangs else left), "end" if overhangs else "start",
        (tidy(start - 2), tidy(end - start + 4)),
    )  # fmt: skip


def _name_in(band: Band, dated: Dated) -> str:
    """A date's name without the year, where the band is about that year."""
    if dated.kind == "date" and band.days.precision in ("year", "month"):
        return dated.name.removesuffix(f" {dated.value[:4]}")
    return dated.name


def _lane(ends: list[float], start: float, end: float) -> int:
    """The first lane that is free from `start` on, a new one if none is; taken up to `end`."""
    for lane, taken in enumerate(ends):
        if taken + GAP <= start:
            ends[lane] = end
            return lane
    ends.append(end)
    return len(ends) - 1
