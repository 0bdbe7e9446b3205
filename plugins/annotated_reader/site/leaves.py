"""A list of any length -> leaves: pages of bounded weight; pure.

A list that fits on one page stays on it. A longer one goes on under further addresses, which
depend on nothing but the list: the same content gives the same leaves, in whatever build.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Generic, TypeVar

Item = TypeVar("Item")

ROOM = 48_000
"""What the items of a leaf may weigh together, so that a page with all it needs to be read is not
heavier than 60,000 bytes compressed."""

LEAST = 0.25
"""The share of that which items have on a first leaf, whatever else stands on it: a table of one
row looks like a mistake."""

NEAR = 3
FAR = 24
"""How many leaves on each side are named, and about how many of all the others."""

LONGEST_NAME = 28
MOST_PARTS = 60
"""Parts of a list, such as letters, that each get a link of their own."""


@dataclass(frozen=True, slots=True)
class Listing(Generic[Item]):
    """How a list is cut: its leaves' addresses, what an item or a part's heading weighs.

    Weights are in bytes, compressed as if nothing was said twice; mostly it is, and a page is
    lighter. `say` names an item for who looks for a leaf.
    """

    address: Callable[[int], str]
    weigh: Callable[[Item], int]
    say: Callable[[Item], str]
    heading: int = 30


@dataclass(frozen=True, slots=True)
class Leaf(Generic[Item]):
    """One page of a list: its parts with their items, and how many items stand before it.

    The first part is `continued` if it begins on an earlier leaf.
    """

    number: int
    name: str
    groups: tuple[tuple[str, tuple[Item, ...]], ...]
    start: int = 0
    continued: bool = False
    label: str = ""

    @property
    def items(self) -> Iterator[Item]:
        """The items of all parts."""
        return (item for _, items in self.groups for item in items)


@dataclass(slots=True)
class Leaves(Generic[Item]):
    """All leaves of a list in their order; there is at least one."""

    leaves: list[Leaf[Item]]
    groups: list[tuple[str, list[Item]]]
    names: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Note on which leaf each part begins."""
        for leaf in self.leaves:
            for label, _ in leaf.groups:
                self.names.setdefault(label, leaf.name)

    def __len__(self) -> int:
        """Return how many leaves there are."""
        return len(self.leaves)

    def __iter__(self) -> Iterator[Leaf[Item]]:
        """Yield the leaves."""
        return iter(self.leaves)

    @property
    def total(self) -> int:
        """How many items there are on all leaves."""
        return sum(len(items) for _, items in self.groups)

    @property
    def parts(self) -> list[tuple[str, list[Item]]]:
        """The parts that get a link of their own: all, or none where there are too many."""
        return self.groups if len(self.groups) <= MOST_PARTS else []

    def before(self, leaf: Leaf[Item]) -> Leaf[Item] | None:
        """Return the leaf before one."""
        return self.leaves[leaf.number - 2] if leaf.number > 1 else None

    def after(self, leaf: Leaf[Item]) -> Leaf[Item] | None:
        """Return the leaf after one."""
        return self.leaves[leaf.number] if leaf.number < len(self.leaves) else None

    def near(self, leaf: Leaf[Item]) -> list[Leaf[Item]]:
        """Return the leaves to choose from: all, or those near by and some of the others."""
        count = len(self.leaves)
        step = max(1, count // FAR)
        here = range(leaf.number - NEAR, leaf.number + NEAR + 1)
        shown = {1, count, *here, *range(1, count + 1, step)}
        return [each for each in self.leaves if each.number in shown]


def cut(
    groups: Sequence[tuple[str, Sequence[Item]]], listing: Listing[Item], used: int = 0
) -> Leaves[Item]:
    """Cut a list in parts into leaves; a part is kept whole where a leaf can hold it.

    `used` is what stands on the first leaf besides the list.
    """
    pages: list[list[tuple[str, list[Item]]]] = [[]]
    left = max(ROOM - used, LEAST * ROOM)
    for label, items in groups:
        weights = [listing.weigh(item) for item in items]
        whole = listing.heading + sum(weights)
        if pages[-1] and left < whole <= ROOM:
            pages.append([])
            left = ROOM
        left -= listing.heading
        pages[-1].append((label, []))
        for item, weight in zip(items, weights, strict=True):
            if weight > left and any(held for _, held in pages[-1]):
                pages.append([(label, [])])
                left = ROOM - listing.heading
            pages[-1][-1][1].append(item)
            left -= weight
    return Leaves(_numbered(pages, listing), [(label, list(items)) for label, items in groups])


def _numbered(
    pages: Sequence[Sequence[tuple[str, list[Item]]]], listing: Listing[Item]
) -> list[Leaf[Item]]:
    leaves: list[Leaf[Item]] = []
    start, last = 0, ""
    for number, page in enumerate(pages, 1):
        groups = tuple((label, tuple(items)) for label, items in page if items)
        items = [item for _, held in groups for item in held]
        continued = number > 1 and bool(groups) and groups[0][0] == last
        label = _range(listing.say(items[0]), listing.say(items[-1])) if items else ""
        name = listing.address(number)
        leaves.append(Leaf(number, name, groups, start, continued, label))
        start += len(items)
        last = groups[-1][0] if groups else last
    return leaves


def _range(first: str, last: str) -> str:
    first, last = _short(first), _short(last)
    return first if first == last else f"{first} – {last}"


def _short(name: str) -> str:
    return name if len(name) <= LONGEST_NAME else f"{name[: LONGEST_NAME - 1].rstrip()}…"
