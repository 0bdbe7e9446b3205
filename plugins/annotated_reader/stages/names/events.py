"""A text goes in, the names of events in it come out: "the April uprising", "Battle of Trafalgar".

A noun of events behind a date or a name tells one, or before what it was of.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from ..dates.names import MONTHS
from ..words import word_lists
from .names import POSSESSIVE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ...model import Span

DATED = "event after a date or a name"
MEETING = "name of a conference"
OPERATION = "name of an operation"
OF = "event of a place or a name"

_WORD = r"[A-Z](?:[\w’']|-(?!-))*"
_OF_STORMS = "Center|Centre|Hunter|Season|Warning|Watch|Relief"
_MEETING = re.compile(
    r"\b(?:[A-Z]\w*[a-zA-Z](?:Con|Conf|Fest|Hack)|[A-Z]{2,}CON)\b(?: [A-Z][a-z]+| (?:19|20)\d\d)?"
)
"""How conferences are called: "GopherCon", "OSCON 2015", "JSConf Asia"."""

_OPERATION = re.compile(
    r"(?:\b(?:under|during|in|of|began|launched|called|codenamed|dubbed|through|to) |[.:] |^)"
    rf"(?P<name>Operation {_WORD}(?: {_WORD}){{0,3}})",
    re.MULTILINE,
)
"""A campaign's name: "Operation Overlord"."""
_NO_OPERATION = re.compile(
    r"Operation (?:Cent(?:er|re)|Room|Manager|Officer|Theat|(?:\S+ )+(?:International|USA)\b)"
)
"""What is called so and is a body or a room: "Operation Blessing International"."""

_NO_NAME = (
    r"(?:The|This|That|An?|Our|His|Her|Their|Its|My|Your|After|Before|During|Since|In|When|No|If)\b"
)
_COUNTED = r"(?:(?:First|Second|Third|Fourth|1st|2nd|3rd|4th) )?"


def events(text: str) -> Iterator[tuple[Span, str]]:
    """Yield where the name of an event stands, and the rule."""
    dated, of = _patterns()
    for match in dated.finditer(text):
        start = match.start()
        yield (start, start + len(POSSESSIVE.sub("", match[0]))), DATED
    for match in of.finditer(text):
        yield match.span(), OF
    for match in _MEETING.finditer(text):
        yield match.span(), MEETING
    for match in _OPERATION.finditer(text) if "Operation " in text else ():
        if not _NO_OPERATION.match(match["name"]):
            yield match.span("name"), OPERATION


@lru_cache(maxsize=1)
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Find "the April uprising", "the June 2010 clashes", "the 2012 Summer Olympics"."""
    table = word_lists()["event_pattern"]
    nouns = "|".join(sorted(table["words"], key=lambda word: (-len(word), word)))
    keys = ("adjectives", "games", "cups", "firsts", "whole")
    adjectives, games, cups, firsts, whole = ("|".join(table[key]) for key in keys)
    months = "|".join(MONTHS)
    dated = re.compile(
        rf"\b(?:{whole})\b"
        rf"|\b(?:(?:{months})(?: \d\d?)?(?:,? (?:1\d|20)\d\d)?|(?:1\d|20)\d\d|\d\d? (?:{months}))"
        rf" (?:(?:{adjectives}) )?(?:{nouns})\b"
        rf"|\b(?:1\d|20)\d\d(?:[–-]\d\d)? (?!{_NO_NAME}){_WORD} (?:{_WORD} |and |the |of ){{0,4}}"
        r"(?:(?:by|federal|general|gubernatorial|legislative|local|mayoral|municipal|parliamentary|presidential"
        r"|provincial|special|state)[ -])?elections?\b"
        rf"|\b(?!{_NO_NAME})[A-Z][a-z]+ (?:Revolution|Uprising|War)\b"
        rf"|\b(?:1\d|20)\d\d (?:(?:{_WORD} ){{0,3}}(?:{games})|(?:{_WORD} ){{1,3}}(?:{cups}))\b"
        rf"|\b(?:Hurricane|Typhoon|Cyclone|Tropical Storm|Superstorm) (?!{_OF_STORMS}){_WORD}"
    )
    of = re.compile(
        rf"\b{_COUNTED}(?:{firsts}) of (?:the )?(?:{_WORD}(?: (?:of |the )*{_WORD}){{0,3}}|1\d\d\d)"
    )
    return dated, of
