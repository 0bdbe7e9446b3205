"""What the language stages read of a document: its words, all places in it as they are.

Code is blanked, for no name, date or term is looked for in it, and so are the numbers of notes:
with "[5]" behind it, a name is hardly found. A space is a space: books have a no-break one in
"Mr. Lee", French before a question mark, and rules ask for none of the kind.
"""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ..model import Document

_SHOWN = re.compile(r"[^\n]")
_SPACE = re.compile(r"[^\S\n ]")
NUMBER_OF_NOTE = r"(?:\d{1,4}|[a-z]|note \d{1,3})"
"""What stands in brackets where the number of a note does."""
_NOTE_NUMBERS = re.compile(rf"\[(?<=[^\s\[(]\[){NUMBER_OF_NOTE}\]")
_GAP = re.compile(r" {2,}(?=[,.;:!?)”’\"])")
_SPACES = re.compile(r" {2,}")


def prose_of(document: Document) -> Document:
    """Return the document as the language stages read it; itself, where that is all the same."""
    text = _SPACE.sub(" ", document.text)
    if "[" in text:
        text = _NOTE_NUMBERS.sub(lambda match: " " * len(match[0]), text)
    if codes := [block.span for block in document.blocks if block.kind == "code"]:
        edges = [0, *(edge for span in codes for edge in span), len(text)]
        pieces = [text[start:end] for start, end in pairwise(edges)]  # prose and code in turn
        pieces[1::2] = [_SHOWN.sub(" ", code) for code in pieces[1::2]]
        text = "".join(pieces)
    return document if text == document.text else replace(document, text=text)


def without_gaps(words: str) -> str:
    """Return words of such a text as they are quoted: without the gaps that numbers left."""
    return _SPACES.sub(" ", _GAP.sub("", words))
