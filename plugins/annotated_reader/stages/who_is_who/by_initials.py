"""Persons of all texts go in; those of one name whose middle initials differ come out apart."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from .middle_names import Middle, are_several, middle_of, with_middle
from .name_words import name_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from .clusters import Part

_Keys = dict[tuple[str, str], str]
"""New keys of persons, by document and key."""


def by_initials(parts: Iterable[Part]) -> list[Part]:
    """Return the parts of all texts, persons of one name apart where their initials differ.

    Who is named without an initial keeps the name's own key.
    """
    every = list(parts)
    found = {(part.document, part.key): _middles(part) for part in every if _is_named(part)}
    told: dict[str, set[Middle]] = defaultdict(set)
    for (_, key), middles in found.items():
        told[_plain(key)] |= middles
    several = {key for key, middles in told.items() if are_several(middles)}
    if not several:
        return every
    keys: _Keys = {
        (document, key): with_middle(key, min(middles))
        for (document, key), middles in found.items()
        if key in several and middles and not are_several(middles)
    }
    return [_with(part, keys) for part in every]


def _is_named(part: Part) -> bool:
    return part.kind == "person" and not part.lone and part.key.count(" ") in (1, 2)


def _middles(part: Part) -> set[Middle]:
    longer = (surface for surface, _ in part.surfaces if len(surface.split()) > 2)
    found = (middle_of(name_words(surface)) for surface in longer)
    return {middle for middle in found if middle}


def _plain(key: str) -> str:
    """The key of a name without the initial that its text told persons apart by."""
    return f"{key.partition(' ')[0]} {key.rpartition(' ')[2]}"


def _with(part: Part, keys: Mapping[tuple[str, str], str]) -> Part:
    bearers = sorted(keys.get((part.document, key), key) for key in part.bearers)
    key = keys.get((part.document, part.key), part.key) if _is_named(part) else part.key
    return part._replace(key=key, bearers=tuple(bearers))
