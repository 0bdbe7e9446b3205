"""The words of dates that are counted from another one: "two years ago", "yesterday", "that day".

Rows of the table in `patterns`.
"""

from __future__ import annotations

from .pieces import (
    ENDS,
    NUMBER,
    OF_NEAR,
    OF_NUMBERS,
    THAT,
    UNIT,
    UNIT_AGO,
    UNIT_OR_HOUR,
    after,
)

COUNTED: tuple[tuple[str, str, str], ...] = (
    ("ago", "[", rf"\[(?i:{NUMBER})\]\s{UNIT_AGO}s?\sago(?P<today>\stoday)?\b"),
    (
        "half ago", OF_NUMBERS,
        (rf"\b(?i:{NUMBER})\s(?:and\sa\shalf\s(?P<unit>year|month)s?|(?P<one>year)\sand\sa\shalf)"
        r"\sago\b"),
    ),
    (
        "ago", OF_NUMBERS,
        (rf"\b(?i:{NUMBER})\s{UNIT_AGO}s?\sago"
        r"(?P<today>\s(?:today|tomorrow|yesterday|tonight))?\b"),
    ),
    (
        "near day", "Tt",
        r"\b(?P<near>[Tt]he\sday\sbefore\syesterday|[Tt]he\sday\safter\stomorrow)\b",
    ),
    (
        "near day", "LTYlty",
        (r"\b(?P<near>[Yy]esterday|today|(?<!\w\s)Today|[Tt]omorrow|[Tt]onight|[Tt]his\s(?:morning|afternoon"
        r"|evening)|[Ll]ast\snight)(?:\s(?:morning|afternoon|evening|night))?\b"),
    ),
    (
        "near", OF_NEAR,
        r"(?<!\b[Tt]he\s)(?<!\bvery\s)\b(?P<near>[Tt]his|[Ll]ast|[Nn]ext)\s(?P<unit>year|month)\b",
    ),
    (
        "the year", "t",
        (rf"{after('earlier in', 'later in', 'early in', 'late in', 'end of')}"
        r"the\s(?P<unit>year|month)\b(?!\s(?:before|after|\d))"),
    ),
    ("year end", "ty", r"(?<=\b[Bb]y\s)(?:the\s)?year(?:-|\s|[’']s\s|\s[’']s\s)end\b"),
    ("ahead", "Ii", rf"\b[Ii]n\s(?i:{NUMBER})\s{UNIT}s?\s?[’']?s?\stime\b"),
    ("ahead", OF_NUMBERS, rf"\b(?i:{NUMBER})\s{UNIT}s?\sfrom\s(?:now|today)\b"),
    ("later", OF_NUMBERS, rf"\b(?i:{NUMBER})\s{UNIT}s?\slater\b"),
    (
        "later", OF_NUMBERS,
        rf"\b(?i:{NUMBER})\s{UNIT}s?\s(?P<back>earlier(?!\sthan)|prior(?!\sto)|before{ENDS})",
    ),
    ("later", "Tt", rf"\b[Tt]he\s(?:very\s)?(?:next|following)\s{UNIT_OR_HOUR}\b"),
    ("later", "Tt", rf"\b[Tt]he\s(?P<back>previous)\s{UNIT_OR_HOUR}\b"),
    ("later", "Tt", rf"\b[Tt]he\s{UNIT_OR_HOUR}\s(?:(?P<back>before)|after){ENDS}"),
    ("later", "Tt", rf"\b(?P<same>{THAT})\s{UNIT_OR_HOUR}\b"),
)  # fmt: skip
