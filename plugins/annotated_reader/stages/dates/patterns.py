"""The words of dates as a table: what kind of expression each pattern finds, the most exact first.

Between the two stand the characters with one of which it begins: it is tried where they are, at
the beginning of a word. A pattern's named groups are what its reader in `dates` works with.
"""

from __future__ import annotations

import re

from .feasts import FEAST
from .names import MONTHS, SEASONS, WEEKDAYS
from .patterns_counted import COUNTED
from .pieces import (
    A_CENTURY,
    A_DATE,
    A_YEARS,
    AFTER_A_MONTH,
    APOSTROPHES,
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
    FIGURES,
    FIRST,
    HALF,
    MONTH,
    NEAR_YEAR,
    NO_AMOUNT,
    NOT_A_FEAST,
    NOT_A_YEAR,
    OF_A_YEAR,
    OF_HALVES,
    OF_MONTHS,
    OF_NEAR,
    OF_ORDINALS,
    OF_QUARTERS,
    OF_SEASONS,
    OF_WEEKDAYS,
    ORDINAL,
    PREPOSITION,
    QUARTER,
    QUARTER_ENDED,
    SHORT_WEEKDAY,
    SPELLED_THOUSAND,
    SPELLED_YEAR,
    SURE_MONTH,
    THAT,
    YEAR,
    after,
)
from .words import DECADES

