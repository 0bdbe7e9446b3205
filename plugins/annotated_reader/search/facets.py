"""Documents -> the scripts `facets/*.js`: kinds, dates and who is mentioned where.

They are loaded when results are narrowed, not before: `facets/table.js` tells of all documents
which there are, by their addresses, and of what kind and date; a script for each range of entries
tells where they are mentioned, so that a text changes those of the entries that it names.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import partial
from itertools import groupby
from typing import TYPE_CHECKING

from .encoding import numbers
from .parts import Part, call

if TYPE_CHECKING:
    from .document import SearchDocument

RANGE = 256  # numbers in a script: about a hundred entries


@dataclass(slots=True)
class Facets:
    """What documents can be told apart by, filled by `add` in the order of their numbers.

    Entries have the numbers from `first` on.
    """

    first: int
    dates: list[tuple[int, str]] = field(default_factory=list)
    found: list[tuple[str, int, str]] = field(default_factory=list)
    entries: list[tuple[int, str, str, str]] = field(default_factory=list)
    mentions: defaultdict[str, list[int]] = field(default_factory=lambda: defaultdict(list))

    def add(self, number: int, document: SearchDocument) -> None:
        """Add a document."""
        self.found.append((document.ref, number, document.kind))
        if document.date:
            self.dates.append((number, document.date))
        if document.kind != "text":
            self.entries.append((number, document.ref, document.title, document.kind))
            self.mentions[document.ref].append(number)
        for ref in dict.fromkeys(document.entries):
            self.mentions[ref].append(number)

    def size(self) -> int:
        """Return about how many characters the scripts take."""
        named = sum(30 + len(title) for _, _, title, _ in self.entries)
        return named + sum(map(len, self.mentions.values())) + 3 * len(self.found)

    def parts(self) -> Iterator[Part]:
        """Yield the scripts, the table last."""
        ranges = []
        for start, group in groupby(self.entries, key=lambda entry: self._start(entry[0])):
            ranges.append(start)
            rows = [(entry, sorted(self.mentions[entry[1]])) for entry in group]
            raw = partial(_raw, rows)
            yield Part(f"facets/{start}.js", raw, partial(_mentions, start, rows))
        raw = partial(_raw, (self.found, self.dates, ranges))
        yield Part("facets/table.js", raw, partial(self._table, ranges))

    def _table(self, ranges: list[int]) -> bytes:
        found = sorted(self.found)
        kinds = groupby(kind for _, _, kind in found)
        table = {
            "found": numbers(number for _, number, _ in found),
            "kinds": [(kind, len(list(run))) for kind, run in kinds],
            "dates": self.dates,
            "ranges": ranges,
        }
        return call("facets", table)

    def _start(self, number: int) -> int:
        return number - (number - self.first) % RANGE


def _gaps(values: list[int]) -> list[int]:
    return [value - before - 1 for before, value in zip([-1, *values], values, strict=False)]


def _mentions(start: int, rows: Iterable[tuple[tuple[int, str, str, str], list[int]]]) -> bytes:
    shown = [
        [number, title, kind, numbers(_gaps(documents))]
        for (number, _, title, kind), documents in rows
    ]
    return call("mentions", start, shown)


def _raw(data: object) -> list[bytes]:
    return [repr(data).encode("utf-8", "surrogatepass")]
