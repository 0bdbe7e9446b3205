"""Resolved mentions -> the mentions that a page links, and the notes they refer to.

Decides nothing about what a mention means: only which of two overlapping ones is linked, and
which mention of an entry carries a marker: one whose note says more than the text does. A number
that leads to "1655, date." or to words of its own sentence costs a reader a look for nothing.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right, insort
from collections.abc import Iterable, Iterator, Mapping, Sequence

from ..model import Document, Entry, Mention, Note, Span
from .definitions.speakers import SPEAKERS

WORD = re.compile(r"\w+")
UNTOLD = {"ad"}  # "AD 314" is no fuller than "314"


def annotate(
    document: Document, mentions: Sequence[Mention], entries: Mapping[str, Entry]
) -> tuple[tuple[Mention, ...], tuple[Note, ...]]:
    """Choose the mentions to link, and number the notes by their first reference."""
    linked = _without_overlaps(_within_blocks(document, mentions))
    references: dict[str, list[Mention]] = {}
    for mention in _first_in_sections(document, _telling(document, linked, entries)):
        references.setdefault(mention.entry, []).append(mention)
    notes = tuple(
        Note(entry, number, tuple(marked))
        for number, (entry, marked) in enumerate(references.items(), start=1)
    )
    return linked, notes


def _within_blocks(document: Document, mentions: Iterable[Mention]) -> Iterator[Mention]:
    """Leave out what cannot be linked: no entry, no text, or across the end of a block."""
    spans = [block.span for block in document.blocks]
    starts = [start for start, _ in spans]
    for mention in mentions:
        number = bisect_right(starts, mention.span[0]) - 1
        within = number >= 0 and mention.span[0] < mention.span[1] <= spans[number][1]
        if mention.entry and within:
            yield mention


def _without_overlaps(mentions: Iterable[Mention]) -> tuple[Mention, ...]:
    """Let the longest mention win, then the surest, then the first."""
    taken: list[tuple[Span, Mention]] = []
    for mention in sorted(mentions, key=_precedence):
        start, end = mention.span
        after = bisect_left(taken, start, key=lambda item: item[0][0])
        free_before = after == 0 or taken[after - 1][0][1] <= start
        free_after = after == len(taken) or end <= taken[after][0][0]
        if free_before and free_after:
            insort(taken, (mention.span, mention), key=lambda item: item[0])
    return tuple(mention for _, mention in taken)


def _precedence(mention: Mention) -> tuple[int, float, int, str, str]:
    start, end = mention.span
    return start - end, -mention.confidence, start, mention.entry, mention.rule


def _first_in_sections(document: Document, mentions: Iterable[Mention]) -> Iterator[Mention]:
    """Yield the first mention of each entry in each section; a heading begins a section."""
    headings = [block.span[0] for block in document.blocks if block.kind == "heading"]
    seen: set[tuple[str, int]] = set()
    for mention in mentions:
        place = (mention.entry, bisect_right(headings, mention.span[0]))
        if place not in seen:
            seen.add(place)
            yield mention


def _telling(
    document: Document, mentions: Iterable[Mention], entries: Mapping[str, Entry]
) -> Iterator[Mention]:
    """Yield the mentions whose notes say more than their sentences do."""
    starts = [start for start, _ in document.sentences]
    for mention in mentions:
        number = bisect_right(starts, mention.span[0]) - 1
        around = document.sentences[number] if number >= 0 else (0, 0)
        if _says_more(entries[mention.entry], mention, document.text, around):
            yield mention


def _says_more(entry: Entry, mention: Mention, text: str, sentence: Span) -> bool:
    """Tell whether a note says what its sentence does not: who it is, or a fuller name."""
    definition = entry.definition
    is_quoted = definition.origin in ("quotation", "sentence")
    is_there = is_quoted and definition.text in " ".join(text[slice(*sentence)].split())
    is_there = is_there or definition.source == SPEAKERS  # a reader sees who speaks
    if entry.candidates or (definition.text and not is_there):
        return True
    return not set(_words(entry.name)) - UNTOLD <= set(_words(mention.surface))


def _words(text: str) -> list[str]:
    return WORD.findall(text.casefold())
