"""Ties -> places on a sheet: what is tied draws near, everything keeps its distance.

Fruchterman and Reingold's layout (1991) by networkx, from seeded first places. Another machine
may round the sums of many numbers otherwise in their last digit; after so few steps that is less
than a pixel, and what comes out is rounded to whole pixels before anything is made of it. From
there on only the four operations and square roots are used, which IEEE 754 rounds in one way.
"""

from __future__ import annotations

from math import sqrt
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

SEED = 1
ITERATIONS = 50  # four times as many would make pixels of the last digits
WEAKEST = 0.5  # the pull of a tie of strength 0; one of strength 1 pulls thrice as much
MIDDLE = ("", "the middle of the sheet")  # no name: it is tied to all and keeps groups near
PULL = 0.2  # to the middle
FLAT = 1.7  # marks are moved farther apart sideways, where their names stand
Point = tuple[float, float]


def lay_out(
    names: Sequence[str], ties: Mapping[tuple[str, str], float], width: float, height: float
) -> dict[str, Point]:
    """Return a place on the sheet for each name; ties have strengths from 0 to 1."""
    import networkx as nx  # slow to load, and wanted only where a network is drawn

    graph = nx.Graph()
    graph.add_nodes_from(names)
    graph.add_weighted_edges_from(
        (one, other, WEAKEST + strength) for (one, other), strength in ties.items()
    )
    graph.add_weighted_edges_from((MIDDLE, name, PULL) for name in names)
    laid = nx.spring_layout(graph, iterations=ITERATIONS, seed=SEED, method="force")
    points = [(float(laid[name][0]), float(laid[name][1])) for name in names]
    places = _fitted(points, width, height)
    return dict(zip(names, places, strict=True))


def spread_out(
    places: Mapping[str, Point], distance: float, width: float, height: float
) -> dict[str, Point]:
    """Move places apart that are closer than a distance (more sideways), within the sheet."""
    names = list(places)
    points = [list(places[name]) for name in names]
    for _ in range(60):
        for one in range(len(points)):
            for other in range(one):
                _part(points[one], points[other], distance)
        for point in points:
            point[0], point[1] = min(max(point[0], 0), width), min(max(point[1], 0), height)
    return {name: (x, y) for name, (x, y) in zip(names, points, strict=True)}


def _fitted(points: Sequence[Point], width: float, height: float) -> list[Point]:
    """Stretch places over the sheet, to whole pixels."""
    if not points:
        return []
    xs, ys = zip(*points, strict=True)
    left, top = min(xs), min(ys)
    across, down = max(xs) - left, max(ys) - top
    return [
        (round((x - left) / across * width if across else width / 2),
         round((y - top) / down * height if down else height / 2))
        for x, y in zip(xs, ys, strict=True)
    ]  # fmt: skip


def _part(one: list[float], other: list[float], distance: float) -> None:
    dx, dy = (one[0] - other[0]) / FLAT, one[1] - other[1]
    apart = sqrt(dx * dx + dy * dy)
    if apart >= distance:
        return
    if not apart:
        dx, apart = 1.0, 1.0
    push = (distance - apart) / 2 / apart
    one[0] += dx * push * FLAT
    one[1] += dy * push
    other[0] -= dx * push * FLAT
    other[1] -= dy * push
