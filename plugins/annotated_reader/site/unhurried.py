"""A library has many objects and few lost ones: Python is to look for those seldom."""

from __future__ import annotations

import gc
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

OBJECTS = 100_000
"""That are made before Python looks for lost ones among them; 700 if nobody says anything."""

LOOKS = 1_000
"""At the newest objects, before it looks again at those that were kept; 10 if nobody does."""


@contextmanager
def unhurried() -> Iterator[None]:
    """Let Python look for lost cycles of objects seldom.

    Looking at all of them again and again took an eighth of a build's time.
    """
    before = gc.get_threshold()
    gc.set_threshold(OBJECTS, LOOKS, before[2])
    try:
        yield
    finally:
        gc.set_threshold(*before)
