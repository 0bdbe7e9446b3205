"""Documents -> the script `facets.js`: kinds, dates and who is mentioned where.

It is loaded when results are narrowed, not before.
"""

from __future__ import annotations

import json
from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from .encoding import numbers

if TYPE_CHECKING:
    from .document import SearchDocument


@dataclass(slots=True)
class Facets:
    """What documents can be told apart by, filled by `add`."""

    kinds: list[str] = field(default_factory=list)
    dates: list[tuple[int, str]] = field(default_factory=list)
    entries: dict[str, tuple[int, str]] = field(default_factory=dict)
    mentions: defaultdict[str, list[int]] = field(default_factory=lambda: defaultdict(list))

    def add(self, number: int, document: SearchDocument) -> None:
        """Add a document."""
        self.kinds.append(document.kind)
        if document.date:
            self.dates.append((number, document.date))
        if document.kind != "text":
            self.entries[document.ref] = number, document.title
            self.mentions[document.ref].append(number)
        for ref in dict.fromkeys(document.entries):
            self.mentions[ref].append(number)

    def script(self) -> bytes:
        """Return the script: runs of kinds, dates, and each entry with its documents as gaps."""
        rows = [
            [number, title, numbers(_gaps(sorted(self.mentions[ref])))]
            for ref, (number, title) in self.entries.items()
        ]
        data = {"kinds": _runs(self.kinds), "dates": self.dates, "entries": rows}
        literal = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
        return f"AnnotatedReader.search.facets({literal});\n".encode()


def _runs(kinds: list[str]) -> list[tuple[str, int]]:
    runs: list[tuple[str, int]] = []
    for kind in kinds:
        count = runs.pop()[1] if runs and runs[-1][0] == kind else 0
        runs.append((kind, count + 1))
    return runs


def _gaps(values: list[int]) -> list[int]:
    return [value - before - 1 for before, value in zip([-1, *values], values, strict=False)]
