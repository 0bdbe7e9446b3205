"""What the patterns of dates are put together from: a day, a month, what stands before."""

from __future__ import annotations

from .names import MONTHS
from .words import NUMBERS, ORDINALS

FIGURES, APOSTROPHES = "0123456789", "'’‘"
OF_MONTHS, OF_WEEKDAYS, OF_NEAR = "ADFJMNOS", "FLMNSTWlnt", "LNTlnt"
OF_ORDINALS, OF_NUMBERS = "EFNSTefnst", "0123456789AEFNOSTaefnost"
SHORT_WEEKDAY = r"(?:Mon|Tues?|Wed|Thurs?|Thu|Fri|Sat|Sun)\."
OF_QUARTERS, OF_HALVES, OF_SEASONS = "FQSTfqst", "FLSfls", "AFSWafsw"
"""With which characters months, weekdays, "last", "this", "next" and numbers in words begin."""
NAMES = [spelling for name in MONTHS for spelling in (name, name.upper(), f"{name[:3]}\\.")]
MAY_BE_A_NAME_OR_VERB = ("March", "April", "May", "June")
SHORT = "|".join(name[:3] for name in MONTHS if name != "May")
MONTH = rf"(?P<month>{'|'.join(NAMES)}|Sept\.|(?:Sept|{SHORT})(?=\s\d))"
DAY = r"(?P<day>[12]\d|3[01]|0?[1-9])(?:st|nd|rd|th)?"
A_DATE = (  # what follows a weekday that is but a part of it: "Friday, 6 June", "Friday 6/6"
    rf"(?:\d{{1,2}}(?:st|nd|rd|th)?,?\s(?:of\s)?(?:{'|'.join(NAMES)}|{SHORT}|Sept)\b"
    rf"|(?:{'|'.join(MONTHS)})\b|(?:{SHORT}|Sept)\b\.?\s\d|\d{{1,2}}[./-]\d|\d{{4}}\b"
    rf"|\d{{1,2}}(?:st|nd|rd|th)\b)"
)
ORDINAL = "(?P<ordinal>" + "|".join(sorted(ORDINALS, key=len, reverse=True)) + ")"
FIRST = r"(?P<from>[12]\d|3[01]|[1-9])"
YEAR = r"(?P<year>1\d{3}|20\d{2})"
DASH = r"\s?[-–—]\s?"
EARLIER_DAY = r"(?:[12]\d|3[01]|[1-9])(?:st|nd|rd|th)?"
EARLIER_DAYS = rf"(?P<days>(?:{EARLIER_DAY},\s){{0,3}}{EARLIER_DAY})"
NEAR_YEAR = r",?\s(?:of\s)?(?P<near>this|last|next)\syear\b"
OF_A_YEAR = rf"(?:,?\s(?:of|in))?,?\s(?:{YEAR}|(?P<near>this|last|next)\syear)\b"
A_YEARS = rf"(?:{YEAR}(?:[’']s)?|(?P<near>[Tt]his|[Ll]ast|[Nn]ext)\syear[’']s)"
QUARTER = r"(?:(?P<quarter>(?i:first|second|third|fourth))[\s-]quarter|Q(?P<q>[1-4]))\b"
A_CENTURY = (
    rf"(?:(?i:{ORDINAL})|(?P<number>1?\d|2[01])(?:st|nd|rd|th))[\s-]century\b(?!\s(?:BC|B\.C))"
)
HALF = r"(?P<half>(?i:first|second|last))\shalf\b"
QUARTER_ENDED = (
    r"(?:(?i:first|second|third|fourth)[\s-])?quarter(?=\sended\s"
    rf"(?P<end>March\s31|June\s30|Sept(?:ember|\.)?\s30|Dec(?:ember|\.)?\s31)\b(?:,?\s{YEAR}\b)?)"
)
NOT_A_FEAST = (
    "".join(
        rf"(?<!\b{word}\s)"
        for word in (
            "Easter",
            "Palm",
            "Good",
            "Ash",
            "Maundy",
            "Holy",
            "Shrove",
            "Whit",
            "Black",
            "Bloody",
        )
    )
    + r"(?<!\bSuper\s)(?<!\bCyber\s)"
)
NUMBER = r"(?<![-–\w])(?P<number>\d{1,3}|" + "|".join(sorted(NUMBERS, key=len, reverse=True)) + ")"
UNIT = r"(?P<unit>year|month|week|day)"
UNIT_AGO = r"(?P<unit>year|month|week|day|decade)"
UNIT_OR_HOUR = r"(?P<unit>year|month|week|day|night|morning|afternoon|evening)"
ENDS = r"(?=[.,;:)]|\s(?:and|but|when|in|at|for|by)\b|$)"
THAT = r"(?:[Tt]hat(?:\ssame|\svery)?|[Tt]he\ssame)"


