"""Sorted items -> ranges of about one size, each a file, that stay as they are beside a change.

Where a range ends is decided by the item itself (its checksum, against its size) and by the size
of its own range alone, so that a changed item moves the ends near it and no others. A file is
named after the first word in it, for the same reason: a number would change with every range
before it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from zlib import crc32

_ALL = 1 << 32


class Cutter:
    """Tells where a range ends, for ranges of about `room` characters."""

    def __init__(self, room: int) -> None:
        self.room = room
        self.size = 0
        self.started = False

    def cuts_before(self, key: str, size: int) -> bool:
        """Take the next item; tell whether a range begins with it."""
        cut = not self.started or self.size >= self.room * 2 or self._ends(key, size)
        self.size = size if cut else self.size + size
        self.started = True
        return cut

    def _ends(self, key: str, size: int) -> bool:
        # Beyond half of the room, an end is as likely in each character as in any other.
        half = self.room // 2
        return self.size >= half and crc32(key.encode()) * half < size * _ALL


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
    cutter = Cutter(room)
    before = None
    for key, size in items:
        if key == before:
            cutter.size += size
        elif cutter.cuts_before(key, size) and file_name(key) not in names:
            found.append(key)
            names.add(file_name(key))
        before = key
    return found


def _units(word: str) -> Iterator[int]:
    coded = word.encode("utf-16-le", "surrogatepass")
    return (coded[at] | coded[at + 1] << 8 for at in range(0, len(coded), 2))
