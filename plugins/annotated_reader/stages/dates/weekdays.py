"""What "Friday" or "last Friday" says: a weekday and what it can be counted from -> its day.

In news it is the last one before the text's date, or the next one after it by the tense of its
sentence (`tense`); in an account of another week it is counted on from the day before it.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from .base import Base, Dated
from .names import WEEKDAYS
from .tense import (
    before,
    is_done,
    is_open,
    is_reported,
    is_told_ahead,
    is_told_gone,
    lies_ahead,
)

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

_BESIDE = {"following": 1, "previous": -1}
AFTER_THE_LAST = "weekday after the date before"
_AFTER, _BEFORE = "weekday after the text’s date", "weekday before the text’s date"


def read_weekday(match: re.Match[str], base: Base) -> Iterator[Dated]:
    """In an account of another week it is counted from the day before it, else from the text's."""
    weekday = next(n for n, day in enumerate(WEEKDAYS) if day[:3] == match["weekday"][:3])
    which = (match["which"] or match["behind"] or "").strip().lower()
    if which.startswith("the "):
        yield from _beside_the_day_before(match, base, weekday, by=_BESIDE[which.split()[1]])
        return
    published = date.fromisoformat(base.published) if base.is_news else None
    reported = published and is_reported(match)
    told = "" if reported else base.account if published else base.day
    if told and not (which and published):
        last = date.fromisoformat(told)
        day = last + timedelta(days=(weekday - last.weekday()) % 7)
        yield Dated(match.span("weekday"), day.isoformat(), AFTER_THE_LAST, 0.6)
    elif published and (day_of_week := _day_of_week(match, published, weekday, which)):
        day, rule, confidence = day_of_week
        if which or rule == _AFTER or reported or not base.unsure:
            yield Dated(match.span("weekday"), day.isoformat(), rule, confidence)


def _beside_the_day_before(
    match: re.Match[str], base: Base, weekday: int, by: int
) -> Iterator[Dated]:
    """The Monday that follows the day before it, or the last one before that: "the next Monday"."""
    if base.day:
        last = date.fromisoformat(base.day)
        days = (weekday - last.weekday()) % 7
        days = (days or 7) if by > 0 else days - 7
        value = (last + timedelta(days=days)).isoformat()
        yield Dated(match.span("weekday"), value, AFTER_THE_LAST, 0.7)


def _day_of_week(
    match: re.Match[str], published: date, weekday: int, which: str
) -> tuple[date, str, float] | None:
    """The day that a weekday of news means, by the word before it or the tense of its sentence."""
    to_come = published + timedelta(days=(weekday - published.weekday() - 1) % 7 + 1)
    gone = published - timedelta(days=(published.weekday() - weekday) % 7)
    if which == "last":
        return to_come - timedelta(days=7 if gone < published else 14), _BEFORE, 0.8
    ahead = lies_ahead(before(match)) and not is_done(match)
    if which == "this" and weekday > published.weekday() and not is_told_gone(match):
        return to_come, _AFTER, 0.7
    if which == "next" or ahead or is_told_ahead(match):
        return gone if gone == published and which != "next" else to_come, _AFTER, 0.6
    return None if is_open(match) else (gone, _BEFORE, 0.8)