def after(*words: str) -> str:
    """A pattern that holds just after one of `words`, whatever the case of its first letter."""
    held = (rf"(?<=\b[{word[0].upper()}{word[0]}]{word[1:]}\s)" for word in words)
    return f"(?:{'|'.join(held)})"


BEFORE_MONTH = after(
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
BC = r"\s?(?:BCE|BC|B\.\s?C\.\s?E\.|B\.\s?C\.)(?!\w)"
BC_YEAR = r"(?P<bc>[1-9]\d{0,3}|[1-9]\d?,\d{3})"
CENTURIES = ("fifteen", "sixteen", "seventeen", "eighteen", "nineteen")
_TENS = "twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
_ONES = "one|two|three|four|five|six|seven|eight|nine"
_TEENS = "ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen"
SPELLED_YEAR = (
    rf"(?i:(?P<hundreds>{'|'.join(CENTURIES)})[\s-](?:hundred(?:\sand)?[\s-])?"
    rf"(?P<rest>(?:{_TENS})(?:[\s-](?:{_ONES}))?|{_TEENS}|(?:oh|ought|and)[\s-](?:{_ONES})))\b"
)
SPELLED_THOUSAND = (
    rf"(?i:(?P<hundreds>two\sthousand)(?:(?:\sand)?[\s-](?P<rest>{_TEENS}|{_ONES}|twenty))?)\b"
    rf"(?!(?:\sand)?[\s-](?:{_TENS}|{_TEENS}|{_ONES}|hundred|thousand|million|dollars|percent)\b)"
)
"""A year in words: "nineteen ninety-six", "eighteen hundred and thirty", "two thousand ten"."""
DUE_FOR = after(
    *[
        f"{word} {preposition}"
        for word in ("scheduled", "set", "due", "planned", "slated", "postponed", "delayed")
        for preposition in ("for", "until", "to")
    ]
)
SURE_MONTH = (
    "(?P<month>" + "|".join(name for name in MONTHS if name not in MAY_BE_A_NAME_OR_VERB) + ")"
)
BEFORE_HOLIDAY = after(
    *["at", "on", "by", "before", "after", "since", "until", "for", "over", "around"]
)
AFTER_A_MONTH = after(*[f"{month} {word}" for month in MONTHS for word in ("and", "or", "to")])
PREPOSITION = after(
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
        "fiscal",
    ]
)
NOT_A_YEAR = (
    r"(?![-–]\d|[,.]\d|\s?%|\s?(?:BC|B\.C\.)|\s(?:people|men|women|km|miles|years|families|houses|soldiers|troops"
    r"|percent|per\scent|hours|feet|(?:\w+\s){0,2}?\w+,?\sUTC|UTC|GMT|hrs|local\stime|[ECMP][SD]T|CES?T|BST|IST|JST)\b)"
)
NO_AMOUNT = (  # what is counted stands in the plural after it; what takes place may
    r"(?!\s(?!(?:was|is|has|as|its|his|this|does|us|versus|across|elections|events|clashes|riots"
    r"|protests|finals|games)\b)[a-z]+(?<![isu])s\b)(?!\s\d)"
)
BARE = r"(?<![\w$€£#/.,’'–-])(?<!\d\s)" + "".join(
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
