"""A place's name goes in, and what all news texts take that for comes out.

They name regions, straits, airports, squares and the like and hardly ever say what those are. A
list of ours holds those that neither GeoNames nor the dictionary knows by their names.
"""

from __future__ import annotations

from collections import Counter
from functools import lru_cache
from typing import TYPE_CHECKING

from ...model import Definition
from ..package_data import tables_of
from ..places.context import is_part_of_a_name
from ..who_is_who.clusters import documents_of
from ..words import without_the

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from ...model import Document, Entity
    from ..places.choice import Named

LIST_OF_PLACES = "our list of well-known places"
"""What such a fact names as its source."""


def fact_of_known_place(
    entity: Entity, names: Iterable[str], documents: Mapping[str, Document], named: Named
) -> Definition | None:
    """Return which well-known place an entity is by one of its `names`.

    One that shares its name with others is known in texts that name its country most, and one that
    was taken for an organization by a name of several words.
    """
    if entity.kind not in ("place", "organization") or is_part_of_a_name(entity, documents):
        return None
    shared = tables_of("known_places")["common"]["where_named"]
    slugs = documents_of(entity.mentions)
    themes = [named.themes.get(slug, Counter[str]()) for slug in slugs]
    for name in names:
        if entity.kind == "organization" and " " not in name:
            continue
        said, code = _places().get(name) or _places().get(without_the(name), ("", ""))
        is_there = all(theme.get(code, 0) == max(theme.values(), default=1) for theme in themes)
        if said and (is_there or not {name, without_the(name)} & {*shared}):
            return Definition(said, "data", source=LIST_OF_PLACES)
    return None


def country_of_known_place(name: str) -> str:
    """Return the code of the country of a well-known place called so; nothing without one."""
    return _places().get(name, ("", ""))[1]


def names_of_places() -> frozenset[str]:
    """Return the names of the list that nothing else is called by."""
    return frozenset(_places()) - {*tables_of("known_places")["common"]["where_named"]}


@lru_cache(maxsize=1)
def _places() -> dict[str, tuple[str, str]]:
    """What is said of each name, with the code of the country; "" for those of several."""
    tables = tables_of("known_places")
    by_country = {"": tables["worldwide"], **tables["of"]}
    return {
        name: (said, code)
        for code, rows in by_country.items()
        for said, names in rows.items()
        for name in names
    }
