"""The words of dates as a table: what kind of expression each pattern finds, the most exact first.

A pattern's named groups are what its reader in `dates` works with. Two expressions never share
a character: an earlier pattern takes its characters first. A pattern that looks back begins with
what it needs at its place, such as a figure, so that it looks back at few.
"""

from __future__ import annotations

import re
from bisect import bisect_left, insort
from typing import TYPE_CHECKING

from .date_names import MONTHS, SEASONS, WEEKDAYS
from .date_words import NUMBERS, ORDINALS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ..model import Span

_NAMES = [spelling for name in MONTHS for spelling in (name, name.upper(), f"{name[:3]}\\.")]
_SHORT = "|".join(name[:3] for name in MONTHS if name != "May")
_MONTH = rf"(?P<month>{'|'.join(_NAMES)}|Sept\.|(?:Sept|{_SHORT})(?=\s\d))"
_DAY = r"(?P<day>[12]\d|3[01]|0?[1-9])(?:st|nd|rd|th)?"
_ORDINAL = "(?P<ordinal>" + "|".join(sorted(ORDINALS, key=len, reverse=True)) + ")"
_FIRST = r"(?P<from>[12]\d|3[01]|[1-9])"
_YEAR = r"(?P<year>1\d{3}|20\d{2})"
_DASH = r"\s?[-–—]\s?"
_NUMBER = r"(?<![-–\w])(?P<number>\d{1,3}|" + "|".join(sorted(NUMBERS, key=len, reverse=True)) + ")"
_UNIT = r"(?P<unit>year|month|week|day)"
_UNIT_OR_HOUR = r"(?P<unit>year|month|week|day|night|morning|afternoon|evening)"
_ENDS = r"(?=[.,;:)]|\s(?:and|but|when|in|at|for|by)\b|$)"
_THAT = r"(?:[Tt]hat(?:\ssame|\svery)?|[Tt]he\ssame)"


def _after(*words: str) -> str:
    """A pattern that holds just after one of `words`, whatever the case of its first letter."""
    held = (rf"(?<=\b[{word[0].upper()}{word[0]}]{word[1:]}\s)" for word in words)
    return f"(?:{'|'.join(held)})"


_BEFORE_MONTH = _after(
    *[
        "in",
        "by",
        "of",
        "since",
        "until",
        "early",
        "late",
        "last",
        "from",
        "during",
        "this",
        "next",
        "around",
        "till",
        "through",
        "past",
        "mid",
    ]
)
_BEFORE_HOLIDAY = _after(
    *["at", "on", "by", "before", "after", "since", "until", "for", "over", "around"]
)
_PREPOSITION = _after(
    *[
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
    ]
)
_NOT_A_YEAR = (
    r"(?![-–]\d|[,.]\d|\s?%|\s?(?:BC|B\.C\.)|\s(?:people|men|women|km|miles|years|families|houses|soldiers|troops"
    r"|percent|per\scent|hours|feet)\b)"
)
_NO_AMOUNT = (  # what is counted stands in the plural after it; what takes place may
    r"(?!\s(?!(?:was|is|has|as|its|his|this|does|us|versus|across|elections|events|clashes|riots"
    r"|protests|finals|games)\b)[a-z]+s\b)(?!\s\d)"
)
_BARE = r"(?<![\w$€£#/.,’'–-])(?<!\d\s)" + "".join(
    rf"(?<!\b{word}\s)(?<!\b{word.capitalize()}\s)"
    for word in (
        [
            "about",
            "around",
            "over",
            "nearly",
            "almost",
            "than",
            "some",
            "approximately",
            "roughly",
            "least",
            "only",
            "page",
            "resolution",
            "route",
            "highway",
            "number",
            "room",
            "flight",
            "class",
            "windows",
            "office",
            "model",
            "at",
            "no.",
            "p.",
            "of",
            "up",
        ]
    )
)

