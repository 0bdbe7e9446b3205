"""What a date is counted from, and what is found: the base of an expression, the dated words."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ..model import Span


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

    def year_of(self, month: int, day: int = 1, *, ahead: bool = False) -> str:
        """The year of a day or a month that states none.

        It goes on from what the text tells of, if that is not later in its year; what would lie
        ahead of the text's date and is not said to is of the year that the text looks back to;
        around New Year it is of the year nearer to the text's date.
        """
        told = self.told or (self.before if not self.is_news else "")
        dated = len(self.published) >= len("2010-06")
        now = int(self.published[5:7]) if dated else 0
        if told:
            goes_back = len(told) >= len("2010-06") and month < int(told[5:7])
            return (goes_back and (self._this_year(month) or self.common)) or told[:4]
        if not dated:
            return self.published[:4]
        if self.about and not ahead and f"{month:02}-{day:02}" > self.published[5:]:
            return self.about
        by = -1 if now <= 2 and month >= 11 else int(ahead and now >= 11 and month <= 2)
        return str(int(self.published[:4]) + by)

    def _this_year(self, month: int) -> str:
        """The year of news, if that month has come by then."""
        is_past = self.is_news and month <= int(self.published[5:7])
        return self.published[:4] if is_past else ""

    @property
    def year_rule(self) -> tuple[str, float]:
        """Where that year comes from, and how surely."""
        if not self.told and (self.is_news or not self.before):
            return "year of the text", 0.85
        return "year of the date before", 0.7


def exists(year: str, month: int, day: int) -> bool:
    """Tell whether a calendar has a day."""
    try:
        date(int(year), month, day)
    except ValueError:
        return False
    return True
