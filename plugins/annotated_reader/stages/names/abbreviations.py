"""A text goes in, the abbreviations that it explains come out, each with the words it stands for.

"gross domestic product (GDP)": the letters tell where the words begin (A. Schwartz and M. Hearst,
2003). Those of names ("World Health Organization (WHO)") are told from those of common words, which
may have capitals as well: "System Under Test (SUT)".
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from ..facts.known_bodies import is_well_known
from ..words import word_lists

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ...model import Span

IN_BRACKETS = re.compile(r"(?:[’']s)? \((?:the )?([A-Z][A-Z0-9&.-]{1,8})s?\)")
"""An abbreviation in brackets, right behind what it stands for, or whose: "the Union's (EU)"."""
_WORD = re.compile(r"\w[\w’'-]*")
_SMALL = frozenset(("of", "and", "the", "in", "for", "to", "a", "on", "by", "with", "&"))
_OF_WHAT = re.compile(r"(?<=[a-z]) (?:of|for|in|on|against|from|with) .*")
"""Behind the noun that says what it is: "Weapons of Mass Destruction"."""
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
            long = (words[0].start(), match.start())
            is_common = 2 * sum(word[0][0].islower() for word in words) > len(words)
            is_common = is_common or (
                names_a_thing(text[slice(*long)]) and not is_well_known(match[1])
            )
            if is_common or words[0][0][0].isupper():
                yield Abbreviation(match[1], match.span(1), long, not is_common)


def names_a_thing(words: str) -> bool:
    """Tell whether words with capitals are a thing's, and no body's: "Automated Teller Machine"."""
    return _things().search(_OF_WHAT.sub("", words.casefold())) is not None


@lru_cache(maxsize=1)
def _things() -> re.Pattern[str]:
    return re.compile(rf"(?:^|[ -])(?:{'|'.join(word_lists()['explained_things']['words'])})s?$")


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
