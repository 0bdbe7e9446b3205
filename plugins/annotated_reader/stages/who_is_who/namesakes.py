"""Places of one name: where texts put different states or countries behind it, they are several.

"Greenville, N.C." of one text is not "Greenville, Pa." of another; a text that has but the name
means the one whose state it names, if it names one. Where no two differ, all mean one place, unless
that is another one than who has but the name means: "Paris, Texas" is not Paris.
"""

from __future__ import annotations

import re
from collections import defaultdict
from functools import lru_cache
from typing import TYPE_CHECKING, TypeAlias

from ..places.choice import FAR_LARGER, LARGE, WITH_MANY
from ..places.context import (
    GOES_ON,
    STATE_BEFORE,
    TOWN_BEFORE,
    WINDOW,
    is_like_its_state,
    region_behind,
    with_such_a_city,
)
from ..places.gazetteer import METROPOLIS, bearers_of, cities_named, outstanding, outstanding_of
from ..places.regions import Region, name_of
from ..places.regions import regions as all_regions
from ..words import countries_by_code, fold
from .keys import is_region, key_of_region, names_of_states

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from ...model import Mention
    from ..places.gazetteer import City
    from .clusters import Part


Lands: TypeAlias = frozenset[tuple[Region, ...]]

USUAL = 3
"""So many times the inhabitants of any other has the city meant where a text has but its name."""


def region_of(mention: Mention, key: str, text: str) -> set[str]:
    """Return the key of the state or the country that stands behind a place's name, or none."""
    end = mention.span[1]
    if mention.kind != "place" or text[end : end + 1] != "," or is_region(key):
        return set()
    behind = region_behind(text[end : end + WINDOW])
    if behind is None:
        return set()
    _, regions = behind
    if len(regions) > 1:  # Georgia: that which has such a city
        regions = with_such_a_city(key, regions)
    if len(regions) != 1:
        return set()
    (region,) = regions
    if region.country == "US" and region.code:
        return {_key_of_state(name_of(region))}
    country = countries_by_code().get(region.country)
    return {fold(country.name)} if country else set()


def with_state(mention: Mention, key: str, text: str) -> str:
    """Return the key of a mention; of a state that a city is called like, that of "X State".

    "New York" is the city as a rule, but not in "Buffalo, New York" and "Governor of New York".
    """
    if mention.kind == "place" and mention.surface == "N.Y.":
        return "new york state"
    city = key.removesuffix(" city")
    if mention.kind != "place" or not is_like_its_state(city):
        return key
    if city != key:
        return city
    start, end = mention.span
    before = text[max(0, start - WINDOW) : start]
    is_listed = _LISTED.search(before) or _LETTERS.search(before) or GOES_ON.match(text, end)
    is_in_it = TOWN_BEFORE.search(before) and not is_listed
    is_state = is_in_it or STATE_BEFORE.search(before) or _STATE_BEHIND.match(text, end)
    return f"{key} state" if is_state else key


_LISTED = re.compile(r"[A-Z][\w’'-]+, (?:[A-Z][\w’'-]+ )*[A-Z][\w’'-]+, $")
_LETTERS = re.compile(r"\b[A-Z]{2,}, $")  # "CNN, Washington"
_STATE_BEHIND = re.compile(
    r" (?:[Ss]tate\b(?! (?:University|College|Department))|(?:Gov|Sen)\.|Governor\b"
    r"|Attorney General\b)"
)


def by_region(parts: Iterable[Part]) -> list[Part]:
    """Return the parts of all texts, places of one name apart where their regions differ."""
    every = list(parts)
    told: dict[str, set[str]] = defaultdict(set)
    texts: dict[str, list[Part]] = defaultdict(list)
    named: dict[str, set[str]] = defaultdict(set)
    for part in every:
        told[part.key].update(part.regions)
        if part.kind == "place":
            texts[part.key].append(part)
            named[part.document].add(part.key)
    several = {
        name: regions for name, regions in told.items() if regions and _are_apart(name, regions)
    }
    lands = {document: _lands_of(keys) for document, keys in named.items()}
    implied = {
        name: here
        for name, those in texts.items()
        if name not in several and (here := _implied_apart(those, lands))
    }
    if not several and not implied:
        return every
    return [_in_region(part, several, implied, named) for part in every]


def _implied_apart(parts: Sequence[Part], lands: Mapping[str, Lands]) -> dict[str, str]:
    """By text, the region that it implies for a place's name; nothing if all can mean one place."""
    if len(parts) == 1 or len(_bearers(parts[0].key)) < 2:
        return {}
    found = {
        part.document: region for part in parts if (region := _implied(part, lands[part.document]))
    }
    regions = {*found.values()}.union(*(part.regions for part in parts))
    return found if len({*found.values()}) > 1 and _differ(regions) else {}


