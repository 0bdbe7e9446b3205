"""Texts as read, each from this run or from an earlier one; the latter are unpacked when needed.

A library asks little of a text that has not changed: its title, and what it adds to the kinds and
acronyms of all. Its words, what the model said of them and its mentions stay bytes until a stage
looks at them.
"""

from __future__ import annotations

from functools import cached_property, partial
from itertools import starmap
from typing import TYPE_CHECKING, Any, NamedTuple

from .model import Mention
from .stages.clusters import Part
from .stages.gist import Gist, gist
from .stages.prose import prose_of
from .store import pack, unpack
from .store.packing import rows

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from .model import Document, Parse


class Outline(NamedTuple):
    """What of a text is always at hand."""

    slug: str
    path: str
    title: str
    language: str
    gist: Gist


class Reading:
    """A text as read; `key` names all that this depends on, the others give its parts."""

    def __init__(
        self,
        key: str,
        outline: Outline,
        document: Callable[[], Document],
        parsed: Callable[[], Parse],
        found: Callable[[], tuple[Mention, ...]],
    ) -> None:
        self.key = key
        self.outline = outline
        self._parts = document, parsed, found

    @cached_property
    def document(self) -> Document:
        """Return the text's document."""
        return self._parts[0]()

    @cached_property
    def prose(self) -> Document:
        """Return the document as the language stages read it."""
        return prose_of(self.document)

    @cached_property
    def parse(self) -> Parse:
        """Return what the model says of it."""
        return self._parts[1]()

    @cached_property
    def mentions(self) -> tuple[Mention, ...]:
        """Return its mentions without decisions."""
        return self._parts[2]()

    def kept(self) -> tuple[Any, ...]:
        """Return what is kept of it: plain data and bytes."""
        packed = (pack(each) for each in (self.document, self.parse, self.mentions))
        return (*self.outline[:4], tuple(self.outline.gist), *packed)


def reading_of(key: str, document: Document, parsed: Parse, found: tuple[Mention, ...]) -> Reading:
    """Return a text that has just been read."""
    outline = Outline(
        document.slug, document.path, document.title, document.language,
        gist(prose_of(document), found),
    )  # fmt: skip
    return Reading(key, outline, lambda: document, lambda: parsed, lambda: found)


def kept_reading(key: str, kept: Sequence[Any]) -> Reading:
    """Return a text as an earlier run has kept it."""
    slug, path, title, language, said, document, parsed, found = kept
    return Reading(
        key,
        Outline(slug, path, title, language, Gist(*said)),
        partial(unpack, document),
        partial(unpack, parsed),
        partial(unpack, found),
    )


def packed_parts(parts: Sequence[Part]) -> tuple[Any, bytes]:
    """Return a text's parts as plain data, and all their mentions as bytes."""
    outlines = tuple(
        (p.kind, p.key, p.lone, p.bearers, p.surfaces, p.shorts, p.regions) for p in parts
    )
    return outlines, pack(tuple(rows(Mention, part.mentions()) for part in parts))


def kept_parts(key: str, slug: str, outlines: Sequence[Any], packed: bytes) -> list[Part]:
    """Return a text's parts as they were kept under a key."""
    mentions = _Unpacked(packed)
    return [
        Part(
            slug, kind, name, lone, bearers, surfaces, partial(mentions.of, at), f"{key} {at}",
            shorts=shorts, regions=regions,
        )
        for at, (kind, name, lone, bearers, surfaces, shorts, regions) in enumerate(outlines)
    ]  # fmt: skip


class _Unpacked:
    """The mentions of a text's parts, unpacked with the first one that is looked at."""

    def __init__(self, packed: bytes) -> None:
        self.packed = packed

    @cached_property
    def parts(self) -> tuple[tuple[Mention, ...], ...]:
        return tuple(tuple(starmap(Mention, part)) for part in unpack(self.packed))

    def of(self, number: int) -> tuple[Mention, ...]:
        return self.parts[number]
