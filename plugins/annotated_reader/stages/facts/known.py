"""An entity goes in, and what a general dictionary says its name stands for comes out, if it does.

WordNet knows some thousand organizations, persons, peoples, seas and islands. A name is no
evidence: there are more Senates than the American one. So what is said of a country's own goes with
texts on that country only, and of a place with texts that name where it lies.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Protocol

from ...model import Definition
from ..kinds.phrase_kinds import tables
from ..places.choice import LARGE
from ..places.context import has_an_article, is_part_of_a_name, regions_behind
from ..places.gazetteer import METROPOLIS, cities_named
from ..places.lone_cities import city_called
from ..places.regions import regions
from ..who_is_who.clusters import documents_of
from ..who_is_who.honorific import without_honorific
from ..who_is_who.keys import ACRONYM
from ..words import fold
from .known_bodies import is_well_known
from .known_events import event
from .known_peoples import people
from .known_persons import lived_later
from .known_places import country_of_known_place

if TYPE_CHECKING:
    from collections import Counter
    from collections.abc import Iterable, Iterator, Mapping

    from ...model import Document, Entity
    from ..places.choice import Named

_LEAD = re.compile(r"(?:the )?(U\.S\.|US|United States|American|UK|U\.K\.|United Kingdom|British) ")
_LABEL = re.compile(r"^\([^()]*\) ")
_NAME = re.compile(r"[A-Z][\w.]*(?: [A-Z][\w.]*)*")
_SMALL = frozenset(("of", "for", "and", "the", "in", "on", "to", "at", "de"))
LONGEST = 150  # characters
LARGER = 5  # times the inhabitants of any other city called like the one that a dictionary knows
_LETTERS = 2  # of what is as often a point of the compass or a unit as a state
_FULL = 3  # words of a name, small ones apart, that hardly two organizations share


@dataclass(frozen=True, slots=True)
class Sense:
    """What a name stands for: in words, by which dictionary, and of all what kinds.

    `over` holds words for what it is, up to the most general; an instance is one of its kind.
    """

    text: str
    source: str
    over: frozenset[str]
    is_instance: bool


class Names(Protocol):
    """A dictionary that knows names."""

    def named(self, name: str) -> tuple[Sense, ...]:
        """Return what a name, written like this, stands for."""

    def lemma(self, word: str) -> str:
        """Return a word's own form, or an empty string if it is none or several."""


def known(
    entity: Entity,
    names: Iterable[str],
    documents: Mapping[str, Document],
    named: Named,
    source: Names,
) -> Definition | None:
    """Return what the dictionary `source` says of an entity that `names` are the own names of.

    `named` tells which countries the texts name.
    """
    if entity.kind not in (*_CHECKS, "group", "event") or is_part_of_a_name(entity, documents):
        return None
    themes = [named.themes[slug] for slug in _texts(entity) if slug in named.themes]
    if entity.kind in ("group", "event"):
        is_group = entity.kind == "group"
        sense = people(names, themes, source) if is_group else event(names, source)
        return Definition(_shortened(sense.text), "data", source=sense.source) if sense else None
    behind = _countries_behind(entity, documents)
    for name, country in _written(names):
        if name in tables()["above"]["not_alone"] or _is_short_for_known(name, entity.name):
            continue
        of_kind = [each for each in source.named(name) if _is_of_kind(each, entity.kind)]
        if country and len(of_kind) > 1:
            of_kind = [each for each in of_kind if _countries_in(each.text) == {country}]
        if len(of_kind) != 1:
            continue
        words = _shortened(_LABEL.sub("", of_kind[0].text))
        is_city = not has_an_article(entity, documents) and _is_large(name, words, entity.kind)
        if _is_too_little(name, entity.kind, source) and not is_city:
            continue
        if behind and behind.isdisjoint(_countries_in(words) or behind):
            continue
        texts = (documents[slug].text for slug in _texts(entity))
        if entity.kind == "person" and lived_later(words, texts):
            continue
        is_sure = entity.kind == "organization" and not country and _is_distinct(name, source)
        is_sure = is_sure or name in tables()["above"]["only_ones"]
        is_building = "structure" in of_kind[0].over and not _is_distinct(name, source)
        if is_building and _is_elsewhere(_countries_in(words), themes):
            continue
        if is_sure or _CHECKS[entity.kind](name, words, country, themes):
            return Definition(words, "data", source=of_kind[0].source)
    return None


def _is_short_for_known(name: str, own: str) -> bool:
    """Tell whether a name is but letters for what our list tells of: "EC", the Commission."""
    return bool(ACRONYM.match(name)) and name != own and is_well_known(own)


def _is_elsewhere(countries: frozenset[str], themes: Iterable[Counter[str]]) -> bool:
    """Tell whether texts name countries, but none of those where a place is: another White House.

    Bishkek has one, too.
    """
    told = [theme for theme in themes if theme]
    return bool(countries and told) and all(countries.isdisjoint(theme) for theme in told)


