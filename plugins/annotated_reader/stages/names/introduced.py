"""A text in, the persons out whom a noun right before a full name introduces: "barrister Ann Lee".

The language model overlooks such names, or sees but one word of them. Only nouns that our lists
have, or whose ending leaves no doubt, introduce: "thriller", "cruiser" end as persons do.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from ..package_data import tables_of
from ..places.regions import world_regions
from ..words import countries, fold, head_words, honorifics, peoples, person_tables, word_lists
from .names import is_only_a_country
from .well_known import RULE as WELL_KNOWN

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ...model import Mention, Span

_WORD = r"(?:(?:[A-ZÀ-ÞĀ-Ž][’'])?[A-ZÀ-ÞĀ-Ž][\w-]*\w|[A-Z]\.)"
_PARTICLE = r"(?:de|da|del|der|di|du|la|le|van|von|bin|ibn|al|el)"
_INTRODUCED = re.compile(
    rf"(?<![\w’'-])([A-Za-z][a-z]*(?:-[a-z]+)*|\d{{1,3}}-year-old)"
    rf" ({_WORD}(?: (?:{_PARTICLE} )?{_WORD}){{1,4}})(?![\w-])"
)
_OF_A_COUNTRY = re.compile(
    rf"(?<![\w’'-])(President|Minister|King|Queen|Chancellor|Premier) of (?:the )?"
    rf"({_WORD}(?: {_WORD}){{1,5}})(?![\w-])"
)
_NOUN_BEHIND = re.compile(
    r" (?!(?:of|from|and|who|was|were|is|has|had|have|said|says|in|at|on|to|with|by|told|after|as"
    r"|for|that|will|would|could|may|died)\b)[a-z]"
)
"""Behind what is no name then: "an 82-year-old New York resident"."""
_ENDINGS = ("ist", "logist", "ian", "man", "woman", "person")
_FIRM = 0.8
_SHORTEST = 6  # letters of a noun that is known by its ending


def introduced(text: str, named: Sequence[Mention]) -> Iterator[Span]:
    """Yield the spans of full names behind a noun of a person.

    `named` are the names that are known: one that a firm rule calls something else is no person.
    """
    for noun, words, start, is_of_land in _behind_nouns(text):
        end = start + len(words)
        if _is_office(words.partition(" ")[0]):
            noun, _, words = words.partition(" ")  # noqa: PLW2901
            start += len(noun) + 1  # noqa: PLW2901
        name = _name_in(words, text[end : end + 1])
        is_told = noun[0].isdigit() and not _NOUN_BEHIND.match(text, start + len(name))
        if not name or not (is_of_land or is_told or _introduces(noun)):
            continue
        span = (start, start + len(name))
        beside = [each for each in named if each.span[0] < span[1] and span[0] < each.span[1]]
        if all(_may_be_part(each, span, noun, is_of_land=is_of_land) for each in beside):
            yield span


def _behind_nouns(text: str) -> Iterator[tuple[str, str, int, bool]]:
    """Each noun with the capitalized words behind it, where, and whether a country is between.

    Of "President of Ukraine Volodymyr Zelenskyy" the words are the last two.
    """
    for match in _INTRODUCED.finditer(text):
        yield match[1], match[2], match.start(2), False
    for match in _OF_A_COUNTRY.finditer(text):
        words = match[2].split(" ")
        lands = (" ".join(words[:count]) for count in range(len(words) - 1, 0, -1))
        if land := next((land for land in lands if fold(land) in countries()), ""):
            yield match[1], match[2][len(land) + 1 :], match.start(2) + len(land) + 1, True


def _is_office(word: str) -> bool:
    """Whether a capitalized word says what office somebody has: "Premier"."""
    return word[0].isupper() and word.casefold() in _offices()


@lru_cache(maxsize=1)
def _offices() -> frozenset[str]:
    return frozenset(person_tables()["title_words"]["before_a_surname"])


def _introduces(noun: str) -> bool:
    if noun[0].isdigit():
        return False
    if noun[0].isupper():
        return _is_office(noun)
    if noun in word_lists()["person"]["not"] or noun in word_lists()["introducing"]["not"]:
        return False
    return noun in _nouns() or (len(noun) >= _SHORTEST and noun.endswith(_ENDINGS))


@lru_cache(maxsize=1)
def _nouns() -> frozenset[str]:
    more: list[str] = tables_of("definitions")["nouns"]["person"]
    return frozenset(word_lists()["person"]["words"]) | frozenset(more)


def _name_in(words: str, after: str) -> str:
    """A full name without what only follows it ("Monday"); "" where the words are none."""
    found = words.split(" ")
    if after == ":" and found[-1].casefold() in tables_of("review")["credits"]["before"]:
        found.pop()
    while found and fold(found[-1]) in calendar_words():
        found.pop()
    if not found:
        return ""
    first = fold(found[0])
    capitals = [word for word in found if word[0].isupper()]
    if len(capitals) < 2 or first in honorifics() or first in peoples():
        return ""
    if is_only_a_country(first):
        return ""
    begun = fold(" ".join(found[:2]))
    if begun in countries() or begun in world_regions() or any(map(_is_none, found)):
        return ""
    return " ".join(found)


def _is_none(word: str) -> bool:
    """Whether a word is of no person's name: of a body, an event, a work, a day; "Hill" may be."""
    if fold(word) in calendar_words():
        return True
    if word.isupper() and len(word) > 2 and "." not in word:
        return True
    heads = tables_of("review")["kinds"]
    return head_words().get(word, "place") != "place" or any(
        word in each for each in heads.values()
    )


@lru_cache(maxsize=1)
def calendar_words() -> frozenset[str]:
    """Return the folded names of days and months, which name nobody."""
    return frozenset(tables_of("review")["calendar"]["words"])


def _may_be_part(known: Mention, span: Span, noun: str, *, is_of_land: bool) -> bool:
    """Whether a known name may be this person's, or a part of it."""
    if known.kind == "person":
        return span[0] <= known.span[0] and known.span[1] <= span[1]
    is_inside = span[0] <= known.span[0] and known.span[1] <= span[1]
    if is_of_land and is_inside and known.confidence < _FIRM:
        return True
    if known.kind == "place" and (noun[0].isdigit() or known.rule == WELL_KNOWN):
        return False  # "the 200-year-old White House", "a deputy Middle East director"
    unsure = known.confidence < _FIRM or known.kind == "place"
    return known.span == span and unsure and noun not in word_lists()["introducing"]["bodies"]
