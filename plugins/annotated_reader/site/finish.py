"""A text's HTML and what the whole library knows -> the HTML of its page's text and notes.

Markdown holds one text; of what kind an entry is, how often it is mentioned, why a mention
leads to it and with whom it is named, only the library knows. Text is never touched, only tags
and what notes say. All of it is in the page itself, so that it needs neither script nor network.
"""

from __future__ import annotations

import re
from functools import lru_cache, partial
from html import escape
from typing import TYPE_CHECKING

from .evidence import Evidence
from .named import is_free
from .notes import NoteWriter, evidence_of, roughly

if TYPE_CHECKING:
    from ..model import Mention
    from ..stages.collect import Register
    from .named import Named

NOTES = re.compile(r'\s*(?=<section [^>]*class="notes")')
ENTRY = re.compile(r'<[^<>]*\bdata-entry="([^"]*)"')
MENTION = re.compile(r'(<a (?=[^>]*class="(?:[^"]* )?mention[ "])[^>]*id="([^"]*)"[^>]*)>')
NOTE = re.compile(r'<li (?=[^>]*data-entry="([^"]*)")[^>]*id="note-.*?(?=</li>)', re.DOTALL)
ALL_MENTIONS = re.compile(r'<a class="all" href="([^"]*?([^"/]+)\.html)">[^<]*</a>')


class Finisher:
    """What finishes the pages of a library, one after the other."""

    def __init__(self, register: Register, named: Named) -> None:
        self.register = register
        self.texts = {text.slug: text for text in register.texts}
        self.notes = NoteWriter(register)
        # Asked for by a text's own notes, and by those that it does not have.
        self.evidence = lru_cache(maxsize=1)(partial(Evidence, named=named))

    def finish(self, html: str, slug: str) -> str:
        """Return the text in its element, with kinds and reasons, and the notes filled in."""
        blocks, *notes = NOTES.split(self.with_kinds(html), maxsplit=1)
        text = self.with_reasons(blocks.strip(), slug)
        element = f'<div class="text" data-slug="{escape(slug)}">\n{text}\n</div>'
        return f"{element}\n{''.join(self.finish_notes(note, element, slug) for note in notes)}"

    def finish_notes(self, notes: str, element: str, slug: str) -> str:
        """Fill in the notes of a text whose element is given."""
        return self.with_more(self.with_counts(notes, slug), self.evidence(element, slug))

    def with_kinds(self, html: str) -> str:
        """Put an entry's kind beside its id."""

        def kind(found: re.Match[str]) -> str:
            known = self.register.entries.get(found[1])
            return f'{found[0]} data-kind="{known.kind}"' if known else found[0]

        return ENTRY.sub(kind, html)

    def with_reasons(self, html: str, slug: str) -> str:
        """Put at each mention why it leads where it leads, and who says so."""
        text = self.texts.get(slug)
        if text is None:
            return html
        anchors = {(found.span, found.entry): found.anchor for found in text.page.mentions}
        reasons = {anchors.get((it.span, it.entry)): reason(it) for it in text.mentions}

        def why(found: re.Match[str]) -> str:
            known = reasons.get(found[2])
            return f'{found[1]} data-why="{escape(known)}">' if known else found[0]

        return MENTION.sub(why, html)

    def with_counts(self, notes: str, slug: str) -> str:
        """Say in each note about how often and in how many texts its entry is mentioned."""

        def count(found: re.Match[str]) -> str:
            mentions = len(self.register.occurrences.get(found[2], ()))
            texts = self.register.texts_of.get(found[2], ())
            words = f"{roughly(mentions, 'mention')} in {roughly(len(texts), 'text')}"
            if tuple(texts) == (slug,):
                words = (
                    "named only here"
                    if mentions == 1
                    else f"{roughly(mentions, 'mention')}, all here"
                )
            return f'<a class="count" href="{found[1]}">{words[0].upper()}{words[1:]}</a>'

        return ALL_MENTIONS.sub(count, notes)

    def with_more(self, notes: str, evidence: Evidence) -> str:
        """Put at the end of each note why we think so, with whom, and where else."""

        def more(found: re.Match[str]) -> str:
            entry = self.register.entries.get(found[1])
            proved = evidence.attributes(entry, found[0])
            note = found[0].replace("<li ", f"<li {proved}", 1)
            below = evidence.block_of(evidence_of(entry)) if entry and is_free(entry) else None
            return note + self.notes.more(found[1], evidence.slug, below)

        return NOTE.sub(more, notes)


def reason(mention: Mention) -> str:
    """Say in words by which rule a mention was found, how surely, and who says so."""
    if mention.creator == "editor":
        return "the editor’s hand" if mention.rule == "by hand" else f"{mention.rule}; the editor"
    return f"{mention.rule}; {round(mention.confidence * 100)} % sure; the machine"
