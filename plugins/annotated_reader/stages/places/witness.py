"""A city goes in with the texts that have its name; whether most of them can mean it comes out.

One text that says “Columbus, Ohio” is no evidence for the Columbus of others on Georgia and
Nebraska. A text speaks for a city if it names its state, or its country and no other state that
has such a city; against it if it names where another one lies instead.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from .choice import OTHER_COUNTRY, WITH_MANY, are_most, is_capital
from .gazetteer import bearers_of, outstanding
from .regions import Region

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence

    from .choice import Named
    from .gazetteer import City

FOR, SILENT, AGAINST = 1, 0, -1


def is_meant_by_most(
    city: City, times: Mapping[str, int], named: Named, told: Collection[str] = ()
) -> bool:
    """Tell whether two of three texts speak for a city; `times` says how often each names it.

    Those that are `told` say so themselves. Of a capital, and of a city that is far larger than any
    other of its name, those that tell nothing may be silent.
    """
    said = [FOR if slug in told else each for slug, each in _said(city, times, named)]
    if is_capital(city) or outstanding(list(bearers_of(city.name)), OTHER_COUNTRY) == city:
        said = [each for each in said if each != SILENT]
    return _is_borne_out(said)


def is_possible(city: City, times: Mapping[str, int], named: Named) -> bool:
    """Tell whether of the texts that tell anything two of three speak for a city."""
    return _is_borne_out([each for _, each in _said(city, times, named) if each != SILENT])


def _is_borne_out(said: Sequence[int]) -> bool:
    return not said or are_most(said.count(FOR), len(said))


def _said(city: City, times: Mapping[str, int], named: Named) -> Iterator[tuple[str, int]]:
    """What each text tells of a city by the states and countries that it names.

    The country that a text may be on by the name of the city alone is not told.
    """
    others = [each for each in bearers_of(city.name) if each != city]
    is_alone = not any(other.country == city.country for other in others)
    for slug, number in times.items():
        here: Mapping[Region, int] = named.regions.get(slug, {})
        lands = {
            country
            for country, count in named.themes.get(slug, {}).items()
            if count > number or country != city.country or Region(country) in here
        }
        states = {each for each in here if each.code}
        rival = {state for state in states if any(map(state.holds, others))}
        at_home = {state for state in states if state.country == city.country}
        if any(state.holds(city) for state in at_home):
            yield slug, FOR
        elif rival and (rival & at_home or city.country not in lands):
            yield slug, AGAINST
        elif city.country in lands:
            is_elsewhere = at_home and city.country == WITH_MANY and not is_alone
            yield slug, SILENT if is_elsewhere else FOR
        else:
            is_other = any(other.country in lands for other in others) and not is_capital(city)
            yield slug, AGAINST if is_other else SILENT
