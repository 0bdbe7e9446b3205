"""An ISO 8601 value -> the date as a heading writes it: "11 June 2010", "6–8 April 2010"."""

from __future__ import annotations

MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
SEASONS = ("spring", "summer", "autumn", "winter")
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def month_number(name: str) -> int:
    """Return the number of a month, from 1, by its name, however cut or written: "Sept."."""
    return next(i for i, month in enumerate(MONTHS, 1) if month[:3] == name[:3].title())


def season_number(name: str) -> int:
    """Return what the Extended Date/Time Format has for a season in a month's place: 21 is spring.

    See https://www.loc.gov/standards/datetime/.
    """
    return 21 + SEASONS.index(name.lower().replace("fall", "autumn"))


def date_name(value: str) -> str:
    """Return how a date's `value` is written in a heading: "11 June 2010"."""
    if "/" in value:
        return _interval_name(*value.split("/"))
    if value.startswith("--"):
        return f"{int(value[5:7])} {MONTHS[int(value[2:4]) - 1]}"
    sign, plain = ("-", value[1:]) if value.startswith("-") else ("", value)
    parts = plain.rstrip("~").split("-")
    words = [_year_name(sign + parts[0])]
    if len(parts) > 1:
        words.insert(0, ((*MONTHS, *([""] * 8), *SEASONS))[int(parts[1]) - 1])
    if len(parts) > 2:
        words.insert(0, str(int(parts[2])))
    return " ".join(["about", *words] if value.endswith("~") else words)


def _year_name(year: str) -> str:
    if int(year) < 1:
        return f"{1 - int(year)} BC"
    return year if year[0] != "0" else f"AD {int(year)}"


def order_of(value: str) -> str:
    """Return what values are put in the order of time by: years BC go down."""
    if not value.startswith("-") or value.startswith("--"):
        return value
    return f"-{9999 - int(value[1:5]):04}{value[5:]}"


def _interval_name(first: str, last: str) -> str:
    if first.startswith("-") and not first.startswith("--"):
        return _name_before_christ(first, last)
    if len(first) == len(last) == len("1990"):
        return _years_name(int(first), int(last))
    is_month = len(first) == len("1990-07") and not first.startswith("--")
    if first[:-2] == last[:-2] and is_month:
        return f"{MONTHS[int(first[5:]) - 1]}–{date_name(last)}"
    if first[:-2] == last[:-2]:
        start = first[-2:].lstrip("0")
        return f"{start}–{date_name(last)}"
    return f"{date_name(first)} – {date_name(last)}"


def _name_before_christ(first: str, last: str) -> str:
    """A century by its name, other years by the first and the last: "58–50 BC"."""
    is_years = len(first) == len("-0043") and len(last) in (len("-0043"), len("0000"))
    start, end = (1 - int(first), 1 - int(last)) if is_years else (0, 0)
    if start == end + 99 and end % 100 == 1:
        return f"{_ordinal(start // 100)} century BC"
    return f"{start}–{end} BC" if end > 0 else f"{date_name(first)} – {date_name(last)}"


def _ordinal(number: int) -> str:
    return f"{number}{'th' if number in (11, 12, 13) else _ENDINGS.get(number % 10, 'th')}"


def _years_name(first: int, last: int) -> str:
    """A decade or a century by its name, other years by the first and the last."""
    if first % 100 == 1 and last == first + 99:
        return f"{_ordinal(last // 100)} century"
    is_round = first % 10 == 0 and last - first in (9, 99)
    return f"{first}s" if is_round else f"{first}–{last}"


_ENDINGS = {1: "st", 2: "nd", 3: "rd"}
