"""What the pictures share: the width of the sheet, of words on it, and numbers as SVG has them."""

from __future__ import annotations

from unicodedata import east_asian_width

WIDTH = 760
"""Units of a picture's width; about a pixel each on a wide screen."""

SIZE = 14
"""The size of the pictures' letters."""

LETTERS = {
    letter: width
    for width, letters in {
        0.34: " '.,:;’·-/ijl",
        0.4: "()ftIJ",
        0.53: "“”–rsz",
        0.72: "ABEFLPSTVXYZ",
        1.03: "…&mwMWHN",
    }.items()
    for letter in letters
}
"""How wide letters are, as parts of their size, in DejaVu Serif; other fonts are narrower."""


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
    """Return how wide words are at most, whatever the reader's font."""
    return SIZE * sum(map(_width, words))


def _width(letter: str) -> float:
    if width := LETTERS.get(letter):
        return width
    if east_asian_width(letter) in "WF":
        return 1.0
    return 0.64 if letter.isascii() and not letter.isupper() else 0.84


SHAPES = {
    "person": "M-1 0A1 1 0 0 1 1 0A1 1 0 0 1-1 0Z",
    "place": "M0-1.1L1.1.9H-1.1Z",
    "organization": "M-.9-.9H.9V.9H-.9Z",
    "group": "M0-1.2L1.2 0L0 1.2L-1.2 0Z",
    "event": "M0-1.25L.36-.42L1.2-.38L.55.18L.76 1.05L0 .58L-.76 1.05L-.55.18L-1.2-.38L-.36-.42Z",
    "work": "M-.9-.9H.9V.9H-.9ZM-.5-.5V.5H.5V-.5Z",
    "law": "M-.7-1.1H.7V1.1H-.7ZM-.4-.6H.4V-.4H-.4ZM-.4-.1H.4V.1H-.4ZM-.4.4H.4V.6H-.4Z",
    "ship": "M-1.1-.9H1.1L0 1.1Z",
}
"""The kinds' marks as paths around the origin, about one unit in radius."""
