"""Points and areas with names -> where each name can stand free of all others, if anywhere."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from .drawing import tidy, width_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

HEIGHT = 15
DROP = 4.5  # from the middle of a line of words to where they stand
CORNER = 9  # above or below the middle of the point
CELL = 80
Box = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class Spot:
    """A point that wants a label: its place, its radius and the words."""

    x: float
    y: float
    radius: float
    words: str


@dataclass(frozen=True, slots=True)
class Area:
    """An area that wants its name: the middles of where it has room for it, the best first."""

    middles: tuple[tuple[float, float], ...]
    words: str


@dataclass(frozen=True, slots=True)
class Label:
    """Where words stand: `x` is their start, middle or end, as `anchor` says."""

    x: float
    y: float
    anchor: str


def place_labels(things: Sequence[Spot | Area], width: float, height: float) -> list[Label | None]:
    """Place labels in the order given; what comes first has the choice."""
    taken = _Boxes()
    for thing in things:
        if isinstance(thing, Spot):
            taken.add(_around(thing))
    return [_place(thing, taken, width, height) for thing in things]


def _around(spot: Spot) -> Box:
    return spot.x - spot.radius, spot.y - spot.radius, spot.x + spot.radius, spot.y + spot.radius


def _place(thing: Spot | Area, taken: _Boxes, width: float, height: float) -> Label | None:
    for label, box in _beside(thing) if isinstance(thing, Spot) else _within(thing):
        on_sheet = box[0] >= 0 and box[1] >= 0 and box[2] <= width and box[3] <= height
        if on_sheet and not taken.hits(box):
            taken.add(box)
            return label
    return None


def _beside(spot: Spot) -> Iterator[tuple[Label, Box]]:
    """Right, left, below, above; then the corners."""
    long, away = width_of(spot.words), spot.radius + 4
    right, left, middle = spot.x + away, spot.x - away, spot.x - long / 2
    base = spot.y + DROP
    below, above = spot.y + away + 10, spot.y - away - 1
    for x, y, anchor, start in (
        (right, base, "start", right),
        (left, base, "end", left - long),
        (spot.x, below, "middle", middle),
        (spot.x, above, "middle", middle),
        (right - 2, base + CORNER, "start", right - 2),
        (right - 2, base - CORNER, "start", right - 2),
        (left + 2, base + CORNER, "end", left + 2 - long),
        (left + 2, base - CORNER, "end", left + 2 - long),
    ):
        yield _label(x, y, anchor, start, long)


def _within(area: Area) -> Iterator[tuple[Label, Box]]:
    """Upon one of the middles."""
    long = width_of(area.words)
    for x, y in area.middles:
        yield _label(x, y + DROP, "middle", x - long / 2, long)


def _label(x: float, y: float, anchor: str, start: float, long: float) -> tuple[Label, Box]:
    return Label(tidy(x), tidy(y), anchor), (start, y - HEIGHT + 3, start + long, y + 3)


class _Boxes:
    """Boxes on a grid, so that only near ones are compared."""

    def __init__(self) -> None:
        self.cells: dict[tuple[int, int], list[Box]] = {}

    def add(self, box: Box) -> None:
        """Take the place of a box."""
        for cell in _cells(box):
            self.cells.setdefault(cell, []).append(box)

    def hits(self, box: Box) -> bool:
        """Tell whether a box lies on one that is there already."""
        return any(
            box[0] < other[2] and other[0] < box[2] and box[1] < other[3] and other[1] < box[3]
            for cell in _cells(box)
            for other in self.cells.get(cell, ())
        )


def _cells(box: Box) -> Iterator[tuple[int, int]]:
    for column in range(int(box[0] // CELL), int(box[2] // CELL) + 1):
        for row in range(int(box[1] // CELL), int(box[3] // CELL) + 1):
            yield column, row
