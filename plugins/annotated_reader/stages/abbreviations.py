"""A text goes in, its abbreviations of common words come out, each with the words it stands for.

"gross domestic product (GDP)": the letters tell where the words begin (A. Schwartz and M. Hearst,
2003). Names of organizations are found elsewhere; these here are terms.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..model import Span

_IN_BRACKETS = re.compile(r" \(([A-Z][A-Z0-9]{1,6})s?\)")
_WORD = re.compile(r"[A-Za-z][\w’'-]*")
_SMALL = frozenset(("of", "and", "the", "in", "for", "to", "a", "on", "by", "with"))
FARTHEST = 120  # characters before the bracket


@dataclass(frozen=True, slots=True)
class Abbreviation:
    """An abbreviation, and where the text says what it stands for."""

    short: str
    long: Span


def abbreviations(text: str) -> Iterator[Abbreviation]:
    """Yield each abbreviation that the text explains, once."""
    seen: set[str] = set()
    for match in _IN_BRACKETS.finditer(text):
        start = _start(text, match.start(), match[1])
        if start is not None and match[1] not in seen:
            seen.add(match[1])
            yield Abbreviation(match[1], (start, match.start()))


def _start(text: str, end: int, short: str) -> int | None:
    """Where the words begin whose initials are the letters; None if these are a name's."""
    letters = [char for char in short.casefold() if char.isalpha()]
    lower = start = 0
    for word in reversed(list(_WORD.finditer(text, max(0, end - FARTHEST), end))):
        if not letters:
            break
        initial = word[0][0].casefold()
        if initial == letters[-1]:
            letters.pop()
            start = word.start()
            lower += word[0][0].islower()
        elif word[0] not in _SMALL:
            return None
    is_term = not letters and 2 * lower > len(short)
    return start if is_term and "\n" not in text[start:end] else None
