"""Sorted items -> ranges of about one size, each a file, that stay as they are beside a change.

Where a range ends is decided by the item itself (its checksum, against its size) and by the size
of its own range alone, so that a changed item moves the ends near it and no others. A file is
named after the first word in it, for the same reason: a number would change with every range
before it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, zip_longest
from zlib import crc32

_ALL = 1 << 32


def room_for(total: int, least: int, most_files: int) -> int:
    """Return how large a range may be: `least`, doubled until there are few enough files.

    It keeps its value while the library grows, and changes all ranges when it doubles.
    """
    room = least
    while total > room * most_files:
        room *= 2
    return room


def file_name(first: str) -> str:
    """Return the name of the file whose range begins with a word: its FNV-1a hash."""
    value = 0x811C9DC5
    for unit in _units(first):
        value = (value ^ unit) * 0x01000193 & 0xFFFFFFFF
    return f"{value:x}"


def firsts(items: Iterable[tuple[str, int]], room: int) -> list[str]:
    """Return the first key of each range of sorted items, given with their sizes.

    Items of one key stay together; no two ranges have the same file name.
    """
    found: list[str] = []
    names: set[str] = set()
    half = room // 2
    taken = 0
    before = None
    for key, size in items:
        # Beyond half of the room, an end is as likely in each character as in any other.
        if key == before or (
            found
            and taken < room * 2
            and (taken < half or crc32(key.encode()) * half >= size * _ALL)
        ):
            taken += size
            before = key
            continue
        before = key
        taken = size
        name = file_name(key)
        if name not in names:
            found.append(key)
            names.add(name)
    return found


def ranges(keys: Sequence[str], starts: Iterable[str]) -> Iterator[tuple[str, slice]]:
    """Yield the first key of each range and where its items stand among all sorted keys."""
    found = set(starts)
    before = chain([None], keys)
    at = [
        place
        for place, (key, last) in enumerate(zip(keys, before, strict=False))
        if key in found and key != last
    ]
    for start, end in zip_longest(at, at[1:]):
        yield keys[start], slice(start, end)


def _units(word: str) -> Iterator[int]:
    coded = word.encode("utf-16-le", "surrogatepass")
    return (coded[at] | coded[at + 1] << 8 for at in range(0, len(coded), 2))
