"""A text in the shorthand of `sample_texts` -> the HTML that the Markdown extension would make."""

from __future__ import annotations

import re
from collections import Counter
from html import escape
from types import SimpleNamespace

from annotated_reader.model import Mention
from tests.browser.sample_texts import ENTRIES

_MENTION = re.compile(r"\[\[([^|\]]+)\|([^\]]+)\]\]")


class Writer:
    """The output contract of the Markdown extension, in miniature."""

    def __init__(self, slug: str) -> None:
        self.slug = slug
        self.found: list[SimpleNamespace] = []
        self.numbers: dict[str, int] = {}
        self.references: Counter[str] = Counter()
        self.mentions: Counter[str] = Counter()
        self.seen: set[str] = set()
        self.section = ""
        self.paragraphs = self.headings = 0

    def block(self, source: str) -> str:
        if source.startswith("## "):
            self.seen.clear()
            self.headings += 1
            self.section = source[3:]
            return f'<h2 id="h-{self.headings}">{escape(self.section)}</h2>'
        self.paragraphs += 1
        pieces = _MENTION.split(source)
        plain = _MENTION.sub(r"\2", source)
        html, place = "", 0
        for index in range(0, len(pieces), 3):
            html += escape(pieces[index], quote=False)
            place += len(pieces[index])
            if index + 2 < len(pieces):
                html += self.mention(pieces[index + 1], pieces[index + 2], plain, place)
                place += len(pieces[index + 2])
        return f'<p id="p-{self.paragraphs}">{html}</p>'

    def mention(self, entry: str, surface: str, plain: str, place: int) -> str:
        self.mentions[entry] += 1
        anchor = f"m-{entry}-{self.mentions[entry]}"
        kind = ENTRIES[entry].kind if entry in ENTRIES else "person"
        span = (place, place + len(surface))
        self.found.append(
            SimpleNamespace(
                mention=Mention(self.slug, span, surface, kind, "full name", 0.9, entry),
                text=self.slug,
                anchor=anchor,
                section=self.section,
                before=plain[max(0, place - 90) : place],
                surface=surface,
                after=plain[span[1] : span[1] + 90],
            )
        )
        link = (
            f'<a class="mention" role="doc-glossref" id="{anchor}" '
            f'href="../glossary/{entry}.html" data-entry="{entry}" data-kind="{kind}">'
            f"{escape(surface, quote=False)}</a>"
        )
        return link + ("" if entry in self.seen else self.marker(entry))

    def marker(self, entry: str) -> str:
        self.seen.add(entry)
        number = self.numbers.setdefault(entry, len(self.numbers) + 1)
        self.references[entry] += 1
        return (
            f'<sup class="marker"><a role="doc-noteref" id="ref-{entry}-{self.references[entry]}" '
            f'href="#note-{entry}" aria-label="Note {number}: {escape(_name(entry))}">{number}'
            "</a></sup>"
        )

    def notes(self) -> str:
        items = "\n".join(self.note(entry) for entry in self.numbers)
        return (
            '<section class="notes" role="doc-endnotes" aria-labelledby="notes">'
            f'<h2 id="notes">Notes</h2><ol>\n{items}\n</ol></section>'
        )

    def note(self, entry: str) -> str:
        kind = ENTRIES[entry].kind if entry in ENTRIES else "person"
        words = f"“{ENTRIES[entry].definition.text}” " if entry in ENTRIES else ""
        total = self.references[entry]
        backlinks = " ".join(
            f'<a role="doc-backlink" href="#ref-{entry}-{index}" aria-label="Back to '
            f'{escape(_name(entry))}, reference {index} of {total}">↩</a>'
            for index in range(1, total + 1)
        )
        return (
            f'<li id="note-{entry}" data-entry="{entry}" data-kind="{kind}"><p>'
            f"<strong>{escape(_name(entry))}</strong>, {kind}. {words}"
            f'<a class="count" href="../glossary/{entry}.html">{self.mentions[entry]} mentions</a> '
            f'<span class="backlinks">{backlinks}</span></p></li>'
        )


def _name(entry: str) -> str:
    return ENTRIES[entry].name if entry in ENTRIES else entry.replace("-", " ").title()
