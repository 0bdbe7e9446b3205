"""What goes wrong with names: which kind is taken for which, and which names most often."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import TYPE_CHECKING

from evaluation.spans import KINDS

if TYPE_CHECKING:
    from evaluation.gold import Name

NOTHING = "nothing or other edges"
MOST = 10

Read = tuple[str, frozenset["Name"], frozenset["Name"]]
"""A text, the names wanted in it and those found, trimmed."""


def confusion(texts: Iterable[Read]) -> list[list[str]]:
    """Return a row for each kind that is wanted: how often it was found as which kind."""
    counts: Counter[tuple[str, str]] = Counter()
    for _, wanted, found in texts:
        counts.update((gold, ours) for _, gold, ours in _pairs(wanted, found))
    columns = (*KINDS, NOTHING)
    return [[gold, *(str(counts[gold, ours]) for ours in columns)] for gold in columns]


def most_frequent(texts: Iterable[Read], most: int = MOST) -> list[list[str]]:
    """Return the names that are most often wrong: the name, what it is, what we say, how often."""
    counts: Counter[tuple[str, str, str]] = Counter()
    for text, wanted, found in texts:
        for (start, end), gold, ours in _pairs(wanted, found):
            if gold != ours:
                counts[" ".join(text[start:end].split()), gold, ours] += 1
    ranked = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    return [[*what, str(number)] for what, number in ranked[:most]]


def _pairs(
    wanted: frozenset[Name], found: frozenset[Name]
) -> list[tuple[tuple[int, int], str, str]]:
    """Each span of either side with what it is and what we say."""
    gold = {(start, end): kind for start, end, kind in wanted}
    ours = {(start, end): kind for start, end, kind in found}
    return [
        (span, gold.get(span, NOTHING), ours.get(span, NOTHING)) for span in sorted({*gold, *ours})
    ]
