"""The register in, `reader.json` out: what the site holds, for programs; and our sites' mark."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import quote

if TYPE_CHECKING:
    from ..model import Entry
    from ..stages.collect import Register, Text

VERSION = 1


def to_reader_json(register: Register) -> dict[str, object]:
    """Return counts, texts and entries; all addresses are relative to the file itself."""
    return {
        "version": VERSION,
        "counts": {
            "texts": len(register.texts),
            "entries": len(register.entries),
            "mentions": sum(len(text.mentions) for text in register.texts),
        },
        "texts": [_text(text) for text in register.texts],
        "entries": [
            _entry(entry, len(register.occurrences.get(name, ())))
            for name, entry in sorted(register.entries.items())
        ],
    }


def _text(text: Text) -> dict[str, object]:
    address = f"texts/{quote(text.slug)}"
    return {
        "slug": text.slug,
        "title": text.title,
        "date": text.date,
        "language": text.language,
        "mentions": len(text.mentions),
        "page": f"{address}.html",
        "text": f"{address}.txt",
        "annotations": f"{address}.annotations.json",
    }


def _entry(entry: Entry, mentions: int) -> dict[str, object]:
    return {
        "id": entry.id,
        "name": entry.name,
        "kind": entry.kind,
        "aliases": list(entry.aliases),
        "same_as": list(entry.same_as),
        "mentions": mentions,
        "page": f"glossary/{quote(entry.id)}.html",
    }
