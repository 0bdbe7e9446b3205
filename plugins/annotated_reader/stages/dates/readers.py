"""What a date expression says: a match and what it can be counted from go in, dates come out.

One reader for each name in the table of `patterns`; a reader that lacks a base yields none.
"""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

from .base import GONE, UNTOLD, Base, Dated, exists, nearest_year
from .before_christ import BEFORE_CHRIST
from .counted import COUNTED, moved
from .feasts import day_of_feast
from .months import month_of, read_month, year_rule
from .names import MONTHS, season_number
from .quarters import read_half, read_half_of_a_century, read_quarter, read_quarter_ended
from .spans import SPANS, WEEK, week
from .tense import before, tense_of, weekday_before
from .words import NUMBERS, ORDINALS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator


_SHARED = re.compile(rf" (?:and|to|until|or) (?:the )?\d\d? (?:{'|'.join(MONTHS)}) (\d{{4}})\b")
"""What a day shares its year with: "27 February and 13 March 2005"."""
_OF_A_FEAST = re.compile(
    r" (?:barbecues?|celebrations?|cookouts?|festivities|fireworks|holiday|parades?|part(?:y|ies)"
    r"|picnics?|weekend)\b"
)
"""Behind the Fourth of July, which is one of every year."""
_WEEK_OF = re.compile(r"\bweek of $")
_LAST_SHORT_YEAR = 2030
"""Before which a year without its century lies in a text without a date."""
_FEW_YEARS = 5  # that a year without its century may lie ahead: "the class of ’71"
_SOON = 2  # months ahead that a feast is spoken of
_SOME_YEAR = 2000  # for about when in a year a feast is
_BY_BASE = "counted from the date before"


def day_and_month(match: re.Match[str]) -> tuple[int, int]:
    """Return the month and the day that a match of a day names."""
    return month_of(match), _day_number(match)


def _read_day(match: re.Match[str], base: Base) -> Iterator[Dated]:
    stated = match.groupdict().get("year") or ""
    month, day = day_and_month(match)
    shared = _SHARED.match(match.string, match.end())
    stated = stated or (shared[1] if shared else "")
    is_feast = (month, day) == (7, 4) and _OF_A_FEAST.match(match.string, match.end())
    year = stated or ("" if is_feast else base.year_of(month, day, tense=tense_of(match)))
    if year and not stated and (weekday := weekday_before(match)):
        year = nearest_year(year, month, day, weekday)
    if not exists(year or "2000", month, day):
        return
    if not year:
        yield Dated(match.span(), f"--{month:02}-{day:02}", "day of a year left open", 0.9)
        return
    value, rule = f"{year}-{month:02}-{day:02}", year_rule(stated, base)
    if _WEEK_OF.search(before(match)):
        yield Dated(match.span(), week(date.fromisoformat(value)), WEEK, rule[1])
    else:
        yield Dated(match.span(), value, *rule)


def _read_interval(match: re.Match[str], base: Base) -> Iterator[Dated]:
    for last in _read_day(match, base):
        if int(match["from"]) < int(match["day"]):
            first = last.value[:-2] + f"{int(match['from']):02}"
            yield Dated(last.span, f"{first}/{last.value}", last.rule, last.confidence)


def _read_holiday(match: re.Match[str], base: Base) -> Iterator[Dated]:
    """Christmas without a word for its day is only about the 25th.

    A feast that is far from a text of news, and not said to come, has been.
    """
    name = " ".join(match["holiday"].lower().split()).replace("'", "’").replace(" ’", "’")
    name = name.replace("hallowe’en", "halloween").replace("thanksgiving day", "thanksgiving")
    month, day = day_of_feast(name, _SOME_YEAR)
    tense = tense_of(match)
    if base.is_news and tense == UNTOLD and (month - int(base.published[5:7])) % 12 > _SOON:
        tense = GONE
    year = match["year"] or base.year_of(month, day, tense=tense)
    month, day = day_of_feast(name, int(year or _SOME_YEAR))
    about = "~" if name == "christmas" else ""
    if year:
        value = f"{year}-{month:02}-{day:02}{about}"
        yield Dated(match.span(), value, *year_rule(match["year"], base))


def _read_of_it(match: re.Match[str], base: Base) -> Iterator[Dated]:
    """A day or a month "of the same year"."""
    month, day = month_of(match), match.groupdict().get("day")
    if base.before and (not day or exists(base.before[:4], month, int(day))):
        value = f"{base.before[:4]}-{month:02}" + (f"-{int(day):02}" if day else "")
        yield Dated(match.span(), value, "year of the date before", 0.8)


def _read_days(match: re.Match[str], base: Base) -> Iterator[Dated]:
    """Several days that share their month: "10, 11 and 12 June 2010", "June 10 and 11".

    Numbers that do not go up are of something else; only the last one is a day.
    """
    found = list(re.finditer(r"\d+", match["days"]))
    numbers = [int(each[0]) for each in found] + [int(match["day"])]
    goes_up = numbers == sorted(set(numbers))
    is_month_first = match.start("month") < match.start("days")
    for last in _read_day(match, base) if goes_up or not is_month_first else ():
        for each in found if goes_up else ():
            place = match.start("days")
            is_first = is_month_first and each is found[0]
            start = match.start() if is_first else place + each.start()
            value = f"{last.value[:-2]}{int(each[0]):02}"
            yield Dated((start, place + each.end()), value, last.rule, last.confidence)
        yield Dated((match.start("day"), match.end()), last.value, last.rule, last.confidence)


