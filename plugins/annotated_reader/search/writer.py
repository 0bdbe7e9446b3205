"""Documents -> all files under `search/`, one after the other, as bytes.

Everything is a classic script that calls into one namespace: that is the only form of data that
a browser loads on a server, under a sub-path and from `file://` alike, under a strict content
security policy. A visitor's first query loads `core.js`, the ranges of terms that hold its
words, and the documents that are shown; a phrase loads the positions of its words besides.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import TYPE_CHECKING

from .counting import WordCounter
from .joining import client_scripts
from .library import Library, document_parts
from .numbering import Numbering, numbering

if TYPE_CHECKING:
    from .document import SearchDocument

AT_ONCE = 32  # documents


def build_search(
    documents: Iterable[SearchDocument], numbered: Numbering | None = None
) -> Iterator[tuple[str, bytes]]:
    """Yield the search's files by their names under `search/`. Same documents, same bytes.

    Where the numbers are given, documents come in their order, one at a time; else they may come
    in any.
    """
    yield from client_scripts().items()
    if numbered is None:
        documents, numbered = in_order(documents)
    library = Library(numbered)
    for part in document_parts(_read(documents, library), numbered):
        yield part.name, part.make()
    for part in library.parts():
        yield part.name, part.make()


def in_order(documents: Iterable[SearchDocument]) -> tuple[list[SearchDocument], Numbering]:
    """Return documents in the order of their numbers, and these."""
    found = list(documents)
    refs = [
        [each.ref for each in found if (each.kind == "text") is texts] for texts in (True, False)
    ]
    numbered = numbering(*refs)
    return sorted(found, key=lambda each: numbered.number_of[each.ref]), numbered


def _read(
    documents: Iterable[SearchDocument], library: Library
) -> Iterator[tuple[int, SearchDocument]]:
    """Yield documents with their numbers; several at a time are taken in, which is faster."""
    count = WordCounter()
    number_of = library.numbered.number_of
    rest = iter(documents)
    while some := [(number_of[each.ref], each) for each in islice(rest, AT_ONCE)]:
        library.count(some, count)
        for number, document in some:
            library.note(number, document)
        yield from some
