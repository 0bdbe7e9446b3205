"""Of which week a weekday is: what a text says around it goes in, a day to count from comes out.

"On Thursday" in an account of another month is not last Thursday.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from datetime import date, timedelta
from typing import TYPE_CHECKING

from .names import WEEKDAYS
from .readers import day_and_month
from .weekdays import AFTER_THE_LAST

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from .base import Dated

_OF_AN_ACCOUNT, _BESIDE_A_WEEKDAY = 4000, 200
_BEFORE_A_WEEKDAY, _AFTER_A_WEEKDAY = 300, 200
_BRACKET = re.compile(r"(?: \(|, )(?:a )?")
_AT_ONCE = len(" (a ") + 1
_AHEAD = 92
"""In how many days a day without its year is one that news look forward to: "the June 27 vote"."""
_LONGEST_CAPTION = 1000  # characters on each side of a date in it
_CAPTION = re.compile(r"\b(?:Images?|Photos?|Pictures?|Credits?|Photographs?)\s?: ")
_LAST_WORD = re.compile(r"\w+(?:\.\s|\n|$)")
_DAY = len("2010-06-11")


def week_of(published: str) -> set[date]:
    """Return the days around a text's date that its weekdays are likely to be."""
    if len(published) != _DAY:
        return set()
    return {date.fromisoformat(published) - timedelta(days=days) for days in range(-7, 8)}


class Accounts:
    """What a text tells of other weeks than its own."""

    def __init__(
        self, text: str, matches: Sequence[tuple[str, re.Match[str]]], published: str
    ) -> None:
        self._text = text
        self._matches = matches
        self._starts = [match.start() for _, match in matches]
        self._published = published
        self._week = week_of(published)
        ahead = (timedelta(days=number) for number in range(_AHEAD)) if self._week else ()
        to_come = (date.fromisoformat(published) + each for each in ahead)
        self._near = {(day.month, day.day) for day in (*self._week, *to_come)}

    def is_of_another_week(self, start: int, found: Sequence[Dated]) -> bool:
        """Whether a weekday stands by a day that is not of the week before the text's date.

        The nearest day before it tells, if it does not stand in a picture's caption; of a day that
        follows a line like "Talas, Tuesday" only its month and number are known yet. A day to come
        tells nothing.
        """
        if not self._week:
            return False
        nearest = self._nearest_day(start, found)
        if nearest and nearest not in self._week:
            return True
        return self._ends_a_line(start) and any(
            name == "day" and day_and_month(match) not in self._near
            for name, match in self._between(start + 1, start + _AFTER_A_WEEKDAY)
        )

    def day(self, start: int, found: Sequence[Dated]) -> str:
        """Return the day that an account of another week has come to; "" if there is none.

        It is the last day that is stated, if its own weekday stands beside it ("Tuesday ... on 6
        April"), or the last weekday that was counted on from there.
        """
        for dated in reversed(found):
            if start - dated.span[1] > _OF_AN_ACCOUNT:
                return ""
            if len(dated.value) != _DAY or dated.rule.startswith("counted"):
                continue
            if dated.rule == AFTER_THE_LAST:
                return dated.value
            is_past = dated.value < self._published
            is_past = is_past and date.fromisoformat(dated.value) not in self._week
            is_told = is_past and self._has_its_weekday(dated)
            return dated.value if is_told and not self._is_in_a_caption(start) else ""
        return ""

    def _nearest_day(self, start: int, found: Sequence[Dated]) -> date | None:
        for dated in reversed(found):
            if dated.span[0] <= start - _BEFORE_A_WEEKDAY or self._parts(dated.span[1], start):
                return None
            is_stated = len(dated.value) == _DAY and not dated.rule.startswith("weekday")
            if is_stated and not self._is_in_a_caption(dated.span[0]):
                day = date.fromisoformat(dated.value)
                if dated.value <= self._published or day in self._week:
                    return day
        return None

    def _ends_a_line(self, start: int) -> bool:
        """Whether a weekday is the last word of its sentence, as in "Talas, Tuesday"."""
        return _LAST_WORD.match(self._text, start) is not None

    def _parts(self, end: int, start: int) -> bool:
        return "\n\n" in self._text[end:start]

    def _has_its_weekday(self, dated: Dated) -> bool:
        """Whether the weekday that a date is stands near before it or at once behind it."""
        weekday = WEEKDAYS[date.fromisoformat(dated.value).weekday()]
        first = dated.span[0] - _BESIDE_A_WEEKDAY + 1
        return any(
            name == "weekday" and match["weekday"] == weekday and self._belongs(dated, match)
            for name, match in self._between(first, dated.span[1] + _AT_ONCE)
        )

    def _belongs(self, dated: Dated, match: re.Match[str]) -> bool:
        """Whether a weekday stands before a date, or behind it like "6 April (a Tuesday)"."""
        between = self._text[dated.span[1] : match.start()]
        return match.start() < dated.span[0] or _BRACKET.fullmatch(between) is not None

    def _between(self, first: int, end: int) -> Iterator[tuple[str, re.Match[str]]]:
        """The expressions that begin from `first` to before `end`."""
        yield from self._matches[bisect_left(self._starts, first) : bisect_left(self._starts, end)]

    def _is_in_a_caption(self, place: int) -> bool:
        first, last = max(0, place - _LONGEST_CAPTION), place + _LONGEST_CAPTION
        start, end = self._text.rfind("\n\n", first, place), self._text.find("\n\n", place, last)
        paragraph = self._text[start + 1 if start >= 0 else first : end if end >= 0 else last]
        return _CAPTION.search(paragraph) is not None