def _read_season(match: re.Match[str], _base: Base) -> Iterator[Dated]:
    value = f"{match['year']}-{season_number(match['season'])}"
    yield Dated(match.span(), value, "season", 0.9)


def _read_year(match: re.Match[str], _base: Base) -> Iterator[Dated]:
    yield Dated(match.span(), f"{int(match['year']):04}", "year", 0.9)


def _read_day_of_a_month(match: re.Match[str], base: Base) -> Iterator[Dated]:
    """A day without its month ("on the 11th"): of the month before it, in news of the text's."""
    near = base.told or ("" if base.is_news else base.before)
    month, day = (near or (base.published if base.is_news else ""))[:7], int(match["number"])
    if not near and day > int(base.published[8:10] or 0):
        month = moved(month, "month", -1)
    if len(month) == len("2010-06") and exists(month[:4], int(month[5:]), day):
        yield Dated(match.span(), f"{month}-{day:02}", _BY_BASE, 0.7)


def _read_spelled_year(match: re.Match[str], _base: Base) -> Iterator[Dated]:
    """A year in words: "nineteen ninety-six", "May of nineteen oh four", "two thousand ten"."""
    rest = re.sub(r"^(?:oh|ought|and)[\s-]", "", (match["rest"] or "").lower())
    first = match["hundreds"].lower()
    year = 100 * NUMBERS[first] if first in NUMBERS else 2000
    year += NUMBERS["-".join(re.split(r"[\s-]", rest))] if rest else 0
    groups = match.groupdict()
    part = ""
    if groups.get("month"):
        part = f"-{month_of(match):02}"
    elif groups.get("season"):
        part = f"-{season_number(groups['season'])}"
    yield Dated(match.span(), f"{year}{part}", "year in words", 0.8)


def _read_short_year(match: re.Match[str], base: Base) -> Iterator[Dated]:
    """A year without its century ("in ’96"): the last such year, or one a few years ahead."""
    if base.published:
        last = int(base.published[:4]) + _FEW_YEARS
        year = last - (last - int(match["short"])) % 100
        yield Dated(match.span(), f"{year:04}", "year without its century", 0.75)


def _read_short_day(match: re.Match[str], base: Base) -> Iterator[Dated]:
    """A day in figures with a year without its century: "6/25/90"."""
    last = int(base.published[:4] or _LAST_SHORT_YEAR) + _FEW_YEARS
    year, month, day = last - (last - int(match["short"])) % 100, month_of(match), int(match["day"])
    if exists(str(year), month, day):
        value = f"{year:04}-{month:02}-{day:02}"
        yield Dated(match.span(), value, "year without its century", 0.75)


def _read_bare_year(match: re.Match[str], _base: Base) -> Iterator[Dated]:
    yield Dated(match.span(), match["year"], "number that reads as a year", 0.75)


def _read_early_year(match: re.Match[str], base: Base) -> Iterator[Dated]:
    if base.early:
        yield Dated(match.span(), f"0{match['year']}", "year in a text on early years", 0.7)


def _read_about_a_year(match: re.Match[str], _base: Base) -> Iterator[Dated]:
    yield Dated(match.span(), f"{int(match['year']):04}~", "about a year", 0.9)


def _read_years(match: re.Match[str], _base: Base) -> Iterator[Dated]:
    """A span of years: two dates, the second one perhaps cut short ("1920–21")."""
    first, last = match["year"], match["last"]
    last = first[: len(first) - len(last)] + last
    if int(first) < int(last) <= int(first) + 150:
        for group, value in (("year", first), ("last", last)):
            yield Dated(match.span(group), f"{int(value):04}", "span of years", 0.85)


def _day_number(match: re.Match[str]) -> int:
    groups = match.groupdict()
    return int(groups["day"]) if groups.get("day") else ORDINALS[groups["ordinal"].lower()]


READERS: dict[str, Callable[[re.Match[str], Base], Iterator[Dated]]] = {
    "day": _read_day,
    "interval": _read_interval,
    "month": read_month,
    "of it": _read_of_it,
    "season": _read_season,
    "years": _read_years,
    "year": _read_year,
    "day of a month": _read_day_of_a_month,
    "spelled year": _read_spelled_year,
    "short year": _read_short_year,
    "short day": _read_short_day,
    "bare year": _read_bare_year,
    "early year": _read_early_year,
    "about a year": _read_about_a_year,
    "holiday": _read_holiday,
    "days": _read_days,
    "quarter": read_quarter,
    "half": read_half,
    "half of a century": read_half_of_a_century,
    "quarter ended": read_quarter_ended,
    **BEFORE_CHRIST,
    **COUNTED,
    **SPANS,
}
