"""Dates of a document: a text goes in, spans with values come out.

A value is as precise as the words are: `2010`, `2010-06`, `2010-06-11`, an interval
`2010-04-06/2010-04-08`, a season `2010-22` or about a year `1850~` (ISO 8601-2, the extended
date/time format). A day whose year nothing tells is left open (`--06-11`, as in XML Schema's
gMonthDay); a weekday, a month or "two years later" without a base is no date at all. The base
is the text's own date in news, else the nearest dated statement before. Durations and ages are
not dates.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from .date_names import WEEKDAYS
from .date_patterns import expressions
from .date_readers import READERS, Base, Dated

if TYPE_CHECKING:
    from collections.abc import Sequence

_REACH = 500
"""How many characters back a dated statement may lie to be a base."""
_TELLS_NEWS = re.compile(
    rf"\b(?:{'|'.join(WEEKDAYS)})\b(?! the \d)|\b(?:[Yy]esterday|[Tt]omorrow)\b"
    r"|\b(?:[Tt]his|[Ll]ast|[Nn]ext) (?:week|month)\b"
)


def find_dates(text: str, published: str = "") -> tuple[Dated, ...]:
    """Return the dates of `text` in order; `published` is the text's own ISO date, if it has one.

    A line near the head that is nothing but a date is the text's own date where `published` is
    empty. A statement is a base for what follows it within 500 characters.
    """
    published = published or _date_line(text)
    is_news = len(published) == len("2010-06-11") and bool(_TELLS_NEWS.search(text))
    found: list[Dated] = []
    matches = sorted(expressions(text), key=lambda item: item[1].start())
    early = any(_is_early(match) for name, match in matches if name != "early year")
    for name, match in matches:
        before = _last(text, match.start(), found, ())
        day = _last(text, match.start(), found, (len("2010-06-11"),))
        found += READERS[name](match, Base(published, is_news, before, day, early))
    return tuple(found)


def _last(text: str, start: int, found: Sequence[Dated], lengths: tuple[int, ...]) -> str:
    """The value of the last statement in reach that has a year; of a day, in the paragraph."""
    for dated in reversed(found):
        if start - dated.span[1] > _REACH:
            return ""
        value = dated.value.rpartition("/")[2].rstrip("~")
        if not lengths and value[:1] != "-":
            return value
        if len(value) in lengths:
            return "" if "\n\n" in text[dated.span[1] : start] else value
    return ""


def _is_early(match: re.Match[str]) -> bool:
    """Whether a match is of a year before 1000 in so many words."""
    return len(match.groupdict().get("year") or "1000") < len("1000")


def _date_line(text: str) -> str:
    nowhere = Base("", is_news=False, before="", day="", early=False)
    for block in text[:400].split("\n\n")[:3]:
        bare = re.sub(r"^(?:" + "|".join(WEEKDAYS) + r"),? ", "", block.strip().rstrip("."))
        for name, match in expressions(bare):
            if name == "day" and match.span() == (0, len(bare)):
                values = [dated.value for dated in READERS[name](match, nowhere)]
                return values[0] if values and values[0][0] != "-" else ""
    return ""
