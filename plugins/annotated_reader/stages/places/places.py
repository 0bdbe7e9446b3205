"""An entity that is a place, and its texts -> where it lies by GeoNames, if the texts tell enough.

A name is no evidence: there is a Paris in Texas, and the Jalalabad of a text on Kyrgyzstan is not
the Afghan one. What counts is, in this order, a country or state that the texts put behind the
name ("Osh, Kyrgyzstan"), a state or a country that they name as well, one of its neighbors; the
number of inhabitants decides only where one place is far larger than the other. Otherwise a place
gets no coordinates: none are better than wrong ones.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from ..who_is_who.clusters import documents_of
from ..words import head_of
from .choice import (
    FAR_LARGER,
    Named,
    Placed,
    are_most,
    placed,
    placed_by_texts,
    town_by_texts,
)
from .context import (
    has_an_article,
    is_division,
    is_in_a_row_of_counties,
    is_like_its_state,
    is_part_of_a_name,
    regions_behind,
    texts_with_region_behind,
)
from .gazetteer import City, bearers_of, cities_named, is_that_of_a_division, outstanding_of
from .regions import Region, tables
from .towns import towns_named
from .witness import is_meant_by_most

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from ...model import Definition, Document, Entity, Entry


MANY = 3
"""So many texts of which one cannot speak for the others."""

_PROVINCE = re.compile(r" [Pp]rovince\b")


def place(
    entity: Entity,
    names: Iterable[str],
    definition: Definition,
    documents: Mapping[str, Document],
    named: Named,
) -> Placed | None:
    """Return where an entity lies; `names` are those that no other entity bears."""
    own = tuple(dict.fromkeys(names))
    if entity.kind != "place" or not own or entity.candidates:
        return None
    if head_of(definition.text) in _features() or is_part_of_a_name(entity, documents):
        return None
    divisions = [name for name in own if is_division(name, entity, documents)]
    if has_an_article(entity, documents) or any(map(is_like_its_state, divisions)):
        return None
    if is_in_a_row_of_counties(entity, documents):
        return None
    times = documents_of(entity.mentions)
    if behind := regions_behind(entity, documents):
        found = _contained(own, behind, cities_named) or _contained(own, behind, towns_named)
        told = texts_with_region_behind(entity, documents)
        suits = found is not None and _suits_all(found.city, entity, named)
    else:
        told = frozenset()
        towns = [name for name in own if not _is_of_the_country_around(name)]
        found = placed_by_texts(times, own, named) or town_by_texts(times, towns, named)
        suits = found is not None and not _is_its_division(found.city, entity, documents)
    if found is None or not suits or (divisions and not behind):
        return None
    return found if is_meant_by_most(found.city, times, named, told) else None


def may_be_several(entity: Entity, documents: Mapping[str, Document]) -> bool:
    """Tell whether a place of many texts has namesakes, and most texts do not say where it is.

    What one text says of that is true of its own alone: “Edmonton, south of Cairns”.
    """
    texts = len(documents_of(entity.mentions))
    if entity.kind != "place" or texts < MANY or len(bearers_of(entity.name)) < MANY - 1:
        return False
    return not are_most(len(texts_with_region_behind(entity, documents)), texts)


def _is_its_division(city: City, entity: Entity, documents: Mapping[str, Document]) -> bool:
    """Tell whether what is a city's other name is that of a province in the texts."""
    return is_that_of_a_division(entity.name, city) and any(
        _PROVINCE.match(documents[each.document].text, each.span[1]) for each in entity.mentions
    )


def _suits_all(city: City, entity: Entity, named: Named) -> bool:
    """Tell whether no text with the name is on other countries only: its Cambridge is another."""
    themes = (named.themes.get(slug) for slug in documents_of(entity.mentions))
    return all(city.country in theme for theme in themes if theme)


def is_placed_by_data(entry: Entry) -> bool:
    """Tell whether an entry lies where GeoNames has a place of one of its names."""
    names = (entry.name, *entry.aliases)
    cities = (
        city for called in (cities_named, towns_named) for name in names for city in called(name)
    )
    return any((city.latitude, city.longitude) == entry.coordinates for city in cities)


@lru_cache(maxsize=1)
def _features() -> frozenset[str]:
    return frozenset(tables()["features"]["words"])


def _is_of_the_country_around(name: str) -> bool:
    """Tell whether a name is that of a bay or a valley, though a village may be called so."""
    nouns = _features() | {*tables()["features"]["in_names"]}
    return not nouns.isdisjoint(name.casefold().split())


def _contained(
    names: tuple[str, ...],
    behind: Mapping[str, tuple[Region, ...]],
    called: Callable[[str], tuple[City, ...]],
) -> Placed | None:
    """The one city `called` by these names in every region that the texts put behind them."""
    for name in names:
        cities = [
            city
            for city in called(name)
            if all(any(r.holds(city) for r in each) for each in behind.values())
        ]
        if city := outstanding_of(name, cities, FAR_LARGER):
            return placed(city, name, f"“{name}, {next(iter(behind))}” in the texts")
    return None
