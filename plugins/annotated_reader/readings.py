"""Texts as read: a little of each is always at hand, the rest is looked up when it is needed.

A library asks little of most of its texts: their titles, and what they add to the kinds and
acronyms of all. Their words, what the model said of them and their mentions stay on their shelves
until a stage looks at them, and only those that were looked at last stay in memory.
"""

from __future__ import annotations

from functools import partial
from itertools import starmap
from sys import intern
from typing import TYPE_CHECKING, Any, NamedTuple, cast

from .model import Mention
from .stages.who_is_who.clusters import Part
from .stages.who_is_who.gist import Gist
from .store import pack, unpack
from .store.packing import rows

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from .model import Document, Parse

    Mentions = tuple[Mention, ...]
    LookUp = Callable[[str, str, str], Any]
    """Given a shelf, a name and a key: the value, whose place is there."""


class Outline(NamedTuple):
    """What of a text is always at hand."""

    slug: str
    path: str
    title: str
    language: str
    gist: Gist

    def plain(self) -> tuple[Any, ...]:
        """Return it as plain data."""
        return (*self[:4], tuple(self.gist))


def outline_of(plain: Sequence[Any]) -> Outline:
    """Return the outline that `plain` has made data of."""
    slug, path, title, language, gist = plain
    return Outline(slug, path, title, language, Gist(*gist))


class Reading(NamedTuple):
    """A text as read; `key` names all that this depends on, `look_up` finds the rest."""

    key: str
    outline: Outline
    look_up: LookUp

    @property
    def document(self) -> Document:
        """Return the text's document."""
        return cast("Document", self._part("documents"))

    @property
    def prose(self) -> Document:
        """Return the document as the language stages read it."""
        return cast("Document", self._part("prose"))

    @property
    def parse(self) -> Parse:
        """Return what the model says of it."""
        return cast("Parse", self._part("parses"))

    @property
    def mentions(self) -> Mentions:
        """Return its mentions without decisions."""
        return cast("Mentions", self._part("mentions"))

    def _part(self, shelf: str) -> Any:
        return self.look_up(shelf, self.outline.path, self.key)


def plain_parts(parts: Sequence[Part]) -> tuple[Any, tuple[bytes, ...]]:
    """Return a text's parts as plain data, and the mentions of each as bytes."""
    outlines = tuple(
        (p.kind, p.key, p.lone, p.bearers, p.surfaces, p.shorts, p.regions) for p in parts
    )
    return outlines, tuple(pack(rows(Mention, part.mentions())) for part in parts)


def parts_of(key: str, slug: str, outlines: Sequence[Any], look_up: LookUp) -> list[Part]:
    """Return a text's parts as they are kept under a key; their mentions are looked up.

    What things are called is the same in many texts: it is in memory once.
    """

    def mentions_of(number: int) -> Mentions:
        return tuple(starmap(Mention, unpack(look_up("parts", slug, key)[number])))

    return [
        Part(
            slug, intern(kind), intern(name), lone, bearers,
            tuple((intern(surface), number) for surface, number in surfaces),
            partial(mentions_of, at), f"{key} {at}",
            shorts=shorts, regions=regions,
        )
        for at, (kind, name, lone, bearers, surfaces, shorts, regions) in enumerate(outlines)
    ]  # fmt: skip
