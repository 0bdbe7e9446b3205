"""What the pictures share: the width of the sheet, of words on it, and numbers as SVG has them."""

from __future__ import annotations

WIDTH = 760
"""Units of a picture's width; about a pixel each on a wide screen."""

LETTER = 7.2
"""The width of a letter at the pictures' 14 units; fonts differ, so rather too much."""


def tidy(number: float) -> float:
    """Return a number with one decimal, or none where that is zero."""
    rounded = round(number, 1)
    return int(rounded) if rounded == int(rounded) else rounded


def shortened(words: str, letters: int) -> str:
    """Cut words that are too long for their place, at a space where there is one."""
    if len(words) <= letters:
        return words
    whole = words[: letters - 1].rpartition(" ")[0]
    cut = whole if len(whole) > letters // 2 else words[: letters - 1]
    return cut.rstrip(" ,;:–-") + "…"


def width_of(words: str) -> float:
    """Return how wide words are, by the number of their letters."""
    return len(words) * LETTER


SHAPES = {
    "person": "M-1 0A1 1 0 0 1 1 0A1 1 0 0 1-1 0Z",
    "place": "M0-1.1L1.1.9H-1.1Z",
    "organization": "M-.9-.9H.9V.9H-.9Z",
    "group": "M0-1.2L1.2 0L0 1.2L-1.2 0Z",
    "event": "M0-1.25L.36-.42L1.2-.38L.55.18L.76 1.05L0 .58L-.76 1.05L-.55.18L-1.2-.38L-.36-.42Z",
    "work": "M-.9-.9H.9V.9H-.9ZM-.5-.5V.5H.5V-.5Z",
}
"""The kinds' marks as paths around the origin, about one unit in radius."""
