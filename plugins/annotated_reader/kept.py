"""What a conversion keeps for the next one: texts as read, files as written, each under its key.

A key is the digest of all that a value was made from; the shelves themselves are under the
digest of the code. So an unchanged text costs a look-up, and what comes out is what a clean
conversion would make.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .readings import kept_parts, kept_reading, packed_parts, reading_of
from .stages.describe import Quotation, quotations
from .stages.gazetteer import looked_up, remember
from .stages.languages import known_languages
from .stages.place_choice import SOURCE
from .stages.resolve import cluster_text
from .store import Shelf, digest, pack, unpack

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from pathlib import Path

    from .glosses import Finder
    from .model import Document, Entry, Mention, Parse
    from .readings import Reading
    from .stages.clusters import Part
    from .stages.standing import Standing
    from .store import SeedFile

SHELVES = (
    "read",
    "within",
    "quoted",
    "named",
    "described",
    "texts",
    "glossary",
    "places",
    "rarities",
)


class Kept:
    """The shelves of one conversion; `installed` names the model that reads a language here."""

    def __init__(self, cache: Path, installed: Callable[[str], str], finder: Finder) -> None:
        self.installed = installed
        self.finder = finder
        self.models = tuple(map(installed, known_languages()))
        self.shelves = {name: Shelf(cache / "kept" / name) for name in SHELVES}
        remember(self.shelves["places"].get("cities", SOURCE) or {})
        finder.rarities |= self.shelves["rarities"].get("words", "") or {}
        self.keys: dict[str, str] = {}
        self.sidecars: dict[str, str] = {}
        self.said: dict[str, tuple[str, str]] = {}
        self.parts: dict[str, list[Part]] = {}
        self.quotations: dict[str, Any] = {}

    def save(self) -> None:
        """Keep what this conversion used."""
        self.shelves["places"].put("cities", SOURCE, looked_up())
        self.shelves["rarities"].put("words", "", self.finder.rarities)
        for shelf in self.shelves.values():
            shelf.save()

    def reading(self, seed: SeedFile) -> Reading | None:
        """Return a seed's text as read in an earlier run, if seed and model are the same."""
        key = self.note(seed, seed.sha256)
        found = self.shelves["read"].get(seed.path, key)
        return kept_reading(key, found) if found else None

    def note(self, seed: SeedFile, sha256: str) -> str:
        """Note under which key a seed is kept that holds bytes of this digest; return the key."""
        key = digest(repr((self.models, self.finder.key, seed.path, seed.sidecar)) + sha256)
        self.keys[seed.path] = key
        self.sidecars[seed.path] = digest(seed.sidecar) if seed.sidecar else ""
        return key

    def read(self, document: Document, parsed: Parse) -> Reading:
        """Find the names of a text, and keep it as read for the next run."""
        path = document.path
        found = self.finder.find(document, parsed)
        reading = reading_of(self.keys[path], document, parsed, found)
        self.shelves["read"].put(path, reading.key, reading.kept())
        return reading

    def within(
        self, reading: Reading, kinds: Mapping[str, str], acronyms: Mapping[str, str]
    ) -> Sequence[Part]:
        """Return what a text names, given what its names are elsewhere in the library."""
        gist = reading.outline.gist
        voted = [kinds[name] for name, _, _ in gist.votes]
        spelled = [acronyms.get(short, "") for short in gist.shorts]
        key = digest(repr((reading.key, voted, spelled)))

        def make() -> tuple[Any, bytes]:
            parts = cluster_text(reading.prose, reading.mentions, kinds, acronyms)
            return packed_parts(parts)

        outlines, packed = self.shelves["within"].value(gist.document, key, make)
        self.parts[key] = kept_parts(key, gist.document, outlines, packed)
        self.shelves["quoted"].holds(gist.document, key)
        return self.parts[key]

    def quoted(self, reading: Reading, part: Part) -> Sequence[Quotation]:
        """Return what a text's grammar says of one of its parts; found for all of them at once."""
        slug = part.document
        key, _, at = part.kept.partition(" ")

        def find(parts: Sequence[Part]) -> list[list[Quotation]]:
            documents, parses = {slug: reading.prose}, {slug: reading.parse}
            return [quotations(each.mentions(), documents, parses) for each in parts]

        def make() -> tuple[Any, ...]:
            return tuple(tuple(map(tuple, found)) for found in find(self.parts[key]))

        if not at:
            return find([part])[0]
        if key not in self.quotations:
            self.quotations[key] = self.shelves["quoted"].value(slug, key, make)
        return [Quotation(*row) for row in self.quotations[key][int(at)]]

    def again(self, reading: Reading, names: Standing) -> tuple[Mention, ...] | None:
        """Return a text's mentions with the names of an editor's, if any stand in it."""
        key = digest(repr((reading.key, names.key)))

        def make() -> tuple[tuple[Mention, ...] | None]:
            here = names.within(reading.prose.text)
            return (self.finder.find(reading.prose, reading.parse, here) if here else None,)

        return self.shelves["named"].value(reading.outline.slug, key, make)[0]

    def known(self, id_: str, key: str, make: Callable[[], Entry]) -> Callable[[], Entry]:
        """Return what gives the machine's entry of an id, from an earlier run if there is one."""

        def described() -> tuple[str, str, bytes]:
            entry = make()
            evidence = entry.definition.evidence
            return digest(repr(entry)), evidence.document if evidence else "", pack(entry)

        shelf = self.shelves["described"]
        said, source, packed = shelf.value(id_, digest(self.finder.names_key + key), described)
        self.said[id_] = said, source
        return lambda: unpack(packed)
