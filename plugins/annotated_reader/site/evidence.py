"""A text's HTML and an entry -> where in the text what the entry says is proved; pure.

A reader who wants to see only what she has read so far is shown a definition once she has read
the sentence that proves it. Where that is cannot be told, nothing is promised: it stays unseen.
"""

from __future__ import annotations

import re
from collections import defaultdict
from functools import cached_property
from html import escape, unescape
from typing import TYPE_CHECKING

from .named import is_free
from .notes import evidence_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ..model import Entry
    from .named import Named

BLOCK = re.compile(r'<(p|li|h[2-6])\b[^>]*\bid="([^"]*)"[^>]*>(.*?)</\1>', re.DOTALL)
MARKER = re.compile(r'<sup class="marker">.*?</sup>', re.DOTALL)
TAG = re.compile(r"<[^>]*>")
MANY = 100  # blocks that are looked up, not gone through
PIECE = 5  # letters
NAMED = re.compile(r'\bdata-entry="([^"]*)"')


class Evidence:
    """The blocks of one text, to find sentences in."""

    def __init__(self, html: str, slug: str, named: Named) -> None:
        found = list(BLOCK.finditer(html))
        self.blocks = [(block[2], words(block[3])) for block in found]
        self.first = {
            unescape(id_): number
            for number, block in reversed(list(enumerate(found)))
            for id_ in NAMED.findall(block[3])
        }
        self.slug = slug
        self.named = named

    def attributes(self, entry: Entry | None, note: str) -> str:
        """Return the attributes of an entry's note: a block's id, another text, or `free`.

        A note that says something else than the entry does (an editor has changed it) is not
        proved by the entry's evidence.
        """
        if entry is None or words(escape(entry.definition.text, quote=False)) not in words(note):
            return ""
        if is_free(entry):
            free = self.free(entry)
            return f'data-evidence="{escape(free)}" ' if free else ""
        definition = entry.definition
        source = definition.evidence.document if definition.evidence else self.slug
        if source != self.slug:
            return f'data-evidence-text="{escape(source)}" '
        block = self.block_of(evidence_of(entry) or definition.text)
        return f'data-evidence="{escape(block)}" ' if block else ""

    def free(self, entry: Entry) -> str:
        """Return `free`, or the block by which all is named that unproved words name."""
        blocks = [self.first.get(id_) for id_ in self.named.others(entry)]
        blocks += [self.number_of(form) for form in self.named.forms(entry)]
        numbers = [number for number in blocks if number is not None]
        if len(numbers) < len(blocks):
            return ""
        return self.blocks[max(numbers)][0] if numbers else "free"

    def block_of(self, sentence: str) -> str:
        """Return the id of the first block that holds a sentence, or nothing."""
        number = self.number_of(sentence)
        return "" if number is None else self.blocks[number][0]

    def number_of(self, sentence: str) -> int | None:
        """Return which block is the first that holds a sentence, or a name."""
        wanted = words(escape(sentence, quote=False))
        held = (number for number in self._worth_a_look(wanted) if wanted in self.blocks[number][1])
        return next(held, None) if wanted else None

    def _worth_a_look(self, wanted: str) -> Iterable[int]:
        """The blocks that may hold some words: of a long text those with their rarest letters."""
        pieces = range(len(wanted) - PIECE + 1)
        if len(self.blocks) < MANY or not pieces:
            return range(len(self.blocks))
        return min((self.pieces.get(wanted[at : at + PIECE], []) for at in pieces), key=len)

    @cached_property
    def pieces(self) -> dict[str, list[int]]:
        """The blocks that each run of letters stands in."""
        found: defaultdict[str, list[int]] = defaultdict(list)
        for number, (_, held) in enumerate(self.blocks):
            for piece in {held[at : at + PIECE] for at in range(len(held) - PIECE + 1)}:
                found[piece].append(number)
        return found


def words(html: str) -> str:
    """Return the words of a piece of HTML, without notes' numbers, with single spaces."""
    return " ".join(unescape(TAG.sub("", MARKER.sub("", html))).split())
