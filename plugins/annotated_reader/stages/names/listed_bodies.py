"""A text in, the organizations out that a noun introduces: "bands like New Order or Joy Division".

The language model overlooks such names, or takes them for persons: a list behind a noun for bodies
leaves no doubt. So does "a band called Squirrel".
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ..words import countries, fold, head_words, peoples
from .introduced import calendar_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ...model import Span

_WORD = r"[A-ZÀ-ÞĀ-Ž][\w’'&.-]*[\w]"
_NAME = rf"(?:The )?{_WORD}(?: (?:(?:of|the|of the|&) )?{_WORD}){{0,5}}"
_NEXT = r"(?:, (?:and |or )?| and | or )"
_PLURAL = (
    r"bands|companies|firms|clubs|labels|airlines|banks|newspapers|magazines|retailers|broadcasters"
    r"|manufacturers|publishers|universities|charities|startups|carmakers|brewers|agencies|brands"
)
_SINGULAR = (
    r"band|company|firm|club|label|airline|newspaper|magazine|retailer|broadcaster|manufacturer"
    r"|publisher|charity|startup|carmaker|brewery|agency"
)
_LISTED = re.compile(
    rf"\b(?:{_PLURAL})(?:,? such as| like|,? including|,? e\.g\.,?)"
    rf" ({_NAME}(?:{_NEXT}{_NAME}){{0,12}})"
)
_CALLED = re.compile(rf"\b(?:{_SINGULAR}) (?:called|named|known as) [“\"']?({_NAME})")
_ONE = re.compile(_NAME)


def listed_bodies(text: str) -> Iterator[Span]:
    """Yield the spans of the names that a noun in front of them says are those of bodies."""
    for match in _LISTED.finditer(text):
        for each in _ONE.finditer(text, *match.span(1)):
            if _is_name(each[0]):
                yield each.span()
    for match in _CALLED.finditer(text):
        if _is_name(match[1]):
            yield match.span(1)


def _is_name(words: str) -> bool:
    """Whether words can be a body's name: no country, people or day, no place by its noun."""
    name = fold(words)
    if name in countries() or name.removesuffix("s") in peoples() or name in peoples():
        return False
    found = words.split()
    days = {fold(found[0]), fold(found[-1])} & calendar_words()
    return not days and head_words().get(found[-1]) != "place"