PATTERNS: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (name, re.compile(pattern))
    for name, pattern in (
        (
            "holiday",
            (rf"\b(?P<holiday>Christmas\s(?:Eve|Day)|Boxing\sDay|New\sYear\s?[’']s\s(?:Eve|Day)"
            rf"|Valentine\s?[’']s\sDay|Hallowe[’']?en|Armistice\sDay)(?:,?\s{_YEAR}\b|{_ENDS})"),
        ),
        (
            "holiday",
            rf"(?=C){_BEFORE_HOLIDAY}(?P<holiday>Christmas)(?:,?\s(?:of\s)?{_YEAR}\b|{_ENDS})",
        ),
        ("day", rf"\b{_YEAR}-(?P<number>0[1-9]|1[0-2])-{_DAY}\b"),
        ("interval", rf"\b{_FIRST}(?:{_DASH}|\sto\s){_DAY}\s{_MONTH}(?:,?\s{_YEAR})?\b"),
        ("interval", rf"\b{_MONTH}\s{_FIRST}{_DASH}{_DAY}(?:,?\s{_YEAR})?\b"),
        ("day", rf"\b{_YEAR}[/.](?P<number>0[1-9]|1[0-2])[/.](?P<day>[0-3]\d)\b"),
        ("day", rf"\b(?P<day>[0-3]?\d)\.(?P<number>0?[1-9]|1[0-2])\.{_YEAR}\b"),
        ("day", rf"\b(?P<day>1[3-9]|2\d|3[01])/(?P<number>0?[1-9]|1[0-2])/{_YEAR}\b"),
        ("day", rf"\b(?P<number>0?[1-9]|1[0-2])/(?P<day>1[3-9]|2\d|3[01])/{_YEAR}\b"),
        ("day", rf"\b{_DAY},?\s(?:of\s)?{_MONTH},?\s(?:of\s)?{_YEAR}\b"),
        ("day", rf"\b{_MONTH},?\s(?:the\s)?{_DAY},?\s(?:of\s)?{_YEAR}\b"),
        ("day", rf"\b{_DAY}-{_MONTH}-{_YEAR}\b"),
        ("day", rf"\b(?i:{_ORDINAL})\s(?:day\s)?of\s{_MONTH},?\s{_YEAR}\b"),
        ("of it", rf"\b(?:{_DAY}\s(?:of\s)?)?{_MONTH},?\s(?:of\s)?{_THAT}\syear\b"),
        ("day", rf"\b{_DAY}\s(?:of\s)?{_MONTH}(?!\w)"),
        ("day", rf"\b{_MONTH}\s(?:the\s)?{_DAY}(?![\w:%]|,\d)"),
        ("day", rf"\b(?i:{_ORDINAL})\s(?:day\s)?of\s{_MONTH}(?!\w)"),
        ("month", rf"\b{_MONTH},?\s(?:of\s)?{_YEAR}\b"),
        ("month", rf"(?=[A-Z]){_BEFORE_MONTH}{_MONTH}(?!\w)"),
        ("month", rf"(?=[A-Z])(?<=\b[Mm]id-){_MONTH}(?!\w)"),
        ("month", rf"(?=[A-Z])(?<=\b[Tt]he\s){_MONTH}(?=\s[a-z])"),
        (
            "season",
            rf"\b(?P<season>(?i:{'|'.join(SEASONS)}|fall))(?:\sof)?,?\s{_YEAR}\b(?!\s?%)",
        ),
        (
            "weekday",
            (rf"(?P<which>\b(?:[Nn]ext|[Tt]his|[Ll]ast)\s)?\b(?P<weekday>{'|'.join(WEEKDAYS)})\b"
            rf"(?!,?\s(?:\d|the\s\d|{'|'.join(MONTHS)}))"
            r"(?!\s(?:nights|mornings|afternoons|evenings|best|Evening|Night|Times)\b)"),
        ),
        (
            "years",
            (rf"(?<![\w.,:/–-])(?P<year>1[1-9]\d\d|20\d\d){_DASH}(?P<last>\d\d|\d{{4}})\b"
            rf"(?![-–/.,]?\d){_NOT_A_YEAR}"),
        ),
        (
            "years",
            rf"\((?:c\.\s?|born\s)?(?P<year>[1-9]\d\d){_DASH}(?:c\.\s?)?(?P<last>[1-9]\d\d)(?=\))",
        ),
        (
            "about a year",
            rf"\b(?:c\.|ca\.|circa)\s?(?P<year>[1-9]\d{{2,3}})\b{_NOT_A_YEAR}{_NO_AMOUNT}",
        ),
        (
            "about a year",
            r"\baround\s(?P<year>1[5-9]\d\d|20[0-3]\d)\b(?=[.,;)]|\s(?:and|or|by|in|at)\b)",
        ),
        ("year", r"\bA\.?D\.?\s?(?P<year>[1-9]\d{1,2})\b"),
        ("year", r"\b(?P<year>[1-9]\d{1,2})(?=\s(?:A\.?D\.?|C\.?E\.?)(?!\w))"),
        ("year", rf"(?=[12]){_PREPOSITION}{_YEAR}\b{_NOT_A_YEAR}"),
        ("year", rf"(?=[12]){_after('the')}{_YEAR}\b(?=\s[A-Za-z(]|[,.;)]){_NOT_A_YEAR}"),
        ("year", rf"(?<=\(){_YEAR}(?=\))"),
        ("bare year", rf"(?=[12]){_BARE}(?P<year>1[4-9]\d\d|20\d\d)\b{_NOT_A_YEAR}{_NO_AMOUNT}"),
        ("early year", (rf"(?=[1-9]){_after('in', 'around', 'by', 'since', 'until')}"
         rf"(?P<year>[1-9]\d\d)\b{_NOT_A_YEAR}{_NO_AMOUNT}")),
        (
            "day of a month",
            (r"(?<=\b[Oo]n\s)the\s(?P<number>[12]\d|3[01]|[1-9])(?:st|nd|rd|th)\b"
            r"(?=[.,;:)]|\s(?:and|at|in|when|the|after|before|he|she|they|it|we|I|an?|but|as)\b|$)"),
        ),
        ("short year", rf"(?=[’'‘]){_PREPOSITION}[’'‘](?P<short>\d\d)\b(?![’'\d])"),
        ("ago", rf"\b(?i:{_NUMBER})\s{_UNIT}s?\sago(?P<today>\stoday)?\b"),
        (
            "near day",
            (r"\b(?P<near>[Yy]esterday|[Tt]oday|[Tt]omorrow|[Tt]onight|[Tt]his\s(?:morning|afternoon"
            r"|evening)|[Ll]ast\snight)(?:\s(?:morning|afternoon|evening|night))?\b"),
        ),
        (
            "near",
            r"(?=[TtLlNn])(?<!\b[Tt]he\s)(?<!\bvery\s)\b(?P<near>[Tt]his|[Ll]ast|[Nn]ext)\s(?P<unit>year|month)\b",
        ),
        ("ahead", rf"\b[Ii]n\s(?i:{_NUMBER})\s{_UNIT}s?\s?[’']?s?\stime\b"),
        ("ahead", rf"\b(?i:{_NUMBER})\s{_UNIT}s?\sfrom\s(?:now|today)\b"),
        ("later", rf"\b(?i:{_NUMBER})\s{_UNIT}s?\slater\b"),
        (
            "later",
            rf"\b(?i:{_NUMBER})\s{_UNIT}s?\s(?P<back>earlier(?!\sthan)|prior(?!\sto)|before{_ENDS})",
        ),
        ("later", rf"\b[Tt]he\s(?:very\s)?(?:next|following)\s{_UNIT_OR_HOUR}\b"),
        ("later", rf"\b[Tt]he\s(?P<back>previous)\s{_UNIT_OR_HOUR}\b"),
        ("later", rf"\b[Tt]he\s{_UNIT_OR_HOUR}\s(?:(?P<back>before)|after){_ENDS}"),
        ("later", rf"\b(?P<same>{_THAT})\s{_UNIT_OR_HOUR}\b"),
    )
)  # fmt: skip


