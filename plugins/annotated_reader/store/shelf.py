"""Many values on one shelf, each with the key that it was made for; a damaged shelf is empty.

A value is asked for by its name (a text's, an entry's) and the key of all that it depends on:
another key, and it has to be made anew. What is not asked for is neither read nor written
again, and what nobody asked for in a run is not kept, so that a shelf never outgrows its
library.

A shelf is a file that lists its values and holds the small ones, and one beside it that holds the
others, to which new ones are added until a third of it is of no use. The list is written last: it
never tells of what is not there. Until a shelf is saved, its large new values wait in memory, and
where there are many, in a file without a name.
"""

from __future__ import annotations

import contextlib
import os
import tempfile
import weakref
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any, NamedTuple, TypeAlias, TypeGuard, TypeVar

from ..errors import ReaderError
from .files import digest, write_if_changed
from .maker import maker
from .packing import pack, unpack

Value = TypeVar("Value")
Place: TypeAlias = tuple[int, int, str]
"""Where a value begins in its file, how long it is, and its digest."""


class Aside(NamedTuple):
    """Where a new value begins in the file without a name, and how long it is."""

    start: int
    length: int


Kept: TypeAlias = tuple[str, bytes | Place | Aside]
"""A value's key, and the value itself or its place."""

SUM = 64
SMALL = 512
"""Bytes up to which a value stands in the list itself."""

MOST_AT_HAND = 4 << 20
"""Bytes of large new values that wait in memory."""


class Shelf:
    """The kept values of one kind; nothing is written before `save`, or ever without a path."""

    def __init__(self, path: Path | None = None) -> None:
        self.path = path
        self.number, self.kept = _load(path) if path else (0, {})
        self.used: dict[str, Kept] = {}
        self._opened: int | None = None
        self._at_hand: dict[str, int] = {}
        self._held = 0
        self._aside: int | None = None

    def value(self, name: str, key: str, make: Callable[[], Value]) -> Value:
        """Return what is kept under the name for this key, or make and keep it."""
        found = self.get(name, key)
        if found is not None:
            return found  # type: ignore[no-any-return]  # it was put in as what `make` returns
        made = make()
        self.put(name, key, made)
        return made

    def get(self, name: str, key: str) -> Any:
        """Return what is kept under the name, if it is for this key; else None."""
        kept = self.used.get(name) or self.kept.get(name)
        if kept is None or kept[0] != key:
            return None
        with contextlib.suppress(ValueError, OSError):  # damaged, or of a class that is gone
            value = unpack(self._bytes(kept[1]))
            self.used[name] = kept
            return value
        return None

    def holds(self, name: str, key: str) -> bool:
        """Tell whether something is kept under the name for this key, and keep it further."""
        kept = self.used.get(name) or self.kept.get(name)
        if kept is None or kept[0] != key:
            return False
        self.used[name] = kept
        return True

    def is_whole(self, name: str, key: str) -> bool:
        """Tell whether `holds`, and the value is as it was kept; from then on, a damaged one is
        as good as none."""  # noqa: D205, D209
        if not self.holds(name, key):
            return False
        try:
            self._bytes(self.used[name][1])
        except (ValueError, OSError):
            del self.used[name]
            self.kept.pop(name, None)
            return False
        return True

    def before(self, name: str) -> Any:
        """Return what an earlier run kept under the name, for whatever key; or None."""
        kept = self.kept.get(name)
        with contextlib.suppress(ValueError, OSError):
            return unpack(self._bytes(kept[1])) if kept else None
        return None

    def put(self, name: str, key: str, value: object) -> None:
        """Keep a value of plain data or of our own data classes."""
        data = pack(value)
        kept = self.kept.get(name)
        is_there = kept is not None and kept[0] == key and _is_at(kept[1], data)
        self.used[name] = kept if kept is not None and is_there else (key, data)
        self._held -= self._at_hand.pop(name, 0)
        if not is_there and len(data) > SMALL:
            self._held += len(data)
            self._at_hand[name] = len(data)
        if self.path is not None and self._held > MOST_AT_HAND:
            with contextlib.suppress(ReaderError, OSError):  # then they stay in memory
                self._lay_aside(self.path)

    def _lay_aside(self, path: Path) -> None:
        """Write the large new values into the file without a name, which ends with the shelf."""
        if self._aside is None:
            path.parent.mkdir(parents=True, exist_ok=True)
            with tempfile.TemporaryFile(dir=path.parent) as file:
                self._aside = os.dup(file.fileno())
            weakref.finalize(self, os.close, self._aside)
        for name in list(self._at_hand):
            key, data = self.used[name]
            assert isinstance(data, bytes)  # noqa: S101  # only such are listed
            start = os.lseek(self._aside, 0, os.SEEK_END)
            if os.write(self._aside, data) < len(data):
                raise OSError("no room for the whole of a value")
            self.used[name] = key, Aside(start, len(data))
            self._held -= self._at_hand.pop(name)

    def save(self) -> None:
        """Write what was used in this run, if it differs from what was there; best effort."""
        if self.path is None or self.used == self.kept:
            return
        # A cache that cannot be kept (a full disk) is made again; what matters is written later.
        with contextlib.suppress(ReaderError, OSError, ValueError):
            self._write(self.path)

    def _write(self, path: Path) -> None:
        path.parent.mkdir(parents=True, exist_ok=True)
        number, end = self.number, _end(self.kept)
        fresh = [name for name, (_, found) in self.used.items() if _is_fresh(found)]
        added = sum(_length(self.used[name][1]) for name in fresh)
        useful = added + sum(found[1] for _, found in self.used.values() if _is_place(found))
        if 2 * (end + added) > 3 * useful:
            number, end = 1 - number, 0
            fresh = [name for name, (_, found) in self.used.items() if _length(found) > SMALL]
        values = ((name, self._bytes(self.used[name][1])) for name in fresh)
        places = _add(_values(path, number), values, end) if fresh else {}
        kept = self.used | {name: (self.used[name][0], place) for name, place in places.items()}
        data = pack((maker(), number, kept))
        write_if_changed(path, digest(data).encode() + data, durable=False)
        if number != self.number:
            _values(path, self.number).unlink(missing_ok=True)
            self.number, self._opened = number, None
        self.used, self.kept = kept, dict(kept)
        self._at_hand, self._held = {}, 0

    def _bytes(self, found: bytes | Place | Aside) -> bytes:
        """Return a value's bytes; ValueError where they are damaged."""
        if isinstance(found, bytes):
            return found
        if isinstance(found, Aside):
            assert self._aside is not None  # noqa: S101  # it was written there
            return os.pread(self._aside, found.length, found.start)
        start, length, known = found
        if self._opened is None:
            assert self.path is not None  # noqa: S101  # without one, nothing has a place
            self._opened = os.open(_values(self.path, self.number), os.O_RDONLY)
            weakref.finalize(self, os.close, self._opened)
        data = os.pread(self._opened, length, start)
        if digest(data) != known:
            raise ValueError("not what was kept")
        return data