PATTERNS: tuple[tuple[str, str, re.Pattern[str]], ...] = tuple(
    (name, beginnings, re.compile(pattern))
    for name, beginnings, pattern in (
        (
            "BC day", FIGURES + OF_MONTHS,
            (rf"\b(?:{DAY}\s(?:of\s)?)?{MONTH}(?:\s(?P<after>[12]\d|3[01]|[1-9])(?:st|nd|rd|th)?)?,?"
            rf"\s(?:of\s)?{BC_YEAR}{BC}"),
        ),
        (
            "BC years", FIGURES,
            (rf"(?<![\w.,$€£/–-])(?P<first>[1-9]\d{{0,3}})(?:{DASH}|\s(?:to|and|or|until)\s)"
            rf"{BC_YEAR}{BC}"),
        ),
        ("BC year", FIGURES, rf"(?<![\w.,$€£/-]){BC_YEAR}{BC}"),
        (
            "BC century", FIGURES + OF_ORDINALS,
            (rf"\b(?:(?i:{ORDINAL})|(?P<number>[1-9]?\d)(?:st|nd|rd|th))[\s-]century{BC}"),
        ),
        (
            "holiday", "ABCHNV",
            (rf"\b(?P<holiday>Christmas\s(?:Eve|Day)|Boxing\sDay|New\sYear\s?[’']s\s(?:Eve|Day)"
            rf"|Valentine\s?[’']s\sDay|Hallowe[’']?en|Armistice\sDay)(?:,?\s{YEAR}\b|{ENDS})"),
        ),
        (
            "holiday", "C",
            rf"{BEFORE_HOLIDAY}(?P<holiday>Christmas)(?:,?\s(?:of\s)?{YEAR}\b|{ENDS})",
        ),
        (
            "holiday", "AEGLMPRTVW",
            (rf"\b(?P<holiday>{FEAST})\b(?:,?\s(?:of\s|in\s)?{YEAR}\b)?"
            r"(?![’']s|\s?-|\s[A-Z][a-z])"),
        ),
        ("day", FIGURES, rf"\b{YEAR}-(?P<number>0?[1-9]|1[0-2])-{DAY}(?:\b|(?=T\d\d))"),
        ("day", FIGURES, rf"\b(?P<day>1[3-9]|2\d|3[01])-(?P<number>0?[1-9]|1[0-2])-{YEAR}\b"),
        (
            "days", FIGURES,
            rf"\b{EARLIER_DAYS}\s(?:and|or)\s{DAY}\s(?:of\s)?{MONTH}(?:,?\s{YEAR})?\b",
        ),
        (
            "days", OF_MONTHS,
            rf"\b{MONTH}\s{EARLIER_DAYS},?\s(?:and|or)\s{DAY}(?:,?\s{YEAR}\b|{ENDS})",
        ),
        ("interval", FIGURES, rf"\b{FIRST}(?:{DASH}|\sto\s){DAY}\s{MONTH}(?:,?\s{YEAR})?\b"),
        ("interval", OF_MONTHS, rf"\b{MONTH}\s{FIRST}{DASH}{DAY}(?:,?\s{YEAR})?\b"),
        (
            "interval", OF_MONTHS,
            rf"\b{MONTH}\s{FIRST}\s(?:to|through)\s{DAY}(?:,?\s{YEAR}\b|{ENDS})",
        ),
        ("day", FIGURES, rf"\b{YEAR}[/.](?P<number>0[1-9]|1[0-2])[/.](?P<day>[0-3]\d)\b"),
        ("day", FIGURES, rf"\b(?P<day>[0-3]?\d)\.(?P<number>0?[1-9]|1[0-2])\.{YEAR}\b"),
        ("day", FIGURES, rf"\b(?P<day>1[3-9]|2\d|3[01])/(?P<number>0?[1-9]|1[0-2])/{YEAR}\b"),
        ("day", FIGURES, rf"\b(?P<number>0?[1-9]|1[0-2])/(?P<day>1[3-9]|2\d|3[01])/{YEAR}\b"),
        (
            "short day", FIGURES,
            (r"(?<![\d/.-])(?:(?P<number>0?[1-9]|1[0-2])/(?P<day>1[3-9]|2\d|3[01]))/(?P<short>\d\d)"
            r"(?![\d/])"),
        ),
        ("9/11", FIGURES, r"(?<![\w/.])9/11(?![\w/.]\w|[/%])"),
        (
            "9/11", OF_MONTHS,
            r"\b(?:September|Sept\.?)\s11(?:th)?(?=,?\s(?:terror(?:ist)?\s)?(?:attack|hijack)s?)",
        ),
        ("day", FIGURES, rf"\b{DAY},?\s(?:of\s)?{MONTH},?\s(?:of\s)?{YEAR}\b"),
        ("day", OF_MONTHS, rf"\b{MONTH},?\s(?:the\s)?{DAY},?\s(?:of\s)?{YEAR}\b"),
        ("day", FIGURES, rf"\b{DAY}-{MONTH}-{YEAR}\b"),
        ("day", OF_ORDINALS, rf"\b(?i:{ORDINAL})\s(?:day\s)?of\s{MONTH},?\s{YEAR}\b"),
        (
            "of it", FIGURES + OF_MONTHS,
            rf"\b(?:{DAY}\s(?:of\s)?)?{MONTH},?\s(?:of\s)?{THAT}\syear\b",
        ),
        (
            "interval of near year", OF_MONTHS,
            rf"\b{MONTH}\s{FIRST}(?:{DASH}|\sto\s){DAY}{NEAR_YEAR}",
        ),
        ("of near year", FIGURES + OF_MONTHS, rf"\b(?:{DAY}\s(?:of\s)?)?{MONTH}{NEAR_YEAR}"),
        ("of near year", OF_MONTHS, rf"\b{MONTH}\s(?:the\s)?{DAY}{NEAR_YEAR}"),
        ("day", FIGURES, rf"\b{DAY}\s(?:of\s)?{MONTH}(?!\w)"),
        ("day", OF_MONTHS, rf"\b{MONTH}\s(?:the\s)?{DAY}(?![\w%]|[,:]\d)"),
        ("day", OF_ORDINALS, rf"\b(?i:{ORDINAL})\s(?:day\s)?of\s{MONTH}(?!\w)"),
        ("day", OF_MONTHS, rf"\b{MONTH}\s(?:the\s)?(?i:{ORDINAL})\b(?:,?\s{YEAR}\b)?"),
        ("month", OF_MONTHS, rf"\b{MONTH},?\s(?:of\s)?{YEAR}\b"),
        ("spelled year", OF_MONTHS, rf"\b{MONTH}(?:,|\sof)?\s{SPELLED_YEAR}(?!-)"),
        ("spelled year", OF_MONTHS, rf"\b{MONTH}(?:,|\sof)?\s{SPELLED_THOUSAND}"),
        (
            "spelled year", OF_SEASONS,
            rf"\b(?P<season>{'|'.join(SEASONS)}|fall)\sof\s{SPELLED_YEAR}(?!-)",
        ),
        ("month", OF_MONTHS, rf"{BEFORE_MONTH}{MONTH}(?!\w)"),
        ("month", OF_MONTHS, rf"{DUE_FOR}{MONTH}(?!\w)"),
        ("month", OF_MONTHS, rf"\b{SURE_MONTH}(?=[’']s\s[a-z])"),
        ("of it", "Tt", rf"\b[Tt]hat\s{SURE_MONTH}\b"),
        ("month", OF_MONTHS, rf"(?:(?<=\b[Mm]id-)|(?<=[Ll]ate-)|(?<=[Ee]arly-)){MONTH}(?!\w)"),
        ("month", OF_MONTHS, rf"{after('for')}{SURE_MONTH}\b(?!\s[A-Z])"),
        ("month", OF_MONTHS, rf"{AFTER_A_MONTH}{MONTH}(?!\w)"),
        ("month", OF_MONTHS, rf"(?<=\b[Tt]he\s){MONTH}(?=\s[a-z])"),
        ("quarter", OF_QUARTERS, rf"\b{QUARTER}{OF_A_YEAR}"),
        ("half", OF_HALVES, rf"\b{HALF}{OF_A_YEAR}"),
        ("half of a century", OF_HALVES, rf"\b{HALF}\sof\sthe\s{A_CENTURY}"),
        ("quarter", FIGURES + OF_NEAR, rf"\b{A_YEARS}\s{QUARTER}"),
        ("quarter", OF_QUARTERS, rf"\b{QUARTER}(?!\s(?:end(?:ed|ing)|of)\b)"),
        ("quarter ended", OF_QUARTERS, rf"\b{QUARTER_ENDED}"),
        (
            "season", OF_SEASONS,
            rf"\b(?P<season>(?i:{'|'.join(SEASONS)}|fall))(?:\sof)?,?\s{YEAR}\b(?!\s?%)",
        ),
        ("season of near year", OF_SEASONS, rf"\b(?P<season>spring|summer|autumn|fall){NEAR_YEAR}"),
        (
            "near season", OF_NEAR,
            (r"(?<!\b[Tt]he\s)\b(?P<near>[Tt]his|[Ll]ast|[Nn]ext)\s(?P<past>past\s)?"
            r"(?P<season>spring|summer|autumn|fall)\b(?![’'-])"),
        ),
        ("near season", "t", rf"{after('over')}(?P<near>the)\s(?P<season>summer|winter)\b(?!\sof)"),
        (
            "near week", OF_NEAR,
            (r"(?<!\b[Tt]he\s)\b(?P<near>[Tt]his|[Ll]ast|[Nn]ext)\s(?P<past>past\s)?"
            r"(?P<part>week|weekend)\b(?!-|\sof\b)"),
        ),
        ("near week", "t", rf"{after('over', 'at', 'during')}(?P<near>the)\s(?P<part>weekend)\b"),
        (
            "decade", FIGURES,
            r"(?<![\w$€£.,/’'])(?<!\d-)(?P<decade>1[1-9]\d0|20[0-4]0)[’']?s\b(?!-|[’'])",
        ),
        ("short decade", APOSTROPHES, r"(?<=\b[Tt]he\s)[’'‘](?P<short>[1-9]0)s\b"),
        (
            "short decade", OF_ORDINALS,
            rf"(?<=\b[Tt]he\s)(?P<word>(?i:{'|'.join(DECADES)}))\b(?!\s(?:degrees|Fahrenheit))",
        ),
        ("century", FIGURES + OF_ORDINALS, rf"\b{A_CENTURY}"),
        (
            "weekday", OF_WEEKDAYS,
            (rf"(?P<which>\b(?:[Nn]ext|[Tt]his|[Ll]ast|[Tt]he\s(?:following|previous))\s)?(?=[A-Z])\b"
            rf"{NOT_A_FEAST}(?P<weekday>{'|'.join(WEEKDAYS)})\b(?P<behind>\slast(?=[\s,.;])(?!\s(?:week|month|year)))?"
            rf"(?!,?\s(?:(?:the\s)?{A_DATE}))"
            r"(?!\s(?:nights|mornings|afternoons|evenings|best|Evening|Night|Morning|Times)\b)"),
        ),
        (
            "weekday", OF_WEEKDAYS,
            (rf"(?P<which>\b(?:[Nn]ext|[Tt]his|[Ll]ast)\s)(?P<weekday>{SHORT_WEEKDAY})(?P<behind>)"
            rf"(?!,?\s{A_DATE})"),
        ),
        (
            "weekday", OF_WEEKDAYS,
            (rf"(?P<which>){after('on', 'since', 'until', 'by', 'till')}"
            rf"(?P<weekday>{SHORT_WEEKDAY})(?P<behind>)(?!,?\s{A_DATE})"),
        ),
        (
            "weekday", OF_WEEKDAYS,
            (rf"(?P<which>)\b(?P<weekday>{SHORT_WEEKDAY})(?P<behind>)"
            r"(?=\s(?:nite|night|morning|afternoon|evening)\b)"),
        ),
        (
            "years", FIGURES,
            (rf"(?<![\w.,:/–-])(?P<year>1[1-9]\d\d|20\d\d){DASH}(?P<last>\d\d|\d{{4}})\b"
            rf"(?![-–/.,]?\d){NOT_A_YEAR}"),
        ),
        (
            "years", "(",
            rf"\((?:c\.\s?|born\s)?(?P<year>[1-9]\d\d){DASH}(?:c\.\s?)?(?P<last>[1-9]\d\d)(?=\))",
        ),
        (
            "about a year", "c",
            rf"\b(?:c\.|ca\.|circa)\s?(?P<year>[1-9]\d{{2,3}})\b{NOT_A_YEAR}{NO_AMOUNT}",
        ),
        (
            "about a year", "a",
            r"\baround\s(?P<year>1[5-9]\d\d|20[0-3]\d)\b(?=[.,;)]|\s(?:and|or|by|in|at)\b)",
        ),
        ("spelled year", OF_ORDINALS, rf"\b{SPELLED_YEAR}(?!-){NOT_A_YEAR}{NO_AMOUNT}"),
        (
            "spelled year", "Tt",
            (rf"{after('the year', 'in', 'since', 'by', 'until', *MONTHS)}"
            rf"{SPELLED_THOUSAND}{NOT_A_YEAR}{NO_AMOUNT}"),
        ),
        ("year", "A", r"\bA\.?D\.?\s?(?P<year>[1-9]\d{1,2})\b"),
        ("year", FIGURES, r"\b(?P<year>[1-9]\d{1,2})(?=\s(?:A\.?D\.?|C\.?E\.?)(?!\w))"),
        (
            "year", FIGURES,
            r"(?<=\b[Tt]he\syear\s)(?P<year>[1-9]\d{1,2})\b(?![,.]?\d|\s?(?:BC|B\.C\.))",
        ),
        ("year", FIGURES, rf"{PREPOSITION}{YEAR}\b{NOT_A_YEAR}"),
        ("year", FIGURES, rf"(?<=\b[Mm]id-){YEAR}\b{NOT_A_YEAR}"),
        ("year", FIGURES, rf"{after('the')}{YEAR}\b(?=\s[A-Za-z(]|[,.;)]){NOT_A_YEAR}"),
        ("year", FIGURES, rf"(?<=\(){YEAR}(?=\))"),
        ("bare year", FIGURES, rf"{BARE}(?P<year>1[4-9]\d\d|20\d\d)\b{NOT_A_YEAR}{NO_AMOUNT}"),
        ("early year", FIGURES,
         (rf"{after('in', 'around', 'by', 'since', 'until', 'after', 'before')}"
         rf"(?P<year>[1-9]\d\d)\b{NOT_A_YEAR}{NO_AMOUNT}")),
        (
            "day of a month", "t",
            (rf"{after('on', 'until', 'since', 'evening of', 'night of', 'morning of')}"
            r"the\s(?P<number>[12]\d|3[01]|[1-9])(?:st|nd|rd|th)\b"
            r"(?=[.,;:)]|\s(?:and|at|in|when|the|after|before|he|she|they|it|we|I|an?|but|as)\b|$)"),
        ),
        ("short year", APOSTROPHES, rf"(?=[’'‘]){PREPOSITION}[’'‘](?P<short>\d\d)\b(?![’'\d])"),
        *COUNTED,
    )
)  # fmt: skip
