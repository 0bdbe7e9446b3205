"""The register -> who is named with whom, and the part of it that a picture can hold."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from ..stages.collect import Register

LEFT_OUT = ("date", "term")
"""Kinds that keep company with everything and tell nothing by it."""

Ties = dict[tuple[str, str], int]
"""In how many sentences two entries stand together; the ids of a pair are in order."""


@dataclass(frozen=True, slots=True)
class Part:
    """Entries, the best connected first, and the ties between them that are drawn."""

    entries: tuple[str, ...]
    ties: Ties


def all_ties(register: Register) -> Ties:
    """Return the ties of the library, the strongest first."""
    ties = {
        pair: count
        for pair, count in register.ties.items()
        if all(register.entries[id_].kind not in LEFT_OUT for id_ in pair)
    }
    return dict(sorted(ties.items(), key=_strongest_first))


def strongest_part(ties: Ties, entries: int, ties_an_entry: float) -> Part:
    """Choose so many entries by their company, and of their ties the strongest.

    A tie that alone joins two groups is kept however weak it is, so that what belongs
    together hangs together.
    """
    weight = _weights(ties)
    chosen = set(sorted(weight, key=lambda id_: (-weight[id_], id_))[:entries])
    inner = {pair: count for pair, count in ties.items() if chosen.issuperset(pair)}
    bridges = _spanning(list(inner))
    room = max(round(len(chosen) * ties_an_entry) - len(bridges), 0)
    others = [pair for pair in inner if pair not in bridges][:room]
    kept = {pair: count for pair, count in inner.items() if pair in bridges or pair in others}
    left = {id_ for pair in kept for id_ in pair}
    return Part(tuple(sorted(left, key=lambda id_: (-weight[id_], id_))), kept)


def _strongest_first(tie: tuple[tuple[str, str], int]) -> tuple[int, tuple[str, str]]:
    return -tie[1], tie[0]


def _weights(ties: Ties) -> Mapping[str, int]:
    weight: defaultdict[str, int] = defaultdict(int)
    for pair, count in ties.items():
        for id_ in pair:
            weight[id_] += count
    return weight


def _spanning(pairs: Sequence[tuple[str, str]]) -> set[tuple[str, str]]:
    """Kruskal's maximum spanning forest of pairs that come strongest first."""
    group: dict[str, str] = {}

    def root(id_: str) -> str:
        while group.setdefault(id_, id_) != id_:
            group[id_] = group[group[id_]]
            id_ = group[id_]
        return id_

    forest = set()
    for pair in pairs:
        one, other = map(root, pair)
        if one != other:
            group[one] = other
            forest.add(pair)
    return forest