_SIGN = re.compile(
    rf"{_UNIT}s?\s(?P<counted>ago|later|from|earlier|prior|before)|(?P<of>of)\s{_MONTH}"
)
"""What the dear patterns, those that begin with a number in words, need somewhere in a text."""

_SIGNS = (
    (rf"(?i:{_NUMBER})\s{_UNIT}s?\sago", {"ago"}),
    (rf"(?i:{_NUMBER})\s{_UNIT}s?\sfrom", {"from"}),
    (rf"(?i:{_NUMBER})\s{_UNIT}s?\slater", {"later"}),
    (rf"(?i:{_NUMBER})\s{_UNIT}s?\s(?P<back>earlier", {"earlier", "prior", "before"}),
    (rf"(?i:{_ORDINAL})\s(?:day\s)?of\s{_MONTH}", {"of"}),
)
_NEEDED = tuple(
    next((signs for words, signs in _SIGNS if pattern.pattern.startswith(rf"\b{words}")), None)
    for _, pattern in PATTERNS
)


def expressions(text: str) -> Iterator[tuple[str, re.Match[str]]]:
    """Yield what reads like a date, each once, by pattern: its name and what it matched."""
    taken: list[Span] = []
    signs = {match["counted"] or match["of"] for match in _SIGN.finditer(text)}
    for (name, pattern), needed in zip(PATTERNS, _NEEDED, strict=True):
        if needed and not needed & signs:
            continue
        for match in pattern.finditer(text):
            if _is_free(match.span(), taken):
                insort(taken, match.span())
                yield name, match


def _is_free(span: Span, taken: Sequence[Span]) -> bool:
    """Tell whether a span shares no character with those taken, which are in order and apart."""
    place = bisect_left(taken, span)
    after, before = taken[place : place + 1], taken[max(0, place - 1) : place]
    return not (after and after[0][0] < span[1]) and not (before and span[0] < before[0][1])
