"""What the head of a text tells of its own day: the day of a date line, an agency's dateline."""

from __future__ import annotations

import re
from datetime import date

from .base import Base
from .expressions import expressions
from .names import WEEKDAYS
from .readers import READERS

_HEAD = 400
_YEAR = re.compile(r"\d{4}")
_WEEKDAY_BEFORE = re.compile(rf"\b(?P<weekday>{'|'.join(WEEKDAYS)}),? $")
_PUBLISHED = re.compile(r"(?:Published|Posted|Released|Issued|Dated?)(?: on)?:? ")
_PLACE = re.compile(r"[A-Z][\w’'. -]{1,30}(?:, [A-Z][\w. ]{1,20})?, ")
_AGENCY = re.compile(r" (?:\([A-Z][\w /-]{1,30}\) )?(?:--?|–|—) ")
_WIRED = re.compile(
    r"[A-Z]{2}[A-Z’'. -]+(?:, [A-Z][\w. ]{1,20})?"
    r"(?:\s?(?P<agency>\([A-Z][\w /-]{1,30}\))\s?(?:--?|–|—)|\s(?:--|–|—)\s)"
)
_SENTENCE = re.compile(r"[a-z][.,;:]|[a-z](?: [a-z]+){3}")
_GOES_ON = re.compile(r"\s*(?:[—–:-]|\s[A-Z\"“])")
_IN_SENTENCE = re.compile(
    r"\b(?:on|by|of|from|to|since|until|before|after|and|for|last|next|this),? $", re.IGNORECASE
)


def date_line(text: str) -> str:
    """The day that a line near the head states; with its weekday also at the line's ends.

    "Published: June 3, 2010" states one, and so does "GENEVA, June 3, 2010 (AP) — They said".
    """
    for block in text[:_HEAD].split("\n\n")[:3]:
        line = block.strip()
        for name, match in expressions(line) if _YEAR.search(line) else ():
            value = _stated(match) if name == "day" else ""
            before, behind = line[: match.start()], line[match.end() :]
            weekday = _WEEKDAY_BEFORE.search(before)
            start = before[: weekday.start()] if weekday else before
            if value and behind in ("", ".") and (not start or _PUBLISHED.fullmatch(start)):
                return value
            if value and _PLACE.fullmatch(start) and _AGENCY.match(behind):
                return value
            if value and weekday and _is_its_day(weekday["weekday"], value):
                begins = not start and _GOES_ON.match(behind)
                if begins or (not behind and not _IN_SENTENCE.search(start)):
                    return value
    return ""


def _stated(match: re.Match[str]) -> str:
    """The day that a match of one states with its year, or nothing."""
    nowhere = Base("", False, "", "", "", "", "", "", False, False)  # noqa: FBT003
    values = [dated.value for dated in READERS["day"](match, nowhere)]
    return values[0] if values and values[0][0] != "-" else ""


def _is_its_day(weekday: str, value: str) -> bool:
    return value != "" and WEEKDAYS[date.fromisoformat(value).weekday()] == weekday


def is_wired(text: str) -> bool:
    """Whether a text begins with a dateline: "MOSCOW (AP) —", or without it before a sentence."""
    for block in text[:_HEAD].split("\n\n")[:3]:
        line = _WIRED.match(block.strip())
        if line and (line["agency"] or _SENTENCE.search(block)):
            return True
    return False
