"""Whether "Tuesday" and "last year" are counted from a text's own date: news, an interview.

A text goes in with the expressions found in it, the answer comes out.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from .names import MONTHS, SEASONS, WEEKDAYS

if TYPE_CHECKING:
    from collections.abc import Iterable

_TELLS_NEWS = re.compile(
    rf"\b(?:{'|'.join(WEEKDAYS)})\b(?! the \d)|\b(?:[Yy]esterday|[Tt]omorrow|[Tt]onight)\b"
    r"|\b(?:[Tt]his|[Ll]ast|[Nn]ext) (?:week|month)\b|\b(?:days|weeks) ago\b"
    r"|\A(?:Today,|This (?:morning|afternoon|evening)|Last night)"
)
_TELLS_ITS_DAY = re.compile(
    rf"\b(?:[Tt]his|[Ll]ast|[Nn]ext) (?:year|{'|'.join((*MONTHS, *SEASONS, 'fall'))})\b"
    r"|\b(?:months|[Aa] year) ago\b|\b(?:said|reported|announced|earlier|later) today\b"
    r"|\b(?:[Ll]ast night|[Tt]his (?:morning|afternoon|evening))\b"
    r"|\byear-(?:ago|earlier)\b|\b(?:reported|posted|expects|estimated)\b[^.;\n]{0,40}"
    r"\b(?:first|second|third|fourth)[- ]quarter\b"
)
"""What news say, but a life or a history may quote."""
_HISTORY = 5
"""So many years of old make a history."""
_SPEAKS = re.compile(r"\b(?:I|we|We|you|You|my|My|our|Our|your|Your)\b")
_SPOKEN = 0.015
"""The share of such words from which on a text speaks of its own time, as an interview does."""


def is_of_its_day(text: str, published: str, matches: Iterable[tuple[str, re.Match[str]]]) -> bool:
    """Whether a text that was published on a day speaks of that day."""
    if _TELLS_NEWS.search(text):
        return True
    if _TELLS_ITS_DAY.search(text) and not _is_history(published, matches):
        return True
    spoken = sum(1 for _ in _SPEAKS.finditer(text))
    return spoken > _SPOKEN * (text.count(" ") + 1)


def _is_history(published: str, matches: Iterable[tuple[str, re.Match[str]]]) -> bool:
    """Whether a text names many a year before the last one of its own date."""
    stated = (match.groupdict().get("year") or "" for _, match in matches)
    last = str(int(published[:4]) - 1)
    years = {year for year in stated if len(year) == len("2010") and year < last}
    return len(years) >= _HISTORY
