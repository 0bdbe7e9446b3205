"""A text goes in, what reads like a date comes out, with the name of the pattern that found it.

Two expressions never share a character: an earlier pattern takes its characters first. A pattern
is tried only at words that begin as it does, and only in texts that hold what it needs: to read
all texts by all patterns takes six times as long.
"""

from __future__ import annotations

import re
from bisect import bisect_left, insort
from collections import defaultdict
from typing import TYPE_CHECKING

from .patterns import PATTERNS
from .signs import needs_of, signs_in

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from ...model import Span

_BEGINNING = re.compile(r"(?<!\w)\w|[’'‘(\[]")
_NEEDED = tuple(needs_of(name, pattern.pattern) for name, _, pattern in PATTERNS)


def expressions(text: str) -> Iterator[tuple[str, re.Match[str]]]:
    """Yield what reads like a date, each once, by pattern: its name and what it matched."""
    taken: list[Span] = []
    signs, places = signs_in(text), _places(text)
    starts: dict[str, list[int]] = {}
    for (name, beginnings, pattern), needed in zip(PATTERNS, _NEEDED, strict=True):
        if not all(map(signs.intersection, needed)):
            continue
        if beginnings not in starts:
            starts[beginnings] = sorted(at for each in beginnings for at in places.get(each, ()))
        for match in _matches(pattern, text, starts[beginnings]):
            if _is_free(match.span(), taken):
                insort(taken, match.span())
                yield name, match


def _places(text: str) -> Mapping[str, Sequence[int]]:
    """Where words and what may stand before them begin, by their first character."""
    places: defaultdict[str, list[int]] = defaultdict(list)
    for match in _BEGINNING.finditer(text):
        places[match[0]].append(match.start())
    return places


def _matches(pattern: re.Pattern[str], text: str, starts: Sequence[int]) -> Iterator[re.Match[str]]:
    """Yield what a pattern finds from the left to the right, none within another."""
    end = 0
    for start in starts:
        if start >= end and (match := pattern.match(text, start)):
            end = match.end()
            yield match


def _is_free(span: Span, taken: Sequence[Span]) -> bool:
    """Tell whether a span shares no character with those taken, which are in order and apart."""
    place = bisect_left(taken, span)
    after, before = taken[place : place + 1], taken[max(0, place - 1) : place]
    return not (after and after[0][0] < span[1]) and not (before and span[0] < before[0][1])