def _implied(part: Part, named: Lands) -> str:
    """The key of the region in which a place lies by what else its text names, or nothing.

    That is a state or a country that it names, if one bearer of the name alone lies in any of
    those. Where a metropolis is called so, it is not named beside another country, and the other
    bearer is large or named again.
    """
    bearers = _bearers(part.key)
    lands = _meant(_lands_of(part.regions) if part.regions else named, bearers)
    states = {land for land in lands if land.code}
    inside = [city for city in bearers if any(state.holds(city) for state in states)]
    if not inside:
        wide = lands - states - {Region(WITH_MANY)}  # where many are called alike
        inside = [city for city in bearers if any(land.holds(city) for land in wide)]
    city = outstanding(inside, FAR_LARGER)
    if city is None:
        return ""
    usual = outstanding(list(bearers), USUAL)
    is_rival = usual and usual != city and usual.population >= METROPOLIS and not part.regions
    if is_rival:
        is_at_home = {land.country for land in lands} == {city.country}
        times = sum(number for _, number in part.surfaces)
        if not is_at_home or (city.population < LARGE and times == 1):
            return ""
    return _region_key(city)


@lru_cache(maxsize=1 << 12)
def _bearers(name: str) -> tuple[City, ...]:
    """The cities that are usually called so; none of a name that a region has as well."""
    if is_region(name) or is_like_its_state(name) or fold(name) in all_regions():
        return ()
    return bearers_of(name)


def _lands_of(keys: Iterable[str]) -> Lands:
    """The states and countries that keys of places are; those called alike together: Georgia."""
    return frozenset(
        found
        for key in keys
        if not is_like_its_state(key)
        and (found := all_regions().get(key.removesuffix(" state"), ()))
    )


def _meant(lands: Lands, bearers: Sequence[City]) -> set[Region]:
    """The states and countries of a text; of several called alike that which has a bearer."""
    meant: set[Region] = set()
    for alike in lands:
        known = [each for each in alike if any(map(each.holds, bearers))]
        meant.update(alike if len(alike) == 1 else known if len(known) == 1 else ())
    return meant


def _region_key(city: City) -> str:
    """The key of the state of an American city, of the country of another one."""
    if city.country == "US":
        return _key_of_state(name_of(Region(city.country, city.region)))
    return key_of_region(name_of(Region(city.country)))


def _differ(regions: set[str]) -> bool:
    """Whether regions cannot hold one place: two states, or two countries."""
    states = {each for each in regions if each in names_of_states() or each.endswith(" state")}
    lands = regions - states | ({_UNION} if states else set())
    return len(states) > 1 or len(lands) > 1


_UNION = "united states"


def _are_apart(name: str, regions: set[str]) -> bool:
    """Whether places of a name are several; the one usually meant may have no region behind it."""
    usual = _usual_regions(name)
    return _differ(regions) or bool(usual and usual.isdisjoint(regions))


@lru_cache(maxsize=1 << 12)
def _usual_regions(name: str) -> frozenset[str]:
    """The country, and state, of the city that has but the name as a rule: of Paris, France."""
    usual = outstanding_of(name, cities_named(name), USUAL)
    if usual is None:
        return frozenset()
    return frozenset((key_of_region(name_of(Region(usual.country))), _region_key(usual)))


def _key_of_state(name: str) -> str:
    """The key of a state; of one that shares its name with a city or a country "georgia state"."""
    key = key_of_region(name)
    return key if key in names_of_states() else f"{key} state"


def _in_region(
    part: Part,
    several: Mapping[str, set[str]],
    implied: Mapping[str, Mapping[str, str]],
    named: Mapping[str, set[str]],
) -> Part:
    """A place of a name that several have: in the region that its text puts behind it, or names."""
    if part.kind != "place":
        return part
    if part.key in implied:
        region = implied[part.key].get(part.document, "")
        is_usual = not region or region in _usual_regions(part.key)
        return part if is_usual else part._replace(key=f"{part.key} in {region}")
    if part.key not in several:
        return part
    is_usual = not _usual_regions(part.key).isdisjoint(named[part.document])
    told = set(part.regions) or (set() if is_usual else several[part.key] & named[part.document])
    if told and not _differ(several[part.key]):  # all may be one, in a state of the country
        told = {max(several[part.key], key=lambda each: (each != _UNION, each))}
    if len(told) != 1 or told <= _usual_regions(part.key):
        return part
    return part._replace(key=f"{part.key} in {told.pop()}")
