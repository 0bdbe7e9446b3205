"""Plain data and our own data classes <-> bytes (msgpack) from which nothing else can come.

Reading them runs no code: a data class is named by its module and has to be one of ours that is
there already, frozen, and without a hand in how it is made. Lists come back as tuples.
"""

from __future__ import annotations

import sys
from dataclasses import fields, is_dataclass
from functools import cache, partial
from operator import attrgetter
from typing import TYPE_CHECKING, Any

import msgpack

if TYPE_CHECKING:
    from collections.abc import Iterable

OURS = __name__.removesuffix(".store.packing")
"""The package's name: it is installed under two."""

_OBJECT = 1
_SET = 2


def pack(value: object) -> bytes:
    """Return a value of plain data, sets and our data classes as bytes; TypeError if it is not."""
    packed: bytes = msgpack.packb(value, default=_extended, unicode_errors="surrogatepass")
    return packed


def unpack(data: bytes) -> Any:
    """Return the value that bytes hold; ValueError where they are not what `pack` makes."""
    try:
        return _unpacked(data)
    except (msgpack.UnpackException, TypeError, RecursionError) as error:
        raise ValueError(f"no value of ours: {error}") from error


def rows(cls: type, objects: Iterable[object]) -> tuple[tuple[Any, ...], ...]:
    """Return objects of one data class of several fields as plain rows, of which `cls(*row)` each.

    Very many are packed and unpacked much sooner so.
    """
    return tuple(map(_row_of(cls), objects))


def _extended(value: object) -> msgpack.ExtType:
    if isinstance(value, (set, frozenset)):
        return msgpack.ExtType(_SET, pack(sorted(value, key=repr)))
    cls: Any = type(value)  # Any, for mypy takes no type for hashable
    module, name = cls.__module__.removeprefix(f"{OURS}."), cls.__name__
    if _class(module, name) is not cls:
        raise TypeError(f"{name} has no place in a cache")
    said = [getattr(value, field) for field in _fields(cls)]
    return msgpack.ExtType(_OBJECT, pack((module, name, said)))


def _restored(code: int, data: bytes) -> object:
    if code == _SET:
        return frozenset(_unpacked(data))
    module, name, said = _unpacked(data)
    cls = _class(module, name)
    if code != _OBJECT or cls is None or len(said) != len(_fields(cls)):
        raise ValueError(f"{module}.{name} has no place in a cache")
    return cls(*said)


_unpacked = partial(
    msgpack.unpackb,
    use_list=False,
    strict_map_key=False,
    unicode_errors="surrogatepass",
    ext_hook=_restored,
)


@cache
def _class(module: str, name: str) -> type | None:
    """Return a frozen data class of a module of ours; nothing is imported to find it."""
    found = vars(sys.modules.get(f"{OURS}.{module}", object)).get(name)
    if not isinstance(found, type) or not is_dataclass(found):
        return None
    frozen = found.__dataclass_params__.frozen  # type: ignore[attr-defined]
    plain = frozen and not hasattr(found, "__post_init__")
    return found if plain and found.__module__ == f"{OURS}.{module}" else None


@cache
def _row_of(cls: Any) -> attrgetter[tuple[Any, ...]]:
    return attrgetter(*_fields(cls))


@cache
def _fields(cls: Any) -> tuple[str, ...]:
    return tuple(field.name for field in fields(cls) if field.init)
