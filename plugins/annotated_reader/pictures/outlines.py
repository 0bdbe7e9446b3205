"""The outlines of countries, cut to a box: `data/outlines.json` in, rings of points out.

The table comes from Natural Earth by `tools/outlines.py` and is read once, when the first map is
drawn.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources
from itertools import pairwise

Point = tuple[float, float]
DIGITS = "0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[]^_abcdefghijklmnopqrstuvwxyz"


@dataclass(frozen=True, slots=True)
class Box:
    """A part of the globe, in degrees."""

    west: float
    south: float
    east: float
    north: float

    def turned(self, degrees: int) -> Box:
        """Return it so many degrees farther east."""
        return Box(self.west + degrees, self.south, self.east + degrees, self.north)

    def meets(self, other: Box) -> bool:
        """Tell whether two boxes have a part in common."""
        return (
            self.west < other.east
            and other.west < self.east
            and self.south < other.north
            and other.south < self.north
        )


@dataclass(frozen=True, slots=True)
class Ring:
    """A closed line, the last point the same as the first; points are (longitude, latitude)."""

    points: tuple[Point, ...]
    box: Box

    def turned(self, degrees: int) -> Ring:
        """Return it so many degrees farther east."""
        if not degrees:
            return self
        points = tuple((x + degrees, y) for x, y in self.points)
        return Ring(points, self.box.turned(degrees))


@dataclass(frozen=True, slots=True)
class Country:
    """What a country is called in Natural Earth, and its outlines."""

    name: str
    rings: tuple[Ring, ...]


def countries_in(box: Box) -> Iterator[tuple[str, tuple[tuple[Point, ...], ...]]]:
    """Yield each country that lies in a box with its rings cut to it."""
    for country in _countries():
        inside = tuple(
            cut
            for ring in country.rings
            for turn in (0, 360, -360)
            if ring.box.turned(turn).meets(box)
            and len(cut := clipped(ring.turned(turn).points, box)) > 3
        )
        if inside:
            yield country.name, inside


def clipped(points: tuple[Point, ...], box: Box) -> tuple[Point, ...]:
    """Cut a ring at the sides of a box, one after the other (Sutherland and Hodgman's way)."""
    for axis, limit, sign in (
        (0, box.west, 1),
        (0, box.east, -1),
        (1, box.south, 1),
        (1, box.north, -1),
    ):
        points = _cut(points, axis, limit, sign)
    return points


def _cut(points: tuple[Point, ...], axis: int, limit: float, sign: int) -> tuple[Point, ...]:
    """Keep what lies on one side of a line: above it if `sign` is 1, below it if -1."""
    kept: list[Point] = []
    for one, other in pairwise(points):
        is_inside, next_inside = ((each[axis] - limit) * sign >= 0 for each in (one, other))
        if is_inside:
            kept.append(one)
        if is_inside != next_inside:
            kept.append(_crossing(one, other, axis, limit))
    return (*kept, kept[0]) if kept else ()


def _crossing(one: Point, other: Point, axis: int, limit: float) -> Point:
    """Where the way between two points crosses a side."""
    share = (limit - one[axis]) / (other[axis] - one[axis])
    across = one[1 - axis] + share * (other[1 - axis] - one[1 - axis])
    return (limit, across) if axis == 0 else (across, limit)


@lru_cache(maxsize=1)
def _countries() -> tuple[Country, ...]:
    package = __package__.rpartition(".")[0]
    text = resources.files(package).joinpath("data/outlines.json").read_text(encoding="utf-8")
    table = json.loads(text)
    arcs = [_points(arc) for arc in table["arcs"]]
    return tuple(
        Country(name, tuple(_ring(ring, arcs) for ring in rings))
        for name, rings in table["countries"]
    )


def _numbers(letters: str) -> list[int]:
    """Whole numbers from digits of 32, the lowest first; all but the last have 32 added."""
    numbers = []
    number = shift = 0
    for letter in letters:
        digit = DIGITS.index(letter)
        number += (digit % 32) << shift
        shift += 5
        if digit < 32:
            numbers.append(-(number >> 1) if number & 1 else number >> 1)
            number = shift = 0
    return numbers


def _points(letters: str) -> list[Point]:
    """An arc in degrees: each point is told by how far it is from the last."""
    x = y = 0
    found = []
    differences = _numbers(letters)
    for east, north in zip(differences[::2], differences[1::2], strict=True):
        x, y = x + east, y + north
        found.append((x / 100, y / 100))
    return found


def _ring(numbers: list[int], arcs: list[list[Point]]) -> Ring:
    """Join arcs, each of which begins where the last one ends; `~n` is arc `n` backwards.

    What crosses the line of change of date goes on beyond 180 degrees.
    """
    points: list[Point] = []
    for number in numbers:
        for x, y in arcs[number] if number >= 0 else reversed(arcs[~number]):
            turns = round((points[-1][0] - x) / 360) if points else 0
            if not points or (x + 360 * turns, y) != points[-1]:
                points.append((x + 360 * turns, y))
    if points[0] != points[-1]:  # around the pole
        points += [(points[-1][0], -90), (points[0][0], -90), points[0]]
    east, north = zip(*points, strict=True)
    return Ring(tuple(points), Box(min(east), min(north), max(east), max(north)))
