from __future__ import annotations

import re
from itertools import accumulate, combinations, pairwise
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from annotated_reader.model import Entry, Mention
from annotated_reader.pictures.drawing import WIDTH, width_of
from annotated_reader.pictures.labels import DROP, HEIGHT
from annotated_reader.pictures.map import LEAST, Map, Sheet, make_locator, make_map
from annotated_reader.pictures.outlines import Box, clipped, countries_in
from annotated_reader.pictures.views import Place, view_around
from annotated_reader.stages.collect import Occurrence, Register

if TYPE_CHECKING:
    from collections.abc import Sequence

    from annotated_reader.pictures.outlines import Point

OSH, BISHKEK, NEW_YORK, MOSCOW = (40.53, 72.8), (42.87, 74.59), (40.71, -74.01), (55.75, 37.62)
SQUARE = ((0.0, 0.0), (4.0, 0.0), (4.0, 4.0), (0.0, 4.0), (0.0, 0.0))


def a_map(*places: tuple[str, tuple[float, float] | None, int]) -> Map:
    entries = {name: Entry(name, name, "place", coordinates=at) for name, at, _ in places}
    mention = Mention("t", (0, 1), "", "place", "", 1)
    once = Occurrence(mention, "t", "", "", "", "", "")
    occurrences = {name: (once,) * number for name, _, number in places}
    return make_map(Register((), entries, occurrences))


def names(sheet: Sheet) -> list[str]:
    return [mark.words for mark in sheet.marks]


def test_place_without_coordinates_is_listed_and_not_placed() -> None:
    found = a_map(("Osh", OSH, 1), ("Sokh", None, 9))
    assert names(found.sheets[0]) == ["Osh"]
    assert [entry.id for entry in found.unplaced] == ["Sokh"]
    assert [entry.id for entry, _ in found.rows] == ["Osh"]


def test_library_without_a_placed_place_has_no_sheet() -> None:
    assert a_map(("Sokh", None, 9)).sheets == ()


def test_north_is_above_and_east_is_right() -> None:
    osh, bishkek = a_map(("Osh", OSH, 2), ("Bishkek", BISHKEK, 1)).sheets[0].marks
    assert bishkek.y < osh.y
    assert bishkek.x > osh.x


def test_what_is_named_more_often_is_larger() -> None:
    osh, bishkek = a_map(("Osh", OSH, 30), ("Bishkek", BISHKEK, 1)).sheets[0].marks
    assert osh.radius > bishkek.radius


def test_region_is_where_the_most_mentions_are_and_all_places_follow() -> None:
    found = a_map(("Osh", OSH, 3), ("Bishkek", BISHKEK, 3), ("New York", NEW_YORK, 5))
    assert [names(sheet) for sheet in found.sheets] == [
        ["Bishkek", "Osh"],
        ["New York", "Bishkek", "Osh"],
    ]


def test_places_of_one_region_have_one_map() -> None:
    assert len(a_map(("Osh", OSH, 3), ("Bishkek", BISHKEK, 3)).sheets) == 1


def test_entries_at_one_point_share_a_mark() -> None:
    found = a_map(("Bishkek", BISHKEK, 3), ("Frunze", BISHKEK, 1))
    assert names(found.sheets[0]) == ["Bishkek · Frunze"]
    assert [entry.id for entry, _ in found.rows] == ["Bishkek", "Frunze"]


def test_countries_of_the_region_are_named() -> None:
    sheet = make_locator(Entry("osh", "Osh", "place", coordinates=OSH))
    assert sheet
    assert {"Kyrgyzstan", "China"} <= {name.words for name in sheet.names}


def holds(ring: Sequence[Point], point: Point) -> bool:
    """Whether a line from a point to the east crosses a ring an odd number of times."""
    x, y = point
    sides = [(one, other) for one, other in pairwise(ring) if (one[1] > y) != (other[1] > y)]
    return bool(sum(x < a[0] + (y - a[1]) / (b[1] - a[1]) * (b[0] - a[0]) for a, b in sides) % 2)


def test_name_of_a_country_stands_upon_it_even_where_others_crowd_it_out() -> None:
    places = [Place((), at, 1) for at in (OSH, BISHKEK, NEW_YORK, MOSCOW)]
    sheet = a_map(*((str(n), place.coordinates, 1) for n, place in enumerate(places))).sheets[-1]
    view = view_around(places, WIDTH, LEAST)
    rings = {
        name: [[view.point(*point) for point in ring] for ring in found]
        for name, found in countries_in(view.box)
    }
    assert {"Ukraine", "Turkey"} <= {name.words for name in sheet.names}
    assert not [
        name.words
        for name in sheet.names
        if not any(holds(ring, (name.label.x, name.label.y - DROP)) for ring in rings[name.words])
    ]


