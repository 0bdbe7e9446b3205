"""The name of a land that is called otherwise today, or of a state that is no more -> what it was.

What is called a kingdom or a duchy of some land is one name: "the Grand Duchy of Baden".

The dictionary tells of Annam that it is a communist state, and of the Dutch East Indies that they
are a republic: a list of ours comes before it.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from ...model import Definition
from ..package_data import tables_of
from ..places.context import is_part_of_a_name, regions_behind
from ..words import without_the
from .known_places import LIST_OF_PLACES

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from ...model import Document, Entity, Span

_WORD = r"[A-ZÀ-ÞĀ-Ž][\w’'-]*\w"
_REALM = re.compile(
    r"\b(Kingdom|(?:Grand |Arch)?[Dd]uchy|Principality|Emirate|Sultanate|Khanate|Electorate"
    r"|Caliphate|Margraviate|Landgraviate|Viceroyalty|Dominion|Protectorate|Tsardom)"
    r" of (?!God|Heaven|Christ)(?:the )?(?:(?:Two|Both|New|Great|Saudi|North|South) )?"
    rf"{_WORD}(?:[-–]{_WORD}| and {_WORD}(?= (?:was|is|had|has|in|from|and)\b|[.,;)]))?"
)


def realms(text: str) -> Iterator[tuple[Span, str]]:
    """Yield where the name of a monarch's land stands in a text, and the rule."""
    for match in _REALM.finditer(text):
        yield match.span(), f"“{match[1]} of” in the name"


def fact_of_former_land(
    entity: Entity, names: Iterable[str], documents: Mapping[str, Document]
) -> Definition | None:
    """Return what a land or a state of history was by one of its `names`.

    Not behind which texts put where it lies ("Bohemia, New York"); one that was taken for an
    organization is known by a name of several words.
    """
    if entity.kind not in ("place", "organization") or is_part_of_a_name(entity, documents):
        return None
    for name in names:
        said = lands().get(name) or lands().get(without_the(name))
        if said and (entity.kind == "place" or " " in name):
            is_elsewhere = bool(regions_behind(entity, documents))
            return None if is_elsewhere else Definition(said, "data", source=LIST_OF_PLACES)
    return None


@lru_cache(maxsize=1)
def lands() -> dict[str, str]:
    """Return what is said of each land, by its name."""
    tables = tables_of("former_lands").values()
    return {name: said for rows in tables for said, names in rows.items() for name in names}
