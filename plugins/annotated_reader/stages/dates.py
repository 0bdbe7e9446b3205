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
from collections import Counter
from datetime import date, timedelta
from typing import TYPE_CHECKING

from .date_base import Base, Dated
from .date_counted import AFTER_THE_LAST, number_of
from .date_names import WEEKDAYS
from .date_patterns import expressions
from .date_readers import READERS, day_and_month

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

_REACH = 500
"""How many characters back a dated statement may lie to be a base."""
_OF_AN_ACCOUNT, _BESIDE_A_WEEKDAY = 4000, 200
_BEFORE_A_WEEKDAY, _AFTER_A_WEEKDAY = 800, 200
_CAPTION = re.compile(r"\b(?:Images?|Photos?|Pictures?|Credits?|Photographs?)\s?: ")
_TELLS_NEWS = re.compile(
    rf"\b(?:{'|'.join(WEEKDAYS)})\b(?! the \d)|\b(?:[Yy]esterday|[Tt]omorrow|[Tt]onight)\b"
    r"|\b(?:[Tt]his|[Ll]ast|[Nn]ext) (?:week|month)\b|\b(?:days|weeks) ago\b"
)
_SAYS_NOW = re.compile(r"\b[Yy]esterday\b")
"""What only a text of its own day says: its weekdays are of its week, whatever days are near."""
_SPEAKS = re.compile(r"\b(?:I|we|We|you|You|my|My|our|Our|your|Your)\b")
_SPOKEN = 0.015
"""The share of such words from which on a text speaks of its own time, as an interview does."""


def find_dates(text: str, published: str = "") -> tuple[Dated, ...]:
    """Return the dates of `text` in order; `published` is the text's own ISO date, if it has one.

    A line near the head that is nothing but a date is the text's own date where `published` is
    empty. A statement is a base for what follows it within 500 characters.
    """
    dateline = _date_line(text)
    published = published or dateline
    is_news = len(published) == len("2010-06-11") and _is_of_its_day(text)
    is_dated = bool(dateline) and date.fromisoformat(dateline) in _week(published)
    is_dispatch = is_news and (is_dated or bool(_SAYS_NOW.search(text)))
    found: list[Dated] = []
    matches = sorted(expressions(text), key=lambda item: item[1].start())
    early = any(_is_early(match) for name, match in matches if name != "early year")
    about = _year_told(matches, published)
    for name, match in matches:
        start = match.start()
        last = _last(found, start, lambda value: value[:1] != "-")
        precise = _last(found, start, lambda value: value[:1] != "-" and len(value) > len("2010"))
        day = _last(found, start, lambda value: len(value) == len("2010-06-11"))
        told = _value(precise) if _value(precise)[:4] != published[:4] else ""
        if precise and told[:4] != about and _is_apart(text, precise, start):
            told = ""
        base = Base(
            published=published,
            is_news=is_news,
            before=_value(last),
            told=told,
            day="" if day and _is_apart(text, day, start) else _value(day),
            common=_common_year(found),
            about=about,
            unsure=name == "weekday"
            and not is_dispatch
            and _is_of_another_week(text, start, matches, found, published),
            account=_account(text, start, matches, found, published) if name == "weekday" else "",
            early=early,
        )
        found += READERS[name](match, base)
    return tuple(found)


def _is_of_its_day(text: str) -> bool:
    """Whether "Tuesday" and "last year" are counted from the text's date: news, an interview."""
    spoken = sum(1 for _ in _SPEAKS.finditer(text))
    return bool(_TELLS_NEWS.search(text)) or spoken > _SPOKEN * (text.count(" ") + 1)


def _common_year(found: Sequence[Dated]) -> str:
    """The year of most days and months so far, if these are two or more, and more than others."""
    years = Counter(dated.value[:4] for dated in found if len(dated.value) > len("2010"))
    (year, number), (_, next_number) = (*years.most_common(2), ("", 0), ("", 0))[:2]
    return year if number > max(1, next_number) and year[:1] != "-" else ""


def _is_of_another_week(
    text: str,
    start: int,
    matches: Sequence[tuple[str, re.Match[str]]],
    found: Sequence[Dated],
    published: str,
) -> bool:
    """Whether a weekday stands by a day that is not of the week before the text's date.

    "On Thursday" in an account of another month is not last Thursday. The nearest day before it
    tells, if it does not stand in a picture's caption; of a day that follows the weekday only its
    month and number are known yet.
    """
    if len(published) != len("2010-06-11"):
        return False
    this_week = _week(published)
    nearest = next(
        (
            date.fromisoformat(dated.value)
            for dated in reversed(found)
            if len(dated.value) == len(published)
            and dated.span[0] > start - _BEFORE_A_WEEKDAY
            and not dated.rule.startswith("weekday")
            and not _CAPTION.search(_paragraph(text, dated.span[0]))
        ),
        None,
    )
    if nearest and nearest not in this_week:
        return True
    days = {(day.month, day.day) for day in this_week}
    return any(
        name == "day" and day_and_month(match) not in days
        for name, match in matches
        if start < match.start() < start + _AFTER_A_WEEKDAY
    )


def _account(
    text: str,
    start: int,
    matches: Sequence[tuple[str, re.Match[str]]],
    found: Sequence[Dated],
    published: str,
) -> str:
    """The day that an account of another week has come to; "" if the text tells of none.

    It is the last day that is stated, if its own weekday stands beside it ("Tuesday ... on 6
    April"), or the last weekday that was counted on from there.
    """
    for dated in reversed(found):
        if start - dated.span[1] > _OF_AN_ACCOUNT:
            return ""
        if len(dated.value) != len("2010-06-11") or dated.rule.startswith("counted"):
            continue
        if dated.rule == AFTER_THE_LAST:
            return dated.value
        is_past = dated.value < published and date.fromisoformat(dated.value) not in _week(
            published
        )
        is_told = is_past and _has_its_weekday(dated, matches)
        return dated.value if is_told and not _CAPTION.search(_paragraph(text, start)) else ""
    return ""


def _has_its_weekday(dated: Dated, matches: Sequence[tuple[str, re.Match[str]]]) -> bool:
    """Whether the weekday that a date is stands near it, and apart from it."""
    weekday = WEEKDAYS[date.fromisoformat(dated.value).weekday()]
    return any(
        name == "weekday"
        and match["weekday"] == weekday
        and abs(match.start() - dated.span[0]) < _BESIDE_A_WEEKDAY
        for name, match in matches
    )


def _week(published: str) -> set[date]:
    """The days around a text's date that its weekdays are likely to be."""
    if len(published) != len("2010-06-11"):
        return set()
    return {date.fromisoformat(published) - timedelta(days=days) for days in range(-7, 8)}


def _paragraph(text: str, place: int) -> str:
    start, end = text.rfind("\n\n", 0, place), text.find("\n\n", place)
    return text[start + 1 : end if end >= 0 else len(text)]


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


def _date_line(text: str) -> str:
    nowhere = Base("", False, "", "", "", "", "", "", False, False)  # noqa: FBT003
    for block in text[:400].split("\n\n")[:3]:
        bare = re.sub(r"^(?:" + "|".join(WEEKDAYS) + r"),? ", "", block.strip().rstrip("."))
        for name, match in expressions(bare):
            if name == "day" and match.span() == (0, len(bare)):
                values = [dated.value for dated in READERS[name](match, nowhere)]
                return values[0] if values and values[0][0] != "-" else ""
    return ""
