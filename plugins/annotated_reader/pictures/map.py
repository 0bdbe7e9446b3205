"""The register -> maps of the places that have coordinates; the others are listed.

The first map shows the library's own region: the places near each other that are named most. If
others lie far away, a second one shows all of them. Degrees are drawn as they are, narrowed by the
latitude of the map's middle, so that distances in a region come out right.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from itertools import pairwise
from math import sqrt
from typing import TYPE_CHECKING

from .drawing import WIDTH, shortened, tidy, width_of
from .labels import Area, Spot, place_labels
from .outlines import countries_in
from .views import Place, View, regions, scale_of, view_around

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from ..model import Entry
    from ..stages.collect import Register
    from .labels import Label
    from .outlines import Point

LEAST = 8  # degrees that a map shows at least, from side to side
ROWS = 8  # level lines on which a country's name is tried
NAME_HEIGHT = 30
LABEL = 28  # letters
MOST_MARKS = 80  # on a sheet: the most named; the table has all
MOST_COMPARED = 500  # places, the most named: where they lie tells the library's region
LOCATOR_SPAN = 14  # degrees from side to side
LOCATOR_WIDTH = 400


@dataclass(frozen=True, slots=True)
class Mark:
    """A place on a map; a name that finds no room has no label, but is in the title."""

    place: Place
    x: float
    y: float
    radius: float
    words: str
    label: Label | None


@dataclass(frozen=True, slots=True)
class Name:
    """A country's name, within what is seen of it."""

    words: str
    label: Label


@dataclass(frozen=True, slots=True)
class Sheet:
    """A map: land as one path, names of countries, the marks, and a length in kilometers.

    Of very many places, `of` in all, only the most named have marks.
    """

    title: str
    width: int
    height: int
    land: str
    names: tuple[Name, ...]
    marks: tuple[Mark, ...]
    scale: tuple[float, int]
    of: int


@dataclass(frozen=True, slots=True)
class Map:
    """The sheets, each place as a row with its mentions, and the places without coordinates."""

    sheets: tuple[Sheet, ...]
    rows: tuple[tuple[Entry, int], ...]
    unplaced: tuple[Entry, ...]


def mapped(register: Register) -> list[tuple[Entry, int]]:
    """Return all that a map is made of: places and whatever has coordinates, with its mentions."""
    return [
        (entry, len(register.occurrences.get(id_, ())))
        for id_, entry in register.entries.items()
        if entry.coordinates or entry.kind == "place"
    ]


def make_map(register: Register) -> Map:
    """Draw every entry that has coordinates."""
    mentions = {id_: len(register.occurrences.get(id_, ())) for id_ in register.entries}
    entries = sorted(register.entries.values(), key=lambda each: (-mentions[each.id], each.name))
    placed = [entry for entry in entries if entry.coordinates]
    places = _places(placed, mentions)
    return Map(
        sheets=tuple(_sheets(places)),
        rows=tuple((entry, mentions[entry.id]) for entry in placed),
        unplaced=tuple(
            sorted(
                (entry for entry in entries if entry.kind == "place" and not entry.coordinates),
                key=lambda entry: (entry.name.casefold(), entry.id),
            )
        ),
    )


def make_locator(entry: Entry) -> Sheet | None:
    """Draw where one entry lies: the countries around it, and no other place."""
    if not entry.coordinates:
        return None
    place = Place((entry,), entry.coordinates, 0)
    view = view_around([place], LOCATOR_WIDTH, LOCATOR_SPAN)
    return _sheet(f"Where {entry.name} lies", [place], view)


def _places(entries: Iterable[Entry], mentions: dict[str, int]) -> list[Place]:
    """Entries by their point, so that no mark lies on another one: Frunze is Bishkek."""
    points: defaultdict[tuple[float, float], list[Entry]] = defaultdict(list)
    for entry in entries:
        if entry.coordinates:
            points[entry.coordinates].append(entry)
    return [
        Place(tuple(found), point, sum(mentions[entry.id] for entry in found))
        for point, found in points.items()
    ]


