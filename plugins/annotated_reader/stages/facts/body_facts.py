"""An organization's name goes in, and what it says together with GeoNames comes out, if it does.

"University of Zurich" is a university in Zurich, Switzerland; "Sydney Morning Herald" a newspaper
there; "Turkish Airlines" an airline of Turkey. A place in a name counts only where it can be no
other one: a country, a state, or a city that only one well-known place is called like.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from ...model import Definition
from ..kinds.phrase_kinds import tables
from ..places.choice import placed_by_texts, town_by_texts
from ..places.context import is_like_its_state, state_called
from ..places.gazetteer import City, cities_named, key_of
from ..places.lone_cities import city_called
from ..places.regions import Region, name_of, regions, states
from ..places.regions import tables as places
from ..who_is_who.clusters import documents_of
from ..words import countries, countries_by_code, fold, without_the
from .facts import GEONAMES
from .facts_by_texts import state_of_county

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from ...model import Entity
    from ..places.choice import Named

LARGE_CITY = 500_000
"""Inhabitants from which a university that has but its name before it is a city's."""

_CAPITAL_DISTRICT = Region("US", "DC")
_SMALL = frozenset(("of", "in"))
_SIDE = re.compile(r"^(?:(?:North|South)(?:east|west)?(?:ern)?|(?:East|West)(?:ern)?|Central) ")
_BETWEEN = re.compile(r",? (?:at|in|[-–—]) |, ?|[-–—]")


class Head(NamedTuple):
    """What a name ends or begins with (or is like), what such a thing is, and of what places."""

    words: str
    said: str
    of: frozenset[str]


def fact_of_body(entity: Entity, names: Iterable[str], named: Named) -> Definition | None:
    """Return what a body is by one of its `names`, in texts that name what `named` tells."""
    return _fact(entity, names, named, _parts)


def fact_of_sort_of_body(entity: Entity, names: Iterable[str], named: Named) -> Definition | None:
    """Return the same by the sort of its name: "Virginia Department of Inland Fisheries"."""
    return _fact(entity, names, named, _parts_of_sort)


def _fact(
    entity: Entity,
    names: Iterable[str],
    named: Named,
    parts: Callable[[str], Iterator[tuple[str, Head]]],
) -> Definition | None:
    if entity.kind not in ("organization", "place"):
        return None
    slugs = tuple(documents_of(entity.mentions))
    for name in names:
        for place, head in parts(without_the(name).replace("’", "'")):
            where = where_is(place, head.of, slugs, named)
            if where and _tells_more(said := f"{head.said} {where}", name):
                return Definition(said, "data", source=GEONAMES)
    return None


def _tells_more(said: str, name: str) -> bool:
    """Tell whether a fact says more than the name: "Parliament of Fiji" does not."""
    return bool({*fold(said).split()} - {*fold(name).split()} - _SMALL)


def _parts(name: str) -> Iterator[tuple[str, Head]]:
    """The place in a name and what the rest of the name says, each way it can be read."""
    if " " not in name or name in tables()["bodies"]["not"]:
        return
    for head in heads_of_bodies("behind"):
        if name.endswith(head.words) and name[-len(head.words) - 1 :][:1] == " ":
            place = name[: -len(head.words) - 1]
            yield place.removeprefix("Royal "), head
    for head in heads_of_bodies("before"):
        if name.startswith(f"{head.words} "):
            yield without_the(name[len(head.words) + 1 :]), head


def _parts_of_sort(name: str) -> Iterator[tuple[str, Head]]:
    """The place within a name that is like those of a table."""
    for head in heads_of_bodies("patterns"):
        if match := re.fullmatch(head.words, name):
            yield without_the(match["place"]), head


def where_is(place: str, sorts: frozenset[str], slugs: tuple[str, ...], named: Named) -> str:
    """Return where a place is that may be in a name; an empty string if that is not clear."""
    if "people" in sorts and (country := lands_of_peoples().get(fold(place))):
        return country
    if (land := countries().get(fold(place))) and len(regions()[fold(place)]) == 1:
        return land.phrase if "country" in sorts else ""
    if division := _division(place, sorts, slugs, named):
        return division
    if is_like_its_state(place) and "city" in sorts and "state" not in sorts:
        return _said(max(cities_named(place), key=lambda city: city.population))
    if sorts.isdisjoint(("city", "large city")) or fold(place) in regions():
        return ""
    placed = None
    if not is_like_its_state(place):
        placed = placed_by_texts(slugs, (place,), named) or town_by_texts(slugs, (place,), named)
    city = placed.city if placed else city_called(place, named.countries(slugs))
    is_meant = city and ("city" in sorts or city.population >= LARGE_CITY)
    return _said(city) if city and is_meant else ""


def _state(place: str) -> str:
    """A state or province, whose name is no city's; for a side of it that, or a city of it."""
    for name in (place, _SIDE.sub("", place)):
        state = state_called(name)
        is_side = name != place and state and state.country != "US"  # North Wales is not Wales
        if state and state != _CAPITAL_DISTRICT and not is_side:
            return f"{name_of(state)}, {name_of(Region(state.country))}"
    return _city_of_state(place)


def _division(place: str, sorts: frozenset[str], slugs: tuple[str, ...], named: Named) -> str:
    """A state, or a county where that has what towns have."""
    found = _state(place) if "state" in sorts else ""
    return found or (_county(place, slugs, named) if "city" in sorts else "")


def _county(place: str, slugs: tuple[str, ...], named: Named) -> str:
    """A county of the one state with such a one that the texts name: "Polk County"."""
    state = state_of_county(place, slugs, named)
    return f"{place}, {state}, United States" if state else ""


def _city_of_state(place: str) -> str:
    """The city of "Texas Arlington" and "North Carolina at Chapel Hill"."""
    words = _BETWEEN.sub(" ", place).split()
    for number in range(1, len(words)):
        code = states().get(fold(" ".join(words[:number])), "")
        name = " ".join(words[number:])
        cities = [city for city in cities_named(name) if Region("US", code).holds(city)]
        if code and len(cities) == 1 and key_of(cities[0].name) == key_of(name):
            return _said(cities[0])
    return ""


def _said(city: City) -> str:
    state = Region(city.country, city.region)
    country = name_of(Region(city.country))
    if state == _CAPITAL_DISTRICT:
        return f"{city.name}, D.C., {country}"
    known = any(state in found for found in regions().values())
    return ", ".join((city.name, *((name_of(state),) if known else ()), country))


@lru_cache(maxsize=3)
def heads_of_bodies(side: str) -> tuple[Head, ...]:
    """Return the heads of one side, the longest first."""
    rows = tables()["bodies"][side]
    found = [Head(words, said, frozenset(of)) for said, of, *all_ in rows for words in all_]
    return tuple(sorted(found, key=lambda head: (-len(head.words), head.words)))


@lru_cache(maxsize=1)
def lands_of_peoples() -> dict[str, str]:
    """Return what a country is called in a sentence, by the folded words for its people."""
    rows = {**places()["nationalities"], "US": ["American", "US", "U.S."], "GB": ["British", "UK"]}
    return {
        fold(word): countries_by_code()[code].phrase
        for code, words in rows.items()
        for word in words
    }
