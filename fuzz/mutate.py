"""Bytes -> other bytes like them, by chance from a seed: fuzzing where nothing watches paths."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from random import Random

MOST = 4096  # bytes of a mutant, as many as libFuzzer makes
TELLING = (b"\0", b"\xff", b"\x7f", b"\n", b" ", b"~", b"!", b"[", b"<", b"---\n", b"\xed\xa0\x80")


def mutants(seeds: Sequence[bytes], number: int) -> Iterator[bytes]:
    """Yield mutants of the seeds without end, the same ones for the same number."""
    chance = Random(number)  # noqa: S311  # repeatable on purpose
    while True:
        data = chance.choice(seeds)
        for _ in range(chance.randint(1, 6)):
            data = chance.choice(MUTATIONS)(data, chance, seeds)
        yield data[:MOST]


def _flip(data: bytes, chance: Random, _seeds: Sequence[bytes]) -> bytes:
    if not data:
        return data
    at = chance.randrange(len(data))
    return data[:at] + bytes([data[at] ^ 1 << chance.randrange(8)]) + data[at + 1 :]


def _insert(data: bytes, chance: Random, _seeds: Sequence[bytes]) -> bytes:
    at = chance.randint(0, len(data))
    return data[:at] + chance.choice([*TELLING, chance.randbytes(3)]) + data[at:]


def _delete(data: bytes, chance: Random, _seeds: Sequence[bytes]) -> bytes:
    start, end = _part(data, chance)
    return data[:start] + data[end:]


def _repeat(data: bytes, chance: Random, _seeds: Sequence[bytes]) -> bytes:
    start, end = _part(data, chance)
    return data[:start] + data[start:end] * chance.choice([2, 3, 50]) + data[end:]


def _splice(data: bytes, chance: Random, seeds: Sequence[bytes]) -> bytes:
    other = chance.choice(seeds)
    return data[: chance.randint(0, len(data))] + other[chance.randint(0, len(other)) :]


def _part(data: bytes, chance: Random) -> tuple[int, int]:
    start = chance.randint(0, len(data))
    return start, min(len(data), start + chance.choice([1, 2, 8, 64]))


MUTATIONS: tuple[Callable[[bytes, Random, Sequence[bytes]], bytes], ...] = (
    _flip, _insert, _delete, _repeat, _splice,
)  # fmt: skip
