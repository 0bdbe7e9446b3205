"""Names found beside names in the gold: precision, recall and F1 by kind, exact and relaxed.

Both sides are trimmed alike: a leading article or honorific, a trailing possessive or
punctuation do not count. Exact is the same span and kind, relaxed an overlap and the same
kind, untyped an overlap.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from annotated_reader.stages.names.names import POSSESSIVE

if TYPE_CHECKING:
    from collections.abc import Iterable

    from evaluation.gold import Name

KINDS = ("person", "place", "organization")
MEASURES = ("exact", "relaxed", "untyped")
ALL = "all"

_LEAD = re.compile(
    r"(?:(?:the|a|an|mr|mrs|ms|miss|mx|dr|sir|dame|lord|lady|madame|mme|prof|professor|rev|reverend"
    r"|captain|capt|colonel|col|general|gen|lieutenant|lt|major|maj|sergeant|sgt|admiral|president"
    r"|senator|sen|governor|gov|judge|king|queen|prince|princess|pope|count|countess|duke|duchess"
    r"|baron|uncle|aunt|father|saint|st)\b\.?\s+)+",
    re.IGNORECASE,
)
_EDGES = " \n\t\"“”‘’'«»(),;:!?—–-[]….*_"


@dataclass(frozen=True, slots=True)
class Score:
    """Precision and recall of what was found, as counts: right ones among found and wanted."""

    found_right: int
    found: int
    wanted_right: int
    wanted: int

    @property
    def precision(self) -> float:
        """The share of those found that are right."""
        return self.found_right / self.found if self.found else 0.0

    @property
    def recall(self) -> float:
        """The share of those wanted that were found."""
        return self.wanted_right / self.wanted if self.wanted else 0.0

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0


def trim(text: str, name: Name) -> Name | None:
    """Return a name without what does not count at its edges, or None if nothing is left."""
    start, end, kind = name
    while True:
        before = (start, end)
        end = start + len(text[start:end].rstrip(_EDGES))
        start = end - len(text[start:end].lstrip(_EDGES))
        end -= len(match[0]) if (match := POSSESSIVE.search(text[start:end])) else 0
        start += len(match[0]) if (match := _LEAD.match(text[start:end])) else 0
        if (start, end) == before:
            return (start, end, kind) if end > start else None


def trimmed(text: str, names: Iterable[Name]) -> frozenset[Name]:
    """Return the trimmed names of the kinds that are scored."""
    found = (trim(text, name) for name in names if name[2] in KINDS)
    return frozenset(name for name in found if name is not None)


def score_spans(
    texts: Iterable[tuple[frozenset[Name], frozenset[Name]]],
) -> dict[tuple[str, str], Score]:
    """Return the score by measure and kind (or "all") over pairs of wanted and found names."""
    counts: Counter[tuple[str, str, str]] = Counter()
    for wanted, found in texts:
        for measure in MEASURES:
            for side, mine, others in (("found", found, wanted), ("wanted", wanted, found)):
                for name in mine:
                    right = _matches(name, others, measure)
                    for kind in (name[2], ALL):
                        counts[measure, kind, side] += 1
                        counts[measure, kind, f"{side} right"] += right
    return {
        (measure, kind): Score(
            counts[measure, kind, "found right"],
            counts[measure, kind, "found"],
            counts[measure, kind, "wanted right"],
            counts[measure, kind, "wanted"],
        )
        for measure in MEASURES
        for kind in (*KINDS, ALL)
    }


def _matches(name: Name, others: frozenset[Name], measure: str) -> bool:
    if measure == "exact":
        return name in others
    start, end, kind = name
    return any(
        start < other[1] and other[0] < end and (measure == "untyped" or other[2] == kind)
        for other in others
    )
