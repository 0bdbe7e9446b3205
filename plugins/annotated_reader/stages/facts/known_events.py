"""An event's names go in, and what a dictionary says it was comes out: "World War II", "Easter".

What is held again and again may be another one where it is named: of such, only a few are told.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from ..kinds.phrase_kinds import tables
from ..who_is_who.keys import usual_event

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from .known import Names, Sense

_LISTED = re.compile(r" \([^()]{60,}\)")
"""All that took part: "the Allies (Australia, Belgium, …)"."""


def event(names: Iterable[str], source: Names) -> Sense | None:
    """Return the one meaning of an event's `names`, or None."""
    for name in _written(names):
        found = [each for each in source.named(name) if _is_event(each, name)]
        if len(found) == 1:
            return replace(found[0], text=_LISTED.sub("", found[0].text))
    return None


def _written(names: Iterable[str]) -> Iterator[str]:
    """Each name, and the usual one of what it names."""
    for name in names:
        yield name
        if usual := usual_event(name):
            yield usual


def _is_event(sense: Sense, name: str) -> bool:
    above = tables()["above"]
    if sense.over.isdisjoint(above["event"]):
        return False
    return sense.is_instance or "holiday" in sense.over or name in above["held_again"]