def _countries_behind(entity: Entity, documents: Mapping[str, Document]) -> frozenset[str]:
    """The codes of the countries that the texts put behind a place: "Bristol, Quebec"."""
    found = regions_behind(entity, documents) if entity.kind == "place" else {}
    return frozenset(region.country for each in found.values() for region in each)


def _shortened(text: str) -> str:
    """Return the first of a text's parts, and as many more as make no long note."""
    chosen, *others = text.split("; ")
    for other in others:
        if len(chosen) + len(other) > LONGEST:
            break
        chosen = f"{chosen}; {other}"
    return chosen.strip()


def _is_too_little(name: str, kind: str, source: Names) -> bool:
    """Tell whether a name is but a surname, or a common word that a place is called by as well."""
    if kind == "person":
        return " " not in without_honorific(name)
    if kind == "place" and len(name) <= _LETTERS and name.isupper():
        return True  # "NE China" is not in Nebraska
    is_common = kind == "place" and " " not in name and bool(source.named(name.lower()))
    return is_common and name not in tables()["above"]["only_ones"]


def _is_large(name: str, words: str, kind: str) -> bool:
    """Tell whether a name that is a common word as well is first of all a city's: Geneva, gin."""
    cities = cities_named(name) if kind == "place" else ()
    city = max(cities, key=lambda each: each.population, default=None)
    return city is not None and city.population >= LARGE and {city.country} == _countries_in(words)


def _is_distinct(name: str, source: Names) -> bool:
    """Tell whether a word of a name is no common one: there are more Senates than one Harvard."""
    words = [word for word in name.replace("-", " ").split() if word[0].isupper()]
    return not ACRONYM.match(name) and any(
        not source.named(word.lower()) and (source.named(word) or not source.lemma(word.lower()))
        for word in words
    )


def above_kind(kind: str) -> frozenset[str]:
    """Return a word that stands above all names of a kind in the dictionary, if there is one."""
    return frozenset(tables()["above"].get(kind, ())[:1])


def _texts(entity: Entity) -> Iterator[str]:
    yield from documents_of(entity.mentions)


def _written(names: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Each name as dictionaries write it, with the country that stands in front of it, if any."""
    for name in names:
        yield name, ""
        if lead := _LEAD.match(name):
            rest = name[lead.end() :]
            country = regions()[fold(_of_people(lead[1]))][0].country
            yield f"{'United States' if country == 'US' else 'British'} {rest}", country
            yield rest, country


def _of_people(word: str) -> str:
    return {"American": "United States", "British": "United Kingdom"}.get(word, word)


def _is_of_kind(sense: Sense, kind: str) -> bool:
    above = tables()["above"]
    if sense.over.isdisjoint(above.get(kind, ())):
        return False
    return kind == "organization" or sense.is_instance


# One function a kind: do the texts bear out what the dictionary says?


def _organization(name: str, words: str, country: str, themes: list[Counter[str]]) -> bool:
    countries = _countries_in(words)
    if country:
        return countries == {country} or (country == "US" and not countries)
    if not countries:
        return True
    content = [word for word in name.split() if word not in _SMALL]
    if len(content) >= _FULL or ACRONYM.match(name):
        return all(not countries.isdisjoint(theme) for theme in themes if theme) and (
            bool(themes) or not ACRONYM.match(name)
        )
    return bool(themes) and all(_first(theme) in countries for theme in themes)


def _first(theme: Counter[str]) -> str:
    return min(theme, key=lambda country: (-theme[country], country)) if theme else ""


def _person(_name: str, _words: str, _country: str, _themes: list[Counter[str]]) -> bool:
    return True


def _place(name: str, words: str, _country: str, themes: list[Counter[str]]) -> bool:
    if not cities_named(name):
        return True
    if countries := _countries_in(words):
        is_borne_out = bool(themes) and all(not countries.isdisjoint(theme) for theme in themes)
        is_only_one = country_of_known_place(name) in ("", *countries)  # Norfolk is a county, too
        return is_borne_out or (is_only_one and _is_that_of_all(name, countries, themes))
    return " " in name


def _is_that_of_all(name: str, countries: frozenset[str], themes: Iterable[Counter[str]]) -> bool:
    """Tell whether the largest city of a name, by far, is the one that the dictionary knows."""
    named = [frozenset(theme) for theme in themes if theme]
    city = city_called(name, named, LARGER)
    if city is None and (larger := city_called(name, named, 2)):
        city = larger if larger.population >= METROPOLIS else None
    return city is not None and city.country in countries


_CHECKS = {"organization": _organization, "person": _person, "place": _place}


@lru_cache(maxsize=1024)
def _countries_in(words: str) -> frozenset[str]:
    """The codes of the countries that words name, or say by "federal" and "British"."""
    found = {
        region.country
        for match in _NAME.finditer(words)
        for part in _parts(match[0])
        for region in regions().get(fold(part), ())[:1]
    }
    for country, signs in tables()["signs"].items():
        if any(re.search(rf"\b{sign}\b", words) for sign in signs):
            found.add(country)
    return frozenset(found)


def _parts(name: str) -> Iterator[str]:
    words = name.split()
    for start in range(len(words)):
        for end in range(len(words), start, -1):
            yield " ".join(words[start:end])
