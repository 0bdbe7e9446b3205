"""An entity that is a place, and its texts -> where it lies by GeoNames, if the texts tell enough.

A name is no evidence: there is a Paris in Texas, and the Jalalabad of a text on Kyrgyzstan is not
the Afghan one. What counts is, in this order, a country or state that the texts put behind the
name ("Osh, Kyrgyzstan"), a state or a country that they name as well, one of its neighbors; the
number of inhabitants decides only where one place is far larger than the other. Otherwise a place
gets no coordinates: none are better than wrong ones.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from .clusters import documents_of
from .gazetteer import (
    City,
    Region,
    cities_named,
    key_of,
    name_of,
    neighbors,
    outstanding,
    regions,
    tables,
)
from .place_context import (
    has_an_article,
    is_division,
    is_like_its_state,
    is_part_of_a_name,
    regions_behind,
)
from .words import capitals, fold, head_of

if TYPE_CHECKING:
    from ..model import Definition, Document, Entity, Entry

SOURCE = "GeoNames"
FAR_LARGER = 10  # times the inhabitants, within one country
OTHER_COUNTRY = 20  # the same, where texts name both countries
RIVAL = 10  # times the inhabitants of a place elsewhere that make the country alone too little
RIVAL_OF_AMERICANS = 3  # the same for the United States, which texts on all the world name
METROPOLIS = 1_000_000
LARGE = 200_000


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
    """How often each document (by slug) names a country or state, and whatever is in a country."""

    regions: dict[str, Counter[Region]]
    themes: dict[str, Counter[str]]


Held = dict[Region, list[City]]


def named_regions(entities: Iterable[Entity]) -> Named:
    """Count what each document names: countries and states, then the large cities in them as well.

    So a text on Osh is one on Kyrgyzstan, even where it names another country more often.
    """
    places = [entity for entity in entities if entity.kind == "place"]
    regions_named: defaultdict[str, Counter[Region]] = defaultdict(Counter)
    for entity in places:
        if region := _region_called(entity):
            for slug, number in _documents(entity).items():
                regions_named[slug][region] += number
    themes: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for slug, counts in regions_named.items():
        if any(region.country == "US" for region in counts):
            counts.pop(Region("GE"), None)  # Georgia the country, or the state?
        for region, number in counts.items():
            themes[slug][region.country] += number
    first = Named(dict(regions_named), {slug: counts.copy() for slug, counts in themes.items()})
    for entity in places:
        if country := _country_of_city(entity, first):
            for slug, number in _documents(entity).items():
                themes[slug][country] += number
    return Named(dict(regions_named), dict(themes))


def _documents(entity: Entity) -> Counter[str]:
    return documents_of(entity.mentions)


def _country_of_city(entity: Entity, named: Named) -> str:
    """The country that a large city lies in by all its texts, or an empty string."""
    if fold(entity.name) in regions():
        return ""
    found = _placed_by_texts(entity, (entity.name,), named)
    return found.city.country if found and found.city.population >= LARGE else ""


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
    if has_an_article(entity, documents):
        return None
    divisions = [name for name in own if is_division(name, entity, documents)]
    if any(is_like_its_state(name) for name in divisions):
        return None
    if behind := regions_behind(entity, documents):
        found = _contained(own, behind)
        return found if found and _suits_all(found.city, entity, named) else None
    return None if divisions else _placed_by_texts(entity, own, named)


def _suits_all(city: City, entity: Entity, named: Named) -> bool:
    """Tell whether no text with the name is on other countries only: its Cambridge is another."""
    themes = (named.themes.get(slug) for slug in _documents(entity))
    return all(city.country in theme for theme in themes if theme)


def is_placed_by_data(entry: Entry) -> bool:
    """Tell whether an entry lies where GeoNames has a place of one of its names."""
    names = (entry.name, *entry.aliases)
    cities = (city for name in names for city in cities_named(name))
    return any((city.latitude, city.longitude) == entry.coordinates for city in cities)


@lru_cache(maxsize=1)
def _features() -> frozenset[str]:
    return frozenset(tables()["features"]["words"])


def _region_called(entity: Entity) -> Region | None:
    """The country or state that an entity is, where its name is not also that of a city."""
    if is_like_its_state(entity.name) or fold(entity.name) == "victoria":
        return None
    found = regions().get(fold(entity.name), ())
    return found[0] if found else None


def _contained(names: tuple[str, ...], behind: Mapping[str, tuple[Region, ...]]) -> Placed | None:
    """The one city of these names in every region that the texts put behind them."""
    for name in names:
        cities = [
            city
            for city in cities_named(name)
            if all(any(r.holds(city) for r in each) for each in behind.values())
        ]
        main = [city for city in cities if key_of(city.name) == key_of(name)]
        if city := outstanding(main or cities, FAR_LARGER):
            return _placed(city, name, f"“{name}, {next(iter(behind))}” in the texts")
    return None


# Countries and states named in the same texts


def _placed_by_texts(entity: Entity, names: tuple[str, ...], named: Named) -> Placed | None:
    counts: Counter[Region] = Counter()
    by_country: Counter[str] = Counter()
    for slug in _documents(entity):
        counts.update(named.regions.get(slug, Counter()))
        by_country.update(named.themes.get(slug, Counter()))
    for name in names:
        cities = _bearers(name)
        if held := _by_region(cities, counts, key_of(name)):
            return _of_a_region(name, cities, _speaking_for(held, by_country), by_country)
        if city := _next_door(cities, by_country):
            return _placed(city, name, "a neighboring country named in the same texts")
    return None


def _of_a_region(
    name: str, cities: tuple[City, ...], held: Held, by_country: Counter[str]
) -> Placed | None:
    """The city of that name in a region, if it is clear which one, and that it can be meant."""
    city = outstanding([city for inside in held.values() for city in inside], FAR_LARGER)
    region = next((region for region, inside in held.items() if city in inside), None)
    if not city or not region or _has_rival(city, region, cities):
        return None
    if not _is_likely(city, by_country) or (region == Region("US") and city.population < LARGE):
        return None
    return _placed(city, name, f"{name_of(region)} named in the same texts")


def _bearers(name: str) -> tuple[City, ...]:
    """The cities that are usually called so; else the known ones that once were or may be."""
    key, cities = key_of(name), cities_named(name)
    usual = tuple(city for city in cities if city.is_usual(key))
    return usual or tuple(city for city in cities if city.is_known(key))


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
    return mentions >= others or city.population >= METROPOLIS or _is_capital(city)


def _is_capital(city: City) -> bool:
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


def _placed(city: City, name: str, evidence: str) -> Placed:
    other_name = "" if key_of(city.name) == key_of(name) else f" (as {city.name})"
    return Placed(city, f"{evidence}, {SOURCE}{other_name}")
