"""What "June 2010" or "in July" says: a month and its base go in, its value comes out."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from .base import AHEAD, MAYBE, Base, Dated, months_ahead
from .names import MONTHS, month_number
from .tense import after, before, tense_of

if TYPE_CHECKING:
    from collections.abc import Iterator

_SHARED_BY_MONTHS = re.compile(
    rf"\s?(?:and|or|to|until|through|[-–/])\s?(?:{'|'.join(MONTHS)}),?\s(?:of\s)?(\d{{4}})\b"
)
"""Behind a month that has its year from the next one: "June and July 2010"."""
_WHICH = re.compile(r"(\w+)(?:\s(?:early|mid|late|the end of))?[\s-]$")
"""The word that tells of which year a month is: "next April", "by mid-April"."""
_HAD = re.compile(r"\b(?:had|was|were)\b")
_EVERY_YEAR = re.compile(
    r"\b(?:annually|bloom(?:s|ing)?|breed(?:s|ing)?|climate|coldest|driest|dry season|each year"
    r"|every year|flowers|generally|harvested|high season|hottest|humid|migrate|monsoons?|normally"
    r"|peak season|rainfall|rainy|rains|regularly|season for|seasonal|sunniest|temperatures?"
    r"|tourist season|typically|usually|warmest|weather|wettest|whales|winds)\b"
)
_ONCE = re.compile(
    r"\b(?:was|were|had|did|said|this|last|next|will|[a-z]{3,}ed|began|broke|brought|came|caught|fell|felt"
    r"|found|gave|got|grew|held|hit|kept|left|lost|made|met|ran|rose|saw|sent|stood|struck|took|went"
    r"|won)\b"
)
"""What tells that a sentence is on one year and no other."""


def read_month(match: re.Match[str], base: Base) -> Iterator[Dated]:
    """A month; none where it is one of every year: "the monsoon comes in July"."""
    month = month_of(match)
    shared = _SHARED_BY_MONTHS.match(match.string, match.end())
    stated = match.groupdict().get("year") or (shared[1] if shared else "")
    tense = tense_of(match)
    near = base.year_of(month, tense=tense) if base.goes_on_from(month, tense) else ""
    of_its_day = _year_in_news(match, month, base.published) if base.is_news else ""
    year = stated or near or of_its_day or base.before[:4]
    if year and (stated or base.is_news or not _is_of_every_year(match)):
        yield Dated(match.span(), f"{year}-{month:02}", *year_rule(stated, base))


def _year_in_news(match: re.Match[str], month: int, published: str) -> str:
    """The year of a month in a text published then: the last such month, or one still to come.

    What is said to come lies at most half a year ahead, what may come three months.
    """
    if len(published) < len("2010-06"):
        return published[:4]
    year, now = int(published[:4]), int(published[5:7])
    words = before(match)
    found = _WHICH.search(words)
    which = found[1].lower() if found else ""
    if which == "next":
        return f"{year + (month <= now):04}"
    if which == "this" and not words.lower().endswith("past "):
        return f"{year:04}"
    tense = tense_of(match)
    if which in ("by", "through") and not _HAD.search(after(match)):
        tense = AHEAD
    elif which == "for":
        tense = max(tense, MAYBE)
    if (month - now) % 12 <= months_ahead(tense):
        return f"{year + (month < now):04}"
    return f"{year - (month > now):04}"


def _is_of_every_year(match: re.Match[str]) -> bool:
    """Tell whether a sentence says what is so in a month each year, of the weather or of beasts."""
    sentence = f"{before(match)} {after(match)}"
    return _EVERY_YEAR.search(sentence) is not None and not _ONCE.search(sentence)


def year_rule(stated: str, base: Base) -> tuple[str, float]:
    """Return the rule by which a year is known, and how surely: stated, or by the base."""
    return ("date in full", 0.98) if stated else base.year_rule


def month_of(match: re.Match[str]) -> int:
    """Return the number of the month that a match names."""
    number = match.groupdict().get("number")
    return int(number) if number else month_number(match["month"])
