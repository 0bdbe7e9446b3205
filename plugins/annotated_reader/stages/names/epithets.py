"""A text in, the persons out whom it calls by an epithet: "Peter the Great", "Pliny the Elder".

The language model often sees but the first word, or nothing. Only epithets of our list count, and
only where the name ends with them: "Peter the Great Northern Railway" is nobody.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from ..who_is_who.honorific import honorific_before
from ..words import person_tables

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ...model import Span

RULE = "epithet behind a name"


def with_epithets(text: str) -> Iterator[tuple[Span, str]]:
    """Yield the span of each name with an epithet, an honorific in front of it included."""
    for match in _pattern().finditer(text) if " the " in text else ():
        yield (match.start() - honorific_before(text, match.start()), match.end()), RULE


@lru_cache(maxsize=1)
def _pattern() -> re.Pattern[str]:
    epithets = "|".join(person_tables()["epithets"]["words"])
    return re.compile(
        rf"(?<![\w’'-])[A-ZÀ-ÞĀ-Ž][a-zß-ÿ’'-]*[a-zß-ÿ](?: [IVX]+)? the (?:{epithets})"
        r"\b(?![\w-]|[’'](?!s\b)\w| [A-Z])"
    )
