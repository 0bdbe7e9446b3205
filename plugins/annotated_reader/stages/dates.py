"""Dates of a document: a text goes in, spans with ISO 8601 values come out.

A value is as precise as the words are: `2010`, `2010-06`, `2010-06-11`, or an interval
`2010-04-06/2010-04-08`. A day whose year nothing tells is left open (`--06-11`, as in XML
Schema's gMonthDay); a weekday or a month without a base is no date at all. Durations and
ages are not dates.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from .date_names import MONTHS, WEEKDAYS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from ..model import Span

_MONTH = r"(?P<month>" + "|".join(f"{name}|{name[:3]}\\." for name in MONTHS) + r"|Sept\.)"
_DAY = r"(?P<day>[12]\d|3[01]|0?[1-9])(?:st|nd|rd|th)?"
_FIRST = r"(?P<from>[12]\d|3[01]|[1-9])"
_YEAR = r"(?P<year>1\d{3}|20\d{2})"
_DASH = r"\s?[-–—]\s?"


def _after(*words: str) -> str:
    """A pattern that holds just after one of `words`, whatever the case of its first letter."""
    return (
        "(?:"
        + "|".join(rf"(?<=\b[{word[0].upper()}{word[0]}]{word[1:]}\s)" for word in words)
        + ")"
    )


_BEFORE_MONTH = _after(
    "in", "by", "of", "since", "until", "early", "late", "last", "from", "during"
)
_BEFORE_YEAR = _after(
    "in",
    "by",
    "of",
    "since",
    "until",
    "after",
    "early",
    "late",
    "from",
    "during",
    "before",
    "to",
    "and",
    "AD",
)
_NOT_A_YEAR = (
    r"(?![-–]\d|[,.]\d|\s(?:people|men|women|km|miles|years|families|houses|soldiers|troops))"
)

_PATTERNS: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (name, re.compile(pattern))
    for name, pattern in (
        ("day", rf"\b{_YEAR}-(?P<number>0[1-9]|1[0-2])-{_DAY}\b"),
        ("interval", rf"\b{_FIRST}(?:{_DASH}|\sto\s){_DAY}\s{_MONTH}(?:,?\s{_YEAR})?\b"),
        ("interval", rf"\b{_MONTH}\s{_FIRST}{_DASH}{_DAY}(?:,?\s{_YEAR})?\b"),
        ("day", rf"\b{_DAY}\s(?:of\s)?{_MONTH},?\s{_YEAR}\b"),
        ("day", rf"\b{_MONTH}\s{_DAY},?\s{_YEAR}\b"),
        ("day", rf"\b{_DAY}\s(?:of\s)?{_MONTH}(?!\w)"),
        ("day", rf"\b{_MONTH}\s{_DAY}(?![\w:%]|,\d)"),
        ("month", rf"\b{_MONTH},?\s(?:of\s)?{_YEAR}\b"),
        ("month", rf"{_BEFORE_MONTH}{_MONTH}(?!\w)"),
        ("weekday", rf"\b(?P<weekday>{'|'.join(WEEKDAYS)})\b(?!,?\s(?:\d|{'|'.join(MONTHS)}))"),
        ("year", rf"{_BEFORE_YEAR}{_YEAR}\b{_NOT_A_YEAR}"),
        ("year", rf"{_after('the')}{_YEAR}\b(?=\s[a-z(]|[,.;)]){_NOT_A_YEAR}"),
        ("year", rf"(?<=\(){_YEAR}(?=\))"),
    )
)  # fmt: skip


_REACH_OF_A_YEAR = 500
_BEFORE_A_WEEKDAY, _AFTER_A_WEEKDAY = 800, 200
_AHEAD = re.compile(
    r"\b(?:will|would|shall|is to|are to|was to|were to|going to|there is|next|plans?|planned"
    r"|due|scheduled|before|until|by|every)\b",
    re.IGNORECASE,
)
"""Words after which a weekday may lie ahead of the text's date, or be no day of its week."""
_WEEKDAY_RULE = "weekday before the text’s date"


@dataclass(frozen=True, slots=True)
class Dated:
    """A date expression: where it stands, what it says, by which rule, and how surely."""

    span: Span
    value: str
    rule: str
    confidence: float


def find_dates(text: str, published: str = "") -> tuple[Dated, ...]:
    """Return the dates of `text` in order; `published` is the text's own ISO date, if it has one.

    A yearless date takes its year from `published`, else from the nearest date before it,
    unless that lies more than 500 characters back. A line near the head that is
    nothing but a date is the text's own date where `published` is empty.
    """
    found: list[Dated] = []
    year, year_at = "", 0
    published = published or _date_line(text)
    for name, match in sorted(_matches(text), key=lambda item: item[1].start()):
        near = match.start() - year_at <= _REACH_OF_A_YEAR
        dated = _READERS[name](match, published, year if near else "")
        if dated is not None:
            found.append(dated)
            if dated.value[:4].isdigit():
                year, year_at = dated.value[:4], match.end()
    return tuple(dated for dated in found if not _is_of_another_week(dated, found, published))


