"""A text goes in, the names of laws, treaties and cases in it come out: "Clean Air Act of 1970".

Their last words tell them, or their first: "Treaty of Versailles", "the First Amendment".
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from ..words import countries, fold, peoples, word_lists

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ...model import Span

RULE = "word of laws in the name"
CASE = "two parties of a case"

BEFORE = 100
"""Characters of a name before the word that tells it."""

_WORD = r"(?:[A-Z](?:[\w’']|-(?!-))*|[A-Z]\.(?:[A-Z]\.)+)"
_SMALL = r"of the|of|for the|for|and the|and|to|in|on|from|against|with|&"
_BEFORE = re.compile(rf"(?:{_WORD} (?:(?:{_SMALL}) )?){{0,6}}{_WORD} $")
_BEHIND = rf"(?:the )?(?:{_WORD}(?: (?:(?:{_SMALL}) )?{_WORD}){{0,6}}|1\d{{3}})"
_PREFIX = re.compile(rf"(?:{_WORD} ){{1,3}}$")
_YEAR = re.compile(r"(?:,? of|,)? (?:1[0-9]|20)\d\d\b")
_PARTY = r"[A-Z][\w’'&-]*(?: (?:of |& )?[A-Z][\w’'&-]*)"
_CASE = re.compile(rf"\b{_PARTY}{{0,3}} v\. {_PARTY}{{0,5}}")
_ORDINAL = (
    r"(?:First|Second|Third|Fourth|Fifth|Sixth|Seventh|Eighth|Ninth|[A-Z][a-z]+th|Twenty-[a-z]+"
    r"|\d\d?(?:st|nd|rd|th))"
)
_COUNTED = re.compile(_ORDINAL)


def laws(text: str) -> Iterator[tuple[Span, str]]:
    """Yield where the name of a law, a treaty or a case stands, and the rule."""
    whole, firsts, lasts = _patterns()
    for match in whole.finditer(text):
        yield match.span(), RULE
    for match in firsts.finditer(text):
        start = _start(text, match.start(), _PREFIX)
        if match["of"].split()[0] not in word_lists()["laws"]["of_no_law"]:
            yield (start, match.end()), RULE
    for match in lasts.finditer(text):
        start = _start(text, match.start(), _BEFORE)
        if start < match.start() and _tells(text[start : match.start()].split(), match[0]):
            year = _YEAR.match(text, match.end())
            yield (start, year.end() if year else match.end()), RULE
    for match in _CASE.finditer(text):
        yield (_without_beginning(text, *match.span()), match.end()), CASE


def _start(text: str, end: int, before: re.Pattern[str]) -> int:
    """Where a name begins that has the word at `end`."""
    found = before.search(text[max(0, end - BEFORE) : end])
    return _without_beginning(text, end - len(found[0]), end) if found else end


def _without_beginning(text: str, start: int, end: int) -> int:
    """Where a name begins without the words that only begin its sentence: "Under the"."""
    begins = word_lists()["laws"]["begins"]
    while start < end:
        word = text[start:end].split(maxsplit=1)[0]
        if word not in begins and word not in word_lists()["laws"]["small"]:
            return start
        start += len(word) + 1
    return end


def _tells(words: list[str], last: str) -> bool:
    """Tell whether the words before "Act" and the like make a name of a law."""
    table = word_lists()["laws"]
    if words[0] == "Government":
        return False  # "Government of National Accord"
    if words[-1] in table["no_law"] or (_COUNTED.fullmatch(words[-1]) and last != "Amendment"):
        return False
    if last == "Bill":
        return len(words) > 1
    if last == "Constitution":
        name = fold(words[-1])
        return name in countries() or name in peoples() or words[-1] in table["constitutions"]
    return True


@lru_cache(maxsize=1)
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    table = word_lists()["laws"]
    whole, firsts, lasts = ("|".join(table[key]) for key in ("whole", "firsts", "lasts"))
    return (
        re.compile(rf"\b(?:(?:{whole})|{_ORDINAL} Amendment)\b"),
        re.compile(rf"\b(?:{firsts}) (?:of|on|for|against) (?P<of>{_BEHIND})"),
        re.compile(rf"\b(?:{lasts})\b(?! (?:[A-Z]|of [A-Z]|v\.))"),
    )
