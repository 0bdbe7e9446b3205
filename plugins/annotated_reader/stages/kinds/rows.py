"""A text's mentions go in, those that stand in a row of things of another kind come out.

"Glendale, Peoria, Chandler, and Gilbert" are four cities, two of which have the names of persons;
"Socrates, Plato, and Saladin" are three persons.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from ..places.gazetteer import is_city
from ..places.regions import regions
from ..words import countries, fold

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ...model import Document, Mention, Span

IN_A_ROW = "in a row of persons"
_NEXT = re.compile(r", |;? (?:and|or|&) |, (?:and|or) ")
_LAST = re.compile(r",? (?:and|or|&) ")
_IN = re.compile(r"\b(?:[Ii]n|[Aa]t|[Nn]ear|[Aa]round|[Oo]utside|[Aa]cross)(?: the)? $")
_BEFORE = 14  # characters looked at before a row
_FEWEST = 3
"""Names in a row."""
_SURE = 0.85


def among(document: Document, mentions: Sequence[Mention], kind: str) -> frozenset[Span]:
    """Return the spans of the other names in rows of which most names are of a kind.

    Where half of them are places, what is a city is one as well; and behind "in" are no persons.
    """
    found: set[Span] = set()
    for row in _rows(document.text, mentions):
        more = 2 * sum(mention.kind == kind for mention in row) - len(row)
        others = [mention for mention in row if mention.kind != kind]
        if kind == "person":
            start = row[0].span[0]
            is_there = _IN.search(document.text, max(0, start - _BEFORE), start) is not None
            more = -1 if is_there or more == 0 else more
        elif more == 0:
            others = [each for each in others if is_city(each.surface)]
        found.update(each.span for each in others if more >= 0)
    return frozenset(found)


def told_as_persons(document: Document, mentions: Sequence[Mention]) -> list[Mention]:
    """Return the mentions; a name that was taken for a place's, in a row of persons, is theirs.

    It is no city's and no land's, and nothing but the row was needed to tell.
    """
    rows = among(document, mentions, "person")
    names = {each.surface for each in mentions if each.span in rows and _is_no_known_place(each)}
    return [
        replace(mention, kind="person", rule=IN_A_ROW, confidence=0.7)
        if mention.kind == "place" and mention.surface in names
        else mention
        for mention in mentions
    ]


def _is_no_known_place(mention: Mention) -> bool:
    name = fold(mention.surface)
    is_unsure = mention.kind == "place" and mention.confidence < _SURE
    is_known = name in countries() or name in regions() or is_city(mention.surface)
    return is_unsure and not is_known


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