def _is_of_another_week(dated: Dated, found: Sequence[Dated], published: str) -> bool:
    """Whether a weekday stands by a day that is not of the week before the text's date.

    "On Thursday" in an account of another month is not last Thursday; it stays open.
    """
    if dated.rule != _WEEKDAY_RULE:
        return False
    near = range(dated.span[0] - _BEFORE_A_WEEKDAY, dated.span[1] + _AFTER_A_WEEKDAY)
    days = (
        date.fromisoformat(other.value)
        for other in found
        if other.rule != _WEEKDAY_RULE and len(other.value) == 10 and other.span[0] in near
    )
    last = date.fromisoformat(published)
    return any(not last - timedelta(days=7) <= day <= last for day in days)


def _date_line(text: str) -> str:
    head = text[:400].split("\n\n")[:3]
    for block in head:
        bare = re.sub(r"^(?:" + "|".join(WEEKDAYS) + r"),? ", "", block.strip().rstrip("."))
        for name, match in _matches(bare):
            if name == "day" and match.span() == (0, len(bare)):
                dated = _read_day(match, "", "")
                return dated.value if dated is not None and dated.value[0] != "-" else ""
    return ""


def _matches(text: str) -> Iterator[tuple[str, re.Match[str]]]:
    """Every expression once: earlier patterns are more exact and take their characters first."""
    taken: list[Span] = []
    for name, pattern in _PATTERNS:
        for match in pattern.finditer(text):
            start, end = match.span()
            if not any(start < other_end and other_start < end for other_start, other_end in taken):
                taken.append((start, end))
                yield name, match


def _read_day(match: re.Match[str], published: str, year: str) -> Dated | None:
    return _calendar(match, match["day"], _month_number(match), published, year)


def _read_interval(match: re.Match[str], published: str, year: str) -> Dated | None:
    last = _calendar(match, match["day"], _month_number(match), published, year)
    if last is None or int(match["from"]) >= int(match["day"]):
        return None
    first = last.value[:-2] + f"{int(match['from']):02}"
    return Dated(last.span, f"{first}/{last.value}", last.rule, last.confidence)


def _calendar(
    match: re.Match[str], day: str, month: int, published: str, year: str
) -> Dated | None:
    stated = match.groupdict().get("year") or ""
    base = stated or published[:4] or year
    if not _exists(base or "2000", month, int(day)):
        return None
    if not base:
        return Dated(match.span(), f"--{month:02}-{int(day):02}", "day of a year left open", 0.9)
    rule, confidence = _year_rule(stated, published)
    return Dated(match.span(), f"{base}-{month:02}-{int(day):02}", rule, confidence)


def _year_rule(stated: str, published: str) -> tuple[str, float]:
    if stated:
        return "date in full", 0.98
    if published:
        return "year of the text", 0.85
    return "year of the date before", 0.7


def _read_month(match: re.Match[str], published: str, year: str) -> Dated | None:
    month = _month_number(match)
    stated = match.groupdict().get("year") or ""
    base = stated or _latest_year(month, published) or year
    if not base:
        return None
    rule, confidence = _year_rule(stated, published)
    return Dated(match.span(), f"{base}-{month:02}", rule, confidence)


def _latest_year(month: int, published: str) -> str:
    """The year in which a text published then and saying "in April" last saw that month."""
    if len(published) < 7:
        return published[:4]
    return str(int(published[:4]) - (month > int(published[5:7])))


def _read_weekday(match: re.Match[str], published: str, _year: str) -> Dated | None:
    sentence = re.split(r"[.!?]\s|\n", match.string[max(0, match.start() - 200) : match.start()])[
        -1
    ]
    if len(published) != 10 or _AHEAD.search(sentence):
        return None
    day = date.fromisoformat(published)
    back = (day.weekday() - WEEKDAYS.index(match["weekday"])) % 7
    value = (day - timedelta(days=back)).isoformat()
    return Dated(match.span(), value, _WEEKDAY_RULE, 0.8)


def _read_year(match: re.Match[str], _published: str, _year: str) -> Dated | None:
    return Dated(match.span(), match["year"], "year", 0.9)


def _month_number(match: re.Match[str]) -> int:
    groups = match.groupdict()
    if groups.get("number"):
        return int(groups["number"])
    return next(i for i, name in enumerate(MONTHS, 1) if name[:3] == groups["month"][:3])


def _exists(year: str, month: int, day: int) -> bool:
    try:
        date(int(year), month, day)
    except ValueError:
        return False
    return True


_READERS: dict[str, Callable[[re.Match[str], str, str], Dated | None]] = {
    "day": _read_day,
    "interval": _read_interval,
    "month": _read_month,
    "weekday": _read_weekday,
    "year": _read_year,
}
