"""Addresses of documents -> the numbers under which the index knows them, which stay.

A number comes from the address alone as far as can be: its hash points into a row of places that
is two to four times as long as there are documents, and where a place is taken the next free one
follows, in the order of the hashes. So a document that comes or goes moves none of the others but
those right behind it (half of the times none at all), and no shard is written anew but those of
its own words. All move when the row has become too short and is doubled. Texts and entries have
rows of their own: an entry's numbers come after all of the texts'.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256

_BITS = 64


@dataclass(frozen=True, slots=True)
class Numbering:
    """The numbers of documents by their addresses, ascending.

    Those of entries are `entries` or more, and all are less than `end`.
    """

    number_of: dict[str, int]
    entries: int
    end: int


def numbering(texts: Iterable[str], entries: Iterable[str]) -> Numbering:
    """Number documents by their addresses."""
    found: dict[str, int] = {}
    first = _number(sorted(texts, key=_hash), 0, found)
    return Numbering(found, first, _number(sorted(entries, key=_hash), first, found))


def places(count: int) -> int:
    """Return how many places there are for so many documents: a power of two."""
    return 2 << (count - 1).bit_length() if count else 0


def _number(refs: Sequence[str], first: int, found: dict[str, int]) -> int:
    """Number sorted addresses from `first` on; return where the next row may begin."""
    row = places(len(refs))
    found |= zip(refs, _free(refs, row, first), strict=True)
    last = found[refs[-1]] if refs else first - 1
    return max(first + row, last + 1)  # the last ones may stand behind the row


def _free(refs: Iterable[str], row: int, first: int) -> Iterator[int]:
    before = first - 1
    for ref in refs:
        before = max(before + 1, first + (_hash(ref) * row >> _BITS))
        yield before


def _hash(ref: str) -> int:
    return int.from_bytes(sha256(ref.encode()).digest()[: _BITS // 8], "big")
