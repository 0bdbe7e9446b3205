"""A place goes in, and what GeoNames says it is comes out: a country, a capital, a city."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from ...model import Definition
from ..places.choice import is_capital
from ..places.context import (
    COMPOUND,
    has_an_article,
    is_like_its_state,
    regions_behind,
)
from ..places.gazetteer import cities_named, outstanding_of
from ..places.regions import (
    Region,
    geonames,
    name_of,
    regions,
    shortened_regions,
    tables,
    world_regions,
)
from ..places.witness import is_meant_by_most
from ..who_is_who.clusters import documents_of
from ..words import Country, capitals, countries, countries_by_code, fold

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ...model import Document, Entity
    from ..places.choice import Named
    from ..places.gazetteer import City

GEONAMES = "GeoNames"
"""The data set of countries, divisions and cities, as its facts name it."""
WORLD_REGIONS = "UN M49"
"""The list of regions of the world."""
LARGER = 2
"""How many times the inhabitants, or the mentions, of another of its name tell which is meant."""
_CAPITAL_DISTRICT = "DC"  # of the United States, which is no state
_SORTS = {"US": "State", "CA": "Province", "AU": "State"}
_NO_STATE = Region("AU", "03")
_OF_CHINA = " SAR China"  # behind the names of Hong Kong and Macao
_OF = re.compile(r"^(?:State|Province|Commonwealth|Republic|Kingdom) of (?:the )?", re.IGNORECASE)
_BEHIND = re.compile(r" (?:State|Province|Region)$")


def fact_of_country(entity: Entity) -> Definition | None:
    """Return what a country is by its name, which texts say no better: "a neutral venue"."""
    for key in _keys(entity):
        if (country := countries().get(key)) and country.continent and len(regions()[key]) == 1:
            return said(of_country(country))
    return None


def fact(
    entity: Entity, documents: Mapping[str, Document], named: Named | None = None
) -> Definition | None:
    """Return what a place that is no country is by its name alone: only a state or a capital.

    It is none behind which its texts put another country: "Athens, Ohio" is no capital. Nor is it
    where most texts that tell, by what they have `named`, are on another one of that name.
    """
    if entity.kind != "place":
        return None
    own, key = COMPOUND.sub("", entity.name), _keys(entity)[0]
    if found := _of_a_part_of_the_world(key):
        return found
    part = _of_a_part_of_a_country(key, own)
    if part is None:
        return None
    words, country = part
    if country == "US" and has_an_article(entity, documents):
        return None  # "the Colorado" is a river
    if named and not _is_meant(key, country, entity, named):
        return None
    behind = regions_behind(entity, documents).values()
    told = {region.country for each in behind for region in each}
    return said(words) if not told or country in told else None


def _is_meant(key: str, country: str, entity: Entity, named: Named) -> bool:
    """Tell whether the texts can mean a capital, if that is what the name is."""
    times = documents_of(entity.mentions)
    own = (city for city in cities_named(key) if city.country == country and is_capital(city))
    return all(is_meant_by_most(city, times, named) for city in own)


def _keys(entity: Entity) -> list[str]:
    """The folded names of a place; nothing else has any here."""
    own = COMPOUND.sub("", entity.name)
    names = (own, *entity.aliases, _OF.sub("", own)) if entity.kind == "place" else ()
    return [fold(name) for name in names]


def _of_a_part_of_the_world(key: str) -> Definition | None:
    if key in _continents():
        return said("Continent")
    larger = world_regions().get(key)
    return said(f"Region of {larger}", WORLD_REGIONS) if larger else None


def _of_a_part_of_a_country(key: str, name: str) -> tuple[str, str] | None:
    """What a capital or a division is, and the code of its country."""
    if "." in name and (shortened := shortened_regions().get(name)):
        return of_shortened(shortened), shortened.country
    if is_like_its_state(name):
        return None
    plain = _BEHIND.sub("", _OF.sub("", name))
    divisions = regions().get(key, ()) or regions().get(fold(plain), ())
    if (country := capitals().get(key)) and not divisions and _is_first(name, country):
        return _of_capital(country), country.code
    is_one = len(divisions) == 1 and divisions[0].code not in ("", _CAPITAL_DISTRICT)
    return (of_division(divisions[0]), divisions[0].country) if is_one else None


def _is_first(name: str, country: Country) -> bool:
    """Tell whether a capital is by far the largest of its name: Montserrat's Plymouth is not."""
    cities = cities_named(name)
    largest = outstanding_of(name, cities, LARGER)
    return not cities or (largest is not None and largest.country == country.code)


@lru_cache(maxsize=1)
def _continents() -> frozenset[str]:
    return frozenset(fold(row["name"]) for row in geonames().get_continents().values())


def fact_of_city(city: City) -> Definition:
    """Return what a place is that lies where `city` does."""
    country = countries_by_code()[city.country]
    capital = capitals().get(fold(city.name))
    if capital and capital.code == city.country:
        return said(_of_capital(country))
    state = Region(city.country, city.region)
    known = any(state in found for found in regions().values())
    where = f"{name_of(state)}, {country.name}" if known else country.phrase
    return said(f"{'Place' if city.is_town else 'City'} in {where}")


def said(words: str, source: str = GEONAMES) -> Definition:
    """Return a data set's words as a definition."""
    return Definition(words, "data", source=source)


def of_country(country: Country) -> str:
    """Return what a country is: on which continent, and its capital."""
    sort = "Territory" if country.code in tables()["dependent"]["codes"] else "Country"
    where = f"{sort} in {country.continent}"
    return f"{where}; capital {country.capital}" if country.capital else where


def _of_capital(country: Country) -> str:
    """What a capital is; Hong Kong and Macao have codes as countries have, and are of China."""
    if country.name.endswith(_OF_CHINA):
        return "Special administrative region of China"
    return f"Capital of {country.phrase}"


def of_division(region: Region) -> str:
    """Return what a first-level division is: "State of the United States"."""
    sort = "Territory" if region == _NO_STATE else _SORTS.get(region.country, "Part")
    return f"{sort} of {countries_by_code()[region.country].phrase}"


def of_shortened(region: Region) -> str:
    """Return what a state is whose letters tell less than its name: "Ont."."""
    sort = of_division(region)
    return f"{name_of(region)}, {sort[0].lower()}{sort[1:]}"
