"""What "last Friday" or "two years later" says: a match and its base go in, dates come out.

One reader for each name in `COUNTED`, which `date_readers` takes up; a reader that lacks a base
yields none.
"""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import TYPE_CHECKING

from .date_base import Base, Dated
from .date_names import MONTHS, WEEKDAYS
from .date_words import NUMBERS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_AHEAD = re.compile(
    r"\b(?:will|shall|is to|are to|going to|there is|plans?|scheduled|due|upcoming)\b|[’']ll\b"
    r"|\blook(?:s|ing)? forward to\b|\b(?:starts?|begins?|opens?|resumes?|takes? place)(?: on)? $",
    re.IGNORECASE,
)
"""Words after which a day or a month lies ahead of the text's date."""
_WILL = re.compile(r"\b(?:will|(?:is|are) (?:to|due|expected|scheduled|set) )\b|[’']ll\b")
_WAS = re.compile(r"\b(?:was|were|had|has|have|did|said|told|that|[a-z]+ed)\b")
_BEGINS = re.compile(r"(?:(?:On|By|This|Next) |)")
_CLAUSE = 150  # characters behind a weekday in which its verb stands
_OPEN = re.compile(
    r"\b(?:would|was to|were to|planned|before|until|every)\b|\b(?:an?|one|each|any|some) $",
    re.IGNORECASE,
)
"""Words after which a weekday may lie on either side, or be no day of its week."""
_NEAR_DAYS = {
    "yesterday": -1,
    "last night": -1,
    "tomorrow": 1,
    "the day before yesterday": -2,
    "the day after tomorrow": 2,
}
AFTER_THE_LAST = "weekday after the date before"
_HOURS = ("night", "morning", "afternoon", "evening")
_NEAR = {"last": -1, "this": 0, "next": 1}
_BY_TEXT, _BY_BASE = "counted from the text’s date", "counted from the date before"


def before(match: re.Match[str]) -> str:
    """Return what stands before a match in its sentence."""
    return re.split(r"[.!?]\s|\n", match.string[max(0, match.start() - 200) : match.start()])[-1]


def after(match: re.Match[str]) -> str:
    """Return what stands behind a match in its sentence."""
    return re.split(r"[.!?]\s|\n", match.string[match.end() : match.end() + _CLAUSE])[0]


def is_told_ahead(match: re.Match[str]) -> bool:
    """Whether a sentence that begins with a day goes on with what will be: "On Sunday they will".

    What was said or done before its "will" is of a day gone by.
    """
    if not _BEGINS.fullmatch(before(match)):
        return False
    words = after(match)
    ahead = _WILL.search(words)
    return ahead is not None and not _WAS.search(words, 0, ahead.start())


def lies_ahead(words: str) -> bool:
    """Whether what stands before a date in its sentence tells that it is still to come."""
    return _AHEAD.search(words) is not None


def _read_weekday(match: re.Match[str], base: Base) -> Iterator[Dated]:
    """In an account of another week it is counted from the day before it, else from the text's."""
    weekday = WEEKDAYS.index(match["weekday"])
    which = (match["which"] or "").strip().lower()
    published = date.fromisoformat(base.published) if base.is_news else None
    told = base.account if published else base.day
    if told and not (which and published):
        last = date.fromisoformat(told)
        day = last + timedelta(days=(weekday - last.weekday()) % 7)
        yield Dated(match.span("weekday"), day.isoformat(), AFTER_THE_LAST, 0.6)
    elif published:
        words = before(match)
        ahead = lies_ahead(words) or is_told_ahead(match)
        if day_of_week := _day_of_week(published, weekday, which, words, ahead=ahead):
            day, rule, confidence = day_of_week
            if which or rule == _AFTER or not base.unsure:
                yield Dated(match.span("weekday"), day.isoformat(), rule, confidence)


_AFTER, _BEFORE = "weekday after the text’s date", "weekday before the text’s date"


def _day_of_week(
    published: date, weekday: int, which: str, words: str, *, ahead: bool
) -> tuple[date, str, float] | None:
    """The day that a weekday of news means, by the word before it or those of its sentence."""
    to_come = published + timedelta(days=(weekday - published.weekday() - 1) % 7 + 1)
    gone = published - timedelta(days=(published.weekday() - weekday) % 7)
    if which == "last":
        return to_come - timedelta(days=7 if gone < published else 14), _BEFORE, 0.8
    if which == "this" and weekday > published.weekday():
        return to_come, _AFTER, 0.7
    if which == "next" or ahead:
        return to_come, _AFTER, 0.6
    return None if _OPEN.search(words) else (gone, _BEFORE, 0.8)


def _read_near_day(match: re.Match[str], base: Base) -> Iterator[Dated]:
    if base.is_news:
        value = moved(base.published, "day", _NEAR_DAYS.get(_plain(match["near"]), 0))
        yield Dated(match.span(), value, _BY_TEXT, 0.8)


def _plain(words: str) -> str:
    return " ".join(words.lower().split())


def _read_near(match: re.Match[str], base: Base) -> Iterator[Dated]:
    value = moved(base.published, match["unit"], _NEAR[match["near"].lower()])
    if value and base.is_news:
        yield Dated(match.span(), value, _BY_TEXT, 0.75)


def _read_ago(match: re.Match[str], base: Base) -> Iterator[Dated]:
    value = moved(base.published, match["unit"], -number_of(match))
    if match["today"] and match["unit"] == "year":
        value += base.published[4:]
    if value and base.is_news:
        yield Dated(match.span(), value, _BY_TEXT, 0.75)


def _read_ahead(match: re.Match[str], base: Base) -> Iterator[Dated]:
    if base.is_news and (value := moved(base.published, match["unit"], number_of(match))):
        yield Dated(match.span(), value, _BY_TEXT, 0.7)


def _read_later(match: re.Match[str], base: Base) -> Iterator[Dated]:
    groups = match.groupdict()
    by = 0 if groups.get("same") else number_of(match) * (-1 if groups.get("back") else 1)
    unit = "day" if match["unit"] in _HOURS else match["unit"]
    counted_from = base.day if unit in ("day", "week") else base.before
    if value := moved(counted_from, unit, by):
        yield Dated(match.span(), value, _BY_BASE, 0.7)


def number_of(match: re.Match[str]) -> int:
    """Return how many years, months, weeks or days a match counts."""
    word = match.groupdict().get("number") or "one"
    return int(word) if word.isdigit() else NUMBERS[word.lower()]


def moved(base: str, unit: str, by: int) -> str:
    """Return a date so many units off, as precise as the unit; "" if there is none.

    Weeks lead to a day that is only about right: "three weeks ago".
    """
    parts = [int(part) for part in base.split("-") if part]
    if unit in ("day", "week") and len(parts) > 2:
        day = date(*parts[:3]) + timedelta(days=by * (7 if unit == "week" else 1))
        return day.isoformat() + ("~" if unit == "week" else "")
    if unit == "month" and len(parts) > 1 and parts[1] <= len(MONTHS):
        months = parts[0] * 12 + parts[1] - 1 + by
        return f"{months // 12:04}-{months % 12 + 1:02}"
    if unit == "decade" and parts and parts[0] + 10 * by > 0:
        return f"{parts[0] + 10 * by:04}~"
    if unit == "year" and parts and parts[0] + by > 0:
        return f"{parts[0] + by:04}"
    return ""


COUNTED: dict[str, Callable[[re.Match[str], Base], Iterator[Dated]]] = {
    "weekday": _read_weekday,
    "near day": _read_near_day,
    "near": _read_near,
    "ago": _read_ago,
    "ahead": _read_ahead,
    "later": _read_later,
}
