"""Ties -> places on a sheet: what is tied draws near, everything keeps its distance.

Fruchterman and Reingold's layout (1991) with fixed first places and a fixed number of steps.
Only the four operations and square roots are used, which IEEE 754 rounds in one way, so that
every machine comes to the same places; sines and powers would not.
"""

from __future__ import annotations

from math import sqrt
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

STEPS = 220
PULL = 2.5  # to the middle: keeps groups without a tie near
FLAT = 1.7  # marks are moved farther apart sideways, where their names stand
Point = tuple[float, float]


def lay_out(
    names: Sequence[str], ties: Mapping[tuple[str, str], float], width: float, height: float
) -> dict[str, Point]:
    """Return a place on the sheet for each name; ties have strengths from 0 to 1."""
    number = {name: index for index, name in enumerate(names)}
    springs = [(number[one], number[other], strength) for (one, other), strength in ties.items()]
    xs, ys = _first_places(len(names))
    ideal = 1 / sqrt(max(len(names), 1))
    for step in range(STEPS):
        heat = 0.12 * (1 - step / STEPS) + 0.001
        _move(xs, ys, _forces(xs, ys, springs, ideal), heat)
    places = _fitted(xs, ys, width, height)
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


def _first_places(number: int) -> tuple[list[float], list[float]]:
    """Places that look strewn: multiples of the plastic number (Roberts 2018), modulo one."""
    xs = [(0.5 + index * 0.7548776662466927) % 1 for index in range(number)]
    ys = [(0.5 + index * 0.5698402909980532) % 1 for index in range(number)]
    return xs, ys


def _forces(
    xs: list[float], ys: list[float], springs: Sequence[tuple[int, int, float]], ideal: float
) -> list[list[float]]:
    forces = [[(0.5 - x) * PULL, (0.5 - y) * PULL] for x, y in zip(xs, ys, strict=True)]
    square = ideal * ideal
    for one in range(len(xs)):
        for other in range(one):
            dx, dy = xs[one] - xs[other], ys[one] - ys[other]
            push = square / max(dx * dx + dy * dy, 1e-9)
            forces[one][0] += dx * push
            forces[one][1] += dy * push
            forces[other][0] -= dx * push
            forces[other][1] -= dy * push
    for one, other, strength in springs:
        dx, dy = xs[one] - xs[other], ys[one] - ys[other]
        pull = sqrt(dx * dx + dy * dy) / ideal * (0.5 + strength)
        forces[one][0] -= dx * pull
        forces[one][1] -= dy * pull
        forces[other][0] += dx * pull
        forces[other][1] += dy * pull
    return forces


def _move(xs: list[float], ys: list[float], forces: list[list[float]], heat: float) -> None:
    """Follow the forces, but no farther than the heat allows."""
    for index, (fx, fy) in enumerate(forces):
        length = sqrt(fx * fx + fy * fy)
        share = min(length, heat) / length if length else 0
        xs[index] += fx * share
        ys[index] += fy * share


def _fitted(xs: list[float], ys: list[float], width: float, height: float) -> list[Point]:
    """Stretch places over the sheet."""
    if not xs:
        return []
    left, top = min(xs), min(ys)
    across, down = max(xs) - left, max(ys) - top
    return [
        ((x - left) / across * width if across else width / 2,
         (y - top) / down * height if down else height / 2)
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