def _sheets(places: list[Place]) -> Iterable[Sheet]:
    if not places:
        return
    known = places[:MOST_COMPARED]
    region = max(regions(known), key=lambda each: sum(place.mentions for place in each))
    yield _sheet(
        "The region named most" if len(region) < len(known) else "All places",
        region,
        view_around(region, WIDTH, LEAST),
    )
    if len(region) < len(known):
        yield _sheet("All places", places, view_around(places, WIDTH, LEAST))


def _sheet(title: str, places: Sequence[Place], view: View) -> Sheet:
    """Draw land, marks and the names that find room: places first, then countries."""
    ordered = sorted(places, key=lambda place: (-place.mentions, place.entries[0].id))
    ordered = ordered[:MOST_MARKS]
    spots = [_spot(place, view) for place in ordered]
    countries = list(countries_in(view.box))
    named = [_area(name, rings, view) for name, rings in countries]
    labels = place_labels([*spots, *named], view.width, view.height)
    marks = [
        Mark(place, spot.x, spot.y, spot.radius, spot.words, label)
        for place, spot, label in zip(ordered, spots, labels[: len(spots)], strict=True)
    ]
    return Sheet(
        title,
        view.width,
        view.height,
        "".join(_path(ring, view) for _, rings in countries for ring in rings),
        tuple(
            Name(area.words, label)
            for area, label in zip(named, labels[len(spots) :], strict=True)
            if label
        ),
        tuple(marks),
        scale_of(view),
        len(places),
    )


def _spot(place: Place, view: View) -> Spot:
    north, east = place.coordinates
    x, y = view.point(east, north)
    words = shortened(" · ".join(entry.name for entry in place.entries), LABEL)
    return Spot(x, y, tidy(min(3.5 + sqrt(place.mentions) * 0.8, 10)), words)


def _area(name: str, rings: Sequence[Sequence[Point]], view: View) -> Area:
    """Where a country's name has room within what is seen of it: its widest parts first."""
    drawn = [[view.point(*point) for point in ring] for ring in rings]
    runs = sorted((run for ring in drawn for run in _runs(ring)), reverse=True)
    room = width_of(name)
    wide = [(long - room, x, y) for long, x, y in runs if long > room]
    shifts = (0, -1 / 3, 1 / 3)
    return Area(tuple((x + spare * shift, y) for spare, x, y in wide for shift in shifts), name)


def _runs(ring: Sequence[Point]) -> Iterable[tuple[float, float, float]]:
    """Where level lines lie in a ring: the length of each, and its middle."""
    heights = [y for _, y in ring]
    low, high = min(heights), max(heights)
    for step in range(1, ROWS) if high - low > NAME_HEIGHT else ():
        y = low + (high - low) * step / ROWS
        crossings = sorted(
            one[0] + (y - one[1]) / (other[1] - one[1]) * (other[0] - one[0])
            for one, other in pairwise(ring)
            if (one[1] > y) != (other[1] > y)
        )
        for west, east in zip(crossings[::2], crossings[1::2], strict=False):
            yield east - west, (west + east) / 2, y


def _path(ring: Sequence[Point], view: View) -> str:
    """A ring as SVG, in whole units, which is as much as a small sheet can show of it.

    Neighbors are rounded alike, so that no gap opens between them. Steps from point to point are
    shorter to write than points, and a straight line is one step however many points it has.
    """
    points = [(round(x), round(y)) for x, y in (view.point(*point) for point in ring)]
    different = [points[0], *(other for one, other in pairwise(points) if one != other)]
    if len(different) <= 3:
        return ""
    steps = [(other[0] - one[0], other[1] - one[1]) for one, other in pairwise(different)]
    x, y = different[0]
    return f"M{x} {y}l{''.join(map(_pair, _straight(steps))).lstrip()}z"


def _straight(steps: Iterable[tuple[int, int]]) -> Iterable[tuple[int, int]]:
    """Steps, with those made one that go on in the same direction."""
    x = y = 0
    for east, south in steps:
        if (x or y) and (x * south != y * east or x * east + y * south < 0):
            yield x, y
            x = y = 0
        x, y = x + east, y + south
    yield x, y


def _pair(step: tuple[int, int]) -> str:
    """Two numbers of a path; a minus sign parts numbers as a space does."""
    return "".join(str(number) if number < 0 else f" {number}" for number in step)
