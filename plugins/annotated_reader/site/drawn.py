"""The register -> the pages of the timeline and of the map, as many as their weight asks for.

What is drawn is cut with its table: a page of the timeline draws what its table lists. The map's
drawings stand on its first page, and only the table and the list go on.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from ..model import Entry
from ..pictures import timeline as times
from ..pictures.timeline import Dated
from ..stages.collect import Text
from .leaves import Listing, cut
from .lists import WORD, further

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ..pictures.map import Map, Sheet
    from ..stages.collect import Register
    from .leaves import Leaf

TEXTS, ENTRIES = "texts that state no date", "dates whose year is open"
PLACED, UNPLACED = "places on the map", "places without coordinates"
DRAWN = 0.42
"""Compressed bytes of a letter in a path, more or less."""

Undated = Text | Entry
Row = tuple[Entry, int]


def timeline_pages(register: Register) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield the addresses of the timeline's pages, each with its template's variables."""
    bands = times.banded(register)
    entries, texts = times.undated(register)
    by_label = {band.label: band for band, _ in bands}
    groups: list[tuple[str, Sequence[Dated | Undated]]] = [
        (band.label, items) for band, items in bands
    ]
    groups += [(label, held) for label, held in ((TEXTS, texts), (ENTRIES, entries)) if held]
    leaves = cut(groups, TIMES)
    undated = leaves.names.get(TEXTS) or leaves.names.get(ENTRIES, "")
    whole = {
        "leaves": leaves, "undated": undated, "dates": sum(len(items) for _, items in bands),
        "labels": [label for label in leaves.names if label in by_label],
    }  # fmt: skip
    for leaf in leaves:
        held = dict(leaf.groups)
        drawn = times.draw(
            ((by_label[label], _dated(items)) for label, items in leaf.groups if label in by_label),
            [item for item in held.get(ENTRIES, ()) if isinstance(item, Entry)],
            [item for item in held.get(TEXTS, ()) if not isinstance(item, Dated | Entry)],
        )
        yield leaf.name, {**whole, "leaf": leaf, "timeline": drawn}


def map_pages(drawn: Map) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield the addresses of the map's pages, each with its template's variables."""
    groups: list[tuple[str, Sequence[Row | Entry]]] = [
        (label, held) for label, held in ((PLACED, drawn.rows), (UNPLACED, drawn.unplaced)) if held
    ]
    leaves = cut(groups, PLACES, used=sum(map(_sheet, drawn.sheets)))
    for leaf in leaves:
        shown = {"map": drawn, "leaves": leaves, "leaf": leaf, **_rows(drawn, leaf)}
        yield leaf.name, {**shown, "unplaced_at": leaves.names.get(UNPLACED, "")}


def _rows(drawn: Map, leaf: Leaf[Row | Entry]) -> dict[str, Any]:
    held = dict(leaf.groups)
    return {
        "sheets": drawn.sheets if leaf.number == 1 else (),
        "rows": held.get(PLACED, ()),
        "unplaced": held.get(UNPLACED, ()),
    }


def _dated(items: Sequence[Dated | Undated]) -> list[Dated]:
    return [item for item in items if isinstance(item, Dated)]


def _time(item: Dated | Undated) -> int:
    if isinstance(item, Dated):
        return 130 + round(WORD * (2 * len(item.name) + min(len(item.words), 140)))
    return 25 + round(WORD * len(_time_name(item)))


def _time_name(item: Dated | Undated) -> str:
    if isinstance(item, Dated):
        return item.value
    return item.name if isinstance(item, Entry) else item.title


def _sheet(sheet: Sheet) -> int:
    marks = sum(60 + round(WORD * len(mark.words)) for mark in sheet.marks)
    return round(DRAWN * len(sheet.land)) + marks + 40 * len(sheet.names)


def _place(item: Row | Entry) -> int:
    if isinstance(item, Entry):
        return 20 + round(WORD * 2 * len(item.name))
    return 45 + round(WORD * (2 * len(item[0].name) + len(item[0].placed_by)))


def _place_name(item: Row | Entry) -> str:
    return item.name if isinstance(item, Entry) else item[0].name


TIMES: Listing[Dated | Undated] = Listing(partial(further, "timeline"), _time, _time_name, 500)
PLACES: Listing[Row | Entry] = Listing(partial(further, "map"), _place, _place_name)
