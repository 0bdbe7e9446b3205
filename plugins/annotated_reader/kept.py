"""What a conversion keeps for the next one: texts as read, files as written, each under its key.

A key is the digest of all that a value was made from; the shelves themselves are under the
digest of the code. So an unchanged text costs a look-up, and what comes out is what a clean
conversion would make.
"""

from __future__ import annotations

from functools import lru_cache, partial
from typing import TYPE_CHECKING, Any, NamedTuple

from .errors import ReaderError
from .readings import (
    Outline,
    Reading,
    outline_of,
    parts_of,
    plain_parts,
)
from .stages.describe import Quotation, quotations
from .stages.languages import known_languages
from .stages.places.choice import SOURCE
from .stages.places.gazetteer import CITIES
from .stages.places.towns import TOWNS
from .stages.prose import prose_of
from .stages.resolve import cluster_text
from .stages.who_is_who.gist import gist
from .store import Draft, Shelf, digest, pack, unpack

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from pathlib import Path

    from .glosses import Finder
    from .model import Document, Entry, Mention, Parse
    from .stages.names.standing import Standing
    from .stages.who_is_who.clusters import Part
    from .store import SeedFile

READ = ("documents", "parses", "mentions")
"""The shelves of a text as read, besides its outline."""

SHELVES = (
    "read",
    *READ,
    "within",
    "parts",
    "quoted",
    "named",
    "described",
    "texts",
    "texts written",
    "glossary",
    "glossary written",
    "places",
    "rarities",
)

LOOK_UPS = {"cities": CITIES, "towns": TOWNS}
"""What was asked of the data on places, on the shelf of these."""

AT_HAND = 256
"""Values that stay in memory once they have been looked up, so that it does not grow with the
library."""


class Said(NamedTuple):
    """An entry of the machine's: its digest, the text that it quotes, the key it was made for."""

    sha256: str
    source: str
    key: str


