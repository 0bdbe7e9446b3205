"""What is found: a text, or an entry of the glossary, as the search sees it."""

from __future__ import annotations

from dataclasses import dataclass, fields
from operator import attrgetter
from typing import TypeAlias

Passage: TypeAlias = tuple[str, str]
"""An anchor in the document's page (or "") and the text that stands there."""
Named: TypeAlias = tuple[str, str, str, tuple[int, ...]]
"""An entry's name, kind and address, and the numbers (from 0) of the passages that name it."""

# How much a word counts, by where it stands. The names are not stemmed and keep stop words.
FIELDS = {"body": 1, "title": 8, "headings": 3, "names": 4}


@dataclass(frozen=True, slots=True)
class SearchDocument:
    """A page that can be found.

    `ref` is its address from the site's root (`texts/osh.html`), `kind` "text" or an entry's
    kind, `names` the names and aliases it is about or mentions, `passages` what is quoted from,
    `entries` the addresses of the entries that it mentions, `named` those that are shown with a
    passage, `date` an ISO 8601 calendar value.
    """

    ref: str
    title: str
    kind: str
    names: tuple[str, ...] = ()
    passages: tuple[Passage, ...] = ()
    headings: tuple[str, ...] = ()
    entries: tuple[str, ...] = ()
    language: str = "en"
    date: str = ""
    named: tuple[Named, ...] = ()


def as_row(document: SearchDocument) -> tuple[object, ...]:
    """Return all that a document holds as plain data: `SearchDocument(*row)` is the same."""
    row: tuple[object, ...] = _ROW(document)
    return row


_ROW = attrgetter(*(each.name for each in fields(SearchDocument)))
