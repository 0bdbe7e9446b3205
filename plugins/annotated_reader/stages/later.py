"""Values that are made when they are looked at: most of a library is not, where little changed."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import TYPE_CHECKING, TypeVar

from .kinds.calibrate import calibrated
from .who_is_who.clusters import Mentions

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ..model import Entity, Mention
    from .who_is_who.clusters import Part

Value = TypeVar("Value")


class LookedUp(Mapping[str, Value]):
    """Values by name, each with what gives it, which is asked whenever the value is looked at."""

    def __init__(self, makers: Mapping[str, Callable[[], Value]]) -> None:
        self.makers = makers

    def __getitem__(self, name: str) -> Value:
        """Return a value."""
        return self.makers[name]()

    def __contains__(self, name: object) -> bool:
        """Tell whether there is a value of this name, without making it."""
        return name in self.makers

    def __iter__(self) -> Iterator[str]:
        """Go through the names."""
        return iter(self.makers)

    def __len__(self) -> int:
        """Return the number of values."""
        return len(self.makers)


class Later(LookedUp[Value]):
    """Values by name that are made once, and no earlier than they are looked at."""

    def __init__(self, makers: Mapping[str, Callable[[], Value]]) -> None:
        super().__init__(makers)
        self.made: dict[str, Value] = {}

    def __getitem__(self, name: str) -> Value:
        """Return a value; make it if it has not been made."""
        if name not in self.made:
            self.made[name] = super().__getitem__(name)
        return self.made[name]

    def later(self, name: str) -> Callable[[], Value]:
        """Return what gives a value, without making it."""
        return lambda: self[name]


class Found(Mapping[str, "tuple[Mention, ...]"]):
    """The mentions of each document that entities have, with the confidence their rules earned."""

    def __init__(self, documents: Iterable[str], entities: Iterable[Entity]) -> None:
        self.parts: dict[str, list[tuple[Mentions, Part]]] = {slug: [] for slug in documents}
        self.single: dict[str, list[Mention]] = {}
        for entity in entities:
            if isinstance(entity.mentions, Mentions):
                for part in entity.mentions.parts:
                    self.parts[part.document].append((entity.mentions, part))
                continue
            for mention in entity.mentions:
                self.single.setdefault(mention.document, []).append(mention)

    def said(self, slug: str) -> tuple[object, ...] | None:
        """Return what tells whether a document's mentions are the same; None if nothing does."""
        parts = self.parts[slug]
        if not all(part.kept for _, part in parts):
            return None
        kept = sorted((part.kept, mentions.entry, part.told) for mentions, part in parts)
        return (*kept, *self.single.get(slug, ()))

    def entries(self, slug: str) -> list[str]:
        """Return the ids of the entries that a document's mentions lead to."""
        ids = {mentions.entry for mentions, _ in self.parts[slug]}
        return sorted(ids | {mention.entry for mention in self.single.get(slug, ())})

    def __getitem__(self, slug: str) -> tuple[Mention, ...]:
        """Return a document's mentions in order."""
        joined = (m for mentions, part in self.parts[slug] for m in mentions.of(part))
        found = map(calibrated, (*joined, *self.single.get(slug, ())))
        return tuple(sorted(found, key=lambda mention: mention.span))

    def __contains__(self, slug: object) -> bool:
        """Tell whether there is such a document, without making its mentions."""
        return slug in self.parts

    def __iter__(self) -> Iterator[str]:
        """Go through the documents."""
        return iter(self.parts)

    def __len__(self) -> int:
        """Return the number of documents."""
        return len(self.parts)
