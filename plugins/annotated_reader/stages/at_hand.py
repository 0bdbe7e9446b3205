"""What was made last stays at hand: for values that are asked for often, and fill the memory."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable

Made = TypeVar("Made")


class _Itself:
    """Something that is compared by what it is, not by what it holds: that is quick."""

    def __init__(self, value: Any) -> None:
        self.value = value

    def __hash__(self) -> int:
        return id(self.value)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Itself) and self.value is other.value


def at_hand(most: int) -> Callable[[Callable[..., Made]], Callable[..., Made]]:
    """Have a function make a value of the same objects, not of equal ones, but once.

    The last `most` values stay, with what they were made of.
    """

    def keep(make: Callable[..., Made]) -> Callable[..., Made]:
        kept = lru_cache(most)(lambda *boxed: make(*(each.value for each in boxed)))
        return lambda *objects: kept(*map(_Itself, objects))

    return keep
