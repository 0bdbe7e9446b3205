"""Mentions of persons go in; out come those of one surname that cannot be one person.

"President Obama and First Lady Michelle Obama" are two, and so are two whom all texts know.
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from ..facts.known_persons import said_of_person
from .name_words import name_key, name_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from ...model import Mention, Span

_AND = re.compile(
    r",? (?:and|or|with|married|met)(?: (?:his|her|a|the)(?: [a-z-]+){1,3},?)?(?: (?:the|then))? "
)
"""What stands between two persons: "and", "and his wife,"."""


def named_together(mentions: Sequence[Mention], text: str) -> dict[Span, Span]:
    """Return for a mention that of another person of its surname, named in one breath with it."""
    found: dict[Span, Span] = {}
    for before, after in pairwise(mentions):
        between = text[before.span[1] : after.span[0]]
        if _AND.fullmatch(between) and _last(before) == _last(after):
            found[before.span], found[after.span] = after.span, before.span
    return found


def is_another(surface: str, names: Iterable[str]) -> bool:
    """Tell whether a name and the `names` of somebody are of two whom all texts know."""
    said = said_of_person(surface)
    others = {said_of_person(name) for name in names} - {""} if said else set()
    return bool(others) and said not in others


def _last(mention: Mention) -> str:
    return name_key(name_words(mention.surface)[-1])
