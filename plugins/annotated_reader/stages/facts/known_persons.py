"""A person's name goes in, and who all news texts take that to be comes out.

They name heads of states and governments and hardly ever say who those are. A list of ours holds
them, under full names that hardly anybody else bears.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from ...model import Definition
from ..package_data import tables_of
from ..places.choice import are_most
from ..who_is_who.address import MAN, MISS, WIFE, WOMAN, address_of
from ..who_is_who.clusters import documents_of, surfaces_of
from ..who_is_who.honorific import without_honorific

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ...model import Entity
    from ..places.choice import Named

_BORN = re.compile(r"\((?:born in )?(\d{4})\b")
_YEAR = re.compile(r"\b1\d{3}\b|\b20\d\d\b")
LIST_OF_PERSONS = "our list of well-known persons"
"""What such a fact names as its source."""


def fact_of_known_person(entity: Entity, names: Iterable[str], named: Named) -> Definition | None:
    """Return who a person is by one of its full `names`.

    One whose name others bear as well is known where most texts name the country.
    """
    if entity.kind != "person":
        return None
    common = tables_of("known_persons")["common"]["names"]
    themes = named.told(documents_of(entity.mentions))
    for name in names:
        said, code = _row_of(name)
        is_theirs = are_most(sum(code in theme for theme in themes), len(themes))
        if said and (is_theirs or not {name, without_honorific(name)} & {*common}):
            return Definition(said, "data", source=LIST_OF_PERSONS)
    said = _said_of_surname(surfaces_of(entity.mentions))
    return Definition(said, "data", source=LIST_OF_PERSONS) if said else None


def _said_of_surname(surfaces: Iterable[str]) -> str:
    """Return who is called by a surname in all of its mentions, with or without an honorific."""
    plain = {without_honorific(surface) for surface in surfaces}
    if len(plain) != 1:
        return ""
    addresses = {address_of(surface) for surface in surfaces} - {""}
    for who, others in ((MAN, {WOMAN, WIFE, MISS}), (WOMAN, {MAN})):
        if said := _alone(who).get(*plain):
            return "" if addresses & others else said
    return ""


def is_known_by_surname(name: str) -> bool:
    """Tell whether a surname alone is that of somebody of the list: "Putin"."""
    return any(name in _alone(who) for who in (MAN, WOMAN))


@lru_cache(maxsize=2)
def _alone(who: str) -> dict[str, str]:
    rows = tables_of("known_persons")["alone"][who]
    return {name: said for said, names in rows.items() for name in names}


def said_of_person(name: str) -> str:
    """Return what the list says of a name with or without an honorific, or nothing."""
    return _row_of(name)[0]


def _row_of(name: str) -> tuple[str, str]:
    """What is said of a name with or without an honorific, with the code of the country."""
    return _persons().get(name) or _persons().get(without_honorific(name), ("", ""))


def names_of_persons() -> frozenset[str]:
    """Return the names of the list that others hardly bear."""
    return frozenset(_persons()) - {*tables_of("known_persons")["common"]["names"]}


def lived_later(words: str, texts: Iterable[str]) -> bool:
    """Tell whether all years that texts name come before somebody was born: "(1775-1836)"."""
    born = _BORN.search(words)
    return born is not None and 0 < max(map(_last_year, texts)) < int(born[1])


@lru_cache(maxsize=64)
def _last_year(text: str) -> int:
    """The latest of the years that a text names, or 0."""
    return max(map(int, _YEAR.findall(text)), default=0)


@lru_cache(maxsize=1)
def _persons() -> dict[str, tuple[str, str]]:
    """What is said of each name, with the code of the country."""
    return {
        name: (said, code)
        for code, rows in tables_of("known_persons").items()
        if code not in ("common", "alone")
        for said, names in rows.items()
        for name in names
    }
