"""Places on the globe -> what part of it a map shows, and in what measure."""

from __future__ import annotations

from dataclasses import dataclass
from math import cos, floor, log10, radians
from typing import TYPE_CHECKING

from .drawing import tidy
from .outlines import Box, Point

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ..model import Entry

NEIGHBORHOOD = 8  # degrees: what is nearer to each other is one region
MARGIN = 0.15
DEGREE = 111.2  # kilometers from a degree of latitude to the next
FLATTEST, STEEPEST = 0.45, 0.9  # height by width


@dataclass(frozen=True, slots=True)
class Place:
    """Entries that lie at one point, the most named first, with the number of their mentions."""

    entries: tuple[Entry, ...]
    coordinates: tuple[float, float]
    mentions: int


@dataclass(frozen=True, slots=True)
class View:
    """A part of the globe, and the size of the sheet that it is drawn on."""

    box: Box
    width: int
    height: int

    def point(self, longitude: float, latitude: float) -> Point:
        """Return where a point of the globe lies on the sheet."""
        box = self.box
        x = (longitude - box.west) / (box.east - box.west) * self.width
        y = (box.north - latitude) / (box.north - box.south) * self.height
        return tidy(x), tidy(y)


def regions(places: Sequence[Place]) -> list[list[Place]]:
    """Places in groups: each lies near one of its own, and far from all others."""
    groups: list[list[Place]] = []
    for place in places:
        near = [group for group in groups if any(_are_near(place, other) for other in group)]
        groups = [group for group in groups if group not in near]
        groups.append([other for group in near for other in group] + [place])
    return groups


def _are_near(one: Place, other: Place) -> bool:
    (north, east), (other_north, other_east) = one.coordinates, other.coordinates
    across = (east - other_east) * cos(radians((north + other_north) / 2))
    return across**2 + (north - other_north) ** 2 <= NEIGHBORHOOD**2


def view_around(places: Sequence[Place], width: int, least: float) -> View:
    """The part of the globe around places, with a margin, in the shape of a sheet."""
    norths, easts = zip(*(place.coordinates for place in places), strict=True)
    latitude, longitude = (max(norths) + min(norths)) / 2, (max(easts) + min(easts)) / 2
    narrowing = max(cos(radians(latitude)), 0.2)
    across = max((max(easts) - min(easts)) * narrowing * (1 + 2 * MARGIN), least)
    high = max((max(norths) - min(norths)) * (1 + 2 * MARGIN), across * FLATTEST)
    across = max(across, high / STEEPEST)
    half = across / narrowing / 2
    if half > 180:
        half, across = 180, 360 * narrowing
    box = Box(longitude - half, latitude - high / 2, longitude + half, latitude + high / 2)
    return View(box, width, round(width * high / across))


def scale_of(view: View) -> tuple[float, int]:
    """A round number of kilometers, at most a quarter of the width, and its length."""
    box = view.box
    unit = view.height / (box.north - box.south) / DEGREE
    room = view.width / 4 / unit
    power = 10 ** floor(log10(room))
    kilometers = max(step * power for step in (1, 2, 5) if step * power <= room)
    return tidy(kilometers * unit), int(kilometers)
