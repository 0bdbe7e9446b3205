"""Numbers and sorted words -> short printable strings that a script may hold unescaped.

A number is written in base 44: 44 signs for a last digit, 44 others for one that is followed by
more. Sorted words are front-coded: a sign for how many letters a word shares with the one before.
The length of a field is one sign. `client/shards.js` and `client/postings.js` read all of them.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from itertools import accumulate, repeat

_BASE = 44
# All of printable ASCII but space, "!" and "~" (which part things) and what a script or a page
# would have to escape.
SIGNS = "".join(chr(code) for code in range(35, 126) if chr(code) not in '\\"<&')
FINAL = SIGNS[:_BASE]  # those that end a number
_REMEMBERED = 1 << 16

# Lengths that are told apart: up to 16 each, then in steps of an eighth, as far as signs go
# (64,247).
LENGTHS = tuple(
    accumulate(repeat(8, len(SIGNS) - 1), lambda last, of: last + max(1, last // of), initial=1)
)


class _Written(dict[int, str]):
    """Numbers from 0 on as they are written, the shorter the smaller; remembers those met."""

    def __missing__(self, value: int) -> str:
        signs = SIGNS[value % _BASE]
        rest = value // _BASE
        while rest:
            signs = SIGNS[_BASE + rest % _BASE] + signs
            rest //= _BASE
        if value < _REMEMBERED:
            self[value] = signs
        return signs


class _Encoded(dict[int, bytes]):
    """The same as bytes, of what is left of numbers when `less` is taken away."""

    def __init__(self, less: int = 0) -> None:
        super().__init__()
        self._less = less

    def __missing__(self, value: int) -> bytes:
        signs = WRITTEN[value - self._less].encode()
        if value < _REMEMBERED:
            self[value] = signs
        return signs


class _Values(dict[bytes, int]):
    """What written numbers stand for; remembers those met."""

    def __missing__(self, code: bytes) -> int:
        value = 0
        for sign in code.decode():
            value = value * _BASE + SIGNS.index(sign) % _BASE
        if value < _REMEMBERED:
            self[code] = value
        return value


WRITTEN = _Written()
ENCODED = _Encoded()
ENCODED_LESS_ONE = _Encoded(1)
value_of = _Values().__getitem__


def numbers(values: Iterable[int]) -> str:
    """Return numbers one after the other; no sign parts them."""
    return "".join(map(WRITTEN.__getitem__, values))


def rounded(length: int) -> int:
    """Return the next of `LENGTHS`: 6 % off at most, up to the last of them."""
    return LENGTHS[_place(length)]


def length_sign(length: int) -> bytes:
    """Return the sign of a rounded length."""
    return SIGNS[_place(length)].encode()


def shared(word: str, before: str) -> int:
    """Return how many letters two words begin with in common, as far as one sign can tell.

    JavaScript counts a letter beyond the basic plane twice, so sharing ends before one.
    """
    most = min(len(word), len(before), len(SIGNS) - 1)
    for count in range(most):
        if word[count] != before[count] or word[count] > "\uffff":
            return count
    return most


def front_coded(word: str, before: str) -> str:
    """Return a word as what differs from the one before."""
    count = shared(word, before)
    return SIGNS[count] + word[count:]


def front_coded_words(words: Iterable[str]) -> str:
    """Return sorted words, parted by spaces."""
    coded = []
    before = ""
    for word in words:
        coded.append(front_coded(word, before))
        before = word
    return " ".join(coded)


def javascript_order(word: str) -> bytes:
    """Return the key by which JavaScript sorts strings: UTF-16 code units."""
    return word.encode("utf-16-be", "surrogatepass")


def _place(length: int) -> int:
    above = min(bisect_left(LENGTHS, length), len(LENGTHS) - 1)
    below = max(0, above - 1)
    return above if LENGTHS[above] - length <= length - LENGTHS[below] else below
