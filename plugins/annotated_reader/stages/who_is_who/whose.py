"""A name that says but what sort of thing it is -> its key, with whose the text says that it is.

Each town has its Museum, each state its Supreme Court: "the Eastern District of Texas" is not that
of Virginia, where a name ends before what tells the two apart.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from ..words import fold, word_lists
from .national import body_of, is_national, land_of

if TYPE_CHECKING:
    from ...model import Mention

_BEHIND = re.compile(
    r" (?:of|for) (?:the )?"
    r"((?:[A-Z][\w’'-]*|(?:[A-Z]\.)+)(?: (?:[A-Z][a-z’'-]+|(?:[A-Z]\.)+)){0,3})"
)
_WHERE = re.compile(r" (?:in|at) ((?:[A-Z][\w’'-]*)(?: (?:es|of|[A-Z][a-z’'-]+)){0,3})")
_BEFORE = re.compile(r"((?:[A-Z][\w.’'-]* ){1,3}|\bstate(?:['’]s)? )$")
_NEAR = 40  # characters before a name in which the words right before it are looked for


def is_general(kind: str, key: str) -> bool:
    """Whether a name says but what sort of thing it is: each town has its "Museum"."""
    if kind not in ("organization", "place"):
        return False
    *before, last = key.split(" ")
    is_sort = last in general("words") and general("before").issuperset(before)
    is_body = kind == "organization" and is_national(key)
    return (is_sort or is_body) and key not in general("not")


@lru_cache(maxsize=4)
def general(table: str) -> frozenset[str]:
    """Return one of the tables of names that say but what sort of thing they are of."""
    return frozenset(word_lists()["general"][table])


def with_whose(mention: Mention, key: str, text: str) -> str:
    """Return the key of a mention, with the words around it if it says but what sort it is of."""
    is_seated = f" {key}".endswith(tuple(f" {body}" for body in general("seated")))
    if not is_seated and not is_general(mention.kind, key):
        return key
    start, end = mention.span
    if behind := _BEHIND.match(text, end):
        return _of(f"{key} of {fold(behind[1])}", mention.kind)
    if is_seated and (seat := _WHERE.match(text, end)):
        return f"{key} of {fold(seat[1])}"  # "the U.S. Embassy in Nairobi"
    before = _BEFORE.search(text, max(0, start - _NEAR), start)
    words = fold(re.sub(r"['’]s? $", "", before[1])).split(" ") if before else []
    for count in range(len(words), 0, -1):
        whose = " ".join(words[-count:])
        if is_national(key) and (whose == "state" or land_of(whose)):
            return _of(f"{whose} {key}", mention.kind)
    return key


def _of(key: str, kind: str) -> str:
    body, land = body_of(key) if kind == "organization" else ("", "")
    return f"{land} {body}" if land else key
