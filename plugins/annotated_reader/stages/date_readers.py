"""What a date expression says: a match and what it can be counted from go in, dates come out.

One reader for each name in the table of `date_patterns`; a reader that lacks a base yields none.
"""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import TYPE_CHECKING

from .date_base import Base, Dated
from .date_names import MONTHS, SEASONS, WEEKDAYS
from .date_patterns import NUMBERS, ORDINALS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator


_AHEAD = re.compile(
    r"\b(?:will|shall|is to|are to|going to|there is|plans?|scheduled|due)\b", re.IGNORECASE
)
"""Words after which a weekday lies ahead of the text's date."""
_OPEN = re.compile(
    r"\b(?:would|was to|were to|planned|before|until|every)\b|\b(?:an?|one|each|any|some) $",
    re.IGNORECASE,
)
"""Words after which it may lie on either side, or be no day of its week."""
_SHARED = re.compile(rf" (?:and|to|until|or) (?:the )?\d\d? (?:{'|'.join(MONTHS)}) (\d{{4}})\b")
"""What a day shares its year with: "27 February and 13 March 2005"."""
_NEAR_DAYS = {"yesterday": -1, "today": 0, "tomorrow": 1}
_NEAR = {"last": -1, "this": 0, "next": 1}
_BY_BASE = "counted from the date before"


def day_and_month(match: re.Match[str]) -> tuple[int, int]:
    """Return the month and the day that a match of a day names."""
    return _month_number(match), _day_number(match)


def _read_day(match: re.Match[str], base: Base) -> Iterator[Dated]:
    stated = match.groupdict().get("year") or ""
    month, day = day_and_month(match)
    shared = _SHARED.match(match.string, match.end())
    stated = stated or (shared[1] if shared else "")
    year = stated or base.year_of(month, day, ahead=bool(_AHEAD.search(_before(match))))
    if not _exists(year or "2000", month, day):
        return
    if not year:
        yield Dated(match.span(), f"--{month:02}-{day:02}", "day of a year left open", 0.9)
        return
    yield Dated(match.span(), f"{year}-{month:02}-{day:02}", *_year_rule(stated, base))


def _read_interval(match: re.Match[str], base: Base) -> Iterator[Dated]:
    for last in _read_day(match, base):
        if int(match["from"]) < int(match["day"]):
            first = last.value[:-2] + f"{int(match['from']):02}"
            yield Dated(last.span, f"{first}/{last.value}", last.rule, last.confidence)


def _year_rule(stated: str, base: Base) -> tuple[str, float]:
    return ("date in full", 0.98) if stated else base.year_rule


def _read_month(match: re.Match[str], base: Base) -> Iterator[Dated]:
    month = _month_number(match)
    stated = match.groupdict().get("year") or ""
    near = base.year_of(month) if base.told or (base.before and not base.is_news) else ""
    latest = _latest_year(month, base.published) if base.is_news else ""
    year = stated or near or latest or base.before[:4]
    if year:
        yield Dated(match.span(), f"{year}-{month:02}", *_year_rule(stated, base))


def _latest_year(month: int, published: str) -> str:
    """The year in which a text published then and saying "in April" last saw that month."""
    if len(published) < len("2010-06"):
        return published[:4]
    return str(int(published[:4]) - (month > int(published[5:7])))


def _read_of_it(match: re.Match[str], base: Base) -> Iterator[Dated]:
    """A day or a month "of the same year"."""
    month, day = _month_number(match), match.groupdict().get("day")
    if base.before and (not day or _exists(base.before[:4], month, int(day))):
        value = f"{base.before[:4]}-{month:02}" + (f"-{int(day):02}" if day else "")
        yield Dated(match.span(), value, "year of the date before", 0.8)


def _read_season(match: re.Match[str], _base: Base) -> Iterator[Dated]:
    number = 21 + SEASONS.index(match["season"].lower().replace("fall", "autumn"))
    yield Dated(match.span(), f"{match['year']}-{number}", "season", 0.9)


def _read_weekday(match: re.Match[str], base: Base) -> Iterator[Dated]:
    """In an account of another week it is counted from the day before it, else from the text's."""
    weekday = WEEKDAYS.index(match["weekday"])
    published = date.fromisoformat(base.published) if base.is_news else None
    last = date.fromisoformat(base.day) if base.day else None
    if last and not published:
        day = last + timedelta(days=(weekday - last.weekday()) % 7)
        yield Dated(match.span("weekday"), day.isoformat(), "weekday after the date before", 0.6)
        return
    before = _before(match)
    if published and (match["next"] or _AHEAD.search(before)):
        day = published + timedelta(days=(weekday - published.weekday() - 1) % 7 + 1)
        yield Dated(match.span("weekday"), day.isoformat(), "weekday after the text’s date", 0.6)
    elif published and not base.unsure and not _OPEN.search(before):
        day = published - timedelta(days=(published.weekday() - weekday) % 7)
        yield Dated(match.span("weekday"), day.isoformat(), "weekday before the text’s date", 0.8)


