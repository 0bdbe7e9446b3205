"""A finished text -> what the glossary says of the entries that it links without a note.

An editor's hand-written link has no note in its text, but it explains itself as any other does:
what its note would say stands in the page for the preview card, in an inert `<template>`. Made
when the page's template asks for it.
"""

from __future__ import annotations

import re
from functools import cached_property
from typing import TYPE_CHECKING

from markdown import Markdown

from ..markdown_ext import ReaderExtension
from ..stages.compose import compose_note
from .finish import NOTES

if TYPE_CHECKING:
    from collections.abc import Callable

    from ..stages.collect import Text
    from .finish import Finisher

NOTED = re.compile(
    r'<li (?=[^>]*\bid="note-)[^>]*\bdata-entry="(?P<entry>[^"]*)".*?</li>', re.DOTALL
)
BACKLINKS = re.compile(r'\s*<span class="backlinks">.*?</span>', re.DOTALL)


class Unnoted:
    """The notes that a text does not have, as items of a list."""

    def __init__(self, text: Text, html: Callable[[], str], writer: UnnotedWriter) -> None:
        self.text = text
        self.html = html
        self.writer = writer

    def __str__(self) -> str:
        """Return the items, or nothing where every mention has its note."""
        return self.items

    def __bool__(self) -> bool:
        """Tell whether there are any."""
        return bool(self.items)

    @cached_property
    def items(self) -> str:
        """The items, made once."""
        html = self.html()
        noted = {found["entry"] for found in NOTED.finditer(html)}
        named = dict.fromkeys(mention.entry for mention in self.text.mentions)
        ids = [id_ for id_ in named if id_ not in noted]
        return self.writer.write(ids, self.text.slug, html) if ids else ""


class UnnotedWriter:
    """Writes the notes that texts do not have; most of them are the same in many texts."""

    def __init__(self, finisher: Finisher) -> None:
        self.finisher = finisher
        self.made: dict[str, str] = {}

    def write(self, ids: list[str], slug: str, html: str) -> str:
        """Write notes on entries as a text's own are written, without what leads back from them."""
        entries, titles = self.finisher.register.entries, self.finisher.notes.titles
        notes = {id_: compose_note(entries[id_], slug, entries, titles) for id_ in ids}
        self._make({id_: note for id_, note in notes.items() if note not in self.made})
        items = "\n".join(self.made[note] for note in notes.values())
        element, *_ = NOTES.split(html, maxsplit=1)
        return self.finisher.finish_notes(self.finisher.with_kinds(items), element, slug)

    def _make(self, notes: dict[str, str]) -> None:
        """Make notes' Markdown into items, all at once."""
        if notes:
            source = "\n\n".join(["".join(f"[^{id_}]" for id_ in notes), *notes.values()])
            markdown = Markdown(extensions=[ReaderExtension()], output_format="html")
            _, section = NOTES.split(markdown.convert(source), maxsplit=1)
            found = NOTED.finditer(BACKLINKS.sub("", section))
            items = {each["entry"]: each[0] for each in found}
            self.made |= {note: items.get(id_, "") for id_, note in notes.items()}
