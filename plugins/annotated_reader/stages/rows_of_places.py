"""A text's mentions go in, those of other kinds that stand in a row of places come out.

"Glendale, Peoria, Chandler, and Gilbert" are four cities, two of which have the names of persons.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ..model import Document, Mention, Span

_NEXT = re.compile(r", |;? (?:and|or|&) |, (?:and|or) ")
_LAST = re.compile(r",? (?:and|or|&) ")
_FEWEST = 3
"""Names in a row."""


def among_places(document: Document, mentions: Sequence[Mention]) -> frozenset[Span]:
    """Return the spans of the other names in rows of which most names are places'."""
    return frozenset(
        mention.span
        for row in _rows(document.text, mentions)
        if 2 * sum(mention.kind == "place" for mention in row) >= len(row)
        for mention in row
        if mention.kind != "place"
    )


def _rows(text: str, mentions: Sequence[Mention]) -> Iterator[list[Mention]]:
    """Yield the names between which there are but commas, with "and" or "or" before the last."""
    row: list[Mention] = []
    for mention in sorted(mentions, key=lambda each: each.span):
        between = text[row[-1].span[1] : mention.span[0]] if row else ""
        if row and not _NEXT.fullmatch(between):
            row = []
        row.append(mention)
        if len(row) > 1 and _LAST.fullmatch(between):
            if len(row) >= _FEWEST:
                yield row
            row = [mention]