def _before(match: re.Match[str]) -> str:
    """What stands before a match in its sentence."""
    return re.split(r"[.!?]\s|\n", match.string[max(0, match.start() - 200) : match.start()])[-1]


def _read_year(match: re.Match[str], _base: Base) -> Iterator[Dated]:
    yield Dated(match.span(), f"{int(match['year']):04}", "year", 0.9)


def _read_day_of_a_month(match: re.Match[str], base: Base) -> Iterator[Dated]:
    """A day without its month ("on the 11th"): of the month before it, in news of the text's."""
    near = base.told or ("" if base.is_news else base.before)
    month, day = (near or (base.published if base.is_news else ""))[:7], int(match["number"])
    if not near and day > int(base.published[8:10] or 0):
        month = _moved(month, "month", -1)
    if len(month) == len("2010-06") and _exists(month[:4], int(month[5:]), day):
        yield Dated(match.span(), f"{month}-{day:02}", _BY_BASE, 0.7)


def _read_short_year(match: re.Match[str], base: Base) -> Iterator[Dated]:
    """A year without its century ("in ’96"): the last such year before the text's date."""
    if base.published:
        now, short = int(base.published[:4]), int(match["short"])
        yield Dated(
            match.span(), f"{now - (now - short) % 100:04}", "year without its century", 0.75
        )


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


def _read_near_day(match: re.Match[str], base: Base) -> Iterator[Dated]:
    if base.is_news:
        value = _moved(base.published, "day", _NEAR_DAYS[match["near"].lower()])
        yield Dated(match.span(), value, "counted from the text’s date", 0.8)


def _read_near(match: re.Match[str], base: Base) -> Iterator[Dated]:
    value = _moved(base.published, match["unit"], _NEAR[match["near"].lower()])
    if value and base.is_news:
        yield Dated(match.span(), value, "counted from the text’s date", 0.75)


def _read_ago(match: re.Match[str], base: Base) -> Iterator[Dated]:
    value = _moved(base.published, match["unit"], -number_of(match))
    if match["today"] and match["unit"] == "year":
        value += base.published[4:]
    if value and base.is_news:
        yield Dated(match.span(), value, "counted from the text’s date", 0.75)


def _read_later(match: re.Match[str], base: Base) -> Iterator[Dated]:
    groups = match.groupdict()
    by = 0 if groups.get("same") else -1 if groups.get("back") else number_of(match)
    if value := _moved(base.day if match["unit"] == "day" else base.before, match["unit"], by):
        yield Dated(match.span(), value, _BY_BASE, 0.7)


def number_of(match: re.Match[str]) -> int:
    """Return how many years, months or days a match counts."""
    word = match.groupdict().get("number") or "one"
    return int(word) if word.isdigit() else NUMBERS[word.lower()]


def _moved(base: str, unit: str, by: int) -> str:
    """A date so many years, months or days off, as precise as the unit; "" if there is none."""
    parts = [int(part) for part in base.split("-") if part]
    if unit == "day" and len(parts) > 2:
        return (date(*parts[:3]) + timedelta(days=by)).isoformat()
    if unit == "month" and len(parts) > 1 and parts[1] <= len(MONTHS):
        months = parts[0] * 12 + parts[1] - 1 + by
        return f"{months // 12:04}-{months % 12 + 1:02}"
    if unit == "year" and parts and parts[0] + by > 0:
        return f"{parts[0] + by:04}"
    return ""


def _day_number(match: re.Match[str]) -> int:
    groups = match.groupdict()
    return int(groups["day"]) if groups.get("day") else ORDINALS[groups["ordinal"].lower()]


def _month_number(match: re.Match[str]) -> int:
    groups = match.groupdict()
    if groups.get("number"):
        return int(groups["number"])
    return next(i for i, name in enumerate(MONTHS, 1) if name[:3] == groups["month"][:3].title())


def _exists(year: str, month: int, day: int) -> bool:
    try:
        date(int(year), month, day)
    except ValueError:
        return False
    return True


READERS: dict[str, Callable[[re.Match[str], Base], Iterator[Dated]]] = {
    "day": _read_day,
    "interval": _read_interval,
    "month": _read_month,
    "of it": _read_of_it,
    "season": _read_season,
    "weekday": _read_weekday,
    "years": _read_years,
    "year": _read_year,
    "day of a month": _read_day_of_a_month,
    "short year": _read_short_year,
    "bare year": _read_bare_year,
    "early year": _read_early_year,
    "about a year": _read_about_a_year,
    "near day": _read_near_day,
    "near": _read_near,
    "ago": _read_ago,
    "later": _read_later,
}
