"""A place without coordinates goes in, and what its texts and GeoNames say it is comes out.

A city or its state, a county of a state that is named too, one of two regions of one name.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from ..places.context import is_in_a_row_of_counties, is_like_its_state, mentions_as_state
from ..places.regions import Region, counties, name_of, neighbors, region_shortened, regions
from ..who_is_who.clusters import documents_of
from ..words import capitals, countries_by_code, fold
from .facts import LARGER, of_country, of_division, of_shortened, said

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from ...model import Definition, Document, Entity
    from ..places.choice import Named


def fact_of_its_texts(
    entity: Entity, documents: Mapping[str, Document], named: Named
) -> Definition | None:
    """Return what an unplaced place is: a city or its state, or a county of a state named too.

    Of a country and a state that are called alike it is the one whose neighbors all texts name.
    """
    if entity.kind != "place":
        return None
    if len(alike := regions().get(fold(entity.name), ())) > 1:
        meant = {_meant(alike, number, slug, named) for slug, number in _counts(entity, named)}
        return _of_region(meant.pop()) if len(meant) == 1 else None
    if is_like_its_state(entity.name):
        return said(_of_city_or_state(entity, documents))
    if shortened := region_shortened(entity.name):
        is_one = mentions_as_state(entity, documents) == len(entity.mentions)
        return said(of_shortened(shortened)) if is_one else None
    is_one = is_in_a_row_of_counties(entity, documents)
    name = f"{entity.name} County" if is_one else entity.name
    state = state_of_county(name, documents_of(entity.mentions), named)
    return said(f"County in {state}, United States") if state else None


def state_of_county(name: str, slugs: Iterable[str], named: Named) -> str:
    """Return the one state with a county called so that texts name; nothing without such a one."""
    having = counties().get(fold(name), frozenset())
    regions_named = (region for slug in {*slugs} for region in named.regions.get(slug, ()))
    meant = having & {region.code for region in regions_named if region.country == "US"}
    return name_of(Region("US", *meant)) if len(meant) == 1 else ""


def _counts(entity: Entity, named: Named) -> Iterator[tuple[str, int]]:
    """Yield how often each text names an entity, of those that name some country."""
    counts = documents_of(entity.mentions).items()
    return ((slug, number) for slug, number in counts if slug in named.themes)


def _meant(alike: Sequence[Region], own: int, slug: str, named: Named) -> Region | None:
    """Return which of several regions a text means that names it `own` times, if that is clear.

    A country and its neighbors speak for it, though not its own name; for a state, what else lies
    in its country. Where neither is named, but other countries are, it is a country as well.
    """
    rest = named.themes[slug] - Counter({alike[0].country: own})
    names = named.regions.get(slug, Counter())
    near = {
        region: rest[region.country] - names[Region(region.country)]
        if region.code
        else sum(rest[code] for code in {region.country, *neighbors()[region.country]})
        for region in alike
    }
    first, second = sorted(alike, key=lambda region: -near[region])[:2]
    if not near[first] and len(rest) > 1:
        return alike[0]
    return first if near[first] > LARGER * near[second] else None


def _of_region(region: Region | None) -> Definition | None:
    if region is None:
        return None
    country = countries_by_code()[region.country]
    return said(of_division(region) if region.code else of_country(country))


def _of_city_or_state(entity: Entity, documents: Mapping[str, Document]) -> str:
    """What a city is that bears its state's name; the state, where all mentions mean that."""
    as_state = mentions_as_state(entity, documents)
    if as_state == len(entity.mentions):
        return "State of the United States"
    is_capital = fold(entity.name) in capitals()
    if not as_state and not is_capital:
        return f"City in {entity.name}, United States"
    sort = "Capital" if is_capital else "City"
    return f"{sort}{' or state' if as_state else ''} of the United States"
