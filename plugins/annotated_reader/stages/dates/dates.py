"""Dates of a document: a text goes in, spans with values come out.

A value is as precise as the words are: `2010`, `2010-06`, `2010-06-11`, an interval
`2010-04-06/2010-04-08` (as are a week, a quarter, a decade and a century), a season `2010-22`,
about a year `1850~` (ISO 8601-2, the extended date/time format), or 44 BC, which is `-0043`. A day
whose year nothing tells is left open (`--06-11`, as in XML Schema's gMonthDay); a weekday, a month
or "two years later" without a base is no date at all. The base is the text's own date in news, else
the nearest dated statement before. Durations and ages are not dates.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from .accounts import Accounts, week_of
from .base import Base, Dated
from .counted import COMPARED, number_of
from .expressions import expressions
from .head import date_line, is_wired
from .news import is_of_its_day
from .readers import READERS
from .spans import NO_BASE

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

_REACH = 500
"""How many characters back a dated statement may lie to be a base."""
_SAYS_NOW = re.compile(r"\b[Yy]esterday\b")
"""What only a text of its own day says: its weekdays are of its week, whatever days are near."""
_FIRST, _LAST = "0002", "9999"
"""Between which years a text's date lies that days can be counted from."""
_SENTENCE_END = re.compile(r"[.!?;]\s|\n")


def find_dates(text: str, published: str = "") -> tuple[Dated, ...]:
    """Return the dates of `text` in order; `published` is the text's own ISO date, if it has one.

    A line near the head that is nothing but a date, or one that begins or ends with a weekday and
    its date, is the text's own date, unless `published` is a day of another time. A statement is a
    base for what follows it within 500 characters.
    """
    matches = sorted(expressions(text), key=lambda item: item[1].start())
    whole = _whole(text, published, matches)
    found: list[Dated] = []
    bases: list[Dated] = []
    for name, match in matches:
        read = list(READERS[name](match, _base_of(whole, name, match.start(), bases)))
        found += read
        bases += [dated for dated in read if dated.rule not in (*NO_BASE, COMPARED)]
    return tuple(found)


@dataclass(frozen=True, slots=True)
class _Whole:
    """What the whole of a text tells of its dates."""

    text: str
    published: str
    is_news: bool
    is_dispatch: bool
    about: str
    early: bool
    accounts: Accounts
    common: _CommonYear


def _whole(text: str, published: str, matches: Sequence[tuple[str, re.Match[str]]]) -> _Whole:
    dateline = date_line(text)
    if dateline and (dateline.startswith(published) or _is_near(dateline, published)):
        published = dateline
    published = published if _FIRST < published < _LAST else ""
    is_from_wire, is_day = is_wired(text), len(published) == len("2010-06-11")
    is_news = is_day and (is_from_wire or is_of_its_day(text, published, matches))
    is_dated = is_from_wire or (bool(dateline) and _is_near(dateline, published))
    return _Whole(
        text=text,
        published=published,
        is_news=is_news,
        is_dispatch=is_news and (is_dated or bool(_SAYS_NOW.search(text))),
        about=_year_told(matches, published),
        early=any(_is_early(match) for name, match in matches if name != "early year"),
        accounts=Accounts(text, matches, published),
        common=_CommonYear(),
    )


def _base_of(whole: _Whole, name: str, start: int, bases: Sequence[Dated]) -> Base:
    """What an expression that begins at `start` can be counted from, by the statements before."""
    text, published = whole.text, whole.published
    last = _last(bases, start, lambda value: value[:1] != "-")
    precise = _last(bases, start, lambda value: value[:1] != "-" and len(value) > len("2010"))
    day = _last(bases, start, lambda value: len(value) == len("2010-06-11"))
    told = _value(precise) if _value(precise)[:4] != published[:4] else ""
    if precise and told[:4] != whole.about and _is_apart(text, precise, start):
        told = ""
    is_of_year = _is_in_sentence(text, last, start)
    may_be_another_week = name == "weekday" and not whole.is_dispatch
    return Base(
        published=published,
        is_news=whole.is_news,
        before=_value(last),
        told=_value(last) if is_of_year and not whole.is_news else told,
        day="" if day and _is_apart(text, day, start) else _value(day),
        common=whole.common.of(bases),
        about=_value(last) if is_of_year else whole.about,
        account=whole.accounts.day(start, bases) if may_be_another_week else "",
        unsure=may_be_another_week and whole.accounts.is_of_another_week(start, bases),
        early=whole.early,
    )


class _CommonYear:
    """The year of most days and months so far, if these are two or more, and more than others."""

    def __init__(self) -> None:
        self._counts: Counter[str] = Counter()
        self._year, self._next = "", 0
        self._seen = 0

    def of(self, found: Sequence[Dated]) -> str:
        """Return that year by what is found, which only ever grows."""
        for dated in found[self._seen :]:
            if len(dated.value) > len("2010"):
                self._add(dated.value[:4])
        self._seen = len(found)
        is_common = self._counts[self._year] > max(1, self._next)
        return self._year if is_common and self._year[:1] != "-" else ""

    def _add(self, year: str) -> None:
        self._counts[year] += 1
        if year == self._year:
            return
        most = self._counts[self._year]
        if self._counts[year] > most:
            self._year, self._next = year, most
        else:
            self._next = max(self._next, self._counts[year])


def _last(found: Sequence[Dated], start: int, is_wanted: Callable[[str], bool]) -> Dated | None:
    """The last statement in reach whose value is wanted."""
    for dated in reversed(found):
        if start - dated.span[1] > _REACH:
            return None
        if is_wanted(_value(dated)):
            return dated
    return None


def _value(dated: Dated | None) -> str:
    """The date that is counted from: of an interval its end."""
    return dated.value.rpartition("/")[2].rstrip("~") if dated else ""


def _is_apart(text: str, dated: Dated, start: int) -> bool:
    """Whether a statement stands in another paragraph than what follows it."""
    return "\n\n" in text[dated.span[1] : start]


def _is_in_sentence(text: str, year: Dated | None, start: int) -> bool:
    """Whether a bare year stands in the sentence of what follows it: "In 2014 ... on May 17"."""
    if year is None or year.rule not in ("year", "number that reads as a year"):
        return False
    between = text[year.span[1] : start]
    return not _SENTENCE_END.search(between) and not between.startswith((")", "–", "-"))


def _year_told(matches: Sequence[tuple[str, re.Match[str]]], published: str) -> str:
    """The year that a text names twice or more, and more often than that of its own date.

    "A year ago" at its head counts twice: the text looks back to that year.
    """
    stated = (match.groupdict().get("year") or "" for name, match in matches if "year" not in name)
    years = Counter(year for year in stated if len(year) == len("2010"))
    for name, match in matches:
        if name == "ago" and match["unit"] == "year" and published and match.start() < _REACH:
            years[f"{int(published[:4]) - number_of(match)}"] += 2
    year, number = max(sorted(years.items()), key=lambda item: item[1], default=("", 0))
    return year if number > max(1, years[published[:4]]) else ""


def _is_early(match: re.Match[str]) -> bool:
    """Whether a match is of a year before 1000 in so many words."""
    return len(match.groupdict().get("year") or "1000") < len("1000")


def _is_near(dateline: str, published: str) -> bool:
    return date.fromisoformat(dateline) in week_of(published)
