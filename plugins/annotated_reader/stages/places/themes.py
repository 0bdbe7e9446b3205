"""What a library names -> the countries and states that each of its texts is on.

Those that a text names, the large cities in them, and what its peoples, parties and public bodies
tell where it names none.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from functools import lru_cache
from typing import TYPE_CHECKING

from ..facts.known_bodies import country_of_public_body
from ..facts.states_in_names import state_told_by
from ..who_is_who.clusters import documents_of
from ..words import fold
from .choice import LARGE, Named, placed_by_texts
from .context import is_like_its_state
from .regions import Region, region_shortened, regions, tables
from .witness import is_meant_by_most

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from ...model import Entity

OFTEN = 2
"""How often a text that names no country names one's public bodies, for it to be on that."""


def named_regions(entities: Sequence[Entity]) -> Named:
    """Count what each document names: countries and states, then the large cities in them as well.

    So a text on Osh is one on Kyrgyzstan, even where it names another country more often. One that
    names none is on that whose people, parties or public bodies it names.
    """
    places = [entity for entity in entities if entity.kind == "place"]
    regions_named = _by_text(places, _region_called)
    themes: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for slug, counts in _by_text(entities, _of_people).items():
        if all(region.country == "US" for region in regions_named[slug]):
            regions_named[slug].update(counts)
    for slug, counts in _by_text(entities, _of_body).items():
        if not regions_named[slug] and len(counts) == 1 and counts.total() >= OFTEN:
            regions_named[slug].update(counts)
    for slug, counts in _by_text(entities, _told_by_name).items():
        here = regions_named[slug]
        is_told = any(region.code for region in here)
        if not is_told and len({region.country for region in (*here, *counts)}) == 1:
            here.update(counts)
    for slug, counts in regions_named.items():
        if any(region.country == "US" for region in counts):
            counts.pop(Region("GE"), None)  # Georgia the country, or the state?
        for region, number in counts.items():
            themes[slug][region.country] += number
    first = Named(dict(regions_named), {slug: counts.copy() for slug, counts in themes.items()})
    for entity in places:
        if country := _country_of_city(entity, first):
            for slug, number in documents_of(entity.mentions).items():
                themes[slug][country] += number
    return Named(dict(regions_named), dict(themes))


def _by_text(
    entities: Iterable[Entity], region_of: Callable[[Entity], Region | None]
) -> defaultdict[str, Counter[Region]]:
    """Count for each document the countries and states that what it names tells."""
    found: defaultdict[str, Counter[Region]] = defaultdict(Counter)
    for entity in entities:
        if region := region_of(entity):
            for slug, number in documents_of(entity.mentions).items():
                found[slug][region] += number
    return found


def _of_people(entity: Entity) -> Region | None:
    """The country that is named by its people alone: "the Greek coast"."""
    name = fold(entity.name) if entity.kind == "group" else ""
    country = _nationalities().get(name) or _nationalities().get(name.removesuffix("s"))
    return Region(country) if country else None


def _of_body(entity: Entity) -> Region | None:
    """The country whose party or public body is named: "the Tories"."""
    is_one = entity.kind in ("group", "organization")
    country = country_of_public_body(entity.name) if is_one else ""
    return Region(country) if country else None


def _told_by_name(entity: Entity) -> Region | None:
    """The state of a public body, or of a county: "Florida Highway Patrol"."""
    return state_told_by(entity.name) if entity.kind in ("place", "organization") else None


@lru_cache(maxsize=1)
def _nationalities() -> dict[str, str]:
    rows = tables()["nationalities"].items()
    return {fold(word): country for country, words in rows for word in words}


def _country_of_city(entity: Entity, named: Named) -> str:
    """The country that a large city lies in by all its texts, or an empty string."""
    if fold(entity.name) in regions():
        return ""
    times = documents_of(entity.mentions)
    found = placed_by_texts(times, (entity.name,), named)
    if found is None or found.city.population < LARGE:
        return ""
    return found.city.country if is_meant_by_most(found.city, times, named) else ""


def _region_called(entity: Entity) -> Region | None:
    """The country or state that an entity is, where its name is not also that of a city."""
    if is_like_its_state(entity.name) or fold(entity.name) == "victoria":
        return None
    if "." in entity.name and (shortened := region_shortened(entity.name)):
        return shortened
    found = regions().get(fold(entity.name), ())
    return found[0] if found else None
