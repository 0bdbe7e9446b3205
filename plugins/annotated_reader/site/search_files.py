"""The search's files in the new site: what a change leaves as it was is taken from the public one.

What the index was made from is kept with it, so that of a library with one changed text that text
alone is analyzed, and only the files that it is part of are made. A public file is known by its
size and time or, where these are others, by its digest.
"""

from __future__ import annotations

import os
from itertools import chain
from typing import TYPE_CHECKING, Any, TypeAlias

from ..search import Library, SearchDocument, WordCounter, client_scripts, document_parts, revise
from ..search.document import as_row
from ..store import Shelf, digest
from ..store.packing import pack, unpack
from .carry import put
from .search_documents import numbered_documents

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

    from ..search.numbering import Numbering
    from ..search.parts import Part
    from ..stages.collect import Register

Rows: TypeAlias = "dict[int, bytes]"
"""Documents, packed, by their numbers."""
Known: TypeAlias = tuple[str, str, int, int]
"""A file: the digests of what it was made from and of itself, its size, its time in nanoseconds."""

LIBRARY, FILES = "library", "files"
KEY = ""  # the shelf knows the code that made what it holds
AT_ONCE = 32  # documents


def write_search(register: Register, cache: Path, staged: Path, public: Path) -> None:
    """Write all files of the search below `staged`; `public` holds those of the last build."""
    numbered, found = numbered_documents(register)
    documents = list(found)
    rows = {number: pack(as_row(document)) for number, document in documents}
    shelf = Shelf(cache / "kept" / "search")
    kept = shelf.get(LIBRARY, KEY)
    files = _Files(shelf.get(FILES, KEY) or {}, staged, public)
    if kept is None or kept[0] != rows or not files.take_all():
        library = _library(kept, rows, documents, numbered)
        for name, data in client_scripts().items():
            files.write(name, "", data)
        for part in chain(document_parts(documents, numbered, rows), library.parts()):
            files.take(part)
        shelf.put(LIBRARY, KEY, (rows, *library.packed()))
    shelf.put(FILES, KEY, files.written)
    shelf.save()


def _library(
    kept: Any,
    rows: Rows,
    documents: Iterable[tuple[int, SearchDocument]],
    numbered: Numbering,
) -> Library:
    """Return the library of all documents, revised where there is one of an earlier build."""
    if kept is None:
        library = Library(numbered)
        for at in range(0, len(all_of := list(documents)), AT_ONCE):
            library.count(all_of[at : at + AT_ONCE], WordCounter())
    else:
        old, *packed = kept
        library = Library.unpacked(numbered, packed)
        before, after = _changed(old, rows), _changed(rows, old)
        revise(library, before, after, WordCounter())
    for number, document in documents:
        library.note(number, document)
    return library


def _changed(rows: Rows, others: Mapping[int, bytes]) -> dict[int, SearchDocument]:
    return {
        number: SearchDocument(*unpack(row))
        for number, row in rows.items()
        if others.get(number) != row
    }


class _Files:
    """Files on their way into the new site; `known` are those of the last build by name."""

    def __init__(self, known: Mapping[str, Known], staged: Path, public: Path) -> None:
        self.known = known
        self.staged = staged
        self.public = public
        self.written: dict[str, Known] = {}

    def take_all(self) -> bool:
        """Take over all known files; false where one is no longer as it was."""
        return bool(self.known) and all(map(self._take_over, self.known))

    def take(self, part: Part) -> None:
        """Take over a file, or make it where it would be another."""
        key = part.key()
        if self.known.get(part.name, ("",))[0] != key or not self._take_over(part.name):
            self.write(part.name, key, part.make())

    def write(self, name: str, key: str, data: bytes) -> None:
        """Write a file that was made."""
        staged = self.staged / name
        staged.parent.mkdir(parents=True, exist_ok=True)
        put(staged, self.public / name, data)
        made = staged.stat()
        self.written[name] = (key, digest(data), made.st_size, made.st_mtime_ns)

    def _take_over(self, name: str) -> bool:
        key, known, *stamp = self.known[name]
        public, staged = self.public / name, self.staged / name
        try:
            found = public.stat()
            same = [found.st_size, found.st_mtime_ns] == stamp
            if not same and digest(public.read_bytes()) != known:
                return False
            _link(public, staged)
        except OSError:  # not public yet, or a file system without hard links
            return False
        self.written[name] = (key, known, found.st_size, found.st_mtime_ns)
        return True


def _link(public: Path, staged: Path) -> None:
    try:
        os.link(public, staged)
    except FileNotFoundError:
        staged.parent.mkdir(parents=True, exist_ok=True)
        os.link(public, staged)
    except FileExistsError:
        staged.unlink()
        os.link(public, staged)
