"""The register -> a network: the best connected entries, their ties, and all company as rows."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from math import sqrt
from typing import TYPE_CHECKING

from .drawing import SHAPES, WIDTH, shortened, tidy
from .labels import Label, Spot, place_labels
from .layout import Point, lay_out, spread_out
from .ties import Part, Ties, all_ties, strongest_part

if TYPE_CHECKING:
    from collections.abc import Callable

    from ..model import Entry
    from ..stages.collect import Register

MOST = 72
TIES_AN_ENTRY = 1.8
MARGIN = 30
DISTANCE = 36  # between two marks: each has room for a finger
LABEL = 26
STEPS = (2, 3, 5, 10)
"""Numbers of shared sentences that the reader may ask for at least."""


@dataclass(frozen=True, slots=True)
class Node:
    """An entry in its place; `own_ties` is the path of all its lines, `strength` its best tie."""

    entry: Entry
    x: float
    y: float
    radius: float
    shape: str
    words: str
    label: Label | None
    strength: int
    company: int
    own_ties: str


@dataclass(frozen=True, slots=True)
class Line:
    """A tie as a line; `kind` is that of both its ends, or empty where they differ."""

    path: str
    width: float
    strength: int
    kind: str


@dataclass(frozen=True, slots=True)
class Row:
    """An entry with all its company, the closest first."""

    entry: Entry
    company: tuple[tuple[Entry, int], ...]


@dataclass(frozen=True, slots=True)
class Network:
    """What is drawn, what the filter offers, and the whole as rows."""

    nodes: tuple[Node, ...]
    lines: tuple[Line, ...]
    rows: tuple[Row, ...]
    kinds: tuple[str, ...]
    steps: tuple[int, ...]
    height: int
    width: int = WIDTH


def make_network(
    register: Register, place: Callable[[Part, int], dict[str, Point]] | None = None
) -> Network:
    """Lay out who is named with whom; of many, the best connected.

    `place` may know from an earlier time what `places_of` makes of the same.
    """
    ties = all_ties(register)
    part = strongest_part(ties, MOST, TIES_AN_ENTRY)
    height = 320 + 6 * len(part.entries)
    places = (place or places_of)(part, height)
    nodes = _nodes(register, part, places, height)
    rows = _rows(register, ties)
    strongest = max(ties.values(), default=0)
    return Network(
        nodes=nodes,
        lines=tuple(_line(register, pair, part.ties[pair], places) for pair in part.ties),
        rows=rows,
        kinds=tuple(dict.fromkeys(sorted(row.entry.kind for row in rows))),
        steps=tuple(step for step in STEPS if step <= strongest),
        height=height,
    )


def places_of(part: Part, height: int) -> dict[str, Point]:
    """Return where the entries of a part stand in a drawing of some height."""
    strongest = max(part.ties.values(), default=1)
    strengths = {pair: count / strongest for pair, count in part.ties.items()}
    inner = WIDTH - 2 * MARGIN, height - 2 * MARGIN
    laid = spread_out(lay_out(part.entries, strengths, *inner), DISTANCE, *inner)
    return {id_: (tidy(x + MARGIN), tidy(y + MARGIN)) for id_, (x, y) in laid.items()}


def _nodes(
    register: Register, part: Part, places: dict[str, Point], height: int
) -> tuple[Node, ...]:
    most = max((len(register.occurrences[id_]) for id_ in part.entries), default=1)
    radius = {
        id_: tidy(5 + 6 * sqrt(len(register.occurrences[id_]) / most)) for id_ in part.entries
    }
    words = {id_: shortened(register.entries[id_].name, LABEL) for id_ in part.entries}
    spots = [Spot(*places[id_], radius[id_], words[id_]) for id_ in part.entries]
    labels = place_labels(spots, WIDTH, height)
    own = _own_ties(part.ties)
    return tuple(
        Node(
            register.entries[id_], *places[id_], radius[id_], SHAPES[register.entries[id_].kind],
            words[id_], label, step_of(max(own[id_].values())), len(own[id_]),
            "".join(_path(places[id_], places[other]) for other in own[id_]),
        )
        for id_, label in zip(part.entries, labels, strict=True)
    )  # fmt: skip


def _own_ties(ties: Ties) -> dict[str, dict[str, int]]:
    own: defaultdict[str, dict[str, int]] = defaultdict(dict)
    for (one, other), count in ties.items():
        own[one][other] = count
        own[other][one] = count
    return own


def _path(start: Point, end: Point) -> str:
    return f"M{start[0]} {start[1]}L{end[0]} {end[1]}"


def step_of(count: int) -> int:
    """Return the highest step of the filter that a number of sentences reaches."""
    return max((step for step in STEPS if step <= count), default=1)


def _line(register: Register, pair: tuple[str, str], count: int, places: dict[str, Point]) -> Line:
    one, other = (register.entries[id_].kind for id_ in pair)
    path = _path(places[pair[0]], places[pair[1]])
    return Line(path, tidy(min(0.6 + 0.5 * count, 5)), step_of(count), one if one == other else "")


def _rows(register: Register, ties: Ties) -> tuple[Row, ...]:
    own = _own_ties(ties)
    order = sorted(own, key=lambda id_: (-sum(own[id_].values()), id_))
    return tuple(
        Row(
            register.entries[id_],
            tuple(
                (register.entries[other], count)
                for other, count in sorted(own[id_].items(), key=lambda tie: (-tie[1], tie[0]))
            ),
        )
        for id_ in order
    )
