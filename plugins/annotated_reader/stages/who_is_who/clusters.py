"""What names are joined into: clusters within a text, their parts, and what parts make together."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple, overload

from ..at_hand import at_hand

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ...model import Mention


@dataclass(slots=True)
class Cluster:
    """Mentions of a text that name one thing, while names are being joined.

    `key` is what the same thing has in other texts; `lone` marks a person known by one word
    only; `bearers` are the keys of those whom an ambiguous name may stand for; `shorts` the keys
    of what a text calls it besides, for short or by another name; `regions` those of the states
    or countries that a text puts behind the name of a place.
    """

    kind: str
    key: str
    mentions: list[Mention] = field(default_factory=list)
    lone: bool = False
    bearers: tuple[str, ...] = ()
    shorts: set[str] = field(default_factory=set)
    regions: set[str] = field(default_factory=set)


class Part(NamedTuple):
    """A cluster once its text is done: its share in what the library joins.

    `surfaces` counts how the thing is written; `mentions` gives the mentions to whoever needs
    them; `kept` names them where they come from an earlier run, so that equal names mean equal
    mentions. `told` are the rule and the confidence of all, where the library joined them.
    """

    document: str
    kind: str
    key: str
    lone: bool
    bearers: tuple[str, ...]
    surfaces: tuple[tuple[str, int], ...]
    mentions: Callable[[], Sequence[Mention]]
    kept: str = ""
    told: tuple[str, float] | None = None
    shorts: tuple[str, ...] = ()
    regions: tuple[str, ...] = ()


def part_of(document: str, cluster: Cluster) -> Part:
    """Return a document's cluster as its part in the library."""
    surfaces = tuple(Counter(mention.surface for mention in cluster.mentions).items())
    mentions = tuple(cluster.mentions)
    return Part(
        document, cluster.kind, cluster.key, cluster.lone, cluster.bearers, surfaces,
        lambda: mentions, shorts=tuple(sorted(cluster.shorts)),
        regions=tuple(sorted(cluster.regions)),
    )  # fmt: skip


@dataclass(slots=True)
class Joined:
    """The parts of all texts that name one thing; fields as in `Cluster`."""

    kind: str
    key: str
    parts: list[Part] = field(default_factory=list)
    lone: bool = False
    bearers: tuple[str, ...] = ()

    @property
    def shorts(self) -> set[str]:
        """Return the keys of what any text calls it besides."""
        return {short for part in self.parts for short in part.shorts}


class Mentions(Sequence["Mention"]):
    """The mentions of an entity in the order of the library, made when they are looked at."""

    def __init__(self, entry: str, parts: Sequence[Part], order: Mapping[str, int]) -> None:
        self.entry = entry
        self.parts = sorted(parts, key=lambda part: order[part.document])

    def first(self, number: int) -> tuple[Mention, ...]:
        """Make the first ones, in the order of the library, and only what they take."""
        found: list[Mention] = []
        for _, parts in groupby(self.parts, key=lambda part: part.document):
            found += sorted((m for part in parts for m in self.of(part)), key=lambda m: m.span)
            if len(found) >= number:
                break
        return tuple(found[:number])

    def of(self, part: Part) -> Iterator[Mention]:
        """Yield the mentions of one part, under the entity's id."""
        for mention in part.mentions():
            if part.told:
                rule, confidence = part.told
                yield replace(mention, entry=self.entry, rule=rule, confidence=confidence)
            else:
                yield replace(mention, entry=self.entry)

    @overload
    def __getitem__(self, index: int) -> Mention: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[Mention, ...]: ...
    def __getitem__(self, index: int | slice) -> Mention | tuple[Mention, ...]:
        """Return one mention, or several; the first ones without the others."""
        if isinstance(index, slice) and index.stop and index.stop > 0 and not index.start:
            return self.first(index.stop)[index]
        return _made(self)[index]

    def __len__(self) -> int:
        """Return their number, without making them."""
        return sum(count for part in self.parts for _, count in part.surfaces)

    def __iter__(self) -> Iterator[Mention]:
        """Go through them in order."""
        return iter(_made(self))

    def __eq__(self, other: object) -> bool:
        """Tell whether another sequence holds the same mentions."""
        return isinstance(other, Sequence) and _made(self) == tuple(other)

    def __hash__(self) -> int:
        """Return the hash of the mentions."""
        return hash(_made(self))


@at_hand(64)
def _made(mentions: Mentions) -> tuple[Mention, ...]:
    return mentions.first(len(mentions))


def documents_of(mentions: Sequence[Mention]) -> Counter[str]:
    """Count mentions by document."""
    if not isinstance(mentions, Mentions):
        return Counter(mention.document for mention in mentions)
    counts: Counter[str] = Counter()
    for part in mentions.parts:
        counts[part.document] += sum(count for _, count in part.surfaces)
    return counts


def surfaces_of(mentions: Iterable[Mention]) -> Counter[str]:
    """Count mentions by how they are written."""
    if not isinstance(mentions, Mentions):
        return Counter(mention.surface for mention in mentions)
    return count_surfaces(mentions.parts)


def count_surfaces(parts: Iterable[Part]) -> Counter[str]:
    """Count how a thing is written in all its parts."""
    counts: Counter[str] = Counter()
    for part in parts:
        for surface, count in part.surfaces:
            counts[surface] += count
    return counts
