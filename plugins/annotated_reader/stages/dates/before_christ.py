"""What "44 BC" says: a match goes in, a year before the common era comes out.

ISO 8601 counts a year 0, which is 1 BC: 44 BC is `-0043`.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from .base import Base, Dated, exists
from .names import month_number
from .spans import century_number

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_FIRST_YEAR = 10_000  # before which no year has four figures
_ABOUT = re.compile(r"\b(?:c\.|ca\.|circa|[Aa]bout|[Aa]round)\s?$")
_RECENT = range(1800, 2050)
"""Years that stand before "BC" in newspapers, too: "the 2010 BC Games"."""


def before_christ(number: int) -> str:
    """Return the ISO 8601 year that so many years BC are: 44 is `-0043`, 1 is `0000`."""
    return f"{1 - number:05}" if number > 1 else "0000"


def _read_year(match: re.Match[str], _base: Base) -> Iterator[Dated]:
    number = _number(match["bc"])
    if 0 < number <= _FIRST_YEAR and not _may_be_a_name(match, number):
        about = "~" if _ABOUT.search(match.string, max(0, match.start() - 8), match.start()) else ""
        yield Dated(match.span(), before_christ(number) + about, _RULE, 0.9)


def _read_years(match: re.Match[str], base: Base) -> Iterator[Dated]:
    """A span of years, which go down: two dates, of which the first one says no BC."""
    first, last = _number(match["first"]), _number(match["bc"])
    if last < first <= _FIRST_YEAR:
        yield Dated(match.span("first"), before_christ(first), _RULE, 0.85)
    for dated in _read_year(match, base):
        yield Dated((match.start("bc"), match.end()), dated.value, _RULE, 0.85)


def _read_day(match: re.Match[str], _base: Base) -> Iterator[Dated]:
    month = month_number(match["month"])
    year, day = before_christ(_number(match["bc"])), match["day"] or match["after"]
    if day and exists("2000", month, int(day)):
        yield Dated(match.span(), f"{year}-{month:02}-{int(day):02}", _RULE, 0.9)
    elif not day:
        yield Dated(match.span(), f"{year}-{month:02}", _RULE, 0.9)


def _read_century(match: re.Match[str], _base: Base) -> Iterator[Dated]:
    number = century_number(match)
    if 0 < number <= _FIRST_YEAR // 100:
        first, last = before_christ(100 * number), before_christ(100 * number - 99)
        yield Dated(match.span(), f"{first}/{last}", _RULE, 0.85)


def _number(words: str) -> int:
    return int(words.replace(",", ""))


def _may_be_a_name(match: re.Match[str], number: int) -> bool:
    goes_on = match.string[match.end() + 1 : match.end() + 2].isalpha()
    return goes_on and match[0].endswith("BC") and number in _RECENT and number % 50 != 0


_RULE = "year before Christ"

BEFORE_CHRIST: dict[str, Callable[[re.Match[str], Base], Iterator[Dated]]] = {
    "BC day": _read_day,
    "BC years": _read_years,
    "BC year": _read_year,
    "BC century": _read_century,
}
