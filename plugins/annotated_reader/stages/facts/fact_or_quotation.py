"""What a text says of a thing and what a data set says of it -> which of the two tells more."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ..describe import TELL_LITTLE
from .bodies_of_countries import tells_only_a_country
from .known_bodies import OUR_LIST, PLACES_ONLY

if TYPE_CHECKING:
    from ...model import Definition

LONGEST_TRADE = 2
"""Words of a title that names an office or a trade and nothing else."""

_TELL_WHERE = ("where it is", "whose")
"""Relations by which a text says where a thing is: "Mecca's Grand Mosque"."""
_ONLY_A_CITY = re.compile(
    r"[Tt]he (?:[a-z]+ )?(?:city|cities|town|towns|states?|region) of (?=[A-Z])"
)
"""So a text says of what sort a place is; a data set says where it is besides."""
_ONLY_A_LAND = re.compile(
    r"[Tt]he (?:[a-z]+ )?(?:province|kingdom|republic|island|peninsula|empire|territory)s?"
    r" of (?:the )?[A-Z][\w’'-]*(?: [A-Z][\w’'-]*)?"
)
"""The same of what is no city, whatever city is called so, too."""
_CITIES = ("City", "Place", "Capital")


def tells_less_than_a_fact(definition: Definition) -> bool:
    """Tell whether a text says nothing, or but where a thing is or of what sort."""
    evidence = definition.evidence
    if evidence is None:
        return definition.origin == "none"
    is_sort = _ONLY_A_CITY.match(definition.text) or _ONLY_A_LAND.fullmatch(definition.text)
    return evidence.rule in TELL_LITTLE or is_sort is not None


def tells_only_where(definition: Definition) -> bool:
    """Tell whether all that a text says of a thing is where it is."""
    return definition.evidence is not None and definition.evidence.rule == "where it is"


def is_bare_title(definition: Definition) -> bool:
    """Tell whether all that texts say is an office or a trade: "Vice President", "poet"."""
    evidence = definition.evidence
    is_title = evidence is not None and evidence.rule == "title"
    return is_title and len(definition.text.split()) <= LONGEST_TRADE


def tells_more(fact: Definition, definition: Definition) -> bool:
    """Tell whether a fact is to stand in the place of what a text says.

    Beside an office it is on a person of that, and not on a namesake. Of a province or an island no
    city's fact tells anything, nor does a country where the text says where a thing is.
    """
    if is_bare_title(definition):
        return definition.text.casefold() in fact.text.casefold()
    if fact.text.startswith(_CITIES) and _ONLY_A_LAND.fullmatch(definition.text):
        return False
    is_told = definition.evidence is not None and definition.evidence.rule in _TELL_WHERE
    is_of_list = fact.source == OUR_LIST and fact.text.startswith(PLACES_ONLY)
    return not (is_told and (is_of_list or tells_only_a_country(fact)))
