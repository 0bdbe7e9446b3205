"""The words of dates as a table: what kind of expression each pattern finds, the most exact first.

A pattern's named groups are what its reader in `dates` works with. Two expressions never share
a character: an earlier pattern takes its characters first. A pattern that looks back begins with
what it needs at its place, such as a figure, so that it looks back at few.
"""

from __future__ import annotations

import re
from bisect import bisect_left, insort
from typing import TYPE_CHECKING

from .date_feasts import FEAST
from .date_names import MONTHS, SEASONS, WEEKDAYS
from .date_pieces import (
    A_DATE,
    A_YEARS,
    AFTER_A_MONTH,
    BARE,
    BC,
    BC_YEAR,
    BEFORE_HOLIDAY,
    BEFORE_MONTH,
    DASH,
    DAY,
    DUE_FOR,
    EARLIER_DAYS,
    ENDS,
    FIRST,
    MONTH,
    NEAR_YEAR,
    NO_AMOUNT,
    NOT_A_FEAST,
    NOT_A_YEAR,
    NUMBER,
    OF_A_YEAR,
    ORDINAL,
    PREPOSITION,
    QUARTER,
    QUARTER_ENDED,
    SPELLED_THOUSAND,
    SPELLED_YEAR,
    SURE_MONTH,
    THAT,
    UNIT,
    UNIT_AGO,
    UNIT_OR_HOUR,
    YEAR,
    after,
)
from .date_signs import needs_of, signs_in
from .date_words import DECADES

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ..model import Span

