"""A text's HTML and an entry -> where in the text what the entry says is proved; pure.

A reader who wants to see only what she has read so far is shown a definition once she has read
the sentence that proves it. Where that is cannot be told, nothing is promised: it stays unseen.
"""

from __future__ import annotations

import re
from collections import defaultdict
from html import escape, unescape
from typing import TYPE_CHECKING

from .notes import evidence_of

if TYPE_CHECKING:
    from ..model import Entry

BLOCK = re.compile(r'<(p|li|h[2-6])\b[^>]*\bid="([^"]*)"[^>]*>(.*?)</\1>', re.DOTALL)
MARKER = re.compile(r'<sup class="marker">.*?</sup>', re.DOTALL)
TAG = re.compile(r"<[^>]*>")
FREE = ("data", "editor")
"""The origins of what no text says: it is not before or after anything in one."""


class Evidence:
    """The blocks of one text, to find sentences in."""

    def __init__(self, html: str, slug: str) -> None:
        self.blocks = [(found[2], words(found[3])) for found in BLOCK.finditer(html)]
        self.slug = slug
        self.places: defaultdict[str, list[int]] = defaultdict(list)
        for place, (_, held) in enumerate(self.blocks):
            for word in set(held.split()):
                self.places[word].append(place)

    def attributes(self, entry: Entry | None) -> str:
        """Return the attributes of an entry's note: a block's id, another text, or `free`."""
        if entry is None:
            return ""
        definition = entry.definition
        if definition.origin in FREE and definition.evidence is None:
            return 'data-evidence="free" '
        source = definition.evidence.document if definition.evidence else self.slug
        if source != self.slug:
            return f'data-evidence-text="{escape(source)}" '
        block = self.block_of(evidence_of(entry) or definition.text)
        return f'data-evidence="{escape(block)}" ' if block else ""

    def block_of(self, sentence: str) -> str:
        """Return the id of the first block that holds a sentence, or nothing."""
        wanted = words(escape(sentence, quote=False))
        # The words between the first and the last stand whole in the block; the rarest tells most.
        known = [self.places.get(word, []) for word in wanted.split()[1:-1]]
        blocks = (self.blocks[place] for place in min(known, key=len)) if known else self.blocks
        return next((id_ for id_, held in blocks if wanted and wanted in held), "")


def words(html: str) -> str:
    """Return the words of a piece of HTML, without notes' numbers, with single spaces."""
    return " ".join(unescape(TAG.sub("", MARKER.sub("", html))).split())
