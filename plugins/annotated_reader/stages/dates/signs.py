"""What a text must hold somewhere for a pattern of dates to find anything in it.

Most patterns find nothing in most texts: one that needs the name of a month, and dear ones that
begin with a number in words, are tried only where what they need is there.
"""

from __future__ import annotations

import re
from typing import TypeAlias

from .names import WEEKDAYS
from .pieces import (
    DASH,
    DAY,
    FIRST,
    MONTH,
    NEAR_YEAR,
    NUMBER,
    ORDINAL,
    SHORT_WEEKDAY,
    UNIT,
    UNIT_AGO,
)

Needs: TypeAlias = tuple[frozenset[str], ...]
"""Signs of each of these sets a text must hold one of."""

_SIGN = re.compile(
    rf"(?:{UNIT_AGO}s?|half)\s(?P<counted>ago|later|from|earlier|prior|before)|(?P<of>of)\s{MONTH}"
    r"|(?P<century>century)|(?:this|last|next)\s(?P<year>year)|(?P<bc>\bB\.?\s?C)"
)
_SIGNS = (
    (rf"(?i:{NUMBER})\s{UNIT_AGO}s?\sago", ("ago",)),
    (rf"(?i:{NUMBER})\s(?:and\sa\shalf", ("ago",)),
    (rf"(?i:{NUMBER})\s{UNIT}s?\sfrom", ("from",)),
    (rf"(?i:{NUMBER})\s{UNIT}s?\slater", ("later",)),
    (rf"(?i:{NUMBER})\s{UNIT}s?\s(?P<back>earlier", ("earlier", "prior", "before")),
    (rf"(?:(?i:{ORDINAL})|(?P<number>", ("century",)),
    (rf"(?:{DAY}\s(?:of\s)?)?{MONTH}{NEAR_YEAR}", ("year",)),
    (rf"{MONTH}\s(?:the\s)?{DAY}{NEAR_YEAR}", ("year",)),
    (rf"{MONTH}\s{FIRST}(?:{DASH}|\sto\s){DAY}{NEAR_YEAR}", ("year",)),
    (rf"(?P<season>spring|summer|autumn|fall){NEAR_YEAR}", ("year",)),
    (rf"(?i:{ORDINAL})\s(?:day\s)?of\s{MONTH}", ("of",)),
)
"""How the dear patterns begin, and which words they need."""
_OF_FIGURES = frozenset((
    "about a year", "bare year", "day of a month", "days", "decade", "early year", "interval",
    "interval of near year", "season", "short day", "short year", "year",
    "years",
))  # fmt: skip
"""The patterns that need a figure."""
_ANYWHERE = (
    ("month", re.compile(MONTH)),
    ("weekday", re.compile("|".join((*WEEKDAYS, SHORT_WEEKDAY)))),
    ("figure", re.compile(r"\d")),
)
_IN_CANADA = re.compile(r"\bBritish Columbia\b|[A-Za-z], B\.?C\.?(?!\w)")
"""What tells that "BC" in a text is a province, and no year stands before it."""


def needs_of(name: str, pattern: str) -> Needs:
    """Return what a text must hold for a pattern of that name to find something."""
    needs = [frozenset(words) for begin, words in _SIGNS if pattern.startswith(rf"\b{begin}")][:1]
    if name.startswith("BC"):
        needs = [frozenset(("BC",))]
    if "(?P<month>" in pattern:
        needs.append(frozenset(("month",)))
    if "(?P<weekday>" in pattern:
        needs.append(frozenset(("weekday",)))
    if name in _OF_FIGURES:
        needs.append(frozenset(("figure",)))
    return tuple(needs)


def signs_in(text: str) -> frozenset[str]:
    """Return the signs that a text holds; none of years BC where "BC" is a province."""
    signs = {_sign_of(match) for match in _SIGN.finditer(text)}
    if "BC" in signs and _IN_CANADA.search(text):
        signs.remove("BC")
    return frozenset(signs.union(sign for sign, found in _ANYWHERE if found.search(text)))


def _sign_of(match: re.Match[str]) -> str:
    if match["bc"]:
        return "BC"
    return match["counted"] or match["of"] or match["century"] or match["year"]
