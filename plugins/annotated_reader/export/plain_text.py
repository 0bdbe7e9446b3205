"""A text in, the plain text file out that all positions refer to (in code points, from 0)."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ..stages.collect import Text


def to_plain_text(text: Text) -> str:
    """Return the text, which has no annotation, with a newline at its end."""
    return f"{text.page.text}\n"
