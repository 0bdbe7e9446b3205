"""The cities of a name and what texts name beside it -> the one that is meant, if it is clear.

A state or a country that the texts name as well, one of its neighbors; the number of inhabitants
decides only where one place is far larger than the other.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from ..facts.known_places import country_of_known_place
from ..words import capitals, fold
from .gazetteer import METROPOLIS, City, bearers_of, cities_named, key_of, outstanding
from .regions import Region, divisions, name_of, neighbors
from .towns import towns_named

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

SOURCE = "GeoNames"
FAR_LARGER = 10  # times the inhabitants, within one country
OTHER_COUNTRY = 20  # the same, where texts name both countries
RIVAL = 10  # times the inhabitants of a place elsewhere that make the country alone too little
RIVAL_OF_AMERICANS = 3  # the same for the United States, which texts on all the world name
LARGE = 200_000
WITH_MANY = "US"
"""Where many towns are called alike, of which the data set has but the larger ones."""


@dataclass(frozen=True, slots=True)
class Placed:
    """Where a place lies, and how we know."""

    city: City
    why: str

    @property
    def coordinates(self) -> tuple[float, float]:
        """Latitude and longitude to a hundredth of a degree: about a kilometer."""
        return self.city.latitude, self.city.longitude


@dataclass(frozen=True, slots=True)
class Named:
    """How often each document (by slug) names a country or state, and whatever is in a country.

    `found` holds what a whole text was asked for already (the question, the slug), so that it is
    not read anew for each thing that it names.
    """

    regions: dict[str, Counter[Region]]
    themes: dict[str, Counter[str]]
    found: dict[tuple[str, str], bool] = field(default_factory=dict, compare=False)

    def countries(self, slugs: Iterable[str]) -> list[frozenset[str]]:
        """Return the countries of each document that is on any."""
        return [frozenset(self.themes[slug]) for slug in slugs if self.themes.get(slug)]

    def told(self, slugs: Collection[str]) -> list[Counter[str]]:
        """Return what the documents that are on any country name; nothing if most are on none."""
        themes = [theme for slug in slugs if (theme := self.themes.get(slug))]
        return themes if 2 * len(themes) >= len(slugs) else []


def are_most(number: int, total: int) -> bool:
    """Tell whether that many of the texts speak for all: two of three."""
    return total > 0 and 3 * number >= 2 * total


MUCH_MORE = 5
"""Times that another region is named, in texts that are hardly on this one."""

Held = dict[Region, list[City]]


def placed_by_texts(slugs: Iterable[str], names: Iterable[str], named: Named) -> Placed | None:
    """Return where the place of one of these names lies by all else that its texts name."""
    counts: Counter[Region] = Counter()
    by_country: Counter[str] = Counter()
    for slug in slugs:
        counts.update(named.regions.get(slug, Counter()))
        by_country.update(named.themes.get(slug, Counter()))
    for name in names:
        cities = _bearers(name)
        if held := _by_region(cities, counts, key_of(name)):
            return _of_a_region(name, cities, _speaking_for(held, by_country), by_country, counts)
        if country_of_known_place(name) in by_country:
            continue  # England's Surrey, not the one next door to the United States
        if city := _next_door(cities, by_country):
            return placed(city, name, "a neighboring country named in the same texts")
    return None


def _of_a_region(
    name: str,
    cities: tuple[City, ...],
    held: Held,
    by_country: Counter[str],
    counts: Counter[Region],
) -> Placed | None:
    """The city of that name in a region, if it is clear which one, and that it can be meant."""
    city = outstanding([city for inside in held.values() for city in inside], FAR_LARGER)
    region = next((region for region, inside in held.items() if city in inside), None)
    if not city or not region or _has_rival(city, region, cities):
        return None
    others = (n for other, n in counts.items() if other.code and other.country == region.country)
    if region.code and counts[region] * MUCH_MORE <= max(others):
        return None  # in passing, in texts on another state
    if not _is_likely(city, by_country) or (region == Region("US") and city.population < LARGE):
        return None
    return placed(city, name, f"{name_of(region)} named in the same texts")


def town_by_texts(slugs: Collection[str], names: Iterable[str], named: Named) -> Placed | None:
    """Return where the town of one of these names lies, that no city and no province bears.

    It is the only one in the states that its texts name, or in the world where they name its
    country: in the United States there are others that the data set does not have.
    """
    here = [named.regions.get(slug, Counter()) for slug in slugs]
    states = {region for counts in here for region in counts if region.code}
    lands = {country for slug in slugs for country in named.themes.get(slug, ())} - {WITH_MANY}
    for name in names:
        if not (states or lands) or cities_named(name) or fold(name) in divisions():
            continue
        towns = towns_named(name)
        inside = {town: state for town in towns for state in states if state.holds(town)}
        if not inside and len(towns) == 1 and towns[0].country in lands:
            inside = {towns[0]: Region(towns[0].country)}
        if len(inside) == 1:
            ((town, region),) = inside.items()
            return placed(town, name, f"{name_of(region)} named in the same texts")
    return None


def _bearers(name: str) -> tuple[City, ...]:
    """The cities that are usually called so; else the known ones that once were or may be.

    Where a large one has the name for its own, those with another in use are not meant: Changchun
    is no Cancún.
    """
    key = key_of(name)
    usual = bearers_of(name)
    if any(city.population >= LARGE and key_of(city.name) == key for city in usual):
        return tuple(city for city in usual if _is_called(city, key))
    return usual or tuple(city for city in cities_named(name) if city.is_known(key))


def _is_called(city: City, key: str) -> bool:
    """Tell whether a name is a city's own, a part of that, or its own is not in use."""
    own = key_of(city.name)
    return key in own or not city.is_usual(own)


