"""A text goes in, the abbreviations that it explains come out, each with the words it stands for.

"gross domestic product (GDP)": the letters tell where the words begin (A. Schwartz and M. Hearst,
2003). Those of names ("World Health Organization (WHO)") are told from those of common words.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..model import Span

IN_BRACKETS = re.compile(r"(?:[’']s)? \((?:the )?([A-Z][A-Z0-9&.-]{1,8})s?\)")
"""An abbreviation in brackets, right behind what it stands for, or whose: "the Union's (EU)"."""
_WORD = re.compile(r"\w[\w’'-]*")
_SMALL = frozenset(("of", "and", "the", "in", "for", "to", "a", "on", "by", "with", "&"))
FARTHEST = 120  # characters before the bracket


@dataclass(frozen=True, slots=True)
class Abbreviation:
    """An abbreviation, where it stands, and where the text says what it stands for."""

    short: str
    span: Span
    long: Span
    is_name: bool


def abbreviations(text: str) -> Iterator[Abbreviation]:
    """Yield each abbreviation of common words that the text explains, once."""
    seen: set[str] = set()
    for each in explained(text):
        if not each.is_name and each.short.isalnum() and each.short not in seen:
            seen.add(each.short)
            yield each


def explained(text: str) -> Iterator[Abbreviation]:
    """Yield every place where the text explains an abbreviation."""
    for match in IN_BRACKETS.finditer(text):
        words = _words(text, match.start(), match[1])
        if words and "\n" not in text[words[0].start() : match.start()]:
            is_common = 2 * sum(word[0][0].islower() for word in words) > len(words)
            if is_common or words[0][0][0].isupper():
                long = (words[0].start(), match.start())
                yield Abbreviation(match[1], match.span(1), long, not is_common)


def _words(text: str, end: int, short: str) -> list[re.Match[str]]:
    """The words before `end` whose initials are the letters, in order; none if others intervene."""
    letters = [char for char in short.casefold() if char.isalpha()]
    found: list[re.Match[str]] = []
    for word in reversed(list(_WORD.finditer(text, max(0, end - FARTHEST), end))):
        if not letters:
            break
        if word[0][0].casefold() == letters[-1]:
            letters.pop()
            found.insert(0, word)
        elif word[0] not in _SMALL:
            return []
    return [] if letters else found
