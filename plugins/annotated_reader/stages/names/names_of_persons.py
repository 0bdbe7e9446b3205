"""Where a person's name begins and ends, and how it is written.

The model takes a place or a title into it, stops before "von", and finds it in capitals in a
heading.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from ..dates.names import MONTHS, WEEKDAYS
from ..places.gazetteer import cities_named, key_of
from ..places.regions import regions
from ..who_is_who.address import first_names
from ..who_is_who.honorific import without_honorific
from ..words import countries, fold, person_tables

if TYPE_CHECKING:
    from ...model import Span

_ORDINAL = re.compile(r"\d+(?:st|nd|rd|th) ")
_BEHIND_A_COMMA = ("jr", "sr", "md", "phd", "qc", "sc", "esq", "ii", "iii", "iv")
_AGENCY_BEHIND = re.compile(r"(?<= )([\w’'-]+)/[A-Z].*")
"""Of a picture's credit: "Ann Lee/Getty Images"."""
_OF_SOMEBODY = re.compile(r"^([A-Z][\w.’'-]* [\w .’'-]*\w)[’']s [A-Z].*")
"""Of what somebody made: "Gustav Holst's The Planets"."""
_NUMBER_BEHIND = re.compile(r" [\d.,]+$")
_MAY = re.compile(r" (?:May|March)\b(?!,? \d| of\b)")
"""A surname that is a month's name as well: "Theresa May"."""
_SURNAME = re.compile(r" ([A-Z][a-z]{2,})(?=[,;]? (?:and|or) |[,;] )")
"""A surname that the model has cut off in a row: "Herman" of "Herman Toll and Jim Byrne"."""
_NO_SURNAMES = frozenset(WEEKDAYS) | (frozenset(MONTHS) - {"March", "May"}) | {
    "God", "Christ", "Christmas", "Easter", "English", "French", "Latin", "German", "Spanish",
}  # fmt: skip
_YOUNGER = re.compile(r",? (?:Jr|Sr)\.?(?![\w’'])|,? (?:I{2,3}|IV)(?![\w.])")
"""Behind a name: "Harry Roat, Jr."."""
_OTHER_WORDS = frozenset((
    "August", "Bill", "Christian", "Dawn", "Dean", "Duke", "Earl", "Faith", "Grace", "Grant",
    "Hope", "Joy", "March", "Mark", "May", "Rose", "Will",
))  # fmt: skip
"""First names that stand before other names as well: "Will Ann Lee come?"."""
_FIRST = re.compile(r"(?<![\w.’'-])([A-Z][a-z]+) (?:[A-Z]\. )?$")
"""What the model has cut off in front: "Victor" of "Victor Katz"."""
_OF_WHERE = re.compile(r" of ([A-ZÀ-Þ][a-zß-ÿ’'-]+[a-zß-ÿ])(?![\w’'-]| [A-Z]| and [A-Z])")
"""From where somebody of old is: "Geoffrey of Monmouth"."""
_DASH = re.compile(r"\s?--")
_ROMAN = re.compile(r"[IVX]+")
_MAC = re.compile(r"\bMc([a-z])")
_NICKNAME = re.compile(
    r"(?:[A-Z][\w.’'-]* ){1,3}[“\"][A-Z][\w.’'-]*(?: [A-Z][\w.’'-]*)?[”\"] [A-Z][\w’'-]*\w"
)
"""A nickname between a first name and a surname: "John “J.D.” Dorrian"."""
_LARGE = 200_000  # inhabitants of a city that stands before a name
_AS_FAR = 40  # characters behind a span in which the rest of such a name may stand
_SHORTEST_OF_DOING = 7  # letters: Ying and Irving are first names
_SHORTEST_IN_CAPITALS = 5  # "JFK" and "MC Ren" are written so


