"""A text in, the peoples out whose land or chiefs it speaks of: "the territories of the Helvetii".

No list has the tribes of old books, and the language model takes them for persons, places and
bodies. A name in the plural is a people's where a territory, a nation or its ambassadors are said
to be of them, and where the text hardly ever has it without "the".
"""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from ..words import countries, fold

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ...model import Span

_THEIRS = re.compile(
    r"\b(?:territory|territories|country|nations?|tribes?|ambassadors?|chiefs?|chieftains?|frontiers?"
    r"|confines|warriors|cavalry|kings?|lands?) of the (?P<name>[A-Z][a-zë]{2,}(?:s|i|ae))\b"
    r"(?! [A-Z])"
)
_NAME = re.compile(r"(?P<the>\b[Tt]he )?\b(?P<name>[A-Z][a-zë]+)\b(?![-’'])")
_MOSTLY = 0.8
"""The share of a name's occurrences that have "the" in front, from which on it is a people's."""
_LEAST = 2


def peoples_of_lands(text: str) -> Iterator[Span]:
    """Yield where the names of such peoples stand behind "the"."""
    names = {match["name"] for match in _THEIRS.finditer(text)}
    names = {name for name in names if fold(name) not in countries()}
    if not names:
        return
    matches = [match for match in _NAME.finditer(text) if match["name"] in names]
    every = Counter(match["name"] for match in matches)
    with_the = Counter(match["name"] for match in matches if match["the"])
    peoples = {name for name in names if with_the[name] >= max(_LEAST, _MOSTLY * every[name])}
    for match in matches:
        if match["name"] in peoples:
            yield match.span("name")
