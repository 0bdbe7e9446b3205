"""A text's HTML and what the whole library knows -> the HTML of its page's text and notes.

Markdown holds one text; how often an entry is mentioned, and of what kind it is, only the
library knows. Text is never touched, only tags and the links of notes.
"""

from __future__ import annotations

import re
from html import escape
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ..stages.collect import Register

NOTES = re.compile(r'\s*(?=<section [^>]*class="notes")')
ENTRY = re.compile(r'data-entry="([^"]*)"')
ALL_MENTIONS = re.compile(r'<a class="all" href="([^"]*?([^"/]+)\.html)">[^<]*</a>')


def finish(html: str, slug: str, register: Register) -> str:
    """Return the text in its element, with kinds at its mentions and counts in its notes."""
    kinds = {id_: entry.kind for id_, entry in register.entries.items()}
    blocks, *notes = NOTES.split(with_kinds(html, kinds), maxsplit=1)
    text = f'<div class="text" data-slug="{escape(slug)}">\n{blocks.strip()}\n</div>\n'
    return text + "".join(with_counts(note, register) for note in notes)


def with_kinds(html: str, kinds: Mapping[str, str]) -> str:
    """Put an entry's kind beside its id."""

    def kind(found: re.Match[str]) -> str:
        known = kinds.get(found[1])
        return f'{found[0]} data-kind="{known}"' if known else found[0]

    return ENTRY.sub(kind, html)


def with_counts(notes: str, register: Register) -> str:
    """Say in each note how often and in how many texts its entry is mentioned."""

    def count(found: re.Match[str]) -> str:
        mentions = len(register.occurrences.get(found[2], ()))
        texts = len(register.texts_of.get(found[2], ()))
        words = f"{counted(mentions, 'mention')} in {counted(texts, 'text')}"
        return f'<a class="count" href="{found[1]}">{words}</a>'

    return ALL_MENTIONS.sub(count, notes)


def counted(number: int, noun: str) -> str:
    """Return a number with its noun: `1 text`, `2 texts`."""
    return f"{number} {noun}" if number == 1 else f"{number:,} {noun}s"