def person_in(text: str, span: Span) -> Span | None:
    """Return where a person's name is in a span that the model took for one, or None.

    Of "Phbow, Pachomius" behind "of" it is the second, else the first; "2nd Earl" and "Lucasian
    Professor" are what somebody is. "Stephen" of "Stephen von Breuning" goes on to its end.
    """
    start, end = _without_what_is_no_name(text, span)
    start -= _cut_in_front(text, start, text[start:end])
    if " " in text[start:end] and (younger := _YOUNGER.match(text, end)):
        end = younger.end() - text[younger.end() - 1 : younger.end()].count(".")
    if nickname := _NICKNAME.match(text, start, end + _AS_FAR):
        end = max(end, nickname.end())
    surface = text[start:end]
    if _has_words_of_a_phrase(surface):
        return None
    last = fold(surface.rpartition(" ")[2])
    if _ORDINAL.match(surface) or (text.startswith(" of ", end) and last == "professor"):
        return None
    if fold(surface) in first_names():
        end = _with_what_is_behind(text, end)
    first, _, second = surface.partition(", ")
    if not (first and second) or fold(second) in _BEHIND_A_COMMA or not second[0].isupper():
        rest = _particles().match(text, end) or (
            _MAY.match(text, end) if " " not in surface else None
        )
        return start, rest.end() if rest else end
    is_behind = text[:start].endswith((" of ", " in ", " at ", " to ", " from "))
    return (end - len(second), end) if is_behind else (start, start + len(first))


def _without_what_is_no_name(text: str, span: Span) -> Span:
    """Cut a number, what stands behind a dash, and an adverb from a span: "Naturally Karl"."""
    start, end = span
    surface = _NUMBER_BEHIND.sub("", _DASH.split(text[start:end], maxsplit=1)[0])
    surface = _OF_SOMEBODY.sub(r"\1", _AGENCY_BEHIND.sub(r"\1", surface))
    first, space, rest = surface.partition(" ")
    is_cut = first.isdigit() or first.casefold() in person_tables()["inside"]["no_first_names"]
    is_cut = is_cut or _is_doing(first)
    lead = len(first) + 1 if space and rest[:1].isupper() and is_cut else 0
    return (start + lead, start + len(surface)) if surface else span


def _cut_in_front(text: str, start: int, surface: str) -> int:
    """The length of a first name and an initial that stand right before a name of several words."""
    is_full = " " in surface and surface == without_honorific(surface)
    match = _FIRST.search(text, max(0, start - _AS_FAR), start) if is_full else None
    if match is None or match[1] in _OTHER_WORDS or match[1] in _NO_SURNAMES:
        return 0
    is_one = fold(match[1]) in first_names() and not _is_place(match[1])
    return start - match.start() if is_one else 0


def _with_what_is_behind(text: str, end: int) -> int:
    """Return where a name ends of which the model has the first one only, up to `end`."""
    surname = _SURNAME.match(text, end)
    if surname and surname[1] not in _NO_SURNAMES:
        end = surname.end()
    land = _OF_WHERE.match(text, end)
    return land.end() if land and not _is_land(land[1]) else end


def _is_place(name: str) -> bool:
    key = key_of(name)
    cities = (each for each in cities_named(name) if key_of(each.name) == key)
    return _is_land(name) or fold(name) in regions() or any(c.population >= _LARGE for c in cities)


def _is_land(name: str) -> bool:
    """Tell whether a name is a country's: "Margaret of Denmark" is hers, and may have another."""
    return fold(name) in countries()


def _is_doing(word: str) -> bool:
    """Tell whether a word of a heading says what somebody does: "Emulating Salah"."""
    is_form = word.endswith("ing") and len(word) >= _SHORTEST_OF_DOING
    return is_form and word.casefold() not in person_tables()["inside"]["first_names_in_ing"]


def _has_words_of_a_phrase(surface: str) -> bool:
    """Tell whether a name has words in small letters that none has: "Ich hoffe sie zu sehen"."""
    small = (word for word in surface.split() if word.isalpha() and word.islower())
    return any(word not in _small() for word in small)


@lru_cache(maxsize=1)
def _small() -> frozenset[str]:
    inside = person_tables()["inside"]
    return frozenset((*" ".join(inside["particles"]).split(), *inside["small"]))


def in_small_letters(name: str) -> str:
    """Return a person's name that stands in capitals as others are written: "L. van Beethoven"."""
    if not name.isupper() or len(name) < _SHORTEST_IN_CAPITALS:
        return name
    words = (
        word.lower() if number and word.lower() in _small() else _capitalized(word)
        for number, word in enumerate(name.split())
    )
    return " ".join(words)


def _capitalized(word: str) -> str:
    if _ROMAN.fullmatch(word):
        return word
    return _MAC.sub(lambda match: f"Mc{match[1].upper()}", word.title())


@lru_cache(maxsize=1)
def _particles() -> re.Pattern[str]:
    return re.compile(rf" (?:{'|'.join(person_tables()['inside']['particles'])}) [A-Z][\w’'-]*\w")
