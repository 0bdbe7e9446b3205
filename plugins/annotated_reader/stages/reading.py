"""The register -> what helps to read one text: how long, where its names stand, what to read next.

Pure, and linear but for the names that most texts share, which tell nothing of kinship.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from functools import cached_property
from heapq import nsmallest
from math import log
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ..model import Entry, Mention
    from .collect import Occurrence, Register, Text

WORDS_A_MINUTE = (
    230  # of English prose, read silently: M. Brysbaert, 2019 (238, and some looking up)
)
PICTURED = 7  # rows of the strip's picture; its table has every name
CONTENTS = 4  # headings that make a table of contents worth its place
RELATED = 3
REASONS = 3  # shared names that are told
COMMON = 100  # a name in more texts than this makes no two of them kin


DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


@dataclass(frozen=True, slots=True)
class Tick:
    """A mention on the strip: its id in the page, how far into the text, its heading, its words."""

    anchor: str
    share: float
    section: str
    surface: str


@dataclass(frozen=True, slots=True)
class Row:
    """An entry on the strip, with its mentions in the order of the text."""

    entry: Entry
    ticks: tuple[Tick, ...]


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of a text: its id in the page, its words, how deep it stands below the first."""

    anchor: str
    words: str
    depth: int


@dataclass(frozen=True, slots=True)
class Kin:
    """Another text, and the rarest names that it shares."""

    text: Text
    shared: tuple[Entry, ...]


class Reading:
    """What the head and the foot of a reading page say of its text, made when it is asked for."""

    def __init__(
        self,
        text: Text,
        entries: Mapping[str, Entry],
        found: list[Occurrence],
        kin: tuple[Kin, ...],
    ) -> None:
        self._text = text
        self._entries = entries
        self._found = found
        self._length = max(1, len(text.page.text))
        self.kin = kin

    @cached_property
    def minutes(self) -> int:
        """How long it takes to be read."""
        return max(1, round(len(self._text.page.text.split()) / WORDS_A_MINUTE))

    @cached_property
    def rows(self) -> tuple[Row, ...]:
        """All entries, those with most mentions first, dates behind all others."""
        return _rows(self._entries, self._found, self._length)

    @property
    def pictured(self) -> int:
        """How many of the rows the picture shows."""
        return min(PICTURED, sum(len(row.ticks) > 1 and not _is_date(row) for row in self.rows))

    @property
    def headings(self) -> tuple[Heading, ...]:
        """The headings of a text that has so many that a reader looks for one; else none."""
        page = self._text.page
        found = [block for block in page.blocks if block.kind == "heading"]
        if len(found) < CONTENTS:
            return ()
        top = min(block.level for block in found)
        return tuple(
            Heading(block.anchor, page.text[slice(*block.span)], block.level - top)
            for block in found
        )

    @property
    def sections(self) -> tuple[float, ...]:
        """How far into the text each heading stands."""
        headings = (block for block in self._text.page.blocks if block.kind == "heading")
        return tuple(round(block.span[0] / self._length, 4) for block in headings)


def readings(register: Register) -> dict[str, Reading]:
    """Return what helps to read each text, by slug."""
    occurrences = _by_text(register)
    kin = _kin(register)
    return {
        text.slug: Reading(text, register.entries, occurrences[text.slug], kin[text.slug])
        for text in register.texts
    }


def _by_text(register: Register) -> dict[str, list[Occurrence]]:
    found: dict[str, list[Occurrence]] = {text.slug: [] for text in register.texts}
    for occurrences in register.occurrences.values():
        for occurrence in occurrences:
            found[occurrence.text].append(occurrence)
    return found


def _rows(entries: Mapping[str, Entry], found: list[Occurrence], length: int) -> tuple[Row, ...]:
    """Return an entry's mentions a row, those with most mentions first, then as they appear.

    Dates come last: where a text says "2013" is no thread that a reader follows.
    """
    by_entry: defaultdict[str, list[Tick]] = defaultdict(list)
    for occurrence in sorted(found, key=lambda each: each.mention.span):
        share = round(occurrence.mention.span[0] / length, 4)
        tick = Tick(occurrence.anchor, share, occurrence.section, occurrence.surface)
        by_entry[occurrence.mention.entry].append(tick)
    rows = (Row(entries[id_], tuple(ticks)) for id_, ticks in by_entry.items())
    return tuple(sorted(rows, key=lambda row: (_is_date(row), -len(row.ticks), row.ticks[0].share)))


def _is_date(row: Row) -> bool:
    return row.entry.kind == "date"


def _kin(register: Register) -> dict[str, tuple[Kin, ...]]:
    """Return for each text those that share most with it; a rare name weighs more.

    The weight is that of search engines: the logarithm of how many texts there are to how
    many name it (K. Spärck Jones, 1972). A name that may be one or the other weighs nothing,
    nor does a month or a year: two texts that name 2010 have only that in common.
    """
    texts = {text.slug: text for text in register.texts}
    weights = {
        id_: log(len(texts) / len(named))
        for id_, named in register.texts_of.items()
        if 1 < len(named) <= COMMON and _makes_kin(register.entries[id_])
    }
    return {slug: _kin_of(text, texts, weights, register) for slug, text in texts.items()}


def _makes_kin(entry: Entry) -> bool:
    is_long = entry.kind == "date" and not DAY.fullmatch(entry.value)
    return not entry.candidates and not is_long


def _kin_of(
    text: Text, texts: Mapping[str, Text], weights: Mapping[str, float], register: Register
) -> tuple[Kin, ...]:
    names = sorted({name for name in map(_entry_of, text.mentions) if weights.get(name)})
    scores: defaultdict[str, float] = defaultdict(float)
    for name in names:
        for other in register.texts_of[name]:
            scores[other] += weights[name]
    scores.pop(text.slug, None)
    nearest = nsmallest(RELATED, scores, key=lambda slug: (-round(scores[slug], 9), slug))
    rarest = sorted(names, key=lambda name: (-weights[name], name))
    return tuple(
        Kin(texts[slug], tuple(_shared(rarest, slug, register)[:REASONS])) for slug in nearest
    )


def _shared(names: list[str], slug: str, register: Register) -> list[Entry]:
    return [register.entries[name] for name in names if slug in register.texts_of[name]]


def _entry_of(mention: Mention) -> str:
    return mention.entry
