"""The words around a description -> whether its text says that as its own, and as true.

"He denied that X is a spy", "rumors that X is a murderer" and "X was almost a champion" say what X
is not, or may not be; an "accused killer" is no killer to us. None is better than a wrong one.
"""

from __future__ import annotations

import re

from .phrase_kinds import tables

_WORD = re.compile(r"[a-z][a-z’'-]*")
_HEDGES = re.compile(
    r"\b(?:(?:alleged|accused|suspected|presumed|supposed|purported|reputed|would-be|so-called"
    r"|self-(?:proclaimed|styled|described|declared)|aspiring|attempted|former|onetime|one-time"
    r"|acting|fictional|fake|false|unofficial|potential) )+$",
    re.IGNORECASE,
)
_HELPED = re.compile(r"\b(?:may|might|could|would|should|shall|will|can|must)\b")


def hedged_from(text: str, start: int, least: int) -> int:
    """Return where a description begins with what must not be cut off: "accused doctor killer"."""
    hedges = _HEDGES.search(text, max(least, start - 40), start)
    return hedges.start() if hedges else start


def is_another_s_word(before: str) -> bool:
    """Tell whether what leads up to a name in its sentence makes the rest somebody's opinion."""
    return not frozenset(tables()["unsure"]["words"]).isdisjoint(_WORD.findall(before.casefold()))


def is_only_nearly(between: str) -> bool:
    """Tell whether what stands between a name and what it is takes that back: "was almost a"."""
    words = frozenset(_WORD.findall(between.casefold()))
    nearly = frozenset(tables()["unsure"]["between"])
    return not nearly.isdisjoint(words) or _HELPED.search(between) is not None
