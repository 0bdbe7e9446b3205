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
