"""A place goes in, and what GeoNames says it is comes out: a country, a capital, a city."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..model import Definition
from .gazetteer import Region, name_of, regions
from .place_context import is_like_its_state
from .words import Country, capitals, countries, fold

if TYPE_CHECKING:
    from ..model import Entity
    from .gazetteer import City

GEONAMES = "GeoNames"
"""The data set of countries, divisions and cities, as its facts name it."""
_CAPITAL_DISTRICT = "DC"  # of the United States, which is no state


def fact(entity: Entity) -> Definition | None:
    """Return what a place is by its name alone: only a country, a state or a capital."""
    if entity.kind != "place":
        return None
    names = [fold(name) for name in (entity.name, *entity.aliases)]
    for name in names:
        if (country := countries().get(name)) and country.continent:
            return _said(_of_country(country))
    if is_like_its_state(entity.name):
        return None
    divisions = regions().get(names[0], ())
    if (country := capitals().get(names[0])) and not divisions:
        return _said(f"Capital of {country.phrase}")
    is_one = len(divisions) == 1 and divisions[0].code not in ("", _CAPITAL_DISTRICT)
    return _said(_of_division(divisions[0])) if is_one else None


def fact_of_city(city: City) -> Definition:
    """Return what a place is that lies where `city` does."""
    country = _country(city.country)
    capital = capitals().get(fold(city.name))
    if capital and capital.code == city.country:
        return _said(f"Capital of {country.phrase}")
    state = Region(city.country, city.region)
    known = any(state in found for found in regions().values())
    where = f"{name_of(state)}, {country.name}" if known else country.phrase
    return _said(f"City in {where}")


def _said(words: str) -> Definition:
    return Definition(words, "data", source=GEONAMES)


def _of_country(country: Country) -> str:
    where = f"Country in {country.continent}"
    return f"{where}; capital {country.capital}" if country.capital else where


def _of_division(region: Region) -> str:
    sort = "State" if region.country == "US" else "Part"
    return f"{sort} of {_country(region.country).phrase}"


def _country(code: str) -> Country:
    return next(country for country in countries().values() if country.code == code)
