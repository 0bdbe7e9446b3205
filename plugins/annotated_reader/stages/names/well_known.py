"""A text goes in, the well-known names in it come out, whoever missed them.

Our lists say of many bodies, places and persons what they are. A name that stands in one of them
alone, and is no word in common use, has that kind wherever it stands.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from ..facts.former_lands import lands
from ..facts.known_bodies import names_of_bodies
from ..facts.known_persons import names_of_persons
from ..facts.known_places import names_of_places
from ..words import fold, honorifics, word_lists
from .no_names import is_label_of_code
from .occurrences import Names, occurrences

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from ...model import Span

_HOUSES = frozenset(
    ("Castle", "Center", "Centre", "Hospital", "House", "Museum", "Palace", "Prison", "Station")
)
_ONE_OF_MANY = re.compile(r"\b(?:[Aa]n?|[Oo]wn) $")
"""Before what is made by a body, not the body: "a Yale lock"."""

RULE = "our lists of well-known names"


def well_known(text: str) -> Iterator[tuple[Span, str]]:
    """Yield where a well-known name stands in a text, and its kind."""
    for (start, end), name in occurrences(text, _names()):
        if is_label_of_code(text, (start, end)):
            continue
        if " " in name or not _ONE_OF_MANY.search(text, max(0, start - 5), start):
            yield (start, end), _kinds()[name]


@lru_cache(maxsize=1)
def _kinds() -> Mapping[str, str]:
    """The kind of each name that one of the lists has, and no other."""
    lists = {
        "organization": names_of_bodies(),
        "place": names_of_places() | _names_of_former_lands(),
        "person": names_of_persons(),
        "group": frozenset(word_lists()["creeds"]["known_parties"]),
    }
    found: dict[str, str] = {}
    for kind, names in lists.items():
        others = set().union(*(each for other, each in lists.items() if other != kind))
        found |= {name: kind for name in sorted(names - others) if _has_one_kind(name, kind)}
    return found


def _names_of_former_lands() -> frozenset[str]:
    """The names of states that are no more, of several words: "Orange Free State"."""
    names = (*lands(), *word_lists()["former_countries"]["words"])
    return frozenset(name for name in names if re.search(r"\w[ -]\w", name.removeprefix("the ")))


def _has_one_kind(name: str, kind: str) -> bool:
    """Tell whether a name is not that of a house as well as of who is in it."""
    words = name.split()
    is_house = kind == "organization" and not _HOUSES.isdisjoint(words)
    is_titled = kind == "person" and fold(words[0]) in honorifics()
    return not is_house and not is_titled


@lru_cache(maxsize=1)
def _names() -> Names:
    return Names(_kinds())
