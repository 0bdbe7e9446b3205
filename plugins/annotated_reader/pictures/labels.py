"""Points and areas with names -> where each name can stand free of all others, if anywhere."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from .drawing import tidy, width_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

HEIGHT = 15
DROP = 4.5  # from the middle of a line of words to where they stand
CORNER = 9  # above or below the middle of the point
CELL = 80
POINT = -1  # whose box it is that nothing moves
MOVES = 3  # names that may be moved, one after the other, so that one more has room
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
    """Place labels in the order given: what comes first has the choice, and makes room if it can.

    The name of an area has none made for it.
    """
    sheet = _Sheet(things, width, height)
    for number in range(len(things)):
        sheet.place(number)
    for number, thing in enumerate(things):
        if number not in sheet.labels and isinstance(thing, Spot):
            sheet.make_room(number, MOVES)
    return [
        sheet.labels[number][0] if number in sheet.labels else None for number in range(len(things))
    ]


def _around(spot: Spot) -> Box:
    return spot.x - spot.radius, spot.y - spot.radius, spot.x + spot.radius, spot.y + spot.radius


def _beside(spot: Spot) -> Iterator[tuple[Label, Box]]:
    """Right, left, below, above; then the corners, and beginning or ending below and above."""
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
        (spot.x, below, "start", spot.x),
        (spot.x, above, "start", spot.x),
        (spot.x, below, "end", spot.x - long),
        (spot.x, above, "end", spot.x - long),
    ):
        yield _label(x, y, anchor, start, long)


def _within(area: Area) -> Iterator[tuple[Label, Box]]:
    """Upon one of the middles."""
    long = width_of(area.words)
    for x, y in area.middles:
        yield _label(x, y + DROP, "middle", x - long / 2, long)


def _label(x: float, y: float, anchor: str, start: float, long: float) -> tuple[Label, Box]:
    return Label(tidy(x), tidy(y), anchor), (start, y - HEIGHT + 3, start + long, y + 3)


class _Sheet:
    """What stands on a sheet: boxes on a grid, so that only near ones are compared."""

    def __init__(self, things: Sequence[Spot | Area], width: float, height: float) -> None:
        self.things = things
        self.size = width, height
        self.cells: defaultdict[tuple[int, int], list[tuple[Box, int]]] = defaultdict(list)
        self.labels: dict[int, tuple[Label, Box]] = {}
        for thing in things:
            if isinstance(thing, Spot):
                self._add(_around(thing), POINT)

    def place(self, number: int) -> bool:
        """Put a thing's name where nothing is, if there is such a place."""
        for label, box in self._choices(number):
            if not self._owners(box):
                self._put(number, label, box)
                return True
        return False

    def make_room(self, number: int, moves: int) -> bool:
        """Put a thing's name where one other stands that can go elsewhere."""
        if self.place(number):
            return True
        for label, box in self._choices(number) if moves else ():
            owners = self._owners(box)
            (owner,) = owners if len(owners) == 1 else (POINT,)
            if owner == POINT:
                continue
            before = self._take(owner)
            self._put(number, label, box)
            if self.make_room(owner, moves - 1):
                return True
            self._take(number)
            self._put(owner, *before)
        return False

    def _choices(self, number: int) -> Iterator[tuple[Label, Box]]:
        """Where a thing's name may stand on the sheet, the best place first."""
        thing = self.things[number]
        width, height = self.size
        for label, box in _beside(thing) if isinstance(thing, Spot) else _within(thing):
            if box[0] >= 0 and box[1] >= 0 and box[2] <= width and box[3] <= height:
                yield label, box

    def _put(self, number: int, label: Label, box: Box) -> None:
        self.labels[number] = label, box
        self._add(box, number)

    def _take(self, number: int) -> tuple[Label, Box]:
        label, box = self.labels.pop(number)
        for cell in _cells(box):
            self.cells[cell].remove((box, number))
        return label, box

    def _add(self, box: Box, owner: int) -> None:
        for cell in _cells(box):
            self.cells[cell].append((box, owner))

    def _owners(self, box: Box) -> set[int]:
        """Return whose boxes a box lies on."""
        return {
            owner
            for cell in _cells(box)
            for other, owner in self.cells.get(cell, ())
            if box[0] < other[2] and other[0] < box[2] and box[1] < other[3] and other[1] < box[3]
        }


def _cells(box: Box) -> Iterator[tuple[int, int]]:
    for column in range(int(box[0] // CELL), int(box[2] // CELL) + 1):
        for row in range(int(box[1] // CELL), int(box[3] // CELL) + 1):
            yield column, row
