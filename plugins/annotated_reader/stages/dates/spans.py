"""What "last week", "the 1990s" or "April last year" says: a match and its base -> dates.

One reader for each name in `SPANS`, which `readers` takes up. Nothing is counted from a week,
a decade or a century (`NO_BASE`): their ends are no days of the text, nor is 9/11.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from .base import Base, Dated, exists
from .names import month_number, season_number
from .tense import before, is_told_ahead, lies_ahead
from .words import DECADES, ORDINALS

if TYPE_CHECKING:
    import re
    from collections.abc import Callable, Iterator

_BY_TEXT = "counted from the text’s date"
WEEK, _DECADE, CENTURY = "week of the text", "decade", "century"
_CALLED_SO = "day that is called so"
NO_BASE = frozenset((WEEK, _DECADE, CENTURY, _CALLED_SO))
_NEAR = {"last": -1, "this": 0, "next": 1}
_WEDNESDAY, _SATURDAY = 2, 5


def _read_near_week(match: re.Match[str], base: Base) -> Iterator[Dated]:
    """A week is Monday to Sunday, a weekend its last two days."""
    if not base.is_news:
        return
    published = date.fromisoformat(base.published)
    by = -1 if match.groupdict().get("past") else _NEAR.get(match["near"].lower(), 0)
    if match["part"] == "weekend":
        is_ahead = lies_ahead(before(match)) or is_told_ahead(match)
        is_gone = by == 0 and not is_ahead and published.weekday() < _most(match["near"])
        monday = published - timedelta(days=published.weekday())
        first = monday + timedelta(days=7 * (by - is_gone) + _SATURDAY)
        value = f"{first.isoformat()}/{(first + timedelta(days=1)).isoformat()}"
    else:
        value = week(published + timedelta(days=7 * by))
    yield Dated(match.span(), value, WEEK, 0.6)


def week(day: date) -> str:
    """Return the week that a day is of, from Monday to Sunday."""
    monday = day - timedelta(days=day.weekday())
    return f"{monday.isoformat()}/{(monday + timedelta(days=6)).isoformat()}"


def _most(near: str) -> int:
    """Before which weekday "the weekend" or "this weekend" still is the one gone by."""
    return _SATURDAY if near == "the" else _WEDNESDAY


def _read_of_near_year(match: re.Match[str], base: Base) -> Iterator[Dated]:
    """A day or a month "of last year"."""
    if not base.is_news:
        return
    year = _year_near(match, base)
    month = month_number(match["month"])
    day = match.groupdict().get("day")
    if not day:
        yield Dated(match.span(), f"{year}-{month:02}", _BY_TEXT, 0.8)
    elif exists(year, month, int(day)):
        yield Dated(match.span(), f"{year}-{month:02}-{int(day):02}", _BY_TEXT, 0.8)


def _read_interval_of_near_year(match: re.Match[str], base: Base) -> Iterator[Dated]:
    """Some days "of last year"."""
    for last in _read_of_near_year(match, base):
        if int(match["from"]) < int(match["day"]):
            first = last.value[:-2] + f"{int(match['from']):02}"
            yield Dated(last.span, f"{first}/{last.value}", last.rule, last.confidence)


def _read_season_of_near_year(match: re.Match[str], base: Base) -> Iterator[Dated]:
    if base.is_news:
        value = f"{_year_near(match, base)}-{season_number(match['season'])}"
        yield Dated(match.span(), value, _BY_TEXT, 0.75)


def _read_near_season(match: re.Match[str], base: Base) -> Iterator[Dated]:
    """The last season of a name that is over, that of this year, or the next one to begin."""
    if not base.is_news:
        return
    year, now = int(base.published[:4]), int(base.published[5:7])
    season = season_number(match["season"])
    first = 3 * (season - 20)  # the month with which it begins: March for spring
    near = match["near"].lower()
    if near == "last" or match.groupdict().get("past"):
        year -= now < first + 3
    elif near == "the":
        year -= now < first
    elif near == "next":
        year += now >= first
    yield Dated(match.span(), f"{year:04}-{season}", _BY_TEXT, 0.7)


def _read_decade(match: re.Match[str], _base: Base) -> Iterator[Dated]:
    """Ten years; of "the 1800s" the whole hundred, which the 2000s have not had yet."""
    first = int(match["decade"])
    last = first + (99 if first % 100 == 0 and first < 2000 else 9)
    yield Dated(match.span(), f"{first}/{last}", _DECADE, 0.85)


def _read_short_decade(match: re.Match[str], base: Base) -> Iterator[Dated]:
    """A decade without its century ("the sixties"): the last one that has begun by then."""
    if base.published:
        groups, now = match.groupdict(), int(base.published[:4])
        short = int(groups["short"]) if groups.get("short") else DECADES[match["word"].lower()]
        first = now - (now - short) % 100
        yield Dated(match.span(), f"{first:04}/{first + 9:04}", _DECADE, 0.7)


def _read_century(match: re.Match[str], _base: Base) -> Iterator[Dated]:
    number = century_number(match)
    if number:
        value = f"{100 * number - 99:04}/{100 * number:04}"
        yield Dated(match.span(), value, CENTURY, 0.85)


def century_number(match: re.Match[str]) -> int:
    """Return the number of a century that a match has in figures or in words."""
    return int(match["number"]) if match["number"] else ORDINALS[match["ordinal"].lower()]


def _read_the_year(match: re.Match[str], base: Base) -> Iterator[Dated]:
    """The year or the month that a text is in: its own in news, else that of the date before."""
    length = len("2010") if match["unit"] == "year" else len("2010-06")
    value = (base.published if base.is_news else base.before)[:length]
    if len(value) == length:
        rule = _BY_TEXT if base.is_news else "counted from the date before"
        yield Dated(match.span(), value, rule, 0.7)


def _read_year_end(match: re.Match[str], base: Base) -> Iterator[Dated]:
    if base.is_news:
        yield Dated(match.span(), f"{base.published[:4]}-12-31", _BY_TEXT, 0.7)


def _read_nine_eleven(match: re.Match[str], base: Base) -> Iterator[Dated]:
    """The day that is called by its month and number alone, in what was written since."""
    if not base.published or base.published > "2001-09-11":
        yield Dated(match.span(), "2001-09-11", _CALLED_SO, 0.9)


def _year_near(match: re.Match[str], base: Base) -> str:
    return f"{int(base.published[:4]) + _NEAR[match['near'].lower()]:04}"


SPANS: dict[str, Callable[[re.Match[str], Base], Iterator[Dated]]] = {
    "near week": _read_near_week,
    "of near year": _read_of_near_year,
    "interval of near year": _read_interval_of_near_year,
    "season of near year": _read_season_of_near_year,
    "near season": _read_near_season,
    "decade": _read_decade,
    "short decade": _read_short_decade,
    "century": _read_century,
    "the year": _read_the_year,
    "year end": _read_year_end,
    "9/11": _read_nine_eleven,
}
