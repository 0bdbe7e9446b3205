"""One name at a time: a span of the language model goes in, its exact edges come out.

Spans are trimmed (articles, possessives, punctuation) or widened (honorifics, hyphens, the country
whose body it is).
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from ..package_data import tables_of
from ..who_is_who.honorific import honorific_before
from ..words import (
    capitals,
    countries,
    fold,
    head_words,
    honorifics,
    peoples,
    person_tables,
    word_lists,
)

if TYPE_CHECKING:
    from ...model import Span

POSSESSIVE = re.compile(r"(?:\s?[’']s|(?<=[A-Z])[’']S|[’'])$")

_ARTICLES = ("the ", "The ", "a ", "A ", "an ", "An ")
_OF_THE_STAGE = ("Enter ", "Re-enter ", "Exit ", "Exeunt ", "Sees ", "Yond ")  # "Enter Hamlet"
_OF_A_DIARY = ("Thence ", "Thither ", "Hither ", "Hence ", "Whence ")  # "Thence Creed and I"
_BORN = ("née ", "né ")  # what nobody is called by now
_SMALL_LEADS = ("no", "any", "all", "his", "her", "its", "our", "my")
_PRONOUNS = frozenset(("He", "I", "Me", "She", "They", "We", "You", "Your"))
_OF_A_NAME = re.compile(r" of (?:the )?[A-Z]")
_EDGES = ' \n\t"“”‘«»(),;:!?—–-[]…£$€'
_BREAK = re.compile(
    r"\s*(?:[—{}<>|=*`~\\]|--)|\s[-–/]\s|:\s|\s(?=https?://|@\w)|\s(?=\d{1,4}[-/]\d)"
)
"""What stands between names and in none: "Ann Lee—having", "the league - Lee", "Lee 3/4/1905"."""
_CLOSED = re.compile(r"[^“«]*[”»]\s*(?=\w)")
"""The end of a quotation before a name: "W.” Jack"."""
_DATELINE = re.compile(r"(?:[A-Z]{3,},? )+(?=The [A-Z])")  # "DETROIT The U.S. Department"
_ADDRESS = re.compile(r"@\w|\w+://|www\.")
_HYPHENATED = re.compile(r"(?:-(?:on|upon|in|am|an|sur|sous|de|la|le|the|by|under))*-\w+")
_ERA = re.compile(r"(?:B\.?C|A\.?D|B\.?C\.?E|C\.?E)\.?")
_COUNTED = re.compile(r"(?:\d|[Cc]entur(?:y|ies)) ?$")
_LAND = re.compile(r"(?<![\w.])([A-Z][\w.]+) $")
_ONE_LETTER, _MORE_LETTERS = re.compile(r"[A-Z]\.?"), re.compile(r"[A-Z]\.[A-Z]")
_PART_OF = re.compile(r"[a-z]{3,} of (?:the )?(?=[A-Z])")  # "lee of Razorback Island"
_COMPASS = re.compile(r"(?:[NS]\. ?){1,2}[EW]\.?|[EW]\. ?[NS]\. ?[EW]\.?")
_NUMERAL = re.compile(r" [IVX]+\.$")
"""At the end of a sentence: "in World War I."."""
_OF_A_LAND = re.compile(r" of (?:the )?([A-Z][\w’'-]+(?: [A-Z][\w’'-]+)?)")
"""Behind a party: "Progressive Conservative Party of Ontario"."""
_SIDE = re.compile(r"(?:pro|anti|counter|ex)-(?=[A-Z])|(?:Pro|Anti|Counter|Ex)-(?=[A-Z][^ ]*$)")
"""On whose side something is, or not: "pro-Assad forces"."""
_NEAR = re.compile(r"(?:Near|Outside|Inside|Across|Around) (?!North|South|East|West)(?=[A-Z])")
_COUNTED_UNIT = re.compile(r"(?<![\w-])\d{1,3}(?:st|nd|rd|th) $")
_STREETS = frozenset(("Avenue", "Street"))
"""What has a number instead of a name: "51st Street"."""
_BEFORE_MONEY = re.compile(r" ?[$£€¥] ?\d")
_LONGEST_OF_MONEY = 4  # letters and points of whose money it is


def clean_span(text: str, span: Span) -> Span | None:
    """Return the span of the name itself, or None where there is no name in it.

    Articles, quotation marks, possessives and lower-case words go from its edges, an
    honorific in front and a hyphenated rest behind join it.
    """
    start, end = span
    if text[start:end].startswith(_BORN):
        return None
    if "\n" in text[start:end]:
        end = text.index("\n", start)
    if before_it := _CLOSED.match(text, start, end) or _DATELINE.match(text, start, end):
        start = before_it.end()
    if parted := _BREAK.search(text, start + 1, end):
        end = parted.start()
    while True:
        before = (start, end)
        end = start + len(text[start:end].rstrip(_EDGES))
        start = end - len(text[start:end].lstrip(_EDGES))
        end -= len(match[0]) if (match := POSSESSIVE.search(text[start:end])) else 0
        end -= _lower_case_tail(text[start:end])
        start += _lower_case_lead(text[start:end])
        start = near.end() if (near := _NEAR.match(text, start, end)) else start
        end -= _label_behind(text, (start, end))
        end -= 1 if _NUMERAL.search(text[start:end]) else 0
        if (start, end) == before:
            break
    start, end = _without_a_bracket(text, start, end)
    end = _before_open_bracket(text, start, end)
    start += _country_in_front(text[start:end])
    if text[start:end].endswith("Party") and (land := _OF_A_LAND.match(text, end)):
        end = land.end() if fold(land[1]) in _lands() else end
    if sided := _SIDE.match(text, start, end):
        start = sided.end()
    if end > start and (match := _HYPHENATED.match(text, end)):
        is_apart = _is_beside_a_land(text[start:end], match[0][1:]) or _describes(match[0][1:])
        end += 0 if is_apart else len(match[0])
    if _is_no_name(text, start, end):
        return None
    return start - _in_front(text, start, text[start:end]), end


def _is_no_name(text: str, start: int, end: int) -> bool:
    """Tell whether what is left of a span names nothing."""
    surface = text[start:end]
    if _ADDRESS.match(surface) or not any(char.isupper() for char in surface):
        return True
    if (
        _COMPASS.fullmatch(surface)
        or fold(surface) in _no_names()
        or surface.rstrip(".") in _PRONOUNS
    ):
        return True
    if _BEFORE_MONEY.match(text, end) and len(surface) <= _LONGEST_OF_MONEY:
        return True  # "NZ$ 26 million"
    if _ONE_LETTER.fullmatch(surface) and _MORE_LETTERS.search(text[max(0, start - 2) : end + 2]):
        return True  # of "D.D."
    is_era = _ERA.fullmatch(surface) and _COUNTED.search(text, max(0, start - 12), start)
    return is_era is not None  # "485 B.C." is not in Canada


def _in_front(text: str, start: int, surface: str) -> int:
    """The length of what belongs to a name and stands in front of it."""
    if (_is_unit(surface) or surface in _STREETS) and (
        counted := _COUNTED_UNIT.search(text, max(0, start - 6), start)
    ):
        return start - counted.start()  # "321st Field Artillery Regiment"
    if head_words().get(surface) == "organization":
        return _land_before(text, start)
    return honorific_before(text, start)


def _is_unit(surface: str) -> bool:
    """Tell whether a name ends as one of a unit of an army does, which has a number."""
    return surface.rpartition(" ")[2] in word_lists()["units"]["words"]


def _is_beside_a_land(land: str, rest: str) -> bool:
    """Tell whether what is joined to a country is none of its name: "US-built", "UK-France"."""
    if fold(land) not in countries() or fold(f"{land}-{rest}") in countries():
        return False
    return rest[0].islower() or fold(rest) not in capitals()  # but "Congo-Brazzaville"


def is_cut(text: str, span: Span) -> bool:
    """Whether a span is but the first word of a longer name: "House" of "House of Wax"."""
    start, end = span
    word, lists = text[start:end], word_lists()["last_words"].values()
    is_noun = word in head_words() or any(word in words for words in lists)
    return is_noun and _OF_A_NAME.match(text, end) is not None


def _land_before(text: str, start: int) -> int:
    """The length of the country or people (with its space) whose body it is: "U.S. Embassy"."""
    match = _LAND.search(text, max(0, start - 24), start)
    is_land = match and (fold(match[1]) in countries() or fold(match[1]) in peoples())
    return len(match[0]) if match and is_land else 0


def _before_open_bracket(text: str, start: int, end: int) -> int:
    """Where a name ends that goes on into a bracket which it does not close, or out of one."""
    opened, closed = text.rfind("(", start, end), text.find(")", start, end)
    if closed > start and text.find("(", start, closed) < 0:
        return start + len(text[start:closed].rstrip())
    is_open = opened > start and ")" not in text[opened:end]
    return start + len(text[start:opened].rstrip()) if is_open else end


def _without_a_bracket(text: str, start: int, end: int) -> Span:
    """The part of a name that an editor has not put in: "[George W.] Bush", "[Atkinson] Party"."""
    squared = text.find("]", start, end)
    if squared < 0 or text.find("[", start, squared) >= 0:
        return start, end
    behind = squared + 1 + (text[squared + 1 : squared + 2] == " ")
    is_name = text[behind:end][:1].isupper() and text[behind:end] not in head_words()
    return (behind, end) if is_name else (start, start + len(text[start:squared].rstrip()))


def _label_behind(text: str, span: Span) -> int:
    """The length of a line's label that the model took into a name: "D.C. Image: Navy"."""
    rest, space, last = text[slice(*span)].rpartition(" ")
    labels = tables_of("review")["credits"]["before"]
    is_label = rest and text.startswith(":", span[1]) and last.casefold() in labels
    return len(last) + 1 if space and is_label else 0