def _load(path: Path) -> tuple[int, dict[str, Kept]]:
    """Return the number of the file of values, and the list."""
    try:
        data = path.read_bytes()
        if digest(data[SUM:]).encode() != data[:SUM]:
            return 0, {}
        made_by, number, kept = unpack(data[SUM:])
        if made_by != maker() or _size(_values(path, number)) < _end(kept):
            return 0, {}
    except (OSError, ValueError, TypeError):
        return 0, {}
    return number, kept


def _add(path: Path, values: Iterable[tuple[str, bytes]], start: int) -> dict[str, Place]:
    """Write values into their file from `start` on, and return where they are."""
    places: dict[str, Place] = {}
    with path.open("r+b" if start else "wb") as file:
        file.seek(start)
        for name, data in values:
            file.write(data)
            places[name] = start, len(data), digest(data)
            start += len(data)
    return places


def _values(path: Path, number: int) -> Path:
    return path.with_name(f"{path.name}.{number}")


def _size(path: Path) -> int:
    return path.stat().st_size if path.exists() else 0


def _end(kept: Mapping[str, Kept]) -> int:
    """Return where the file of values ends, as far as the list knows."""
    ends = (found[0] + found[1] for _, found in kept.values() if _is_place(found))
    return max(ends, default=0)


def _is_place(found: bytes | Place | Aside) -> TypeGuard[Place]:
    return not isinstance(found, (bytes, Aside))


def _is_fresh(found: bytes | Place | Aside) -> bool:
    """Tell whether a value is one for the file of values that is not there yet."""
    return not _is_place(found) and _length(found) > SMALL


def _length(found: bytes | Place | Aside) -> int:
    return len(found) if isinstance(found, bytes) else found[1]


def _is_at(found: bytes | Place | Aside, data: bytes) -> bool:
    """Tell whether that is where some bytes are already."""
    if _is_place(found):
        return found[1] == len(data) and found[2] == digest(data)
    return found == data
