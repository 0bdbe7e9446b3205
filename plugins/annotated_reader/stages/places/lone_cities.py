"""A name that only one well-known city bears goes in, and that city comes out.

A city that the texts do not place is no point on the map; but what it is can be told where no
other city is called so, or none that is nearly as large and lies in a country of the texts. In
texts that do not name Canada, Surrey is no city.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from ..facts.known_places import country_of_known_place
from ..who_is_who.clusters import documents_of
from ..words import fold, word_lists
from .choice import FAR_LARGER, OTHER_COUNTRY, WITH_MANY
from .context import (
    COMPOUND,
    WINDOW,
    has_an_article,
    is_behind_a_town,
    is_like_its_state,
    is_part_of_a_name,
    regions_behind,
)
from .gazetteer import METROPOLIS, City, bearers_of, cities_named, key_of, outstanding
from .regions import regions, tables
from .witness import is_possible

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from ...model import Document, Entity
    from .choice import Named
    from .regions import Region

_IN = re.compile(
    r"\b(?:in|at|near|from|to|around|outside|between|into|native of|city of|town of|mayor of)"
    r" (?:[A-Z][\w’'-]*(?: [A-Z][\w’'-]*)*(?:, | and |, and ))*$"
)
_OF = re.compile(r"^(?:City|Town) of |(?<=\w\w\w) City$")
_NAMED_AFTER_OTHERS = frozenset(("US", "CA", "AU", "NZ", "ZA"))
"""Where towns are called after those and after persons of other countries."""

_NAMES_TAKEN_FROM = frozenset(("GB", "IE"))
"""Whose towns those are called after: there is an Ipswich in Australia."""

LONG = 5
"""Letters of a name that is hardly a common word as well, as "Van" and "Nice" are."""

CITY = 100_000
"""Inhabitants from which a city is known where nothing tells of its country."""


def lone_city(
    entity: Entity,
    names: Iterable[str],
    documents: Mapping[str, Document],
    named: Named,
) -> City | None:
    """Return the city that an unplaced entity is; `names` are its own."""
    is_open = entity.kind == "place" and not entity.candidates
    if not is_open or is_part_of_a_name(entity, documents) or is_behind_a_town(entity, documents):
        return None
    is_called_one = any(each.search(entity.name) for each in (_OF, COMPOUND))
    is_town = not has_an_article(entity, documents) and _is_somewhere(entity, documents)
    if not is_called_one and not is_town:
        return None
    behind = regions_behind(entity, documents).values()
    times = documents_of(entity.mentions)
    countries = named.countries(times)
    whole = [word_lists()["short_cities"].get(name, name) for name in names]  # "NYC"
    plain = [COMPOUND.sub("", _OF.sub("", name)) for name in whole]
    known_ones = (_known_city(name, countries) for name in (*whole, *plain))
    if known := next(filter(None, known_ones), None):
        return known if _is_in_all(known, behind) else None
    found = next(filter(None, (city_called(name, countries) for name in plain)), None)
    is_there = found and _is_in_all(found, behind) and is_possible(found, times, named)
    is_near = found and any(found.country in each for each in countries)
    if found and country_of_known_place(found.name) not in ("", found.country):
        return None  # there is more than one Surrey
    if found and not is_near and _is_likely_a_namesake(found, countries):
        return None
    return found if found and is_there and (is_near or _is_known_all_over(found)) else None


def _is_in_all(city: City, behind: Iterable[Iterable[Region]]) -> bool:
    """Tell whether a city lies in one of the regions that each text puts behind its name."""
    return all(any(region.holds(city) for region in each) for each in behind)


def _known_city(name: str, countries: Sequence[frozenset[str]]) -> City | None:
    """Return the city that all readers take a name for, unless texts are on another's country."""
    code = _countries_of_known_cities().get(name)
    bearers = cities_named(name) if code else ()
    own = [city for city in bearers if city.country == code]
    others = {city.country for city in bearers if city.country != code}
    if any(code not in each and each & others for each in countries):
        return None
    return max(own, key=lambda city: city.population, default=None)


@lru_cache(maxsize=1)
def _countries_of_known_cities() -> dict[str, str]:
    rows = tables()["known_cities"]
    return {name: code for code, names in rows.items() for name in names}


def _is_likely_a_namesake(city: City, countries: Iterable[frozenset[str]]) -> bool:
    """Tell whether texts are on countries whose towns are called after those of the city's."""
    is_copied = city.country in _NAMES_TAKEN_FROM and city.population < METROPOLIS
    return is_copied and any(each & _NAMED_AFTER_OTHERS for each in countries)


def _is_known_all_over(city: City) -> bool:
    """Tell whether nothing else of a city's name is likely to be meant.

    It is very large, or is the only place that the data set has of a name, in a country from which
    names of towns are not taken: there are counties that Canadian towns are called after.
    """
    if city.population >= METROPOLIS:
        return _largest(city.name, OTHER_COUNTRY) == city
    is_alone = len(cities_named(city.name)) == 1 and len(city.name) >= LONG
    return is_alone and city.population >= CITY and city.country not in _NAMED_AFTER_OTHERS


def _is_somewhere(entity: Entity, documents: Mapping[str, Document]) -> bool:
    """Tell whether something is said to be in a place: of "the ways of Providence" nothing is."""
    return any(
        _IN.search(documents[mention.document].text[max(0, start - WINDOW) : start])
        for mention in entity.mentions
        for start in mention.span[:1]
    )


def city_called(
    name: str, countries: Iterable[frozenset[str]] = (), times: int = FAR_LARGER
) -> City | None:
    """Return the one city whose main name this is, and that texts on `countries` can mean.

    It is the only one, or has so many `times` the inhabitants of any other.

    It has to be a large one unless all texts are on its country as well; and none of another
    country that they name may bear the name, unless they name its own. Larger ones that are called
    so in English or were once speak against it, too.
    """
    if is_like_its_state(name) or fold(name) in regions():
        return None
    known = tuple(countries)
    city = _largest(name, times)
    if city is None:
        return None
    if any(city.country not in each and each & _others(name, city) for each in known):
        return None
    at_home = known != () and all(city.country in each for each in known)
    is_named = at_home and city.country != WITH_MANY
    return city if is_named or city.population >= CITY else None


@lru_cache(maxsize=4096)
def _largest(name: str, times: int) -> City | None:
    city = outstanding(list(bearers_of(name)), times)
    return city if city and key_of(city.name) == key_of(name) else None


def _others(name: str, city: City) -> frozenset[str]:
    key = key_of(name)
    return frozenset(
        other.country
        for other in cities_named(name)
        if other.country != city.country and key_of(other.name) == key
    )
