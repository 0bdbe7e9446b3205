"""What stands between a first and a last name, and whether that tells two persons apart.

George W. Bush is not George H. W. Bush, his father. Names in full tell less: the same woman may be
called by her maiden name or by a second first name.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from ..words import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence


class Middle(NamedTuple):
    """The first letter of a middle name, and whether the text has no more of it."""

    letter: str
    is_initial: bool


def middle_of(words: Sequence[str]) -> Middle | None:
    """Return the first middle name of a person's words, without honorifics; "de la" is none."""
    inside = [word for word in words[1:-1] if word[:1].isupper()]
    if not inside or not fold(inside[0]):
        return None
    return Middle(fold(inside[0])[0], len(fold(inside[0])) == 1)


def are_several(middles: Iterable[Middle]) -> bool:
    """Tell whether middle names cannot be one person's: one is an initial that another has not."""
    known = {*middles}
    return any(each.is_initial for each in known) and len({each.letter for each in known}) > 1


def with_middle(key: str, middle: Middle) -> str:
    """Return the key of a person with the letter between first and last name: "george w bush"."""
    first, _, last = key.partition(" ")
    return f"{first} {middle.letter} {last}"