PATTERNS: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (name, re.compile(pattern))
    for name, pattern in (
        (
            "BC day",
            (rf"\b(?:{DAY}\s(?:of\s)?)?{MONTH}(?:\s(?P<after>[12]\d|3[01]|[1-9])(?:st|nd|rd|th)?)?,?"
            rf"\s(?:of\s)?{BC_YEAR}{BC}"),
        ),
        (
            "BC years",
            (rf"(?=\d)(?<![\w.,$€£/–-])(?P<first>[1-9]\d{{0,3}})(?:{DASH}|\s(?:to|and|or|until)\s)"
            rf"{BC_YEAR}{BC}"),
        ),
        ("BC year", rf"(?=\d)(?<![\w.,$€£/-]){BC_YEAR}{BC}"),
        (
            "BC century",
            (rf"\b(?:(?i:{ORDINAL})|(?P<number>[1-9]?\d)(?:st|nd|rd|th))[\s-]century{BC}"),
        ),
        (
            "holiday",
            (rf"\b(?P<holiday>Christmas\s(?:Eve|Day)|Boxing\sDay|New\sYear\s?[’']s\s(?:Eve|Day)"
            rf"|Valentine\s?[’']s\sDay|Hallowe[’']?en|Armistice\sDay)(?:,?\s{YEAR}\b|{ENDS})"),
        ),
        (
            "holiday",
            rf"(?=C){BEFORE_HOLIDAY}(?P<holiday>Christmas)(?:,?\s(?:of\s)?{YEAR}\b|{ENDS})",
        ),
        (
            "holiday",
            (rf"(?=[A-Z])\b(?P<holiday>{FEAST})\b(?:,?\s(?:of\s|in\s)?{YEAR}\b)?"
            r"(?![’']s|\s?-|\s[A-Z][a-z])"),
        ),
        ("day", rf"\b{YEAR}-(?P<number>0?[1-9]|1[0-2])-{DAY}(?:\b|(?=T\d\d))"),
        ("day", rf"\b(?P<day>1[3-9]|2\d|3[01])-(?P<number>0?[1-9]|1[0-2])-{YEAR}\b"),
        ("days", rf"\b{EARLIER_DAYS}\s(?:and|or)\s{DAY}\s(?:of\s)?{MONTH}(?:,?\s{YEAR})?\b"),
        (
            "days",
            rf"\b{MONTH}\s{EARLIER_DAYS},?\s(?:and|or)\s{DAY}(?:,?\s{YEAR}\b|{ENDS})",
        ),
        ("interval", rf"\b{FIRST}(?:{DASH}|\sto\s){DAY}\s{MONTH}(?:,?\s{YEAR})?\b"),
        ("interval", rf"\b{MONTH}\s{FIRST}{DASH}{DAY}(?:,?\s{YEAR})?\b"),
        (
            "interval",
            rf"\b{MONTH}\s{FIRST}\s(?:to|through)\s{DAY}(?:,?\s{YEAR}\b|{ENDS})",
        ),
        ("day", rf"\b{YEAR}[/.](?P<number>0[1-9]|1[0-2])[/.](?P<day>[0-3]\d)\b"),
        ("day", rf"\b(?P<day>[0-3]?\d)\.(?P<number>0?[1-9]|1[0-2])\.{YEAR}\b"),
        ("day", rf"\b(?P<day>1[3-9]|2\d|3[01])/(?P<number>0?[1-9]|1[0-2])/{YEAR}\b"),
        ("day", rf"\b(?P<number>0?[1-9]|1[0-2])/(?P<day>1[3-9]|2\d|3[01])/{YEAR}\b"),
        ("9/11", r"(?<![\w/.])9/11(?![\w/.]\w|[/%])"),
        (
            "9/11",
            r"(?=S)\b(?:September|Sept\.?)\s11(?:th)?(?=,?\s(?:terror(?:ist)?\s)?(?:attack|hijack)s?)",
        ),
        ("day", rf"\b{DAY},?\s(?:of\s)?{MONTH},?\s(?:of\s)?{YEAR}\b"),
        ("day", rf"\b{MONTH},?\s(?:the\s)?{DAY},?\s(?:of\s)?{YEAR}\b"),
        ("day", rf"\b{DAY}-{MONTH}-{YEAR}\b"),
        ("day", rf"\b(?i:{ORDINAL})\s(?:day\s)?of\s{MONTH},?\s{YEAR}\b"),
        ("of it", rf"\b(?:{DAY}\s(?:of\s)?)?{MONTH},?\s(?:of\s)?{THAT}\syear\b"),
        ("interval of near year", rf"\b{MONTH}\s{FIRST}(?:{DASH}|\sto\s){DAY}{NEAR_YEAR}"),
        ("of near year", rf"\b(?:{DAY}\s(?:of\s)?)?{MONTH}{NEAR_YEAR}"),
        ("of near year", rf"\b{MONTH}\s(?:the\s)?{DAY}{NEAR_YEAR}"),
        ("day", rf"\b{DAY}\s(?:of\s)?{MONTH}(?!\w)"),
        ("day", rf"\b{MONTH}\s(?:the\s)?{DAY}(?![\w%]|[,:]\d)"),
        ("day", rf"\b(?i:{ORDINAL})\s(?:day\s)?of\s{MONTH}(?!\w)"),
        ("day", rf"\b{MONTH}\s(?:the\s)?(?i:{ORDINAL})\b(?:,?\s{YEAR}\b)?"),
        ("month", rf"\b{MONTH},?\s(?:of\s)?{YEAR}\b"),
        ("spelled year", rf"\b{MONTH}(?:,|\sof)?\s{SPELLED_YEAR}(?!-)"),
        ("spelled year", rf"\b{MONTH}(?:,|\sof)?\s{SPELLED_THOUSAND}"),
        ("spelled year", rf"\b(?P<season>{'|'.join(SEASONS)}|fall)\sof\s{SPELLED_YEAR}(?!-)"),
        ("month", rf"(?=[A-Z]){BEFORE_MONTH}{MONTH}(?!\w)"),
        ("month", rf"(?=[A-Z]){DUE_FOR}{MONTH}(?!\w)"),
        ("month", rf"(?=[A-Z])\b{SURE_MONTH}(?=[’']s\s[a-z])"),
        ("of it", rf"(?=[Tt])\b[Tt]hat\s{SURE_MONTH}\b"),
        ("month", rf"(?=[A-Z])(?:(?<=\b[Mm]id-)|(?<=[Ll]ate-)|(?<=[Ee]arly-)){MONTH}(?!\w)"),
        ("month", rf"(?=[A-Z]){after('for')}{SURE_MONTH}\b(?!\s[A-Z])"),
        ("month", rf"(?=[A-Z]){AFTER_A_MONTH}{MONTH}(?!\w)"),
        ("month", rf"(?=[A-Z])(?<=\b[Tt]he\s){MONTH}(?=\s[a-z])"),
        ("quarter", rf"(?=[FSTQfst])\b{QUARTER}{OF_A_YEAR}"),
        ("quarter", rf"(?=[12TLNtln])\b{A_YEARS}\s{QUARTER}"),
        ("quarter", rf"(?=[FSTQfst])\b{QUARTER}(?!\s(?:end(?:ed|ing)|of)\b)"),
        ("quarter ended", rf"(?=[FSTfstq])\b{QUARTER_ENDED}"),
        (
            "season",
            rf"\b(?P<season>(?i:{'|'.join(SEASONS)}|fall))(?:\sof)?,?\s{YEAR}\b(?!\s?%)",
        ),
        ("season of near year", rf"\b(?P<season>spring|summer|autumn|fall){NEAR_YEAR}"),
        (
            "near season",
            (r"(?=[TtLlNn])(?<!\b[Tt]he\s)\b(?P<near>[Tt]his|[Ll]ast|[Nn]ext)\s(?:past\s)?"
            r"(?P<season>spring|summer|autumn|fall)\b(?![’'-])"),
        ),
        (
            "near week",
            (r"(?=[TtLlNn])(?<!\b[Tt]he\s)\b(?P<near>[Tt]his|[Ll]ast|[Nn]ext)\s(?P<past>past\s)?"
            r"(?P<part>week|weekend)\b(?!-|\sof\b)"),
        ),
        ("near week", rf"(?=t){after('over', 'at', 'during')}(?P<near>the)\s(?P<part>weekend)\b"),
        ("decade", r"(?<![\w$€£.,/’'])(?<!\d-)(?P<decade>1[1-9]\d0|20[0-4]0)[’']?s\b(?!-|[’'])"),
        ("short decade", r"(?<=\b[Tt]he\s)[’'‘](?P<short>[1-9]0)s\b"),
        (
            "short decade",
            rf"(?=[TFSENtfsen])(?<=\b[Tt]he\s)(?P<word>(?i:{'|'.join(DECADES)}))\b(?!\s(?:degrees|Fahrenheit))",
        ),
        (
            "century",
            (rf"\b(?:(?i:{ORDINAL})|(?P<number>1?\d|2[01])(?:st|nd|rd|th))[\s-]century\b"
            r"(?!\s(?:BC|B\.C))"),
        ),
        (
            "weekday",
            (rf"(?P<which>\b(?:[Nn]ext|[Tt]his|[Ll]ast|[Tt]he\s(?:following|previous))\s)?(?=[A-Z])\b"
            rf"{NOT_A_FEAST}(?P<weekday>{'|'.join(WEEKDAYS)})\b(?P<behind>\slast(?=[\s,.;])(?!\s(?:week|month|year)))?"
            rf"(?!,?\s(?:(?:the\s)?{A_DATE}))"
            r"(?!\s(?:nights|mornings|afternoons|evenings|best|Evening|Night|Morning|Times)\b)"),
        ),
        (
            "years",
            (rf"(?<![\w.,:/–-])(?P<year>1[1-9]\d\d|20\d\d){DASH}(?P<last>\d\d|\d{{4}})\b"
            rf"(?![-–/.,]?\d){NOT_A_YEAR}"),
        ),
        (
            "years",
            rf"\((?:c\.\s?|born\s)?(?P<year>[1-9]\d\d){DASH}(?:c\.\s?)?(?P<last>[1-9]\d\d)(?=\))",
        ),
        (
            "about a year",
            rf"\b(?:c\.|ca\.|circa)\s?(?P<year>[1-9]\d{{2,3}})\b{NOT_A_YEAR}{NO_AMOUNT}",
        ),
        (
            "about a year",
            r"\baround\s(?P<year>1[5-9]\d\d|20[0-3]\d)\b(?=[.,;)]|\s(?:and|or|by|in|at)\b)",
        ),
        ("spelled year", rf"(?=[FSENfsen])\b{SPELLED_YEAR}(?!-){NOT_A_YEAR}{NO_AMOUNT}"),
        (
            "spelled year",
            (rf"(?=[Tt]){after('the year', 'in', 'since', 'by', 'until', *MONTHS)}"
            rf"{SPELLED_THOUSAND}{NOT_A_YEAR}{NO_AMOUNT}"),
        ),
        ("year", r"\bA\.?D\.?\s?(?P<year>[1-9]\d{1,2})\b"),
        ("year", r"\b(?P<year>[1-9]\d{1,2})(?=\s(?:A\.?D\.?|C\.?E\.?)(?!\w))"),
        ("year", r"(?<=\b[Tt]he\syear\s)(?P<year>[1-9]\d{1,2})\b(?![,.]?\d|\s?(?:BC|B\.C\.))"),
        ("year", rf"(?=[12]){PREPOSITION}{YEAR}\b{NOT_A_YEAR}"),
        ("year", rf"(?=[12])(?<=\b[Mm]id-){YEAR}\b{NOT_A_YEAR}"),
        ("year", rf"(?=[12]){after('the')}{YEAR}\b(?=\s[A-Za-z(]|[,.;)]){NOT_A_YEAR}"),
        ("year", rf"(?<=\(){YEAR}(?=\))"),
        ("bare year", rf"(?=[12]){BARE}(?P<year>1[4-9]\d\d|20\d\d)\b{NOT_A_YEAR}{NO_AMOUNT}"),
        ("early year", (rf"(?=[1-9]){after('in', 'around', 'by', 'since', 'until')}"
         rf"(?P<year>[1-9]\d\d)\b{NOT_A_YEAR}{NO_AMOUNT}")),
        (
            "day of a month",
            (rf"(?=t){after('on', 'until', 'since', 'evening of', 'night of', 'morning of')}"
            r"the\s(?P<number>[12]\d|3[01]|[1-9])(?:st|nd|rd|th)\b"
            r"(?=[.,;:)]|\s(?:and|at|in|when|the|after|before|he|she|they|it|we|I|an?|but|as)\b|$)"),
        ),
        ("short year", rf"(?=[’'‘]){PREPOSITION}[’'‘](?P<short>\d\d)\b(?![’'\d])"),
        ("ago", rf"\b(?i:{NUMBER})\s{UNIT_AGO}s?\sago(?P<today>\stoday)?\b"),
        (
            "near day",
            r"\b(?P<near>[Tt]he\sday\sbefore\syesterday|[Tt]he\sday\safter\stomorrow)\b",
        ),
        (
            "near day",
            (r"\b(?P<near>[Yy]esterday|today|(?<!\w\s)Today|[Tt]omorrow|[Tt]onight|[Tt]his\s(?:morning|afternoon"
            r"|evening)|[Ll]ast\snight)(?:\s(?:morning|afternoon|evening|night))?\b"),
        ),
        (
            "near",
            r"(?=[TtLlNn])(?<!\b[Tt]he\s)(?<!\bvery\s)\b(?P<near>[Tt]his|[Ll]ast|[Nn]ext)\s(?P<unit>year|month)\b",
        ),
        (
            "the year",
            (rf"(?=t){after('earlier in', 'later in', 'early in', 'late in', 'end of')}"
            r"the\s(?P<unit>year|month)\b(?!\s(?:before|after|\d))"),
        ),
        ("year end", r"(?<=\b[Bb]y\s)(?:the\s)?year(?:-|\s|[’']s\s|\s[’']s\s)end\b"),
        ("ahead", rf"\b[Ii]n\s(?i:{NUMBER})\s{UNIT}s?\s?[’']?s?\stime\b"),
        ("ahead", rf"\b(?i:{NUMBER})\s{UNIT}s?\sfrom\s(?:now|today)\b"),
        ("later", rf"\b(?i:{NUMBER})\s{UNIT}s?\slater\b"),
        (
            "later",
            rf"\b(?i:{NUMBER})\s{UNIT}s?\s(?P<back>earlier(?!\sthan)|prior(?!\sto)|before{ENDS})",
        ),
        ("later", rf"\b[Tt]he\s(?:very\s)?(?:next|following)\s{UNIT_OR_HOUR}\b"),
        ("later", rf"\b[Tt]he\s(?P<back>previous)\s{UNIT_OR_HOUR}\b"),
        ("later", rf"\b[Tt]he\s{UNIT_OR_HOUR}\s(?:(?P<back>before)|after){ENDS}"),
        ("later", rf"\b(?P<same>{THAT})\s{UNIT_OR_HOUR}\b"),
    )
)  # fmt: skip


_NEEDED = tuple(needs_of(name, pattern.pattern) for name, pattern in PATTERNS)


def expressions(text: str) -> Iterator[tuple[str, re.Match[str]]]:
    """Yield what reads like a date, each once, by pattern: its name and what it matched."""
    taken: list[Span] = []
    signs = signs_in(text)
    for (name, pattern), needed in zip(PATTERNS, _NEEDED, strict=True):
        if not all(map(signs.intersection, needed)):
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
