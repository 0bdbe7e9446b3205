"""The words of dates that stand for figures, as tables: numbers, ordinals, days of the year."""

from __future__ import annotations

_ONES = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine"]
_TEENS = [
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
]
_TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
NUMBERS = (
    {"a": 1, "an": 1, "a hundred": 100}
    | {word: number for number, word in enumerate((*_ONES, *_TEENS), 1)}
    | {word: 10 * number for number, word in enumerate(_TENS, 2)}
    | {
        f"{ten}-{one}": 10 * tens + ones
        for tens, ten in enumerate(_TENS, 2)
        for ones, one in enumerate(_ONES, 1)
    }
)
_FIRSTS = [
    "first",
    "second",
    "third",
    "fourth",
    "fifth",
    "sixth",
    "seventh",
    "eighth",
    "ninth",
    "tenth",
    "eleventh",
    "twelfth",
    "thirteenth",
    "fourteenth",
    "fifteenth",
    "sixteenth",
    "seventeenth",
    "eighteenth",
    "nineteenth",
    "twentieth",
]
ORDINALS = {word: number for number, word in enumerate(_FIRSTS, 1)} | {
    f"{ten}-{first}": 10 * tens + ones
    for tens, ten in ((2, "twenty"), (3, "thirty"))
    for ones, first in enumerate(_FIRSTS[:9], 1)
}

DECADES = {f"{ten.removesuffix('y')}ies": 10 * number for number, ten in enumerate(_TENS, 2)}

HOLIDAYS = {
    "christmas eve": (12, 24),
    "christmas day": (12, 25),
    "christmas": (12, 25),
    "boxing day": (12, 26),
    "new year’s eve": (12, 31),
    "new year’s day": (1, 1),
    "valentine’s day": (2, 14),
    "halloween": (10, 31),
    "armistice day": (11, 11),
    "veterans day": (11, 11),
    "remembrance day": (11, 11),
    "all saints’ day": (11, 1),
}
"""Days that have a name and the same date in every year and country, as month and day."""
