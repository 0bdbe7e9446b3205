"""An extraction's lines -> which blocks of a page it holds, each asked in time of its own length.

A block counts if it is one of the lines, stands in them as a whole, or holds one of them. Looking
for every block in the whole extraction takes quadratic time, so both are found by pieces.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Sequence

Value = TypeVar("Value")

LONG_ENOUGH = 40  # characters without spaces: no menu entry is as long
PIECE = LONG_ENOUGH // 2  # each text as long as that holds a whole piece, wherever it begins
MOST_PLACES = 256  # at which one piece is looked for: what stands more often is no prose


class Judged:
    """The lines of an extraction, without their spaces."""

    def __init__(self, lines: Sequence[str]) -> None:
        self.lines = frozenset(lines)
        self.whole = "".join(lines)
        self.places: dict[str, list[int]] = defaultdict(list)
        for place in range(0, len(self.whole), PIECE):
            _add(self.places, self.whole[place : place + PIECE], place)
        self.beginnings: dict[str, list[str]] = defaultdict(list)
        for line in sorted(line for line in self.lines if len(line) >= LONG_ENOUGH):
            _add(self.beginnings, line[:LONG_ENOUGH], line)

    def holds(self, text: str) -> bool:
        """Tell whether the extraction holds a block, or a good part of it."""
        if text in self.lines:
            return True
        return len(text) >= LONG_ENOUGH and (self._is_in_whole(text) or self._holds_a_line(text))

    def _is_in_whole(self, text: str) -> bool:
        return any(self._begins_so(text, start) for start in range(PIECE))

    def _begins_so(self, text: str, start: int) -> bool:
        """Tell whether a text stands in the whole so that its pieces from `start` on do."""
        starts = range(start, len(text) - PIECE + 1, PIECE)
        found = [(self.places.get(text[at : at + PIECE], ()), at) for at in starts]
        places, at = min(found, key=lambda each: len(each[0]), default=((), 0))
        return any(place >= at and self.whole.startswith(text, place - at) for place in places)

    def _holds_a_line(self, text: str) -> bool:
        return any(
            text.startswith(line, start)
            for start in range(len(text) - LONG_ENOUGH + 1)
            for line in self.beginnings.get(text[start : start + LONG_ENOUGH], ())
        )


def _add(found: dict[str, list[Value]], key: str, value: Value) -> None:
    if len(found[key]) < MOST_PLACES:
        found[key].append(value)
