"""The register -> a network: the best connected entries, their ties, and all company as rows."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from dataclasses import dataclass
from math import sqrt
from typing import TYPE_CHECKING

from .drawing import SHAPES, WIDTH, shortened, tidy
from .labels import Label, Spot, place_labels
from .layout import Point, lay_out, spread_out
from .ties import Part, Ties, all_ties, strongest_part

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Sequence

    from ..model import Entry
    from ..stages.collect import Register

MOST = 72
TIES_AN_ENTRY = 1.8
MARGIN = 30
DISTANCE = 36  # between two marks: each has room for a finger
LABEL = 26
ROWS = 1_000  # of the table; the rest of a large library stands on the entries' own pages
WIDEST = 5
SCALE = (2, 3, 5, 10, 20, 50, 100, 200, 500, 1_000, 2_000, 5_000)
"""Numbers of shared sentences that the reader may ask for at least."""

CHOICES = 4
"""So many of them are offered, from those that tell the drawn ties apart."""


@dataclass(frozen=True, slots=True)
class Node:
    """An entry in its place; `own_ties` is the path of its lines, `strength` its best level."""

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
    """A tie as a line; `kind` is that of both its ends, or empty where they differ.

    `strength` is the level that it reaches: how many of the filter's steps it is as strong as.
    """

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
    """What is drawn, what the filter offers, and the whole as rows; `entries` there are in all."""

    nodes: tuple[Node, ...]
    lines: tuple[Line, ...]
    rows: tuple[Row, ...]
    kinds: tuple[str, ...]
    steps: tuple[int, ...]
    height: int
    entries: int
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
    steps = steps_of(part.ties.values())
    rows = _rows(register, ties)
    strongest = max(part.ties.values(), default=0)
    return Network(
        nodes=_nodes(register, part, places, height, steps),
        lines=tuple(
            _line(register, pair, places, level_of(count, steps), _width(count, strongest))
            for pair, count in part.ties.items()
        ),
        rows=rows[:ROWS],
        kinds=tuple(dict.fromkeys(sorted(row.entry.kind for row in rows))),
        steps=steps,
        height=height,
        entries=len(rows),
    )


def places_of(part: Part, height: int) -> dict[str, Point]:
    """Return where the entries of a part stand in a drawing of some height."""
    strongest = max(part.ties.values(), default=1)
    strengths = {pair: count / strongest for pair, count in part.ties.items()}
    inner = WIDTH - 2 * MARGIN, height - 2 * MARGIN
    laid = spread_out(lay_out(part.entries, strengths, *inner), DISTANCE, *inner)
    return {id_: (round(x + MARGIN), round(y + MARGIN)) for id_, (x, y) in laid.items()}


def _nodes(
    register: Register,
    part: Part,
    places: dict[str, Point],
    height: int,
    steps: tuple[int, ...],
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
            words[id_], label, level_of(max(own[id_].values()), steps), len(own[id_]),
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


def steps_of(counts: Collection[int]) -> tuple[int, ...]:
    """Return the steps of the filter: few, spread over what tells the ties apart."""
    weakest, strongest = min(counts, default=0), max(counts, default=0)
    steps = [step for step in SCALE if weakest < step <= strongest]
    spread = {round(index * (len(steps) - 1) / (CHOICES - 1)) for index in range(CHOICES)}
    return tuple(steps) if len(steps) <= CHOICES else tuple(steps[at] for at in sorted(spread))


def level_of(count: int, steps: Sequence[int]) -> int:
    """Return how many of the steps a number of sentences reaches."""
    return bisect_right(steps, count)


def _width(count: int, strongest: int) -> float:
    """Return a line's width: half a pixel a sentence, less where a line would be too wide."""
    return tidy(0.6 + min(0.5 * count, (WIDEST - 0.6) * count / strongest))


def _line(
    register: Register, pair: tuple[str, str], places: dict[str, Point], level: int, width: float
) -> Line:
    one, other = (register.entries[id_].kind for id_ in pair)
    path = _path(places[pair[0]], places[pair[1]])
    return Line(path, width, level, one if one == other else "")


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