def _by_region(cities: tuple[City, ...], counts: Counter[Region], key: str) -> Held:
    """The cities in each region that the texts name, states first; the name's own bearers if any.

    Who bears it as another name counts beside them only if its own is not in use (Jalal-Abad,
    renamed).
    """
    inside = [city for city in cities if any(region.holds(city) for region in counts)]
    if any(key_of(city.name) == key for city in inside):
        inside = [
            city for city in inside if key == (own := key_of(city.name)) or not city.is_usual(own)
        ]
    held = {}
    for region in sorted(counts, key=lambda each: (not each.code, each.country, each.code)):
        if found := [city for city in inside if region.holds(city)]:
            held[region] = found
    states = {region.country for region in held if region.code}
    return {r: found for r, found in held.items() if r.code or r.country not in states}


def _speaking_for(held: Held, by_country: Counter[str]) -> Held:
    """The regions of the country that the texts speak of, or of the one with a far larger city."""
    ordered = sorted(
        {region.country for region in held}, key=lambda each: (-by_country[each], each)
    )
    if len(ordered) > 1 and by_country[ordered[0]] < 2 * by_country[ordered[1]]:
        largest = outstanding([city for inside in held.values() for city in inside], OTHER_COUNTRY)
        ordered = [largest.country] if largest else []
    return {region: inside for region, inside in held.items() if region.country in ordered[:1]}


def _is_likely(city: City, by_country: Counter[str]) -> bool:
    """Tell whether the texts are about its country, or the city is known beyond it."""
    others = max((by_country[each] for each in by_country if each != city.country), default=0)
    mentions = by_country[city.country] * (1 if city.population < LARGE else 2)
    return mentions >= others or city.population >= METROPOLIS or is_capital(city)


def is_capital(city: City) -> bool:
    """Tell whether a city is the capital of its country."""
    country = capitals().get(fold(city.name))
    return country is not None and country.code == city.country


def _has_rival(city: City, region: Region, cities: tuple[City, ...]) -> bool:
    """Tell whether a place elsewhere is so much larger that a country's name is too little."""
    if region.code:
        return False
    times = RIVAL_OF_AMERICANS if city.country == "US" else RIVAL
    return any(
        other.population >= times * city.population and key_of(other.name) == key_of(city.name)
        for other in cities
        if other.country != city.country
    )


def _next_door(cities: tuple[City, ...], by_country: Counter[str]) -> City | None:
    """The city of that name, if all are in one country beside the one that texts name most."""
    if not by_country or len({city.country for city in cities}) != 1:
        return None
    theme = min(by_country, key=lambda country: (-by_country[country], country))
    beside = neighbors().get(theme, frozenset())
    return outstanding([city for city in cities if city.country in beside], FAR_LARGER)


def placed(city: City, name: str, evidence: str) -> Placed:
    """Return where a city lies, by this evidence and by the data set."""
    other_name = "" if key_of(city.name) == key_of(name) else f" (as {city.name})"
    return Placed(city, f"{evidence}, {SOURCE}{other_name}")
