"""An ISO 8601 value -> the date as a heading writes it: "11 June 2010", "6–8 April 2010"."""

from __future__ import annotations

MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
SEASONS = ("spring", "summer", "autumn", "winter")
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def date_name(value: str) -> str:
    """Return how a date's `value` is written in a heading: "11 June 2010"."""
    if "/" in value:
        return _interval_name(*value.split("/"))
    if value.startswith("--"):
        return f"{int(value[5:7])} {MONTHS[int(value[2:4]) - 1]}"
    parts = value.rstrip("~").split("-")
    words = [_year_name(parts[0])]
    if len(parts) > 1:
        words.insert(0, ((*MONTHS, *([""] * 8), *SEASONS))[int(parts[1]) - 1])
    if len(parts) > 2:
        words.insert(0, str(int(parts[2])))
    return " ".join(["about", *words] if value.endswith("~") else words)


def _year_name(year: str) -> str:
    return year if year[0] != "0" else f"AD {int(year)}"


def _interval_name(first: str, last: str) -> str:
    if len(first) == len(last) == len("1990"):
        return _years_name(int(first), int(last))
    is_month = len(first) == len("1990-07") and not first.startswith("--")
    if first[:-2] == last[:-2] and is_month:
        return f"{MONTHS[int(first[5:]) - 1]}–{date_name(last)}"
    if first[:-2] == last[:-2]:
        start = first[-2:].lstrip("0")
        return f"{start}–{date_name(last)}"
    return f"{date_name(first)} – {date_name(last)}"


def _years_name(first: int, last: int) -> str:
    """A decade or a century by its name, other years by the first and the last."""
    if first % 100 == 1 and last == first + 99:
        number = last // 100
        ending = "th" if number in (11, 12, 13) else _ENDINGS.get(number % 10, "th")
        return f"{number}{ending} century"
    is_round = first % 10 == 0 and last - first in (9, 99)
    return f"{first}s" if is_round else f"{first}–{last}"


_ENDINGS = {1: "st", 2: "nd", 3: "rd"}