def _describes(behind: str) -> bool:
    """Whether a word behind a hyphen is no part of a name: "a Warhol-like wig"."""
    return behind in word_lists()["behind_hyphens"]["words"]


@lru_cache(maxsize=1)
def _lands() -> frozenset[str]:
    return frozenset((*countries(), *map(fold, word_lists()["states"])))


@lru_cache(maxsize=1)
def _no_names() -> frozenset[str]:
    return honorifics() | {"jr", "sr", "esq", "tsars", "czars", "popes", "sultans", "caliphs"}


def _lower_case_lead(surface: str) -> int:
    for article in (*_ARTICLES, *_OF_THE_STAGE, *_OF_A_DIARY):
        if surface.startswith(article):
            return len(article)
    if part := _PART_OF.match(surface):
        return part.end()
    first, space, _ = surface.partition(" ")
    is_small = first.islower() and (len(first) > 3 or first in _SMALL_LEADS)
    return len(first) + 1 if space and is_small else 0


def _lower_case_tail(surface: str) -> int:
    rest, space, last = surface.rpartition(" ")
    return len(last) + 1 if space and rest and last.isalpha() and last.islower() else 0


def _country_in_front(surface: str) -> int:
    """The length of a country's name that the model took for a person's first name."""
    first, space, rest = surface.partition(" ")
    if not space or " " in rest or fold(surface) in countries() or not is_only_a_country(first):
        return 0
    return len(first) + 1 if fold(rest) not in _folded_heads() else 0


def is_only_a_country(word: str) -> bool:
    """Tell whether a word is a country's name and no first name, as Jordan's is."""
    first_names = person_tables()["countries_as_first_names"]["names"]
    return fold(word) in countries() and fold(word) not in first_names


@lru_cache(maxsize=1)
def _folded_heads() -> frozenset[str]:
    return frozenset(fold(word) for word in head_words())