class Kept:
    """The shelves of one conversion; `installed` names the model that reads a language here."""

    def __init__(self, cache: Path, installed: Callable[[str], str], finder: Finder) -> None:
        self.installed = installed
        self.finder = finder
        self.models = tuple(map(installed, known_languages()))
        self.shelves = {name: Shelf(cache / "kept" / name) for name in SHELVES}
        places = self.shelves["places"]
        self.looked_up = {name: places.get(name, SOURCE) or {} for name in LOOK_UPS}
        for name, look_up in LOOK_UPS.items():
            look_up.remember(self.looked_up[name])
        finder.rarities |= self.shelves["rarities"].get("words", "") or {}
        self.keys: dict[str, str] = {}
        self.sidecars: dict[str, str] = {}
        self.said: dict[str, Said] = {}
        self.parts: dict[str, list[Part]] = {}
        self.look_up = lru_cache(AT_HAND)(self._look_up)

    def save(self) -> None:
        """Keep what this conversion used."""
        for name, look_up in LOOK_UPS.items():
            known = self.looked_up[name] | look_up.asked()
            self.shelves["places"].put(name, SOURCE, dict(sorted(known.items())))
        self.shelves["rarities"].put("words", "", self.finder.rarities)
        for shelf in self.shelves.values():
            shelf.save()

    def reading(self, seed: SeedFile) -> Reading | None:
        """Return a seed's text as read in an earlier run, if seed and model are the same."""
        key = self.note(seed, seed.sha256)
        if not all(self.shelves[shelf].is_whole(seed.path, key) for shelf in READ):
            return None
        outline = self.shelves["read"].get(seed.path, key)
        return Reading(key, outline_of(outline), self.look_up) if outline else None

    def note(self, seed: SeedFile, sha256: str) -> str:
        """Note under which key a seed is kept that holds bytes of this digest; return the key."""
        key = digest(repr((self.models, self.finder.key, seed.path, seed.sidecar)) + sha256)
        self.keys[seed.path] = key
        self.sidecars[seed.path] = digest(seed.sidecar) if seed.sidecar else ""
        return key

    def take(self, document: Document) -> Callable[[], Document]:
        """Keep a document that is to be read, and return what gives its prose."""
        path, key = document.path, self.keys[document.path]
        self.shelves["documents"].put(path, key, document)
        return partial(self.look_up, "prose", path, key)

    def read(self, path: str, parsed: Parse) -> Reading:
        """Find the names of a text that was taken, and keep it as read for the next run."""
        key = self.keys[path]
        document, prose = (self.look_up(shelf, path, key) for shelf in ("documents", "prose"))
        found = self.finder.find(document, parsed)
        said = gist(prose, found)
        outline = Outline(document.slug, path, document.title, document.language, said)
        self.shelves["parses"].put(path, key, parsed)
        self.shelves["mentions"].put(path, key, found)
        self.shelves["read"].put(path, key, outline.plain())
        return Reading(key, outline, self.look_up)

    def within(
        self, reading: Reading, kinds: Mapping[str, str], acronyms: Mapping[str, str]
    ) -> Sequence[Part]:
        """Return what a text names, given what its names are elsewhere in the library."""
        said, slug = reading.outline.gist, reading.outline.gist.document
        voted = [kinds[name] for name, _, _ in said.votes]
        spelled = [acronyms.get(short, "") for short in said.shorts]
        key = digest(repr((reading.key, voted, spelled)))

        def make() -> tuple[Any, Any]:
            return plain_parts(cluster_text(reading.prose, reading.mentions, kinds, acronyms))

        outlines = self._with_more("within", "parts", slug, key, make)
        self.parts[key] = parts_of(key, slug, outlines, self.look_up)
        self.shelves["quoted"].is_whole(slug, key)  # else it is made when it is asked for
        return self.parts[key]

    def quoted(self, reading: Reading, part: Part) -> Sequence[Quotation]:
        """Return what a text's grammar says of one of its parts; found for all of them at once."""
        slug = part.document
        key, _, at = part.kept.partition(" ")

        def find(parts: Sequence[Part]) -> list[list[Quotation]]:
            documents, parses = {slug: reading.prose}, {slug: reading.parse}
            return [quotations(each.mentions(), documents, parses) for each in parts]

        if not at:
            return find([part])[0]
        if not self.shelves["quoted"].holds(slug, key):
            self.shelves["quoted"].put(slug, key, tuple(map(tuple, find(self.parts[key]))))
        return [Quotation(*row) for row in self.look_up("quoted", slug, key)[int(at)]]

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
        self.said[id_] = Said(said, source, digest(key))
        return lambda: unpack(packed)

    def written(
        self, shelf: str, name: str, key: str, write: Callable[[], tuple[tuple[str, ...], int]]
    ) -> tuple[list[Draft], int]:
        """Return drafts of texts, and a number that is known with them, written or from before.

        The texts are looked up when a draft is asked for its own.
        """
        texts = f"{shelf} written"

        def make() -> tuple[Any, Any]:
            made, number = write()
            return (tuple(map(digest, made)), number), made

        def text(at: int) -> str:
            found: str = self.look_up(texts, name, key)[at]
            return found

        digests, number = self._with_more(shelf, texts, name, key, make)
        return [Draft(sha256, partial(text, at)) for at, sha256 in enumerate(digests)], number

    def _with_more(
        self, shelf: str, beside: str, name: str, key: str, make: Callable[[], tuple[Any, Any]]
    ) -> Any:
        """Return a value that has more of it on another shelf; both are made if need be."""
        said = self.shelves[shelf].get(name, key)
        if said is None or not self.shelves[beside].is_whole(name, key):
            said, more = make()
            self.shelves[shelf].put(name, key, said)
            self.shelves[beside].put(name, key, more)
        return said

    def _look_up(self, shelf: str, name: str, key: str) -> Any:
        """Return what is on a shelf, known to be there."""
        if shelf == "prose":
            return prose_of(self.look_up("documents", name, key))
        found = self.shelves[shelf].get(name, key)
        if found is None:
            raise ReaderError(
                "the caches were changed while they were read", remedy="run the command again"
            )
        return found
