"""The register -> what a note says more of its entry: why we think so, with whom, where else.

It stands folded in the note itself, in the page's own HTML: the preview card and the panel of
mentions only show what is there for everyone.
"""

from __future__ import annotations

import re
from collections import Counter
from html import escape
from itertools import islice
from typing import TYPE_CHECKING
from urllib.parse import quote, unquote

from ..stages.editing.entries import text_of
from .provenance import provenance_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..model import Entry
    from ..stages.collect import Register

QUOTED_FROM = re.compile(r"^>.*\]\(\.\./texts/([^)\s]+)\.md\)", re.MULTILINE)
COMPANIONS = 3
EXACT = 100  # more than that is told only roughly
ELSEWHERE = 5  # other texts that a note names; the entry's page has them all


class NoteWriter:
    """What is said of each entry, made once for all texts that have a note on it."""

    def __init__(self, register: Register) -> None:
        self.register = register
        self.titles = {text.slug: text.title for text in register.texts}
        self.made: dict[str, str] = {}
        self.places: dict[str, list[tuple[str, str, int]]] = {}

    def more(self, id_: str, slug: str, proved: str | None = None) -> str:
        """Return the folded part of the note on an entry in the text `slug`.

        `proved` is where the text has a sentence that stands below an editor's own words: a block,
        or nothing.
        """
        entry = self.register.entries.get(id_)
        if entry is None:
            return ""
        if id_ not in self.made:
            self.made[id_] = "".join((_why(entry), *self._company(entry)))
        name = escape(entry.name, quote=False)
        told = self._evidence(entry, slug, proved) + self.made[id_]
        return (
            '<details class="more"><summary>Why we think so'
            f'<span class="visually-hidden">: {name}</span></summary>'
            f"{told}{self._elsewhere(id_, slug)}</details>"
        )

    def _evidence(self, entry: Entry, slug: str, proved: str | None) -> str:
        """Quote the sentence that the definition is from, and name its text."""
        sentence = evidence_of(entry)
        if not sentence or sentence == entry.definition.text:
            return ""
        source = source_of(entry) or slug
        link = ""
        if source != slug and source in self.titles:
            title = escape(self.titles[source], quote=False)
            link = f' — <a href="{quote(source)}.html">{title}</a>'
        where = "" if proved is None else f' data-evidence="{escape(proved)}"'
        return f'<p class="evidence"{where}>“{escape(sentence, quote=False)}”{link}</p>'

    def _company(self, entry: Entry) -> Iterator[str]:
        """Name the entries that it stands with most."""
        entries = self.register.entries
        companions = self.register.companions.get(entry.id, ())[:COMPANIONS]
        found = [entries[other] for other, _ in companions]
        links = [
            f'<a href="../glossary/{quote(other.id)}.html">{escape(other.name, quote=False)}</a>'
            for other in found
        ]
        if links:
            yield f'<p class="company">Named most with {listed(links)}.</p>'

    def _elsewhere(self, id_: str, slug: str) -> str:
        """Lead to the first mention in each of the other texts."""
        if id_ not in self.places:
            occurrences = self.register.occurrences.get(id_, ())
            counts = Counter(found.text for found in occurrences)
            first = {found.text: found.anchor for found in reversed(occurrences)}
            self.places[id_] = [(text, first[text], counts[text]) for text in counts]
        places = self.places[id_]
        is_exact = len(self.register.occurrences.get(id_, ())) <= EXACT
        others = list(islice((place for place in places if place[0] != slug), ELSEWHERE))
        links = [
            f'<a href="{quote(text)}.html#{quote(anchor)}">'
            f"{escape(self.titles[text], quote=False)}</a>{f' ({count})' if is_exact else ''}"
            for text, anchor, count in others
        ]
        rest = len(places) - 1 - len(others)
        if rest > 0:
            links.append(
                f'<a href="../glossary/{quote(id_)}.html">{roughly(rest, "more text")}</a>'
            )
        return f'<p class="elsewhere">Also in {listed(links)}.</p>' if links else ""


def evidence_of(entry: Entry) -> str:
    """Return the sentence that an entry quotes: its first block quote's first paragraph."""
    lines: list[str] = []
    for line in entry.body.split("\n"):
        if line.startswith(">") and line.strip("> "):
            lines.append(line[1:])
        elif lines:
            break
    return text_of(" ".join(lines)) if lines else ""


def source_of(entry: Entry) -> str:
    """Return the text that an entry quotes from: the one it was found in, or that she names."""
    if evidence := entry.definition.evidence:
        return evidence.document
    named = QUOTED_FROM.search(entry.body)
    return unquote(named[1]) if named else ""


def _why(entry: Entry) -> str:
    """Say where the definition of an entry is from, and where the texts do not tell who it is."""
    is_open = entry.candidates and not entry.definition.text
    which = "The texts leave open which. " if is_open else ""
    return f'<p class="why">{which}{provenance_of(entry)}</p>'


def listed(items: list[str]) -> str:
    """Join items as a sentence does: `a`, `a and b`, `a, b and c`."""
    *most, last = items
    return f"{', '.join(most)} and {last}" if most else last


def roughly(number: int, noun: str) -> str:
    """Return a number with its noun, or of many only what there is more of: `over 1,000 texts`.

    A name that most texts name has a note in each of them. It says as much as a reader of one
    text wants to know, and is not written again in all of them with every text more or less;
    the entry's own page tells how many there are.
    """
    return counted(number, noun) if number <= EXACT else f"over {rounded(number):,} {noun}s"


def rounded(number: int) -> int:
    """Return the greatest of 100, 200, 500, 1,000 … that is less; a number of two digits itself."""
    if number <= EXACT:
        return number
    unit = int("1" + "0" * (len(str(number - 1)) - 1))
    return max(step * unit for step in (1, 2, 5) if step == 1 or step * unit < number)


def counted(number: int, noun: str) -> str:
    """Return a number with its noun: `1 text`, `2 texts`."""
    return f"{number} {noun}" if number == 1 else f"{number:,} {noun}s"
