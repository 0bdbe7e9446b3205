"""What is encoded of words, one document after the other: for each word the signs so far.

Streams that hold one document only, as most do, are plain bytes; the others grow in place.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from .encoding import javascript_order


@dataclass(slots=True)
class Stream:
    """A word's signs, the last document in them, and how many documents there are."""

    coded: bytes | bytearray
    last: int = -1
    count: int = 0


NONE = Stream(b"")


def sorted_words(words: Iterable[str]) -> list[str]:
    """Return words in the order of JavaScript's strings."""
    return sorted(words, key=javascript_order)
