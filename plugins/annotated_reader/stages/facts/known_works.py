"""A text goes in, the programs, programming languages and games in it come out, and what they are.

A language model takes "JavaScript" for a place and "SSH" for an organization. What texts on
software call by a common word ("Python", "Windows") is told by the other programs in them.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from ...model import Definition
from ..names.occurrences import Names, occurrences
from ..package_data import tables_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from ...model import Entity, Span

LIST_OF_WORKS = "our list of well-known programs"
"""What such a fact names as its source."""

OTHERS = 2
"""Other works of the list that a text has to name, for a common word to be one."""

_OF_A_PLACE = re.compile(
    r"\b(?:bay|city|coast|fortress|harbou?r|islands?|isle|lake|port|province|river|town|village)"
    r" of $"
)
"""Before what is no work, whatever it is called: "the island of Kotlin"."""
_BEFORE = 16  # characters looked at


def known_works(text: str) -> Iterator[Span]:
    """Yield where a work of the list stands in a text, unless it is a place's name there."""
    found = [*occurrences(text, _names("works"))]
    places = {name for (at, _), name in found if _OF_A_PLACE.search(text, max(0, at - _BEFORE), at)}
    certain = [(span, name) for span, name in found if name not in places]
    yield from (span for span, _ in certain)
    if len({name for _, name in certain}) >= OTHERS:
        taken = {place for (start, end), _ in certain for place in range(start, end)}
        for span, _ in occurrences(text, _names("together")):
            if taken.isdisjoint(range(*span)):
                yield span


def fact_of_known_work(entity: Entity, names: Iterable[str]) -> Definition | None:
    """Return what a work of the list is, by one of its `names`."""
    said = _said_of_all() if entity.kind == "work" else {}
    found = next((said[name] for name in names if name in said), "")
    return Definition(found, "data", source=LIST_OF_WORKS) if found else None


def short_names_of_work(name: str) -> frozenset[str]:
    """Return what a work of the list is called without its maker: "Chrome", of Google."""
    said = _said_of_all()
    alike = (short for short, words in said.items() if words == said.get(name))
    return frozenset(short for short in alike if name.endswith(f" {short}"))


def is_of_nobody(name: str) -> bool:
    """Tell whether a name is but letters that stand for a thing: "DNA", "SSH"."""
    return name in _letters()


@lru_cache(maxsize=1)
def _said_of_all() -> Mapping[str, str]:
    return {**_said("works"), **_said("together")}


@lru_cache(maxsize=2)
def _said(table: str) -> Mapping[str, str]:
    rows = tables_of("known_works")[table]
    return {name: said for said, names in rows.items() for name in names}


@lru_cache(maxsize=2)
def _names(table: str) -> Names:
    return Names(_said(table))


@lru_cache(maxsize=1)
def _letters() -> frozenset[str]:
    return frozenset(tables_of("known_works")["letters"]["words"])
