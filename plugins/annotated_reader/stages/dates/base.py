"""What a date is counted from, and what is found: the base of an expression, the dated words."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from .names import WEEKDAYS

if TYPE_CHECKING:
    from ...model import Span


GONE, UNTOLD, MAYBE, AHEAD = -1, 0, 1, 2
"""On which side of its text's date a date lies by its sentence: "MAYBE" may be still to come."""
_HALF, _SOON, _MOST = 6, 3, 9
"""So many months ahead of its text a date may be that is to come, and one that may be."""
_AROUND_NEW_YEAR = 8
"""So many months later in the year than its text a date may be of which no tense tells."""


@dataclass(frozen=True, slots=True)
class Dated:
    """A date expression: where it stands, what it says, by which rule, and how surely."""

    span: Span
    value: str
    rule: str
    confidence: float


@dataclass(frozen=True, slots=True)
class Base:
    """What a date can be counted from: the text's own date, and the last statement in reach.

    `before` is that statement, `told` the last day or month where its year is not that of the text
    but one which the text tells of; `day` the last day in the paragraph; `common` the year that
    most days and months so far are of, `about` the one that the text looks back to. A weekday is
    counted on from the day that an `account` of another week has come to, and `unsure` near a day
    of another week.
    """

    published: str
    is_news: bool
    before: str
    told: str
    day: str
    common: str
    about: str
    account: str
    unsure: bool
    early: bool

    def year_of(self, month: int, day: int = 1, *, tense: int = UNTOLD) -> str:
        """The year of a day or a month that states none.

        It goes on from what the text tells of, if that is not later in its year; what would lie
        ahead of the text's date and is not said to is of the year that the text looks back to;
        around New Year it is of the year nearer to the text's date, by its `tense`.
        """
        dated = len(self.published) >= len("2010-06")
        if told := self.goes_on_from(month, tense):
            goes_back = len(told) >= len("2010-06") and month < int(told[5:7])
            year = (goes_back and (self._this_year(month) or self.common)) or told[:4]
            is_ahead = self.is_news and f"{year}-{month:02}" > self.published
            return told[:4] if is_ahead else year
        if not dated:
            return self.published[:4]
        if self.about and tense < AHEAD and f"{month:02}-{day:02}" > self.published[5:]:
            return self.about
        return f"{int(self.published[:4]) + self._years_off(month, day, tense):04}"

    def goes_on_from(self, month: int, tense: int) -> str:
        """The date that a day or a month without its year goes on from.

        One to come does not go on from what is past, nor far from what is itself to come.
        """
        told = self.told or ("" if self.is_news else self.before)
        if "" < self.published[:4] < told[:4]:
            is_far = len(told) > len("2010") and month - int(told[5:7]) > _HALF
            return "" if is_far else told
        return "" if self.is_news and tense == AHEAD else told

    def _this_year(self, month: int) -> str:
        """The year of news, if that month has come by then."""
        is_past = self.is_news and month <= int(self.published[5:7])
        return self.published[:4] if is_past else ""

    def _years_off(self, month: int, day: int, tense: int) -> int:
        """How many years after the text's date a day is, by its tense."""
        months = month - int(self.published[5:7])
        if tense == GONE:
            return -int(f"{month:02}-{day:02}" > self.published[5:])
        is_ahead = tense > UNTOLD and months < 0 and months % 12 <= months_ahead(tense)
        return int(is_ahead) - int(tense < AHEAD and months > _AROUND_NEW_YEAR)

    @property
    def year_rule(self) -> tuple[str, float]:
        """Where that year comes from, and how surely."""
        if not self.told and (self.is_news or not self.before):
            return "year of the text", 0.85
        return "year of the date before", 0.7


def months_ahead(tense: int) -> int:
    """Return how many months ahead of its text a date may be by its tense."""
    return {AHEAD: _MOST, MAYBE: _SOON}.get(tense, 0)


def exists(year: str, month: int, day: int) -> bool:
    """Tell whether a calendar has a day."""
    try:
        date(int(year), month, day)
    except ValueError:
        return False
    return True


def nearest_year(year: str, month: int, day: int, weekday: str) -> str:
    """Return the year nearest to `year` in which a day is that weekday; `year` if none is near."""
    for by in (0, -1, 1, -2, 2):
        near = f"{int(year) + by:04}"
        if exists(near, month, day):
            number = date(int(near), month, day).weekday()
            if WEEKDAYS[number] == weekday:
                return near
    return year
