"""The name of a body or a county goes in, and the state that it tells of comes out.

A text with the Florida Highway Patrol or Levy County in it is on Florida, though it may not name
the state itself.
"""

from __future__ import annotations

import re
from functools import lru_cache

from ..places.context import state_called
from ..places.regions import Region, counties
from ..words import fold, without_the
from .body_facts import heads_of_bodies

_COUNTY = re.compile(
    r"(?:[A-Z][\w.’'-]* ){1,3}(?:County|Parish)(?=$| (?:Sheriff|Commission|School|Court|Circuit"
    r"|Jail|Attorney|Public|Health|Fire|Board|Schools|District|Coroner|Animal|Emergency)\b)"
)
"""A county of the United States, alone or before what is its; an English one has a council."""


def state_told_by(name: str) -> Region | None:
    """Return the state that a public body is of, or that has the only county called so."""
    plain = without_the(name)
    if county := _COUNTY.match(plain):
        codes = counties().get(fold(county[0]), frozenset())
        return Region("US", *codes) if len(codes) == 1 else None
    return next((state for place in _before(plain) if (state := state_called(place))), None)


def _before(name: str) -> list[str]:
    """What stands before the words for what states have: "Florida" of "Florida Highway Patrol"."""
    return [name[: -len(words)] for words in _bodies() if name.endswith(words)]


@lru_cache(maxsize=1)
def _bodies() -> tuple[str, ...]:
    heads = heads_of_bodies("behind")
    return tuple(
        f" {head.words}" for head in heads if "state" in head.of and head.said.endswith(" of")
    )
