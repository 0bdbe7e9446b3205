"""What "the third quarter" says: a match and its base go in, the months of a year come out.

Without its year it is read only in news of trade, and not of a business year of its own; a match
of a ball game has quarters, too.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from .base import AHEAD, Base, Dated
from .spans import CENTURY, century_number
from .tense import after, before, tense_of

if TYPE_CHECKING:
    from collections.abc import Iterator

_QUARTERS = ("first", "second", "third", "fourth")
_NEAR = {"last": -1, "this": 0, "next": 1}
_OF_TRADE = re.compile(
    r"[$€£¥]|\b(?:net (?:income|loss|profit)|profits?|earnings|sales|revenues?|dividends?|economy"
    r"|economic|growth|exports|imports|GDP|GNP)\b",
    re.IGNORECASE,
)
_OF_A_GAME = re.compile(r"\b(?:scor(?:ed?|ing)|touchdowns?|goals?|games?|quarterback|rebounds)\b")
_AROUND, _OFTEN = 600, 3  # characters, and words of trade in them
_HALF = 6  # months ahead of a text in which a quarter that is to come begins
_A_YEAR_AGO = re.compile(r"\byear-(?:ago|earlier) $")
_ENDS = ("", "Mar", "Jun", "Sep", "Dec")
_OWN_YEAR = re.compile(r"\b(?:fiscal|financial|business)[ -]$")


def read_quarter(match: re.Match[str], base: Base) -> Iterator[Dated]:
    """The quarter of a year that is stated; in news of trade else the last one that has begun."""
    number = _QUARTERS.index(match["quarter"].lower()) if match["quarter"] else int(match["q"]) - 1
    groups = match.groupdict()
    year = _stated(match, base)
    if base.is_news and not year and _is_of_trade(match):
        year = _year_of(number, tense_of(match), base.published)
        year = f"{int(year) - (_A_YEAR_AGO.search(before(match)) is not None):04}"
    if year and not _OWN_YEAR.search(before(match)):
        first, last = 3 * number + 1, 3 * number + 3
        value = f"{year}-{first:02}/{year}-{last:02}"
        yield Dated(match.span(), value, "quarter of a year", 0.85 if groups.get("year") else 0.6)


def read_half(match: re.Match[str], base: Base) -> Iterator[Dated]:
    """Six months of a year that is stated, or of "last year" in news."""
    if (year := _stated(match, base)) and not _OWN_YEAR.search(before(match)):
        months = ("01", "06") if _is_first(match) else ("07", "12")
        value = "/".join(f"{year}-{month}" for month in months)
        yield Dated(match.span(), value, "half of a year", 0.85 if match["year"] else 0.6)


def read_half_of_a_century(match: re.Match[str], _base: Base) -> Iterator[Dated]:
    """Fifty years: "the first half of the 19th century"."""
    if number := century_number(match):
        first = 100 * number - (99 if _is_first(match) else 49)
        yield Dated(match.span(), f"{first:04}/{first + 49:04}", CENTURY, 0.85)


def _is_first(match: re.Match[str]) -> bool:
    return match["half"].lower() == "first"


def _stated(match: re.Match[str], base: Base) -> str:
    """The year that stands beside a part of it: "of 2009", "of last year"."""
    groups = match.groupdict()
    if base.is_news and groups.get("near"):
        return f"{int(base.published[:4]) + _NEAR[groups['near'].lower()]:04}"
    return groups.get("year") or ""


def read_quarter_ended(match: re.Match[str], base: Base) -> Iterator[Dated]:
    """The three months that ended on a day, whichever quarter of a business year they are."""
    last = 3 * _ENDS.index(match["end"][:3])
    year = match["year"] or ""
    if base.is_news and not year:
        year = f"{int(base.published[:4]) - (int(base.published[5:7]) <= last):04}"
    if year:
        value = f"{year}-{last - 2:02}/{year}-{last:02}"
        yield Dated(match.span(), value, "quarter of a year", 0.85 if match["year"] else 0.6)


def _is_of_trade(match: re.Match[str]) -> bool:
    """Whether a sentence, or else what stands around it, speaks of trade and of no game."""
    words = before(match) + after(match)
    if _OF_TRADE.search(words):
        return not _OF_A_GAME.search(words)
    around = match.string[max(0, match.start() - _AROUND) : match.end() + _AROUND]
    return len(_OF_TRADE.findall(around)) >= _OFTEN and not _OF_A_GAME.search(around)


def _year_of(number: int, tense: int, published: str) -> str:
    year, month = int(published[:4]), int(published[5:7])
    if tense == AHEAD and (3 * number + 1 - month) % 12 <= _HALF:
        return f"{year + (month > 3 * number + 3):04}"
    return f"{year - (month < 3 * number + 1):04}"
