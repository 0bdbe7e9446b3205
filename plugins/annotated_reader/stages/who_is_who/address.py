"""A person's mentions in a text go in; whether it is a man or a woman comes out, where told.

Mr. and Mrs. Verloc share a name and are two; Mrs. Hilbery is not Miss Hilbery. An honorific tells
it, else a first name, else the pronouns close behind the name, where enough of them agree.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import lru_cache
from typing import TYPE_CHECKING

from ..words import fold, person_tables
from .honorific import without_honorific

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from ...model import Mention
    from .clusters import Cluster

MAN, WOMAN, WIFE, MISS = "man", "woman", "wife", "miss"

_SHARED = "shared: "
_PRONOUN = re.compile(r"\b(?:(he|him|his|himself)|she|her|hers|herself)\b", re.IGNORECASE)
_CLOSE = 120  # characters behind a name within which a pronoun speaks of its bearer
_ENOUGH = 3  # pronouns of one kind
_TO_ONE = 4  # and so many to one of the other kind
_LOOKED_AT = 50  # mentions of a person


def address_of(surface: str) -> str:
    """Return what the honorifics in front of a name say: "man", "woman", "wife", "miss" or ""."""
    for word in surface.split()[:-1]:
        if said := _addresses().get(fold(word)):
            return said
    return ""


def is_of_ruler(surface: str) -> bool:
    """Whether a name is a ruler's, who is called by his first name: "King Hussein"."""
    rulers = person_tables()["title_words"]["of_rulers"]
    return any(fold(word) in rulers for word in surface.split()[:-1])


def is_of_surname(surface: str) -> bool:
    """Whether a name stands behind an office, and so is no first name: "Governor Andrew"."""
    titles = person_tables()["title_words"]
    offices = (titles[key] for key in ("of_few", "before_a_surname", "never_before_a_first_name"))
    words = {fold(word) for word in surface.split()[:-1]}
    return any(not words.isdisjoint(each) for each in offices)


def is_of_husband(surface: str) -> bool:
    """Whether a wife is called by her husband's full name: "Mrs. Henry Baker"."""
    return address_of(surface) == WIFE and _by_first_name(surface) == MAN


def are_two(one: str, other: str) -> bool:
    """Whether two addresses cannot be of one person: "Mr." and "Mrs.", "Miss" and "Mrs."."""
    if not one or not other or one == other:
        return False
    return WOMAN not in (one, other) or MAN in (one, other)


def common_address(surfaces: Iterable[str]) -> str:
    """Return the address that all names of a person tell; "" where they tell two or none."""
    said = {address for surface in surfaces if (address := address_of(surface))}
    closer = said - {WOMAN} or said
    return closer.pop() if len(closer) == 1 and not (MAN in closer and WOMAN in said) else ""


def shared_key(address: str, name: str) -> str:
    """Return the key of one who shares a name of one word with another of the text."""
    return f"{_SHARED}{address} {name}"


def of_shared_key(key: str) -> tuple[str, str]:
    """Return the address and the name that are in a key; the address is "" in any other key."""
    if not key.startswith(_SHARED):
        return "", key
    address, _, name = key.removeprefix(_SHARED).partition(" ")
    return address, name


def address_of_names(surfaces: Sequence[str]) -> str:
    """Return the address of a person by honorifics, else by the first name of a full name."""
    return common_address(surfaces) or next(filter(None, map(_by_first_name, surfaces)), "")


def addresses(
    clusters: Iterable[Cluster], mentions: Sequence[Mention], text: str
) -> dict[str, str]:
    """Return, by key, how those who are named in full are addressed in a text, so far as it tells.

    `mentions` are all that name persons in it, in order.
    """
    starts = [mention.span[0] for mention in mentions]
    found = {cluster.key: _address_in(text, cluster.mentions, starts) for cluster in clusters}
    return {key: address for key, address in found.items() if address}


def _address_in(text: str, mentions: Sequence[Mention], starts: Sequence[int]) -> str:
    if said := common_address(mention.surface for mention in mentions):
        return said
    if known := _by_first_name(mentions[0].surface):
        return known
    men = women = 0
    for mention in mentions[:_LOOKED_AT]:
        end = mention.span[1]
        number = bisect_left(starts, end)
        until = min([end + _CLOSE, *starts[number : number + 1]])
        for pronoun in _PRONOUN.finditer(text, end, until):
            men, women = men + bool(pronoun[1]), women + (not pronoun[1])
    if max(men, women) < max(_ENOUGH, _TO_ONE * min(men, women)):
        return ""
    return MAN if men > women else WOMAN


def _by_first_name(surface: str) -> str:
    words = without_honorific(surface).split()
    return _of_first_names().get(fold(words[0]), "") if len(words) > 1 else ""


@lru_cache(maxsize=1)
def first_names() -> frozenset[str]:
    """Return the first names, folded, that only men or only women bear, and short ones for any."""
    return frozenset((*_of_first_names(), *person_tables()["nicknames"]))


@lru_cache(maxsize=1)
def _of_first_names() -> dict[str, str]:
    names = person_tables()["first_names"]
    return {name: who for who in (MAN, WOMAN) for name in names[who]}


@lru_cache(maxsize=1)
def _addresses() -> dict[str, str]:
    return {fold(word): who for who, words in person_tables()["address"].items() for word in words}