def test_place_without_coordinates_has_no_locator() -> None:
    assert make_locator(Entry("osh", "Osh", "place")) is None


def test_scale_is_as_long_as_it_says() -> None:
    sheet = a_map(("South", (0.0, 10.0), 1), ("North", (1.0, 10.0), 1)).sheets[0]
    north, south = sorted(mark.y for mark in sheet.marks)
    length, kilometers = sheet.scale
    assert length / kilometers == pytest.approx((south - north) / 111.2, rel=0.01)


def test_land_stays_near_the_sheet() -> None:
    sheet = a_map(("Osh", OSH, 1)).sheets[0]
    corners = [corner for ring in corners_of(sheet.land) for corner in ring]
    assert corners
    assert all(0 <= x <= sheet.width and 0 <= y <= sheet.height for x, y in corners)


def corners_of(path: str) -> list[list[tuple[int, int]]]:
    rings = []
    for ring in re.findall(r"M([^z]*)z", path):
        numbers = [int(number) for number in re.findall(r"-?\d+", ring)]
        steps = zip(numbers[::2], numbers[1::2], strict=True)
        rings.append([*accumulate(steps, lambda at, step: (at[0] + step[0], at[1] + step[1]))])
    return rings


def test_rings_of_land_are_closed() -> None:
    rings = corners_of(a_map(("Osh", OSH, 1)).sheets[0].land)
    assert rings == [ring for ring in rings if ring[0] == ring[-1]]


def test_straight_line_of_land_is_one_step() -> None:
    rings = corners_of(a_map(("Osh", OSH, 1), ("New York", NEW_YORK, 1)).sheets[-1].land)
    assert not [
        corners
        for ring in rings
        for corners in zip(ring, ring[1:], ring[2:], strict=False)
        if goes_straight_on(*corners)
    ]


def goes_straight_on(one: tuple[int, int], two: tuple[int, int], three: tuple[int, int]) -> bool:
    (x, y), (east, south) = ((b[0] - a[0], b[1] - a[1]) for a, b in ((one, two), (two, three)))
    return x * south == y * east and x * east + y * south > 0


@settings(max_examples=12)
@given(
    st.lists(
        st.tuples(st.floats(-89, 89), st.floats(-180, 180)), min_size=1, max_size=12, unique=True
    )
)
def test_labels_never_overlap(points: list[tuple[float, float]]) -> None:
    found = a_map(*((f"Place {n}", point, n) for n, point in enumerate(points)))
    for sheet in found.sheets:
        boxes = []
        labels = [(mark.words, mark.label) for mark in sheet.marks]
        labels += [(name.words, name.label) for name in sheet.names]
        for words, label in labels:
            if label:
                long = width_of(words)
                left = label.x - {"start": 0, "middle": long / 2, "end": long}[label.anchor]
                boxes.append((left, label.y - HEIGHT + 3, left + long, label.y + 3))
        assert not [
            (one, other)
            for one, other in combinations(boxes, 2)
            if one[0] + 0.2 < other[2] and other[0] + 0.2 < one[2]
            and one[1] + 0.2 < other[3] and other[1] + 0.2 < one[3]
        ]  # fmt: skip


def test_ring_within_a_box_is_whole() -> None:
    assert set(clipped(SQUARE, Box(-1, -1, 5, 5))) == set(SQUARE)


def test_ring_is_cut_at_the_sides_of_a_box() -> None:
    assert set(clipped(SQUARE, Box(2, -1, 5, 2))) == {(2, 0), (4, 0), (4, 2), (2, 2)}


def test_ring_outside_a_box_is_nothing() -> None:
    assert clipped(SQUARE, Box(7, 7, 9, 9)) == ()


def test_country_beyond_the_line_of_change_of_date_is_whole_on_both_sides() -> None:
    assert {"Russia"} == {name for name, _ in countries_in(Box(-179, 66, -171, 68))}
    assert {"Russia"} == {name for name, _ in countries_in(Box(181, 66, 189, 68))}


def test_small_countries_are_not_lost() -> None:
    assert "Malta" in {name for name, _ in countries_in(Box(13, 35, 15, 37))}
