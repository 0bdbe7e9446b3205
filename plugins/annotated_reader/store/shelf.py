"""Many values in one file, each with the key that it was made for; a damaged shelf is empty.

A value is asked for by its name (a text's, an entry's) and the key of all that it depends on:
another key, and it has to be made anew. What is not asked for is neither decoded nor written
again, and what nobody asked for in a run is not kept, so that a shelf never outgrows its
library.
"""

from __future__ import annotations

import contextlib
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

from ..errors import ReaderError
from .files import digest, write_if_changed
from .maker import maker
from .packing import pack, unpack

Value = TypeVar("Value")
SUM = 64


class Shelf:
    """The kept values of one kind; nothing is written before `save`, or ever without a path."""

    def __init__(self, path: Path | None = None) -> None:
        self.path = path
        self.kept = _load(path) if path else {}
        self.used: dict[str, tuple[str, bytes]] = {}

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
        with contextlib.suppress(ValueError):  # damaged, or of a class that is gone
            value = unpack(kept[1])
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

    def before(self, name: str) -> Any:
        """Return what an earlier run kept under the name, for whatever key; or None."""
        kept = self.kept.get(name)
        with contextlib.suppress(ValueError):
            return unpack(kept[1]) if kept else None
        return None

    def put(self, name: str, key: str, value: object) -> None:
        """Keep a value of plain data or of our own data classes."""
        self.used[name] = (key, pack(value))

    def save(self) -> None:
        """Write what was used in this run, if it differs from what was there; best effort."""
        if self.path is None or self.used == self.kept:
            return
        data = pack((maker(), self.used))
        # A cache that cannot be kept (a full disk) is made again; what matters is written later.
        with contextlib.suppress(ReaderError):
            write_if_changed(self.path, digest(data).encode() + data, durable=False)


def _load(path: Path) -> dict[str, tuple[str, bytes]]:
    try:
        data = path.read_bytes()
        if digest(data[SUM:]).encode() != data[:SUM]:
            return {}
        made_by, kept = unpack(data[SUM:])
    except (OSError, ValueError, TypeError):
        return {}
    return kept if made_by == maker() and isinstance(kept, dict) else {}
