"""A place goes in, and of what country or state it is a part comes out, if its name tells that.

"Helmand" is a part of Afghanistan in texts on that country; "Northern Virginia" is a part of
Virginia wherever it stands, and so is "South London" of London.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ...model import Definition
from ..places.gazetteer import METROPOLIS, cities_named, is_that_of_a_division
from ..places.lone_cities import city_called
from ..places.regions import Region, divisions, name_of, regions
from ..who_is_who.clusters import documents_of
from ..words import countries_by_code, fold, without_the
from .facts import GEONAMES

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from ...model import Entity
    from ..places.choice import Named

_DIRECTION = re.compile(
    r"(?:(?:North|South)-?(?:east|west)(?:ern)?|(?:North|South|East|West)ern|Central|Upstate)"
    r" (?:the )?",
    re.IGNORECASE,
)
_PLAIN = re.compile(r"(?:North|South|East|West) ")
"""Enough before the name of no country that was divided: East Germany was one."""
_DIVIDED = frozenset(
    ("germany", "korea", "vietnam", "viet nam", "yemen", "sudan", "timor", "samoa")
)
_OF_CITY = re.compile(r"(?:North|South|East|West|Central|Inner|Greater|Downtown)(?:ern)? ")
_SORT = re.compile(
    r"^[Tt]he | (?:State|Province|Region|Oblast|Governorate|Prefecture|Department|Krai|Canton"
    r"|(?:[A-Z][a-z]+ )?Autonomous (?:Region|Republic|Oblast|Prefecture))$"
)


def fact_of_part(entity: Entity, names: Iterable[str], named: Named) -> Definition | None:
    """Return what a place is of which its `names` tell that it is a part of another one."""
    if entity.kind != "place":
        return None
    themes = named.countries(documents_of(entity.mentions))
    for name in names:
        whole = _side_of(name) or _division_of(name, themes)
        if whole := whole or _side_of_division(name, themes) or _side_of_city(name, themes):
            return Definition(f"Part of {whole}", "data", source=GEONAMES)
    return None


def _side_of(name: str) -> str:
    """The country or state whose side a name says: "eastern Ukraine", "South Texas"."""
    if fold(name) in regions():
        return ""
    match = _DIRECTION.match(name) or _PLAIN.match(name)
    found = regions().get(fold(name[match.end() :]), ()) if match else ()
    if not match or len(found) != 1:
        return ""
    if _PLAIN.fullmatch(match[0]) and fold(name[match.end() :]) in _DIVIDED:
        return ""
    return _said(found[0])


def _said(region: Region) -> str:
    """A state is said with its country."""
    if not region.code:
        return countries_by_code()[region.country].phrase
    return f"{name_of(region)}, {name_of(Region(region.country))}"


def _division_of(name: str, themes: Sequence[frozenset[str]]) -> str:
    """The one country that has a division of this name and that all texts name.

    What a city there is called as well is the city unless the name says otherwise. A name of
    several words that nothing else bears needs no country named.
    """
    plain = _SORT.sub("", name)
    having = divisions().get(fold(plain), ())
    bearers = [city for city in cities_named(plain) if not is_that_of_a_division(plain, city)]
    cities = {city.country for city in bearers} if plain == without_the(name) else set()
    found = [code for code in having if code not in cities and all(code in each for each in themes)]
    is_known = any(themes) or (" " in plain and not cities and len(having) == 1)
    return countries_by_code()[found[0]].phrase if len(found) == 1 and is_known else ""


def _side_of_division(name: str, themes: Sequence[frozenset[str]]) -> str:
    """The division whose side a name says, with its country: "North Karnataka"."""
    match = _DIRECTION.match(name) or _PLAIN.match(name)
    rest = name[match.end() :] if match else ""
    if not rest or divisions().get(fold(name)) or cities_named(name):
        return ""
    country = _division_of(rest, themes) if any(themes) else ""
    return f"{rest}, {country}" if country else ""


def _side_of_city(name: str, themes: Sequence[frozenset[str]]) -> str:
    """The large city whose side a name says, with its country: "South London"."""
    match = _OF_CITY.match(name)
    if not match or cities_named(name) or fold(name) in regions():
        return ""
    city = city_called(name[match.end() :], [each for each in themes if each])
    is_large = city is not None and city.population >= METROPOLIS
    return f"{city.name}, {name_of(Region(city.country))}" if city and is_large else ""
