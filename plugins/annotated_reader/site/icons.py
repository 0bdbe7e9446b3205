"""The site's icon as PNG, drawn from the strokes of `theme/static/icon.svg`.

Phones want pixels. They are set here rather than by a library, and packed by our own small
deflate (RFC 1951, fixed codes, runs only): zlib's bytes differ from version to version.
"""

from __future__ import annotations

import math
import struct
import zlib
from functools import cache
from itertools import groupby, pairwise

Point = tuple[float, float]
Color = tuple[int, int, int]

BOX = 32
WIDTH = 2.5
BACKGROUND: Color = (0x8C, 0x2B, 0x1B)
STROKES: tuple[tuple[Color, tuple[Point, ...]], ...] = (
    ((0xFC, 0xFA, 0xF5), ((6, 14), (17, 14))),
    ((0xFC, 0xFA, 0xF5), ((6, 20), (26, 20))),
    ((0xFC, 0xFA, 0xF5), ((6, 26), (20, 26))),
    ((0xF4, 0xE5, 0xB5), ((22, 6), (25, 4), (25, 13))),
)
"""The lines of the text and the number of a note: a color and the corners of a stroke."""

SAFE = 0.8  # what a phone cuts off lies outside this part of the square (W3C, maskable icons)
LEVELS = 8  # steps between a stroke's color and the background

LENGTHS = (3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99,
           115, 131, 163, 195, 227, 258)  # fmt: skip
"""The shortest run of each length code from 257 on (RFC 1951, 3.2.5)."""


@cache
def icon(size: int) -> bytes:
    """Return the icon as a PNG image, `size` pixels wide and high, filled to its edges."""
    colors, rows = draw(size)
    palette = b"".join(bytes(color) for color in colors)
    header = struct.pack(">IIBBBBB", size, size, 8, 3, 0, 0, 0)
    # Filter 2 says how a row differs from the one above it: mostly not at all.
    above = [bytes(size), *rows]
    lines = [
        b"\x02" + bytes((new - old) % 256 for new, old in zip(row, before, strict=True))
        for before, row in pairwise(above)
    ]
    chunks = ((b"IHDR", header), (b"PLTE", palette), (b"IDAT", pack(b"".join(lines))))
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunk(*each) for each in (*chunks, (b"IEND", b"")))


def draw(size: int) -> tuple[list[Color], list[bytes]]:
    """Return the palette and, row by row, the number of each pixel's color."""
    scale = size / BOX * SAFE
    shift = size * (1 - SAFE) / 2
    colors = [BACKGROUND]
    rows = [bytearray(size) for _ in range(size)]
    for color, corners in STROKES:
        first = len(colors)
        colors += [blend(color, level) for level in range(1, LEVELS + 1)]
        placed = [(x * scale + shift, y * scale + shift) for x, y in corners]
        for start, end in pairwise(placed):
            draw_line(rows, start, end, WIDTH * scale / 2, first)
    return colors, [bytes(row) for row in rows]


def draw_line(rows: list[bytearray], start: Point, end: Point, radius: float, first: int) -> None:
    """Set the pixels of a line with round ends; `first` is the number of its palest color."""
    (left, right), (top, bottom) = (sorted(pair) for pair in zip(start, end, strict=True))
    for y in range(int(top - radius) - 1, int(bottom + radius) + 2):
        for x in range(int(left - radius) - 1, int(right + radius) + 2):
            covered = radius + 0.5 - distance((x + 0.5, y + 0.5), start, end)
            level = round(min(1, max(0, covered)) * LEVELS)
            if level:
                rows[y][x] = max(rows[y][x], first + level - 1)


def distance(point: Point, start: Point, end: Point) -> float:
    """Return how far a point is from a line; `sqrt`, unlike `hypot`, is the same everywhere."""
    along_x, along_y = end[0] - start[0], end[1] - start[1]
    to_x, to_y = point[0] - start[0], point[1] - start[1]
    part = (to_x * along_x + to_y * along_y) / (along_x * along_x + along_y * along_y)
    part = min(1, max(0, part))
    off_x, off_y = to_x - part * along_x, to_y - part * along_y
    return math.sqrt(off_x * off_x + off_y * off_y)


def blend(color: Color, level: int) -> Color:
    """Return a color between the background and a stroke's."""
    red, green, blue = (
        (over * level + under * (LEVELS - level)) // LEVELS
        for over, under in zip(color, BACKGROUND, strict=True)
    )
    return red, green, blue


def chunk(name: bytes, data: bytes) -> bytes:
    """Return a part of a PNG file with its length and its checksum."""
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))


def pack(data: bytes) -> bytes:
    """Return data as a zlib stream (RFC 1950) in which runs of a byte are told by their length."""
    bits = ["110"]  # the last block, with fixed codes; least significant bits first
    for byte, run in groupby(data):
        bits.append(literal(byte))
        left = len(list(run)) - 1
        while left >= LENGTHS[0]:
            taken = min(left, LENGTHS[-1])
            bits.append(repeat(taken))
            left -= taken
        bits += [literal(byte)] * left
    stream = "".join((*bits, "0000000"))  # the code for the end
    stream += "0" * (-len(stream) % 8)
    packed = bytes(int(stream[at : at + 8][::-1], 2) for at in range(0, len(stream), 8))
    return b"\x78\x01" + packed + struct.pack(">I", zlib.adler32(data))


def literal(byte: int) -> str:
    """Return the fixed code of a byte that stands for itself."""
    return f"{0x30 + byte:08b}" if byte < 144 else f"{0x190 + byte - 144:09b}"


def repeat(length: int) -> str:
    """Return the code that repeats the byte before `length` times."""
    number = max(at for at, base in enumerate(LENGTHS) if base <= length)
    code = f"{number + 1:07b}" if number < 23 else f"{0xC0 + number - 23:08b}"
    extra = 0 if number < 8 or number == len(LENGTHS) - 1 else number // 4 - 1
    rest = f"{length - LENGTHS[number]:0{extra}b}"[::-1] if extra else ""
    return code + rest + "00000"
