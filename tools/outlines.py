"""Natural Earth's countries from npm's world-atlas -> `outlines.json` in the plugin's data.

Run once a release of the data, `python -m tools.outlines <world-atlas-2.0.2.tgz>`, on the archive
that `npm pack world-atlas@2.0.2` gives. The data are in the public domain (naturalearthdata.com).
"""

from __future__ import annotations

import base64
import hashlib
import io
import json
import sys
import tarfile
from itertools import pairwise
from pathlib import Path
from typing import Any

INTEGRITY = (
    "IXfV0qwlKXpckz1FhwXVwKRjiIhOnWttOskm5CtxMsjgE/MXAYRHWJqgXOpM8IkcPBoXnyTU5lFHcYa5ChG0LQ=="
)
MEMBER = "package/countries-50m.json"
TARGET = Path(__file__).parent.parent / "plugins" / "annotated_reader" / "data" / "outlines.json"
TOLERANCE = 3  # hundredths of a degree that a line may move
SMALLEST = 50  # hundredths of a degree: of smaller islands only a country's largest is kept
DIGITS = "0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[]^_abcdefghijklmnopqrstuvwxyz"
Point = tuple[int, int]


def main() -> None:
    """Write the table."""
    archive = Path(sys.argv[1]).read_bytes()
    if base64.b64encode(hashlib.sha512(archive).digest()).decode() != INTEGRITY:
        raise SystemExit("this is not world-atlas 2.0.2: npm pack world-atlas@2.0.2")
    with tarfile.open(fileobj=io.BytesIO(archive)) as tar:
        member = tar.extractfile(MEMBER)
        assert member  # noqa: S101  # the archive was checked
        topology = json.load(member)
    table = outlines(topology)
    lines = ",\n".join(f"{json.dumps(key)}: {_dump(table[key])}" for key in sorted(table))
    TARGET.write_text(f"{{\n{lines}\n}}\n", encoding="utf-8")
    print(f"{TARGET.stat().st_size:,} bytes")


def outlines(topology: dict[str, Any]) -> dict[str, Any]:
    """Return the arcs, each as a line of letters, and who has them.

    An arc is whole hundredths of a degree east and north, each point told from the last, and
    written as `_letters` says. A country is its name and rings; a ring is a list of arcs, `~arc`
    where it runs backwards.
    """
    arcs = [_simplified(arc) for arc in _absolute(topology)]
    countries = []
    used: dict[int, int] = {}
    for geometry in topology["objects"]["countries"]["geometries"]:
        polygons = geometry.get("arcs", [])
        polygons = polygons if geometry["type"] == "MultiPolygon" else [polygons]
        rings = [ring for polygon in polygons for ring in polygon]
        largest = max((_size(ring, arcs) for ring in rings), default=0)
        kept = [ring for ring in rings if _size(ring, arcs) >= min(SMALLEST, largest)]
        numbered = [[_number(arc, used) for arc in ring] for ring in kept]
        if numbered:
            countries.append([geometry["properties"]["name"], numbered])
    return {
        "arcs": [_letters(_differences(arcs[arc])) for arc in used],
        "countries": sorted(countries),
    }


def _absolute(topology: dict[str, Any]) -> list[list[Point]]:
    """The arcs in hundredths of a degree."""
    scale, translate = topology["transform"]["scale"], topology["transform"]["translate"]
    found = []
    for arc in topology["arcs"]:
        x = y = 0
        points = []
        for dx, dy in arc:
            x, y = x + dx, y + dy
            points.append(
                (
                    round((x * scale[0] + translate[0]) * 100),
                    round((y * scale[1] + translate[1]) * 100),
                )
            )
        found.append(points)
    return found


def _simplified(points: list[Point]) -> list[Point]:
    """Douglas and Peucker's way: what lies within the tolerance of a straight line is left out."""
    if points[0] == points[-1] and len(points) > 3:
        middle = len(points) // 2
        return [*_between(points[: middle + 1])[:-1], *_between(points[middle:])]
    return _between(points)


def _between(points: list[Point]) -> list[Point]:
    if len(points) < 3:
        return points
    away = [_distance(point, points[0], points[-1]) for point in points]
    farthest = max(range(len(points)), key=away.__getitem__)
    if away[farthest] <= TOLERANCE:
        return [points[0], points[-1]]
    return [*_between(points[: farthest + 1])[:-1], *_between(points[farthest:])]


def _distance(point: Point, start: Point, end: Point) -> float:
    """The distance of a point from the line between two others."""
    long, high = end[0] - start[0], end[1] - start[1]
    square = long * long + high * high
    along = ((point[0] - start[0]) * long + (point[1] - start[1]) * high) / square if square else 0
    along = min(1, max(0, along))
    across = point[0] - start[0] - along * long, point[1] - start[1] - along * high
    return float((across[0] ** 2 + across[1] ** 2) ** 0.5)


def _size(ring: list[int], arcs: list[list[Point]]) -> int:
    """How far a ring reaches, in the direction in which it reaches farther."""
    points = [point for arc in ring for point in arcs[arc if arc >= 0 else ~arc]]
    return max(max(values) - min(values) for values in zip(*points, strict=True))


def _number(arc: int, used: dict[int, int]) -> int:
    """The new number of an arc, in the order of first use."""
    number = used.setdefault(arc if arc >= 0 else ~arc, len(used))
    return number if arc >= 0 else ~number


def _differences(points: list[Point]) -> list[int]:
    flat = [*points[0]]
    for (x, y), (next_x, next_y) in pairwise(points):
        flat += [next_x - x, next_y - y]
    return flat


def _letters(numbers: list[int]) -> str:
    """Write whole numbers in digits of 32 that only the last of a number is without 32 added.

    The sign is the lowest bit, and a digit is a character from 48 on, without the backslash.
    """
    letters = []
    for number in numbers:
        rest = abs(number) * 2 + (number < 0)
        while rest >= 32:
            letters.append(DIGITS[32 + rest % 32])
            rest //= 32
        letters.append(DIGITS[rest])
    return "".join(letters)


def _dump(value: Any) -> str:
    """JSON with a line an item, so that a change can be seen."""
    items = (json.dumps(item, ensure_ascii=False, separators=(",", ":")) for item in value)
    return "[\n" + ",\n".join(items) + "\n]"


if __name__ == "__main__":
    main()
