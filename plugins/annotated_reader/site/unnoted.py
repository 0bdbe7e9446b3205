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
from .finish import NOTES, Finisher

if TYPE_CHECKING:
    from collections.abc import Callable

    from ..stages.collect import Text
    from .facts import Facts

NOTED = re.compile(r'<li (?=[^>]*\bid="note-)[^>]*\bdata-entry="([^"]*)"')
ITEM = re.compile(r"<li .*?</li>", re.DOTALL)
BACKLINKS = re.compile(r'\s*<span class="backlinks">.*?</span>', re.DOTALL)


class Unnoted:
    """The notes that a text does not have, as items of a list."""

    def __init__(self, text: Text, html: Callable[[], str], facts: Facts) -> None:
        self.text = text
        self.html = html
        self.facts = facts

    def __str__(self) -> str:
        """Return the items, or nothing where every mention has its note."""
        return self.items

    def __bool__(self) -> bool:
        """Tell whether there are any."""
        return bool(self.items)

    @cached_property
    def items(self) -> str:
        """The items, made once."""
        noted = set(NOTED.findall(self.html()))
        named = dict.fromkeys(mention.entry for mention in self.text.mentions)
        ids = [id_ for id_ in named if id_ not in noted]
        return self._written(ids) if ids else ""

    def _written(self, ids: list[str]) -> str:
        """Write notes as a text's own are written, and take off what leads back from them."""
        register, slug = self.facts.register, self.text.slug
        titles = {text.slug: text.title for text in register.texts}
        notes = [compose_note(register.entries[id_], slug, register.entries, titles) for id_ in ids]
        source = "\n\n".join(["".join(f"[^{id_}]" for id_ in ids), *notes])
        written = Markdown(extensions=[ReaderExtension()], output_format="html").convert(source)
        finisher = Finisher(register, self.facts.named)
        _, section = NOTES.split(finisher.with_kinds(written), maxsplit=1)
        blocks, *_ = NOTES.split(self.html(), maxsplit=1)
        finished = finisher.finish_notes(section, blocks, slug)
        return "\n".join(ITEM.findall(BACKLINKS.sub("", finished)))
