"""What of a document is language: no name, date or term is looked for in code.

Code is blanked, so that all places in the text stay as they are.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ..model import Document

_SHOWN = re.compile(r"[^\n]")


def prose_of(document: Document) -> Document:
    """Return the document with spaces where it holds code; without code, itself."""
    text = document.text
    for block in document.blocks:
        if block.kind == "code":
            start, end = block.span
            text = text[:start] + _SHOWN.sub(" ", text[start:end]) + text[end:]
    return document if text is document.text else replace(document, text=text)
