"""A date as a header or a page states it in, ISO 8601 out: "Dec. 29, 2014, 3:41 PM", "2010-06".

What could be two days ("06/11/2010") is none.
"""

from __future__ import annotations

import re
from datetime import date

from ..dates.names import MONTHS

DATE_REMEDY = 'write it as "2010-06-11", "11 June 2010", "June 2010" or "2010"'
ISO = re.compile(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2})(?:(?:[T ]|\s+at\s+)\d.*)?)?)?")
COMPACT = re.compile(r"(\d{4})(\d\d)(\d\d)(?:[T ]\d.*)?")  # ISO 8601's basic format
WEEKDAY = r"(?:(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs?)?|Fri|Sat(?:ur)?|Sun)(?:day)?\.?,?\s+)?"
UNIX = re.compile(  # "Wed Jun 29 10:56:04 -0500 2011", as the command `date` writes it
    rf"{WEEKDAY}(?P<month>[A-Z][a-z]{{2,8}})\.?\s+(?P<day>\d\d?)\s+\d\d?:\d\d(?::\d\d)?"
    r"(?:\s+(?:[A-Z]{2,5}|[+-]\d{2}:?\d{2}))?\s+(?P<year>\d{4})"
)
MONTH = r"(?P<month>[A-Z][a-z]{2,8})\.?,?\s+"
TIME = r"(?:,?\s+(?:at\s+)?\d{1,2}[:.]\d\d.{0,30})?"
WRITTEN = re.compile(
    rf"{WEEKDAY}(?:(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s+)?{MONTH}"
    rf"(?:(?P<day_after>\d{{1,2}})(?:st|nd|rd|th)?,?\s+)?(?P<year>\d{{4}}){TIME}"
)
_NAMED = f"(?:{'|'.join(f'{name[:3]}[a-z]*' for name in MONTHS)})"
DAY = re.compile(
    rf"\b(?:\d{{4}}-\d{{1,2}}-\d{{1,2}}|\d{{1,2}}\s{_NAMED}\.?,?\s\d{{4}}"
    rf"|{_NAMED}\.?\s\d{{1,2}},?\s\d{{4}})(?!\d)"
)
"""What may name a day within a line; `read_date` tells whether it does."""


def read_date(value: str) -> str:
    """Return a stated date as ISO 8601, as precise as it was stated, or an empty string."""
    value = value.strip()
    numbers = ISO.fullmatch(value) or COMPACT.fullmatch(value)
    written = WRITTEN.fullmatch(value) or UNIX.fullmatch(value)
    if numbers:
        year, month, day = numbers.groups()
    elif written:
        year, day = written["year"], written["day"] or written.groupdict().get("day_after")
        month = month_number(written["month"])
        if not month:
            return ""
    else:
        return ""
    try:
        exact = date(int(year), int(month or 1), int(day or 1)).isoformat()
    except ValueError:
        return ""
    return exact[: 10 if day else 7 if month else 4]


def month_number(name: str) -> str:
    """Return the number of a month by its English name or first letters."""
    for number, month in enumerate(MONTHS, start=1):
        if month.startswith(name) or name == "Sept":
            return str(9 if name == "Sept" else number)
    return ""
