"""A block of code -> the same, while Python seldom looks for lost cycles of objects.

A library has many objects that live as long as its build, and few cycles: looking at all of them
again and again took an eighth of a build's time.
"""

from __future__ import annotations

import gc
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

OBJECTS = 100_000
"""That are made before Python looks for cycles among them; 700 if nobody says anything."""


@contextmanager
def unhurried() -> Iterator[None]:
    """Let Python look for lost cycles of objects seldom."""
    before = gc.get_threshold()
    gc.set_threshold(OBJECTS, *before[1:])
    try:
        yield
    finally:
        gc.set_threshold(*before)
